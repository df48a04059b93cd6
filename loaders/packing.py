"""Records and judgements as a store keeps them: JSON, compressed, as text."""

import base64
import binascii
import zlib
from collections.abc import Sequence

import msgspec

from graphkit.errors import StoreCorrupt
from graphkit.model import Judgement, Record, encode, encode_lines

_records = msgspec.json.Decoder(Record)
_judgements = msgspec.json.Decoder(Judgement)


def pack_record(record: Record) -> str:
    """Record as base64 of zlib of its JSON."""
    return base64.b64encode(zlib.compress(encode(record), 6)).decode("ascii")


def unpack_record(text: str, *, where: str) -> Record:
    """Record that `pack_record` wrote; `where` names the store in the message.

    Raises
    ------
    StoreCorrupt
        It cannot be read.
    """
    try:
        return _records.decode(_bytes(text))
    except (binascii.Error, zlib.error, msgspec.MsgspecError) as error:
        raise StoreCorrupt(
            f"{where}: a stored record cannot be read ({error}); load the records into a new store"
        ) from error


def pack_judgements(judgements: Sequence[Judgement]) -> str:
    """Judgements as base64 of zlib of JSON Lines."""
    return base64.b64encode(zlib.compress(encode_lines(judgements), 6)).decode("ascii")


def unpack_judgements(text: str, *, where: str) -> list[Judgement]:
    """Judgements that `pack_judgements` wrote.

    Raises
    ------
    StoreCorrupt
        They cannot be read.
    """
    try:
        return [_judgements.decode(line) for line in _bytes(text).splitlines()]
    except (binascii.Error, zlib.error, msgspec.MsgspecError) as error:
        raise StoreCorrupt(f"{where}: the stored judgements cannot be read ({error})") from error


def _bytes(text: str) -> bytes:
    return zlib.decompress(base64.b64decode(text, validate=True))
