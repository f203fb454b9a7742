"""A thing's own measure, and hands seen near."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tools.draw.canvas import Canvas, falling
from tools.draw.palette import (
    SKIN,
    Colour,
    dark,
    light,
)
from tools.draw.shapes import Point, hull, turned

OPEN = (
    (0.42, -0.3, 0.98, -0.42),
    (0.5, -0.1, 1.12, -0.13),
    (0.5, 0.1, 1.08, 0.14),
    (0.42, 0.29, 0.92, 0.4),
)
FLAT = (
    (0.45, -0.27, 1.0, -0.25),
    (0.5, -0.09, 1.15, -0.08),
    (0.5, 0.09, 1.1, 0.09),
    (0.45, 0.27, 0.95, 0.25),
)
FIST = (
    (0.35, -0.27, 0.5, -0.27),
    (0.38, -0.09, 0.56, -0.09),
    (0.38, 0.09, 0.56, 0.09),
    (0.35, 0.27, 0.48, 0.27),
)
THUMB = (0.02, -0.34, 0.5, -0.72)


class Frame:
    """A place on the sheet with a size, an angle and perhaps a mirror: a thing's own measure."""

    def __init__(
        self, c: Canvas, x: float, y: float, size: float, angle: float = 0, mirror: bool = False
    ) -> None:
        self.c, self.x, self.y, self.size, self.angle, self.side = (
            c,
            x,
            y,
            size,
            angle,
            -1 if mirror else 1,
        )

    def at(self, x: float, y: float) -> Point:
        """Give the place on the sheet."""
        point = (self.x + x * self.size, self.y + y * self.side * self.size)
        return turned([point], (self.x, self.y), self.angle)[0]

    def hull(self, circles: Sequence[tuple[float, float, float]], fill: Colour) -> list[Point]:
        """Fill a skin around circles and give its outline."""
        shape = hull([(*self.at(x, y), r * self.size) for x, y, r in circles])
        self.c.poly(shape, fill)
        return shape

    def poly(self, points: Sequence[Point], fill: Colour) -> list[Point]:
        """Fill a polygon and give its outline."""
        shape = [self.at(*point) for point in points]
        self.c.poly(shape, fill)
        return shape

    def line(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """Draw a line."""
        self.c.line([self.at(*point) for point in points], width * self.size, fill)


def hand(
    c: Canvas,
    x: float,
    y: float,
    size: float,
    angle: float,
    sleeve: Colour,
    skin: Colour = SKIN[0],
    fingers: Sequence[tuple[float, float, float, float]] = FLAT,
    mirror: bool = False,
    arm: float = 3.0,
    thumb: bool = True,
) -> None:
    """Draw a hand: fingers point along the angle, the arm runs the other way."""
    f = Frame(c, x, y, size, angle, mirror)
    f.hull([(-0.4, 0, 0.3), (-arm, 0.05, 0.36)], dark(skin, 0.05))
    if thumb:
        f.hull(
            [
                (THUMB[0] - 0.15, THUMB[1] + 0.1, 0.17),
                (THUMB[2] * 0.55, THUMB[3] * 0.85, 0.14),
                (THUMB[2], THUMB[3], 0.11),
            ],
            dark(skin, 0.06),
        )
    for x0, y0, x1, y1 in fingers:
        f.hull([(x0 - 0.3, y0, 0.11), (x1, y1, 0.085)], skin)
        f.hull([(x1 + 0.01, y1 - 0.01, 0.045), (x1 + 0.04, y1 - 0.01, 0.04)], light(skin, 0.45))
    palm = f.hull(
        [(-0.38, -0.13, 0.22), (-0.38, 0.14, 0.22), (0.35, -0.24, 0.14), (0.35, 0.24, 0.14)], skin
    )
    c.shade(palm, dark(skin, 0.35), falling(90, -0.25, 0.6), 0.55)
    for one, other in pairwise(fingers):
        x0, y0 = one[0], (one[1] + other[1]) / 2
        x1, y1 = min(one[2], other[2]) - 0.08, (one[3] + other[3]) / 2
        end = (x0 + (x1 - x0) * 0.55, y0 + (y1 - y0) * 0.55)
        f.line([(x0 - 0.02, y0), end], 0.025, dark(skin, 0.3))
    cuff = f.hull([(-0.95, 0.02, 0.42), (-arm, 0.05, 0.52)], sleeve)
    c.shade(cuff, dark(sleeve, 0.45), falling(90, -0.15, 0.75), 0.7)
    f.line([(-0.86, -0.36), (-0.86, 0.4)], 0.1, light(sleeve, 0.35))
