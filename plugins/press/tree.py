"""A tree of the site's files as it stands: known again by its times, without reading it.

A folder's own time (ctime) changes with each file that is added to it, removed from it or
put in another's place, and no program can set it. So a folder whose time is as remembered
holds the names that it held, and only its files' own times need a look.
"""

import ctypes
import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

Folders = dict[str, int]
"""Each folder of a tree, "" being its root, with its time in nanoseconds, or ``DOUBTFUL``."""

DOUBTFUL = 0
"""The time of a folder changed so lately that a change to come might not show in it."""

BLOCK = 1 << 20
"""Bytes of a file that are held at a time."""

UNSURE = -1
"""Likewise, of a file: its bytes tell whether it is unaltered."""


class Kept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is remembered of a file of the output: its page's digest and its own state."""

    digest: bytes
    sum: bytes
    size: int
    mtime_ns: int


class Standing(NamedTuple):
    """A file as it stands in the output now."""

    size: int
    mtime_ns: int


NO_FILE = Standing(-1, 0)
"""How a link or a socket stands: it is no file of ours."""


class Survey(NamedTuple):
    """What was found of a tree: all else is as it was remembered."""

    odd: dict[str, Standing | None]
    """Files that are not as remembered; None where there is nothing, or a folder."""

    strangers: set[str]
    """Files that nothing is remembered of."""

    folders: Folders
    """Every folder that there is."""

    stirred: set[str]
    """Folders that were, or may have been, changed."""

    plain: bool
    """Whether there are but files and folders: no links, which may lead elsewhere."""


def moment(folder: Path) -> int:
    """Return the time that its file system gives a file of now, in nanoseconds; 0 if it gives none.

    What was changed before it, and is changed again after it, gets another time: so Git
    takes its index.
    """
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            return os.fstat(file.fileno()).st_mtime_ns
    except OSError:
        return 0


def survey(
    root: str, files: Mapping[str, Kept], others: Collection[str], folders: Folders, now: int
) -> Survey:
    """Look at a tree of which ``files``, ``others`` (unread) and ``folders`` are remembered.

    ``now`` is a ``moment`` of its file system.
    """
    stirred = _stirred(root, folders)
    # Where a folder is gone, a link or a file may stand in its place.
    whole = not folders or stirred is None
    seen: Folders = {} if whole else dict(folders)
    start = stirred if folders and stirred is not None else [""]
    found, plain = set(), True
    for path, is_file in _list(root, start, seen, now, skip=() if whole else folders):
        found.add(path)
        plain = plain and is_file
    odd: dict[str, Standing | None] = {}
    for path, kept in files.items():
        # Not through what may be a link by now.
        state = _state(root, path) if not whole or path in found else None
        if (
            state is None
            or state.st_mtime_ns != kept.mtime_ns
            or state.st_size != kept.size
            or not stat.S_ISREG(state.st_mode)
        ):
            odd[path] = _standing(state)
    for path in others:
        state = _state(root, path) if not whole or path in found else None
        odd[path] = _standing(state)
    strangers = found - files.keys() - set(others)
    plain = plain and NO_FILE not in odd.values()
    return Survey(odd, strangers, seen, set(seen if whole else start), plain)


def _standing(state: os.stat_result | None) -> Standing | None:
    if state is None or stat.S_ISDIR(state.st_mode):
        return None
    return Standing(state.st_size, state.st_mtime_ns) if stat.S_ISREG(state.st_mode) else NO_FILE


def _state(root: str, path: str) -> os.stat_result | None:
    # Plain strings: there may be a hundred thousand, and a Path costs as much as the stat.
    try:
        return os.lstat(f"{root}/{path}")
    except OSError:
        return None


def _stirred(root: str, folders: Folders) -> list[str] | None:
    """Which folders' times are others than remembered; None where a folder is gone."""
    stirred = []
    for path, changed in folders.items():
        state = _state(root, path)
        if state is None or not stat.S_ISDIR(state.st_mode):
            return None
        if state.st_ctime_ns != changed:
            stirred.append(path)
    return stirred


def _list(
    root: str, start: Iterable[str], seen: Folders, now: int, skip: Container[str]
) -> Iterator[tuple[str, bool]]:
    """What is in folders and, but for those to skip, in folders below; whether it is a file.

    The folders' times go into ``seen``.
    """
    waiting = [folder for folder in start if _state(root, folder) is not None]
    while waiting:
        folder = waiting.pop()
        place = f"{root}/{folder}"
        seen[folder] = trusted(os.lstat(place).st_ctime_ns, now)
        prefix = folder + "/" if folder else ""
        with os.scandir(place) as entries:
            for entry in entries:
                path = prefix + entry.name
                if not entry.is_dir(follow_symlinks=False):
                    yield path, entry.is_file(follow_symlinks=False)
                elif path not in skip:
                    waiting.append(path)


def sum_of(path: str) -> bytes:
    """The checksum of a file of any size: 16 bytes of BLAKE2b."""
    total = hashlib.blake2b(digest_size=16)
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path costs as much as the rest
        while block := file.read(BLOCK):
            total.update(block)
    return total.digest()


def trusted(changed: int, now: int) -> int:
    """A folder's time as it is to be remembered."""
    return changed if changed < now else DOUBTFUL


def files_of(folder: Path) -> list[str]:
    """Every file below a folder, links among them; they are not followed."""
    return [path for path, _ in _list(str(folder), [""], {}, 0, skip=())]


def above(paths: Iterable[str]) -> set[str]:
    """All folders that these files are in, the root too."""
    folders = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def times(root: str, folders: Iterable[str], now: int) -> Folders:
    """The times of those of these folders that there are."""
    states = ((path, _state(root, path)) for path in folders)
    return {
        path: trusted(state.st_ctime_ns, now)
        for path, state in states
        if state is not None and stat.S_ISDIR(state.st_mode)
    }


def unlike(one: str, other: str, paths: Iterable[str]) -> set[str]:
    """Which paths are not one file, linked, in both trees."""
    found = set()
    for path in paths:
        here, there = _state(one, path), _state(other, path)
        if here is None or there is None or not os.path.samestat(here, there):
            found.add(path)
    return found


def suspects(root: str, folders: Folders, known: Container[str]) -> set[str] | None:
    """Which folders of a tree may have been changed.

    None where the tree cannot be trusted: a folder is gone, or something came that is
    not ``known``.
    """
    stirred = _stirred(root, folders)
    if stirred is None:
        return None
    for path, is_file in _list(root, stirred, {}, 0, skip=folders):
        if not is_file or path not in known:
            return None
    return set(stirred)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot.

    renameat2(2) with RENAME_EXCHANGE on Linux, renamex_np(2) with RENAME_SWAP on macOS.
    """
    paths = os.fsencode(one.absolute()), os.fsencode(other.absolute())
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            done = libc.renamex_np(*paths, ctypes.c_uint(2)) == 0
        else:
            at_cwd, exchange = -100, ctypes.c_uint(2)
            done = libc.renameat2(at_cwd, paths[0], at_cwd, paths[1], exchange) == 0
    except (AttributeError, OSError):
        return False
    return bool(done)
