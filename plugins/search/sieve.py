"""The filters of all parts as browsers fetch them: of some neighbouring parts a file a shard.

A reader who looks for what is rare fetches a shard of each of these groups, and asks the parts
that may have it. The address of a group has a hash of what its parts are made of, so that no
browser lays an old shard beside a new list of parts.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.press.build import File
from plugins.press.sink import checksum

from .records import Part

PAIRS = "pairs"
"""The file in each part's folder that has its filter; it is not served itself."""

LIST = "files"
"""The file in each folder that is kept that says what is served of it, with checksums."""

SHARDS = 512
"""So many pieces of equal length a filter has; all that is known of a pair is in one of them."""

FEWEST = 5
"""With fewer parts than this, asking all of them is as cheap."""

TOGETHER = 10
"""So many parts share a file of each shard: more are fewer requests, and more to upload after
an edit."""

_DIGEST = 16
_NAMES = tuple(f"{n:03x}" for n in range(SHARDS))


class Sieve(msgspec.Struct, frozen=True):
    """Where a part's filter is: bytes ``start`` to ``start + size`` of each shard at ``path``.

    A shard's address is that of its group and three hexadecimal digits.
    """

    path: str
    start: int
    size: int


class Listed(NamedTuple):
    """A file of a folder that is kept: its path in the folder, its checksum."""

    path: str
    sum: bytes


class Group:
    """Some neighbouring parts, by the names that they are kept under."""

    def __init__(self, folder: Path, parts: Sequence[tuple[Part, str]]) -> None:
        self._folder = folder
        self._kept = [kept for _, kept in parts]
        key = hashlib.sha256("\0".join(self._kept).encode()).hexdigest()[:_DIGEST]
        self.name = f"{PAIRS}-{key}"
        self.address = f"/search/pairs/{key}/"

    def files(self) -> list[File]:
        """The shards, made where they are not kept."""
        place = self._folder / self.name
        if not place.is_dir():
            self._make(place)
        listed = msgspec.msgpack.decode((place / LIST).read_bytes(), type=list[Listed])
        return [File(self.address + name, place / name, total) for name, total in listed]

    def _make(self, place: Path) -> None:
        """Lay the same shard of each part behind one another; whole or not at all."""
        half = place.with_name(f".{PAIRS}")
        half.mkdir(exist_ok=True)
        whole = [memoryview((self._folder / kept / PAIRS).read_bytes()) for kept in self._kept]
        listed = []
        for n, name in enumerate(_NAMES):
            data = b"".join(_piece(each, n) for each in whole)
            (half / name).write_bytes(data)
            listed.append(Listed(name, checksum(data)))
        (half / LIST).write_bytes(msgspec.msgpack.encode(listed))
        half.rename(place)

    def sieves(self, root: str) -> Iterator[tuple[str, Sieve]]:
        """Where the filter of each part is, by the name that the part is kept under."""
        start = 0
        for kept in self._kept:
            size = (self._folder / kept / PAIRS).stat().st_size // SHARDS
            yield kept, Sieve(root + self.address, start, size)
            start += size


def groups(folder: Path, parts: Sequence[tuple[Part, str]]) -> list[Group]:
    """The groups of parts (newest first) kept in ``folder``; none where that is not worth it.

    They are counted from the oldest part: a new one makes no other group than its own anew.
    """
    if len(parts) < FEWEST:
        return []
    old = parts[::-1]
    return [Group(folder, old[n : n + TOGETHER]) for n in range(0, len(old), TOGETHER)]


def _piece(filter_: memoryview, n: int) -> memoryview:
    size = len(filter_) // SHARDS
    return filter_[n * size : (n + 1) * size]
