"""How many articles there are: by unit, column, tag, year and month (供稿统计).

Only what the edition holds is counted, each article once a cell. Years and months are those of
the articles' dates in the site's zone.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from .cards import ColumnRef
from .model import Article, Edition
from .values import Value


class YearCounts(Value, frozen=True):
    """A year's articles: how many in each column, and in all."""

    year: int
    counts: tuple[int, ...]
    total: int


class UnitStats(Value, frozen=True):
    """A unit's contributions: years, newest first, by columns, as far as there are any.

    ``totals`` are those of the columns.
    """

    columns: tuple[ColumnRef, ...]
    years: tuple[YearCounts, ...]
    totals: tuple[int, ...]
    total: int


def unit_stats(edition: Edition, slug: str) -> UnitStats:
    """The contributions of one unit."""
    articles = edition.of_unit.get(slug, ())
    counts = Counter((article.date.year, article.column) for article in articles)
    columns = [name for name in edition.columns if any(name == column for _, column in counts)]
    years = []
    for year in sorted({year for year, _ in counts}, reverse=True):
        row = tuple(counts[year, name] for name in columns)
        years.append(YearCounts(year, row, sum(row)))
    return UnitStats(
        columns=tuple(edition.columns[name].ref for name in columns),
        years=tuple(years),
        totals=tuple(sum(counts[year.year, name] for year in years) for name in columns),
        total=len(articles),
    )


class UnitLine(Value, frozen=True):
    """A unit, how many articles it sent in, and the year of the newest (0: none)."""

    name: str
    url: str
    total: int
    latest: int


def unit_lines(edition: Edition) -> tuple[UnitLine, ...]:
    """All units, those with the most articles first."""
    lines = []
    for group in edition.units.values():
        articles = edition.of_unit.get(group.slug, ())
        latest = articles[0].date.year if articles else 0
        lines.append(UnitLine(group.name, group.url, len(articles), latest))
    return tuple(sorted(lines, key=lambda line: (-line.total, line.url)))


By = Literal["unit", "column", "tag"]
Across = Literal["year", "month", "column"]
BY: tuple[By, ...] = get_args(By)
ACROSS: tuple[Across, ...] = get_args(Across)


class Line(Value, frozen=True):
    """A line of a table: whose it is, its numbers, and the number of its articles."""

    name: str
    counts: tuple[int, ...]
    total: int


class Table(Value, frozen=True):
    """Numbers of articles by line and head.

    A line without a name is of the articles that have no unit, or no tag. ``totals`` count
    each article once, also where it is in several lines.
    """

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    totals: Line


def tabulate(
    edition: Edition,
    by: By,
    across: Across,
    first: dt.date = dt.date.min,
    last: dt.date = dt.date.max,
) -> Table:
    """Count the articles from the day ``first`` to the day ``last``, both among them.

    Units and columns have a line each, even where it is empty: who sent nothing is to be
    seen, too. Of tags only those that are used have one. Units and tags with the most
    articles come first, columns in their order; years and months go from the earliest.
    """
    articles = [a for a in edition.articles if first <= a.date.date() <= last]
    heads, head_of = _heads(edition, across, articles)
    names, keys_of = _lines(edition, by)
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for article in articles:
        head = head_of(article)
        for key in keys_of(article) or ("",):
            counts[key, head] += 1
            totals[key] += 1
    keys = [key for key in names if by != "tag" or totals[key]]
    if by != "column":
        keys.sort(key=lambda key: -totals[key])
    if totals[""]:
        keys.append("")
    whole = Counter(map(head_of, articles))
    return Table(
        heads=tuple(edition.columns[head].ref.name for head in heads)
        if across == "column"
        else heads,
        lines=tuple(
            Line(names.get(key, ""), tuple(counts[key, head] for head in heads), totals[key])
            for key in keys
        ),
        totals=Line("", tuple(whole[head] for head in heads), len(articles)),
    )


def _heads(
    edition: Edition, across: Across, articles: Sequence[Article]
) -> tuple[tuple[str, ...], Callable[[Article], str]]:
    """The heads of a table, and which of them an article belongs under."""
    if across == "column":
        return tuple(edition.columns), lambda article: article.column
    if across == "year":
        return _in_order(f"{a.date.year:04}" for a in articles), lambda a: f"{a.date.year:04}"
    return _in_order(f"{a.date:%Y-%m}" for a in articles), lambda a: f"{a.date:%Y-%m}"


def _in_order(heads: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(heads)))


def _lines(edition: Edition, by: By) -> tuple[dict[str, str], Callable[[Article], tuple[str, ...]]]:
    """The names of the lines by slug, and which of them an article belongs in."""
    if by == "unit":
        units = {slug: group.name for slug, group in edition.units.items()}
        return units, lambda article: (article.unit,) if article.unit else ()
    if by == "tag":
        tags = {slug: group.name for slug, group in edition.tags.items()}
        return tags, lambda article: article.tags
    columns = {slug: column.ref.name for slug, column in edition.columns.items()}
    return columns, lambda article: (article.column,)
