"""When a column is to have something new, and which are late."""

import calendar
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.findings import Finding
from plugins.edition.rhythm import due
from plugins.edition.sources import Source
from plugins.edition.specs import Name, Place, Rhythm

from .making import NOW, SITE, article, assembled, column

PERIODS = {
    "daily": (1, 1),
    "weekly": (7, 7),
    "fortnightly": (14, 14),
    "monthly": (28, 31),
    "quarterly": (89, 92),
    "half-yearly": (181, 184),
}
"""The fewest and the most days of each."""

dates = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))
months_days = st.sets(st.integers(1, 31), min_size=1, max_size=4).map(sorted).map(tuple)


@given(last=dates, every=st.sampled_from(sorted(PERIODS)))
def test_a_period_is_as_long_as_it_is(last: dt.date, every: Any) -> None:
    """Never on the same day; a month has 28 to 31 days, and so on."""
    least, most = PERIODS[every]
    assert least <= (due(Rhythm(every), last) - last).days <= most


@given(last=dates, every=st.sampled_from(["monthly", "quarterly", "half-yearly"]))
def test_months_keep_the_day(last: dt.date, every: Any) -> None:
    """The same day of a later month, or its last where it has no such day."""
    day = due(Rhythm(every), last)
    assert day.day == min(last.day, calendar.monthrange(day.year, day.month)[1])


@given(last=dates, days=months_days)
def test_days_of_the_month_are_the_next(last: dt.date, days: tuple[int, ...]) -> None:
    """It is one of them, and none lies between."""

    def named(day: dt.date) -> bool:
        longest = calendar.monthrange(day.year, day.month)[1]
        return day.day in {min(number, longest) for number in days}

    day = due(Rhythm("", days), last)
    assert named(day)
    between = ((last + dt.timedelta(n)) for n in range(1, (day - last).days))
    assert not any(map(named, between))
    assert day > last


@pytest.mark.parametrize(
    ("rhythm", "last", "day"),
    [
        (Rhythm("monthly"), "2027-01-31", "2027-02-28"),
        (Rhythm("monthly"), "2028-01-31", "2028-02-29"),
        (Rhythm("quarterly"), "2026-11-30", "2027-02-28"),
        (Rhythm("half-yearly"), "2026-08-31", "2027-02-28"),
        (Rhythm("", (5, 20)), "2026-11-05", "2026-11-20"),
        (Rhythm("", (5, 20)), "2026-11-21", "2026-12-05"),
        (Rhythm("", (31,)), "2027-01-31", "2027-02-28"),
        (Rhythm("", (31,)), "2027-02-28", "2027-03-31"),
        (Rhythm("weekly"), "2026-12-28", "2027-01-04"),
    ],
)
def test_days_by_hand(rhythm: Rhythm, last: str, day: str) -> None:
    """Ends of months and years."""
    assert due(rhythm, dt.date.fromisoformat(last)) == dt.date.fromisoformat(day)


def found(*dates_of: str, official: bool = False, now: str = "", **more: Any) -> list[Finding]:
    """What is found of one column with articles of these days, today being 21 November 2026."""
    articles = [article(f"columns/news/2026/a{n}.md", day) for n, day in enumerate(dates_of)]
    moment = dt.datetime.fromisoformat(f"{now}T08:00+08:00") if now else NOW
    shown = column(name_place=Place(2, 7), **more)
    made = assembled([shown, *articles], site=replace(SITE, official=official), now=moment)
    return [each for each in made.findings if each.rule != "official-column"]


WEEKLY = Rhythm("weekly", (), Place(4, 9))


def test_a_column_is_late_from_the_day_after() -> None:
    """On the day itself it is not; then it is said since when, where the rhythm stands."""
    assert found("2026-11-14", rhythm=WEEKLY) == []
    late = found("2026-11-10", "2026-11-13", rhythm=WEEKLY)
    assert [(f.rule, f.severity, f.line, f.column) for f in late] == [
        ("column-overdue", "warning", 4, 9)
    ]
    assert dict(late[0].values) == {"last": "2026-11-13", "due": "2026-11-20", "days": "1"}


def test_an_empty_column_is_told() -> None:
    """What waits for its time is no article yet; nor is a draft."""
    for waits in ((), ("2026-11-22",)):
        assert [(f.rule, f.line) for f in found(*waits)] == [("column-empty", 2)]


def test_a_draft_keeps_no_column_in_time() -> None:
    """A check looks at drafts too, which no reader has."""
    draft = article(date="2026-11-20", status="draft")
    made = assembled([column(rhythm=WEEKLY), draft], drafts=True)
    assert [f.rule for f in made.findings] == ["column-empty"]


@pytest.mark.parametrize(
    "life", [{"started": dt.date(2026, 11, 22)}, {"ended": dt.date(2026, 11, 20)}]
)
def test_what_does_not_run_is_not_judged(life: dict[str, Any]) -> None:
    """Neither before its first day nor after its last."""
    assert found(rhythm=WEEKLY, official=True, **life) == []
    assert found("2020-01-01", rhythm=WEEKLY, official=True, **life) == []


@pytest.mark.parametrize(
    ("kind", "last", "told"),
    [
        ("news", "2026-11-07", False),
        ("news", "2026-11-06", True),
        ("notices", "2026-05-21", False),
        ("notices", "2026-05-20", True),
    ],
)
def test_an_official_site_is_told_what_inspectors_see(kind: str, last: str, told: bool) -> None:
    """Two weeks for news, six months for notices; other sites may be as quiet as they like."""
    assert found(last, kind=kind) == []
    quiet = found(last, kind=kind, official=True)
    assert [(f.rule, f.severity) for f in quiet] == [("column-quiet", "notice")] * told


def test_sub_columns_count_for_what_is_above() -> None:
    """A page that shows their headlines is not empty; the newest of all counts."""
    sources: list[Source] = [
        column(rhythm=WEEKLY),
        column("a", parent=Name("news")),
        column("b", parent=Name("a")),
        article("columns/b/2026/x.md", "2026-11-20"),
    ]
    assert assembled(sources).findings == ()
