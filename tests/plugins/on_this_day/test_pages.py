"""Pages of On This Day."""

import datetime as dt

from plugins.edition.sources import Source
from plugins.on_this_day.pages import DayPage, OnThisDayPage
from tests.plugins.edition.making import SHANGHAI, almanac, edition_of, entry, frame

ENTRIES: tuple[Source, ...] = (
    almanac(),
    almanac("city", order=-1, name="城市"),
    entry("1863-02-09", "a"),
    entry("1859-02-09", "b"),
    entry("1920-02-29", "c"),
    entry("1999-12-31", "d"),
    entry("0044-03-15", "e"),
)


def days(root: str = "") -> dict[str, DayPage]:
    """Each day's page, by path."""
    found = {}
    for url, inputs in DayPage.routes(edition_of(*ENTRIES, over=frame(root))):
        assert isinstance(inputs, DayPage)
        assert DayPage.page.owns(url)
        found[url] = inputs
    return found


def test_each_day_with_entries_has_a_page() -> None:
    """29 February too; entries stand by year."""
    pages = days("/weekly")
    assert list(pages) == [
        "/on-this-day/02-09/",
        "/on-this-day/02-29/",
        "/on-this-day/03-15/",
        "/on-this-day/12-31/",
    ]
    first = pages["/on-this-day/02-09/"]
    assert [each.when.year for each in first.entries] == [1859, 1863]
    assert [each.anchor for each in first.entries] == ["red-cross-b", "red-cross-a"]
    assert first.head.url == "/weekly/on-this-day/02-09/"


def test_the_days_go_round_the_year() -> None:
    """From the last of December to the first of the year, and back."""
    pages = days()
    last, first = pages["/on-this-day/12-31/"], pages["/on-this-day/02-09/"]
    assert last.next.url == first.day.url
    assert first.previous.url == last.day.url
    assert pages["/on-this-day/02-29/"].next.url == "/on-this-day/03-15/"


def test_the_only_day_is_its_own_neighbour() -> None:
    """Round the year one comes back to it."""
    edition = edition_of(almanac(), entry())
    ((_, inputs),) = DayPage.routes(edition)
    assert isinstance(inputs, DayPage)
    assert inputs.previous.url == inputs.next.url == inputs.day.url


def test_the_page_of_all_days() -> None:
    """All of today's entries, every day that has some, the almanacs in their order."""
    now = dt.datetime(2026, 2, 9, 8, 0, tzinfo=SHANGHAI)
    many = [entry("1900-02-09", f"n{number}") for number in range(9)]
    ((url, inputs),) = OnThisDayPage.routes(edition_of(*ENTRIES, *many, now=now))
    assert url == "/on-this-day/"
    assert isinstance(inputs, OnThisDayPage)
    assert inputs.day is not None
    assert inputs.day.is_today
    assert len(inputs.day.occasions) == 11
    assert [(link.month, link.day, link.count) for link in inputs.days] == [
        (2, 9, 11),
        (2, 29, 1),
        (3, 15, 1),
        (12, 31, 1),
    ]
    assert [each.name for each in inputs.almanacs] == ["城市", "史册 red-cross"]


def test_without_entries_there_is_a_page() -> None:
    """It says that there is nothing yet."""
    ((_, inputs),) = OnThisDayPage.routes(edition_of())
    assert isinstance(inputs, OnThisDayPage)
    assert inputs.day is None
    assert list(DayPage.routes(edition_of())) == []
