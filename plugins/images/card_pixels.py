"""The pixels of a card: a title in large type on one colour, four steps from it to paper."""

import io
from functools import cache, lru_cache
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from plugins.edition.share_cards import CardWords

from .card_plan import HEIGHT, PAPER, WIDTH, colour, plain
from .typesetting import Fit, fitted, runs

EDGE: Final = 80
"""Pixels left free on each side."""

FITS: Final = (Fit(96, 2), Fit(80, 3), Fit(60, 4), Fit(48, 5))
"""Sizes of a title: all of them fill about the same height."""

LONGEST: Final = 400
"""Characters of a title that are looked at: more than there is ever room for."""

LEADING: Final = 1.3
SMALL: Final = 40
_MIDDLE = 332
_RULE, _ABOVE, _BELOW = 76, 104, 524
_STEPS = 4
_UNIT = 100
_RLE = 3
"""zlib's Z_RLE: for flat colours no larger than its best, and twice as fast."""


def card(words: CardWords, font: str) -> bytes:
    """A card as PNG of few colours. Raises ``OSError`` where the typeface cannot be read."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((EDGE, _RULE, WIDTH - EDGE - 1, _RULE + 5), 255)
    _line(draw, font, words.above, _ABOVE)
    _title(draw, font, plain(words.title)[:LONGEST])
    if words.site:
        draw.rectangle((EDGE, _BELOW, WIDTH - EDGE - 1, _BELOW + 1), 255)
        _line(draw, font, words.site, _BELOW + 16)
    return _saved(image, colour(words))


def is_typeface(font: str) -> bool:
    """Tell whether a file is a typeface that can be drawn with."""
    try:
        _face(font, SMALL)
    except OSError:
        return False
    return True


def _title(draw: ImageDraw.ImageDraw, font: str, title: str) -> None:
    made = fitted(title, WIDTH - 2 * EDGE, FITS, lambda run: _advance(font, run))
    step = round(made.size * LEADING)
    top = _MIDDLE - step * len(made.lines) // 2
    for number, line in enumerate(made.lines):
        _text(draw, font, line, made.size, top + step * number + (step - made.size) // 2)


def _line(draw: ImageDraw.ImageDraw, font: str, text: str, top: int) -> None:
    made = fitted(plain(text), WIDTH - 2 * EDGE, (Fit(SMALL, 1),), lambda r: _advance(font, r))
    for line in made.lines:
        _text(draw, font, line, SMALL, top)


def _text(draw: ImageDraw.ImageDraw, font: str, line: str, size: int, top: int) -> None:
    """A line whose first sign stands at the edge, without the white that it has by itself.

    ``top`` is that of the em square: 0.88 em above the line that letters stand on.
    """
    type_ = _face(font, size)
    x = EDGE - size * _white(font, line[0]) if line else EDGE
    for run, gap in runs(line):
        x += gap * size
        draw.text((x, top + round(size * 0.88)), run, 255, type_, anchor="ls")
        x += type_.getlength(run)


def _saved(image: Image.Image, ground: str) -> bytes:
    few = image.point([value * _STEPS // 256 for value in range(256)])
    low, high = _rgb(ground), _rgb(PAPER)
    few.putpalette(
        [
            round(a + (b - a) * step / (_STEPS - 1))
            for step in range(_STEPS)
            for a, b in zip(low, high, strict=True)
        ]
    )
    out = io.BytesIO()
    few.save(out, "PNG", bits=2, compress_level=6, compress_type=_RLE)
    return out.getvalue()


def _rgb(value: str) -> tuple[int, int, int]:
    red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


@lru_cache(maxsize=4096)
def _advance(font: str, run: str) -> float:
    return _face(font, _UNIT).getlength(run) / _UNIT


@lru_cache(maxsize=4096)
def _white(font: str, sign: str) -> float:
    """How much white a sign has before it, in em: half of it for an opening bracket."""
    mask, offset = _face(font, _UNIT).getmask2(sign, anchor="ls")
    box = mask.getbbox()
    return (box[0] + offset[0]) / _UNIT if box else 0.0


@cache
def _face(font: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is always there, and Chinese needs no other.
    basic = ImageFont.Layout.BASIC
    # Not ImageFont.truetype: for a file that is none that looks for others of its name.
    return ImageFont.FreeTypeFont(font, size, index=_index(font), layout_engine=basic)


@cache
def _index(font: str) -> int:
    """Which face of a collection has the forms of simplified Chinese; the first, if none says."""
    for index in range(64):
        try:
            family = ImageFont.FreeTypeFont(font, _UNIT, index=index).getname()[0] or ""
        except OSError:
            break
        if family.split()[-1:] in (["SC"], ["CN"]):
            return index
    return 0
