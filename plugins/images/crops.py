"""Which part of a picture a crop keeps: geometry alone, in pixels of the upright picture.

A crop is the largest part of a picture that has its proportions. One of its sides is the
picture's own; along the other it is moved so that what matters stays in it.
"""

from typing import Final, NamedTuple

from plugins.edition.prints import CropName, Focus


class Crop(NamedTuple):
    """A kind of crop: its proportions, the widths of its WebP renditions, the width of its JPEG."""

    name: CropName
    across: int
    down: int
    widths: tuple[int, ...]
    fallback: int


CROPS: Final[dict[str, Crop]] = {
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


def place_in(part: Box, width: int, height: int, focus: Focus) -> Focus:
    """Where in a part of a picture of ``width`` x ``height`` its point is, in per cent."""
    return (
        _share(focus[0] * width - 100 * part.left, part.width),
        _share(focus[1] * height - 100 * part.top, part.height),
    )


def _share(number: int, of: int) -> int:
    return min(max(_rounded(number, of), 0), 100)


def _start(side: int, part: int, at: int) -> int:
    """Where a part of a side begins that keeps the point at ``at`` per cent of the side."""
    # Counted in three hundredths of a pixel, so that thirds are whole.
    place = min(max(3 * at, 100), 200)
    start = _rounded(3 * at * side - place * part, 300)
    return min(max(start, 0), side - part)


def _rounded(number: int, by: int) -> int:
    """A quotient to the nearest whole number, halves up."""
    return (2 * number + by) // (2 * by)
