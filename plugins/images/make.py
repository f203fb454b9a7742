"""Renditions made where they are missing, kept by name, and thrown away with their pictures."""

import os
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.edition.prints import Print
from plugins.edition.site_specs import RenditionSpec
from plugins.edition.sources import PictureFile
from plugins.press import guard
from plugins.press.build import File
from plugins.press.guard import Limits
from plugins.press.store import Store, decoded
from plugins.press.work import Crew

from .plan import DIGEST, ENCODING, Size, digest_of, recipe, sizes
from .tasks import Job, Made, Task

SPACE = "rendition"
"""Where the store keeps what is known of each rendition."""

LIMITS = Limits()
"""What one picture may take."""

STOPPED: Mapping[guard.Stop, str] = {
    "memory": "it takes more than 1 GiB of memory",
    "time": "it takes more than 20 seconds",
    "crash": "the program that decodes it died of it",
}

WORK = "plugins.images.work:make"
"""What makes a picture's renditions, by name."""

_PER_BATCH = 2


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A rendition in the folder: its checksum, its length, the recipe of its kind."""

    sum: bytes
    length: int
    recipe: str


class Setup(NamedTuple):
    """Where renditions are kept, and what a picture may take."""

    folder: str
    limits: Limits = LIMITS


def silent(_done: int, _all: int) -> None:
    """Progress that nobody watches."""


class Darkroom:
    """Makes the renditions that are missing and keeps them by name in a folder."""

    def __init__(self, folder: Path, store: Store, limits: Limits = LIMITS) -> None:
        self._setup = Setup(str(folder), limits)
        self._folder = folder
        self._store = store
        self._planned: tuple[object, RenditionSpec, list[tuple[Size, ...]]] | None = None
        self._kept = {
            name: kept for name, value in store.items(SPACE) if (kept := decoded(value, Kept))
        }

    def make(
        self,
        content: Path,
        prints: Sequence[Print],
        spec: RenditionSpec,
        crew: Crew,
        progress: Callable[[int, int], None] = silent,
    ) -> dict[str, str]:
        """Make what is missing of the renditions of ``prints``.

        Returns the pictures that cannot be made, by path, with what is wrong.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        there = self._there()
        tasks = together(
            _task(content, each, absent)
            for each, planned in zip(prints, self._sizes(prints, spec), strict=True)
            if (absent := tuple([size for size in planned if size.name not in there]))
        )
        faults: dict[str, str] = {}
        with closing(_all_made(self._setup, tasks, crew)) as results:
            for done, made in enumerate(results, 1):
                # Kept at once: who ends a long first build need not begin it again.
                self._kept.update(keep(self._store, made))
                if made.fault:
                    faults[made.path] = made.fault
                progress(done, len(tasks))
        return faults

    def _there(self) -> set[str]:
        """The renditions that are known and whole: one look at the folder, one at each file."""
        kept = self._kept
        with os.scandir(self._folder) as found:
            return {
                entry.name
                for entry in found
                if entry.name in kept and entry.stat().st_size == kept[entry.name].length
            }

    def _sizes(self, prints: Collection[Print], spec: RenditionSpec) -> list[tuple[Size, ...]]:
        """The renditions of each of ``prints``: asked for three times a build, worked out once."""
        planned = self._planned
        if planned is None or planned[0] is not prints or planned[1] != spec:
            planned = (prints, spec, [sizes(each, spec) for each in prints])
            self._planned = planned
        return planned[2]

    def files(self, prints: Collection[Print], spec: RenditionSpec) -> list[File]:
        """The renditions of ``prints``, ready for the output."""
        folder, kept = f"{self._folder}/", self._kept
        return [
            File(f"/images/{name}", Path(folder + name), kept[name].sum)
            for name in dict.fromkeys(s.name for each in self._sizes(prints, spec) for s in each)
        ]

    def length(self, name: str) -> int:
        """How many bytes a rendition has that was made."""
        return self._kept[name].length

    def prune(
        self, prints: Collection[Print], spec: RenditionSpec, files: Iterable[PictureFile]
    ) -> None:
        """Throw away what no page needs, and no other one of ``files`` may need again.

        What only a draft shows stays, as long as it would be made in the same way.
        """
        if not self._folder.is_dir():
            return
        wanted = {size.name for each in self._sizes(prints, spec) for size in each}
        shown = {each.file.sha256 for each in prints}
        others = {file.sha256[:DIGEST] for file in files if file.sha256 not in shown}
        current = {recipe(kind) for kind in ENCODING}
        gone = set()
        for name, kept in self._kept.items():
            if name not in wanted and not (digest_of(name) in others and kept.recipe in current):
                gone.add(name)
        with os.scandir(self._folder) as found:
            for entry in found:
                if entry.name in gone or entry.name not in self._kept:
                    Path(entry.path).unlink()
        self._store.drop(SPACE, gone)
        for name in gone:
            del self._kept[name]


