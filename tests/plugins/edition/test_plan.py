"""What the almanacs keep in a year, and the days that they say nothing of."""

import calendar
import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.dates import DAYS, When
from plugins.edition.model import Edition
from plugins.edition.plan import gaps, plan
from tests.plugins.edition.making import almanac, edition_of, entry

ALMANACS = (almanac(), almanac("city", order=1))


def made() -> Edition:
    """Entries as exact as they may be, in two almanacs."""
    circa = replace(entry("1827-05-08", "circa"), date=When(1827, 5, 8, circa=True))
    return edition_of(
        *ALMANACS,
        entry("1828-05-08", "born"),
        entry("1880-02-29", "leap"),
        entry("2020-05-08", "new", "city"),
        entry("-43-03-15", "ides", "city"),
        entry("1862-11", "month"),
        entry("1807", "year", "city"),
        entry("1808", "other-year"),
        circa,
    )


def said(year: int, in_: str = "") -> list[tuple[str, str, int, int, bool]]:
    """A year's plan in short."""
    return [
        (kept.date, kept.entry.view.title.split()[1], kept.years, kept.round, kept.leap)
        for kept in plan(made(), year, in_)
    ]


def test_a_year_keeps_its_anniversaries() -> None:
    """By date; the round ones of a month or a year too; what is near has none."""
    assert said(2027) == [
        ("2027", "year", 220, 10, False),
        ("2027-02-28", "leap", 147, 0, True),
        ("2027-03-15", "ides", 2070, 10, False),
        ("2027-05-08", "circa", 0, 0, False),
        ("2027-05-08", "born", 199, 0, False),
        ("2027-05-08", "new", 7, 0, False),
        ("2027-11", "month", 165, 5, False),
    ]
    assert said(2028)[0] == ("2028", "other-year", 220, 10, False)
    assert ("2028-02-29", "leap", 148, 0, False) in said(2028)


def test_one_almanac_alone() -> None:
    """Of the other nothing is said."""
    assert [name for _, name, *_ in said(2027, "city")] == ["year", "ides", "new"]


def test_what_is_to_come_is_not_kept_yet() -> None:
    """In its own year it is, without a number of years."""
    assert [name for _, name, *_ in said(2019, "city")] == ["ides"]
    assert ("2020-05-08", "new", 0, 0, False) in said(2020, "city")


@given(year=st.integers(1900, 2400), days=st.sets(st.sampled_from(DAYS), min_size=1, max_size=6))
def test_every_day_comes_once_a_year(year: int, days: set[tuple[int, int]]) -> None:
    """Whatever the year, each entry is kept once, on a date that is there."""
    entries = [
        entry(f"1896-{month:02}-{day:02}", f"n{n}") for n, (month, day) in enumerate(sorted(days))
    ]
    kept = plan(edition_of(almanac(), *entries), year)
    assert len(kept) == len(entries)
    for each in kept:
        date = dt.date.fromisoformat(each.date)
        wanted = each.entry.day
        if wanted == (2, 29) and not calendar.isleap(year):
            wanted = (2, 28)
        assert (date.year, date.month, date.day) == (year, *wanted)


def test_gaps_are_what_is_left_of_366_days() -> None:
    """Of all almanacs and of one; a month or a year fills no day."""
    edition = made()
    assert len(gaps(edition)) == 366 - 3
    assert not {(2, 29), (3, 15), (5, 8)}.intersection(gaps(edition))
    assert len(gaps(edition, "city")) == 366 - 2
    assert (2, 29) in gaps(edition, "city")
    assert gaps(edition_of(almanac())) == DAYS
