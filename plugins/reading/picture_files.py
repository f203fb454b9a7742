"""Picture files opened in one way: to be measured, and to be developed."""

import contextlib
import importlib
import importlib.util
import warnings
from collections.abc import Generator
from typing import IO, Final

from PIL import Image

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF", "HEIF")
"""Formats by Pillow's names; HEIF is read where the optional package pillow-heif is installed."""

HEIF_PACKAGE: Final = "pillow_heif"

_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS: Final = (5, 6, 7, 8)
"""Orientations in which width and height change places."""


def reads_heif() -> bool:
    """Whether pictures of iPhones (HEIC) can be read: it takes a package that is optional."""
    return importlib.util.find_spec(HEIF_PACKAGE) is not None


@contextlib.contextmanager
def open_picture(
    file: IO[bytes] | str, formats: tuple[str, ...] = FORMATS
) -> Generator[Image.Image, None, None]:
    """Open a picture, its pixels not yet decoded; raises what Pillow raises."""
    if "HEIF" not in Image.OPEN and reads_heif():
        # It takes time to load, and few files need it: asked for when one begins as HEIC does.
        _register_heif(file)
    known = tuple(name for name in formats if name in Image.OPEN or name != "HEIF")
    with warnings.catch_warnings():
        # Our own limit is told as a finding; Pillow's would be a line in the log.
        warnings.simplefilter("ignore")
        with Image.open(file, formats=known) as opened:
            yield opened


def _register_heif(file: IO[bytes] | str) -> None:
    if isinstance(file, str):
        with open(file, "rb") as data:  # noqa: PTH123 - a path as Pillow takes it
            head = data.read(12)
    else:
        head = file.read(12)
        file.seek(0)
    if head[4:8] == b"ftyp":
        importlib.import_module(HEIF_PACKAGE).register_heif_opener()


def orientation_of(opened: Image.Image) -> int:
    """How a picture that is not decoded yet must be turned: 1 to 8, as EXIF has it.

    A PNG says so before its pixels or not at all: asked for more, it would be decoded.
    """
    if opened.format == "PNG" and "exif" not in opened.info:
        return 1
    found = opened.getexif().get(_ORIENTATION, 1)
    return found if found in _UPRIGHT else 1


def upright(picture: Image.Image, orientation: int) -> Image.Image:
    """A picture turned as its orientation says."""
    how = _UPRIGHT.get(orientation)
    return picture if how is None else picture.transpose(how)


def workable(opened: Image.Image) -> Image.Image:
    """The first frame in a mode that can be resized: L, LA, RGB, RGBA or CMYK."""
    picture = opened
    if picture.mode.startswith("I"):
        # 16 bits of grey: converting alone would cut all but the darkest to white.
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif picture.mode == "PA" or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    elif picture.mode in ("1", "F"):
        picture = picture.convert("L")
    elif picture.mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):
        picture = picture.convert("RGB")
    else:
        picture.load()
    return picture


def on_white(picture: Image.Image) -> Image.Image:
    """A picture without transparency: what shines through is white, as paper is."""
    if picture.mode not in ("RGBA", "LA"):
        return picture
    paper = Image.new(picture.mode.removesuffix("A"), picture.size, "white")
    paper.paste(picture.convert(paper.mode), mask=picture.getchannel("A"))
    return paper
