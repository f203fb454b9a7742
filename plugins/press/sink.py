"""The output folder: replaced as a whole, or not at all.

A build is laid out in a folder beside the output; then the two folders change places in
one step. Whoever looks, or kills the build, finds the old site or the new one, never half.

What was the output stays beside it as the spare: the next build needs to put into it only
what these two builds changed. All else is one file, linked in both. The spare is trusted
only where its mark bears the token that is remembered, its folders are as they were left,
and nothing but files is in it; its mark is gone while it is worked on. Otherwise it is
thrown away, and all that did not change is linked anew.
"""

import hashlib
import secrets
import shutil
import stat
from collections.abc import Collection, Container, Iterable
from pathlib import Path

import msgspec

from .page import PressError
from .stage import Stage
from .store import decoded
from .tree import (
    UNSURE,
    Folders,
    Kept,
    above,
    exchange,
    files_of,
    moment,
    sum_of,
    survey,
    suspects,
    times,
    unlike,
)

SPACE = "output"
"""Where the store keeps what is remembered of an output folder."""

MARK = ".lanmu"
"""A file in each output folder: only a folder that has it is ever replaced."""

MARK_TEXT = b"Made by Lanmu. Each build replaces this folder as a whole.\n"


class Spare(msgspec.Struct, frozen=True, array_like=True):
    """The tree beside the output: the output's files, but for the paths in ``behind``."""

    token: str
    folders: Folders
    behind: list[str]


class Remembered(msgspec.Struct, frozen=True, array_like=True):
    """What the store keeps of an output folder: our files, others' files, its folders."""

    files: dict[str, Kept]
    others: list[str]
    folders: Folders
    spare: Spare | None


class Made(msgspec.Struct, frozen=True, array_like=True):
    """What became of a file: its state, and whether it was written anew."""

    kept: Kept
    written: bool


