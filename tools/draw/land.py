"""Sky, hills, water, fields and trees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from tools.draw.canvas import Canvas, falling, glowing
from tools.draw.palette import BARK, CREAM, MOSS, PINE, Colour, dark, mix
from tools.draw.shapes import Point, arc, blob, oval, pill


def sky(c: Canvas, top: Colour, low: Colour, horizon: float = 100) -> None:
    """Fill the sheet and let one tone melt into the other."""
    whole = pill(0, 0, c.w, c.h)
    c.poly(whole, low)
    c.fade(pill(0, 0, c.w, horizon), top, falling(90, 1.0, 0.0))
    c.shade(pill(0, 0, c.w, horizon), dark(top, 0.12), falling(90, 0.32, -0.3), 0.35)


def sun(c: Canvas, x: float, y: float, r: float, fill: Colour, halo: Colour | None = None) -> None:
    """Draw a sun, with a grainy halo if wanted."""
    if halo is not None:
        c.shade(oval(x, y, r * 3.4, r * 3.4), halo, glowing(-0.1, 0.8), 0.8)
    c.disc(x, y, r, fill)


def rays(
    c: Canvas, x: float, y: float, near: float, far: float, fill: Colour, count: int = 24
) -> None:
    """Draw wedges of light around a point."""
    for k in range(count):
        middle, half = k * 360 / count, 360 / count / 4.5
        inner, outer = (
            arc(x, y, near, middle - half, middle + half, 2),
            arc(x, y, far, middle + half, middle - half, 2),
        )
        c.poly([*inner, *outer], fill)


def cloud(
    c: Canvas, x: float, y: float, size: float, fill: Colour, under: Colour | None = None
) -> None:
    """Draw a flat-bottomed cloud."""
    bumps = ((-0.62, -0.08, 0.26), (-0.25, -0.26, 0.36), (0.2, -0.2, 0.32), (0.58, -0.06, 0.22))
    for dx, dy, r in bumps:
        c.disc(x + dx * size, y + dy * size, r * size, fill)
    c.rect(x - 0.88 * size, y - 0.14 * size, 1.68 * size, 0.26 * size, fill, 0.13 * size)
    if under is not None:
        c.shade(
            pill(x - 0.86 * size, y - 0.2 * size, 1.64 * size, 0.32 * size, 0.12 * size),
            under,
            falling(90, 0.1, 0.65),
            0.7,
        )


def ridge(c: Canvas, base: float, swing: float, length: float, rough: float = 0.15) -> list[Point]:
    """Give the skyline of a layer of hills from the left edge to the right."""
    waves = [
        (swing * share, length / times, c.rnd.uniform(0, math.tau))
        for share, times in ((1, 1), (0.45, 2.3), (rough, 6.7))
    ]
    steps = round(c.w / 0.8) + 4
    found = []
    for k in range(steps + 1):
        x = -1 + (c.w + 2) * k / steps
        found.append(
            (
                x,
                base
                - sum(a * math.sin(math.tau * x / period + phase) for a, period, phase in waves),
            )
        )
    return found


def layer(
    c: Canvas,
    skyline: Sequence[Point],
    fill: Colour,
    shade: Colour | None = None,
    strong: float = 0.6,
) -> list[Point]:
    """Fill everything under a skyline, with grain that thickens towards the top."""
    shape = [*skyline, (skyline[-1][0], c.h + 1), (skyline[0][0], c.h + 1)]
    c.poly(shape, fill)
    if shade is not None:
        top = min(y for _, y in skyline)
        band = [*skyline, (skyline[-1][0], min(c.h, top + 45)), (skyline[0][0], min(c.h, top + 45))]
        c.shade(band, shade, falling(90, strong, -0.15), 0.75)
    return shape


def hills(
    c: Canvas, tones: Sequence[Colour], top: float, low: float, swing: float = 6, length: float = 70
) -> None:
    """Draw layered hills, far ones first."""
    for k, tone in enumerate(tones):
        share = k / max(1, len(tones) - 1)
        skyline = ridge(
            c, top + (low - top) * share, swing * (1 - 0.35 * share), length * (0.8 + 0.5 * share)
        )
        layer(c, skyline, tone, dark(tone, 0.22))


def peaks(
    c: Canvas, points: Sequence[Point], fill: Colour, shade: Colour, snow: Colour | None = None
) -> None:
    """Draw sharp mountains: each given point is a summit, its foot lies at the bottom."""
    for x, y in points:
        tall = c.h - y
        left, right = (x - tall * 0.62, c.h), (x + tall * 0.68, c.h)
        c.poly([left, (x, y), right], fill)
        fold = [(x, y), (x + 2.5, y + tall * 0.22), (x - 1.5, y + tall * 0.4), (x + 5, c.h), right]
        c.poly(fold, mix(fill, shade, 0.55))
        c.shade(fold, shade, falling(90, 0.65, 0.05), 0.8)
        if snow is not None:
            k = tall * 0.16
            c.poly(
                [
                    (x, y),
                    (x + k * 0.68, y + k),
                    (x + k * 0.3, y + k * 0.8),
                    (x, y + k * 1.15),
                    (x - k * 0.3, y + k * 0.8),
                    (x - k * 0.62, y + k),
                ],
                snow,
            )


def river(
    c: Canvas, course: Sequence[tuple[float, float, float]], fill: Colour, glint: Colour
) -> None:
    """Draw a river: each station is x, y and half its width."""
    left = blob([(x - r, y) for x, y, r in course], closed=False)
    right = blob([(x + r, y) for x, y, r in course], closed=False)
    shape = [*left, *right[::-1]]
    c.poly(shape, fill)
    c.shade(shape, glint, falling(0, 0.7, -0.1), 0.7)


def ripples(
    c: Canvas,
    top: float,
    low: float,
    fill: Colour,
    count: int = 40,
    left: float = 0,
    right: float = -1,
) -> None:
    """Scatter short strokes over water, longer and thicker when near."""
    right = c.w if right < 0 else right
    for _ in range(count):
        share = c.rnd.random() ** 0.8
        y, x = top + (low - top) * share, c.rnd.uniform(left, right)
        long = (2 + 9 * share) * c.rnd.uniform(0.5, 1.2)
        c.line([(x - long / 2, y), (x + long / 2, y)], 0.25 + 0.5 * share, fill)


def terraces(
    c: Canvas,
    top: float,
    low: float,
    tones: Sequence[Colour],
    edge: Colour,
    steps: int = 9,
    swing: float = 5,
) -> None:
    """Draw terraced fields, one curved step under the other."""
    phase = c.rnd.uniform(0, math.tau)
    for k in range(steps):
        share = k / (steps - 1)
        base = top + (low - top) * share**1.25
        line = []
        for j in range(81):
            x = -1 + (c.w + 2) * j / 80
            wave = (
                math.sin(x / c.w * 5.2 + phase + k * 0.35) * swing
                + math.sin(x / c.w * 13 + k) * swing * 0.22
            )
            line.append((x, base + wave))
        tone = tones[k % len(tones)]
        shape = [*line, (c.w + 1, c.h + 1), (-1, c.h + 1)]
        c.poly(shape, tone)
        band = [*line, *[(x, y + 7 + 5 * share) for x, y in line[::-1]]]
        c.shade(band, dark(tone, 0.3), falling(90, 0.6, -0.1), 0.55)
        c.line(line, 0.45 + 0.5 * share, edge)


def tree(
    c: Canvas, x: float, y: float, tall: float, fill: Colour = MOSS, trunk: Colour = BARK
) -> None:
    """Draw a round tree standing on (x, y)."""
    c.limb((x, y), (x, y - tall * 0.55), tall * 0.045, tall * 0.03, trunk)
    c.limb(
        (x, y - tall * 0.35), (x + tall * 0.14, y - tall * 0.52), tall * 0.02, tall * 0.015, trunk
    )
    crown = [
        (x + tall * dx, y - tall * dy)
        for dx, dy in (
            (-0.3, 0.5),
            (-0.34, 0.72),
            (-0.16, 0.95),
            (0.1, 1),
            (0.32, 0.84),
            (0.35, 0.6),
            (0.2, 0.44),
            (-0.05, 0.47),
        )
    ]
    shape = blob(crown)
    c.poly(shape, fill)
    c.shade(shape, dark(fill, 0.4), falling(55, -0.15, 0.85), 0.8)


def pine(
    c: Canvas, x: float, y: float, tall: float, fill: Colour = PINE, trunk: Colour = BARK
) -> None:
    """Draw a pointed tree."""
    c.limb((x, y), (x, y - tall * 0.3), tall * 0.035, tall * 0.03, trunk)
    for k in range(3):
        low, half = y - tall * (0.14 + 0.25 * k), tall * (0.24 - 0.06 * k)
        tier = [(x - half, low), (x, low - tall * 0.4), (x + half, low), (x, low + tall * 0.03)]
        c.poly(tier, fill)
        c.shade(tier, dark(fill, 0.45), falling(0, -0.2, 0.8), 0.8)


def willow(
    c: Canvas, x: float, y: float, tall: float, fill: Colour, trunk: Colour = BARK, lean: float = 1
) -> None:
    """Draw a willow with hanging branches."""
    c.curve(
        [
            (x, y),
            (x + lean * tall * 0.05, y - tall * 0.35),
            (x + lean * tall * 0.16, y - tall * 0.7),
        ],
        tall * 0.06,
        trunk,
    )
    top = (x + lean * tall * 0.18, y - tall * 0.72)
    c.oval(top[0], top[1] - tall * 0.05, tall * 0.3, tall * 0.2, dark(fill, 0.12))
    for k in range(34):
        share = k / 33 * 2 - 1
        sx, sy = top[0] + share * tall * 0.38, top[1] - tall * 0.2 * math.cos(share * 1.4)
        drop = tall * c.rnd.uniform(0.25, 0.62)
        tone = mix(fill, dark(fill, 0.3), c.rnd.random() * 0.8)
        c.curve(
            [
                (sx, sy),
                (sx + share * tall * 0.08, sy + drop * 0.45),
                (sx + share * tall * 0.1, sy + drop),
            ],
            tall * 0.016,
            tone,
        )


def bamboo(c: Canvas, x: float, y: float, tall: float, fill: Colour, leaf: Colour) -> None:
    """Draw one cane of bamboo with its leaves."""
    lean = c.rnd.uniform(-0.06, 0.06) * tall
    for k in range(7):
        a, b = k / 7, (k + 0.94) / 7
        c.line(
            [(x + lean * a * a, y - tall * a), (x + lean * b * b, y - tall * b)], tall * 0.022, fill
        )
    for _ in range(11):
        share = c.rnd.uniform(0.45, 1)
        side = c.rnd.choice((-1, 1))
        px, py, long = x + lean * share**2, y - tall * share, tall * c.rnd.uniform(0.1, 0.18)
        c.blob(
            [
                (px, py),
                (px + side * long * 0.5, py - long * 0.02),
                (px + side * long, py + long * 0.45),
                (px + side * long * 0.45, py + long * 0.3),
            ],
            leaf,
        )


def bush(c: Canvas, x: float, y: float, wide: float, fill: Colour) -> None:
    """Draw a low bush."""
    shape = blob(
        [
            (x - wide / 2, y),
            (x - wide * 0.46, y - wide * 0.22),
            (x - wide * 0.2, y - wide * 0.36),
            (x + wide * 0.12, y - wide * 0.33),
            (x + wide * 0.45, y - wide * 0.2),
            (x + wide / 2, y),
        ]
    )
    c.poly(shape, fill)
    c.shade(shape, dark(fill, 0.4), falling(60, -0.1, 0.8), 0.7)


def tuft(c: Canvas, x: float, y: float, tall: float, fill: Colour) -> None:
    """Draw a tuft of grass."""
    for k in (-0.5, -0.15, 0.2, 0.55):
        c.poly(
            [
                (x - tall * 0.07 + k * tall * 0.2, y),
                (x + k * tall, y - tall * (1 - abs(k) * 0.4)),
                (x + tall * 0.07 + k * tall * 0.2, y),
            ],
            fill,
        )


def road(c: Canvas, course: Sequence[tuple[float, float, float]], fill: Colour = CREAM) -> None:
    """Draw a winding road, stations as for a river."""
    places = blob([(x, y) for x, y, _ in course], closed=False)
    widths = blob([(0, r) for _, _, r in course], closed=False)
    stops = [(x, y, r * 0.6) for (x, y), (_, r) in zip(places, widths, strict=True)]
    for one, other in pairwise(stops):
        c.hull([one, other], fill)


def birds(c: Canvas, x: float, y: float, size: float, fill: Colour, count: int = 3) -> None:
    """Draw a few birds far away."""
    for k in range(count):
        px, py, s = (
            x + k * size * 2.2 + c.rnd.uniform(-1, 1),
            y + c.rnd.uniform(-1, 1) * size,
            size * c.rnd.uniform(0.7, 1.1),
        )
        c.curve(
            [
                (px - s, py - s * 0.35),
                (px - s * 0.4, py - s * 0.3),
                (px, py),
                (px + s * 0.4, py - s * 0.3),
                (px + s, py - s * 0.35),
            ],
            s * 0.16,
            fill,
        )
