"""Records, judgements and aliases as a store keeps them: JSON, compressed, as text."""

import base64
import binascii
import zlib
from collections.abc import Mapping, Sequence

import msgspec

from graphkit.errors import StoreCorrupt
from graphkit.loaders.store import Change, Spellings
from graphkit.model import Judgement, Record, encode, encode_lines

_records = msgspec.json.Decoder(Record)
_judgements = msgspec.json.Decoder(Judgement)
_aliases = msgspec.json.Decoder(list[Spellings])


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


def pack_aliases(aliases: Sequence[Spellings]) -> str:
    """Aliases as base64 of zlib of JSON."""
    return base64.b64encode(zlib.compress(msgspec.json.encode(aliases), 6)).decode("ascii")


def unpack_aliases(text: str, *, where: str) -> list[Spellings]:
    """Aliases that `pack_aliases` wrote.

    Raises
    ------
    StoreCorrupt
        They cannot be read.
    """
    try:
        return _aliases.decode(_bytes(text))
    except (binascii.Error, zlib.error, msgspec.MsgspecError) as error:
        raise StoreCorrupt(f"{where}: the stored aliases cannot be read ({error})") from error


def packed(change: Change) -> Mapping[str, str]:
    """What a change sets of the judgements and aliases that a store keeps."""
    kept = {}
    if change.judgements is not None:
        kept["judgements"] = pack_judgements(change.judgements)
    if change.aliases is not None:
        kept["aliases"] = pack_aliases(change.aliases)
    return kept


def _bytes(text: str) -> bytes:
    return zlib.decompress(base64.b64decode(text, validate=True))
