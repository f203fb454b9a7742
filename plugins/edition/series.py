"""Articles that count: parts of a series (系列), and numbered issues (期) of a column."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from .column_cards import SeriesCard, SeriesPart, SeriesView
from .findings import Finding, Severity, finding
from .model import Article, Column, Edition, Series
from .sources import ArticleSource, ColumnSource
from .specs import Count, SeriesSpec

NEAR = 12
"""How many parts before and after its own an article's page lists: the cost stays linear."""

InSeries = dict[Series, tuple[Article, ...]]


def series_of(article: Article) -> Series | None:
    """The series that an article belongs to."""
    return (article.column, article.series) if article.series else None


def in_series(articles: Iterable[Article]) -> InSeries:
    """The articles of each series in the order of their parts; of equal parts the oldest first."""
    return regrouped({}, (), articles)


def regrouped(
    groups: Mapping[Series, tuple[Article, ...]], gone: Iterable[Article], come: Iterable[Article]
) -> InSeries:
    """The series without some articles and with others; one that is empty goes."""
    made = dict(groups)
    moves: dict[Series, tuple[set[str], list[Article]]] = {}
    for article in gone:
        if (series := series_of(article)) is not None:
            moves.setdefault(series, (set(), []))[0].add(article.path)
    for article in come:
        if (series := series_of(article)) is not None:
            moves.setdefault(series, (set(), []))[1].append(article)
    for series, (lost, won) in moves.items():
        kept = [article for article in made.pop(series, ()) if article.path not in lost]
        if kept or won:
            made[series] = tuple(sorted([*kept, *won], key=_order))
    return made


def _order(article: Article) -> tuple[int, dt.datetime, str]:
    return article.part, article.date, article.path


def own_findings(source: ArticleSource, column: ColumnSource) -> list[Finding]:
    """What is wrong with an article's numbers by themselves and in its column."""
    found = []
    path, series, part = source.path, source.series, source.part
    if source.issue is None and column.numbered:
        found.append(finding("notice", "issue-missing", path))
    if source.issue is not None and not column.numbered:
        found.append(_at("notice", "issue-unused", path, source.issue, number=source.issue.number))
    if part is not None and series is None:
        found.append(_at("warning", "series-missing", path, part, part=part.number))
    if series is not None and part is None:
        place = series.place
        found.append(
            finding("warning", "part-missing", path, place.line, place.column, series=series.text)
        )
    if series is not None and part is not None:
        planned = _planned(column.series, series.text)
        if 0 < planned < part.number:
            values = {"series": series.text, "part": part.number, "parts": planned}
            found.append(_at("warning", "part-beyond", path, part, **values))
    return found


def doubled(
    columns: Iterable[ColumnSource],
    in_column: Mapping[str, Sequence[Article]],
    series: Mapping[Series, Sequence[Article]],
    sources: Mapping[str, ArticleSource],
) -> list[Finding]:
    """Numbers that two articles have; the one that came first is named to the others.

    ``sources`` are, by path, those of the articles that have a number.
    """
    found = []
    for column in columns:
        if column.numbered:
            ages = in_column[column.slug][::-1]
            for one, other in _twice(ages, lambda a: a.issue):
                issue = sources[one.path].issue
                values = {"number": one.issue, "other": other.path}
                found.append(_at("warning", "issue-twice", one.path, issue, **values))
    for (_, name), parts in series.items():
        for one, other in _twice(parts, lambda a: a.part):
            part = sources[one.path].part
            values = {"series": name, "part": one.part, "other": other.path}
            found.append(_at("warning", "part-twice", one.path, part, **values))
    return found


def _twice(
    articles: Iterable[Article], number: Callable[[Article], int]
) -> Iterator[tuple[Article, Article]]:
    """Each article that has an earlier one's number, and that one; 0 is none."""
    first: dict[int, Article] = {}
    for article in articles:
        other = first.setdefault(number(article), article)
        if other is not article and number(article):
            yield article, other


def _at(severity: Severity, rule: str, path: str, count: Count | None, **values: object) -> Finding:
    place = count.place if count is not None else Count(0).place
    return finding(severity, rule, path, place.line, place.column, **values)


def _planned(specs: Iterable[SeriesSpec], name: str) -> int:
    return next((spec.parts for spec in specs if spec.name == name), 0)


def _total(column: Column, name: str, parts: Sequence[Article]) -> int:
    """How many parts a series has: as many as are planned, or as the last one says."""
    return max(_planned(column.series, name), parts[-1].part)


def _described(column: Column, name: str) -> str:
    return next((spec.description for spec in column.series if spec.name == name), "")


def series_view(edition: Edition, article: Article) -> SeriesView | None:
    """The series of an article, for its page."""
    series = series_of(article)
    if series is None:
        return None
    column, parts = edition.columns[article.column], edition.in_series[series]
    at = bisect_left(parts, _order(article), key=_order)
    near = parts[max(0, at - NEAR) : at + NEAR + 1]
    return SeriesView(
        name=article.series,
        description=_described(column, article.series),
        part=article.part,
        total=_total(column, article.series, parts),
        parts=tuple(_part(one, current=one.path == article.path) for one in near),
        whole=len(near) == len(parts),
        previous=_part(parts[at - 1]) if at else None,
        next=_part(parts[at + 1]) if at + 1 < len(parts) else None,
    )


def _part(article: Article, *, current: bool = False) -> SeriesPart:
    view = article.view
    return SeriesPart(article.part, view.title, article.url, current, view.state)


def series_cards(edition: Edition) -> dict[str, tuple[SeriesCard, ...]]:
    """The series of each column that has some: first those that are planned, then by name."""
    named: dict[str, set[str]] = {}
    for slug, name in edition.in_series:
        named.setdefault(slug, set()).add(name)
    return {slug: _cards(edition, edition.columns[slug], names) for slug, names in named.items()}


def _cards(edition: Edition, column: Column, names: set[str]) -> tuple[SeriesCard, ...]:
    planned = [spec.name for spec in column.series if spec.name in names]
    cards = []
    for name in dict.fromkeys([*planned, *sorted(names)]):
        parts = edition.in_series[column.slug, name]
        total = _total(column, name, parts)
        card = SeriesCard(name, _described(column, name), parts[0].url, len(parts), total)
        cards.append(card)
    return tuple(cards)
