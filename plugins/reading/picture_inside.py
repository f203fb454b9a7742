"""What a picture file says of itself: IPTC, XMP and Exif, and of these only the fields named here.

Where a photograph was taken to the metre (GPS), by which camera (serial numbers) and where its
photographer lives (IPTC's creator contact info) is never read. The fields are those of the IPTC
Photo Metadata Standard (iptc.org/std/photometadata), of IPTC-IIM 4.2, of XMP (ISO 16684-1) and
of Exif 3.0 (cipa.jp, DC-008). Where a file has several of them XMP counts first, then IIM,
then Exif, as the Metadata Working Group advises.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import Image, IptcImagePlugin
from PIL.ExifTags import IFD, Base

from plugins.edition.picture_notes import merged
from plugins.edition.specs import PictureNotes

from .fields import is_web
from .picture_files import open_picture
from .words import cut, tidy

MOST: Final = {"caption": 1000, "alt": 400}
"""Characters that are kept of a field; of those not named here ``SHORT``."""

SHORT: Final = 200
LARGEST_XMP: Final = 1 << 20
"""Bytes; a packet of XMP that is larger holds an editing history, and is not read."""

_READ = 20_000
_BLANKS = re.compile(r"[ \t]+")
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
# Cameras and programs write these where a caption belongs; a single word of ASCII, such as
# the name of the file or of a filter, is none either.
_JUNK = re.compile(
    r"[\x21-\x7e]*|.*\b(?:digital camera|camera pictures)|sony dsc|processed with .*"
    r"|created with .*|made with .*|screenshot.*|untitled.*",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?i)unknown|none|n/?a|artist|author|photographer|picasa|owner|default")

_UTF8 = b"\x1b%G"
_MULTI: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "rights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DAY = re.compile(r"(\d{4})[-:]?(\d\d)?[-:]?(\d\d)?(?:[T ]|$)")


class Inside(NamedTuple):
    """What a file says of itself, and when it was taken (ISO 8601), or nothing."""

    notes: PictureNotes
    taken: str = ""


NOTHING = Inside(PictureNotes())


def look_inside(data: bytes) -> Inside:
    """Read what a picture that was found sound says of itself. Never raises."""
    try:
        with open_picture(io.BytesIO(data)) as image:
            parts = [_of_xmp(image), _of_iptc(image), _of_exif(image)]
    except Exception:  # noqa: BLE001 - the picture is sound, and Pillow raises what it stumbles over
        return NOTHING
    notes, taken = NOTHING
    for part in parts:
        notes = merged(notes, part.notes)
    # What the camera wrote is when it was taken; what a program wrote may be when it was saved.
    for part in reversed(parts):
        taken = taken or part.taken
    return Inside(notes, taken)


def clean(text: str, field: str = "") -> str:
    """One line of plain text of what a file has in a field: no tags, no control characters."""
    return cut(tidy(_BLANKS.sub(" ", _TAG.sub("", text[:_READ]))), MOST.get(field, SHORT))


def decoded(values: Sequence[bytes], *, utf8: bool) -> list[str]:
    """The texts of one file, which are all in one encoding: UTF-8, GB 18030 or Latin-1."""
    joined = b"\n".join(values)
    try:
        joined.decode("utf-8")
    except UnicodeDecodeError:
        encoding = "utf-8" if utf8 else "gb18030" if _is_chinese(joined) else "latin-1"
    else:
        encoding = "utf-8"
    return [value.decode(encoding, "replace").replace("\ufffd", "") for value in values]


def _is_chinese(data: bytes) -> bool:
    """Whether bytes are GB 18030, and not accented letters that happen to be valid in it."""
    try:
        wide = [sign for sign in data.decode("gb18030") if sign > "\x7f"]
    except UnicodeDecodeError:
        return False
    usual = sum(1 for sign in wide if _is_usual(sign))
    return usual * 2 > len(wide)


def _is_usual(sign: str) -> bool:
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _caption(text: str) -> str:
    text = clean(text, "caption")
    return "" if _JUNK.fullmatch(text) else text


def _people(names: Iterable[str]) -> str:
    found = dict.fromkeys(name for name in map(clean, names) if not _NOBODY.fullmatch(name))
    return cut("、".join(filter(None, found)), SHORT)


def _credit(creator: str, credit: str) -> str:
    """Who took it and for whom, as one line: 张三／新华社."""
    if not creator or not credit or creator in credit:
        return credit or creator
    return f"{creator}／{credit}"


def _place(*parts: str) -> str:
    """Country, province, city and the place in it; one that the next repeats is left out."""
    found = dict.fromkeys(filter(None, map(clean, parts)))
    kept = [part for part in found if not any(part != o and o.startswith(part) for o in found)]
    spaced = any(part.isascii() for part in kept)
    return cut((", " if spaced else "").join(reversed(kept) if spaced else kept), SHORT)


def _date(text: str) -> str:
    """The day of a date in any of the three standards' forms, for machines; or nothing."""
    found = _DAY.match(text.strip() + " ")
    if found is None:
        return ""
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"[: 7 if month else 4]


