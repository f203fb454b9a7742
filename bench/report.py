"""docs/benchmarks.md, written from the figures of a run."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from .cases import Agreed, Size
from .changes import CHANGES
from .machine import Machine
from .measure import Case, Run
from .micro_figures import Micro
from .photographs import Photographs
from .preview import Preview
from .search import Built, Searched
from .search_bytes import Fetched
from .words import ABOUT, NEWSROOM, PHOTOGRAPHS_SO, SEARCH_SO, TITLES


class Limit(NamedTuple):
    """What a case may cost at most, and what it is hoped to cost."""

    most: float
    aim: float


RATIOS = {
    "cold": Limit(1.5, 1.0),
    "nothing": Limit(0.2, 0.1),
    "body": Limit(0.2, 0.1),
    "title": Limit(0.25, 0.12),
    "added": Limit(0.25, 0.12),
    "withdrawn": Limit(0.25, 0.12),
    "clone-output": Limit(0.3, 0.15),
    "clone-cache": Limit(0.8, 0.5),
}
RATIOS |= {NEWSROOM + name: RATIOS[name] for name in ("cold", *CHANGES)}
"""Of the seconds that Hugo takes for the whole site."""

READ_SO = """\
Seconds by the clock, in brackets those of all processors together; medians. The ratio is the
median of the pairs' ratios of seconds by the clock. In every case Hugo builds all pages, for it
keeps none."""

PREVIEW_MS = Limit(150, 60)
MEMORY_MIB = Limit(400, 250)
FASTER = {"Hugo": 7.0, "eleventy-img": 1.2}
"""How many times as many photographs Lanmu is to make in the same time."""
PHOTOGRAPH_MIB = 150

INDEX_S, INDEX_MIB, INDEX_EDIT_S, INDEX_NOTHING_S = 40, 1024, 5, 0.05
"""What the search index of 10,000 articles may take, and after one edit the whole build, too."""

QUERY_BYTES = 300_000
"""What a browser may have to fetch for a query."""

LARGE_SECONDS = Limit(600, 90)
LARGE_MIB = Limit(2048, 1024)
LARGE = 100_000


class Figures(NamedTuple):
    """All that one run found; what was not asked for is empty."""

    machine: Machine
    articles: int
    runs: int
    agreed: Agreed | None = None
    cases: tuple[Case, ...] = ()
    preview: Preview | None = None
    photographs: Photographs | None = None
    searched: Searched | None = None
    sizes: tuple[Size, ...] = ()
    edits: tuple[tuple[int, Run], ...] = ()
    micro: tuple[Micro, ...] = ()


def document(figures: Figures) -> str:
    """The whole text of docs/benchmarks.md."""
    blocks = [
        "# Benchmarks",
        "Written by `make bench`; not by hand.",
        ABOUT.rstrip(),
        _machine(figures),
        *_agreed(figures.agreed),
        "## The table",
        _table(
            ("case", "Hugo", "Lanmu", "ratio", "at most", "aim", "limit"),
            [*_cases(figures.cases), *_absolute(figures)],
        ),
        READ_SO,
        *_photographs(figures.photographs),
        *_searched(figures.searched),
        *_sizes(figures.sizes),
        *_edits(figures.edits),
        *_micro(figures.micro),
    ]
    return "\n\n".join(blocks) + "\n"


def verdict(value: float, limit: Limit) -> str:
    """Whether a figure keeps its limit, in plain words."""
    if value <= limit.aim:
        return "met, and the aim"
    if value <= limit.most:
        return "met"
    return f"**missed** by a factor of {value / limit.most:.2f}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = tuple(head)
    lines = [heads, ("---",) + ("---:",) * (len(heads) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _time(run: Run) -> str:
    return f"{run.seconds:.2f} s ({run.cpu:.2f})"


def _machine(figures: Figures) -> str:
    m = figures.machine
    return (
        f"**This run:** {m.date.isoformat()}, {figures.articles:,} articles, medians of "
        f"{figures.runs}; {m.cores} cores of {m.processor}, {m.memory:.0f} GiB, {m.system}, "
        f"Python {m.python}, Hugo {m.hugo}."
    )


def _agreed(agreed: Agreed | None) -> Iterator[str]:
    if agreed is not None:
        yield (
            f"**Agreement:** the same {agreed.pages:,} pages path for path, without exception; "
            f"the same words and links in all of {agreed.articles_compared} articles drawn by "
            f"chance; {agreed.hugo_bytes / 1e6:.1f} MB of files by Hugo, "
            f"{agreed.lanmu_bytes / 1e6:.1f} MB by Lanmu."
        )


def _cases(cases: Iterable[Case]) -> Iterator[tuple[str, ...]]:
    for case in cases:
        limit = RATIOS.get(case.name)
        judged = ("–", "–", "none set")
        if limit is not None:
            judged = (f"{limit.most} x", f"{limit.aim} x", verdict(case.ratio, limit))
        figures = (_time(case.hugo), _time(case.lanmu), f"{case.ratio:.2f} x")
        yield TITLES[case.name], *figures, *judged


def _absolute(figures: Figures) -> Iterator[tuple[str, ...]]:
    if figures.preview is not None:
        ours, theirs = (
            None if each is None else each * 1000
            for each in (figures.preview.lanmu, figures.preview.hugo)
        )
        yield _row(TITLES["preview"], theirs, ours, PREVIEW_MS, "ms")
    for case in figures.cases:
        if case.name == "cold":
            memories = case.hugo.memory, case.lanmu.memory
            yield _row("peak memory of the largest process, cold", *memories, MEMORY_MIB, "MiB")
    for size in figures.sizes:
        if size.articles == LARGE:
            name = f"{LARGE:,} articles, cold"
            yield _row(name, None, size.cold.seconds, LARGE_SECONDS, "s")
            yield _row(f"{name}: memory", None, size.cold.memory, LARGE_MIB, "MiB")


def _row(
    name: str, hugo: float | None, lanmu: float | None, limit: Limit, unit: str
) -> tuple[str, ...]:
    said = tuple("–" if value is None else f"{value:.0f} {unit}" for value in (hugo, lanmu))
    judged = "**missed**: no new page came" if lanmu is None else verdict(lanmu, limit)
    ratio = f"{lanmu / hugo:.2f} x" if lanmu is not None and hugo else "–"
    return name, *said, ratio, f"{limit.most:.0f} {unit}", f"{limit.aim:.0f} {unit}", judged


def _photographs(shot: Photographs | None) -> Iterator[str]:
    if shot is None:
        return
    speed = shot.number / shot.lanmu.seconds
    rows = [_developed("Lanmu", shot, shot.lanmu, _most(shot.lanmu.memory, PHOTOGRAPH_MIB))]
    for name, run in (("Hugo", shot.hugo), ("eleventy-img", shot.eleventy)):
        if run is not None:
            rows.append(
                _developed(name, shot, run, _least(speed * run.seconds / shot.number, name))
            )
    yield "## Photographs"
    yield PHOTOGRAPHS_SO
    yield _table(("program", "time", "photographs a second", "memory", "limit of Lanmu's"), rows)


def _searched(found: Searched | None) -> Iterator[str]:
    if found is None:
        return
    files = f"{found.files:,} files, {found.size / 1e6:.1f} MB"
    rows = [
        *_indexed("cold", found.cold, INDEX_S),
        ("cold: memory", f"{found.cold.run.memory:.0f} MiB", INDEX_MIB, found.cold.run.memory),
        *_indexed("one body edited", found.body, INDEX_EDIT_S, INDEX_EDIT_S),
        *_indexed("another body edited", found.another, INDEX_EDIT_S, INDEX_EDIT_S),
        *_indexed("nothing changed", found.nothing, INDEX_NOTHING_S),
        ("what is published", files, 0, 0),
        *chain.from_iterable(map(_fetched, found.fetched)),
        (
            f"{found.quality.queries} queries: recall, precision",
            f"{found.quality.recall:.3f}, {found.quality.precision:.3f}",
            0,
            0,
        ),
    ]
    yield "## Search"
    yield SEARCH_SO
    yield _table(
        ("what", "Lanmu", "limit"),
        [(what, said, _within(value, limit)) for what, said, limit, value in rows],
    )


def _indexed(
    case: str, built: Built, index: float, whole: float = 0
) -> Iterator[tuple[str, str, float, float]]:
    yield (
        f"{case}: the index, made beside the pages",
        f"{built.indexed:.1f} s",
        index,
        built.indexed,
    )
    yield f"{case}: the whole build", _time(built.run), whole, built.run.seconds


def _fetched(query: Fetched) -> Iterator[tuple[str, str, float, float]]:
    ways = ("as a visit's first query", query.first), ("as a later one", query.later)
    for way, size in ways:
        yield f"{query.what}, {way}", f"{size / 1e3:.0f} kB", QUERY_BYTES, size


def _within(value: float, limit: float) -> str:
    """Whether a figure keeps its limit; 0 is none."""
    if not limit:
        return "none set"
    met = "met" if value <= limit else f"**missed** by a factor of {value / limit:.2f}"
    return f"{limit:g}: {met}"


def _developed(name: str, shot: Photographs, run: Run, said: str) -> tuple[str, ...]:
    return name, _time(run), f"{shot.number / run.seconds:.2f}", f"{run.memory:.0f} MiB", said


def _most(memory: float, limit: float) -> str:
    met = "met" if memory <= limit else f"**missed** by a factor of {memory / limit:.2f}"
    return f"{limit:.0f} MiB a process: {met}"


def _least(ratio: float, name: str) -> str:
    limit = FASTER[name]
    met = "met" if ratio >= limit else f"**missed** by a factor of {limit / ratio:.2f}"
    return f"{limit} x as many as {name}: {ratio:.2f} x, {met}"


def _sizes(sizes: Iterable[Size]) -> Iterator[str]:
    rows = [
        (
            f"{size.articles:,}",
            "–" if size.hugo is None else _time(size.hugo),
            _time(size.cold),
            f"{size.cold.cpu / size.articles * 1000:.2f} ms",
            f"{size.cold.memory:.0f} MiB",
            _time(size.body),
        )
        for size in sizes
    ]
    if rows:
        yield "## By the size of the archive"
        head = ("articles", "Hugo, cold", "Lanmu, cold", "processor an article", "memory")
        yield _table((*head, "Lanmu, one body edited"), rows)


def _edits(edits: Iterable[tuple[int, Run]]) -> Iterator[str]:
    rows = [(f"{count:,}", _time(run)) for count, run in edits]
    if rows:
        yield "## By the number of edited bodies"
        yield _table(("edited", "Lanmu"), rows)


def _micro(micro: Iterable[Micro]) -> Iterator[str]:
    rows = [(each.name, f"{each.seconds * 1e6:,.1f} µs") for each in micro]
    if rows:
        yield "## Small things"
        yield "Medians, by `python -m pytest bench/micro`."
        yield _table(("what", "once"), rows)
