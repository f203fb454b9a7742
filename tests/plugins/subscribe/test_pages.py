"""The page of feeds, the list of them for reader programs, and their QR codes."""

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import segno
from msgspec.structs import replace

from plugins.edition.feeds import catalogue
from plugins.edition.model import Edition
from plugins.edition.site_specs import FeedSpec
from plugins.edition.specs import SectionSpec
from plugins.press.templates import Renderer, RenderSetup
from plugins.subscribe.pages import QrCode, SubscribePage, Subscriptions
from plugins.subscribe.qr import MASK, QUIET
from tests.plugins.edition.making import (
    SITE,
    almanac,
    article,
    column,
    edition_of,
    frame,
    gallery,
    names,
    to,
    topic,
    unit,
)

RENDERER = Renderer(RenderSetup((), ""))
ADDRESS = "https://news.example/columns/party-building-pioneer/feed.xml"


def made(*more: Any, **options: Any) -> Edition:
    """An edition with one feed of nearly each kind."""
    sources = (
        *(article(tags=names("甲"), unit=names("一队")[0]), column(section=names("aid")[0])),
        *(unit("first", "消防一队", "一队"), gallery(), almanac(), *more),
    )
    site = replace(SITE, sections=(SectionSpec("aid", "救护", ""),), feeds=FeedSpec(tags_from=1))
    return edition_of(*sources, site=site, **options)


def page_of(edition: Edition) -> SubscribePage:
    """The page's inputs."""
    ((url, inputs),) = SubscribePage.routes(edition)
    assert url == "/subscribe/"
    assert isinstance(inputs, SubscribePage)
    return inputs


def codes_of(edition: Edition) -> dict[str, QrCode]:
    """The QR codes' inputs, by path."""
    found = {}
    for url, inputs in QrCode.routes(edition):
        assert QrCode.page.owns(url)
        assert isinstance(inputs, QrCode)
        found[url] = inputs
    return found


def opml_of(edition: Edition) -> bytes:
    """The list for reader programs."""
    ((url, inputs),) = Subscriptions.routes(edition)
    assert url == "/subscriptions.opml"
    return RENDERER.render(inputs)  # type: ignore[arg-type] # a route's inputs, made at once


def test_the_page_offers_each_feed_in_its_group() -> None:
    """The paper's own apart; groups without feeds are left out."""
    page = page_of(made(over=frame("/weekly")))
    assert page.paper.rss == "/weekly/feed.xml"
    assert {group.key: [feed.rss for feed in group.feeds] for group in page.groups} == {
        "columns": ["/weekly/columns/news/feed.xml"],
        "sections": ["/weekly/sections/aid/feed.xml"],
        "more": ["/weekly/galleries/feed.xml"],
        "days": ["/weekly/on-this-day/feed.xml", "/weekly/on-this-day/red-cross/feed.xml"],
        "units": ["/weekly/units/first/feed.xml"],
        "tags": ["/weekly/tags/jia/feed.xml"],
    }
    assert page.opml == "/weekly/subscriptions.opml"
    assert [each.webcal for each in page.calendars] == [
        "webcal://news.example/weekly/on-this-day/calendar.ics",
        "webcal://news.example/weekly/on-this-day/red-cross/calendar.ics",
    ]


def test_no_kind_of_feed_is_forgotten() -> None:
    """Whatever the catalogue lists and has not ended is offered, once."""
    edition = made(topic("t"))
    page = page_of(edition)
    offered = [page.paper, *(feed for group in page.groups for feed in group.feeds)]
    assert sorted(feed.rss for feed in offered) == sorted(f.rss for f in catalogue(edition))


def test_groups_are_named_in_the_language_of_the_site() -> None:
    """As the page and the list for reader programs show them."""
    page = page_of(made(over=frame(language="en")))
    assert [group.name for group in page.groups] == [
        *("Columns", "Sections", "Pictures, film and corrections", "On this day"),
        *("Contributors", "Tags"),
    ]


