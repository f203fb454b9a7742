"""The times of slots: days and hours of the site's zone, as instants."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.slots import ALWAYS, NEVER, Span, free, span_of, turns
from plugins.edition.specs import FrontSpec, NoticeSpec, SlotSpec

from .making import moment

HOUR = dt.timedelta(hours=1)


def utc(text: str) -> dt.datetime:
    """An instant by the clock of Greenwich."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def span(zone: str, start: str = "", end: str = "") -> Span:
    """The time of a slot."""
    spec = SlotSpec("a.md", moment(start) if start else None, moment(end) if end else None)
    return span_of(spec, ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("Asia/Shanghai", "2026-11-30T16:00", "2026-12-02T16:00"),
        ("Asia/Kathmandu", "2026-11-30T18:15", "2026-12-02T18:15"),
        ("America/Los_Angeles", "2026-12-01T08:00", "2026-12-03T08:00"),
    ],
)
def test_days_are_the_zones(zone: str, start: str, end: str) -> None:
    """From midnight to midnight; the last day is the slot's to its end."""
    assert span(zone, "2026-12-01", "2026-12-02") == Span(utc(start), utc(end))


def test_a_time_is_an_end_by_itself() -> None:
    """Until eight is until eight, in the site's zone or the one written."""
    assert span("Asia/Shanghai", end="2026-12-01T08:00").end == utc("2026-12-01T00:00")
    assert span("Asia/Shanghai", end="2026-12-01T08:00-05:00").end == utc("2026-12-01T13:00")
    assert span("Asia/Shanghai") == Span(ALWAYS, NEVER)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("America/Los_Angeles", "2026-03-08", 23),
        ("America/Los_Angeles", "2026-11-01", 25),
        ("America/Los_Angeles", "2026-11-02", 24),
        # Summer time begins at midnight, an hour that is not there.
        ("Africa/Cairo", "2026-04-24", 23),
        ("Asia/Shanghai", "2026-03-08", 24),
    ],
)
def test_a_day_has_the_hours_it_has(zone: str, day: str, hours: int) -> None:
    """On the days on which clocks are put forward or back."""
    one = span(zone, day, day)
    assert one.end - one.start == hours * HOUR
    # And the slots of two days that follow on each other neither meet nor leave a gap.
    following = dt.date.fromisoformat(day) + dt.timedelta(days=1)
    assert span(zone, following.isoformat()).start == one.end


def test_an_hour_that_comes_twice_is_two_hours() -> None:
    """Half past one in summer time and half past one in winter time are not one moment."""
    zone = ZoneInfo("America/Los_Angeles")
    until = span("America/Los_Angeles", end="2026-11-01T01:30")
    first = dt.datetime(2026, 11, 1, 1, 15, tzinfo=zone)
    assert until.holds(first.astimezone(dt.UTC))
    assert not until.holds(first.replace(fold=1).astimezone(dt.UTC))


def test_turns_are_the_ends_that_are_there() -> None:
    """Of every kind of slot; one whose end comes before its start never turns."""
    zone = ZoneInfo("UTC")
    front = FrontSpec(
        lead=SlotSpec("a.md"),
        leads=(SlotSpec("a.md", moment("2026-01-01"), moment("2026-01-03")),),
        seconds=(SlotSpec("b.md", end=moment("2026-01-04T12:00")),),
        pinned=(SlotSpec("c.md", moment("2026-02-01"), moment("2026-01-01")), SlotSpec("d.md")),
        notices=(NoticeSpec("e", start=moment("2026-01-05")),),
    )
    assert sorted(turns(front, zone)) == [
        utc("2026-01-01"),
        utc("2026-01-04"),
        utc("2026-01-04T12:00"),
        utc("2026-01-05"),
    ]


hours = st.integers(0, 12).map(lambda n: utc("2026-01-01") + n * HOUR)
spans = st.builds(
    lambda a, b: Span(min(a, b), max(a, b)),
    hours | st.just(ALWAYS),
    hours | st.just(NEVER),
).filter(lambda span: not span.is_empty)


@given(taken=st.lists(spans, max_size=6), at=st.integers(-1, 26))
def test_free_is_what_no_span_holds(taken: list[Span], at: int) -> None:
    """At every half hour a moment is either taken or free, and free once."""
    moment_ = utc("2026-01-01") + at * HOUR / 2
    is_taken = any(each.holds(moment_) for each in taken)
    assert [each.holds(moment_) for each in free(taken)].count(True) == (not is_taken)


@given(one=spans, other=spans)
def test_spans_meet_where_a_moment_is_in_both(one: Span, other: Span) -> None:
    """As seen at each half hour."""
    moments = [utc("2025-12-31T22:00") + n * HOUR / 2 for n in range(40)]
    both = any(one.holds(each) and other.holds(each) for each in moments)
    assert one.meets(other) == other.meets(one) == both
