"""Posters: a frame taken out of a film that has no picture beside it, where ffmpeg is there.

It is kept as a JPEG of the film's own size, and goes through the darkroom as any picture.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.edition.media_files import MediaFile
from plugins.edition.sources import PictureFile
from plugins.press.store import Store, decoded
from plugins.press.work import Crew

SPACE = "poster"
"""Where the store keeps what came of each film."""

RECIPE = "1"
"""Raised whenever another frame, or other pixels, come out."""

AT = 0.1
"""Which frame: after this part of the film, where titles are over and the matter has begun."""

LONGEST = 20.0
"""Seconds that one film may take; then it is stopped."""

WIDEST = 1600
_FORMATS = {"video/mp4": "mov", "video/webm": "matroska"}


class Taken(msgspec.Struct, frozen=True, array_like=True):
    """A poster's hash and size in pixels; no hash where none could be taken."""

    sha256: str
    width: int = 0
    height: int = 0


class Task(NamedTuple):
    """A film: its row in the store, where it lies, what it is, how long, where the poster goes."""

    key: str
    source: str
    type: str
    seconds: int
    target: str


class Posters:
    """Takes the posters that are missing, and keeps them by the film's hash in a folder."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder.absolute()
        self._store = store

    def take(self, content: Path, films: Iterable[MediaFile], crew: Crew) -> dict[str, PictureFile]:
        """The posters of ``films``, by the films' paths; none where ffmpeg is not installed."""
        kept = dict(self._store.items(SPACE))
        keys = {film.path: f"{film.sha256}:{RECIPE}" for film in films}
        found: dict[str, Taken] = {}
        tasks = []
        for film in films:
            key = keys[film.path]
            row, file = decoded(kept.get(key), Taken), self._file(key)
            if row is not None and (not row.sha256 or file.is_file()):
                found[key] = row
            else:
                source = str((content / film.path).absolute())
                tasks.append(Task(key, source, film.type, film.seconds, str(file)))
        if tasks and shutil.which("ffmpeg"):
            found |= self._made(tasks, crew)
        self._prune(kept.keys(), set(keys.values()))
        return {
            path: PictureFile(str(self._file(key)), taken.sha256, taken.width, taken.height)
            for path, key in keys.items()
            if (taken := found.get(key)) is not None and taken.sha256
        }

    def _file(self, key: str) -> Path:
        return self._folder / f"poster-{key[:16]}-{RECIPE}.jpg"

    def _made(self, tasks: Sequence[Task], crew: Crew) -> dict[str, Taken]:
        self._folder.mkdir(parents=True, exist_ok=True)
        made: dict[str, Taken] = {}
        with closing(crew.each_batch(take_batch, None, tasks, 1, _crashed)) as batches:
            for batch in batches:
                self._store.put(SPACE, [(key, msgspec.msgpack.encode(t)) for key, t in batch])
                made.update(batch)
        return made

    def _prune(self, kept: Iterable[str], wanted: set[str]) -> None:
        stale = [key for key in kept if key not in wanted]
        for key in stale:
            self._file(key).unlink(missing_ok=True)
        self._store.drop(SPACE, stale)


def take_batch(_setup: None, tasks: Sequence[Task]) -> list[tuple[str, Taken]]:
    """Take posters, on whatever worker this is."""
    return [(task.key, _take(task)) for task in tasks]


def _crashed(task: Task) -> list[tuple[str, Taken]]:
    return [(task.key, Taken(""))]


def _take(task: Task) -> Taken:
    from PIL import Image

    part = Path(f"{task.target}.{os.getpid()}.part")
    try:
        subprocess.run(
            _call(task, part),
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST,
        )
        data = part.read_bytes()
        with Image.open(part, formats=("JPEG",)) as image:
            width, height = image.size
        part.replace(task.target)
    # Stopped, refused by ffmpeg, or nothing came of it: the editor is asked for a picture.
    except (OSError, subprocess.SubprocessError, ValueError):
        part.unlink(missing_ok=True)
        return Taken("")
    return Taken(hashlib.sha256(data).hexdigest(), width, height)


def _call(task: Task, part: Path) -> list[str]:
    """The call: one thread and no dates, so that the same bytes come out each time.

    The kind of file is said and only files may be opened: a film cannot have ffmpeg fetch
    what it names.
    """
    return [
        *("ffmpeg", "-nostdin", "-v", "error", "-y", "-threads", "1"),
        *("-protocol_whitelist", "file", "-f", _FORMATS[task.type]),
        *("-ss", f"{task.seconds * AT:.2f}", "-i", task.source),
        *("-map", "0:v:0", "-frames:v", "1", "-vf", f"scale='min({WIDEST},iw)':-2"),
        *("-threads", "1", "-flags", "+bitexact", "-fflags", "+bitexact", "-map_metadata", "-1"),
        *("-pix_fmt", "yuvj420p", "-q:v", "2", "-f", "image2", "-update", "1", str(part)),
    ]
