"""The folder beside the output in which a build is laid out: a new one, or the last but one.

Its files are links to the output's. So none is ever written to in place: what is at a
path is unlinked, and a new file made.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from .tree import BLOCK, above

T = TypeVar("T")

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
NOT_THAT = (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError)
"""What unlinking raises where there is no file, or a folder (EPERM on macOS)."""

MANY = 1000
"""Below so many files to link, one thread is as quick as two."""

IN_THE_WAY = (FileExistsError, FileNotFoundError, NotADirectoryError, IsADirectoryError)


class Stage:
    """The files of the build under way. Any forked process may write to it."""

    def __init__(self, root: Path) -> None:
        self.path = root
        self.root = str(root)
        self.linked = True
        """Whether all that was to be linked could be: no file had to be copied."""

        self.reused = False
        """Whether it holds what the output holds, or held one build ago."""

        self._folders: set[str] = set()

    def discard(self) -> None:
        """Take it away, with all that is in it."""
        if self.path.is_symlink() or self.path.is_file():
            self.path.unlink()
        elif self.path.is_dir():
            shutil.rmtree(self.path)

    def start(self, *, reused: bool) -> None:
        """Begin with what is there, or with nothing."""
        self.reused = reused
        if not reused:
            self.discard()
            self.path.mkdir(parents=True)

    def write(self, path: str, data: bytes) -> os.stat_result:
        """Make a file; its state comes back."""
        return self._lay(path, lambda place: _new(place, data))

    def copy(self, path: str, source: Path) -> tuple[os.stat_result, bytes]:
        """Make a copy of a file of any size; its state and its checksum come back."""
        return self._lay(path, lambda place: _copied(place, source))

    def link(self, path: str, source: str) -> None:
        """Put in a file of another tree, as a link where the system can."""
        self._lay(path, lambda place: self._link(source, place))

    def link_all(self, paths: Collection[str], root: str) -> None:
        """Put in all these files of the tree ``root``, as ``link`` does."""
        if len(paths) < MANY:
            self._link_each(paths, root)
            return
        # In order, so that one thread meets the files of a folder, one after the other.
        ordered = sorted(paths)
        half = len(ordered) // 2
        with ThreadPoolExecutor(2) as threads:
            # All of it is the system's time, in which Python lets another thread run.
            work = (ordered[:half], ordered[half:])
            for _ in threads.map(self._link_each, work, (root, root)):
                pass

    def _link_each(self, paths: Iterable[str], root: str) -> None:
        for path in paths:
            self.link(path, f"{root}/{path}")

    def adopt(self, path: str, source: str) -> None:
        """Move a file here."""
        self._lay(path, lambda place: os.replace(source, place))  # noqa: PTH105 - see tree.py

    def remove(self, paths: Collection[str]) -> None:
        """Take out files, and folders that become empty."""
        for path in paths:
            _drop(f"{self.root}/{path}")
        for folder in sorted(above(paths) - {""}, reverse=True):
            with suppress(OSError):
                os.rmdir(f"{self.root}/{folder}")  # noqa: PTH106 - see tree.py

    def _lay(self, path: str, put: Callable[[str], T]) -> T:
        place = f"{self.root}/{path}"
        if self.reused:
            _drop(place)
        try:
            self._ready(path.rpartition("/")[0])
            return put(place)
        except IN_THE_WAY:
            self._make_way(path.split("/"))
            return put(place)

    def _ready(self, folder: str) -> None:
        if folder in self._folders:
            return
        place = f"{self.root}/{folder}"
        try:
            os.mkdir(place)  # noqa: PTH102 - see tree.py
        except FileExistsError:
            pass  # A file of that name is met when the next one is put into it.
        except FileNotFoundError:
            os.makedirs(place, exist_ok=True)  # noqa: PTH103 - see tree.py
        self._folders.add(folder)

    def _make_way(self, parts: list[str]) -> None:
        """Where an earlier build had a file there is to be a folder, or the other way round."""
        # Several processes may be at it for files of one folder: who comes late finds it done.
        for depth in range(1, len(parts)):
            place = "/".join((self.root, *parts[:depth]))
            _drop(place)
            with suppress(FileExistsError):
                os.mkdir(place)  # noqa: PTH102 - see tree.py
        place = "/".join((self.root, *parts))
        _drop(place)
        with suppress(FileNotFoundError, NotADirectoryError):
            shutil.rmtree(place)

    def _link(self, source: str, place: str) -> None:
        try:
            os.link(source, place, follow_symlinks=False)
        except OSError as error:
            if error.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP):
                raise
            self.linked = False
            shutil.copyfile(source, place, follow_symlinks=False)


def _drop(place: str) -> None:
    with suppress(*NOT_THAT):
        os.unlink(place)  # noqa: PTH108 - see tree.py


def _new(place: str, data: bytes) -> os.stat_result:
    handle = os.open(place, NEW_FILE, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        return os.fstat(handle)
    finally:
        os.close(handle)


def _copied(place: str, source: Path) -> tuple[os.stat_result, bytes]:
    total = hashlib.blake2b(digest_size=16)
    with source.open("rb") as file, os.fdopen(os.open(place, NEW_FILE, 0o666), "wb") as made:
        while block := file.read(BLOCK):
            total.update(block)
            made.write(block)
        made.flush()
        return os.fstat(made.fileno()), total.digest()
