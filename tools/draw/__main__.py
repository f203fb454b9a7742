"""`python -m tools.draw [CONTENT_DIR] [--only WORD] [--jobs N]`."""

from __future__ import annotations

import argparse
import io
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tools.draw import (
    almanac,
    banners,
    classroom,
    counties,
    gatherings,
    giving,
    helping,
    notes,
    past,
    practice,
    rescue,
    together,
)
from tools.draw.canvas import Canvas
from tools.draw.captions import segment
from tools.draw.register import PICTURES

SCENES = (
    almanac,
    banners,
    classroom,
    counties,
    gatherings,
    giving,
    helping,
    notes,
    past,
    practice,
    rescue,
    together,
)
QUALITIES = (82, 78, 74, 70, 66, 62)
MOST = 150_000


def draw(path: str, content: Path) -> int:
    """Draw one picture and give its size in bytes."""
    picture = PICTURES[path]
    canvas = Canvas(picture.width, picture.height, seed=path)
    picture.scene(canvas)
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    image = canvas.finish()
    for quality in QUALITIES:
        data = io.BytesIO()
        image.save(data, "JPEG", quality=quality, optimize=True, progressive=True)
        # What is said stands after the head: two bytes of mark, and the segment APP0.
        head = 4 + int.from_bytes(data.getvalue()[4:6], "big")
        file.write_bytes(data.getvalue()[:head] + segment(path) + data.getvalue()[head:])
        if file.stat().st_size <= MOST:
            break
    return file.stat().st_size


def main() -> None:
    """Draw all pictures, or those whose path holds a word."""
    parser = argparse.ArgumentParser(prog="python -m tools.draw", description=__doc__)
    parser.add_argument("content", nargs="?", type=Path, default=Path("content"))
    parser.add_argument(
        "--only", default="", metavar="WORD", help="draw only paths that hold this word"
    )
    parser.add_argument("--jobs", type=int, default=2, metavar="N")
    given = parser.parse_args()
    paths = [path for path in sorted(PICTURES) if given.only in path]
    with ProcessPoolExecutor(given.jobs) as pool:
        sizes = list(pool.map(draw, paths, [given.content] * len(paths)))
    for path, size in zip(paths, sizes, strict=True):
        print(f"{size / 1000:6.0f} kB  {path}")
    print(f"{len(paths)} pictures, {sum(sizes) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
