"""The almanacs as calendars, read by two libraries that others wrote."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import icalendar
import pytest
import vobject
from dateutil import rrule
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.specs import SourceSpec, Text
from plugins.on_this_day.ical import DayCalendar
from tests.plugins.edition.making import almanac, entry, frame
from tests.plugins.press.paper import key_of

Files = Callable[..., dict[str, bytes]]
ALL = "/on-this-day/calendar.ics"
HTML = "<p>第一段，有逗号;分号\\反斜线。</p><p>第二段。</p>"
FULL = entry(
    "1828-05-08",
    title="杜南出生，在日内瓦；",
    sources=(SourceSpec("甲馆", "https://a.example/"), SourceSpec("乙书", "")),
    text=Text(key_of(HTML)),
)
LEAP = entry("1880-02-29", "leap")
NEW = entry("2008-05-12", "new", "history")
BCE = entry("-43-03-15", "ides")
SOURCES = (almanac(), almanac("history", order=1), FULL, LEAP, NEW, BCE, entry("1904-03", "month"))


def calendar(data: bytes) -> icalendar.Calendar:
    """A calendar as icalendar reads it, without an error it forgives."""
    made = icalendar.Calendar.from_ical(data)
    assert isinstance(made, icalendar.Calendar)
    assert [each.errors for each in made.walk() if each.errors] == []
    return made


def events(data: bytes) -> dict[str, Any]:
    """Events by the end of their id's name, as icalendar reads them."""
    return {str(e["uid"]).partition("@")[0].rpartition("-")[2]: e for e in calendar(data).events}


@pytest.fixture
def made(files: Files) -> dict[str, bytes]:
    """All calendars of the sources."""
    return files(DayCalendar, *SOURCES, texts=[HTML], over=frame("/weekly"))


def test_an_event_tells_the_entry(made: dict[str, bytes]) -> None:
    """An event of the whole day, that keeps nobody from an appointment."""
    event = events(made[ALL])["e"]
    assert event["uid"] == "red-cross/05-08-e@news.example"
    assert event["summary"] == "1828年 杜南出生，在日内瓦；"
    assert event["dtstart"].dt == dt.date(2000, 5, 8)
    assert event["rrule"] == {"FREQ": ["YEARLY"]}
    address = "https://news.example/weekly/on-this-day/05-08/#red-cross-e"
    assert event["description"].split("\n") == [
        "第一段，有逗号;分号\\反斜线。",
        "第二段。",
        "来源：甲馆 https://a.example/",
        "来源：乙书",
        address,
    ]
    assert event["url"] == address
    assert event["transp"] == "TRANSPARENT"
    assert event["categories"].cats == ["史册 red-cross"]


def test_entries_of_a_known_day_in_each_calendar(made: dict[str, bytes]) -> None:
    """Those of one almanac in its own; before the common era too; a month is no day."""
    assert list(made) == [
        ALL,
        "/on-this-day/red-cross/calendar.ics",
        "/on-this-day/history/calendar.ics",
    ]
    assert set(events(made[ALL])) == {"e", "leap", "new", "ides"}
    assert set(events(made["/on-this-day/history/calendar.ics"])) == {"new"}
    assert events(made[ALL])["ides"]["summary"].startswith("公元前44年 ")


def test_what_is_recent_begins_with_its_year(made: dict[str, bytes]) -> None:
    """No anniversary stands before what it is one of."""
    assert events(made[ALL])["new"]["dtstart"].dt == dt.date(2008, 5, 12)


def test_a_second_library_reads_the_same(made: dict[str, bytes]) -> None:
    """Ids, summaries, descriptions and days, by vobject."""
    ours = events(made[ALL]).values()
    theirs = vobject.readOne(made[ALL].decode()).vevent_list
    assert [(e["uid"], e["summary"], e["description"], e["dtstart"].dt) for e in ours] == [
        (e.uid.value, e.summary.value, e.description.value, e.dtstart.value) for e in theirs
    ]


def test_29_february_comes_every_year(made: dict[str, bytes]) -> None:
    """On its day in a leap year and on the 28th in others, as dateutil counts it."""
    expected = [
        dt.date(year, 2, 29 if year in {2024, 2028, 2032} else 28) for year in range(2024, 2033)
    ]
    theirs = vobject.readOne(made[ALL].decode()).vevent_list
    event = next(each for each in theirs if "leap" in each.uid.value)
    assert event.dtstart.value == dt.date(2000, 2, 29)
    start = dt.datetime(2000, 2, 29)  # noqa: DTZ001 - a day has no zone
    found = rrule.rrulestr(event.rrule.value, dtstart=start)
    between = found.between(dt.datetime(2024, 1, 1), dt.datetime(2032, 12, 31))  # noqa: DTZ001
    assert [each.date() for each in between] == expected
    assert "平年没有这一天" in events(made[ALL])["leap"]["description"]


def test_the_calendar_says_what_it_is(made: dict[str, bytes]) -> None:
    """Its name for old programs and new ones, and how often to come back."""
    whole = calendar(made[ALL])
    assert whole["version"] == "2.0"
    assert whole["name"] == whole["x-wr-calname"] == "史上的今天 - 周报"
    source = whole["source"]
    assert source == "https://news.example/weekly/on-this-day/calendar.ics"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in made[ALL]
    assert b"SOURCE;VALUE=URI:" in made[ALL]


def test_its_name_may_hold_any_sign(files: Files) -> None:
    """What has a meaning in the format is escaped in the names as in the events."""
    said = almanac(name="甲, 乙; \\n 丙", description="一, 二; \\n 三")
    data = files(DayCalendar, said, NEW, almanac("history"))["/on-this-day/red-cross/calendar.ics"]
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    for name in ("NAME", "X-WR-CALNAME"):
        assert f"{name}:甲\\, 乙\\; \\\\n 丙 - 周报" in lines
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        assert f"{name}:一\\, 二\\; \\\\n 三" in lines


def test_no_edit_moves_an_id(files: Files) -> None:
    """Nor does the day of the build: two builds are equal."""
    before = files(DayCalendar, *SOURCES, texts=[HTML])[ALL]
    later = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
    assert files(DayCalendar, *SOURCES, texts=[HTML], now=later)[ALL] == before
    edited = replace(FULL, title="新题", importance=9, text=Text())
    after = files(DayCalendar, almanac(), edited)[ALL]
    assert events(after)["e"]["uid"] == events(before)["e"]["uid"]
    assert events(after)["e"]["summary"] == "1828年 新题"


WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn")) | st.sampled_from('，;,:\\"汉😀'),
    min_size=1,
    max_size=90,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=WORDS, source=WORDS)
def test_any_words_stand_in_folded_lines(files: Files, title: str, source: str) -> None:
    """No line has over 75 octets, none ends within a letter, and the words come back."""
    one = replace(FULL, title=title, sources=(SourceSpec(source, ""),), text=Text())
    data = files(DayCalendar, almanac(), one)[ALL]
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
        assert b"\n" not in line
    assert lines[-1] == b""
    event = events(data)["e"]
    assert event["summary"] == f"1828年 {title}"
    assert f"来源：{source}".rstrip() in event["description"]


def test_without_an_almanac_there_is_no_calendar(files: Files) -> None:
    """And an almanac without entries has an empty one."""
    assert files(DayCalendar) == {}
    assert events(files(DayCalendar, almanac())[ALL]) == {}