def test_what_has_ended_is_not_offered_any_more() -> None:
    """Its feed stays, and the list of all has it."""
    over = topic("t", articles=(to("columns/news/2026/a.md"),), ended=dt.date(2025, 2, 1))
    closed = column("old", ended=dt.date(2025, 2, 1))
    edition = made(over, closed)
    page = page_of(edition)
    offered = {feed.rss for group in page.groups for feed in group.feeds}
    for path in ("/topics/t/feed.xml", "/columns/old/feed.xml"):
        assert path not in offered
        assert path.encode() in opml_of(edition)
    assert not [url for url in codes_of(edition) if "topic" in url or "old" in url]


def test_an_article_changes_nothing_here() -> None:
    """Neither its text nor one more of it: these pages are made anew when a feed comes or goes."""
    before = made()
    after = made(article("columns/news/2026/b.md", "2026-01-03", title="新"))
    assert page_of(before) == page_of(after)
    assert opml_of(before) == opml_of(after)
    assert codes_of(before) == codes_of(after)


def test_the_list_names_each_feed_with_its_full_address() -> None:
    """By the label that names the paper, too, in groups named after what is in them."""
    edition = made(column("b", name='书 & "影" <一>'), over=frame("/weekly"))
    body = ET.fromstring(opml_of(edition)).find("body")  # noqa: S314 - our own
    assert body is not None
    paper, *groups = body
    assert paper.get("xmlUrl") == "https://news.example/weekly/feed.xml"
    assert [group.get("text") for group in groups] == [
        *("栏目", "频道", "影像、视频和更正", "史上的今天", "供稿单位", "标签"),
    ]
    told = [(each.get("title"), each.get("xmlUrl")) for each in body.iter() if each.get("xmlUrl")]
    assert sorted(told) == sorted(
        (feed.label, f"https://news.example{feed.rss}") for feed in catalogue(edition)
    )


def test_the_list_keeps_to_its_format() -> None:
    """What opml.org/spec2.opml asks of a list of subscriptions."""
    root = ET.fromstring(opml_of(made()))  # noqa: S314 - our own
    assert (root.tag, root.attrib) == ("opml", {"version": "2.0"})
    assert [child.tag for child in root] == ["head", "body"]
    outlines = list(root.iter("outline"))
    assert all(outline.get("text") for outline in outlines)
    for outline in outlines:
        if outline.get("type") == "rss":
            assert {"text", "xmlUrl", "htmlUrl", "title", "version"} <= set(outline.keys())
            assert urlsplit(outline.get("htmlUrl", "")).scheme == "https"
        else:
            assert len(outline) > 0


def test_each_offer_has_a_code_of_its_full_address() -> None:
    """That of a calendar is an address that phones hand to the calendar."""
    edition = made(over=frame("/weekly"))
    codes = codes_of(edition)
    page = page_of(edition)
    offered = [page.paper, *(feed for group in page.groups for feed in group.feeds)]
    assert {f"/subscribe/qr/{feed.anchor}.svg" for feed in offered} < codes.keys()
    assert codes["/subscribe/qr/site.svg"].address == "https://news.example/weekly/feed.xml"
    assert codes["/subscribe/qr/column-news.svg"].address.endswith("/weekly/columns/news/feed.xml")
    assert codes["/subscribe/qr/calendar.svg"].address.startswith("webcal://news.example/weekly/")
    assert len(codes) == len(offered) + len(page.calendars)


def modules(svg: str) -> list[list[int]]:
    """The dark modules that the strokes of an SVG draw, row by row."""
    side = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    grid = [[0] * side for _ in range(side)]
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([mMh])([-\d. ]+)", svg.rpartition(' d="')[2]):
        first, *rest = map(float, numbers.split())
        if command == "h":
            for at in range(int(first)):
                grid[int(y)][int(x) + at] = 1
            x += first
        else:
            x, y = (first, rest[0]) if command == "M" else (x + first, y + rest[0])
    return grid


def rendered(address: str) -> str:
    """The SVG of an address."""
    return RENDERER.render(QrCode(address=address)).decode()


def test_a_code_is_the_one_of_its_address() -> None:
    """Module by module, with the white around it that the standard asks for."""
    svg = rendered(ADDRESS)
    code = segno.make_qr(ADDRESS, error="m", mask=MASK)
    assert modules(svg) == [list(row) for row in code.matrix_iter(border=QUIET)]
    assert 'fill="#fff"' in svg
    assert "<script" not in svg
    assert ET.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own
