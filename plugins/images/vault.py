"""Originals that galleries offer, made bare and kept by what they are made of."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from plugins.edition.hanging import Original
from plugins.press.build import File
from plugins.press.sink import checksum
from plugins.press.store import Store
from plugins.press.work import Crew

from .originals import RECIPE, Unfit, Words, bare

SPACE = "original"
"""Where the store keeps the checksum of each file."""


class Task(NamedTuple):
    """An original to be made: the file's path in the content, where it comes from and goes."""

    path: str
    source: str
    target: str
    ending: str
    words: Words


class Done(NamedTuple):
    """What came of a task: the file's name and checksum, or nothing where it is unfit."""

    path: str
    name: str
    sum: bytes = b""


class Vault:
    """Makes the originals that are missing and keeps them by name in a folder."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder
        self._store = store
        self._sums = dict(store.items(SPACE))

    def make(self, content: Path, originals: Sequence[Original], crew: Crew) -> frozenset[str]:
        """Make what is missing; gives the files, by path, of which none can be made."""
        tasks = [
            _task(content, self._folder, each) for each in originals if not self._has(name_of(each))
        ]
        if tasks:
            self._folder.mkdir(parents=True, exist_ok=True)
        refused = set()
        with closing(crew.each_batch(make_batch, None, tasks, 4, _crashed)) as batches:
            for done in (done for results in batches for done in results):
                if done.sum:
                    self._store.put(SPACE, [(done.name, done.sum)])
                    self._sums[done.name] = done.sum
                else:
                    refused.add(done.path)
        return frozenset(refused)

    def _has(self, name: str) -> bool:
        return name in self._sums and (self._folder / name).is_file()

    def files(self, originals: Iterable[Original]) -> list[File]:
        """The originals, ready for the output."""
        names = [(each.url, name_of(each)) for each in originals]
        return [File(url, self._folder / name, self._sums[name]) for url, name in names]

    def prune(self, originals: Iterable[Original]) -> None:
        """Throw away what no gallery offers any more."""
        wanted = {name_of(each) for each in originals}
        for file in self._folder.iterdir() if self._folder.is_dir() else ():
            if file.name not in wanted:
                file.unlink()
        self._store.drop(SPACE, self._sums.keys() - wanted)


def _task(content: Path, folder: Path, original: Original) -> Task:
    path, name = original.file.path, name_of(original)
    return Task(path, str(content / path), str(folder / name), _ending(original), _words(original))


def _ending(original: Original) -> str:
    return original.url.rpartition(".")[2]


def _words(original: Original) -> Words:
    return Words(original.caption, original.credit, original.copyright)


def name_of(original: Original) -> str:
    """The name under which a bare file is kept: a hash of all that it is made of."""
    parts = (RECIPE, original.file.sha256, *_words(original))
    key = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
    return f"{key}.{_ending(original)}"


def bared(content: Path, original: Original) -> bytes | None:
    """The bytes of an original; None where none can be made."""
    try:
        data = (content / original.file.path).read_bytes()
        return bare(data, _ending(original), _words(original))
    except (OSError, Unfit):
        return None


def make_batch(_setup: None, tasks: Sequence[Task]) -> list[Done]:
    """Make originals, on whatever worker this is."""
    return [_make(task) for task in tasks]


def _make(task: Task) -> Done:
    target = Path(task.target)
    try:
        data = bare(Path(task.source).read_bytes(), task.ending, task.words)
    except (OSError, Unfit):
        return Done(task.path, target.name)
    # Put in place whole: no half of a file is ever taken for all of it.
    part = target.with_name(f".{target.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(target)
    return Done(task.path, target.name, checksum(data))


def _crashed(task: Task) -> list[Done]:
    return [Done(task.path, Path(task.target).name)]
