"""Houses, towers, boats and other things that stand in a landscape."""

from __future__ import annotations

from tools.draw.canvas import Canvas, falling
from tools.draw.palette import (
    BARK,
    INK,
    NAVY,
    PAPER,
    RED,
    STONE,
    Colour,
    dark,
    light,
    mix,
)
from tools.draw.people import cross
from tools.draw.shapes import Point, blob

TILE = dark(STONE, 0.62)


def house(
    c: Canvas,
    x: float,
    y: float,
    wide: float,
    tall: float,
    wall: Colour = PAPER,
    roof: Colour = TILE,
    door: Colour = BARK,
) -> None:
    """Draw a white-walled house with an upturned tile roof; (x, y) is its lower left corner."""
    top = y - tall
    c.rect(x, top, wide, tall, wall)
    c.shade(
        [(x, top), (x + wide, top), (x + wide, y), (x, y)],
        dark(wall, 0.3),
        falling(0, -0.25, 0.5),
        0.6,
    )
    _tiles(c, x, top, wide, tall * 0.42, roof)
    c.rect(x + wide * 0.42, y - tall * 0.55, wide * 0.17, tall * 0.55, door)
    for wx in (0.13, 0.72):
        c.rect(x + wide * wx, y - tall * 0.68, wide * 0.15, tall * 0.3, dark(roof, 0.1))
        c.line(
            [
                (x + wide * (wx + 0.075), y - tall * 0.68),
                (x + wide * (wx + 0.075), y - tall * 0.38),
            ],
            wide * 0.012,
            wall,
        )


def _tiles(c: Canvas, x: float, top: float, wide: float, rise: float, roof: Colour) -> None:
    eaves = blob(
        [
            (x - wide * 0.13, top - rise * 0.02),
            (x + wide * 0.1, top - rise * 0.12),
            (x + wide * 0.2, top - rise * 0.62),
        ],
        closed=False,
    )
    ridge = [
        (x + wide * 0.12, top - rise * 1.02),
        (x + wide * 0.2, top - rise * 0.92),
        (x + wide * 0.8, top - rise * 0.92),
        (x + wide * 0.88, top - rise * 1.02),
    ]
    mirror = [(2 * x + wide - px, py) for px, py in eaves]
    shape = [
        *eaves,
        *ridge,
        *mirror[::-1],
        (x + wide * 1.1, top + rise * 0.1),
        (x - wide * 0.1, top + rise * 0.1),
    ]
    c.poly(shape, roof)
    for k in range(1, 8):
        share = k / 8
        c.line(
            [
                (x + wide * (0.2 + 0.6 * share), top - rise * 0.85),
                (x + wide * (-0.06 + 1.12 * share), top + rise * 0.04),
            ],
            wide * 0.008,
            light(roof, 0.22),
        )


def gable(
    c: Canvas,
    x: float,
    y: float,
    wide: float,
    tall: float,
    wall: Colour = PAPER,
    roof: Colour = TILE,
) -> None:
    """Draw the stepped gable wall (horse-head wall) of a southern house."""
    steps = [
        (x, y),
        (x, y - tall * 0.7),
        (x + wide * 0.2, y - tall * 0.7),
        (x + wide * 0.2, y - tall * 0.85),
        (x + wide * 0.36, y - tall * 0.85),
        (x + wide * 0.36, y - tall),
        (x + wide * 0.64, y - tall),
        (x + wide * 0.64, y - tall * 0.85),
        (x + wide * 0.8, y - tall * 0.85),
        (x + wide * 0.8, y - tall * 0.7),
        (x + wide, y - tall * 0.7),
        (x + wide, y),
    ]
    c.poly(steps, wall)
    c.shade(steps, dark(wall, 0.3), falling(20, -0.2, 0.5), 0.6)
    _front_of_gable(c, x, y, wide, tall, roof)


def _front_of_gable(c: Canvas, x: float, y: float, wide: float, tall: float, roof: Colour) -> None:
    for a, b, up in (
        (-0.04, 0.22, 0.7),
        (0.17, 0.38, 0.85),
        (0.32, 0.68, 1.0),
        (0.62, 0.83, 0.85),
        (0.78, 1.04, 0.7),
    ):
        c.hull(
            [
                (x + wide * a, y - tall * up - tall * 0.015, tall * 0.02),
                (x + wide * b, y - tall * up - tall * 0.015, tall * 0.02),
            ],
            roof,
        )
        c.poly(
            [
                (x + wide * a, y - tall * (up + 0.02)),
                (x + wide * (a + b) / 2, y - tall * (up + 0.07)),
                (x + wide * b, y - tall * (up + 0.02)),
            ],
            roof,
        )
    c.rect(x + wide * 0.42, y - tall * 0.78, wide * 0.16, tall * 0.13, roof)
    c.rect(x + wide * 0.4, y - tall * 0.34, wide * 0.2, tall * 0.34, BARK)


def cottage(
    c: Canvas,
    x: float,
    y: float,
    wide: float,
    tall: float,
    wall: Colour,
    roof: Colour,
    window: Colour = INK,
) -> None:
    """Draw a plain European house with a low roof."""
    c.rect(x, y - tall, wide, tall, wall)
    c.shade(
        [(x, y - tall), (x + wide, y - tall), (x + wide, y), (x, y)],
        dark(wall, 0.35),
        falling(0, -0.2, 0.55),
        0.6,
    )
    c.poly(
        [
            (x - wide * 0.06, y - tall),
            (x + wide * 0.5, y - tall - wide * 0.3),
            (x + wide * 1.06, y - tall),
        ],
        roof,
    )
    for row in range(max(1, int(tall / 8))):
        for k in (0.2, 0.62):
            c.rect(x + wide * k, y - tall * 0.86 + row * 8, wide * 0.17, min(4, tall * 0.3), window)


