"""Lists over several pages, the related, and the day that stands for today."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.cards import Pager
from plugins.edition.lists import head, paged
from plugins.edition.model import Edition
from plugins.edition.related import AT_MOST, NEAR, Related
from plugins.edition.sources import Source
from plugins.edition.today import SHOWN, day_link, today_block
from tests.plugins.edition.making import (
    SHANGHAI,
    SITE,
    almanac,
    article,
    edition_of,
    entry,
    frame,
    names,
)


def at(day: str) -> dt.datetime:
    """A moment of a day in Shanghai."""
    return dt.datetime.fromisoformat(f"{day}T08:00").replace(tzinfo=SHANGHAI)


@given(count=st.integers(0, 70), size=st.integers(1, 30), root=st.sampled_from(["", "/weekly"]))
def test_every_item_is_on_one_page(count: int, size: int, root: str) -> None:
    """Pages hold all items in order, none empty but the only one, and know their sisters."""
    site = replace(SITE, articles_per_page=size)
    edition = edition_of(site=site, over=frame(root))
    pages = list(paged(edition, "/x/", range(count)))
    assert [item for _, items, _ in pages for item in items] == list(range(count))
    assert all(items for _, items, _ in pages) or count == 0
    assert [path for path, _, _ in pages][:3] == ["/x/", "/x/page/2/", "/x/page/3/"][: len(pages)]
    for number, (path, items, pager) in enumerate(pages, 1):
        assert len(items) <= size
        assert (pager.number, pager.count) == (number, len(pages))
        assert pager.url(number) == root + path
        assert pager.previous == (root + pages[number - 2][0] if number > 1 else "")
        assert pager.next == (root + pages[number][0] if number < len(pages) else "")


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 1, (1,)),
        (1, 3, (1, 2, 3)),
        (1, 9, (1, 2, 0, 9)),
        (3, 5, (1, 2, 3, 4, 5)),
        (4, 9, (1, 0, 3, 4, 5, 0, 9)),
        (9, 9, (1, 0, 8, 9)),
    ],
)
def test_of_many_pages_the_ends_and_neighbours_are_shown(
    number: int, count: int, shown: tuple[int, ...]
) -> None:
    """A gap where some are left out: a list of a thousand pages stays a short line."""
    assert Pager(number, count, "/x/").shown == shown


def test_a_page_without_a_description_has_the_sites() -> None:
    """And every page belongs to the site's feed."""
    edition = edition_of(over=frame("/weekly"))
    made = head(edition, "甲", "/x/")
    assert made.description == "一份周报"
    assert made.url == "/weekly/x/"
    assert [feed.folder for feed in made.feeds] == ["/weekly/"]
    assert head(edition, "甲", "/x/", description="乙").description == "乙"


# -------------------------------------------------------------- related


def many(count: int) -> Edition:
    """An edition of articles of which each third has a tag."""
    return edition_of(
        *(
            article(
                f"columns/news/2026/{number:04}.md",
                f"2026-01-{number % 28 + 1:02}",
                tags=names("急救") if number % 3 == 0 else (),
            )
            for number in range(count)
        )
    )


def of(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """The titles related to each article."""
    others = Related(edition)
    return {a.path: tuple(card.url for card in others.cards(a)) for a in edition.articles}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 40))
def test_related_are_few_others(count: int) -> None:
    """At most four, never itself, none twice, and never none where there are others."""
    edition = many(count)
    urls = {each.path: each.url for each in edition.articles}
    for path, cards in of(edition).items():
        assert len(cards) == min(AT_MOST, count - 1)
        assert urls[path] not in cards
        assert len(set(cards)) == len(cards)


def test_a_shared_tag_says_more_than_a_shared_column() -> None:
    """An article of the same tag in another column goes before one of the same column."""
    a = article("columns/news/2026/a.md", tags=names("急救"))
    b = article("columns/news/2026/b.md")
    c = article("columns/news/2026/c.md", "2020-01-01", tags=names("急救"))
    assert of(edition_of(a, b, c))[a.path] == (
        "/columns/news/2026/c/",
        "/columns/news/2026/b/",
    )


