"""Boats and ships."""

from __future__ import annotations

from tools.draw.canvas import Canvas, falling
from tools.draw.palette import (
    BARK,
    CLAY,
    CREAM,
    INK,
    OCHRE,
    PAPER,
    RED,
    Colour,
    dark,
    light,
    mix,
)
from tools.draw.shapes import blob
from tools.draw.village import flag


def red_boat(
    c: Canvas, x: float, y: float, long: float, hull: Colour = CLAY, roof: Colour = RED
) -> None:
    """Draw the painted boat of Nanhu; (x, y) is the middle of its waterline."""
    k = long / 100
    body = blob(
        [
            (x - 52 * k, y - 9 * k),
            (x - 36 * k, y - 4 * k),
            (x, y - 2.5 * k),
            (x + 36 * k, y - 4 * k),
            (x + 54 * k, y - 11 * k),
        ],
        closed=False,
    )
    keel = blob(
        [
            (x + 54 * k, y - 11 * k),
            (x + 44 * k, y + 3 * k),
            (x + 20 * k, y + 6 * k),
            (x - 20 * k, y + 6 * k),
            (x - 42 * k, y + 3 * k),
            (x - 52 * k, y - 9 * k),
        ],
        closed=False,
    )
    _cabin(c, x, y, k, (hull, roof))
    c.poly([*body, *keel], hull)
    c.shade([*body, *keel], dark(hull, 0.55), falling(90, -0.1, 0.95), 0.85)
    c.curve(
        [
            (x - 52 * k, y - 9 * k),
            (x - 36 * k, y - 4 * k),
            (x, y - 2.5 * k),
            (x + 36 * k, y - 4 * k),
            (x + 54 * k, y - 11 * k),
        ],
        1.5 * k,
        OCHRE,
    )
    _boat_roof(c, x, y, k, roof)


def _cabin(c: Canvas, x: float, y: float, k: float, tones: tuple[Colour, Colour]) -> None:
    hull, roof = tones
    cabin = [
        (x - 36 * k, y - 22 * k),
        (x + 34 * k, y - 22 * k),
        (x + 34 * k, y - 2 * k),
        (x - 36 * k, y - 2 * k),
    ]
    c.poly(cabin, mix(OCHRE, CREAM, 0.35))
    for j in range(9):
        px = x - 36 * k + j * 8.75 * k
        c.rect(px - 0.9 * k, y - 22 * k, 1.8 * k, 20 * k, roof)
        if j < 8 and j not in (3, 4):
            c.rect(px + 1.8 * k, y - 18 * k, 5.2 * k, 9 * k, dark(hull, 0.5))
            c.line([(px + 4.4 * k, y - 18 * k), (px + 4.4 * k, y - 9 * k)], 0.5 * k, OCHRE)
            c.line([(px + 1.8 * k, y - 13.5 * k), (px + 7 * k, y - 13.5 * k)], 0.5 * k, OCHRE)


def _boat_roof(c: Canvas, x: float, y: float, k: float, roof: Colour) -> None:
    for left, right, low, high in ((-42, 40, 21, 28), (-20, 18, 29, 37)):
        eave = blob(
            [
                (x + (left - 4) * k, y - (low + 3) * k),
                (x + (left + 5) * k, y - low * k),
                (x + (right - 5) * k, y - low * k),
                (x + (right + 4) * k, y - (low + 3) * k),
            ],
            closed=False,
        )
        top = blob(
            [
                (x + (right + 4) * k, y - (low + 3) * k),
                (x + (right - 8) * k, y - high * k),
                (x + (left + 8) * k, y - high * k),
                (x + (left - 4) * k, y - (low + 3) * k),
            ],
            closed=False,
        )
        c.poly([*eave, *top], dark(roof, 0.15))
        c.shade([*eave, *top], dark(roof, 0.6), falling(90, -0.1, 0.8), 0.8)
        c.line(
            [(x + (left + 8) * k, y - high * k), (x + (right - 8) * k, y - high * k)],
            1.3 * k,
            OCHRE,
        )
    for px in (-26, -9, 8, 24):
        c.line([(x + px * k, y - 20 * k), (x + px * k, y - 18 * k)], 0.4 * k, INK)
        c.oval(x + px * k, y - 15.6 * k, 2 * k, 2.4 * k, RED)


def steamer(
    c: Canvas, x: float, y: float, long: float, hull: Colour, smoke: Colour, flagged: bool = False
) -> None:
    """Draw a steamship; (x, y) is the middle of its waterline."""
    k = long / 100
    for j in range(7):
        c.disc(
            x + (4 + j * 7) * k,
            y - (38 + j * 4.4 + j * j * 0.25) * k,
            (3.4 + j * 1.2) * k,
            mix(smoke, PAPER, j * 0.06),
        )
    c.poly(
        [
            (x - 30 * k, y - 10 * k),
            (x - 26 * k, y - 19 * k),
            (x + 28 * k, y - 19 * k),
            (x + 30 * k, y - 10 * k),
        ],
        light(hull, 0.75),
    )
    for j in range(8):
        c.disc(x + (-20 + j * 6) * k, y - 14.5 * k, 1 * k, hull)
    c.poly(
        [
            (x - 3 * k, y - 18 * k),
            (x - 2 * k, y - 36 * k),
            (x + 6 * k, y - 36 * k),
            (x + 7 * k, y - 18 * k),
        ],
        RED if flagged else dark(hull, 0.2),
    )
    c.rect(x - 2.4 * k, y - 36 * k, 8.8 * k, 3.5 * k, INK)
    body = [
        (x - 50 * k, y - 13 * k),
        (x + 50 * k, y - 15 * k),
        (x + 42 * k, y + 1 * k),
        (x - 42 * k, y + 1 * k),
    ]
    c.poly(body, hull)
    c.shade(body, dark(hull, 0.6), falling(90, 0, 0.8), 0.8)
    for mast in (-34, 36):
        c.line([(x + mast * k, y - 12 * k), (x + mast * k, y - 46 * k)], 0.8 * k, BARK)
    if flagged:
        flag(c, x - 34 * k, y - 46 * k, 17 * k, 11 * k)


def junk(c: Canvas, x: float, y: float, long: float, sail: Colour, hull: Colour = BARK) -> None:
    """Draw a junk with ribbed sails."""
    k = long / 100
    for left, wide, tall in ((-34, 34, 62), (4, 38, 78)):
        shape = blob(
            [
                (x + left * k, y - 12 * k),
                (x + (left - 3) * k, y - tall * 0.6 * k),
                (x + (left + 5) * k, y - tall * k),
                (x + (left + wide) * k, y - tall * 0.9 * k),
                (x + (left + wide + 5) * k, y - tall * 0.4 * k),
                (x + (left + wide) * k, y - 14 * k),
            ]
        )
        c.poly(shape, sail)
        c.shade(shape, dark(sail, 0.4), falling(0, -0.1, 0.7), 0.8)
        for j in range(1, 6):
            c.line(
                [
                    (x + (left - 1) * k, y - tall * j / 6.4 * k),
                    (x + (left + wide + 2) * k, y - (tall * j / 6.4 - 2) * k),
                ],
                0.8 * k,
                dark(sail, 0.45),
            )
    body = blob(
        [
            (x - 50 * k, y - 14 * k),
            (x - 20 * k, y - 8 * k),
            (x + 25 * k, y - 8 * k),
            (x + 52 * k, y - 20 * k),
        ],
        closed=False,
    )
    c.poly([*body, (x + 44 * k, y + 2 * k), (x - 40 * k, y + 2 * k)], hull)
