"""Days of history: which day of the year an entry stands on, and what is kept on a date."""

import calendar
import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.dates import DAYS, EVE, LEAP_DAY, When, exists, kept_on, roundness
from plugins.edition.model import Edition
from plugins.edition.sources import Source
from plugins.edition.specs import Place
from plugins.edition.today import (
    PAST,
    beside,
    day_path,
    entries_on,
    history_paths,
    occasions,
    past_articles,
    today_block,
)
from tests.plugins.edition.making import (
    SHANGHAI,
    almanac,
    article,
    assembled,
    column,
    edition_of,
    entry,
    frame,
    shown,
    to,
)

CYCLE = [dt.date(2000, 1, 1) + dt.timedelta(days=number) for number in range(146_097)]
"""Every date of 400 years, after which the calendar begins anew."""


def at(date: str) -> dt.datetime:
    """A morning in Shanghai."""
    return dt.datetime.fromisoformat(f"{date}T08:00").replace(tzinfo=SHANGHAI)


# ---------------------------------------------------------------- the calendar


def test_every_date_of_400_years_is_kept_on_its_day() -> None:
    """On its own day's page, which is one; 29 February is kept each year, once."""
    assert len(DAYS) == 366
    pages = {day: day_path(day) for day in DAYS}
    assert len(set(pages.values())) == 366
    kept = dict.fromkeys(range(2000, 2400), 0)
    for date in CYCLE:
        days = kept_on(date)
        assert days[0] == (date.month, date.day)
        assert set(days) <= pages.keys()
        assert len(days) == 1 or days == (EVE, LEAP_DAY)
        kept[date.year] += LEAP_DAY in days
    assert set(kept.values()) == {1}


@pytest.mark.parametrize("year", [2000, 2024, 2026, 2100])
def test_each_day_of_the_year_is_kept_once_a_year(year: int) -> None:
    """All 366 of them, whether the year has a 29 February or not."""
    first = dt.date(year, 1, 1)
    days = 366 if calendar.isleap(year) else 365
    kept = [day for n in range(days) for day in kept_on(first + dt.timedelta(days=n))]
    assert sorted(kept) == list(DAYS)


@given(st.integers(-9998, 9999), st.integers(1, 12), st.integers(1, 31))
def test_a_date_that_is_there_stands_on_one_day_page(year: int, month: int, day: int) -> None:
    """A date of any year, before the common era too; one that is not there, on none."""
    if exists(year, month, day):
        assert (month, day) in DAYS
        made = edition_of(almanac(), entry(str(When(year, month, day)), "x"))
        assert [*made.days] == [(month, day)]
        assert made.entries[0].url == day_path((month, day))
    else:
        assert day > calendar.monthrange(2001, month)[1] or (year, month) == (1582, 10)


@pytest.mark.parametrize(
    ("years", "expected"),
    [(0, 0), (1, 0), (5, 5), (10, 10), (15, 5), (165, 5), (170, 10), (2069, 0), (-10, 0)],
)
def test_round_anniversaries(years: int, expected: int) -> None:
    """整五 and 整十; the year itself and years to come have none."""
    assert roundness(years) == expected


@pytest.mark.parametrize(
    ("when", "text", "precision"),
    [
        (When(1904, 3, 10), "1904-03-10", "day"),
        (When(1904, 3), "1904-03", "month"),
        (When(1904), "1904", "year"),
        (When(-43, 3, 15), "-0043-03-15", "day"),
        (When(0), "0000", "year"),
    ],
)
def test_a_date_says_how_exact_it_is(when: When, text: str, precision: str) -> None:
    """As ISO 8601 writes it; years are astronomical."""
    assert (str(when), when.precision) == (text, precision)


# ---------------------------------------------------------------- entries


def test_entries_stand_by_time_a_year_before_its_months() -> None:
    """BCE first; what has no day is on no day's page, but on its month's or year's."""
    dates = ("1904-03-10", "1904", "1904-03", "-43-03-15", "1904-02-01")
    edition = edition_of(almanac(), *(entry(d, f"e{n}") for n, d in enumerate(dates)))
    assert [str(each.when) for each in edition.entries] == [
        *("-0043-03-15", "1904", "1904-02-01", "1904-03", "1904-03-10")
    ]
    assert [each.url for each in edition.entries] == [
        *("/on-this-day/03-15/", "/on-this-day/years/1904/", "/on-this-day/02-01/"),
        *("/on-this-day/03/", "/on-this-day/03-10/"),
    ]
    assert [*edition.days] == [(2, 1), (3, 10), (3, 15)]


def found(*sources: Source) -> list[tuple[str, str, int, int]]:
    """What is found, with its place."""
    made = assembled(sources)
    return sorted((f.rule, f.path, f.line, f.column) for f in made.findings)


