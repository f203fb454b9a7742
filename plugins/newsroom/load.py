"""Content read, each file once: what was made of it is kept by the hash of its bytes."""

import hashlib
import posixpath
import stat
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from plugins.edition.findings import Finding, finding
from plugins.edition.sources import (
    ArticleSource,
    PictureFile,
    Reading,
    SidecarSource,
    SiteSource,
    Source,
)
from plugins.press.store import Store
from plugins.press.work import Crew
from plugins.reading.measuring import Measured
from plugins.reading.media import FOREIGN_SUFFIXES as FOREIGN_MEDIA
from plugins.reading.pictures import FOREIGN_SUFFIXES, PICTURE_SUFFIXES
from plugins.reading.reader import ReaderSettings, code_version, kind_of, read_source
from plugins.reading.sidecars import refusal
from plugins.reading.tree import FileEntry, walk

from .media import NOTHING, Reels, is_media, load_media, touches_media
from .pictures import measured, measured_again
from .shelves import Kept, Shelves
from .states import States

T = TypeVar("T")

BATCH = 32

A_FEW = 50
"""So many files at most are looked at one by one."""


class Loaded(NamedTuple):
    """All that ``content/`` holds, and what was found in it."""

    sources: tuple[Source, ...]
    pictures: dict[str, PictureFile]
    findings: tuple[Finding, ...]
    article_files: tuple[str, ...]
    media: Reels = NOTHING


class Reread(NamedTuple):
    """What became of single files: a source or a picture by path, None where there is none."""

    sources: dict[str, Source | None]
    pictures: dict[str, PictureFile | None]


class Setup(NamedTuple):
    """What a worker needs to read files."""

    content: str
    settings: ReaderSettings


class Loader:
    """Reads a content folder, by way of a store, and goes on from there where files change."""

    def __init__(self, content: Path, store: Store, crew: Crew) -> None:
        self._content = content
        self._store = store
        self._crew = crew
        self._settings = ReaderSettings()
        self._version = code_version()
        self._shelves = Shelves(store, self._version)
        self._entries: dict[str, FileEntry] = {}
        self._folders: set[str] = set()
        self._walked: tuple[Finding, ...] = ()
        self._read: dict[str, Reading] = {}
        self._measured: dict[str, Measured] = {}
        self._reels = NOTHING
        self.looked_ns = 0
        """When the files were looked at, in nanoseconds since 1970."""

    def load(self, progress: Callable[[int, int], None]) -> Loaded:
        """Read everything. A file that cannot be read is a finding, not an end."""
        self.looked_ns = time.time_ns()
        entries, self._walked = walk(self._content)
        self._entries = {entry.path: entry for entry in entries}
        self._folders.clear()
        texts = [entry for entry in entries if _is_text(entry.path)]
        pictures = [entry for entry in entries if _is_picture(entry.path)]
        states = States(self._store, self._content)
        hashes = {
            e.path: states.hash_of(e) if self._shelves.knows(e.path) else states.trusted(e)
            for e in texts
        }
        self._read = self._readings(hashes, progress)
        for entry in texts:
            states.set(entry, self._shelves.sha256(entry.path))
        self._measured = measured(self._content, pictures, states, self._store, self._crew.jobs)
        media = [entry for entry in entries if is_media(entry.path)]
        rule = (self._version, self._largest())
        self._reels = load_media(self._content, media, states, self._store, rule)
        states.save()
        return self.loaded()

    def _largest(self) -> int:
        """The most bytes of a film that site.toml lets through; none where it cannot be read."""
        found = (r.source for r in self._read.values() if isinstance(r.source, SiteSource))
        site = next(found, None)
        return site.largest_media if site is not None else 0

    @property
    def entries(self) -> Iterable[FileEntry]:
        """All files as they were seen last, by path."""
        return self._entries.values()

    def loaded(self) -> Loaded:
        """All that was read, as it was seen last."""
        # What was refused before it was read counts too: nothing is left out in silence.
        unread = {f.path for f in self._walked if f.severity == "error"}
        unread.update(path for path, reading in self._read.items() if reading.source is None)
        sources = (
            *(r.source for r in self._read.values() if r.source is not None),
            # It may say that its picture must not be shown.
            *(refusal(path) for path in sorted(unread) if kind_of(path) is SidecarSource),
        )
        articles = {source.path for source in sources if isinstance(source, ArticleSource)}
        articles.update(path for path in unread if kind_of(path) is ArticleSource)
        files = {path: measured.file for path, measured in self._measured.items()}
        held = tuple(sorted(articles))
        return Loaded(sources, files, self.findings(), held, self._reels)

    def findings(self) -> tuple[Finding, ...]:
        """What was found in all files."""
        return (
            *self._walked,
            *_unused(self._entries),
            *(found for reading in self._read.values() for found in reading.findings),
            *(found for measured in self._measured.values() for found in measured.findings),
            *self._reels.findings,
        )

    def picture(self, path: str) -> PictureFile | None:
        """The picture at a path, as it was seen last."""
        measured = self._measured.get(path)
        return measured.file if measured is not None else None

    def reread(self, paths: Collection[str]) -> Reread | None:
        """Look again at the files that are said to have changed, and at no other.

        Gives None where it cannot be told what became of them: then ``load`` must look.
        """
        changed: dict[str, FileEntry | None] = {}
        if len(paths) > A_FEW:
            return None
        for path in paths:
            found = self._present(path)
            if found is None:
                return None
            changed.update(found)
        sources: dict[str, Source | None] = {}
        pictures: dict[str, PictureFile | None] = {}
        if any(touches_media(path, self._entries) for path in changed):
            # A film may gain or lose its poster, its captions, its copy.
            return None
        largest = self._largest()
        for path, entry in changed.items():
            if entry is None:
                del self._entries[path]
            else:
                self._entries[path] = entry
                self._folders.update(_parents(path))
            if _is_text(path):
                sources[path] = self._reread_text(path, there=entry is not None)
            elif _is_picture(path):
                pictures[path] = self._reread_picture(path, there=entry is not None)
        self._shelves.save()
        # With another limit other films are too large.
        return Reread(sources, pictures) if self._largest() == largest else None

    def settle(self) -> None:
        """Forget in the store what was needed before files changed."""
        self._shelves.tidy()

    def _present(self, path: str) -> dict[str, FileEntry | None] | None:
        """What there is now at a path and below it; None is for what there was, and is not.

        Gives None where more than this one place would have to be looked at: what a name
        may be depends on its neighbours.
        """
        if any(found.rule == "name-collision" for found in self._walked):
            return None
        known = path in self._entries
        try:
            info = (self._content / path).lstat()
        except (FileNotFoundError, NotADirectoryError):
            below = path + "/"
            vague = not known and any(name.startswith(below) for name in self._entries)
            return None if vague else dict.fromkeys([path] if known else [])
        except OSError:
            return None
        if known and stat.S_ISREG(info.st_mode):
            return {path: FileEntry(path, info.st_size, info.st_mtime_ns, info.st_ino)}
        return None if known else self._appeared(path)

    def _appeared(self, path: str) -> dict[str, FileEntry | None] | None:
        """The files of a name that was not there before, or that nobody reads."""
        if not self._folders:
            for name in self._entries:
                self._folders.update(_parents(name))
        if path in self._folders:
            return None
        folder = next((name for name in _parents(path) if name in self._folders), "")
        if "/" not in folder:
            # To look through a whole branch is as much work as to look through all.
            return None
        entries, findings = walk(self._content / folder)
        if findings:
            return None
        found: dict[str, FileEntry | None] = {}
        for entry in entries:
            name = f"{folder}/{entry.path}"
            if name == path or name.startswith(path + "/"):
                if (self._content / name).is_symlink():
                    return None
                found[name] = msgspec.structs.replace(entry, path=name)
        return found

    def _reread_text(self, path: str, *, there: bool) -> Source | None:
        if not there:
            self._shelves.forget(path)
            self._read.pop(path, None)
            return None
        [(_, kept, text)] = read_batch(Setup(str(self._content), self._settings), [path])
        self._shelves.replace(path, kept, text)
        self._read[path] = kept.reading
        return kept.reading.source

    def _reread_picture(self, path: str, *, there: bool) -> PictureFile | None:
        if not there:
            self._measured.pop(path, None)
            return None
        looked = self._measured[path] = measured_again(self._content, self._entries[path])
        return looked.file

    def _readings(
        self, hashes: Mapping[str, str], progress: Callable[[int, int], None]
    ) -> dict[str, Reading]:
        shelves = self._shelves
        missing = [path for path, sha in hashes.items() if not shelves.has(path, sha)]
        shelves.expect(list(hashes), missing)
        setup, done = Setup(str(self._content), self._settings), 0
        work = self._crew.each_batch(read_batch, setup, missing, BATCH, _crashed)
        with closing(work) as batches:
            for results in batches:
                # A file that changed since it was hashed was read as it is now.
                for result in results:
                    shelves.put(*result)
                shelves.save()
                done += len(results)
                progress(done, len(missing))
        shelves.tidy()
        return {path: shelves.reading(path) for path in hashes}


