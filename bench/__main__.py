"""``python -m bench``: times Lanmu beside Hugo on a generated archive, case by case."""

import argparse
import compileall
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from . import hugo
from .builders import ROOT
from .cases import Bench, Size, pictures
from .changes import CHANGES
from .machine import machine
from .measure import Case
from .micro_figures import run_micro
from .photographs import photographs
from .preview import Preview, preview_case
from .report import LARGE, Figures, document
from .search import searched
from .words import NEWSROOM, TITLES

CASES = (
    *(name for name in TITLES if not name.startswith(NEWSROOM)),
    *("newsroom", "photographs", "search", "edits", "scaling", "micro"),
)
FEW = 3
"""Runs at most of what costs the most time: other sizes, many edits."""


def main() -> None:
    """Time the cases, print the document, and write it where that is asked for."""
    given = _options()
    program = hugo.program()
    if program is None:
        raise SystemExit("no hugo: install what requirements-dev.txt lists")
    _as_installed()
    with tempfile.TemporaryDirectory(prefix="lanmu-bench-", dir=given.folder) as folder:
        text = ""
        start = Figures(machine(program), given.articles, given.runs)
        for figures in _timed(start, Path(folder), given):
            text = document(figures)
            # It takes long: what is stopped keeps what it has.
            if given.write is not None:
                (ROOT / given.write).write_text(text, encoding="utf-8")
    print(text)


def _as_installed() -> None:
    """See that Python's byte code is on disk, as after the first start, whatever the shell says."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "plugins", quiet=1)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="bench", description=__doc__)
    options.add_argument("--articles", type=int, default=10_000, help="%(default)s")
    options.add_argument("--runs", type=int, default=5, help="%(default)s")
    options.add_argument("--cases", type=_cases, default=CASES, help=f"of {','.join(CASES)}")
    options.add_argument("--large", action="store_true", help=f"{LARGE:,} articles, too")
    options.add_argument("--write", type=Path, help="write the document to this file")
    options.add_argument("--folder", type=Path, help="where to build; some GB")
    return options.parse_args()


def _cases(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    unknown = set(names) - set(CASES)
    if unknown:
        raise argparse.ArgumentTypeError(f"no such case: {', '.join(sorted(unknown))}")
    return names


def _timed(figures: Figures, folder: Path, given: argparse.Namespace) -> Iterator[Figures]:
    """All that is known so far, after each case; the last has all."""
    if "micro" in given.cases:
        # First, for it is quick to fail.
        figures = figures._replace(micro=run_micro())
    bench = Bench(folder / "archive", given.articles, given.runs)
    for case in _table(bench, folder, given):
        print(f"{case.name:>12}: {case.ratio:.2f} x, {case.lanmu.seconds:.2f} s", file=sys.stderr)
        figures = figures._replace(cases=(*figures.cases, case))
        if case.name == "cold":
            figures = figures._replace(agreed=bench.agreed())
        yield figures
    for known in _others(figures, bench, folder, given):
        figures = known
        yield figures
    if "scaling" in given.cases:
        own = _own_size(figures) or bench.size()
        shutil.rmtree(folder / "archive")
        sizes = sorted([*_other_sizes(folder, given), own])
        figures = figures._replace(sizes=tuple(sizes))
    yield figures


def _others(
    figures: Figures, bench: Bench, folder: Path, given: argparse.Namespace
) -> Iterator[Figures]:
    """The cases that are no builds beside Hugo."""
    if "preview" in given.cases:
        figures = figures._replace(preview=_preview(bench, folder, given.runs))
        yield figures
    if "photographs" in given.cases:
        shot = photographs(folder / "photographs", min(FEW, given.runs))
        figures = figures._replace(photographs=shot)
        yield figures
    if "search" in given.cases:
        figures = figures._replace(searched=searched(folder / "search", given.articles))
        yield figures
    if "edits" in given.cases:
        figures = figures._replace(edits=tuple(bench.edits(min(FEW, given.runs))))
        yield figures


def _table(bench: Bench, folder: Path, given: argparse.Namespace) -> Iterator[Case]:
    """The cases that are builds beside Hugo, in the order of the table."""
    if "cold" in given.cases:
        yield bench.cold()
    for name in CHANGES:
        if name in given.cases:
            yield bench.changed(name)
    for name, output in (("clone-output", True), ("clone-cache", False)):
        if name in given.cases:
            yield bench.cloned(name, output=output)
    if "newsroom" in given.cases:
        yield from _newsroom(folder / "newsroom", given)
    if "pictures" in given.cases:
        yield pictures(folder / "pictures", given.articles, given.runs)


def _newsroom(folder: Path, given: argparse.Namespace) -> Iterator[Case]:
    """The table's builds with all that a newsroom has beside its articles."""
    bench = Bench(folder, given.articles, min(FEW, given.runs), newsroom=True)
    yield bench.cold(NEWSROOM + "cold")
    for name in CHANGES:
        yield bench.changed(name, NEWSROOM + name)
    yield bench.another_day(NEWSROOM + "day")
    shutil.rmtree(folder)


def _preview(bench: Bench, folder: Path, runs: int) -> Preview:
    texts = [bench.changes.next().relative_to(bench.lanmu.content) for _ in range(runs)]
    return preview_case(bench.lanmu, bench.hugo, texts, folder)


def _own_size(figures: Figures) -> Size | None:
    """The size of the table's own archive, where the table has what it takes."""
    cases = {case.name: case for case in figures.cases}
    if "cold" not in cases or "body" not in cases:
        return None
    cold = cases["cold"]
    return Size(figures.articles, cold.hugo, cold.lanmu, cases["body"].lanmu)


def _other_sizes(folder: Path, given: argparse.Namespace) -> Iterator[Size]:
    few = min(FEW, given.runs)
    yield _size(folder / "small", max(1, given.articles // 10), few, hugo=True)
    if given.large:
        yield _size(folder / "large", LARGE, 1, hugo=False)


def _size(folder: Path, articles: int, runs: int, *, hugo: bool) -> Size:
    size = Bench(folder, articles, runs, hugo=hugo).size()
    shutil.rmtree(folder)
    return size


if __name__ == "__main__":
    main()
