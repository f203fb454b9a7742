"""Any series of builds, whatever is done by hand in between: the output is what was wanted."""

import ctypes
import errno
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import ClassVar, NoReturn
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from plugins.press.sink import MARK, Sink
from tests.helpers.sites import tree

# Some of them cannot be together: what is a file in one build is a folder in the next.
PATHS = ["a", "a/index.html", "a/b/x.xml", "a/b", "c/d/e/index.html", "c/d/f.html", "c/g", "h"]
TEXTS = [b"", b"x", b"y", b"long text"]
SITES = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(TEXTS))
TREES = st.sampled_from(["output", ".output.spare"])
NUMBERS = st.integers(0, 20)
HARMS = [
    "altered", "same size", "same bytes", "deleted", "replaced", "linked", "a folder",
    "folder linked", "folder deleted", "added", "added folder", "empty folder", "mark",
]  # fmt: skip


def possible(files: dict[str, bytes]) -> dict[str, bytes]:
    """A site without files that would have to be folders."""
    return {
        path: data
        for path, data in files.items()
        if not any(other.startswith(path + "/") for other in files)
    }


def pages(folder: Path) -> dict[str, bytes]:
    """A tree's files, but for the mark."""
    return {path: data for path, data in tree(folder).items() if path != MARK}


def no_library(*_: object, **__: object) -> NoReturn:
    """A system that cannot let two folders change places."""
    raise OSError("no library")


def no_links(*_: object, **__: object) -> NoReturn:
    """A file system that knows no hard links."""
    raise OSError(errno.EPERM, "no links here")


