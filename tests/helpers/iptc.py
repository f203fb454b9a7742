"""Photographs with something said within them, for tests: IPTC-IIM, XMP and Exif."""

import io
import struct
from collections.abc import Mapping

from PIL import Image

UTF8 = b"\x1b%G"
"""What data set 1:90 says where the others are in UTF-8 (IPTC-IIM 4.2, 1:90)."""

CAPTION, BYLINE, CREDIT, RIGHTS, CITY, DATE, TIME = 120, 80, 110, 116, 90, 55, 60


def photograph(
    iptc: Mapping[int, bytes] | None = None,
    *,
    utf8: bool = False,
    xmp: str = "",
    exif: Mapping[int, str | bytes] | None = None,
    size: tuple[int, int] = (60, 40),
    kind: str = "JPEG",
) -> bytes:
    """A small picture with these data sets of record 2, this XMP, these tags of Exif."""
    out = io.BytesIO()
    tags = Image.Exif()
    for tag, text in (exif or {}).items():
        tags[tag] = text
    more = {"extra": segment(iptc, utf8=utf8)} if iptc else {}
    if xmp:
        more["xmp"] = xmp.encode()
    picture = Image.radial_gradient("L").resize(size).convert("RGB")
    picture.save(out, kind, exif=tags, **more)
    return out.getvalue()


def segment(sets: Mapping[int, bytes], *, utf8: bool = False) -> bytes:
    """A segment APP13 of a JPEG with image resource 0x0404 (Adobe Photoshop File Formats)."""
    data = b"".join(_set(2, number, value) for number, value in sets.items())
    if utf8:
        data = _set(1, 90, UTF8) + data
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    body = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def _set(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def packet(inner: str, attributes: str = "") -> str:
    """A packet of XMP with these properties of one thing."""
    names = " ".join(
        f'xmlns:{prefix}="{address}"'
        for prefix, address in (
            ("dc", "http://purl.org/dc/elements/1.1/"),
            ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
            ("Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"),
            ("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
            ("xmp", "http://ns.adobe.com/xap/1.0/"),
        )
    )
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {names} {attributes}>{inner}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    )
