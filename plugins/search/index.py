"""The index in parts, kept from build to build: made beside the pages, taken up after them."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.edition.model import Edition
from plugins.press.build import File
from plugins.press.sink import checksum

from .html import RECIPE
from .pagefind import CHUNK, made_with
from .records import Part, parts_of, records_of
from .sieve import LIST, Group, Listed, Sieve, groups
from .work import RESULT, Job, Result, Task

MANIFEST = "/search/parts.json"
"""The address of the list of parts."""

_WORK = ".work"
_DIGEST = 16


class Made(NamedTuple):
    """An index as it is to be published, and how long it took to make, in seconds.

    ``fault`` says why there is none.
    """

    files: list[File]
    seconds: float = 0.0
    fault: str = ""


class Listing(msgspec.Struct, frozen=True):
    """A part as the search page knows it: where its script is, how much it holds, of which days.

    ``since`` and ``until`` are the days of its oldest and its newest record, as in ``Record``;
    ``sieve`` is there where parts are many.
    """

    name: str
    path: str
    records: int
    since: str
    until: str
    sieve: Sieve | msgspec.UnsetType = msgspec.UNSET


class Manifest(msgspec.Struct, frozen=True):
    """All parts, the newest first."""

    parts: tuple[Listing, ...]


class Index:
    """Keeps the parts of an index in ``folder``, each named by all that it is made of."""

    def __init__(self, folder: Path, store: Path) -> None:
        self._folder = folder
        self._store = store
        self._parts: list[tuple[Part, str]] = []
        self._root = ""
        self._worker: subprocess.Popen[bytes] | None = None

    def begin(self, edition: Edition) -> None:
        """Start to make what is missing of an edition's index, in another process."""
        self.close()
        self._folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self._folder / _WORK, ignore_errors=True)
        self._root, language = edition.site.root, edition.site.language
        self._parts, missing = [], []
        for part in parts_of(records_of(edition)):
            task = _task(part, language)
            self._parts.append((part, task.name))
            if not self._has(task.name):
                missing.append(task)
        if missing:
            self._start(Job(str(self._folder), str(self._store), language, tuple(missing)))

    def _start(self, job: Job) -> None:
        work = self._folder / _WORK
        work.mkdir()
        (work / "job").write_bytes(msgspec.msgpack.encode(job))
        code = Path(__file__).parents[2]
        # With its own folder at the head of the path, a module here could hide Python's own.
        begin = "import sys; sys.path[0] = sys.argv.pop(1); import runpy; "
        begin += "runpy.run_module('plugins.search.work', run_name='__main__')"
        self._worker = subprocess.Popen(
            [sys.executable, "-c", begin, str(code), str(work.absolute())],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )

    def finish(self) -> Made:
        """Wait for what is being made; give all files, or what went wrong."""
        # What is kept is listed while the rest is being made.
        files = {kept: self._files(part, kept) for part, kept in self._parts if self._has(kept)}
        seconds = 0.0
        if self._worker is not None:
            self._worker.wait()
            result = self._result()
            self.close()
            if result.fault:
                return Made([], result.seconds, result.fault)
            seconds = result.seconds
        files |= {kept: self._files(part, kept) for part, kept in self._parts if kept not in files}
        grouped = groups(self._folder, self._parts)
        self._prune({each.name for each in grouped})
        every = [file for _, kept in self._parts for file in files[kept]]
        every += (file for group in grouped for file in group.files())
        return Made([*every, self._manifest(grouped)], seconds)

    def _has(self, kept: str) -> bool:
        return (self._folder / kept / LIST).is_file()

    def _result(self) -> Result:
        try:
            data = (self._folder / _WORK / RESULT).read_bytes()
            return msgspec.msgpack.decode(data, type=Result)
        except (OSError, msgspec.DecodeError):
            return Result(0.0, "the process that makes it died")

    def _files(self, part: Part, kept: str) -> list[File]:
        folder = self._folder / kept
        listed = msgspec.msgpack.decode((folder / LIST).read_bytes(), type=list[Listed])
        top, base = f"/search/parts/{part.name}/", f"{folder}/"
        return [File(top + path, Path(base + path), total) for path, total in listed]

    def _manifest(self, grouped: Iterable[Group]) -> File:
        sieves = dict(each for group in grouped for each in group.sieves(self._root))
        listed = tuple(self._listing(part, sieves.get(kept)) for part, kept in self._parts)
        data = msgspec.json.encode(Manifest(listed)) + b"\n"
        path = self._folder / "parts.json"
        path.write_bytes(data)
        return File(MANIFEST, path, checksum(data))

    def _listing(self, part: Part, sieve: Sieve | None) -> Listing:
        path = f"{self._root}/search/parts/{part.name}/pagefind.js"
        since, until = part.records[0].day, part.records[-1].day
        return Listing(part.name, path, len(part.records), since, until, sieve or msgspec.UNSET)

    def _prune(self, wanted: set[str]) -> None:
        wanted = wanted | {kept for _, kept in self._parts}
        with os.scandir(self._folder) as found:
            for entry in found:
                if entry.is_dir() and entry.name not in wanted:
                    shutil.rmtree(entry.path)

    def close(self) -> None:
        """End what is being made, if anything is, and take away what it left."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        if worker.stdin is not None:
            # It ends when this end is let go.
            worker.stdin.close()
        worker.wait()
        shutil.rmtree(self._folder / _WORK, ignore_errors=True)


def _task(part: Part, language: str) -> Task:
    """What a part is to be, under a name made of all that it is made of."""
    key = hashlib.sha256(f"{RECIPE}\0{made_with()}\0{CHUNK}\0{language}\0".encode())
    records = msgspec.msgpack.encode(part.records)
    key.update(records)
    return Task(f"{part.name}-{key.hexdigest()[:_DIGEST]}", msgspec.Raw(records))
