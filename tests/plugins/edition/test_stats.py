"""Numbers of articles: every article once, and sums that agree."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.edition.model import Edition
from plugins.edition.stats import Table, tabulate, unit_lines, unit_stats

from .making import article, column, edition_of, names, unit

COLUMNS = ("news", "aid", "life")
UNITS = ("一队", "二队", "")
TAGS = ("急救", "献血", "乡村")

pieces = st.tuples(
    st.sampled_from(COLUMNS),
    st.sampled_from(UNITS),
    st.lists(st.sampled_from(TAGS), max_size=3, unique=True),
    st.dates(dt.date(2018, 1, 1), dt.date(2026, 11, 20)),
    st.booleans(),
)


def edition(parts: list[Any]) -> Edition:
    """An edition of articles with these columns, units, tags and days; some are drafts."""
    made = [
        article(
            f"columns/{where}/{day.year}/{number}.md",
            day.isoformat(),
            unit=names(who)[0] if who else None,
            tags=names(*tags),
            status="published" if shown else "draft",
        )
        for number, (where, who, tags, day, shown) in enumerate(parts)
    ]
    columns = [column(slug, order=place) for place, slug in enumerate(COLUMNS)]
    return edition_of(*columns, unit("third", "三队"), *made)


def agrees(table: Table) -> None:
    """Each line's numbers make its total, and the totals' make the whole."""
    for line in (*table.lines, table.totals):
        assert len(line.counts) == len(table.heads)
        assert sum(line.counts) == line.total


@settings(deadline=None, max_examples=60)
@given(st.lists(pieces, max_size=12))
def test_a_units_sums_agree(parts: list[Any]) -> None:
    """By year and by column, and with the list of its articles."""
    made = edition(parts)
    for slug in made.units:
        stats = unit_stats(made, slug)
        assert stats.total == len(made.of_unit.get(slug, ()))
        assert sum(stats.totals) == sum(year.total for year in stats.years) == stats.total
        for place, total in enumerate(stats.totals):
            assert total == sum(year.counts[place] for year in stats.years) > 0
        for year in stats.years:
            assert year.total == sum(year.counts) > 0
        assert [y.year for y in stats.years] == sorted({y.year for y in stats.years}, reverse=True)
        assert [ref.url for ref in stats.columns] == [
            c.url for c in made.columns.values() if c.ref in stats.columns
        ]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(pieces, max_size=12),
    st.sampled_from(["year", "month", "column"]),
    st.dates(),
    st.dates(),
)
def test_a_tables_sums_agree(parts: list[Any], across: Any, first: dt.date, last: dt.date) -> None:
    """Of units and columns in both directions; with tags each article counts once in the sum."""
    made = edition(parts)
    there = sum(first <= a.date.date() <= last for a in made.articles)
    for by in ("unit", "column"):
        table = tabulate(made, by, across, first, last)
        agrees(table)
        assert table.totals.total == there == sum(line.total for line in table.lines)
        for place, total in enumerate(table.totals.counts):
            assert total == sum(line.counts[place] for line in table.lines)
    tags = tabulate(made, "tag", across, first, last)
    agrees(tags)
    assert tags.totals.total == there <= sum(line.total for line in tags.lines)


def three() -> Edition:
    """Two articles of the first unit in two years, one of none."""
    return edition(
        [
            ("news", "一队", ["急救"], dt.date(2021, 7, 1), True),
            ("aid", "一队", ["急救", "献血"], dt.date(2022, 3, 1), True),
            ("aid", "", [], dt.date(2022, 3, 31), True),
            ("aid", "一队", ["急救"], dt.date(2022, 4, 1), False),
        ]
    )


def lines(table: Table) -> list[tuple[Any, ...]]:
    """A table's lines as tuples."""
    return [(line.name, *line.counts, line.total) for line in table.lines]


def test_who_sent_nothing_is_seen() -> None:
    """And articles of no unit have a line at the end."""
    table = tabulate(three(), "unit", "column")
    assert table.heads == ("栏目 news", "栏目 aid", "栏目 life")
    assert lines(table) == [("一队", 1, 1, 0, 2), ("三队", 0, 0, 0, 0), ("", 0, 1, 0, 1)]


def test_tags_by_month() -> None:
    """Months that have articles; used tags alone, the most used first."""
    table = tabulate(three(), "tag", "month")
    assert table.heads == ("2021-07", "2022-03")
    assert lines(table) == [("急救", 1, 1, 2), ("献血", 0, 1, 1), ("", 0, 1, 1)]
    assert (*table.totals.counts, table.totals.total) == (1, 2, 3)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2022-03-01", "2022-03-31", 2),
        ("2022-03-02", "2022-03-30", 0),
        ("2021-07-01", "2022-03-01", 2),
    ],
)
def test_both_days_are_among_them(first: str, last: str, count: int) -> None:
    """The first and the last day count."""
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert tabulate(three(), "column", "year", *days).totals.total == count


def test_units_with_the_most_articles_come_first() -> None:
    """With the year of the newest that is published."""
    assert [(line.name, line.total, line.latest) for line in unit_lines(three())] == [
        ("一队", 2, 2022),
        ("三队", 0, 0),
    ]
