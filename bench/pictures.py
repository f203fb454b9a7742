"""Pictures for the archive, drawn from a seed: as large and as busy as a newsroom's."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

SIZE = (1600, 1000)
SHAPES = 220


def draw_picture(path: Path, seed: int) -> None:
    """Draw a JPEG of ``SIZE``; its noise costs an encoder about what a photograph does."""
    chance = random.Random(seed)
    width, height = SIZE
    picture = Image.new("RGB", SIZE, _colour(chance))
    draw = ImageDraw.Draw(picture)
    for _ in range(SHAPES):
        left, top = chance.randrange(width), chance.randrange(height)
        wide, high = chance.randrange(20, 400), chance.randrange(20, 300)
        shape = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        shape((left, top, left + wide, top + high), fill=_colour(chance))
    picture = picture.filter(ImageFilter.GaussianBlur(2))
    noise = Image.frombytes("L", SIZE, chance.randbytes(width * height)).convert("RGB")
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.blend(picture, noise, 0.08).save(path, quality=88)


def _colour(chance: random.Random) -> tuple[int, int, int]:
    return chance.randrange(256), chance.randrange(256), chance.randrange(256)