def _moment(text: str) -> str:
    """A time in ISO 8601 as it is given, or nothing where there is none to be had."""
    try:
        moment = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    return moment.isoformat() if "T" in text or " " in text.strip() else ""


def _of_iptc(image: Image.Image) -> Inside:
    """IPTC-IIM 4.2, in JPEG and TIFF."""
    try:
        found = IptcImagePlugin.getiptcinfo(image)  # type: ignore[arg-type]
    except (OSError, SyntaxError, ValueError):
        return NOTHING
    if not found:
        return NOTHING
    raw = {key: value if isinstance(value, list) else [value] for key, value in found.items()}
    sets = [(key, item) for key, items in raw.items() if key[0] == 2 for item in items if item]  # noqa: PLR2004
    utf8 = _UTF8 in raw.get((1, 90), [])
    texts: dict[int, list[str]] = {}
    for (key, _), text in zip(sets, decoded([item for _, item in sets], utf8=utf8), strict=True):
        texts.setdefault(key[1], []).append(text)

    def one(number: int) -> str:
        return texts.get(number, [""])[0]

    creator, date = _people(texts.get(80, [])), _date(one(55))
    notes = PictureNotes(
        caption=_caption(one(120)),
        credit=_credit(creator, clean(one(110))),
        place=_place(one(101), one(95), one(90), one(92)),
        date=date,
        when=date,
        creator=creator,
        copyright=clean(one(116)),
    )
    time = re.sub(r"(\d\d)(\d\d)(\d\d)", r"\1:\2:\3", one(60)[:6])
    zone = re.sub(r"([+-]\d\d)(\d\d)", r"\1:\2", one(60)[6:11])
    return Inside(notes, _moment(f"{date}T{time}{zone}") if time else "")


def _of_xmp(image: Image.Image) -> Inside:
    packet = image.info.get("xmp")
    if not isinstance(packet, bytes) or len(packet) > LARGEST_XMP:
        return NOTHING
    try:
        root = fromstring(packet.strip(b"\0 \r\n\t"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return NOTHING
    nodes = list(root.iter(f"{_RDF}Description"))

    def every(prefix: str, name: str) -> list[str]:
        return _values(nodes, f"{{{_MULTI[prefix]}}}{name}")

    def one(prefix: str, name: str) -> str:
        return next(iter(every(prefix, name)), "")

    creator, date = _people(every("dc", "creator")), _date(one("photoshop", "DateCreated"))
    terms = one("rights", "WebStatement").strip()
    notes = PictureNotes(
        alt=clean(one("core", "AltTextAccessibility"), "alt"),
        caption=_caption(one("dc", "description")),
        credit=_credit(creator, clean(one("photoshop", "Credit"))),
        place=_place(
            *(one("photoshop", name) for name in ("Country", "State", "City")),
            one("core", "Location"),
        ),
        date=date,
        when=date,
        license=terms if is_web(terms) and len(terms) <= SHORT else "",
        creator=creator,
        copyright=clean(one("dc", "rights")),
    )
    times = (("exif", "DateTimeOriginal"), ("photoshop", "DateCreated"), ("xmp", "CreateDate"))
    return Inside(notes, next(filter(None, (_moment(one(*name)) for name in times)), ""))


def _values(nodes: Sequence[Element], name: str) -> list[str]:
    """A property's values; of one in several languages the Chinese, or the default, comes first."""
    for node in nodes:
        if name in node.attrib:
            return [node.attrib[name]]
        found = node.find(name)
        if found is None:
            continue
        items = list(found.iter(f"{_RDF}li"))
        if not items:
            return [found.text or ""]
        items.sort(key=lambda li: not li.get(_LANG, "").lower().startswith("zh"))
        return [li.text or "" for li in items]
    return []


def _raw(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return value.encode("latin-1", "replace") if isinstance(value, str) else b""


def _of_exif(image: Image.Image) -> Inside:
    # Asked for its Exif, a PNG without any would be decoded to its end.
    if image.format == "PNG" and "exif" not in image.info:
        return NOTHING
    exif = image.getexif()
    names = (Base.ImageDescription, Base.Artist, Base.Copyright)
    # Exif has ASCII here; phones write what they like, and Pillow hands it over as Latin-1.
    raw = [_raw(exif.get(name)) for name in names]
    description, artist, rights = decoded(raw, utf8=False)
    creator = _people(re.split(r"[;\0]", artist))
    notes = PictureNotes(
        caption=_caption(description),
        credit=creator,
        creator=creator,
        copyright=clean(" ".join(filter(None, rights.split("\0")))),
    )
    inner = exif.get_ifd(IFD.Exif)
    day, _, time = str(inner.get(Base.DateTimeOriginal, "")).partition(" ")
    part = re.sub(r"\D", "", str(inner.get(Base.SubsecTimeOriginal, "")))[:6]
    zone = str(inner.get(Base.OffsetTimeOriginal, "")).strip("\0 ")
    moment = f"{day.replace(':', '-')}T{time.strip(chr(0) + ' ')}{'.' + part if part else ''}"
    return Inside(notes, _moment(moment + zone) or _moment(moment))
