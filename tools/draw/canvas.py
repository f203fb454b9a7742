"""The sheet that is drawn on: a unit is a hundredth of its height, all is drawn at double size."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from tools.draw.palette import PAPER, Colour
from tools.draw.shapes import Point, blob, bounds, hull, oval, pill, turned

SCALE = 2
GRID = 48
Tone = Callable[[float, float], float]


def falling(angle: float, low: float = 0.0, high: float = 1.0) -> Tone:
    """Give a tone that grows along a direction; 0 degrees is to the right, 90 down."""
    along, across = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    reach = abs(along) + abs(across)

    def tone(x: float, y: float) -> float:
        share = ((x - 0.5) * along + (y - 0.5) * across) / reach + 0.5
        return low + (high - low) * share

    return tone


def glowing(low: float = 0.0, high: float = 1.0) -> Tone:
    """Give a tone that fades from the middle to the edge."""

    def tone(x: float, y: float) -> float:
        far = min(1.0, math.hypot(x - 0.5, y - 0.5) * 2)
        return high + (low - high) * far

    return tone


class Canvas:
    """A sheet of paper with simple tools: flat shapes, grainy shade and printers' dots."""

    def __init__(self, width: int, height: int, seed: str, ground: Colour = PAPER) -> None:
        self.size = (width, height)
        self.unit = height * SCALE / 100
        self.w = 100 * width / height
        self.h = 100.0
        self.rnd = random.Random(seed)
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self._pen = ImageDraw.Draw(self.image)
        cells = (round(width * 0.72), round(height * 0.72))
        noise = Image.frombytes("L", cells, self.rnd.randbytes(cells[0] * cells[1]))
        self._noise = noise.resize(self.image.size, Image.Resampling.BILINEAR)

    # Flat shapes

    def poly(self, points: Sequence[Point], fill: Colour) -> None:
        """Fill a polygon."""
        self._pen.polygon(self._pixels(points), fill=fill)

    def blob(self, points: Sequence[Point], fill: Colour) -> None:
        """Fill a closed smooth curve through the points."""
        self.poly(blob(points), fill)

    def oval(
        self, x: float, y: float, rx: float, ry: float, fill: Colour, angle: float = 0
    ) -> None:
        """Fill an ellipse, turned by an angle if wanted."""
        self.poly(oval(x, y, rx, ry, angle), fill)

    def disc(self, x: float, y: float, r: float, fill: Colour) -> None:
        """Fill a circle."""
        self.oval(x, y, r, r, fill)

    def rect(self, x: float, y: float, w: float, h: float, fill: Colour, r: float = 0) -> None:
        """Fill a rectangle whose corners may be round."""
        self.poly(pill(x, y, w, h, r), fill)

    def box(self, x: float, y: float, w: float, h: float, fill: Colour, angle: float) -> None:
        """Fill a rectangle around its centre, turned by an angle."""
        corners = pill(x - w / 2, y - h / 2, w, h, 0)
        self.poly(turned(corners, (x, y), angle), fill)

    def line(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """Draw a line with round joints and ends."""
        for one, other in pairwise(points):
            self.limb(one, other, width / 2, width / 2, fill)

    def curve(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """Draw an open smooth curve through the points."""
        self.line(blob(points, closed=False), width, fill)

    def limb(self, one: Point, other: Point, r1: float, r2: float, fill: Colour) -> None:
        """Draw a round-ended bar that may grow thinner."""
        self.poly(hull([(*one, r1), (*other, r2)]), fill)

    def hull(self, circles: Sequence[tuple[float, float, float]], fill: Colour) -> None:
        """Fill the skin stretched around some circles."""
        self.poly(hull(circles), fill)

    # Texture

    def shade(
        self, points: Sequence[Point], fill: Colour, tone: Tone, strength: float = 1.0
    ) -> None:
        """Spray grain over a shape: thick where the tone is high."""
        frame = self._frame(points)
        if frame is None:
            return
        left, top, right, bottom = frame
        size = (right - left, bottom - top)
        grain = self._noise.crop(frame)
        lifted = ImageChops.add(grain, self._tones(tone, points, frame), 1, -128)
        spray = lifted.point([0] * 118 + [round(k * 255 / 20) for k in range(20)] + [255] * 118)
        mask = ImageChops.multiply(spray, self._mask(points, frame))
        if strength < 1:
            mask = mask.point([round(k * strength) for k in range(256)])
        self.image.paste(Image.new("RGB", size, fill), (left, top), mask)

    def fade(self, points: Sequence[Point], fill: Colour, tone: Tone) -> None:
        """Lay an even wash over a shape: thick where the tone is high."""
        frame = self._frame(points)
        if frame is None:
            return
        left, top, right, bottom = frame
        mask = ImageChops.multiply(self._tones(tone, points, frame), self._mask(points, frame))
        self.image.paste(Image.new("RGB", (right - left, bottom - top), fill), (left, top), mask)

    def dots(self, points: Sequence[Point], fill: Colour, tone: Tone, pitch: float = 1.6) -> None:
        """Print a screen of dots into a shape: large where the tone is high."""
        frame = self._frame(points)
        if frame is None:
            return
        left, top, right, bottom = frame
        sheet = Image.new("L", (right - left, bottom - top), 0)
        pen = ImageDraw.Draw(sheet)
        x0, y0, x1, y1 = bounds(points)
        step = pitch * math.sqrt(0.5)
        for row in range(int((y1 - y0) / step) + 2):
            for column in range(int((x1 - x0) / pitch) + 2):
                x = x0 + (column + row % 2 / 2) * pitch
                y = y0 + row * step
                share = tone((x - x0) / (x1 - x0), (y - y0) / (y1 - y0))
                r = pitch * 0.52 * math.sqrt(max(0.0, share)) * self.unit
                if r > 0.8:
                    a, b = x * self.unit - left, y * self.unit - top
                    pen.ellipse((a - r, b - r, a + r, b + r), fill=255)
        mask = ImageChops.multiply(sheet, self._mask(points, frame))
        self.image.paste(Image.new("RGB", sheet.size, fill), (left, top), mask)

    def finish(self, grain: int = 5) -> Image.Image:
        """Shrink the sheet to its final size and let the paper show a little."""
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        noise = self._noise.resize(self.size, Image.Resampling.BILINEAR)
        tooth = noise.point([255 - grain + round(k * grain / 255) for k in range(256)])
        return ImageChops.multiply(small, Image.merge("RGB", (tooth, tooth, tooth)))

    # Within

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.unit, y * self.unit) for x, y in points]

    def _frame(self, points: Sequence[Point]) -> tuple[int, int, int, int] | None:
        left, top, right, bottom = (k * self.unit for k in bounds(points))
        width, height = self.image.size
        frame = (
            max(0, math.floor(left)),
            max(0, math.floor(top)),
            min(width, math.ceil(right)),
            min(height, math.ceil(bottom)),
        )
        return frame if frame[2] > frame[0] and frame[3] > frame[1] else None

    def _mask(self, points: Sequence[Point], frame: tuple[int, int, int, int]) -> Image.Image:
        mask = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]), 0)
        outline = [(x - frame[0], y - frame[1]) for x, y in self._pixels(points)]
        ImageDraw.Draw(mask).polygon(outline, fill=255)
        return mask

    def _tones(
        self, tone: Tone, points: Sequence[Point], frame: tuple[int, int, int, int]
    ) -> Image.Image:
        x0, y0, x1, y1 = (k * self.unit for k in bounds(points))
        wide, high = max(x1 - x0, 1e-6), max(y1 - y0, 1e-6)
        values = bytearray()
        for row in range(GRID):
            y = frame[1] + (row + 0.5) / GRID * (frame[3] - frame[1])
            for column in range(GRID):
                x = frame[0] + (column + 0.5) / GRID * (frame[2] - frame[0])
                share = tone((x - x0) / wide, (y - y0) / high)
                values.append(round(255 * min(1.0, max(0.0, share))))
        sheet = Image.frombytes("L", (GRID, GRID), bytes(values))
        return sheet.resize((frame[2] - frame[0], frame[3] - frame[1]), Image.Resampling.BICUBIC)
