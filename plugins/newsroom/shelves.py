"""What was read, kept on shelves: one row of the store for the files of a folder.

A build that reads one file anew writes one shelf anew, and one that reads nothing takes
all that there is from a few rows.
"""

from collections.abc import Iterable, Sequence

import msgspec

from plugins.edition.sources import Reading
from plugins.press.store import Store, Texts, decoded

SPACE = "reading"
DEPTH = 3
"""Folders of a path that name its shelf: ``columns/<column>/<yyyy>``."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What came of a file whose bytes have this SHA-256, in hexadecimal."""

    sha256: str
    reading: Reading


class _Shelf(msgspec.Struct, array_like=True):
    """The files of a folder by path; ``version`` is that of the reader."""

    version: str
    files: dict[str, Kept]


class Shelves:
    """All that is known of the files of a content folder."""

    def __init__(self, store: Store, version: str) -> None:
        self._store = store
        self._version = version
        self._kept: dict[str, Kept] = {}
        self._texts: dict[str, str] = {}
        self._names: set[str] = set()
        # Where it is not known what was kept, its texts are looked for.
        self._whole = True
        for name, value in store.items(SPACE):
            self._names.add(name)
            shelf = decoded(value, _Shelf)
            if shelf is None or shelf.version != version:
                self._whole = False
            else:
                self._kept.update(shelf.files)
        self._whole = self._whole and bool(self._names)
        self._folders: dict[str, set[str]] = {}
        self._waiting: dict[str, int] = {}
        self._stale: set[str] = set()
        self._gone: set[str] = set()

    def has(self, path: str, sha256: str) -> bool:
        """Tell whether a file was read already as it is now."""
        kept = self._kept.get(path)
        return kept is not None and kept.sha256 == sha256

    def knows(self, path: str) -> bool:
        """Tell whether a file was read before, as it is or as it was."""
        return path in self._kept

    def sha256(self, path: str) -> str:
        """The hash of a file as it was read, in hexadecimal."""
        return self._kept[path].sha256

    def reading(self, path: str) -> Reading:
        """What came of a file."""
        return self._kept[path].reading

    def expect(self, paths: Sequence[str], missing: Iterable[str]) -> None:
        """Say which files there are, and which of them will be put."""
        self._folders.clear()
        for path in paths:
            self._folders.setdefault(_name(path), set()).add(path)
        for path in missing:
            name = _name(path)
            self._waiting[name] = self._waiting.get(name, 0) + 1
        others = self._kept.keys() - set(paths)
        self._stale = {_name(path) for path in others} - self._waiting.keys()
        for path in others:
            self._drop(path)

    def put(self, path: str, kept: Kept, text: str) -> None:
        """Take what came of a file that was missing, and its body's HTML."""
        self._take(path, kept, text)
        name = _name(path)
        self._waiting[name] -= 1
        if not self._waiting[name]:
            del self._waiting[name]
            self._stale.add(name)

    def replace(self, path: str, kept: Kept, text: str) -> None:
        """Take what came of a file that changed, or is new."""
        self._take(path, kept, text)
        self._folders.setdefault(_name(path), set()).add(path)
        self._stale.add(_name(path))

    def forget(self, path: str) -> None:
        """Let go of a file that is there no longer."""
        if path in self._kept:
            self._drop(path)
            self._folders[_name(path)].discard(path)
            self._stale.add(_name(path))

    def _take(self, path: str, kept: Kept, text: str) -> None:
        if path in self._kept:
            self._drop(path)
        self._kept[path] = kept
        if text:
            self._texts[text_key(kept.reading)] = text

    def _drop(self, path: str) -> None:
        self._gone.add(text_key(self._kept.pop(path).reading))

    def save(self) -> None:
        """Keep what is complete: who ends a long first build need not begin it again."""
        self._store.put(Texts.SPACE, [(key, text.encode()) for key, text in self._texts.items()])
        self._texts.clear()
        self._store.put(SPACE, [self._row(name) for name in self._stale if name in self._folders])
        self._stale.clear()

    def _row(self, name: str) -> tuple[str, bytes]:
        files = {path: self._kept[path] for path in sorted(self._folders[name])}
        return name, msgspec.msgpack.encode(_Shelf(self._version, files))

    def tidy(self) -> None:
        """Forget what no file needs any more."""
        self.save()
        folders = {name for name, paths in self._folders.items() if paths}
        self._store.drop(SPACE, self._names - folders)
        self._names = folders
        gone = self._gone if self._whole else self._store.keys(Texts.SPACE)
        if gone:
            gone = gone - {text_key(kept.reading) for kept in self._kept.values()}
            self._store.drop(Texts.SPACE, gone)
        self._gone, self._whole = set(), True


def text_key(reading: Reading) -> str:
    """The key of the text of what was read, or nothing."""
    text = getattr(reading.source, "text", None)
    return text.key if text is not None else ""


def _name(path: str) -> str:
    return "/".join(path.split("/")[:-1][:DEPTH])
