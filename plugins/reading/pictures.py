"""The size of a picture file, and whether it can be a picture at all."""

import functools
import hashlib
import io
import posixpath
from importlib import metadata
from pathlib import Path
from typing import Final

import msgspec
from PIL import Image, TiffImagePlugin

from plugins.edition import picture_notes
from plugins.edition.findings import Finding, finding
from plugins.edition.sources import PictureFile

from . import fields, gaze, picture_files, picture_inside, picture_looks, words
from .gaze import MIDDLE, focus_of
from .picture_files import SIDEWAYS, open_picture, orientation_of, reads_heif
from .picture_inside import look_inside
from .picture_looks import Motion, motion_of, thumbnail, tone_of

_NAMED: Final = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".avif": "AVIF",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".heic": "HEIF",
    ".heif": "HEIF",
}
PICTURE_SUFFIXES: Final = frozenset(_NAMED)
"""Endings, in lower case, of the picture files that are read."""

FOREIGN_SUFFIXES: Final = frozenset(
    (".svg", ".bmp", ".psd", ".ai", ".eps", ".ico", ".raw", ".jxl", ".cdr")
)
"""Endings of pictures that are not read, so that an editor can be told."""

MAX_PIXELS = 100_000_000
MAX_SIDE = 30_000
"""Pixels in one direction: a poster (长图) of a phone has a few thousand."""
MAX_BYTES = 100_000_000
"""Of a file, which is read whole."""

_CODE: Final = tuple(
    str(module.__file__)
    for module in (
        *(gaze, picture_files, picture_inside, picture_looks),
        *(fields, picture_notes, words),
    )
)
_STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES = 273, 279, 324, 325


def measure(path: str, data: bytes) -> tuple[PictureFile, tuple[Finding, ...]]:
    """Read a picture's upright size in pixels and what it says of itself from its bytes.

    Width 0 means that it cannot be read; a finding of severity error then says why.
    Raises nothing but ``MemoryError``: its pixels are looked at, so a file may do harm
    (``plugins.press.guard``).
    """
    digest = hashlib.sha256(data).hexdigest()
    head, tone, guess, motion = _looked_at(data)
    if head.rule:
        note = Finding(path, 0, 0, head.rule, "error", tuple(head.values.items()))
        return PictureFile(path, digest, 0, 0), (note,)
    notes, taken = look_inside(data)
    file = PictureFile(path, digest, *head.size, notes, taken, tone, motion.frames, guess)
    return file, tuple(_noted(path, head.format, motion))