def checksum(data: bytes) -> bytes:
    """The sum that tells one content from another: 16 bytes of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).digest()


class Sink:
    """Collects the files of one build, then puts them in place of the last one's.

    ``remembered`` is what ``commit`` returned of the last build; None or what cannot be
    understood costs time alone. Raises ``PressError`` where the output folder is not ours.

    A process forked after ``begin`` may ask what it ``has`` and ``make`` files; what is made
    is to be given to ``take`` in the first process, which alone calls all the rest. Where a
    file was made and not taken, the build must not be committed.
    """

    def __init__(self, output: Path, remembered: bytes | None) -> None:
        self.output = output
        self._root = str(output)
        self._stage = Stage(output.with_name(f".{output.name}.spare"))
        self._foreign = output.with_name(f".{output.name}.foreign")
        self._old = output.with_name(f".{output.name}.old")
        self._files: dict[str, Kept | None] = {}
        self._laid: set[str] = set()
        self._began = False
        self.written = 0
        self.removed = 0
        self.count = 0
        """How many files of ours the output has, after ``commit``."""
        _refuse_foreign_folder(output)
        self._recover()
        last = self._last = decoded(remembered, Remembered) or Remembered({}, [], {}, None)
        self._kept = last.files
        self._now = moment(output.parent)
        self._survey = survey(self._root, last.files, last.others, last.folders, self._now)
        self._spare = last.spare
        if self._spare is None or not self._is_marked(self._spare.token):
            self._spare = None
            self._stage.discard()

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
        if self._foreign.exists():
            shutil.rmtree(self._foreign)

    def _is_marked(self, token: str) -> bool:
        folder = self._stage.path
        try:
            return not folder.is_symlink() and (folder / MARK).read_bytes() == _mark(token)
        except OSError:
            return False

    def has(self, path: str, digest: bytes) -> bool:
        """Tell whether the output holds ``path`` made of just this digest, unaltered."""
        kept = self._kept.get(path)
        return kept is not None and kept.digest == digest and self._unaltered(path, kept)

    def _unaltered(self, path: str, kept: Kept) -> bool:
        if path not in self._survey.odd:
            return True
        standing = self._survey.odd[path]
        if standing is None or standing.size != kept.size:
            return False
        # A restored copy has new times: its bytes tell.
        return sum_of(f"{self._root}/{path}") == kept.sum

    def stands(self) -> bool:
        """Tell whether the output holds just what is remembered of it, unaltered."""
        kept, found = self._kept, self._survey
        ours = all(path in kept and self._unaltered(path, kept[path]) for path in found.odd)
        marked = not found.strangers - {MARK} and (self.output / MARK).is_file()
        return bool(kept) and ours and marked

    def keep(self, path: str) -> None:
        """Let ``path`` stand as it is; ``has`` said that it may."""
        kept = self._kept[path]
        odd = path in self._survey.odd
        self._files[path] = self._again(path, kept.digest, kept) if odd else kept

    def _again(self, path: str, digest: bytes, kept: Kept) -> Kept:
        standing = self._survey.odd.get(path)
        if standing is None:
            return Kept(digest, kept.sum, kept.size, kept.mtime_ns)
        return Kept(digest, kept.sum, kept.size, _sure(standing.mtime_ns, self._now))

    def begin(self) -> None:
        """Make ready to write: to be called before other processes ``make`` files.

        Raises ``OSError`` where that is not possible.
        """
        if self._began:
            return
        self._began = True
        behind = self._behind()
        if self._spare is None or behind is None:
            self._spare = None
            self._stage.start(reused=False)
            return
        self._spare = Spare(self._spare.token, self._spare.folders, sorted(behind))
        (self._stage.path / MARK).unlink()
        self._stage.start(reused=True)

    def _behind(self) -> set[str] | None:
        """In which paths the spare is not as the output; None where it is not to be trusted."""
        if self._spare is None:
            return None
        known = {MARK, *self._spare.behind, *self._last.others}.union(self._kept)
        suspect = suspects(self._stage.root, self._spare.folders, known)
        return None if suspect is None else self._unlike(suspect | self._survey.stirred)

    def _unlike(self, folders: Collection[str]) -> set[str]:
        behind = set(self._spare.behind if self._spare else ())
        paths = [*self._kept, *self._last.others]
        doubtful = {path for path in paths if path.rpartition("/")[0] in folders} - behind
        return behind | unlike(self._root, self._stage.root, doubtful)

    def make(self, path: str, digest: bytes, data: bytes) -> Made:
        """Lay out a file, unless just this content stands there already; changes nothing else.

        Raises ``OSError`` where the disk is full.
        """
        return self._make(path, digest, checksum(data), data)

    def _make(self, path: str, digest: bytes, total: bytes, data: bytes) -> Made:
        kept = self._kept.get(path)
        if kept is not None and kept.sum == total and self._unaltered(path, kept):
            return Made(self._again(path, digest, kept), written=False)
        if not self._began:
            raise RuntimeError("begin() comes before make()")
        state = self._stage.write(path, data)
        return Made(Kept(digest, total, state.st_size, state.st_mtime_ns), written=True)

    def take(self, path: str, made: Made) -> None:
        """Have in the build what ``make`` made of ``path``, here or in another process."""
        self._files[path] = made.kept
        if made.written:
            self._laid.add(path)
            self.written += 1

    def write(self, path: str, digest: bytes, data: bytes) -> None:
        """Give ``path`` the content ``data``; the file stays if it has it already."""
        self.begin()
        self.take(path, self.make(path, digest, data))

    def copy(self, path: str, total: bytes, file: Path) -> bool:
        """Give ``path`` a copy of ``file``; False where that has not the checksum ``total``."""
        if self.has(path, total):
            self.keep(path)
            return True
        self.begin()
        # Not linked: what is done to the output must not reach the store.
        state, found = self._stage.copy(path, file)
        if found == total:
            kept = Kept(total, total, state.st_size, state.st_mtime_ns)
            self.take(path, Made(kept, written=True))
        else:
            self._stage.remove([path])
        return found == total

    def give_up(self) -> None:
        """Throw away what was laid out: the output stays as it is."""
        if self._began:
            shutil.rmtree(self._stage.path, ignore_errors=True)
        shutil.rmtree(self._foreign, ignore_errors=True)

    def commit(self) -> bytes:
        """Put the build in place and return what to remember of it.

        Raises ``PressError`` where a foreign generator wrote a page of ours, and
        ``OSError`` where the disk is full or the folder cannot be replaced; the output
        is then as it was.
        """
        try:
            stands = self._stands()
            adopted = self._adopt_foreign(stands)
            stale = stands.difference(self._files, [MARK])
            if adopted or self.written or stale or not (self.output / MARK).exists():
                folders, spare = self._replace(stale)
            else:
                folders, spare = self._survey.folders, self._rest()
        except BaseException:
            self.give_up()
            raise
        finally:
            shutil.rmtree(self._foreign, ignore_errors=True)
        self.removed = len(stale)
        files = {path: kept for path, kept in self._files.items() if kept is not None}
        self.count = len(files)
        others = [path for path, kept in self._files.items() if kept is None]
        return _encode(Remembered(files, others, folders, spare))

    def _adopt_foreign(self, stands: Container[str]) -> bool:
        changed = False
        for path in files_of(self._foreign):
            if path in self._files:
                raise PressError(
                    "plugin-page", "a plugin wrote {path}, a page of this site", path=path
                )
            source = self._foreign / path
            if path not in stands or not _same(source, self.output / path):
                self.begin()
                self._stage.adopt(path, str(source))
                self._laid.add(path)
                changed = True
            self._files[path] = None
        return changed

    def _stands(self) -> set[str]:
        """Every path in the output where there is something that is no folder."""
        odd = self._survey.odd
        last = (path for path in (*self._kept, *self._last.others) if odd.get(path, True))
        return self._survey.strangers.union(last)

    def _replace(self, stale: set[str]) -> tuple[Folders, Spare | None]:
        """Complete what is laid out and put it in place; what to remember of both trees."""
        self.begin()
        behind = set(self._spare.behind if self._spare else ())
        last = self._spare.folders if self._spare else {}
        gone = (behind | stale).difference(self._files)
        missing = self._files.keys() - self._laid
        if self._spare:
            missing &= behind
            self._stage.remove(gone)
        self._stage.link_all(missing, self._root)
        self._stage.write(MARK, MARK_TEXT)
        now = moment(self.output.parent)
        touched = above([*self._laid, *missing, *gone])
        folders = {path: time for path, time in last.items() if path not in touched}
        folders |= times(self._stage.root, touched, now)
        self._settle(now)
        # That the root changes places may give it another time: then it is listed, no more.
        return folders, self._swap(self._laid | stale)

    def _settle(self, now: int) -> None:
        for path in self._laid:
            kept = self._files[path]
            if kept is not None and kept.mtime_ns >= now:
                self._files[path] = Kept(kept.digest, kept.sum, kept.size, UNSURE)

    def _swap(self, changed: Iterable[str]) -> Spare | None:
        """Let the build take the output's place; what was the output may become the spare."""
        staged = self._stage.path
        if not self.output.exists():
            staged.rename(self.output)
            return None
        if not exchange(staged, self.output):
            self.output.rename(self._old)
            try:
                staged.rename(self.output)
            except OSError:
                self._old.rename(self.output)
                raise
            shutil.rmtree(self._old)
            return None
        if not (self._stage.linked and self._survey.plain):
            shutil.rmtree(staged)
            return None
        return self._named(Spare("", self._survey.folders, sorted(changed)))

    def _rest(self) -> Spare | None:
        """Nothing changed: the spare stays as it is, if there is one."""
        if self._spare is None:
            self._stage.discard()
            return None
        behind = sorted(self._unlike(self._survey.stirred))
        spare = Spare(self._spare.token, self._spare.folders, behind)
        return self._named(spare) if self._began else spare

    def _named(self, spare: Spare) -> Spare | None:
        """Mark the folder beside the output as this spare; None where that is not possible."""
        token = secrets.token_hex(16)
        mark = self._stage.path / MARK
        try:
            mark.unlink(missing_ok=True)
            mark.write_bytes(_mark(token))
        except OSError:
            # It is of no use, and no loss: the output is in place.
            shutil.rmtree(self._stage.path, ignore_errors=True)
            return None
        return Spare(token, spare.folders, spare.behind)


def _mark(token: str) -> bytes:
    return MARK_TEXT + token.encode() + b"\n"


def _sure(mtime_ns: int, now: int) -> int:
    return mtime_ns if mtime_ns < now else UNSURE


def _same(source: Path, standing: Path) -> bool:
    """Whether a file stands there already; a link to one is none."""
    state = standing.lstat()
    like = stat.S_ISREG(state.st_mode) and state.st_size == source.stat().st_size
    return like and source.read_bytes() == standing.read_bytes()


def _encode(remembered: Remembered) -> bytes:
    try:
        return msgspec.msgpack.encode(remembered)
    except UnicodeEncodeError:
        # Somebody's file has a name that is no text: the next build lists everything.
        return msgspec.msgpack.encode(Remembered(remembered.files, [], {}, None))


def _refuse_foreign_folder(output: Path) -> None:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise PressError("output-no-folder", "{path} is not a folder", path=output)
    if output.is_dir() and any(output.iterdir()) and not (output / MARK).is_file():
        said = "{path} holds files that Lanmu did not make; name an empty folder instead"
        raise PressError("output-foreign", said, path=output)
