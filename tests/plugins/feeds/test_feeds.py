"""Feeds as a feed reader sees them."""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.model import Edition
from plugins.edition.sources import Source
from plugins.edition.specs import SourceSpec, Text
from plugins.feeds.documents import ArticleFeed
from plugins.press.store import Store, Texts
from plugins.press.templates import Renderer, RenderSetup
from tests.plugins.edition.making import (
    SITE,
    article,
    column,
    edition_of,
    frame,
    moment,
    names,
    photo,
    shown,
    to,
    topic,
    unit,
)
from tests.plugins.press.paper import key_of

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
Made = Callable[..., dict[str, bytes]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store for texts."""
    made = Store(tmp_path / "store.sqlite")
    yield made
    made.close()


@pytest.fixture
def feeds(store: Store) -> Made:
    """Renders all feeds of an edition of these sources: bytes by path."""

    def make(*sources: Source, texts: Iterable[str] = (), **more: Any) -> dict[str, bytes]:
        store.put(Texts.SPACE, [(key_of(text), text.encode()) for text in texts])
        renderer = Renderer(RenderSetup((), str(store.path)))
        edition = edition_of(*sources, **more)
        return {route.url: renderer.render(route.inputs) for route in ArticleFeed.routes(edition)}

    return make


def read(data: bytes) -> Any:
    """A feed as a reader sees it; it must be well formed."""
    feed = feedparser.parse(io.BytesIO(data))
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def inputs_of(edition: Edition) -> dict[str, Any]:
    """What the feeds of articles are made of, by path."""
    return {route.url: route.inputs for route in ArticleFeed.routes(edition)}


def items(data: bytes) -> list[ElementTree.Element]:
    """The items' own XML."""
    return list(ElementTree.fromstring(data).iter("item"))  # noqa: S314 - our own feed


BODY = (
    '<p>正文 <a href="lanmu:link/0">甲</a> <a href="lanmu:link/1">乙</a> <a href="#fn">注</a></p>'
    '<figure><img src="lanmu:picture/0" alt="x"></figure>'
)
FULL = article(
    "columns/news/2026/full.md",
    "2026-01-02T09:30",
    id="news-0001",
    title="急救 & <AED>",
    author="张三",
    tags=names("急救", "AED"),
    summary="摘要 & 说明",
    source=SourceSpec("新华社", "https://x.example/"),
    updated=moment("2026-01-05"),
    lead=shown("media/a.jpg", "说明 <b>", "摄影：李四"),
    text=Text(
        key_of(BODY), (to("columns/news/2026/b.md"), to("pages/no.md")), (to("media/a.jpg"),)
    ),
)
REST = (article("columns/news/2026/b.md", "2026-01-01"), column())


def test_a_reader_gets_the_whole_article(feeds: Made) -> None:
    """Title, date with its zone, author, tags, summary, and the full text."""
    made = feeds(FULL, *REST, texts=[BODY], pictures=[photo("media/a.jpg")])
    feed = read(made["/feed.xml"])
    first = feed.entries[0]
    assert first.title == "急救 & <AED>"
    assert first.link == "https://news.example/columns/news/2026/full/"
    assert first.published == "Fri, 02 Jan 2026 09:30:00 +0800"
    assert first.author == "张三"
    assert [tag.term for tag in first.tags] == ["栏目 news", "急救", "AED"]
    assert first.summary == "摘要 &amp; 说明"
    content = items(made["/feed.xml"])[0].findtext(CONTENT) or ""
    assert "正文" in content
    assert "乙" in content
    assert "说明 &lt;b&gt; 摄影：李四" in content
    assert "lanmu:" not in content


def test_every_address_is_a_full_one(feeds: Made) -> None:
    """A feed reader has no page that an address could be relative to."""
    made = feeds(FULL, *REST, texts=[BODY], pictures=[photo("media/a.jpg")], over=frame("/weekly"))
    content = items(made["/feed.xml"])[0].findtext(CONTENT) or ""
    assert 'href="https://news.example/weekly/columns/news/2026/b/"' in content
    assert 'href="https://news.example/weekly/columns/news/2026/full/#fn"' in content
    assert content.count('src="https://news.example/weekly/images/a-') == 2
    for mark in ('="/', '="#', 'href=""'):
        assert mark not in content
    feed = read(made["/columns/news/feed.xml"]).feed
    assert feed.link == "https://news.example/weekly/columns/news/"
    own = [link.href for link in feed.links if link.rel == "self"]
    assert own == ["https://news.example/weekly/columns/news/feed.xml"]


def test_a_guid_is_the_id_and_no_address(feeds: Made) -> None:
    """It says so, as RSS asks."""
    guid = items(feeds(FULL, *REST, texts=[BODY])["/feed.xml"])[0].find("guid")
    assert guid is not None
    assert (guid.text, guid.attrib) == ("news-0001", {"isPermaLink": "false"})


@pytest.mark.parametrize(
    "change",
    [
        {"title": "新题"},
        {"date": moment("2026-03-03")},
        {"updated": moment("2026-03-03")},
        {"path": "columns/news/2026/renamed.md", "slug": "renamed"},
        {"path": "columns/news/2027/full.md", "year": "2027"},
    ],
)
def test_no_edit_moves_a_guid(feeds: Made, change: dict[str, Any]) -> None:
    """A reader must not see an article anew because its title, date or file changed."""
    texts = [BODY]
    before = feeds(FULL, *REST, texts=texts)["/feed.xml"]
    after = feeds(replace(FULL, **change), *REST, texts=texts)["/feed.xml"]
    assert after != before
    guids = [{each.id for each in read(feed).entries} for feed in (before, after)]
    assert guids[0] == guids[1]


def test_newest_first_and_no_more_than_asked_for(feeds: Made) -> None:
    """In the site's feed and in the column's; the column's holds its own alone."""
    sources = [article(f"columns/news/2026/{n}.md", f"2026-01-0{n}") for n in range(1, 8)]
    other = article("columns/aid/2026/x.md", "2026-02-01")
    site = replace(SITE, feed_items=5)
    made = feeds(*sources, other, column(), column("aid"), site=site)
    rss = {url for url in made if url.endswith("/feed.xml")}
    assert rss == {"/feed.xml", "/columns/news/feed.xml", "/columns/aid/feed.xml"}
    numbers = [each.link.rstrip("/")[-1] for each in read(made["/feed.xml"]).entries]
    assert numbers == ["x", "7", "6", "5", "4"]
    numbers = [each.link.rstrip("/")[-1] for each in read(made["/columns/news/feed.xml"]).entries]
    assert numbers == ["7", "6", "5", "4", "3"]


def test_a_feed_says_its_language_and_when_it_changed(feeds: Made) -> None:
    """The time is the newest change of its items, not that of the build."""
    feed = read(feeds(FULL, *REST, texts=[BODY])["/feed.xml"]).feed
    assert feed.language == "zh-Hans"
    assert feed.title == "周报"
    assert feed.updated == "Mon, 05 Jan 2026 00:00:00 +0800"


def test_an_empty_column_has_a_feed(feeds: Made) -> None:
    """Subscribed to before its first article, and valid: title, link, description, a fixed date."""
    feed = read(feeds(column("new"))["/columns/new/feed.xml"])
    assert feed.entries == []
    assert feed.feed.description
    assert feed.feed.updated == "Sat, 01 Jan 2000 00:00:00 +0000"


def test_a_topic_has_a_feed_of_its_articles(feeds: Made) -> None:
    """Newest first, whatever their order on its page; what has ended keeps its feed."""
    old = article("columns/news/2025/old.md", "2025-01-01", id="old")
    ended = dt.date(2025, 2, 1)
    sources = (topic("t", articles=(to(old.path), to(FULL.path)), ended=ended), topic("u"))
    made = feeds(FULL, old, *REST, *sources, texts=[BODY], pictures=[photo("media/a.jpg")])
    feed = read(made["/topics/t/feed.xml"])
    assert [entry.id for entry in feed.entries] == ["news-0001", "old"]
    assert feed.feed.link == "https://news.example/topics/t/"
    assert feed.feed.title == "专题 t - 周报"


def test_without_an_author_the_unit_speaks(feeds: Made) -> None:
    """And without either nobody does."""
    first = article(unit=names("一队")[0])
    made = feeds(first, unit("first", "消防一队", "一队"))
    assert read(made["/feed.xml"]).entries[0].author == "消防一队"
    assert "author" not in read(feeds(article())["/feed.xml"]).entries[0]


@pytest.mark.parametrize(
    "html",
    [
        '<p title="]]>">字</p>',
        "<p>]]&gt;</p>",
        "<p>]]></p>",
        "<p>]]]]></p>]]>",
        "<![CDATA[x]]>",
        "<p>😀 𠮷 \u2028</p>",
    ],
)
def test_a_text_cannot_end_its_wrapping(feeds: Made, html: str) -> None:
    """``]]>`` in a text ends no CDATA, and does not keep the site from being built."""
    source = article(text=Text(key_of(html)))
    made = feeds(source, texts=[html])
    assert items(made["/feed.xml"])[0].findtext(CONTENT) == html
    read(made["/feed.xml"])


WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=WORDS, author=WORDS, summary=WORDS)
def test_any_words_make_a_feed(feeds: Made, title: str, author: str, summary: str) -> None:
    """Whatever signs a title holds, it comes out as it was written."""
    made = feeds(article(title=title, author=author, summary=summary))["/feed.xml"]
    item = items(made)[0]
    assert (item.findtext("title") or "").strip() == title.strip()
    assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == author


def test_the_same_bytes_twice(feeds: Made) -> None:
    """No time of the build, no order of a set: two builds are equal, whenever they are."""
    arguments: dict[str, Any] = {"texts": [BODY], "pictures": [photo("media/a.jpg")]}
    later = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
    assert feeds(FULL, *REST, **arguments) == feeds(*REST, FULL, **arguments, now=later)


def test_a_feed_knows_only_its_items() -> None:
    """Editing an article that is in no feed any more changes none."""
    site = replace(SITE, feed_items=1)
    old = article("columns/news/2026/old.md", "2020-01-01")
    one = inputs_of(edition_of(article(), old, site=site))
    two = inputs_of(edition_of(article(), replace(old, title="新题"), site=site))
    assert one == two
