"""The front page at a moment: what stands, what is said, and when it changes by itself."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.checks.rules import RULES
from plugins.checks.say import hint, message
from plugins.edition.assemble import Assembled
from plugins.edition.model import Front
from plugins.edition.select import Clock
from plugins.edition.sources import Source
from plugins.edition.specs import FrontSpec, Name, NoticeSpec, Place, SlotSpec

from .making import (
    NOW,
    SHANGHAI,
    SITE,
    article,
    assembled,
    column,
    gallery,
    moment,
    page,
    to,
    topic,
)

A, B, C = (f"columns/news/2026/{name}.md" for name in "abc")
ZONES = ["Asia/Shanghai", "America/Los_Angeles", "Asia/Kathmandu"]
NEWS: list[Source] = [column(), article(A, "2026-11-01"), article(B, "2026-11-02")]


def slot(path: str, start: str = "", end: str = "", line: int = 1) -> SlotSpec:
    """A slot that begins on a line of its own."""
    return SlotSpec(
        path,
        replace(moment(start), place=Place(line + 1, 1)) if start else None,
        replace(moment(end), place=Place(line + 2, 1)) if end else None,
        Place(line, 1),
    )


def made(sources: Iterable[Source] = NEWS, now: str = "", **front: Any) -> Assembled:
    """What comes of these sources and ``[front]``, in Shanghai; what is found has its words."""
    at = dt.datetime.fromisoformat(now).replace(tzinfo=SHANGHAI) if now else NOW
    result = assembled(sources, now=at, site=replace(SITE, front=FrontSpec(**front)))
    for found in result.findings:
        assert found.rule in RULES
        for language in ("zh-Hans", "en"):
            assert "{" not in message(found, language) + hint(found, language)
    return result


def said(assembled: Assembled) -> list[tuple[str, str, int]]:
    """What is said of site.toml: how grave, which rule, which line."""
    return [(f.severity, f.rule, f.line) for f in assembled.findings if f.path == SITE.path]


def paths(front: Front) -> tuple[str, list[str], list[str]]:
    """Which articles stand."""
    lead = front.lead.path if front.lead else ""
    return lead, [a.path for a in front.seconds], [a.path for a in front.pinned]


@pytest.mark.parametrize(
    ("now", "lead"),
    [
        ("2026-11-30T23:59:59", B),
        ("2026-12-01T00:00:00", A),
        ("2026-12-02T23:59:59", A),
        ("2026-12-03T00:00:00", B),
    ],
)
def test_a_timed_lead_stands_its_days(now: str, lead: str) -> None:
    """Before and after them the standing one does."""
    at = slot(A, "2026-12-01", "2026-12-02")
    front = made(now=now, lead=slot(B), leads=(at,)).edition.front
    assert paths(front) == (lead, [], [])


def test_overlapping_leads_are_told_and_the_first_stands() -> None:
    """Whichever begins first; at the line on which the other begins."""
    leads = (
        slot(A, "2026-12-05", "2026-12-20", line=10),
        slot(B, "2026-12-01", "2026-12-05", line=20),
        slot(C, "2026-12-20T12:00", line=30),
    )
    sources = [*NEWS, article(C, "2026-11-03")]
    result = made(sources, leads=leads)
    assert said(result) == [("warning", "front-overlap", 21), ("warning", "front-overlap", 31)]
    values = [dict(f.values) for f in result.findings]
    assert [(v["target"], v["other"], v["line"]) for v in values] == [(B, A, "10"), (C, A, "10")]
    assert [v["moment"] for v in values] == ["2026-12-05 00:00", "2026-12-20 12:00"]
    assert paths(made(sources, "2026-12-05T08:00", leads=leads).edition.front)[0] == A
    assert paths(made(sources, "2026-12-04T08:00", leads=leads).edition.front)[0] == B


def test_a_long_lead_overlaps_all_that_begin_in_its_time() -> None:
    """Also after a short one between them has ended."""
    leads = (
        slot(A, "2026-12-01", "2026-12-30", line=1),
        slot(B, "2026-12-05", "2026-12-06", line=4),
        slot(B, "2026-12-10", "2026-12-11", line=7),
    )
    assert [line for _, _, line in said(made(leads=leads))] == [5, 8]


def test_two_leads_without_a_beginning_overlap_from_the_start() -> None:
    """No moment is told, for there is none."""
    result = made(leads=(slot(A, line=3), slot(B, end="2026-12-01", line=6)))
    assert said(result) == [("warning", "front-overlap", 6)]
    assert dict(result.findings[0].values)["reason"] == "always"


def test_leads_that_follow_on_each_other_are_no_fault() -> None:
    """One day's end is the next one's beginning; what is over overlaps nothing."""
    leads = (slot(A, "2026-12-01", "2026-12-02"), slot(B, "2026-12-03"))
    assert said(made(leads=leads)) == []
    leads = (slot(A, "2026-11-01", "2026-11-10", 5), slot(B, "2026-11-05", "2026-12-01"))
    assert said(made(leads=leads)) == [("notice", "front-ended", 7)]


def test_an_article_in_two_places_is_told_and_stands_once() -> None:
    """Only where the two have a moment in common; the lead goes before all others."""
    result = made(
        lead=slot(A, line=1),
        seconds=(slot(A, line=2), slot(B, line=3)),
        pinned=(slot(B, "2026-12-01", line=4),),
    )
    assert said(result) == [("warning", "front-twice", 2), ("warning", "front-twice", 4)]
    values = [dict(f.values) for f in result.findings]
    assert [(v["other"], v["line"]) for v in values] == [
        ("front.lead", "1"),
        ("front.seconds", "3"),
    ]
    assert paths(result.edition.front) == (A, [B], [])
    apart = made(seconds=(slot(A, "2026-11-21", "2026-11-21"),), pinned=(slot(A, "2026-11-22"),))
    assert said(apart) == []


def test_a_standing_lead_gives_way() -> None:
    """It may be a second lead as long as another one leads."""
    lead, timed = slot(A), slot(B, "2026-11-01", "2026-11-30")
    sound = made(lead=lead, leads=(timed,), seconds=(slot(A, end="2026-11-30"),))
    assert said(sound) == []
    assert paths(sound.edition.front) == (B, [A], [])
    longer = made(lead=lead, leads=(timed,), seconds=(slot(A, end="2026-12-01", line=5),))
    assert said(longer) == [("warning", "front-twice", 5)]


def test_a_standing_lead_gives_way_once_the_other_is_out() -> None:
    """What leads until then may go on as a second lead, and not a minute before."""
    sources = [*NEWS, article(C, "2026-12-01T08:00")]
    timed = slot(C, "2026-12-01")
    for start, told in (("2026-12-01T08:00", []), ("2026-12-01T07:59", ["front-twice"])):
        result = made(sources, lead=slot(A), leads=(timed,), seconds=(slot(A, start),))
        assert [rule for _, rule, _ in said(result) if rule != "front-article-waiting"] == told


@pytest.mark.parametrize(
    ("end", "now", "over"),
    [
        ("2026-11-21", "2026-11-21T23:59", False),
        ("2026-11-21", "2026-11-22T00:00", True),
        ("2026-11-21T12:00", "2026-11-21T11:59", False),
        ("2026-11-21T12:00", "2026-11-21T12:00", True),
    ],
)
def test_what_is_over_is_told(end: str, now: str, over: bool) -> None:
    """At the line of its end."""
    tables: dict[str, Any] = {
        "pinned": ((slot(A, end=end, line=4),), "pinned-ended"),
        "seconds": ((slot(A, end=end, line=4),), "front-ended"),
        "notices": ((NoticeSpec("通知", end=slot("", end=end, line=4).end),), "front-ended"),
    }
    for table, (given_, rule) in tables.items():
        result = made(now=now, **{table: given_})
        assert said(result) == ([("notice", rule, 6)] if over else [])
        assert bool(getattr(result.edition.front, table)) is not over


def test_an_end_before_its_start_is_told() -> None:
    """Such a slot never stands, and nothing else is said of it."""
    never = slot(A, "2026-12-02", "2026-12-01")
    result = made(leads=(never, slot(B)), notices=(NoticeSpec("通", None, never.start, never.end),))
    assert said(result) == [("warning", "front-times", 3)]
    assert paths(result.edition.front)[0] == B
    assert result.edition.front.notices == ()


@pytest.mark.parametrize(
    ("days", "newer", "told"),
    [(31, True, True), (30, True, False), (31, False, False)],
)
def test_a_lead_that_was_forgotten_is_told(days: int, newer: bool, told: bool) -> None:
    """After thirty days, where there is something newer, and it has no end."""
    day = (NOW.date() - dt.timedelta(days=days)).isoformat()
    sources: list[Source] = [
        column(),
        article(A, day),
        article(B, "2026-11-20" if newer else "2026-01-01"),
    ]
    rule = [("notice", "front-lead-stale", 1)] if told else []
    assert said(made(sources, lead=slot(A))) == rule
    assert said(made(sources, leads=(slot(A),))) == rule
    assert said(made(sources, leads=(slot(A, end="2030-01-01"),))) == []
    # An old article that leads anew is not forgotten.
    assert said(made(sources, leads=(slot(A, "2026-11-01"),))) == []


def test_why_an_article_is_not_there_is_told() -> None:
    """Missing, a draft, or not out yet; what is planned is no fault."""
    draft, later = article(B, status="draft"), article(C, "2026-12-01T08:00")
    sources: list[Source] = [column(), article(A), draft, later]
    assert said(made(sources, lead=slot("no.md"))) == [("warning", "front-article-missing", 1)]
    assert said(made(sources, lead=slot(B))) == [("warning", "front-article-draft", 1)]
    assert said(made(sources, leads=(slot(B, "2026-12-01"),))) == [
        ("notice", "front-article-draft", 1)
    ]
    waiting = [("notice", "front-article-waiting", 1)]
    assert said(made(sources, lead=slot(C))) == waiting
    assert said(made(sources, pinned=(slot(C, "2026-12-01T07:59"),))) == waiting
    assert said(made(sources, pinned=(slot(C, "2026-12-01T08:00"),))) == []


def test_a_lead_that_is_not_out_gives_way_to_the_next() -> None:
    """Until its own time, to the second."""
    sources: list[Source] = [column(), article(A), article(C, "2026-12-01T08:00")]
    chosen: dict[str, Any] = {"lead": slot(A), "leads": (slot(C, "2026-11-01"),)}
    assert paths(made(sources, "2026-12-01T07:59:59", **chosen).edition.front)[0] == A
    assert paths(made(sources, "2026-12-01T08:00:00", **chosen).edition.front)[0] == C


def test_unknown_names_are_told_with_what_may_be_meant() -> None:
    """Also where the name itself was written for the slug."""
    sources: list[Source] = [column("first-aid"), topic("centenary"), gallery("village")]
    sources += [topic("later", status="draft"), gallery("soon", "2027-01-01")]
    named = {
        "columns": ("frist-aid", "栏目 first-aid", "zzz"),
        "topics": ("century", "later"),
        "galleries": ("vilage", "soon"),
        "blocks": ("lead", "xyz"),
    }
    listed: dict[str, Any] = {
        key: tuple(Name(text, Place(7, 3)) for text in texts) for key, texts in named.items()
    }
    result = made(sources, **listed)
    findings = [f for f in result.findings if f.path == "site.toml"]
    found = [(f.severity, f.rule, dict(f.values).get("suggestion")) for f in findings]
    assert found == [
        ("warning", "front-column-missing", "first-aid"),
        ("warning", "front-column-missing", "first-aid"),
        ("warning", "front-column-missing", None),
        ("warning", "front-topic-missing", "centenary"),
        ("notice", "front-topic-hidden", None),
        ("warning", "front-gallery-missing", "village"),
        ("notice", "front-gallery-hidden", None),
        ("warning", "front-block-unknown", "leads"),
        ("warning", "front-block-unknown", None),
    ]
    assert {(f.line, f.column) for f in findings} == {(7, 3)}
    front = result.edition.front
    assert front.columns == ("first-aid",)
    assert (len(front.topics), len(front.galleries), len(front.blocks)) == (1, 1, 6)


def test_a_notice_leads_where_its_file_is() -> None:
    """To an address, a page of the site, a file's page; to nowhere while that waits."""
    wanted = ["https://e.example/", "/archive/", A, "pages/about.md", C, "no.md"]
    sources = [*NEWS, page(), article(C, "2027-01-01")]
    result = made(sources, notices=tuple(NoticeSpec(each, to(each)) for each in wanted))
    assert [notice.url for notice in result.edition.front.notices] == [
        "https://e.example/",
        "/archive/",
        "/columns/news/2026/a/",
        "/pages/about/",
        "",
        "",
    ]
    assert said(result) == [("notice", "link-unpublished", 3), ("warning", "link-missing", 3)]


