"""What lies under ``content/``: every regular file, and nothing from outside of it."""

import os
import stat
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import msgspec

from plugins.edition.findings import Finding, finding

_IGNORED = frozenset(("thumbs.db", "desktop.ini"))


class FileEntry(msgspec.Struct, frozen=True):
    """A file of ``content/``: what tells without reading it whether it changed.

    ``path`` is relative, with forward slashes; ``size`` in bytes; ``mtime_ns`` in
    nanoseconds since 1970.
    """

    path: str
    size: int
    mtime_ns: int
    inode: int


def walk(root: Path) -> tuple[tuple[FileEntry, ...], tuple[Finding, ...]]:
    """List all files under ``root``, sorted by path, and what is wrong with their names.

    Hidden files, editors' backups and the leavings of file managers are passed over. A
    symbolic link is followed only to a regular file that lies within ``root`` itself.
    Never raises: a folder that cannot be read is a finding.
    """
    real = os.path.realpath(root)
    entries: list[FileEntry] = []
    findings: list[Finding] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder if folder else root) as found:
                items = list(found)
        except OSError as fault:
            detail = fault.strerror or ""
            findings.append(finding("error", "file-unreadable", folder.rstrip("/"), detail=detail))
            continue
        for item in items:
            if not _passed_over(item.name):
                _take(item, folder + item.name, real, entries, folders, findings)
    entries.sort(key=lambda entry: entry.path)
    kept = _without_collisions(entries, findings)
    return tuple(kept), tuple(sorted(findings))


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name.lower() in _IGNORED


def _take(
    item: "os.DirEntry[str]",
    path: str,
    real: str,
    entries: list[FileEntry],
    folders: list[str],
    findings: list[Finding],
) -> None:
    """Sort one name of a folder into files, folders and findings."""
    try:
        # A name that is no UTF-8 cannot be printed, linked or cached.
        path.encode()
        if item.is_symlink():
            target = os.path.realpath(item.path, strict=True)
            if os.path.commonpath((real, target)) != real or _hidden(target[len(real) :]):
                findings.append(finding("error", "link-outside-content", path))
                return
            if Path(target).is_dir():
                findings.append(finding("warning", "link-to-folder", path))
                return
        elif item.is_dir(follow_symlinks=False):
            folders.append(path + "/")
            return
        info = item.stat()
    except UnicodeEncodeError:
        shown = path.encode(errors="surrogateescape").decode(errors="replace")
        findings.append(finding("error", "name-undecodable", shown))
        return
    except OSError as fault:
        # A link to nothing, or in a circle, leads nowhere in content/.
        if item.is_symlink():
            findings.append(finding("error", "link-outside-content", path))
        else:
            detail = fault.strerror or ""
            findings.append(finding("error", "file-unreadable", path, detail=detail))
        return
    if not stat.S_ISREG(info.st_mode):
        findings.append(finding("error", "not-a-file", path))
        return
    entries.append(FileEntry(path, info.st_size, info.st_mtime_ns, info.st_ino))


def _hidden(inner: str) -> bool:
    # A link must not bring to light what the walk passes over.
    return any(part.startswith(".") for part in Path(inner).parts)


def _without_collisions(entries: list[FileEntry], findings: list[Finding]) -> list[FileEntry]:
    """Leave out a file whose name differs from an earlier one by case or Unicode form only.

    Such names are one name on another computer, and one URL to many a server. Folders
    count: ``A/x.md`` and ``a/y.md`` are told by the first file in the later folder.
    """
    if _is_without_collisions([entry.path for entry in entries]):
        return entries
    first: dict[str, str] = {}
    kept = []
    # Names in lower case go first: another could not be published anyway, and must not take
    # one with it that is.
    for entry in sorted(entries, key=lambda e: (_folded(e.path) != e.path, e.path)):
        parts = entry.path.split("/")
        other = ""
        for end in range(1, len(parts) + 1):
            name = "/".join(parts[:end])
            owner = first.setdefault(_folded(name), name)
            if owner != name:
                other = owner
                break
        if other:
            findings.append(finding("error", "name-collision", entry.path, other=other))
        else:
            kept.append(entry)
    return sorted(kept, key=lambda e: e.path)


def _is_without_collisions(paths: Sequence[str]) -> bool:
    """Tell at a glance what is so nearly always: all names at once are soon folded."""
    names = {*paths}
    for folder in {path.rpartition("/")[0] for path in paths}:
        while folder and folder not in names:
            names.add(folder)
            folder = folder.rpartition("/")[0]
    # A name with a line break in it makes two, which is told by their number.
    folded = _folded("\n".join(names)).split("\n")
    return len(folded) == len(names) == len({*folded})


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