def test_of_two_as_near_the_nearer_in_time_comes_first() -> None:
    """Half a day before is nearer than a day and a half after."""
    a = article("columns/news/2026/a.md", "2026-01-10T12:00")
    before = article("columns/news/2026/before.md", "2026-01-09T20:00")
    after = article("columns/news/2026/after.md", "2026-01-11T11:00")
    assert of(edition_of(a, before, after))[a.path][0] == "/columns/news/2026/before/"


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 60))
def test_no_list_is_looked_at_far_and_wide(count: int) -> None:
    """What is shown stands near the article in one of its lists, however long they are."""
    edition = many(count)
    shown = of(edition)
    for each in edition.articles:
        near = set()
        for group in (edition.in_column[each.column], *map(edition.with_tag.get, each.tags)):
            urls = [other.url for other in group or ()]
            at = urls.index(each.url)
            near.update(urls[max(0, at - NEAR) : at + NEAR + 1])
        assert near.issuperset(shown[each.path])


# ---------------------------------------------------------------- today


def day_of(today: str, *dates: str) -> tuple[tuple[int, int], bool] | None:
    """Which day stands for ``today``, and whether it is that very day."""
    entries = [entry(date, f"e{number}") for number, date in enumerate(dates)]
    block = today_block(edition_of(almanac(), *entries, now=at(today)))
    return ((block.day.month, block.day.day), block.is_today) if block else None


@pytest.mark.parametrize(
    ("today", "dates", "expected"),
    [
        ("2026-02-09", ["1863-02-09", "1900-02-10"], ((2, 9), True)),
        ("2026-02-09", ["1863-02-08", "1900-02-10"], ((2, 10), False)),
        ("2026-12-31", ["1900-01-02", "1900-12-30"], ((1, 2), False)),
        ("2026-12-31", ["1900-12-31", "1900-01-01"], ((12, 31), True)),
        ("2028-02-29", ["1920-02-29", "1900-03-01"], ((2, 29), True)),
        ("2026-02-28", ["1920-02-29", "1900-03-01"], ((2, 28), True)),
        ("2026-03-01", ["1920-02-29", "1900-03-01"], ((3, 1), True)),
        ("2026-03-02", ["1920-02-29"], ((2, 28), False)),
        ("2027-03-02", ["1920-02-29"], ((2, 29), False)),
        ("2026-03-02", [], None),
    ],
)
def test_the_day_that_stands_for_today(
    today: str, dates: list[str], expected: tuple[tuple[int, int], bool] | None
) -> None:
    """Today, else the next day that has entries, round the year; 29 February too."""
    assert day_of(today, *dates) == expected


def test_a_block_shows_the_weightiest_in_order_of_years() -> None:
    """At most four entries, chosen by importance, shown by year."""
    years = (1900, 1863, 1950, 1921, 1990, 1880)
    entries: list[Source] = [
        entry(f"{year}-02-09", f"e{year}", importance=importance)
        for year, importance in zip(years, (1, 5, 1, 3, 4, 2), strict=True)
    ]
    block = today_block(edition_of(almanac(), *entries, now=at("2026-02-09")))
    assert block is not None
    assert [each.entry.when.year for each in block.occasions] == [1863, 1880, 1921, 1990]
    assert len(block.occasions) == SHOWN
    assert block.day.count == 6


def test_a_days_link() -> None:
    """Two digits each, in the site's folder; a day without entries counts none."""
    edition = edition_of(almanac(), entry(), over=frame("/weekly"))
    assert day_link(edition, (2, 9)).url == "/weekly/on-this-day/02-09/"
    assert day_link(edition, (2, 9)).count == 1
    assert day_link(edition, (3, 9)).count == 0
