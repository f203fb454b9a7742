"""Content read, each file once: what was made of it is kept by the hash of its bytes."""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar

import msgspec

from plugins.edition.findings import Finding, finding
from plugins.edition.sources import ArticleSource, PictureFile, Reading, Source
from plugins.press.store import Store, Texts
from plugins.press.work import Crew
from plugins.reading.pictures import FOREIGN_SUFFIXES, PICTURE_SUFFIXES, measure
from plugins.reading.reader import ReaderSettings, code_version, kind_of, read_source
from plugins.reading.tree import FileEntry, walk

T = TypeVar("T")

READINGS, PICTURES, STATES = "reading", "picture", "state"
"""Spaces of the store."""

BATCH = 16

RACY = 2_000_000_000
"""Nanoseconds: a file changed less than this before it was hashed may change again and
show the same time, so its hash is not trusted by its time (git-scm.com, racy-git)."""


class Loaded(NamedTuple):
    """All that ``content/`` holds, and what was found in it."""

    sources: tuple[Source, ...]
    pictures: dict[str, PictureFile]
    findings: tuple[Finding, ...]
    article_files: tuple[str, ...]


class Measured(msgspec.Struct, frozen=True, array_like=True):
    """A picture file and what was found in it."""

    file: PictureFile
    findings: tuple[Finding, ...]


class State(msgspec.Struct, frozen=True, array_like=True):
    """A file's state when it was hashed: size, times and number as stat(2) says, its hash."""

    size: int
    mtime_ns: int
    inode: int
    seen_ns: int
    sha256: str

    def is_still(self, entry: FileEntry) -> bool:
        """Tell whether the file is surely as it was."""
        same = (self.size, self.mtime_ns, self.inode) == (entry.size, entry.mtime_ns, entry.inode)
        return same and self.mtime_ns + RACY < self.seen_ns


class Setup(NamedTuple):
    """What a worker needs to read files."""

    content: str
    settings: ReaderSettings


