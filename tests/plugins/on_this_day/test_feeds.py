"""The daily feeds as a feed reader sees them."""

import datetime as dt
import io
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.dates import kept_on
from plugins.edition.specs import SourceSpec, Text
from plugins.on_this_day.feeds import DAYS, DayFeed
from tests.plugins.edition.making import SHANGHAI, almanac, entry, frame, photo, shown, to
from tests.plugins.press.paper import key_of

Files = Callable[..., dict[str, bytes]]
ALL = "/on-this-day/feed.xml"
HTML = '<p>正文 <a href="lanmu:link/0">甲</a> <a href="#red-cross-e-fn">注</a></p>'
FULL = entry(
    "1828-05-08",
    title="杜南 & <生>",
    importance=3,
    picture=shown("media/a.jpg", "说明", "摄影：李四"),
    sources=(SourceSpec("甲 <馆>", "https://a.example/?x=1&y=2"), SourceSpec("乙", "")),
    text=Text(key_of(HTML), (to("on-this-day/red-cross/_almanac.md"),), ()),
)
OTHER = entry("1921-05-08", "o", "history", importance=1)
BOTH = (almanac(), almanac("history", order=1), FULL, OTHER)


def at(day: str, time: str = "08:00", zone: ZoneInfo = SHANGHAI) -> dt.datetime:
    """A moment in a zone."""
    return dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=zone)


def read(data: bytes) -> Any:
    """A feed as a reader sees it; it must be well formed."""
    feed = feedparser.parse(io.BytesIO(data))
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def guids(data: bytes) -> list[str]:
    """The items' ids, newest first."""
    return [each.id for each in read(data).entries]


def made(files: Files, now: dt.datetime, *sources: Any, **more: Any) -> dict[str, bytes]:
    """All feeds at a moment, as RSS."""
    texts, pictures = [HTML], [photo("media/a.jpg")]
    every = files(DayFeed, *(sources or BOTH), texts=texts, pictures=pictures, now=now, **more)
    return {url: data for url, data in every.items() if url.endswith("/feed.xml")}


def test_one_item_a_day_with_all_of_its_entries(files: Files) -> None:
    """Title, time, whole texts with sources and pictures; every address is a full one."""
    feeds = made(files, at("2026-05-08"), over=frame("/weekly"))
    assert list(feeds) == [
        ALL,
        "/on-this-day/red-cross/feed.xml",
        "/on-this-day/history/feed.xml",
    ]
    feed = read(feeds[ALL])
    (item,) = feed.entries
    assert item.title == "5月8日：杜南 & <生> 等2件"
    assert item.link == "https://news.example/weekly/on-this-day/05-08/"
    assert item.published == "Fri, 08 May 2026 06:00:00 +0800"
    assert feed.feed.updated == item.published
    assert [tag.term for tag in item.tags] == ["史册 red-cross", "史册 history"]
    content = item.content[0].value
    for part in (
        "1828年 杜南 &amp; &lt;生&gt;</a></h2>",
        "<figcaption>说明 摄影：李四</figcaption>",
        'href="https://news.example/weekly/on-this-day/05-08/#red-cross-e-fn"',
        'href="https://news.example/weekly/on-this-day/red-cross/"',
        '<a href="https://a.example/?x=1&amp;y=2">甲 &lt;馆&gt;</a>；乙',
        "1921年",
    ):
        assert part in raw(feeds[ALL]), part
    assert content.index("1828年") < content.index("1921年")
    for mark in ('="/', '="#', "lanmu:"):
        assert mark not in raw(feeds[ALL])


def raw(data: bytes) -> str:
    """The first item's HTML as it was sent."""
    name = "{http://purl.org/rss/1.0/modules/content/}encoded"
    return next(ElementTree.fromstring(data).iter(name)).text or ""  # noqa: S314 - our own feed


