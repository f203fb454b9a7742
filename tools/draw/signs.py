"""Signs: a heart, a drop, a heart-beat line, a bolt."""

from __future__ import annotations

import math

from tools.draw.canvas import Canvas, falling
from tools.draw.palette import (
    Colour,
    dark,
    light,
)
from tools.draw.shapes import Point, blob, turned


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
