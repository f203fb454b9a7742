"""The cases of the table: each times Hugo and Lanmu in turns, and looks at what came out."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from . import agree
from .archive import write_archive
from .builders import Hugo, Lanmu
from .changes import CHANGES, Changes
from .measure import Case, Pair, Run, middle
from .newsroom import write_newsroom

PICTURES = 12
PICTURE_ARTICLES = 200
"""So small an archive that its pictures are what takes the time."""

EDITS = (1, 10, 100, 1000)


class Agreed(NamedTuple):
    """What the two outputs have in common, and their size in bytes."""

    pages: int
    articles_compared: int
    hugo_bytes: int
    lanmu_bytes: int


class Size(NamedTuple):
    """An archive's size, and what both builders took for all of it and for one edit."""

    articles: int
    hugo: Run | None
    cold: Run
    body: Run


class Bench:
    """An archive in ``folder``, which is new, and the two builders of it.

    With ``newsroom`` Lanmu builds a whole newsroom round the articles, Hugo the articles alone.
    """

    def __init__(
        self,
        folder: Path,
        articles: int,
        runs: int,
        *,
        pictures: int = 0,
        hugo: bool = True,
        newsroom: bool = False,
    ) -> None:
        self.articles = articles
        self._folder = folder
        self._runs = runs
        content = folder / "content"
        write_archive(content, articles, pictures=pictures)
        # One moment for all builds, so that outputs of a run over midnight can be compared.
        now = dt.datetime.now(dt.UTC).astimezone().isoformat(timespec="seconds")
        self.lanmu = Lanmu(content, folder / "lanmu", now)
        self._hugo = Hugo(content, folder / "hugo") if hugo else None
        if newsroom:
            write_newsroom(content)
        self.changes = Changes(content)

    @property
    def hugo(self) -> Hugo:
        """Hugo's side; raises ``RuntimeError`` where it was not asked for."""
        if self._hugo is None:
            raise RuntimeError("this archive is built by Lanmu alone")
        return self._hugo

    def _pair(self) -> Pair:
        return Pair(self.hugo.build(), self.lanmu.build())

    def cold(self, name: str = "cold") -> Case:
        """Build everything, with nothing kept by either."""
        return Case(name, tuple(self._cold() for _ in range(self._runs)))

    def _cold(self) -> Pair:
        self.hugo.forget()
        self.lanmu.forget()
        return self._pair()

    def agreed(self) -> Agreed:
        """Compare the outputs; raises ``Disagreement`` where they are not the same site."""
        ours, theirs = self.lanmu.output, self.hugo.output
        return Agreed(
            agree.same_pages(ours, theirs),
            agree.same_words(ours, theirs),
            _size(theirs),
            _size(ours),
        )

    def ready(self) -> None:
        """Build what is not built yet, so that a change is all there is to build."""
        self.lanmu.build()

    def changed(self, change: str, name: str = "") -> Case:
        """Make a change of ``CHANGES``, and build; again for each run."""
        self.ready()
        pairs = tuple(self._changed(CHANGES[change]) for _ in range(self._runs))
        self._verify(self.lanmu)
        return Case(name or change, pairs)

    def _changed(self, change: Callable[[Changes], Path | None]) -> Pair:
        path = change(self.changes)
        if path is not None:
            self.hugo.take(path)
        return self._pair()

    def another_day(self, name: str) -> Case:
        """A day later, with nothing else changed; again for each run."""
        self.ready()
        pairs = tuple(self._another_day() for _ in range(self._runs))
        self._verify(self.lanmu)
        return Case(name, pairs)

    def _another_day(self) -> Pair:
        self.lanmu.wait(days=1)
        return self._pair()

    def cloned(self, name: str, *, output: bool) -> Case:
        """One body edited in a fresh clone, the cache restored, and the output or not."""
        return Case(name, tuple(self._cloned(output=output) for _ in range(self._runs)))

    def _cloned(self, *, output: bool) -> Pair:
        self.ready()
        self.hugo.take(self.changes.body())
        self.hugo.forget()
        folder = self._folder / "clone"
        clone = self.lanmu.clone(folder, output=output)
        pair = Pair(self.hugo.build(), clone.build())
        self._verify(clone)
        shutil.rmtree(folder)
        return pair

    def edits(self, runs: int) -> Iterator[tuple[int, Run]]:
        """Lanmu alone: how long it takes to build one edited body, ten, a hundred ..."""
        for count in EDITS:
            if count <= self.articles:
                yield count, middle([self._edited(count) for _ in range(runs)])
        self._verify(self.lanmu)

    def _edited(self, count: int) -> Run:
        self.ready()
        self.changes.bodies(count)
        return self.lanmu.build()

    def size(self) -> Size:
        """What this archive takes: everything, and one body edited."""
        if self._hugo is None:
            self.lanmu.forget()
            cold = self.lanmu.build()
            body = middle([self._edited(1) for _ in range(self._runs)])
            return Size(self.articles, None, cold, body)
        whole = self.cold()
        return Size(self.articles, whole.hugo, whole.lanmu, self.changed("body").lanmu)

    def _verify(self, built: Lanmu) -> None:
        """Compare with a clean build: no figure is bought with a wrong page."""
        folder = self._folder / "clean"
        clean = built.fresh(folder)
        clean.build()
        agree.same_files(built.output, clean.output)
        shutil.rmtree(folder)


def pictures(folder: Path, articles: int, runs: int) -> Case:
    """Cold builds of a small archive with pictures, whose renditions both make."""
    bench = Bench(folder, min(articles, PICTURE_ARTICLES), runs, pictures=PICTURES)
    case = bench.cold("pictures")
    bench.agreed()
    shutil.rmtree(folder)
    return case


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