def harm(root: Path, kind: str, number: int, elsewhere: Path) -> None:
    """Do by hand to a tree what nobody should."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.name != MARK)
    folders = sorted(path for path in root.rglob("*") if path.is_dir() and not path.is_symlink())
    place = root if not folders else folders[number % len(folders)]
    if kind == "added":
        (place / f"stray{number}").write_bytes(b"stray")
    elif kind == "added folder":
        (place / "strays" / str(number)).mkdir(parents=True, exist_ok=True)
        (place / "strays" / "stray").write_bytes(b"stray")
    elif kind == "empty folder":
        (place / f"empty{number}").mkdir(exist_ok=True)
    elif kind == "mark":
        (root / MARK).write_bytes(b"")
    elif kind.startswith("folder") and folders:
        if kind == "folder deleted":
            shutil.rmtree(place)
        else:
            aside = elsewhere / str(len(list(elsewhere.iterdir())))
            # A copy: what is moved there would still be linked to the site's own files.
            shutil.copytree(place, aside, symlinks=True)
            shutil.rmtree(place)
            place.symlink_to(aside)
    elif files:
        harm_file(files[number % len(files)], kind, elsewhere)


def harm_file(file: Path, kind: str, elsewhere: Path) -> None:
    """Do by hand to a file what nobody should."""
    data = file.read_bytes()
    if kind == "altered":
        file.write_bytes(data + b"harm")
    elif kind == "same size":
        file.write_bytes(b"?" * len(data))
    elif kind == "same bytes":
        os.utime(file, ns=(5, 5))
    else:
        file.unlink()
        if kind == "replaced":
            file.write_bytes(data)
        elif kind == "a folder":
            file.mkdir()
        elif kind == "linked":
            aside = elsewhere / str(len(list(elsewhere.iterdir())))
            aside.write_bytes(data)
            file.symlink_to(aside)


class Series(RuleBasedStateMachine):
    """Builds, harm, lost and old memories."""

    broken: ClassVar[list[tuple[object, str, object]]] = []
    """What the system cannot do: a module, the name of a function, what it does instead."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp())
        self.output = self.base / "output"
        self.elsewhere = self.base / "elsewhere"
        self.elsewhere.mkdir()
        self.memories: list[bytes] = []
        self.memory: bytes | None = None
        self.files: dict[str, bytes] = {}
        self.foreign: dict[str, bytes] = {}
        self.patches = [patch.object(*broken) for broken in self.broken]
        for each in self.patches:
            each.start()

    def teardown(self) -> None:
        """Leave nothing."""
        for each in self.patches:
            each.stop()
        shutil.rmtree(self.base)

    @rule(files=SITES, foreign=SITES)
    def change(self, files: dict[str, bytes], foreign: dict[str, bytes]) -> None:
        """Another site is wanted."""
        everything = possible(foreign | files)
        self.files = {path: data for path, data in everything.items() if path in files}
        self.foreign = {path: data for path, data in everything.items() if path not in files}

    @rule(path=st.sampled_from(PATHS), data=st.sampled_from(TEXTS))
    def change_one(self, path: str, data: bytes) -> None:
        """A page is changed, or added."""
        if path not in self.foreign and possible({**self.files, **self.foreign, path: data}) == {
            **self.files, **self.foreign, path: data
        }:  # fmt: skip
            self.files = {**self.files, path: data}

    @rule(again=st.booleans())
    def build(self, again: bool) -> None:
        """The site is built; what was the output before is the spare, if there is one."""
        before = pages(self.output) if self.output.exists() else {}
        inside = tree(self.elsewhere)
        number = self.output.stat().st_ino if self.output.exists() else 0
        sink = Sink(self.output, self.memory)
        for path, data in self.foreign.items():
            (sink.foreign / path).parent.mkdir(parents=True, exist_ok=True)
            (sink.foreign / path).write_bytes(data)
        for path, data in self.files.items():
            if sink.has(path, data) and not again:
                sink.keep(path)
            else:
                sink.write(path, data, data)
        self.memory = sink.commit()
        self.memories.append(self.memory)
        assert pages(self.output) == self.files | self.foreign
        assert not any(path.is_symlink() for path in self.output.rglob("*"))
        assert sink.count == len(self.files)
        assert tree(self.elsewhere) == inside
        spare = self.base / ".output.spare"
        if spare.exists() and self.output.stat().st_ino != number:
            assert pages(spare) == before
        assert {path.name for path in self.base.iterdir()} <= {
            "elsewhere", "output", ".output.spare"
        }  # fmt: skip

    @rule()
    def rest(self) -> None:
        """Some time goes by, and all is built again: what was made is known by its times."""
        time.sleep(0.012)
        self.build(again=False)

    @rule(number=NUMBERS)
    def break_off(self, number: int) -> None:
        """A build begins, writes, and is never heard of again."""
        sink = Sink(self.output, self.memory)
        for path, data in possible(dict.fromkeys(PATHS[: number % 9], b"half")).items():
            sink.write(path, data, data)

    @precondition(lambda self: self.output.exists())
    @rule(name=TREES, kind=st.sampled_from(HARMS), number=NUMBERS)
    def touch(self, name: str, kind: str, number: int) -> None:
        """Somebody is at a tree."""
        if (self.base / name).is_dir():
            harm(self.base / name, kind, number, self.elsewhere)

    @precondition(lambda self: self.memories)
    @rule(number=NUMBERS)
    def remember(self, number: int) -> None:
        """An old memory is restored, with the output or without."""
        self.memory = self.memories[number % len(self.memories)]

    @rule(memory=st.sampled_from([None, b"", b"\x80", b"junk"]))
    def forget(self, memory: bytes | None) -> None:
        """The memory is lost, or is not ours."""
        self.memory = memory

    @precondition(lambda self: self.output.exists())
    @rule(name=TREES, times=st.booleans())
    def restore(self, name: str, times: bool) -> None:
        """A tree is copied, and the copy put in its place."""
        root, copy = self.base / name, self.base / "copy"
        if root.exists():
            shutil.copytree(
                root, copy, symlinks=True, copy_function=shutil.copy2 if times else shutil.copyfile
            )
            shutil.rmtree(root)
            copy.rename(root)

    @rule(name=TREES)
    def lose(self, name: str) -> None:
        """A tree is removed."""
        shutil.rmtree(self.base / name, ignore_errors=True)

    @invariant()
    def is_marked(self) -> None:
        """An output has always its mark."""
        assert not self.output.exists() or (self.output / MARK).is_file()


class SeriesInTwoSteps(Series):
    """Where no two folders change places."""

    broken: ClassVar[list[tuple[object, str, object]]] = [(ctypes, "CDLL", no_library)]


class SeriesOfCopies(Series):
    """Where there are no hard links."""

    broken: ClassVar[list[tuple[object, str, object]]] = [(os, "link", no_links)]


TestSeries = Series.TestCase
TestSeries.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestSeriesInTwoSteps = SeriesInTwoSteps.TestCase
TestSeriesInTwoSteps.settings = settings(max_examples=10, stateful_step_count=20, deadline=None)
TestSeriesOfCopies = SeriesOfCopies.TestCase
TestSeriesOfCopies.settings = settings(max_examples=10, stateful_step_count=20, deadline=None)
