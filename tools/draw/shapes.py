"""Outlines as lists of points: ellipses, smooth curves, hulls."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]


def oval(
    x: float, y: float, rx: float, ry: float, angle: float = 0, steps: int = 56
) -> list[Point]:
    """Outline an ellipse."""
    ring = [
        (x + rx * math.cos(k * math.tau / steps), y + ry * math.sin(k * math.tau / steps))
        for k in range(steps)
    ]
    return turned(ring, (x, y), angle) if angle else ring


def arc(x: float, y: float, r: float, start: float, end: float, steps: int = 24) -> list[Point]:
    """Give the points of an arc; angles in degrees, 90 is down."""
    angles = [math.radians(start + (end - start) * k / steps) for k in range(steps + 1)]
    return [(x + r * math.cos(a), y + r * math.sin(a)) for a in angles]


def pill(x: float, y: float, w: float, h: float, r: float = 0) -> list[Point]:
    """Outline a rectangle whose corners may be round."""
    if r <= 0:
        return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    r = min(r, w / 2, h / 2)
    return [
        *arc(x + r, y + r, r, 180, 270, 8),
        *arc(x + w - r, y + r, r, 270, 360, 8),
        *arc(x + w - r, y + h - r, r, 0, 90, 8),
        *arc(x + r, y + h - r, r, 90, 180, 8),
    ]


def turned(points: Sequence[Point], centre: Point, angle: float) -> list[Point]:
    """Turn points around a centre by degrees, clockwise on the sheet."""
    along, across = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    cx, cy = centre
    return [
        (cx + (x - cx) * along - (y - cy) * across, cy + (x - cx) * across + (y - cy) * along)
        for x, y in points
    ]


def blob(points: Sequence[Point], closed: bool = True, steps: int = 12) -> list[Point]:
    """Run a smooth curve (Catmull-Rom) through the points."""
    count = len(points)
    found: list[Point] = []
    for k in range(count if closed else count - 1):
        if closed:
            a, b, c, d = (points[(k + shift) % count] for shift in (-1, 0, 1, 2))
        else:
            a, b, c, d = (points[min(count - 1, max(0, k + shift))] for shift in (-1, 0, 1, 2))
        found += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return found if closed else [*found, points[-1]]


def hull(circles: Sequence[tuple[float, float, float]]) -> list[Point]:
    """Stretch a skin around circles (x, y, r)."""
    points = sorted({point for x, y, r in circles for point in oval(x, y, r, r, steps=28)})
    return _half(points) + _half(points[::-1])


def bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Give left, top, right and bottom."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _half(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and _left(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def _left(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def blend(p: float, q: float, r: float, s: float) -> float:
        return 0.5 * (
            2 * q
            + (r - p) * t
            + (2 * p - 5 * q + 4 * r - s) * t**2
            + (3 * q - p - 3 * r + s) * t**3
        )

    return blend(a[0], b[0], c[0], d[0]), blend(a[1], b[1], c[1], d[1])
