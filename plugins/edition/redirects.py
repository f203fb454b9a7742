"""Where addresses lead that something had before: the old addresses that editors wrote down.

A column, a unit and whatever else has pages below its own takes these with it: with
``/columns/old/`` for an old address of ``/columns/new/`` every page below the one leads to
its like below the other. What an editor wrote of a single address goes before that.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .findings import Finding, Severity, finding
from .old_paths import folded
from .specs import Name
from .values import Value


class Redirects(Value, frozen=True):
    """Old addresses and where they lead, as paths from the top of the site, decoded.

    ``lines`` are single addresses; ``moves`` are folders, the most particular first, of which
    everything below leads to its like below the other, unless a line says otherwise. ``below``
    are the addresses below old folders that are known to have been meant.
    """

    lines: tuple[tuple[str, str], ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    below: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def known(self) -> dict[str, str]:
        """Every single address that leads somewhere, with all those below folders."""
        return {**dict(self.below), **dict(self.lines)}


class Aliased(NamedTuple):
    """Something with old addresses: its file, its path on the site, the addresses in their form.

    ``moves`` tells whether pages lie below its own that go with it.
    """

    file: str
    path: str
    aliases: tuple[Name, ...]
    moves: bool


def redirects(things: Iterable[Aliased], present: set[str]) -> tuple[Redirects, list[Finding]]:
    """Sort out the old addresses of an edition whose pages are ``present``.

    A page goes before an old address; of two that claim the same one the first by its file
    does. Never does one old address lead to another: what it leads to is there.
    """
    claims = _Claims(present)
    for thing in sorted(things):
        for alias in thing.aliases:
            claims.make(thing, alias)
    lines = {**_moved_twice(claims), **claims.lines}
    below = {path: to for path, to in _below(claims) if path not in lines}
    made = Redirects(
        tuple(sorted(lines.items())),
        tuple(sorted(claims.folders.items(), key=lambda move: (-len(move[0]), move[0]))),
        tuple(sorted(below.items())),
    )
    return made, claims.findings


def _below(claims: "_Claims") -> Iterator[tuple[str, str]]:
    """Each page below a folder that moved, by its address below the old one."""
    for old, new in claims.folders.items():
        inner = tuple(other for other in claims.folders if other != old and other.startswith(old))
        for end in _ends(new, claims.sorted):
            if not (old + end).startswith(inner):
                yield old + end, new + end


def _moved_twice(claims: "_Claims") -> dict[str, str]:
    """The further addresses of what moved by itself, and whose folder moved, too.

    Before or after it left, it had an address below each name that the folder had.
    """
    names: dict[str, list[str]] = {}
    for old, new in claims.folders.items():
        names.setdefault(new, []).append(old)
    found = {}
    for new, olds in names.items():
        for path, target in claims.lines.items():
            root = next((root for root in (new, *olds) if path.startswith(root)), path)
            end = path.removeprefix(root)
            if end and new + end not in claims.present:
                found.update({old + end: target for old in olds})
    return {path: to for path, to in found.items() if folded(path) not in claims.taken}


def _ends(folder: str, paths: list[str]) -> Iterator[str]:
    """What follows a folder in those of sorted paths that lie below it."""
    for at in range(bisect_left(paths, folder), len(paths)):
        if not paths[at].startswith(folder):
            return
        if paths[at] != folder:
            yield paths[at].removeprefix(folder)


class _Claims:
    """The old addresses as they are taken one by one; ``taken`` says whose each is."""

    def __init__(self, present: set[str]) -> None:
        self.present = present
        self.sorted = sorted(present)
        self.taken: dict[str, Aliased] = {}
        self.lines: dict[str, str] = {}
        self.folders: dict[str, str] = {}
        self.findings: list[Finding] = []

    def make(self, thing: Aliased, alias: Name) -> None:
        """Let an old address lead to a thing, unless something speaks against it."""
        path = alias.text
        key = folded(path)
        first = self.taken.get(key)
        if key == thing.path:
            self._say("alias-own", thing, alias)
        elif key in self.present or self._is_feed(key):
            self._say("alias-live", thing, alias)
        elif first is not None:
            if first.path != thing.path:
                self._say("alias-twice", thing, alias, other=first.file)
        else:
            self.taken[key] = thing
            self.lines[path] = thing.path
            if thing.moves and path.endswith("/"):
                self._move(thing, alias)

    def _move(self, thing: Aliased, alias: Name) -> None:
        path = alias.text
        if next(_ends(folded(path), self.sorted), None) is not None:
            # What is there must not be led away from.
            self._say("alias-covers", thing, alias)
        else:
            self.folders[path] = thing.path

    def _is_feed(self, key: str) -> bool:
        """Tell whether a file may lie beside a page, where its feeds and data do."""
        folder, _, name = key.rpartition("/")
        return name.endswith((".xml", ".json", ".ics")) and f"{folder}/" in self.present

    def _say(self, rule: str, thing: Aliased, alias: Name, **more: str) -> None:
        place = alias.place
        severity: Severity = "notice" if rule == "alias-own" else "warning"
        self.findings.append(
            finding(
                severity, rule, thing.file, place.line, place.column, address=alias.text, **more
            )
        )


def target_of(path: str, found: Mapping[str, str], moves: Iterable[tuple[str, str]]) -> str:
    """Where an old address leads; nothing where it leads nowhere.

    ``found`` are the single ones; what is below a folder without being among them leads to
    its like, whether that is there or not.
    """
    if path in found:
        return found[path]
    return next((new + path.removeprefix(old) for old, new in moves if path.startswith(old)), "")
