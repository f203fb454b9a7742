"""The hashes of files, known by the files' states without reading them."""

import hashlib
import os
import time
from pathlib import Path

import msgspec

from plugins.press.store import Store, decoded
from plugins.press.tree import BLOCK
from plugins.reading.tree import FileEntry

SPACE = "state"

RACY = 2_000_000_000
"""Nanoseconds: a file changed less than this before it was hashed may change again and
show the same time, so its hash is not trusted by its time (git-scm.com, racy-git)."""


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


class States:
    """The hashes of the files of a content folder, known by the files' states."""

    def __init__(self, store: Store, content: Path) -> None:
        self._store = store
        self._content = content
        # Relative to the store: a clone or a restored cache may lie at another path.
        self._key = os.path.relpath(content, store.path.parent)
        self._old = decoded(store.get(SPACE, self._key), dict[str, State]) or {}
        self._new: dict[str, State] = {}
        self._seen_ns = time.time_ns()

    def trusted(self, entry: FileEntry) -> str:
        """The hash of a file, nothing where it may have changed: who reads it takes it."""
        state = self._old.get(entry.path)
        return state.sha256 if state is not None and state.is_still(entry) else ""

    def hash_of(self, entry: FileEntry) -> str:
        """The hash of a file, taken now where it may have changed."""
        sha256 = self.trusted(entry) or sha256_of(self._content, entry.path)
        self.set(entry, sha256)
        return sha256

    def set(self, entry: FileEntry, sha256: str) -> None:
        """Remember the hash of a file; nothing of one that could not be read."""
        old = self._old.get(entry.path)
        if old is not None and old.sha256 == sha256 and old.is_still(entry):
            self._new[entry.path] = old
        elif sha256:
            self._new[entry.path] = State(
                entry.size, entry.mtime_ns, entry.inode, self._seen_ns, sha256
            )

    def save(self) -> None:
        """Keep the states of all files that were set."""
        if self._new != self._old:
            self._store.put(SPACE, [(self._key, msgspec.msgpack.encode(self._new))])


def sha256_of(content: Path, path: str) -> str:
    """The hash of a file in hexadecimal; that of an empty one where it cannot be read."""
    total = hashlib.sha256()
    # Gone since it was listed: as good as empty, and said to be so.
    try:
        # Plain strings: there may be ten thousand, and a Path costs as much as the rest.
        with open(f"{content}/{path}", "rb", buffering=0) as file:  # noqa: PTH123
            if os.fstat(file.fileno()).st_size < BLOCK:
                total.update(file.readall())
            else:
                while block := file.read(BLOCK):
                    total.update(block)
    except OSError:
        return hashlib.sha256().hexdigest()
    return total.hexdigest()