class Loader:
    """Reads a content folder, by way of a store."""

    def __init__(self, content: Path, store: Store, crew: Crew) -> None:
        self._content = content
        self._store = store
        self._crew = crew
        self._settings = ReaderSettings()
        self._version = code_version()

    def load(self, progress: Callable[[int, int], None]) -> Loaded:
        """Read everything. A file that cannot be read is a finding, not an end."""
        entries, findings = walk(self._content)
        texts = [e for e in entries if e.path.endswith(".md") or e.path == "site.toml"]
        pictures = [e for e in entries if _suffix(e.path) in PICTURE_SUFFIXES]
        hashes = self._hashes([*texts, *pictures])
        found = [*findings, *_unused(entries)]
        readings = self._readings([(e.path, hashes[e.path]) for e in texts], progress)
        files = self._pictures([(e.path, hashes[e.path]) for e in pictures])
        found += (found for reading in readings for found in reading.findings)
        found += (found for measured in files for found in measured.findings)
        # What was refused before it was read counts too: nothing is left out in silence.
        named = {e.path for e in texts} | {f.path for f in findings if f.severity == "error"}
        return Loaded(
            tuple(reading.source for reading in readings if reading.source is not None),
            {measured.file.path: measured.file for measured in files},
            tuple(found),
            tuple(sorted(path for path in named if kind_of(path) is ArticleSource)),
        )

    def _hashes(self, entries: Iterable[FileEntry]) -> dict[str, str]:
        # Relative to the store: a clone or a restored cache may lie at another path.
        key = os.path.relpath(self._content, self._store.path.parent)
        old = _decoded(self._store.get(STATES, key), dict[str, State]) or {}
        new: dict[str, State] = {}
        for entry in entries:
            state = old.get(entry.path)
            if state is None or not state.is_still(entry):
                seen = time.time_ns()
                state = State(
                    entry.size,
                    entry.mtime_ns,
                    entry.inode,
                    seen,
                    _sha256(self._content, entry.path),
                )
            new[entry.path] = state
        if new != old:
            self._store.put(STATES, [(key, msgspec.msgpack.encode(new))])
        return {path: state.sha256 for path, state in new.items()}

    def _readings(
        self, files: Sequence[tuple[str, str]], progress: Callable[[int, int], None]
    ) -> list[Reading]:
        keys = {path: f"{self._version}:{path}:{sha}" for path, sha in files}
        texts = self._store.keys(Texts.SPACE)
        kept = {}
        for key, value in self._store.items(READINGS):
            reading = _decoded(value, Reading)
            if reading is not None and (not _text_key(reading) or _text_key(reading) in texts):
                kept[key] = reading
        missing = [path for path, _ in files if keys[path] not in kept]
        setup, done = Setup(str(self._content), self._settings), 0
        work = self._crew.each_batch(read_batch, setup, missing, BATCH, _crashed)
        with closing(work) as batches:
            for results in batches:
                self._store.put(
                    Texts.SPACE, [(_text_key(r), t.encode()) for _, r, t in results if t]
                )
                rows = [(f"{self._version}:{r[0]}", msgspec.msgpack.encode(r[1])) for r in results]
                self._store.put(READINGS, rows)
                kept.update((f"{self._version}:{read[0]}", read[1]) for read in results)
                # A file that changed since it was hashed was read as it is now.
                keys.update((r[0].rpartition(":")[0], f"{self._version}:{r[0]}") for r in results)
                done += len(results)
                progress(done, len(missing))
        readings = [kept[keys[path]] for path, _ in files]
        self._store.drop(READINGS, self._store.keys(READINGS) - set(keys.values()))
        self._store.drop(Texts.SPACE, texts - {_text_key(reading) for reading in readings})
        return readings

    def _pictures(self, files: Sequence[tuple[str, str]]) -> list[Measured]:
        keys = {path: f"{self._version}:{path}:{sha}" for path, sha in files}
        kept = dict(self._store.items(PICTURES))
        measured = []
        new = []
        for path, _ in files:
            value = _decoded(kept.get(keys[path]), Measured)
            if value is None:
                value = Measured(*measure(path, _bytes(self._content, path)))
                new.append((keys[path], msgspec.msgpack.encode(value)))
            measured.append(value)
        self._store.put(PICTURES, new)
        self._store.drop(PICTURES, kept.keys() - set(keys.values()))
        return measured


def read_batch(setup: Setup, paths: Sequence[str]) -> list[tuple[str, Reading, str]]:
    """Read files, on whatever worker this is: path and hash, the reading, the body's HTML."""
    results = []
    for path in paths:
        data = _bytes(Path(setup.content), path)
        reading, text = read_source(path, data, setup.settings)
        results.append((f"{path}:{hashlib.sha256(data).hexdigest()}", reading, text))
    return results


def _crashed(path: str) -> list[tuple[str, Reading, str]]:
    return [(f"{path}:", Reading(None, (finding("error", "reader-crashed", path),)), "")]


def _text_key(reading: Reading) -> str:
    text = getattr(reading.source, "text", None)
    return text.key if text is not None else ""


def _bytes(content: Path, path: str) -> bytes:
    # Gone since it was listed: as good as empty, and said to be so.
    try:
        return (content / path).read_bytes()
    except OSError:
        return b""


def _sha256(content: Path, path: str) -> str:
    return hashlib.sha256(_bytes(content, path)).hexdigest()


def _decoded(value: bytes | None, kind: type[T]) -> T | None:
    if value is None:
        return None
    try:
        return msgspec.msgpack.decode(value, type=kind)
    except msgspec.DecodeError:
        return None


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _unused(entries: Iterable[FileEntry]) -> Iterator[Finding]:
    """A file that is no text and no picture of ours is not used, and that is said."""
    for entry in entries:
        known = entry.path.endswith(".md") or entry.path == "site.toml"
        if not known and _suffix(entry.path) not in PICTURE_SUFFIXES:
            # A picture that only another program can show is more likely missed than a stray file.
            suffix = _suffix(entry.path)
            if suffix in FOREIGN_SUFFIXES:
                name = suffix.removeprefix(".").upper()
                yield finding("warning", "picture-format", entry.path, format=name)
            else:
                yield finding("notice", "file-unused", entry.path)
