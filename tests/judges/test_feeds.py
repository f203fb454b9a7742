"""Feeds as a reader's program sees them, and the rules of RSS 2.0 that such programs forgive."""

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import lxml.html
import pytest
from lxml import etree

from tests.helpers.sites import Site, picture

ARTICLE = """\
---
id: test-0001
title: "急救 & <救命>"
date: 2026-03-04 09:30
tags: [急救, AED]
unit: 城东志愿队
author: 李明
summary: 一句话的摘要。
---
第一段，见[另一篇](b.md)。

![一盒急救包](box.png "急救包")

第二段。
"""
OTHER = """\
---
id: test-0002
title: 另一篇
date: 2026-03-05
---
正文。
"""
FILES = {
    "columns/news/2026/a.md": ARTICLE,
    "columns/news/2026/b.md": OTHER,
    "columns/news/2026/box.png": picture(),
}
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


def feeds(output: Path) -> list[Path]:
    """Every feed of a built site."""
    found = sorted(output.rglob("feed.xml"))
    assert found
    return found


def test_every_feed_is_well_formed(sample_site: Site) -> None:
    """Feedparser finds nothing to forgive, and each feed says what it is and in which language."""
    for path in feeds(sample_site.output):
        feed: Any = feedparser.parse(path.read_bytes())
        assert not feed.bozo, f"{path}: {feed.get('bozo_exception')}"
        assert feed.version == "rss20"
        assert feed.feed.title
        assert feed.feed.language.lower().startswith("zh")
        assert feed.feed.link.startswith("https://")
        # A column that is announced has nothing to send yet.
        column = sample_site.content / path.parent.relative_to(sample_site.output)
        announced = (column / "_column.md").is_file() and not list(column.glob("2*/**/*.md"))
        assert bool(feed.entries) is not announced, path


def test_there_is_a_feed_for_the_site_and_each_column(sample_site: Site) -> None:
    """The site's feed lies at the top, a column's beside its first page."""
    assert sample_site.path("/feed.xml").exists()
    columns = [path.parent for path in sample_site.content.glob("columns/*/_column.md")]
    assert columns
    for column in columns:
        assert sample_site.path(f"/columns/{column.name}/feed.xml").exists(), column.name


def test_guids_are_permanent_and_unique(sample_site: Site) -> None:
    """A guid is no link, says so, is met once in a feed, and is the same in every feed."""
    by_link: dict[str, str] = {}
    for path in feeds(sample_site.output):
        seen = set()
        for item in etree.parse(path).iter("item"):
            guid = item.find("guid")
            assert guid is not None
            assert guid.get("isPermaLink") == "false"
            assert guid.text
            assert guid.text not in seen
            seen.add(guid.text)
            assert by_link.setdefault(str(item.findtext("link")), guid.text) == guid.text


def test_every_address_in_a_feed_is_absolute(sample_site: Site) -> None:
    """A reader's program shows the text elsewhere: no relative link or picture may be in it."""
    checked = 0
    for path in feeds(sample_site.output):
        channel = etree.parse(path).find("channel")
        assert channel is not None
        own = [
            each.get("href", "") for each in channel.iter(ATOM_LINK) if each.get("rel") == "self"
        ]
        assert len(own) == 1
        assert own[0].endswith("/" + path.relative_to(sample_site.output).as_posix())
        for text in (*channel.iter("description"), *channel.iter(CONTENT)):
            if not (text.text or "").strip():
                continue
            for _, attribute, link, _ in lxml.html.fragment_fromstring(
                str(text.text), create_parent="div"
            ).iterlinks():
                checked += 1
                assert link.startswith(("https://", "http://", "mailto:", "tel:")), (
                    f"{path}: {attribute}={link}"
                )
    assert checked > 10


def test_no_feed_carries_a_program(sample_site: Site) -> None:
    """No script, style, frame, form or handler, however it came into the text."""
    for path in feeds(sample_site.output):
        for text in etree.parse(path).iter(CONTENT):
            tree = lxml.html.fragment_fromstring(str(text.text), create_parent="div")
            for element in tree.iter(etree.Element):
                assert element.tag not in {"script", "style", "iframe", "object", "embed", "form"}
                assert not [name for name in element.attrib if str(name).startswith("on")]
                assert "style" not in element.attrib


@pytest.mark.parametrize("address", ["/feed.xml", "/columns/news/feed.xml"])
def test_every_field_comes_back(site: Callable[..., Site], address: str) -> None:
    """What an editor wrote is what a reader's program gets, full text included."""
    made = site(FILES, "--publish")
    assert made.exit_code == 0, made.last.stdout
    feed: Any = feedparser.parse(made.path(address).read_bytes(), sanitize_html=False)
    newest, entry = feed.entries
    assert newest.title == "另一篇"
    assert html.unescape(entry.title) == "急救 & <救命>"
    assert entry.link == "https://news.example/columns/news/2026/a/"
    assert not entry.guidislink
    assert entry.published_parsed[:5] == (2026, 3, 4, 1, 30)
    assert {tag.term for tag in entry.tags} >= {"急救", "AED"}
    assert "李明" in entry.author
    assert "一句话的摘要。" in entry.summary
    body = entry.content[0].value
    assert "第一段" in body
    assert "第二段" in body
    assert 'href="https://news.example/columns/news/2026/b/"' in body
    assert 'alt="一盒急救包"' in body


def test_no_edit_moves_a_guid(site: Callable[..., Site]) -> None:
    """Title, date and file name may change: the reader's program still knows the article."""
    made = site(FILES, "--publish")
    before = guids(made)
    made.remove("columns/news/2026/b.md")
    moved = OTHER.replace("另一篇", "改了的题目").replace("2026-03-05", "2026-03-06")
    made.rebuild(
        {
            "columns/news/2026/c.md": moved,
            "columns/news/2026/a.md": ARTICLE.replace("b.md", "c.md"),
        },
        "--publish",
    )
    assert made.exit_code == 0, made.last.stdout
    assert guids(made) == before


def guids(site: Site) -> list[str]:
    """The guids of the site's feed."""
    return sorted(str(each.text) for each in etree.parse(site.path("/feed.xml")).iter("guid"))


def test_feeds_are_the_same_every_time(site: Callable[..., Site]) -> None:
    """No clock, zone, hash seed or locale shows in a feed."""
    made = site(FILES, "--publish")
    first = {path.name: path.read_bytes() for path in feeds(made.output)}
    output, cache = made.root / "again", made.root / "no-cache"
    other = {"TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    made.build("--publish", output=output, cache=cache, env=other, now="2026-11-22T23:00+08:00")
    assert {path.name: path.read_bytes() for path in feeds(output)} == first
