"""Pages of On This Day."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

import msgspec
import pytest
from msgspec.structs import replace

from plugins.edition.dates import DAYS, When
from plugins.edition.model import Edition
from plugins.edition.sources import Source
from plugins.edition.specs import Text
from plugins.on_this_day.almanac import AlmanacPage
from plugins.on_this_day.days import DayPage
from plugins.on_this_day.months import HistoryMonthPage
from plugins.on_this_day.pages import PAGE_TYPES, OnThisDayPage
from plugins.on_this_day.years import HistoryYearPage, YearIndexPage
from plugins.press.page import Inputs
from tests.plugins.edition.making import (
    SHANGHAI,
    almanac,
    article,
    edition_of,
    entry,
    frame,
    to,
)

P = TypeVar("P", bound=Inputs)

ENTRIES: tuple[Source, ...] = (
    almanac(),
    almanac("city", order=-1, name="城市"),
    entry("1863-02-09", "a"),
    entry("1859-02-09", "b"),
    entry("1900-02-09", "c", "city"),
    entry("1920-02-29", "d"),
    entry("1999-12-31", "e"),
    entry("-43-03-15", "f"),
    entry("1862-11", "g", importance=5),
    entry("1862", "h"),
)
TOLD = article("columns/news/2024/told.md", "2024-02-09", title="讲述")


def pages(kind: type[P], sources: Iterable[Source] = ENTRIES, root: str = "") -> dict[str, P]:
    """Each page of a type, by path; every path is one that the type owns."""
    return of(kind, edition_of(*sources, over=frame(root)))


def of(kind: type[P], edition: Edition) -> dict[str, P]:
    """Each page of a type that an edition has."""
    found: dict[str, P] = {}
    for route in kind.routes(edition):
        inputs = route.inputs
        assert isinstance(inputs, kind)
        assert kind.page.owns(route.url)
        assert route.url not in found
        found[route.url] = inputs
    return found


# ---------------------------------------------------------------- days


def test_every_day_of_the_year_has_its_page() -> None:
    """366 of all almanacs and as many of each; entries stand by year."""
    made = pages(DayPage, root="/weekly")
    assert len(made) == 3 * 366
    for part in ("", "red-cross/", "city/"):
        for month, day in DAYS:
            assert f"/on-this-day/{part}{month:02}-{day:02}/" in made
    all_of = made["/on-this-day/02-09/"]
    assert [each.entry.when.year for each in all_of.entries] == [1859, 1863, 1900]
    assert [each.entry.anchor for each in all_of.entries][:2] == ["red-cross-b", "red-cross-a"]
    assert all_of.head.url == "/weekly/on-this-day/02-09/"
    alone = made["/on-this-day/city/02-09/"]
    assert [each.entry.when.year for each in alone.entries] == [1900]
    assert alone.almanac is not None
    assert (alone.almanac.label, alone.almanac.url) == ("城市", "/weekly/on-this-day/city/")


def test_each_day_leads_to_the_next_round_the_year() -> None:
    """With 29 February between, from December to New Year; an almanac keeps to itself."""
    made = pages(DayPage)
    for part in ("", "red-cross/"):
        url, seen = f"/on-this-day/{part}01-01/", []
        for _ in range(366):
            seen.append(url)
            assert made[made[url].next.url].previous.url == url
            url = made[url].next.url
        assert url == seen[0]
        assert len(set(seen)) == 366
    assert made["/on-this-day/02-28/"].next.url == "/on-this-day/02-29/"


def test_a_day_leads_to_the_same_day_of_each_almanac() -> None:
    """All together first; where there is one almanac there is nothing to choose."""
    ways = pages(DayPage)["/on-this-day/red-cross/02-09/"].ways
    assert [(way.label, way.url, way.count) for way in ways] == [
        ("", "/on-this-day/02-09/", 3),
        ("城市", "/on-this-day/city/02-09/", 1),
        ("史册 red-cross", "/on-this-day/red-cross/02-09/", 2),
    ]
    assert pages(DayPage, [almanac(), entry()])["/on-this-day/02-09/"].ways == ()


def test_an_empty_day_is_kept_from_search_engines() -> None:
    """With entries, or articles of the site's own, it is not empty; an almanac has no articles."""
    made = pages(DayPage, [*ENTRIES, article(date="2024-05-05")])
    indexed = {url for url, inputs in made.items() if inputs.head.index}
    assert indexed == {
        *("/on-this-day/02-09/", "/on-this-day/02-29/", "/on-this-day/12-31/"),
        *("/on-this-day/03-15/", "/on-this-day/05-05/"),
        *("/on-this-day/red-cross/02-09/", "/on-this-day/red-cross/02-29/"),
        *("/on-this-day/red-cross/12-31/", "/on-this-day/red-cross/03-15/"),
        "/on-this-day/city/02-09/",
    }