def test_what_is_wrong_with_an_entry_is_told_with_its_line() -> None:
    """The rest stands: the entry left out takes no other with it."""
    place = Place(4, 7)
    wrong = replace(entry(), path="on-this-day/red-cross/02-10-e.md", place=place)
    lost = entry("1863-02-09", "x", "nobody", place=place)
    bare = entry("1863-02-09", "bare", sources=(), place=place)
    assert found(almanac(), wrong, lost, bare) == [
        ("almanac-unknown", lost.path, 0, 0),
        ("entry-date-mismatch", wrong.path, 4, 7),
        ("entry-source-missing", bare.path, 4, 7),
    ]
    edition = edition_of(almanac(), wrong, lost, bare, entry("1864-08-22", "y"))
    assert [each.id for each in edition.entries] == ["red-cross/02-09-bare", "red-cross/08-22-y"]


def test_two_entries_cannot_have_one_place() -> None:
    """red-cross/e and red/cross-e would; the first by its path stands, but a draft gives way."""
    one = entry("1863-02-09", place=Place(5, 7))
    near = entry("1900-02-09", "cross-e", "red", place=Place(6, 7))
    assert found(almanac(), almanac("red"), one, near) == [("entry-place-taken", near.path, 6, 7)]
    draft = replace(one, status="draft")
    made = edition_of(almanac(), almanac("red"), draft, near)
    assert [each.id for each in made.entries] == ["red/02-09-cross-e"]


@pytest.mark.parametrize("slug", ["02-09", "02", "years", "data", "embed"])
def test_an_almanac_cannot_have_the_address_of_a_page(slug: str) -> None:
    """It and its entries are left out; the others stand."""
    rules = found(almanac(slug), almanac(), entry("1863-02-09", "x", slug), entry())
    assert [(rule, line) for rule, _, line, _ in rules] == [
        ("almanac-slug-taken", 1),
        ("almanac-unknown", 0),
    ]


def test_two_almanacs_with_one_name_are_told() -> None:
    """At the name of the second; both stand."""
    one = almanac(name="史上的今天")
    other = almanac("red", name="史上的今天", order=1, name_place=Place(2, 7))
    assert found(one, other) == [("name-twice", other.path, 2, 7)]
    assert [*edition_of(one, other).almanacs] == ["red-cross", "red"]


def test_articles_and_pictures_of_an_entry_are_held_to_what_is_there() -> None:
    """What is gone is a warning; what is not published a notice, and leaves no trace."""
    told, draft = article(), article("columns/news/2026/d.md", status="draft")
    paths = (told.path, draft.path, "gone.md")
    made = assembled(
        [
            *(almanac(), told, draft),
            entry(articles=tuple(to(p) for p in paths), picture=shown("gone.jpg")),
            column(),
        ]
    )
    assert sorted((f.severity, f.rule) for f in made.findings) == [
        ("notice", "related-unpublished"),
        ("warning", "picture-missing"),
        ("warning", "related-missing"),
    ]
    assert made.edition.entries[0].articles == (told.path,)


# ---------------------------------------------------------------- today


def kept(date: str, *dates: str, **more: str) -> list[tuple[str, int, bool]]:
    """What is kept on a date: each entry's date, how many years ago, whether it is a leap day's."""
    entries = (entry(each, f"e{number}") for number, each in enumerate(dates))
    edition = edition_of(almanac(), *entries)
    found_ = occasions(edition, dt.date.fromisoformat(date), **more)
    return [(str(o.entry.when), o.years, o.leap) for _, o in found_]


def test_a_leap_day_is_kept_on_the_28th_of_a_common_year_and_says_so() -> None:
    """In a leap year it stands as itself, and the 28th without it."""
    dates = ("1960-02-29", "1900-02-28", "1999-03-01")
    assert kept("2026-02-28", *dates) == [("1900-02-28", 126, False), ("1960-02-29", 66, True)]
    assert kept("2028-02-28", *dates) == [("1900-02-28", 128, False)]
    assert kept("2028-02-29", *dates) == [("1960-02-29", 68, False)]
    assert kept("2026-03-01", *dates) == [("1999-03-01", 27, False)]


def test_years_are_counted_over_the_turn_of_the_era() -> None:
    """44 BCE is -43: no year is left out, none counted twice. What lies ahead has no age."""
    assert kept("2026-03-15", "-43-03-15", "2030-03-15") == [
        ("-0043-03-15", 2069, False),
        ("2030-03-15", 0, False),
    ]


def test_a_date_that_is_near_only_has_no_anniversary() -> None:
    """Nobody knows which year is the round one."""
    near = replace(entry("1866-02-09"), date=When(1866, 2, 9, circa=True))
    ((_, occasion),) = occasions(edition_of(almanac(), near), dt.date(2026, 2, 9))
    assert occasion.years == 0
    assert not occasion.is_round


def test_what_has_no_day_is_kept_on_none() -> None:
    """Neither on the first of its month nor of its year."""
    edition = edition_of(almanac(), entry("1862-11", "m"), entry("1862", "y"))
    assert today_block(edition) is None
    assert not any(entries_on(edition, day) for day in DAYS)


