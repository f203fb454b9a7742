"""Where a reader's eye goes first in a picture, guessed without any model.

What is sharp, skin-coloured or vivid draws the eye; what is near the middle does so more (and
above it in a tall picture, where faces are). The guess is made of a small copy, takes a
millisecond, and is the same each time.
"""

import math
from functools import cache
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageStat

AREA: Final = 3072
"""How many pixels are looked at: 64 x 48 of a photograph, as many of a panorama."""

_LEAST = 3
"""Pixels on a side below which nothing can be told."""

_FLAT = 6
"""What stands out by less, of 255, is noise."""

STEP: Final = 5
"""A guess is told in steps of so many per cent: another decoder's rounding moves it rarely."""

MIDDLE: Final = (50, 50)

_CENTRE, _UPPER = 50, 38
"""How high the eye looks, in per cent from the top: in a wide picture, and in a tall one."""

# Skin of all peoples lies here in YCbCr (Chai and Ngan, Face segmentation using skin-color map
# in videophone applications, IEEE Trans. CSVT 9(4), 1999).
# The light of it is ours: what is nearly black or white is anything.
_SKIN = ((60, 235), (77, 127), (133, 173))


def focus_of(picture: Image.Image) -> tuple[int, int]:
    """The point that matters, in per cent from the left and from the top.

    ``picture`` is upright, in any mode; it is left as it is. A picture of one colour has
    its middle.
    """
    middle = _CENTRE, (_UPPER if picture.height > picture.width else _CENTRE)
    small = _small(picture)
    if min(small.size) < _LEAST:
        return middle
    drawn = _drawing(small)
    high = max(drawn.tobytes())
    if high < _FLAT:
        return middle
    whole = drawn.point(lambda value: value * 255 // high)
    return _heaviest(ImageChops.multiply(whole, _bias(small.size, middle[1])))


def _small(picture: Image.Image) -> Image.Image:
    scale = min(1.0, math.sqrt(AREA / (picture.width * picture.height)))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    if picture.mode.startswith("I"):
        # 16 bits of grey: converting alone would cut all but the darkest to white.
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return picture.convert("RGB").resize(size, Image.Resampling.BOX)


def _drawing(small: Image.Image) -> Image.Image:
    """How much each place draws the eye, 0 to 255, gathered from what is around it."""
    edges = small.convert("L").filter(ImageFilter.FIND_EDGES)
    # At the rim the filter leaves the picture's own pixels.
    rimless = Image.new("L", edges.size)
    rimless.paste(edges.crop((1, 1, edges.width - 1, edges.height - 1)), (1, 1))
    vivid = _unlike(small)
    skin = ImageChops.multiply(_skin(small), vivid.point(lambda value: min(255, value * 2)))
    radius = math.sqrt(small.width * small.height) / 14
    parts = ((rimless, 1.0), (vivid, 0.7), (skin, 0.6))
    drawn = Image.new("L", small.size)
    for part, weight in parts:
        spread = part.filter(ImageFilter.GaussianBlur(radius))
        drawn = ImageChops.add(drawn, spread.point(lambda value, w=weight: int(value * w)), 1.6)
    return drawn


def _unlike(small: Image.Image) -> Image.Image:
    """How much each place differs in colour from the picture as a whole."""
    lab = small.convert("YCbCr")
    mean = tuple(round(value) for value in ImageStat.Stat(lab).mean)
    apart = ImageChops.difference(lab, Image.new("YCbCr", lab.size, mean))
    light, blue, red = apart.split()
    return ImageChops.add(ImageChops.add(blue, red), light.point(lambda value: value // 3))


def _skin(small: Image.Image) -> Image.Image:
    light, blue, red = (
        band.point(lambda value, low=low, high=high: 255 if low <= value <= high else 0)
        for band, (low, high) in zip(small.convert("YCbCr").split(), _SKIN, strict=True)
    )
    return ImageChops.darker(ImageChops.darker(light, blue), red)


@cache
def _bias(size: tuple[int, int], upper: int) -> Image.Image:
    """What is near the middle counts whole, what is in a corner about a third."""
    width, height = size
    across = [(2 * x + 1) / width - 1 for x in range(width)]
    down = [((2 * y + 1) / height - upper / 50) for y in range(height)]
    values = bytes(max(70, round(255 * (1 - 0.36 * (x * x + y * y)))) for y in down for x in across)
    return Image.frombytes("L", size, values)


def _heaviest(weighed: Image.Image) -> tuple[int, int]:
    """The middle of what weighs most, in steps of per cent."""
    width, height = weighed.size
    values = weighed.tobytes()
    least = max(values) * 4 // 5 - 1
    total = across = down = 0
    for at, value in enumerate(values):
        if value > least:
            y, x = divmod(at, width)
            total += value - least
            across += (value - least) * (2 * x + 1)
            down += (value - least) * (2 * y + 1)
    return _stepped(across, total * width), _stepped(down, total * height)


def _stepped(number: int, by: int) -> int:
    # ``number / by`` is twice the share of the side.
    return STEP * ((100 * number + by * STEP) // (2 * by * STEP))
