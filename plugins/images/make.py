"""The pixels of renditions: upright, in sRGB, without metadata, made on workers."""

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps

from plugins.edition.sources import PictureFile
from plugins.press.build import File
from plugins.press.sink import checksum
from plugins.press.store import Store
from plugins.press.work import Crew

from .plan import Size, sizes

SPACE = "rendition"
"""Where the store keeps the checksum of each rendition."""

QUALITY = {"webp": 80, "jpg": 82}


class Task(NamedTuple):
    """A picture, all its renditions, and the names of those that are not there yet."""

    source: str
    path: str
    sizes: tuple[Size, ...]
    absent: frozenset[str]


class Setup(NamedTuple):
    """Where renditions are kept."""

    folder: str


class Made(NamedTuple):
    """What came of a task: name and checksum of each rendition, or what is wrong."""

    path: str
    renditions: tuple[tuple[str, bytes], ...]
    fault: str = ""


class Darkroom:
    """Makes the renditions that are missing and keeps them by name in a folder."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder
        self._store = store
        self._sums = dict(store.items(SPACE))

    def make(self, content: Path, files: Sequence[PictureFile], crew: Crew) -> dict[str, str]:
        """Make what is missing of the renditions of ``files``.

        Returns the pictures that cannot be made, by path, with what is wrong.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        tasks = [task for file in files if (task := self._missing(content, file))]
        faults: dict[str, str] = {}
        setup = Setup(str(self._folder))
        with closing(crew.each_batch(make_batch, setup, tasks, 2, _crashed)) as batches:
            for result in (result for results in batches for result in results):
                # Kept at once: who ends a long first build need not begin it again.
                self._store.put(SPACE, result.renditions)
                self._sums.update(result.renditions)
                if result.fault:
                    faults[result.path] = result.fault
        return faults

    def _missing(self, content: Path, file: PictureFile) -> Task | None:
        absent = frozenset(
            size.name
            for size in sizes(file)
            if size.name not in self._sums or not (self._folder / size.name).is_file()
        )
        if not absent:
            return None
        return Task(str(content / file.path), file.path, sizes(file), absent)

    def files(self, files: Iterable[PictureFile]) -> list[File]:
        """The renditions of ``files``, ready for the output."""
        names = dict.fromkeys(size.name for file in files for size in sizes(file))
        return [File(f"/images/{name}", self._folder / name, self._sums[name]) for name in names]

    def prune(self, files: Iterable[PictureFile]) -> None:
        """Throw away what no picture of ``files`` needs."""
        wanted = {size.name for file in files if file.width for size in sizes(file)}
        for file in self._folder.iterdir() if self._folder.is_dir() else ():
            if file.name not in wanted:
                file.unlink()
        self._store.drop(SPACE, self._sums.keys() - wanted)


def _crashed(task: Task) -> list[Made]:
    return [Made(task.path, (), "the program that decodes it died of it")]


def make_batch(setup: Setup, tasks: Sequence[Task]) -> list[Made]:
    """Make renditions, on whatever worker this is."""
    return [_make(Path(setup.folder), task) for task in tasks]


def _make(folder: Path, task: Task) -> Made:
    try:
        with Image.open(task.source) as opened:
            largest = max(size.width for size in task.sizes)
            # JPEG can be decoded at a half or a quarter of its size at little cost.
            opened.draft("RGB", (largest, largest))
            encoded = list(_encoded_sizes(task, _plain(opened)))
    # Pillow raises these for files that are cut, forged, or of a form it cannot handle.
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return Made(task.path, (), str(error))
    # A disk that is full is no fault of the picture's: that ends the build.
    for name, data in encoded:
        _replace(folder / name, data)
    return Made(task.path, tuple((name, checksum(data)) for name, data in encoded))


def _encoded_sizes(task: Task, picture: Image.Image) -> Iterator[tuple[str, bytes]]:
    # Each size is made from the next larger one: less to read, and no less sharp. All are
    # gone through, so that one that was lost comes back as it was.
    for size in sorted(task.sizes, key=lambda s: (-s.width, s.name)):
        if picture.size != (size.width, size.height):
            picture = picture.resize(
                (size.width, size.height), Image.Resampling.LANCZOS, reducing_gap=3.0
            )
        if size.name in task.absent:
            yield size.name, _encoded(picture, size.format)


def _plain(opened: Image.Image) -> Image.Image:
    """The first frame, upright, in sRGB, on white where it is transparent."""
    profile = opened.info.get("icc_profile")
    picture = ImageOps.exif_transpose(opened)
    if picture.mode.startswith("I"):
        # 16 bits of grey: converting alone would cut all but the darkest to white.
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        picture = Image.alpha_composite(paper, layer).convert("RGB")
    if picture.mode == "P":
        picture = picture.convert("RGB")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        picture = _to_srgb(picture, profile)
    return picture.convert("RGB")


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(
            picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return picture  # a broken profile: the colours as they are
    return converted or picture


def _encoded(picture: Image.Image, suffix: str) -> bytes:
    out = io.BytesIO()
    bare = picture.copy()
    bare.info = {}
    if suffix == "webp":
        bare.save(out, "WEBP", quality=QUALITY["webp"], method=4)
    else:
        bare.save(out, "JPEG", quality=QUALITY["jpg"], optimize=True, progressive=True)
    return out.getvalue()


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(target)
