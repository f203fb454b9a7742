"""The output folder: replaced as a whole, or not at all.

A build is laid out in a folder beside the output. What did not change is a hard link to
the file that stands in the output already; then the two folders change places in one
step. Whoever looks, or kills the build, finds the old site or the new one, never half.
"""

import ctypes
import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from .page import PressError

MARK = ".lanmu"
"""A file in each output folder: only a folder that has it is ever replaced."""

MARK_TEXT = b"Made by Lanmu. Each build replaces this folder as a whole.\n"


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is remembered of a file of the output: its page's digest and its own state."""

    digest: bytes
    sum: bytes
    size: int
    mtime_ns: int


class Standing(msgspec.Struct, frozen=True, array_like=True):
    """A file as it stands in the output now."""

    size: int
    mtime_ns: int


NO_FILE = Standing(-1, 0)
"""How a link, a socket or nothing at all stands: it is no file of ours."""


def checksum(data: bytes) -> bytes:
    """The sum that tells one content from another: 16 bytes of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).digest()


class Sink:
    """Collects the files of one build, then puts them in place of the last one's."""

    def __init__(self, output: Path, kept: dict[str, Kept]) -> None:
        self.output = output
        self._kept = kept
        self._staging = output.with_name(f".{output.name}.new")
        self._foreign = output.with_name(f".{output.name}.foreign")
        self._old = output.with_name(f".{output.name}.old")
        self._files: dict[str, Kept | None] = {}
        self._folders: set[str] = set()
        self._laid_out: set[str] = set()
        self.written = 0
        self.removed = 0
        _refuse_foreign_folder(output)
        self._recover()
        self._standing = dict(_scan(output))

    @property
    def foreign(self) -> Path:
        """Where generators that are not ours may write: it becomes part of the output."""
        return self._foreign

    def _recover(self) -> None:
        # Only where the swap is not one step can a killed build leave no output folder.
        if (self._old / MARK).exists() and not self.output.exists():
            self._old.rename(self.output)
        if (self._old / MARK).exists():
            shutil.rmtree(self._old)
        for leftover in (self._staging, self._foreign):
            if leftover.exists():
                shutil.rmtree(leftover)

    def has(self, path: str, digest: bytes) -> bool:
        """Tell whether the output holds ``path`` made of just this digest, unaltered."""
        kept = self._kept.get(path)
        return kept is not None and kept.digest == digest and self._unaltered(path, kept)

    def _unaltered(self, path: str, kept: Kept) -> bool:
        standing = self._standing.get(path)
        if standing is None or standing.size != kept.size:
            return False
        if standing.mtime_ns == kept.mtime_ns:
            return True
        # A restored copy has new times: its bytes tell.
        return checksum((self.output / path).read_bytes()) == kept.sum

    def keep(self, path: str) -> None:
        """Let ``path`` stand as it is; ``has`` said that it may."""
        self._files[path] = self._again(path, self._kept[path].digest, self._kept[path].sum)

    def write(self, path: str, digest: bytes, data: bytes) -> None:
        """Give ``path`` the content ``data``; the file stays if it has it already."""
        self._give(path, digest, checksum(data), data)

    def copy(self, path: str, total: bytes, file: Path) -> bool:
        """Give ``path`` the content of ``file``, whose checksum is to be ``total``.

        False where it is not: the file is damaged, and nothing is written.
        """
        if self.has(path, total):
            self.keep(path)
            return True
        # Not linked: what is done to the output must not reach the store.
        data = file.read_bytes()
        if checksum(data) != total:
            return False
        self._give(path, total, total, data)
        return True

    def _give(self, path: str, digest: bytes, total: bytes, content: bytes) -> None:
        kept = self._kept.get(path)
        if kept is not None and kept.sum == total and self._unaltered(path, kept):
            self._files[path] = self._again(path, digest, total)
            return
        target = Path(self._place(path))
        target.write_bytes(content)
        state = target.stat()
        self._files[path] = Kept(digest, total, state.st_size, state.st_mtime_ns)
        self.written += 1

    def _again(self, path: str, digest: bytes, total: bytes) -> Kept:
        standing = self._standing[path]
        return Kept(digest, total, standing.size, standing.mtime_ns)

    def _place(self, path: str) -> str:
        """Where a file of this build is laid out; its folder is there."""
        self._laid_out.add(path)
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(self._staging / folder, exist_ok=True)  # noqa: PTH103 - see _scan
            self._folders.add(folder)
        return f"{self._staging}/{path}"

    def commit(self) -> dict[str, Kept]:
        """Put the build in place and return what to remember of its files.

        Raises ``PressError`` where a foreign generator wrote a page of ours, and
        ``OSError`` where the disk is full or the folder cannot be replaced; the output
        is then as it was.
        """
        try:
            changed = self._adopt_foreign() or self.written > 0
            stale = self._standing.keys() - self._files.keys() - {MARK}
            if changed or stale or MARK not in self._standing:
                self._complete()
                self._swap()
            self.removed = len(stale)
        finally:
            for folder in (self._staging, self._foreign):
                shutil.rmtree(folder, ignore_errors=True)
        return {path: kept for path, kept in self._files.items() if kept is not None}

    def _adopt_foreign(self) -> bool:
        changed = False
        for path, _ in list(_scan(self._foreign)):
            if path in self._files:
                raise PressError(
                    "plugin-page", "a plugin wrote {path}, a page of this site", path=path
                )
            source, standing = self._foreign / path, self.output / path
            there = self._standing.get(path, NO_FILE).size == source.stat().st_size
            same = there and source.read_bytes() == standing.read_bytes()
            if not same:
                source.rename(self._place(path))
                changed = True
            self._files[path] = None
        return changed

    def _complete(self) -> None:
        """Lay what did not change beside what did."""
        self._staging.mkdir(parents=True, exist_ok=True)
        for path in self._files.keys() - self._laid_out:
            _link_or_copy(f"{self.output}/{path}", self._place(path))
        (self._staging / MARK).write_bytes(MARK_TEXT)

    def _swap(self) -> None:
        self.output.parent.mkdir(parents=True, exist_ok=True)
        if not self.output.exists():
            self._staging.rename(self.output)
            return
        if not _exchange(self._staging, self.output):
            self.output.rename(self._old)
            try:
                self._staging.rename(self.output)
            except OSError:
                self._old.rename(self.output)
                raise
            shutil.rmtree(self._old)


def _scan(folder: Path) -> Iterator[tuple[str, Standing]]:
    """Every file below a folder with its state; links are not followed."""
    # Plain strings: there may be a hundred thousand, and a Path costs as much as the stat.
    waiting = [(str(folder), "")] if folder.is_dir() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, path + "/"))
                    continue
                state = entry.stat(follow_symlinks=False)
                is_file = entry.is_file(follow_symlinks=False)
                yield path, Standing(state.st_size if is_file else NO_FILE.size, state.st_mtime_ns)


def _refuse_foreign_folder(output: Path) -> None:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise PressError("output-no-folder", "{path} is not a folder", path=output)
    if output.is_dir() and any(output.iterdir()) and not (output / MARK).is_file():
        said = "{path} holds files that Lanmu did not make; name an empty folder instead"
        raise PressError("output-foreign", said, path=output)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP):
            raise
        shutil.copyfile(source, target, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> bool:
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
