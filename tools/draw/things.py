"""Hands and things: what first aid, a desk and a classroom are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from tools.draw.canvas import Canvas, falling
from tools.draw.palette import (
    BARK,
    CLAY,
    CREAM,
    INK,
    NAVY,
    OCHRE,
    PAPER,
    RED,
    SKIN,
    STONE,
    TEAL,
    Colour,
    dark,
    light,
    mix,
)
from tools.draw.people import cross
from tools.draw.shapes import Point, blob, hull, oval, pill, turned

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
    """A place on the sheet with a size, an angle and perhaps a mirror, to draw a thing in its own measure."""

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


def heart(
    c: Canvas, x: float, y: float, size: float, fill: Colour, angle: float = 0
) -> list[Point]:
    """Draw a heart around (x, y) and give its outline."""
    shape = []
    for k in range(60):
        t = k * math.tau / 60
        px = 16 * math.sin(t) ** 3
        py = -(13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t))
        shape.append((x + px * size / 32, y + py * size / 32))
    shape = turned(shape, (x, y), angle)
    c.poly(shape, fill)
    return shape


def drop(
    c: Canvas, x: float, y: float, tall: float, fill: Colour, shine: bool = True
) -> list[Point]:
    """Draw a drop whose belly is around (x, y)."""
    r = tall * 0.32
    side = blob(
        [
            (x, y - tall * 0.68),
            (x + r * 0.42, y - tall * 0.34),
            (x + r * 0.93, y - r * 0.1),
            (x + r * 0.72, y + r * 0.72),
            (x, y + r),
        ],
        closed=False,
    )
    shape = [*side, *[(2 * x - px, py) for px, py in side[::-1]]]
    c.poly(shape, fill)
    c.shade(shape, dark(fill, 0.4), falling(45, -0.3, 0.75), 0.7)
    if shine:
        c.oval(x - r * 0.42, y + r * 0.1, r * 0.13, r * 0.32, light(fill, 0.6), 20)
    return shape


def pulse(
    c: Canvas,
    x0: float,
    x1: float,
    y: float,
    tall: float,
    width: float,
    fill: Colour,
    beats: int = 1,
) -> None:
    """Draw a heart-beat line from x0 to x1."""
    points = [(x0, y)]
    span = (x1 - x0) / beats
    for k in range(beats):
        m = x0 + (k + 0.5) * span
        for dx, dy in (
            (-2.2, 0),
            (-1.7, -0.14),
            (-1.2, 0),
            (-0.8, 0),
            (-0.5, 0.16),
            (-0.1, -0.8),
            (0.35, 0.5),
            (0.65, 0),
            (1.2, 0),
            (1.6, -0.2),
            (2.1, 0),
        ):
            points.append((m + dx * tall * 0.3, y + dy * tall))
    c.line([*points, (x1, y)], width, fill)


def bolt(c: Canvas, x: float, y: float, tall: float, fill: Colour) -> None:
    """Draw a lightning bolt around (x, y)."""
    outline = (
        (0.1, -0.5),
        (-0.26, 0.08),
        (-0.03, 0.08),
        (-0.12, 0.5),
        (0.26, -0.12),
        (0.03, -0.12),
    )
    c.poly([(x + dx * tall, y + dy * tall) for dx, dy in outline], fill)


def aed(
    c: Canvas, x: float, y: float, wide: float, body: Colour = TEAL, face: Colour = PAPER
) -> None:
    """Draw an AED case lying in front of us; (x, y) is its middle."""
    tall = wide * 0.78
    c.hull(
        [
            (x - wide * 0.18, y - tall * 0.56, wide * 0.04),
            (x + wide * 0.18, y - tall * 0.56, wide * 0.04),
        ],
        dark(body, 0.4),
    )
    c.rect(x - wide * 0.12, y - tall * 0.57, wide * 0.24, tall * 0.1, light(body, 0.5), wide * 0.02)
    case = pill(x - wide / 2, y - tall / 2, wide, tall, wide * 0.09)
    c.poly(case, body)
    c.shade(case, dark(body, 0.5), falling(60, -0.2, 0.8), 0.75)
    c.rect(x - wide * 0.4, y - tall * 0.4, wide * 0.8, tall * 0.8, face, wide * 0.05)
    heart(c, x - wide * 0.1, y - tall * 0.02, wide * 0.42, RED)
    bolt(c, x - wide * 0.1, y - tall * 0.02, wide * 0.26, face)
    c.disc(x + wide * 0.26, y + tall * 0.12, wide * 0.075, OCHRE)
    for k in range(3):
        c.rect(
            x + wide * 0.19,
            y - tall * (0.28 - 0.09 * k),
            wide * 0.14,
            tall * 0.04,
            light(body, 0.45),
            wide * 0.01,
        )


def phone(
    c: Canvas,
    x: float,
    y: float,
    tall: float,
    tiles: Sequence[Colour],
    angle: float = 0,
    body: Colour = INK,
) -> None:
    """Draw a mobile phone with a grid of service tiles."""
    f = Frame(c, x, y, tall, angle)
    f.hull([(sx * 0.2, sy * 0.45, 0.05) for sx in (-1, 1) for sy in (-1, 1)], body)
    f.poly([(-0.215, -0.45), (0.215, -0.45), (0.215, 0.45), (-0.215, 0.45)], CREAM)
    f.poly([(-0.215, -0.45), (0.215, -0.45), (0.215, -0.28), (-0.215, -0.28)], RED)
    f.hull([(0, -0.365, 0.055)], PAPER)
    cross(c, *f.at(0, -0.365), tall * 0.07)
    for k, tone in enumerate(tiles):
        tx, ty = -0.13 + k % 3 * 0.13, -0.19 + k // 3 * 0.15
        f.hull([(tx + a * 0.03, ty + b * 0.03, 0.02) for a in (-1, 1) for b in (-1, 1)], tone)
        f.hull([(tx, ty, 0.02)], PAPER)


def book(
    c: Canvas,
    x: float,
    y: float,
    wide: float,
    cover: Colour = BARK,
    page: Colour = CREAM,
    lines: Colour = STONE,
) -> None:
    """Draw an open book lying flat, seen from the front; (x, y) is the foot of its spine."""
    k = wide / 100
    c.poly(
        [
            (x - 51 * k, y - 20 * k),
            (x - 54 * k, y + 5 * k),
            (x, y + 10 * k),
            (x + 54 * k, y + 5 * k),
            (x + 51 * k, y - 20 * k),
        ],
        cover,
    )
    for side in (-1, 1):
        top = blob(
            [
                (x, y - 16 * k),
                (x + side * 14 * k, y - 24 * k),
                (x + side * 34 * k, y - 25 * k),
                (x + side * 49 * k, y - 21 * k),
            ],
            closed=False,
        )
        low = blob(
            [
                (x + side * 51 * k, y + 2 * k),
                (x + side * 34 * k, y - 1 * k),
                (x + side * 14 * k, y),
                (x, y + 8 * k),
            ],
            closed=False,
        )
        c.poly([*top, *low], page)
        c.shade([*top, *low], dark(page, 0.4), falling(180 if side > 0 else 0, -0.4, 0.8), 0.6)
        for j in range(5):
            c.curve(
                [
                    (x + side * 9 * k, y + (-14 + j * 4) * k),
                    (x + side * 22 * k, y + (-19 + j * 4) * k),
                    (x + side * 43 * k, y + (-18 + j * 4) * k),
                ],
                0.8 * k,
                mix(page, lines, 0.55),
            )


def leaflet(
    c: Canvas, x: float, y: float, tall: float, angle: float, band: Colour, page: Colour = PAPER
) -> Frame:
    """Draw a leaflet with a coloured head and grey lines; give its frame for a sign."""
    f = Frame(c, x, y, tall, angle)
    shadow = [
        f.at(px + 0.02, py + 0.025)
        for px, py in ((-0.36, -0.5), (0.36, -0.5), (0.36, 0.5), (-0.36, 0.5))
    ]
    c.shade(shadow, INK, falling(90, 0.6, 0.8), 0.5)
    shape = f.poly([(-0.36, -0.5), (0.36, -0.5), (0.36, 0.5), (-0.36, 0.5)], page)
    c.shade(shape, dark(page, 0.3), falling(45, -0.4, 0.5), 0.5)
    f.poly([(-0.36, -0.5), (0.36, -0.5), (0.36, -0.38), (-0.36, -0.38)], band)
    for k in range(4):
        f.line(
            [(-0.26, 0.2 + k * 0.075), (0.26 if k < 3 else 0.05, 0.2 + k * 0.075)],
            0.022,
            mix(page, STONE, 0.5),
        )
    return f


def manikin(
    c: Canvas,
    x: float,
    y: float,
    long: float,
    face: int = 1,
    skin: Colour = SKIN[1],
    shirt: Colour = NAVY,
) -> None:
    """Draw a training manikin lying on its back: head at the `face` side."""
    c.hull(
        [
            (x - face * long * 0.38, y - long * 0.1, long * 0.1),
            (x + face * long * 0.14, y - long * 0.1, long * 0.115),
        ],
        shirt,
    )
    c.shade(
        hull(
            [
                (x - face * long * 0.38, y - long * 0.1, long * 0.1),
                (x + face * long * 0.14, y - long * 0.1, long * 0.115),
            ]
        ),
        dark(shirt, 0.5),
        falling(90, -0.2, 0.8),
        0.7,
    )
    c.limb(
        (x + face * long * 0.2, y - long * 0.09),
        (x + face * long * 0.3, y - long * 0.09),
        long * 0.05,
        long * 0.05,
        dark(skin, 0.15),
    )
    c.oval(x + face * long * 0.37, y - long * 0.105, long * 0.1, long * 0.085, skin)
    c.disc(x + face * long * 0.36, y - long * 0.195, long * 0.018, skin)
    c.shade(
        oval(x + face * long * 0.37, y - long * 0.105, long * 0.1, long * 0.085),
        dark(skin, 0.4),
        falling(90, -0.2, 0.7),
        0.6,
    )
    c.limb(
        (x + face * long * 0.1, y - long * 0.06),
        (x - face * long * 0.3, y - long * 0.03),
        long * 0.045,
        long * 0.035,
        dark(shirt, 0.2),
    )
    c.disc(x - face * long * 0.33, y - long * 0.028, long * 0.033, skin)


def lifebuoy(
    c: Canvas,
    x: float,
    y: float,
    r: float,
    fill: Colour = RED,
    angle: float = 0,
    hole: Colour | None = None,
) -> None:
    """Draw a lifebuoy."""
    inner, outer = r * 0.55, r
    for k in range(8):
        tone = fill if k % 2 == 0 else PAPER
        start, end = angle + k * 45, angle + (k + 1) * 45 + 0.6
        a = [
            (
                x + outer * math.cos(math.radians(start + (end - start) * j / 8)),
                y + outer * math.sin(math.radians(start + (end - start) * j / 8)),
            )
            for j in range(9)
        ]
        b = [
            (
                x + inner * math.cos(math.radians(end + (start - end) * j / 8)),
                y + inner * math.sin(math.radians(end + (start - end) * j / 8)),
            )
            for j in range(9)
        ]
        c.poly([*a, *b], tone)
    if hole is not None:
        c.disc(x, y, inner, hole)


def table(c: Canvas, x: float, y: float, wide: float, tall: float, fill: Colour = CLAY) -> None:
    """Draw a table from the side; (x, y) is its lower left foot."""
    for side in (0.05, 0.9):
        c.rect(x + wide * side, y - tall, wide * 0.05, tall, dark(fill, 0.25))
    c.rect(x, y - tall, wide, tall * 0.13, fill, tall * 0.03)


def cup(c: Canvas, x: float, y: float, r: float, fill: Colour, tea: Colour) -> None:
    """Draw a cup of tea on its saucer from above."""
    c.disc(x, y, r * 1.45, light(fill, 0.35))
    c.shade(oval(x, y, r * 1.45, r * 1.45), dark(fill, 0.4), falling(45, -0.3, 0.6), 0.6)
    c.hull([(x + r, y - r * 0.4, r * 0.14), (x + r * 1.5, y - r * 0.65, r * 0.14)], fill)
    c.disc(x, y, r, fill)
    c.disc(x, y, r * 0.82, tea)
    c.shade(oval(x, y, r * 0.82, r * 0.82), light(tea, 0.5), falling(225, -0.3, 0.7), 0.6)


def lamp(c: Canvas, x: float, y: float, tall: float, post: Colour, glow: Colour) -> None:
    """Draw a street lamp with its light."""
    c.shade(
        oval(x, y - tall, tall * 0.42, tall * 0.42),
        glow,
        lambda u, v: 0.75 - 1.7 * math.hypot(u - 0.5, v - 0.5),
        0.8,
    )
    c.limb((x, y), (x, y - tall * 0.88), tall * 0.02, tall * 0.013, post)
    c.poly(
        [
            (x - tall * 0.035, y - tall * 0.9),
            (x + tall * 0.035, y - tall * 0.9),
            (x + tall * 0.055, y - tall * 1.02),
            (x - tall * 0.055, y - tall * 1.02),
        ],
        glow,
    )
    c.poly(
        [
            (x - tall * 0.065, y - tall * 1.02),
            (x, y - tall * 1.09),
            (x + tall * 0.065, y - tall * 1.02),
        ],
        post,
    )
    c.rect(x - tall * 0.045, y - tall * 0.905, tall * 0.09, tall * 0.02, post)


def kayak(c: Canvas, x: float, y: float, long: float, fill: Colour) -> None:
    """Draw a kayak; (x, y) is the middle of its waterline."""
    body = [
        *blob(
            [
                (x - long * 0.5, y - long * 0.07),
                (x - long * 0.2, y - long * 0.035),
                (x + long * 0.2, y - long * 0.035),
                (x + long * 0.5, y - long * 0.08),
            ],
            closed=False,
        ),
        *blob(
            [
                (x + long * 0.5, y - long * 0.08),
                (x + long * 0.25, y + long * 0.05),
                (x - long * 0.25, y + long * 0.05),
                (x - long * 0.5, y - long * 0.07),
            ],
            closed=False,
        ),
    ]
    c.poly(body, fill)
    c.shade(body, dark(fill, 0.5), falling(90, -0.1, 0.85), 0.8)


def pin(c: Canvas, x: float, y: float, tall: float, fill: Colour) -> None:
    """Draw a map pin whose point is at (x, y)."""
    r = tall * 0.32
    c.poly([(x - r * 0.9, y - tall * 0.58), (x, y), (x + r * 0.9, y - tall * 0.58)], fill)
    c.disc(x, y - tall * 0.68, r, fill)
    c.shade(oval(x, y - tall * 0.68, r, r), dark(fill, 0.5), falling(45, -0.2, 0.8), 0.7)
    c.disc(x, y - tall * 0.68, r * 0.42, PAPER)


def board(
    c: Canvas, x: float, y: float, wide: float, tall: float, fill: Colour, frame: Colour = BARK
) -> None:
    """Draw a board on the wall."""
    c.rect(x - 1, y - 1, wide + 2, tall + 2, frame, 0.6)
    c.rect(x, y, wide, tall, fill)
    c.shade(pill(x, y, wide, tall), light(fill, 0.25), falling(60, -0.1, 0.5), 0.4)
