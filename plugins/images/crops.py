"""Which part of a picture a crop keeps: geometry alone, in pixels of the upright picture.

A crop is the largest part of a picture that has its proportions. One of its sides is the
picture's own; along the other it is moved so that what matters stays in it.
"""

from typing import Final, Literal, NamedTuple

Focus = tuple[int, int]
"""The point that matters, in per cent of a picture's width and height from its top left corner."""

CropName = Literal["cover", "square", "share"]


class Crop(NamedTuple):
    """A kind of crop: its proportions, the widths of its WebP renditions, the width of its JPEG."""

    name: CropName
    across: int
    down: int
    widths: tuple[int, ...]
    fallback: int


CROPS: Final[dict[CropName, Crop]] = {
    "cover": Crop("cover", 3, 2, (480, 960), 480),
    "square": Crop("square", 1, 1, (240, 480), 480),
    # What sites that show a link ask for: 1200 x 630, as JPEG (ogp.me says no size;
    # developers.facebook.com/docs/sharing/webmasters/images does).
    "share": Crop("share", 40, 21, (), 1200),
}
"""Cards in lists, lists of squares, and what another site shows beside a link."""


class Box(NamedTuple):
    """A part of a picture, in pixels."""

    left: int
    top: int
    width: int
    height: int


def box(width: int, height: int, crop: Crop, focus: Focus) -> Box:
    """The part of a picture of ``width`` x ``height`` that a crop keeps.

    A point in the middle third of the picture keeps its place: what is two fifths from the
    left is so in the crop. One further out comes to stand on the line of the third, or as
    near to it as the picture's edge allows. So the box follows the point, and never jumps.
    """
    if width * crop.down > height * crop.across:
        across, down = max(1, _rounded(height * crop.across, crop.down)), height
    else:
        across, down = width, max(1, _rounded(width * crop.down, crop.across))
    across, down = min(across, width), min(down, height)
    left = _start(width, across, focus[0])
    return Box(left, _start(height, down, focus[1]), across, down)


def _start(side: int, part: int, at: int) -> int:
    """Where a part of a side begins that keeps the point at ``at`` per cent of the side."""
    # Counted in three hundredths of a pixel, so that thirds are whole.
    place = min(max(3 * at, 100), 200)
    start = _rounded(3 * at * side - place * part, 300)
    return min(max(start, 0), side - part)


def _rounded(number: int, by: int) -> int:
    """A quotient to the nearest whole number, halves up."""
    return (2 * number + by) // (2 * by)
