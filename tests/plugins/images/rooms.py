"""A darkroom to test in, and pictures to make there."""

import io
import random
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from plugins.edition.prints import Print
from plugins.edition.site_specs import RenditionSpec
from plugins.edition.sources import PictureFile
from plugins.images.make import Darkroom
from plugins.images.plan import Size
from plugins.images.plan import sizes as sizes_of
from plugins.press.store import Store
from plugins.press.work import Crew
from plugins.reading.pictures import measure

Pixel = tuple[int, int, int]
RED, GREEN, WHITE = (255, 0, 0), (0, 255, 0), (255, 255, 255)
NEAR = 12
USUAL = RenditionSpec()


def sizes(file: PictureFile) -> tuple[Size, ...]:
    """The renditions of a picture within a text."""
    return sizes_of(Print(file), USUAL)


def near(one: Any, other: Pixel) -> bool:
    """Whether two colours are the same but for the loss of compression."""
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def halves(mode: str = "RGB", size: tuple[int, int] = (400, 200)) -> Image.Image:
    """A picture that is red on its left and white on its right."""
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 2 - 1, size[1]), fill="red")
    return picture.convert(mode)


def saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    """The bytes of a picture file."""
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


class Room:
    """A content folder and a darkroom."""

    def __init__(self, root: Path) -> None:
        self.content = root / "content"
        self.content.mkdir()
        self.folder = root / "images"
        self.store = Store(root / "store.sqlite")

    def file(self, name: str, data: bytes) -> PictureFile:
        """A picture file, measured as the build does."""
        (self.content / name).write_bytes(data)
        file, findings = measure(name, data)
        assert all(found.severity == "notice" for found in findings), findings
        return file

    def made(self, *files: PictureFile, jobs: int = 1) -> dict[str, str]:
        """Make what is missing; gives the faults."""
        prints = [Print(file) for file in files]
        return Darkroom(self.folder, self.store).make(self.content, prints, USUAL, Crew(jobs))

    def shown(self, name: str, data: bytes) -> Image.Image:
        """The largest rendition of a picture, as a reader gets it."""
        file = self.file(name, data)
        assert self.made(file) == {}
        for size in sizes(file):
            with Image.open(self.folder / size.name) as opened:
                assert opened.size == (size.width, size.height)
        largest = [size for size in sizes(file) if size.kind == "webp"][-1]
        return Image.open(self.folder / largest.name).convert("RGB")

    def bytes(self) -> dict[str, bytes]:
        """All renditions."""
        return {path.name: path.read_bytes() for path in sorted(self.folder.iterdir())}


def noise(width: int, height: int) -> bytes:
    """A photograph, as far as its numbers are concerned."""
    small = random.Random(1).randbytes(300 * 200 * 3)  # noqa: S311 - a test's chance
    picture = Image.frombytes("RGB", (300, 200), small).resize((width, height))
    return saved(picture, "JPEG", quality=90)