def test_the_papers_own_articles_stand_apart() -> None:
    """Those of the day in every year, the newest first; on the page of all almanacs alone."""
    written = [article(f"columns/news/{y}/a.md", f"{y}-02-09") for y in ("2019", "2024")]
    made = pages(DayPage, [*ENTRIES, *written])
    assert [each.year for each in made["/on-this-day/02-09/"].articles] == [2024, 2019]
    assert made["/on-this-day/red-cross/02-09/"].articles == ()
    assert made["/on-this-day/02-10/"].articles == ()


def test_an_entry_leads_to_the_articles_that_tell_of_it() -> None:
    """By their titles; not to what is no article, not published, or not there."""
    paths = (TOLD.path, "columns/news/_column.md", "columns/news/2024/draft.md", "gone.md")
    told = entry("1863-02-09", "t", articles=tuple(to(path) for path in paths))
    draft = article("columns/news/2024/draft.md", "2024-01-01", status="draft")
    made = pages(DayPage, [*ENTRIES, told, TOLD, draft])
    shown = made["/on-this-day/02-09/"].entries
    stories = {each.entry.anchor: each.stories for each in shown}
    assert [(story.title, story.url) for story in stories["red-cross-t"]] == [
        ("讲述", "/columns/news/2024/told/")
    ]
    assert stories["red-cross-a"] == ()


# ---------------------------------------------------------------- months, years


def test_each_month_has_its_page() -> None:
    """All its days with the weightiest entries, what has no day, its neighbours round the year."""
    made = pages(HistoryMonthPage)
    assert list(made) == [f"/on-this-day/{month:02}/" for month in range(1, 13)]
    february = made["/on-this-day/02/"]
    assert [each.day.day for each in february.days] == [*range(1, 30)]
    assert {each.day.day: len(each.entries) for each in february.days if each.entries} == {
        9: 3,
        29: 1,
    }
    november = made["/on-this-day/11/"]
    assert [each.entry.when for each in november.entries] == [When(1862, 11)]
    assert made["/on-this-day/12/"].next.url == "/on-this-day/01/"
    assert made["/on-this-day/01/"].previous.url == "/on-this-day/12/"


def test_a_month_shows_the_weightiest_entries_of_a_day() -> None:
    """Three, in the order of their years; the day's own count says that there are more."""
    weights = {1900: 1, 1910: 5, 1920: 2, 1930: 4, 1940: 3}
    many = [entry(f"{year}-02-09", f"w{year}", importance=n) for year, n in weights.items()]
    day = pages(HistoryMonthPage, [almanac(), *many])["/on-this-day/02/"].days[8]
    assert [card.when.year for card in day.entries] == [1910, 1930, 1940]
    assert day.day.count == 5


def test_each_year_with_entries_has_its_page() -> None:
    """Before the common era too; what has a day or a month is listed, the rest stands in full."""
    made = pages(HistoryYearPage)
    assert [url.split("/")[3] for url in made][:3] == ["bce-44", "1859", "1862"]
    year = made["/on-this-day/years/1862/"]
    assert [each.entry.when for each in year.entries] == [When(1862)]
    assert [(card.when, card.url) for card in year.dated] == [
        (When(1862, 11), "/on-this-day/11/#red-cross-g")
    ]
    assert year.year.count == 2
    assert year.previous is not None
    assert year.next is not None
    assert (year.previous.year, year.next.year) == (1859, 1863)
    assert made["/on-this-day/years/bce-44/"].previous is None
    assert made["/on-this-day/years/1999/"].next is None


