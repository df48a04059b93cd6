"""Bytes of unknown encoding to text, without a loss that nobody is told of."""

import codecs
import re

from graphkit.errors import InputError

_MARKS = (  # the longer mark first: that of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x1a\x00"))
_SAMPLE = 1 << 16


def decode(data: bytes) -> str:
    r"""Text of the bytes: UTF-8, UTF-16 or UTF-32 with or without a mark, else line by line UTF-8 or Windows-1252.

    Line ends stay as they are; a byte order mark is no part of the text. A byte without a meaning, and each half of a
    surrogate pair, becomes U+FFFD.

    Raises
    ------
    InputError
        The bytes are not text; the message says what they look like.

    Examples
    --------
    >>> decode(b"\xff\xfeO\x00K\x00"), decode("né".encode("cp1252")), decode(b"a\r\nb")
    ('OK', 'né', 'a\r\nb')
    """
    encoding, start = encoding_of(data[:_SAMPLE])
    if encoding == "utf-8":
        return decode_8bit(data[start:])
    return data[start:].decode(encoding, "replace")


def encoding_of(sample: bytes) -> tuple[str, int]:
    """Encoding of a file by its beginning, and the length of its mark in bytes.

    Raises
    ------
    InputError
        The bytes are not text.
    """
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding, len(mark)
    for beginning, kind in _KINDS:
        if sample.startswith(beginning):
            raise InputError(f"not text but {kind}: save it as plain text first")
    wide = _unmarked_utf16(sample)
    if wide is not None:
        return wide, 0
    if b"\0" in sample or _share_of_controls(sample) > 0.02:
        raise InputError("not text but binary data: save it as plain text first")
    return "utf-8", 0


def decode_8bit(data: bytes) -> str:
    """Text of bytes that are UTF-8 or, in single lines, Windows-1252 (files put together from several sources).

    Raises
    ------
    InputError
        There is a NUL byte.
    """
    if b"\0" in data:
        raise InputError(f"not text but binary data: a NUL at byte {data.index(0):,}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_line(line) for line in re.findall(rb"[^\n]*\n|[^\n]+$", data))


def _line(line: bytes) -> str:
    for encoding, errors in (("utf-8", "strict"), ("utf-8", "surrogatepass"), ("cp1252", "strict")):
        try:
            return re.sub(r"[\ud800-\udfff]", "\ufffd", line.decode(encoding, errors))
        except UnicodeDecodeError:
            continue
    return line.decode("cp1252", "replace")


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 of a Western text without a mark: nearly every other byte is NUL, always on the same side."""
    pairs = len(sample) // 2
    if pairs == 0:
        return None
    even, odd = sample[0 : 2 * pairs : 2].count(0) / pairs, sample[1 : 2 * pairs : 2].count(0) / pairs
    if odd > 0.6 and even < 0.02:
        return "utf-16-le"
    if even > 0.6 and odd < 0.02:
        return "utf-16-be"
    return None


def _share_of_controls(sample: bytes) -> float:
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample) if sample else 0.0