moments = st.integers(0, 40).map(
    lambda n: dt.datetime(2026, 10, 31, 12) + n * dt.timedelta(hours=3)  # noqa: DTZ001 - as written
)
written = st.builds(
    lambda when, timed: moment(when.isoformat() if timed else when.date().isoformat()),
    moments,
    st.booleans(),
)
slots = st.builds(
    SlotSpec,
    st.sampled_from([A, B, C, "columns/news/2026/no.md"]),
    st.none() | written,
    st.none() | written,
    st.builds(Place, st.integers(1, 9), st.just(1)),
)
fronts = st.builds(
    FrontSpec,
    lead=st.none() | slots.map(lambda s: replace(s, start=None, end=None)),
    leads=st.lists(slots, max_size=4).map(tuple),
    seconds=st.lists(slots, max_size=2).map(tuple),
    pinned=st.lists(slots, max_size=2).map(tuple),
    notices=st.lists(
        st.builds(NoticeSpec, st.just("通知"), st.none(), st.none() | written, st.none() | written),
        max_size=2,
    ).map(tuple),
)


def in_force(spec: SlotSpec, now: dt.datetime, zone: ZoneInfo) -> bool:
    """The plain meaning of a slot's times, told by the calendar of the zone."""
    local = now.astimezone(zone).replace(tzinfo=None)
    started = spec.start is None or spec.start.when <= local
    if spec.end is None:
        return started
    over = spec.end.when <= local if spec.end.timed else spec.end.when.date() < local.date()
    return started and not over


