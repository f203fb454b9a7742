"""What is kept between builds: rows of bytes in one SQLite file, each with its own sum.

Nothing in it can run code, and nothing in it is needed: a file that is cut, foreign,
older or tampered with is thrown away, a row whose sum is wrong is as if it were not
there, and the build makes it anew.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from .page import PressError

T = TypeVar("T")

FORMAT = 1
"""Raised whenever the tables change: an older file is then thrown away."""

APPLICATION_ID = 0x4C616E6D
"""SQLite's mark of whose file it is ("Lanm"); see sqlite.org/pragma.html."""

LATELY = 64
"""So many texts are held once they were read."""

MAPPED = 2**30
"""Bytes of the file that are read by way of the system's memory (sqlite.org/mmap.html)."""

_TABLE = """
CREATE TABLE IF NOT EXISTS kept (
    space TEXT NOT NULL, key TEXT NOT NULL, sum BLOB NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (space, key)
) WITHOUT ROWID
"""


def decoded(value: bytes | None, kind: type[T]) -> T | None:
    """A row's value as the type that was encoded in it; None where there is none, or another."""
    if value is None:
        return None
    try:
        return msgspec.msgpack.decode(value, type=kind)
    except msgspec.DecodeError:
        return None


class Store:
    """Spaces of keys and values in the file ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = self._open()
        except sqlite3.Error:
            discard(path)
            self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        fresh = not self.path.exists()
        db = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        try:
            # What is lost in a power cut is built again: no need to wait for the disk.
            db.execute("PRAGMA synchronous = OFF")
            if fresh:
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {FORMAT}")
            mark = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if (mark, version) != (APPLICATION_ID, FORMAT):
                raise sqlite3.DatabaseError("not a store of this version")
            db.execute(_TABLE)
            columns = [row[1] for row in db.execute("PRAGMA table_info(kept)")]
            if columns != ["space", "key", "sum", "value"]:
                raise sqlite3.DatabaseError("not a store of this form")
            return db
        except BaseException:
            db.close()
            raise

    def get(self, space: str, key: str) -> bytes | None:
        """The value of a key, or None where there is none or it is damaged."""
        query = "SELECT key, sum, value FROM kept WHERE space = ? AND key = ?"
        return next((value for _, value in self._rows(query, space, key)), None)

    def items(self, space: str) -> Iterator[tuple[str, bytes]]:
        """All sound keys and values of a space, by key."""
        query = "SELECT key, sum, value FROM kept WHERE space = ? ORDER BY key"
        return self._rows(query, space)

    def _rows(self, query: str, space: str, *more: str) -> Iterator[tuple[str, bytes]]:
        try:
            for key, checksum, value in self._db.execute(query, (space, *more)):
                if isinstance(key, str) and _sound(space, key, checksum, value):
                    yield key, value
        except sqlite3.Error:
            self.start_anew()

    def keys(self, space: str) -> set[str]:
        """The keys of a space; their values are not looked at."""
        try:
            rows = self._db.execute("SELECT key FROM kept WHERE space = ?", (space,)).fetchall()
        except sqlite3.Error:
            self.start_anew()
            return set()
        return {key for (key,) in rows if isinstance(key, str)}

    def put(self, space: str, items: Iterable[tuple[str, bytes]]) -> None:
        """Set many values at once; all of them or none."""
        rows = [(space, key, _sum(space, key, value), value) for key, value in items]
        statement = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)"
        try:
            self._all_or_nothing(statement, rows)
        except sqlite3.DatabaseError:
            self.start_anew()
            self._all_or_nothing(statement, rows)

    def drop(self, space: str, keys: Iterable[str]) -> None:
        """Forget many keys at once."""
        rows = [(space, key) for key in keys]
        try:
            self._all_or_nothing("DELETE FROM kept WHERE space = ? AND key = ?", rows)
        except sqlite3.DatabaseError:
            self.start_anew()

    def _all_or_nothing(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if not rows:
            return
        self._db.execute("BEGIN")
        try:
            self._db.executemany(statement, rows)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def start_anew(self) -> None:
        """Throw everything away.

        A file may be sound at its beginning, where it was opened, and cut further on.
        """
        self._db.close()
        discard(self.path)
        self._db = self._open()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


class StoreDamaged(PressError):
    """The store was found damaged in the middle of a build, and thrown away."""


class TextLost(LookupError):
    """A text that a page needs is no longer in the store: it must be read again."""


class Texts:
    """Reads texts of a store by key, from any process; opened when first asked.

    A text's key is the SHA-256 of its bytes in hexadecimal: what was put in another's
    place is not taken for it, though the row's own sum be right.
    """

    SPACE = "text"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None
        self._process = 0
        # A feed's texts are asked for again at once, by its other formats.
        self._lately = lru_cache(LATELY)(self._read)

    def close(self) -> None:
        """Let go of the file, if it was opened."""
        if self._db is not None:
            self._db.close()

    def __call__(self, key: str) -> str:
        """The text of a key; empty for the empty key.

        Raises ``TextLost`` where the store does not hold it any more.
        """
        return self._lately(key) if key else ""

    def _read(self, key: str) -> str:
        query = "SELECT key, value FROM kept WHERE space = ? AND key = ?"
        try:
            row = self._open().execute(query, (self.SPACE, key)).fetchone()
            if row is not None and hashlib.sha256(row[1]).hexdigest() == key:
                return bytes(row[1]).decode()
        except (sqlite3.Error, UnicodeDecodeError, TypeError) as error:
            raise TextLost(key) from error
        raise TextLost(key)

    def _open(self) -> sqlite3.Connection:
        # SQLite's connections must not be carried over a fork (sqlite.org/howtocorrupt.html).
        if self._db is None or self._process != os.getpid():
            self._db = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)
            # Texts are read where the system has the file in memory: it halves the time.
            self._db.execute(f"PRAGMA mmap_size = {MAPPED}")
            self._process = os.getpid()
        return self._db


def discard(path: Path) -> None:
    """Throw a store away, with what SQLite may have left beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _sum(space: str, key: str, value: bytes) -> bytes:
    whole = hashlib.blake2b(digest_size=8)
    for part in (space.encode(), key.encode(), value):
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.digest()


def _sound(space: str, key: str, checksum: object, value: object) -> bool:
    return isinstance(value, bytes) and checksum == _sum(space, key, value)