def missing(
    content: Path, wanted: Print, spec: RenditionSpec, there: Collection[str]
) -> Task | None:
    """What is still to be made of a picture's renditions, if anything is."""
    absent = tuple(size for size in sizes(wanted, spec) if size.name not in there)
    return _task(content, wanted, absent) if absent else None


def _task(content: Path, wanted: Print, absent: tuple[Size, ...]) -> Task:
    file = wanted.file
    source = str(content / file.path)
    return Task(source, file.path, file.width, file.height, absent, wanted.artist, wanted.copyright)


def together(tasks: Iterable[Task]) -> list[Task]:
    """One task where several are of the same picture with the same credit: decoded once."""
    found: dict[tuple[str, str, str], Task] = {}
    for task in tasks:
        key = task.path, task.artist, task.copyright
        old = found.get(key)
        # Two may ask for the same size: a part that is nearly the whole.
        sizes_ = dict.fromkeys((*old.sizes, *task.sizes)) if old is not None else task.sizes
        found[key] = msgspec.structs.replace(task, sizes=tuple(sizes_))
    return [*found.values()]


def holder(name: str, prints: Iterable[Print], spec: RenditionSpec) -> Print | None:
    """The picture that a rendition is of, by the rendition's name."""
    digest = digest_of(name)
    for each in prints:
        if each.file.sha256.startswith(digest) and any(s.name == name for s in sizes(each, spec)):
            return each
    return None


def keep(store: Store, made: Made) -> dict[str, Kept]:
    """Remember in the store what was made."""
    kept = {name: Kept(total, length, recipe(kind)) for name, kind, total, length in made.files}
    store.put(SPACE, [(name, msgspec.msgpack.encode(each)) for name, each in kept.items()])
    return kept


def _all_made(setup: Setup, tasks: Sequence[Task], crew: Crew) -> Generator[Made, None, None]:
    if crew.shares_memory:
        jobs = ((task, _job(setup, task)) for task in tasks)
        for task, result in guard.each(WORK, jobs, crew.jobs, setup.limits):
            yield _made(task, result)
        return
    for batch in crew.each_batch(make_batch, setup, tasks, _PER_BATCH, _crashed):
        yield from batch


def make_batch(setup: Setup, tasks: Sequence[Task]) -> list[Made]:
    """Make renditions, on whatever machine this is: one picture after another."""
    return [_made(task, guard.one(WORK, _job(setup, task), setup.limits)) for task in tasks]


def _job(setup: Setup, task: Task) -> bytes:
    return msgspec.msgpack.encode(Job(setup.folder, task))


def _made(task: Task, result: guard.Result) -> Made:
    if result.stopped is not None:
        return Made(task.path, fault=STOPPED[result.stopped])
    return msgspec.msgpack.decode(result.made, type=Made)


def _crashed(task: Task) -> list[Made]:
    return [Made(task.path, fault=STOPPED["crash"])]