def test_all_years() -> None:
    """Oldest first, with the number of their entries."""
    ((_, index),) = pages(YearIndexPage).items()
    assert [(link.year, link.count) for link in index.years][:3] == [(-43, 1), (1859, 1), (1862, 2)]


# ---------------------------------------------------------------- today, almanacs


def on(date: str) -> Edition:
    """The edition of a morning."""
    now = dt.datetime.fromisoformat(f"{date}T08:00").replace(tzinfo=SHANGHAI)
    return edition_of(*ENTRIES, TOLD, now=now)


def test_the_page_of_all_days() -> None:
    """All of today's entries, the year at a glance, the almanacs in their order."""
    ((url, inputs),) = of(OnThisDayPage, on("2026-02-09")).items()
    assert url == "/on-this-day/"
    assert inputs.day is not None
    assert inputs.day.is_today
    assert len(inputs.day.occasions) == 3
    assert [each.title for each in inputs.day.articles] == ["讲述"]
    counts = {(d.month, d.day): d.count for m in inputs.months for d in m.days if d.count}
    assert counts == {(2, 9): 3, (2, 29): 1, (3, 15): 1, (12, 31): 1}
    assert inputs.months[0].url == "/on-this-day/01/"
    assert [each.name for each in inputs.almanacs] == ["城市", "史册 red-cross"]
    assert inputs.follow.webcal == "webcal://news.example/on-this-day/calendar.ics"
    assert inputs.head.feeds[1].folder == "/on-this-day/"


def test_an_almanacs_own_page() -> None:
    """Its text, its entries of today and no others, its days, what has no day, its feed."""
    made = of(AlmanacPage, on("2026-02-09"))
    assert list(made) == ["/on-this-day/city/", "/on-this-day/red-cross/"]
    page = made["/on-this-day/red-cross/"]
    assert page.day is not None
    assert [each.entry.when.year for each in page.day.occasions] == [1859, 1863]
    assert page.day.almanac == "red-cross"
    assert page.day.articles == ()
    assert [card.when for card in page.dayless] == [When(1862), When(1862, 11)]
    links = [d.url for m in page.months for d in m.days if d.count]
    assert links[0] == "/on-this-day/red-cross/02-09/"
    assert page.head.feeds[1].folder == "/on-this-day/red-cross/"
    assert page.follow.calendar == "/on-this-day/red-cross/calendar.ics"


def test_without_an_almanac_there_is_a_page() -> None:
    """It says that there is nothing yet; no day or year is made of which nobody wrote."""
    edition = edition_of(article())
    made = {url: inputs for kind in PAGE_TYPES for url, inputs in of(kind, edition).items()}
    assert list(made) == ["/on-this-day/"]


TODAYS = {"/on-this-day/", "/on-this-day/city/", "/on-this-day/red-cross/"}


def digests(edition: Edition) -> dict[str, bytes]:
    """What each page of the feature's own templates is made from."""
    kinds = (OnThisDayPage, AlmanacPage, DayPage, HistoryMonthPage, HistoryYearPage, YearIndexPage)
    return {url: msgspec.json.encode(i) for kind in kinds for url, i in of(kind, edition).items()}


@pytest.mark.parametrize("tomorrow", ["2026-02-10", "2026-12-31", "2028-02-29"])
def test_another_day_renders_three_pages(tomorrow: str) -> None:
    """Today is an input of the page of all days and of the almanacs' own."""
    before, after = digests(on("2026-02-09")), digests(on(tomorrow))
    assert {url for url in before if before[url] != after[url]} == TODAYS


def test_an_edit_of_a_body_renders_no_day() -> None:
    """A title does: that of the days where the article stands or is named."""
    named = entry("1863-07-01", "n", articles=(to(TOLD.path),))
    made = [
        digests(edition_of(*ENTRIES, named, each))
        for each in (
            TOLD,
            replace(TOLD, text=Text("另一段")),
            replace(TOLD, title="新题"),
        )
    ]
    assert made[0] == made[1]
    changed = {url for url in made[0] if made[0][url] != made[2][url]}
    days = {"/on-this-day/02-09/", "/on-this-day/07-01/", "/on-this-day/red-cross/07-01/"}
    assert changed - TODAYS == days
