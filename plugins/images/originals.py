"""A picture file without what its camera wrote into it: no place, no number, no thumbnail.

Pixels, colour profile and orientation stay as they are, byte for byte where they are coded;
of words only caption, credit and copyright are in it, and these are the editors'.

Formats: JPEG is ITU-T T.81 (markers in table B.1) with JFIF (ITU-T T.871) and Exif 2.32;
PNG is the W3C's (third edition, chunks in 11); XMP is ISO 16684-1, in JPEG in an APP1
segment, in PNG in an iTXt chunk.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from PIL import Image

RECIPE = "1"
"""Raised whenever other bytes come out."""

ORIENTATION = 0x0112
_SIDEWAYS = range(2, 9)

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
# Frames, tables, intervals: all that a decoder needs, but for what is above.
_CODING = frozenset((*range(0xC0, 0xD0), *range(0xDB, 0xE0)))
# What ends coded data is a marker that neither stands for a byte nor restarts the decoder.
_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_JFIF_HEAD = 12
_PROFILE = b"ICC_PROFILE\x00"
_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
_LONGEST = 65533

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset(
    (
        *(b"PLTE", b"IDAT", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP"),
        *(b"mDCV", b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"),
    )
)


class Unfit(Exception):
    """A file that is not whole, or not of the format that its name says."""


class Words(NamedTuple):
    """What a file says of itself."""

    caption: str = ""
    credit: str = ""
    copyright: str = ""


def bare(data: bytes, ending: str, words: Words) -> bytes:
    """A JPEG or PNG file, as its ``ending`` says (``jpg``, ``png``), with these words alone.

    Raises ``Unfit``.
    """
    head, strip = {
        "jpg": (b"\xff\xd8\xff", _bare_jpeg),
        "png": (_SIGNATURE, _bare_png),
    }[ending]
    if not data.startswith(head):
        raise Unfit("not of the format that its name says")
    try:
        return strip(data, _turn(data), _packet(words))
    except (struct.error, IndexError) as error:
        raise Unfit("not whole") from error


def _turn(data: bytes) -> bytes:
    """Exif that says which side is up and nothing else; nothing where the picture is upright."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            known = image.format != "PNG" or "exif" in image.info
            turned = image.getexif().get(ORIENTATION, 1) if known else 1
    except Exception as error:
        raise Unfit("unreadable") from error
    if turned not in _SIDEWAYS:
        return b""
    # One entry, of one short number; the offset of a next directory is 0.
    entry = struct.pack(">HHIHH", ORIENTATION, 3, 1, turned, 0)
    return struct.pack(">2sHIH", b"MM", 42, 8, 1) + entry + bytes(4)


def _packet(words: Words) -> bytes:
    """XMP with these words; nothing where there are none."""
    said = []
    if words.caption:
        said.append(f"<dc:description>{_either(words.caption)}</dc:description>")
    if words.credit:
        name = escape(words.credit)
        said.append(f"<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>")
        said.append(f"<photoshop:Credit>{name}</photoshop:Credit>")
    if words.copyright:
        said.append(f"<dc:rights>{_either(words.copyright)}</dc:rights>")
    if not said:
        return b""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
        f"{''.join(said)}</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    ).encode()


def _either(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


# ------------------------------------------------------------------------------------- JPEG


def _bare_jpeg(data: bytes, turn: bytes, packet: bytes) -> bytes:
    segments = list(_segments(data))
    first = [s for m, s in segments if m == _APP0]
    own = []
    if turn:
        own.append(_segment(_APP1, b"Exif\x00\x00" + turn))
    if packet and len(_XMP + packet) <= _LONGEST:
        own.append(_segment(_APP1, _XMP + packet))
    rest = [s for m, s in segments if m != _APP0]
    return b"".join((b"\xff\xd8", *first[:1], *own, *rest))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments that stay, up to the mark of the end; what is appended to it goes."""
    at = 2
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004 - what every marker begins with
            raise Unfit("not whole")
        while data[at] == 0xFF:  # noqa: PLR2004 - as many of them as one likes
            at += 1
        marker = data[at]
        at += 1
        if marker == _EOI:
            yield marker, b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, at)
        body, after = data[at + 2 : at + length], at + length
        if after > len(data):
            raise Unfit("not whole")
        if marker == _SOS:
            end = _MARKER.search(data, after)
            if end is None:
                raise Unfit("not whole")
            yield marker, _segment(marker, body) + data[after : end.start()]
            at = end.start()
            continue
        kept = _kept(marker, body)
        if kept is not None:
            yield marker, _segment(marker, kept)
        at = after


def _kept(marker: int, body: bytes) -> bytes | None:
    """What stays of a segment's content; None where nothing does."""
    if marker == _APP0:
        # A thumbnail may show what was cut away from the picture.
        return body[:_JFIF_HEAD] + b"\0\0" if body.startswith(b"JFIF\0") else None
    if marker == _APP2:
        return body if body.startswith(_PROFILE) else None
    if marker == _APP14:
        # It says how the colours are coded.
        return body if body.startswith(b"Adobe") else None
    return body if marker in _CODING else None


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


# -------------------------------------------------------------------------------------- PNG


def _bare_png(data: bytes, turn: bytes, packet: bytes) -> bytes:
    made = [_SIGNATURE]
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            made.append(_chunk(kind, body))
            if turn:
                made.append(_chunk(b"eXIf", turn))
            if packet:
                # Neither packed nor in a language of its own.
                made.append(_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet))
        elif kind in _CHUNKS:
            made.append(_chunk(kind, body))
    return b"".join((*made, _chunk(b"IEND", b"")))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks up to the end's, which does not count."""
    at = len(_SIGNATURE)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (sum_said,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != sum_said:
            raise Unfit("not whole")
        if kind == b"IEND":
            return
        yield kind, body
        at += 12 + length


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