def test_a_round_anniversary_comes_before_one_that_is_not() -> None:
    """Of equal importance; the block keeps the order of the years."""
    years = (1901, 1902, 1903, 1904, 1906, 1916)
    entries = [entry(f"{year}-02-09", f"e{year}", importance=3) for year in years]
    block = today_block(edition_of(almanac(), *entries, now=at("2026-02-09")), shown=2)
    assert block is not None
    assert [(o.entry.when.year, o.is_round) for o in block.occasions] == [
        (1906, True),
        (1916, True),
    ]


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        ("2026-02-08T16:30+00:00", "Asia/Shanghai", (2, 9)),
        ("2026-02-08T15:30+00:00", "Asia/Shanghai", (2, 8)),
        ("2026-02-08T16:30+00:00", "UTC", (2, 8)),
        ("2026-02-09T03:00+00:00", "America/Los_Angeles", (2, 8)),
    ],
)
def test_today_is_the_day_of_the_sites_zone(now: str, zone: str, expected: tuple[int, int]) -> None:
    """Not that of the machine, nor of the reader."""
    entries = [entry("1863-02-08", "a"), entry("1863-02-09", "b")]
    moment = dt.datetime.fromisoformat(now)
    block = today_block(edition_of(almanac(), *entries, now=moment, zone=ZoneInfo(zone)))
    assert block is not None
    assert (block.day.month, block.day.day) == expected
    assert block.zone == zone
    assert block.is_today


def test_the_papers_own_articles_of_earlier_years() -> None:
    """Three at most, the newest first, none of this year; those of 29 February on the 28th."""
    written = [
        article(f"columns/news/{y}/a{y}.md", f"{y}-02-28") for y in (2019, 2021, 2022, 2023, 2026)
    ]
    leap = article("columns/news/2024/leap.md", "2024-02-29")
    edition = edition_of(almanac(), entry("1900-02-28"), *written, leap, now=at("2026-02-28"))
    block = today_block(edition)
    assert block is not None
    assert [each.year for each in block.articles] == [2023, 2022, 2021]
    assert len(block.articles) == PAST
    whole = today_block(edition, past=0)
    assert whole is not None
    assert [each.year for each in whole.articles] == [2023, 2022, 2021, 2019, 2024]
    assert past_articles(edition, (2, 28))[0].year == 2026


def test_an_almanac_has_its_own_today() -> None:
    """Its next day with an entry, without the others' and without the paper's articles."""
    entries = [entry("1863-02-09", "a"), entry("1900-02-11", "b", "city")]
    written = article(date="2020-02-09")
    edition = edition_of(almanac(), almanac("city"), *entries, written, now=at("2026-02-09"))
    block = today_block(edition, almanac="city")
    assert block is not None
    assert (block.day.day, block.is_today, block.articles) == (11, False, ())
    assert block.day.url == "/on-this-day/city/02-11/"


def test_a_draft_is_on_no_day() -> None:
    """Neither as an entry nor in a count, a year or a path; a preview shows it."""

    def of(*, drafts: bool) -> Edition:
        hidden = entry("1777-02-10", "hidden", status="draft")
        return edition_of(almanac(), entry(), hidden, drafts=drafts)

    assert not any("1777" in path or "02-10" in path for path in history_paths(of(drafts=False)))
    assert (2, 10) not in of(drafts=False).days
    assert (2, 10) in of(drafts=True).days
    assert of(drafts=False).almanacs["red-cross"].view.count == 1


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(DAYS), st.sampled_from(["", "red-cross"]))
def test_neighbours(day: tuple[int, int], slug: str) -> None:
    """The day before the day after a day is that day, and leads to the same almanac."""
    edition = edition_of(almanac(), over=frame("/weekly"))
    before, after = beside(edition, day, slug)
    assert beside(edition, (after.month, after.day), slug)[0].url.endswith(day_path(day, slug))
    assert beside(edition, (before.month, before.day), slug)[1].url.endswith(day_path(day, slug))


def test_the_sitemap_has_what_tells_something() -> None:
    """Days with entries or articles, each almanac's with entries, months, years; once each."""
    entries = [entry("1863-02-09"), entry("-43-03", "m"), entry("1900-02-09", "c", "city")]
    edition = edition_of(almanac(), almanac("city"), *entries, article(date="2024-05-05"))
    paths = [*history_paths(edition)]
    assert len(paths) == len(set(paths))
    months = {f"/on-this-day/{month:02}/" for month in range(1, 13)}
    years = {f"/on-this-day/years/{name}/" for name in ("bce-44", "1863", "1900")}
    assert set(paths) == {
        *(*months, *years, "/on-this-day/years/"),
        *("/on-this-day/02-09/", "/on-this-day/05-05/"),
        *("/on-this-day/red-cross/", "/on-this-day/red-cross/02-09/"),
        *("/on-this-day/city/", "/on-this-day/city/02-09/"),
    }
    assert [*history_paths(edition_of(article()))] == []