def too_large(path: str, size: int) -> tuple[PictureFile, tuple[Finding, ...]]:
    """What is said of a file of so many bytes that it is not read at all."""
    values = {"megabytes": str(size // 1_000_000), "limit": str(MAX_BYTES // 1_000_000)}
    return PictureFile(path, "", 0, 0), (finding("error", "picture-file-large", path, **values),)


@functools.cache
def measuring_version() -> str:
    """Give a hash of all that decides what ``measure`` makes of the same bytes."""
    total = hashlib.sha256()
    for file in (__file__, *_CODE):
        total.update(Path(file).read_bytes())
    total.update(repr(msgspec.json.schema(PictureFile)).encode())
    for name in ("defusedxml", "pillow", "pillow-heif"):
        try:
            total.update(f"{name}={metadata.version(name)}\0".encode())
        except metadata.PackageNotFoundError:
            continue
    return total.hexdigest()[:16]


class _Head(msgspec.Struct):
    """What a file's head tells: the rule that it breaks, or its size and format."""

    rule: str = ""
    values: dict[str, str] = {}
    size: tuple[int, int] = (0, 0)
    format: str = ""


def _looked_at(data: bytes) -> tuple[_Head, str, tuple[int, int], Motion]:
    """Look at the pixels below a sound head, too: they may yet be broken."""
    head = _measure(data)
    if head.rule:
        return head, "", MIDDLE, Motion()
    try:
        with open_picture(io.BytesIO(data)) as opened:
            small = thumbnail(opened)
        return head, tone_of(small), focus_of(small), motion_of(data, head.format)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as in _measure
        return _Head("picture-unreadable"), "", MIDDLE, Motion()


def _noted(path: str, kind: str, motion: Motion) -> list[Finding]:
    """What an editor should know of a picture that is shown."""
    notes = []
    suffix = posixpath.splitext(path)[1].lower()
    if _NAMED.get(suffix, kind) != kind:
        name = suffix.removeprefix(".")
        notes.append(finding("notice", "picture-mislabelled", path, format=kind, suffix=name))
    if motion.too_much:
        notes.append(finding("notice", "animation-long", path, reason=motion.too_much))
    return notes


def _measure(data: bytes) -> _Head:
    foreign = _foreign_format(data)
    if foreign:
        return _Head("heic-unread" if foreign == "HEIC" else "picture-format", {"format": foreign})
    try:
        with open_picture(io.BytesIO(data)) as image:
            head = _head(image, data)
            if not head.rule:
                image.verify()
            return head
    except Image.DecompressionBombError:
        return _Head("picture-too-large", _megapixels(0))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - Pillow raises whatever its parsers stumble over
        return _Head("picture-unreadable")


def _head(image: Image.Image, data: bytes) -> _Head:
    width, height = image.size
    if width * height > MAX_PIXELS:
        return _Head("picture-too-large", _megapixels(width * height))
    if max(width, height) > MAX_SIDE:
        values = {"pixels": str(max(width, height)), "limit": str(MAX_SIDE)}
        return _Head("picture-too-long", values)
    turned = orientation_of(image) in SIDEWAYS
    if not width or not height or not _is_whole(image, data):
        return _Head("picture-unreadable")
    size = (height, width) if turned else (width, height)
    return _Head(size=size, format=image.format or "")


def _megapixels(pixels: int) -> dict[str, str]:
    return {"pixels": str(pixels // 1_000_000 or ">170"), "limit": str(MAX_PIXELS // 1_000_000)}


def _is_whole(image: Image.Image, data: bytes) -> bool:
    """Whether a file that was opened goes on to its end, told without decoding its pixels.

    ``verify()`` tells it of PNG alone.
    """
    kind = image.format
    if kind == "JPEG":
        # Some cameras append to the end mark.
        return b"\xff\xd9" in data[-65536:] or data.rfind(b"\xff\xd9") > len(data) // 2
    if kind == "GIF":
        return data.rstrip(b"\0").endswith(b";")
    if kind == "WEBP":
        return int.from_bytes(data[4:8], "little") + 8 <= len(data)
    if kind in ("AVIF", "HEIF"):
        return _boxes_fit(data)
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        tags = image.tag_v2
        starts = tags.get(_STRIPS) or tags.get(_TILES) or ()
        sizes = tags.get(_STRIP_SIZES) or tags.get(_TILE_SIZES) or ()
        return all(a + b <= len(data) for a, b in zip(starts, sizes, strict=True))
    return True


def _boxes_fit(data: bytes) -> bool:
    """Whether the boxes of an ISO media file end where the file does, or before."""
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 0:
            return True
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        at += max(size, 8)
    return at <= len(data)


def _foreign_format(data: bytes) -> str:
    """Name a picture format that is known and not read."""
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    xml = head.startswith((b"<?xml", b"<!doctype"))
    if head.startswith(b"<svg") or (xml and b"<svg" in data[:4096].lower()):
        return "SVG"
    brands = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
    heic = data[4:8] == b"ftyp" and data[8:12] in brands and b"avif" not in data[8:64]
    if heic and not reads_heif():
        return "HEIC"
    for magic, name in ((b"BM", "BMP"), (b"8BPS", "PSD"), (b"%PDF", "PDF"), (b"%!PS", "EPS")):
        if data.startswith(magic):
            return name
    return ""