@settings(max_examples=60, deadline=None)
@given(front=fronts, hours=st.integers(0, 130), zone=st.sampled_from(ZONES[::2]))
def test_at_each_moment_there_is_one_lead(front: FrontSpec, hours: int, zone: str) -> None:
    """The first of those in force that is published, else the standing one; none twice."""
    # Zones without summer time: there the calendar alone tells which moment is earlier.
    here = ZoneInfo(zone)
    now = dt.datetime(2026, 10, 31, 11, 30, tzinfo=here) + dt.timedelta(hours=hours)
    sources = [*NEWS, article(C, "2026-11-02T09:00")]
    result = assembled(sources, now=now, zone=here, site=replace(SITE, front=front))
    published = [a.path for a in result.edition.articles]
    able = [s for s in front.leads if s.article in published and in_force(s, now, here)]
    if front.lead is not None and front.lead.article in published:
        able.append(front.lead)
    lead, seconds, pinned = paths(result.edition.front)
    assert lead == (able[0].article if able else "")
    every = [*([lead] if lead else []), *seconds, *pinned]
    assert len(every) == len(set(every))
    assert set(every) <= set(published)


@settings(max_examples=60, deadline=None)
@given(
    front=fronts,
    hours=st.integers(0, 120),
    parts=st.integers(0, 8),
    zone=st.sampled_from(ZONES),
)
def test_until_the_next_change_nothing_changes(
    front: FrontSpec, hours: int, parts: int, zone: str
) -> None:
    """Between now and then, or the end of the day, the front page and its findings stay."""
    here = ZoneInfo(zone)
    # 1 November 2026 has 25 hours in Los Angeles.
    now = dt.datetime(2026, 10, 31, 11, 30, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
    site = replace(SITE, front=front)
    sources = [*NEWS, article(C, "2026-11-02T09:00"), site]
    clock = Clock(now, here, drafts=False)
    midnight = dt.datetime.combine(clock.today + dt.timedelta(days=1), dt.time(), here)
    until = min(filter(None, (clock.next_change(sources), midnight)), key=lambda m: m.timestamp())
    assert until > now
    until = until.astimezone(dt.UTC)
    later = min(now + (until - now) * parts / 8, until - dt.timedelta(microseconds=1))
    one, other = (assembled(sources[:-1], now=m, zone=here, site=site) for m in (now, later))
    assert one.edition.front == other.edition.front
    assert sorted(one.findings) == sorted(other.findings)


def test_a_topic_that_has_ended_is_told_and_left_out() -> None:
    """Named or not: what runs comes before what is to come, what is over is nowhere."""
    today, day = NOW.date(), dt.timedelta(days=1)
    over, coming = topic("over", ended=today - day), topic("coming", started=today + day)
    sources: list[Source] = [over, coming, topic("running", ended=today)]
    named = made(sources, topics=(Name("over", Place(7, 3)), Name("coming")))
    assert [each.url for each in named.edition.front.topics] == ["/topics/coming/"]
    told = [(f.rule, f.line) for f in named.findings if f.path == "site.toml"]
    assert told == [("front-topic-ended", 7)]
    unnamed = made(sources).edition.front.topics
    assert [each.url for each in unnamed] == ["/topics/running/", "/topics/coming/"]