def read_batch(setup: Setup, paths: Sequence[str]) -> list[tuple[str, Kept, str]]:
    """Read files, on whatever worker this is: path, what came of it, the body's HTML."""
    results = []
    for path in paths:
        data = _bytes(Path(setup.content), path)
        reading, text = read_source(path, data, setup.settings)
        results.append((path, Kept(hashlib.sha256(data).hexdigest(), reading), text))
    return results


def _crashed(path: str) -> list[tuple[str, Kept, str]]:
    return [(path, Kept("", Reading(None, (finding("error", "reader-crashed", path),))), "")]


def _bytes(content: Path, path: str) -> bytes:
    # Gone since it was listed: as good as empty, and said to be so.
    try:
        return (content / path).read_bytes()
    except OSError:
        return b""


def _suffix(path: str) -> str:
    return posixpath.splitext(path)[1].lower()


def _is_text(path: str) -> bool:
    return path.endswith(".md") or (path.endswith((".toml", ".tsv")) and kind_of(path) is not None)


def _is_picture(path: str) -> bool:
    return not _is_text(path) and _suffix(path) in PICTURE_SUFFIXES


def _parents(path: str) -> Iterator[str]:
    """The folders that a path lies in, the innermost first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _unused(paths: Iterable[str]) -> Iterator[Finding]:
    """A file that is no text and no picture of ours is not used, and that is said."""
    for path in paths:
        if not _is_text(path) and not _is_picture(path) and not is_media(path):
            # A picture that only another program can show is more likely missed than a stray file.
            suffix = _suffix(path)
            if suffix in FOREIGN_SUFFIXES:
                name = suffix.removeprefix(".").upper()
                yield finding("warning", "picture-format", path, format=name)
            elif suffix in FOREIGN_MEDIA:
                name = suffix.removeprefix(".").upper()
                yield finding("warning", "media-format", path, format=name)
            else:
                yield finding("notice", "file-unused", path)