def test_each_almanac_has_its_own(files: Files) -> None:
    """With its own entries, its own addresses, and other ids than the feed of all."""
    feeds = made(files, at("2026-05-08"))
    feed = read(feeds["/on-this-day/history/feed.xml"])
    assert feed.feed.title == "史册 history - 周报"
    (item,) = feed.entries
    assert item.title == "5月8日：大事 o"
    assert item.link == "https://news.example/on-this-day/history/05-08/"
    assert "杜南" not in item.content[0].value
    assert len({each for data in feeds.values() for each in guids(data)}) == 3


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-05-08T05:59:59+08:00", 0),
        ("2026-05-08T06:00:00+08:00", 1),
        ("2026-05-07T22:00:00+00:00", 1),
        ("2026-06-07T05:59:00+08:00", 1),
        ("2026-06-07T06:00:00+08:00", 0),
    ],
)
def test_a_day_goes_out_at_six_and_stays_for_thirty_days(files: Files, now: str, days: int) -> None:
    """By the clock of the site's zone."""
    assert len(guids(made(files, dt.datetime.fromisoformat(now))[ALL])) == days


def test_a_common_year_keeps_29_february_on_the_28th(files: Files) -> None:
    """Marked; a leap year has it on its own day."""
    leap = entry("1880-02-29")
    (item,) = read(made(files, at("2027-03-01"), almanac(), leap)[ALL]).entries
    assert item.id == "tag:news.example,2027-02-28:on-this-day"
    assert "平年没有这一天" in item.content[0].value
    (item,) = read(made(files, at("2028-03-01"), almanac(), leap)[ALL]).entries
    assert item.id == "tag:news.example,2028-02-29:on-this-day"
    assert "平年没有这一天" not in item.content[0].value


@pytest.mark.parametrize(
    "change",
    [
        {"title": "新题"},
        {"importance": 9},
        {"text": Text()},
        {"slug": "renamed", "path": "on-this-day/red-cross/05-08-renamed.md"},
    ],
)
def test_no_edit_moves_a_guid(files: Files, change: dict[str, Any]) -> None:
    """A day is new to a reader once."""
    before = made(files, at("2026-05-08"))[ALL]
    after = made(files, at("2026-05-08"), almanac(), replace(FULL, **change))[ALL]
    assert before != after
    assert guids(before) == guids(after) == ["tag:news.example,2026-05-08:on-this-day"]


ENTRIES = [entry(f"19{n:02}-{n % 12 + 1:02}-{n % 28 + 1:02}", f"n{n}") for n in range(60)]
ENTRIES += [entry("1880-02-29", "leap"), entry("-043-03-15", "ides")]
ZONES = ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu", "UTC"]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    start=st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2032, 1, 1)),  # noqa: DTZ001 - as read
    zone=st.sampled_from(ZONES),
    later=st.timedeltas(dt.timedelta(0), dt.timedelta(days=9)),
)
def test_feeds_are_stable_over_rebuilds(
    files: Files, start: dt.datetime, zone: str, later: dt.timedelta
) -> None:
    """The same day, the same bytes; later, no item that stays is another than it was."""
    here = ZoneInfo(zone)
    now = start.replace(tzinfo=here)
    again = min(now.replace(hour=23, minute=59), now + later)
    one = made(files, now, almanac(), *ENTRIES, zone=here)
    if (now.hour >= 6) == (again.hour >= 6):
        assert made(files, again, almanac(), *reversed(ENTRIES), zone=here) == one
    two = made(files, now + later, almanac(), *ENTRIES, zone=here)
    first, second = (
        {each.id: dict(each) for each in read(feeds[ALL]).entries} for feeds in (one, two)
    )
    for name in first.keys() & second.keys():
        assert first[name] == second[name]
    newest = now.date() if now.hour >= 6 else now.date() - dt.timedelta(days=1)
    days = [newest - dt.timedelta(days=n) for n in range(DAYS)]
    kept = {(each.date.month, each.date.day) for each in ENTRIES}
    expected = [day.isoformat() for day in days if kept.intersection(kept_on(day))]
    assert [name.partition(",")[2][:10] for name in guids(one[ALL])] == expected


def test_without_an_almanac_there_is_no_feed(files: Files) -> None:
    """And an almanac without entries has an empty one, valid all the same."""
    assert files(DayFeed) == {}
    feed = read(made(files, at("2026-05-08"), almanac())[ALL])
    assert feed.entries == []
    assert feed.feed.description


def test_english_is_said_in_english(files: Files) -> None:
    """The day before the month."""
    over = replace(frame(), language="en")
    (item,) = read(made(files, at("2026-05-08"), almanac(), FULL, over=over)[ALL]).entries
    assert item.title == "8 May: 杜南 & <生>"