def pagoda(
    c: Canvas, x: float, y: float, tall: float, wall: Colour, roof: Colour, floors: int = 5
) -> None:
    """Draw a pagoda whose foot stands on (x, y)."""
    step = tall * 0.86 / floors
    for k in range(floors):
        half = tall * 0.13 * (1 - 0.11 * k)
        low = y - k * step
        c.rect(x - half, low - step, 2 * half, step, wall)
        c.rect(x - half * 0.2, low - step * 0.6, half * 0.4, step * 0.5, dark(wall, 0.5))
        eave = blob(
            [
                (x - half * 1.6, low - step * 1.06),
                (x - half, low - step * 0.93),
                (x, low - step * 0.9),
                (x + half, low - step * 0.93),
                (x + half * 1.6, low - step * 1.06),
            ],
            closed=False,
        )
        c.poly(
            [*eave, (x + half * 0.85, low - step * 1.14), (x - half * 0.85, low - step * 1.14)],
            roof,
        )
    c.limb((x, y - floors * step), (x, y - tall), tall * 0.02, tall * 0.005, roof)


def pavilion(
    c: Canvas, x: float, y: float, wide: float, roof: Colour = TILE, post: Colour = RED
) -> None:
    """Draw an open pavilion, (x, y) being the middle of its floor."""
    tall = wide * 0.5
    for k in (-0.36, -0.13, 0.13, 0.36):
        c.rect(x + wide * k - wide * 0.015, y - tall, wide * 0.03, tall, post)
    c.rect(x - wide * 0.44, y - wide * 0.05, wide * 0.88, wide * 0.05, light(STONE, 0.4))
    eave = blob(
        [
            (x - wide * 0.6, y - tall * 1.18),
            (x - wide * 0.42, y - tall * 0.95),
            (x, y - tall * 0.9),
            (x + wide * 0.42, y - tall * 0.95),
            (x + wide * 0.6, y - tall * 1.18),
        ],
        closed=False,
    )
    right = blob(
        [
            (x + wide * 0.6, y - tall * 1.18),
            (x + wide * 0.25, y - tall * 1.25),
            (x + wide * 0.05, y - tall * 1.75),
        ],
        closed=False,
    )
    left = [(2 * x - px, py) for px, py in right]
    c.poly([*eave, *right, *left[::-1]], roof)
    c.disc(x, y - tall * 1.78, wide * 0.035, roof)


def flag(
    c: Canvas,
    x: float,
    y: float,
    wide: float,
    tall: float,
    fill: Colour = PAPER,
    mark: Colour | None = RED,
    pole: float = 0,
    lean: float = 0.0,
) -> None:
    """Draw a waving flag whose upper left corner is (x, y), with a pole if wanted."""
    if pole:
        c.limb((x, y - tall * 0.12), (x, y + pole), tall * 0.025, tall * 0.035, BARK)
    top = [
        (x + wide * s, y + tall * (w + lean * s))
        for s, w in ((0, 0), (0.25, -0.1), (0.5, 0.02), (0.75, 0.13), (1, 0.04))
    ]
    low = [(px, py + tall) for px, py in top]
    shape = [*blob(top, closed=False), *blob(low, closed=False)[::-1]]
    c.poly(shape, fill)
    c.shade(
        shape,
        dark(fill, 0.35),
        lambda u, _v: 0.55 - abs(u - 0.33) * 2.2 if u < 0.6 else 0.6 - abs(u - 0.98) * 1.6,
        0.6,
    )
    if mark is not None:
        _wave_cross(c, top, tall, mark)


def _wave_cross(c: Canvas, top: list[Point], tall: float, mark: Colour) -> None:
    line = blob(top, closed=False)
    wide = top[-1][0] - top[0][0]
    cell = tall * 0.19

    def at(dx: float, dy: float) -> Point:
        px = top[0][0] + wide / 2 + dx * cell
        after = next(k for k, point in enumerate(line) if point[0] >= px)
        (ax, ay), (bx, by) = line[after - 1], line[after]
        return px, ay + (by - ay) * (px - ax) / (bx - ax) + tall / 2 + dy * cell

    for x0, x1, y0, y1 in ((-0.5, 0.5, -1.5, 1.5), (-1.5, 1.5, -0.5, 0.5)):
        steps = [x0 + (x1 - x0) * k / 10 for k in range(11)]
        c.poly([*[at(s, y0) for s in steps], *[at(s, y1) for s in steps[::-1]]], mark)


def tent(
    c: Canvas, x: float, y: float, wide: float, tall: float, fill: Colour = PAPER, mark: bool = True
) -> None:
    """Draw a ridge tent seen from its open front and side."""
    top, back = (x + wide * 0.28, y - tall), (x + wide * 0.86, y - tall * 0.94)
    side = [top, back, (x + wide * 1.05, y - tall * 0.1), (x + wide * 0.56, y)]
    c.poly(side, fill)
    c.shade(side, dark(fill, 0.4), falling(60, 0, 0.6), 0.7)
    c.poly([(x, y), top, (x + wide * 0.56, y)], mix(fill, dark(fill, 0.5), 0.25))
    c.poly([(x + wide * 0.16, y), top, (x + wide * 0.4, y)], dark(NAVY, 0.35))
    c.poly([(x + wide * 0.16, y), top, (x + wide * 0.1, y - tall * 0.05)], light(fill, 0.2))
    c.line([top, (x - wide * 0.14, y)], wide * 0.008, INK)
    if mark:
        cross(c, x + wide * 0.72, y - tall * 0.5, tall * 0.3)
