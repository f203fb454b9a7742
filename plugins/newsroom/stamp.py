"""Whether anything changed at all since the last build: asked before Pelican is loaded.

Most builds of a hook or a schedule find nothing to do. A build leaves a stamp in the
store: what it was asked, the state of every file it went by, until when its edition
holds. Where all of it is still so, and the output stands as it was left, what was
said of that build is said again, and nothing is read, put together or rendered.
"""

import datetime as dt
import hashlib
import os
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from plugins.press.page import PressError
from plugins.press.report import Report
from plugins.press.sink import SPACE as OUTPUT
from plugins.press.sink import Sink, checksum
from plugins.press.store import Store
from plugins.reading.tree import FileEntry, walk

from .lock import locked
from .outcome import Outcome, Stages
from .states import RACY

SPACE = "stamp"

MADE_WITH = (
    *("babel", "feedgen", "icalendar", "jinja2", "lxml", "markdown", "markupsafe", "msgspec"),
    *("defusedxml", "lunar-python", "mutagen", "nh3", "pelican", "pillow", "pillow-heif"),
    *("pagefind-bin-extended", "pypinyin", "pyyaml", "segno", "tzdata"),
)
"""Libraries that a build is made with."""


class Asked(msgspec.Struct, frozen=True):
    """What a build is asked: the settings file, and what goes before what it says."""

    conf: str
    paths: dict[str, str]
    lanmu: dict[str, Any]

    @property
    def store(self) -> Path:
        """The store of the build's cache."""
        return Path(self.lanmu["cache"]) / "store.sqlite"

    @property
    def key(self) -> str:
        """The output folder as the store knows it: what it holds is of the last build alone."""
        return os.path.relpath(self.paths["OUTPUT_PATH"], self.store.parent)


class Holds(msgspec.Struct, frozen=True):
    """For how long an edition stays as it is, if no file changes.

    It is made for one day of its zone, and until time alone makes another one of the same
    files: ``Clock.next_change``.
    """

    zone: str
    day: dt.date
    since: dt.datetime
    until: dt.datetime | None

    def at(self, now: dt.datetime) -> bool:
        """Tell whether the edition of ``now`` is the same."""
        zone = ZoneInfo(self.zone)
        local = now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
        early = local >= self.since and (self.until is None or local < self.until)
        return early and local.date() == self.day


class Works(msgspec.Struct, frozen=True):
    """The code, the theme and the settings of a build: where they are, a hash of them."""

    folders: tuple[str, ...]
    files: tuple[str, ...]
    hash: bytes


class Stamp(msgspec.Struct, frozen=True):
    """All that a build went by, and what it came to.

    ``content`` is a hash of the names and states of what editors wrote, ``output`` of
    what is remembered of the output folder.
    """

    asked: Asked
    works: Works
    content: bytes
    output: bytes
    holds: Holds
    outcome: Outcome


def standing(asked: Asked, now: dt.datetime) -> Outcome | None:
    """What the last build came to, where another one would come to just the same.

    None where anything at all is not as it was, or is not known.
    """
    if not asked.store.is_file():
        return None
    try:
        lock = locked(asked.store.parent)
    except PressError:
        # Who starts a build now is told so.
        return None
    with lock, closing(Store(asked.store)) as store:
        stamp = _kept(store, asked)
        if stamp is None or not stamp.holds.at(now):
            return None
        if stamp.works.hash != _hash_of(stamp.works.folders, stamp.works.files):
            return None
        seen_ns = time.time_ns()
        entries, _ = walk(Path(asked.paths["PATH"]))
        if stamp.content != state_of(entries, seen_ns):
            return None
        return _said_again(stamp.outcome) if _stands(asked, stamp, store) else None


def _stands(asked: Asked, stamp: Stamp, store: Store) -> bool:
    remembered = store.get(OUTPUT, asked.key)
    # Another build, by Pelican alone say, may have been made into the same folder.
    if remembered is None or checksum(remembered) != stamp.output:
        return False
    try:
        return Sink(Path(asked.paths["OUTPUT_PATH"]), remembered).stands()
    except (PressError, OSError):
        return False


def _said_again(outcome: Outcome) -> Outcome:
    report = Report(outcome.report.pages, 0, 0, 0)
    return msgspec.structs.replace(outcome, report=report, stages=Stages())


def _kept(store: Store, asked: Asked) -> Stamp | None:
    try:
        stamp = msgspec.msgpack.decode(store.get(SPACE, asked.key) or b"", type=Stamp)
    except (msgspec.DecodeError, ValueError):
        return None
    return stamp if stamp.asked == asked else None


def works_of(asked: Asked, settings: Mapping[str, Any]) -> Works | None:
    """What a build that begins now is made with.

    None where it has a plugin that is not ours, which may go by what nobody here knows.
    """
    if any(not name.startswith("plugins.") for name in settings["PLUGINS"]):
        return None
    own = Path(__file__).parents[1]
    folders = (str(own), str(settings["THEME"]))
    beside = _local_modules(Path(asked.conf).absolute().parent, own)
    files = tuple(sorted({asked.conf, *beside}))
    return Works(folders, files, _hash_of(folders, files))


def leave(
    store: Store,
    asked: Asked,
    works: Works | None,
    seen: tuple[int, Iterable[FileEntry]],
    holds: Holds,
    outcome: Outcome,
) -> None:
    """Leave a stamp of the build that just ended, or take away the last one.

    ``seen`` are the files of content, and when they were looked at, in nanoseconds: where
    one changed just then there is no stamp.
    """
    store.drop(SPACE, [asked.key])
    state = state_of(seen[1], seen[0])
    if works is not None and state:
        output = checksum(store.get(OUTPUT, asked.key) or b"")
        stamp = Stamp(asked, works, state, output, holds, outcome)
        store.put(SPACE, [(asked.key, msgspec.msgpack.encode(stamp))])


def state_of(entries: Iterable[FileEntry], now: int) -> bytes:
    """A hash of names, sizes, times and numbers; empty where a time is too near to trust."""
    whole = hashlib.blake2b(digest_size=16)
    for entry in entries:
        if entry.mtime_ns + RACY >= now:
            return b""
        whole.update(f"{entry.path}\0{entry.size} {entry.mtime_ns} {entry.inode}\0".encode())
    return whole.digest()


def _local_modules(root: Path, own: Path) -> Iterable[str]:
    """The files of modules that the settings file may have brought in from beside it."""
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    for path in (Path(file) for file in files if file):
        inside = path.is_relative_to(root) and not path.is_relative_to(own)
        # An environment may lie in the project's folder; its versions are asked instead.
        if inside and not path.is_relative_to(sys.prefix):
            yield str(path)


def _hash_of(folders: Iterable[str], files: Iterable[str]) -> bytes:
    whole = hashlib.blake2b(repr((sys.version, _versions())).encode(), digest_size=16)
    for name in files:
        _add(Path(name), name, whole)
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(names):
                _add(Path(place, name), f"{place}/{name}", whole)
    return whole.digest()


def _add(path: Path, name: str, whole: "hashlib.blake2b") -> None:
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    whole.update(f"{name}\0{len(data)}\0".encode())
    whole.update(data)


def _versions() -> list[str]:
    found = []
    for name in MADE_WITH:
        try:
            found.append(version(name))
        except PackageNotFoundError:
            found.append("")
    return found
