"""Hands and things: what first aid, a desk and a classroom are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.draw.canvas import Canvas, falling
from tools.draw.hands import Frame
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
from tools.draw.shapes import Point, blob, hull, oval, pill
from tools.draw.signs import bolt, heart


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
        _page(c, (x, y), side * k, page, mix(page, lines, 0.55))


def _page(c: Canvas, spine: Point, m: float, page: Colour, lines: Colour) -> None:
    x, y = spine
    k = abs(m)
    top = blob(
        [
            (x, y - 16 * k),
            (x + 14 * m, y - 24 * k),
            (x + 34 * m, y - 25 * k),
            (x + 49 * m, y - 21 * k),
        ],
        closed=False,
    )
    low = blob(
        [
            (x + 51 * m, y + 2 * k),
            (x + 34 * m, y - 1 * k),
            (x + 14 * m, y),
            (x, y + 8 * k),
        ],
        closed=False,
    )
    c.poly([*top, *low], page)
    c.shade([*top, *low], dark(page, 0.4), falling(180 if m > 0 else 0, -0.4, 0.8), 0.6)
    for j in range(5):
        c.curve(
            [
                (x + 9 * m, y + (-14 + j * 4) * k),
                (x + 22 * m, y + (-19 + j * 4) * k),
                (x + 43 * m, y + (-18 + j * 4) * k),
            ],
            0.8 * k,
            lines,
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
    _front_of_manikin(c, x, y, long, face, skin, shirt)


def _front_of_manikin(
    c: Canvas, x: float, y: float, long: float, face: int, skin: Colour, shirt: Colour
) -> None:
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
