"""Which sources are published, by status, time and zone."""

import datetime as dt
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.select import Clock, one_each
from plugins.edition.specs import Moment
from tests.plugins.edition.making import NOW, SHANGHAI, almanac, article, column, moment

ZONES = ["Asia/Shanghai", "America/New_York", "UTC", "Pacific/Kiritimati", "Asia/Kathmandu"]


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-11-21T07:59:59+08:00", "embargoed"),
        ("2026-11-21T08:00:00+08:00", "published"),
        ("2026-11-20T23:59:59+00:00", "embargoed"),
        ("2026-11-21T00:00:00+00:00", "published"),
        ("2026-11-20T19:00:00-05:00", "published"),
    ],
)
def test_an_embargo_ends_at_its_second_in_the_sites_zone(now: str, state: str) -> None:
    """08:00 in Shanghai is 08:00 in Shanghai, wherever the build runs."""
    clock = Clock(dt.datetime.fromisoformat(now), SHANGHAI, drafts=False)
    assert clock.state(article(date="2026-11-21T08:00")) == state


@pytest.mark.parametrize("zone", ZONES)
def test_a_date_alone_begins_at_midnight_of_the_zone(zone: str) -> None:
    """An article of a day is published when that day begins where the site is at home."""
    here = ZoneInfo(zone)
    midnight = dt.datetime(2026, 11, 21, tzinfo=here)
    source = article(date="2026-11-21")
    assert Clock(midnight, here, drafts=False).state(source) == "published"
    just_before = midnight.astimezone(dt.UTC) - dt.timedelta(seconds=1)
    assert Clock(just_before, here, drafts=False).state(source) == "embargoed"


def test_an_offset_as_written_counts_more_than_the_sites_zone() -> None:
    """A moment with an offset is that moment, shown in the site's zone."""
    clock = Clock(NOW, SHANGHAI, drafts=False)
    at = clock.at(moment("2026-11-20T20:00-05:00"))
    assert at.isoformat() == "2026-11-21T09:00:00+08:00"
    assert clock.state(article(date="2026-11-20T20:00-05:00")) == "embargoed"


def test_today_is_the_day_of_the_sites_zone() -> None:
    """At 17:00 in London it is tomorrow in Shanghai."""
    now = dt.datetime(2026, 11, 20, 17, 0, tzinfo=dt.UTC)
    assert Clock(now, SHANGHAI, drafts=False).today == dt.date(2026, 11, 21)
    assert Clock(now, ZoneInfo("America/New_York"), drafts=False).today == dt.date(2026, 11, 20)


@given(
    when=st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2090, 1, 1)),  # noqa: DTZ001 - as written
    now=st.datetimes(
        dt.datetime(1950, 1, 1),  # noqa: DTZ001 - the zone is the next argument
        dt.datetime(2090, 1, 1),  # noqa: DTZ001
        timezones=st.just(dt.UTC),
    ),
    zone=st.sampled_from(ZONES),
)
def test_published_is_what_lies_behind_us(when: dt.datetime, now: dt.datetime, zone: str) -> None:
    """Published exactly if its instant is not after the build's, in every zone."""
    clock = Clock(now, ZoneInfo(zone), drafts=False)
    source = msgspec.structs.replace(article(), date=Moment(when, timed=True))
    instant = when.replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC)
    assert (clock.state(source) == "published") == (instant <= now)


@pytest.mark.parametrize(
    ("now", "issued", "change"),
    [
        ("2026-05-08T00:00", "2026-05-07", "2026-05-08T06:00:00+08:00"),
        ("2026-05-08T05:59:59", "2026-05-07", "2026-05-08T06:00:00+08:00"),
        ("2026-05-08T06:00", "2026-05-08", None),
        ("2026-05-08T23:59", "2026-05-08", None),
        ("0001-01-01T00:00", "0001-01-01", None),
    ],
)
def test_the_almanacs_go_out_at_six(now: str, issued: str, change: str | None) -> None:
    """Until then a build holds until then; without an almanac the hour is nothing."""
    clock = Clock(dt.datetime.fromisoformat(now), SHANGHAI, drafts=False)
    assert clock.issued.isoformat() == issued
    until = clock.next_change([almanac()])
    assert (until and until.isoformat()) == change
    assert clock.next_change([column()]) is None


def test_what_comes_first_is_the_next_change() -> None:
    """The end of an embargo at five, the almanacs at six."""
    clock = Clock(dt.datetime(2026, 5, 8, tzinfo=SHANGHAI), SHANGHAI, drafts=False)
    early, late = article(date="2026-05-08T05:00"), article(date="2026-05-08T07:00")
    moments = [clock.next_change([almanac(), each]) for each in (early, late)]
    assert [moment and moment.hour for moment in moments] == [5, 6]


def test_only_a_preview_shows_what_waits() -> None:
    """Drafts and embargoed articles are held back unless drafts are asked for."""
    for drafts in (False, True):
        clock = Clock(NOW, SHANGHAI, drafts=drafts)
        assert clock.shows("published")
        assert clock.shows("draft") is drafts
        assert clock.shows("embargoed") is drafts


def test_a_draft_stays_a_draft_whatever_its_date() -> None:
    """A draft of the past and one of the future are both drafts."""
    clock = Clock(NOW, SHANGHAI, drafts=True)
    for date in ("2020-01-01", "2030-01-01"):
        assert clock.state(article(date=date, status="draft")) == "draft"


def test_the_earliest_keeps_an_id() -> None:
    """Of articles with one id the earliest stays, and each other is a finding that names it."""
    clock = Clock(NOW, SHANGHAI, drafts=False)
    sources = [
        article("columns/news/2026/c.md", "2026-03-01", id="x"),
        article("columns/news/2026/b.md", "2026-02-01", id="x"),
        article("columns/news/2026/a.md", "2026-04-01", id="x"),
    ]
    kept, findings = one_each(sources, {"id-duplicate": lambda source: source.id}, clock)
    assert [source.path for source in kept] == ["columns/news/2026/b.md"]
    assert [found.path for found in findings] == [
        "columns/news/2026/c.md",
        "columns/news/2026/a.md",
    ]
    assert all(("other", "columns/news/2026/b.md") in found.values for found in findings)


def test_of_equal_dates_the_first_path_keeps_an_id() -> None:
    """Where dates are equal the path decides, so that no order of files does."""
    clock = Clock(NOW, SHANGHAI, drafts=False)
    sources = [article(f"columns/news/2026/{name}.md", id="x") for name in "cab"]
    kept, _ = one_each(sources, {"id-duplicate": lambda source: source.id}, clock)
    assert [source.path for source in kept] == ["columns/news/2026/a.md"]


def test_moments_keep_what_was_written() -> None:
    """A naive moment is read in the zone, not moved into it."""
    clock = Clock(NOW, SHANGHAI, drafts=False)
    written = Moment(dt.datetime(2021, 7, 15, 9, 30), timed=True)  # noqa: DTZ001 - as written
    assert clock.at(written).isoformat() == "2021-07-15T09:30:00+08:00"
