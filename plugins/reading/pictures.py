"""The size of a picture file, and whether it can be a picture at all."""

import hashlib
import io
import warnings
from typing import Final

from PIL import Image, TiffImagePlugin

from plugins.edition.findings import Finding
from plugins.edition.sources import PictureFile

PICTURE_SUFFIXES: Final = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff")
)
"""Endings, in lower case, of the picture files that are read."""

FOREIGN_SUFFIXES: Final = frozenset(
    (".svg", ".heic", ".heif", ".bmp", ".psd", ".ai", ".eps", ".ico", ".raw", ".jxl", ".cdr")
)
"""Endings of pictures that are not read, so that an editor can be told."""

MAX_PIXELS = 100_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF")
_ORIENTATION = 0x0112
_SIDEWAYS = (5, 6, 7, 8)
_STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES = 273, 279, 324, 325


def measure(path: str, data: bytes) -> tuple[PictureFile, tuple[Finding, ...]]:
    """Read a picture's upright size in pixels from its bytes.

    Width 0 means that it cannot be read; a finding of severity error then says why.
    Never raises.
    """
    digest = hashlib.sha256(data).hexdigest()
    rule, values, (width, height) = _measure(data)
    if rule:
        note = Finding(path, 0, 0, rule, "error", tuple(values.items()))
        return PictureFile(path, digest, 0, 0), (note,)
    return PictureFile(path, digest, width, height), ()


def _measure(data: bytes) -> tuple[str, dict[str, str], tuple[int, int]]:
    """Give the rule broken (or nothing), its values, and the size."""
    foreign = _foreign_format(data)
    if foreign:
        return "picture-format", {"format": foreign}, (0, 0)
    try:
        with warnings.catch_warnings():
            # Our own limit is told as a finding; Pillow's would be a line in the log.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                width, height = image.size
                if width * height > MAX_PIXELS:
                    return "picture-too-large", _megapixels(width * height), (0, 0)
                # Asked for its Exif, a PNG without any would be decoded to its end.
                known = image.format != "PNG" or "exif" in image.info
                turned = known and image.getexif().get(_ORIENTATION, 1) in _SIDEWAYS
                whole = _is_whole(image, data)
                image.verify()
            if not whole:
                return "picture-unreadable", {}, (0, 0)
    except Image.DecompressionBombError:
        return "picture-too-large", _megapixels(0), (0, 0)
    except Exception:  # noqa: BLE001 - Pillow raises whatever its parsers stumble over
        return "picture-unreadable", {}, (0, 0)
    return "", {}, ((height, width) if turned else (width, height))


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
    if kind == "AVIF":
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
    if data[4:8] == b"ftyp" and data[8:12] in brands and b"avif" not in data[8:64]:
        return "HEIC"
    for magic, name in ((b"BM", "BMP"), (b"8BPS", "PSD"), (b"%PDF", "PDF"), (b"%!PS", "EPS")):
        if data.startswith(magic):
            return name
    return ""
