"""Pages of topics."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.model import Edition
from plugins.topics.pages import PAGE_TYPES, TopicIndexPage, TopicPage
from tests.plugins.edition.making import (
    SITE,
    almanac,
    article,
    edition_of,
    entry,
    gallery,
    names,
    to,
    topic,
)

ARTICLES = [
    article(f"columns/news/2026/{number}.md", f"2026-01-{number:02}", tags=names("水"))
    for number in range(1, 8)
]
FIGURES = (specs.FigureSpec("1", " 人", "甲", "乙", "2021", "2021"),)


def pages(edition: Edition) -> dict[str, Any]:
    """The inputs of each page of a topic, by path; every path is the type's own."""
    found = {route.url: route.inputs for route in TopicPage.routes(edition)}
    assert all(TopicPage.page.owns(url) for url in found)
    return found


def shown(*topics: s.TopicSource, size: int = 3) -> dict[str, Any]:
    """The pages of topics among the articles, so many to a page."""
    site = replace(SITE, articles_per_page=size)
    return pages(edition_of(*ARTICLES, gallery(), almanac(), entry(), *topics, site=site))


def test_a_long_topic_has_several_pages() -> None:
    """Its preface and its other blocks are on the first; the list goes on."""
    found = shown(topic(tags=names("水"), text=specs.Text("导言"), figures=FIGURES))
    assert list(found) == ["/topics/t/", "/topics/t/page/2/", "/topics/t/page/3/"]
    first, _, last = found.values()
    assert [block.kind for block in first.blocks] == ["figures", "latest"]
    assert first.body is not None
    assert [item.article.title for item in first.items] == ["标题 7.md", "标题 6.md", "标题 5.md"]
    assert [block.kind for block in last.blocks] == ["latest"]
    assert last.body is None
    assert [item.article.title for item in last.items] == ["标题 1.md"]
    assert [page.pager.number for page in found.values()] == [1, 2, 3]


def test_a_topic_without_a_list_has_one_page() -> None:
    """Its blocks were asked for, and the list was not among them."""
    found = shown(topic(tags=names("水"), figures=FIGURES, blocks=(specs.BlockSpec("figures"),)))
    assert list(found) == ["/topics/t/"]
    assert found["/topics/t/"].items == ()


def test_a_list_that_has_nothing_left_is_no_block() -> None:
    """Whatever the topic gathers stands in blocks of its own."""
    listed = (to("galleries/g/index.md"), to("on-this-day/red-cross/02-09-e.md"))
    page = shown(topic(articles=listed))["/topics/t/"]
    assert [block.kind for block in page.blocks] == ["timeline", "gallery"]


def test_the_head_offers_the_topics_feed() -> None:
    """Beside the site's own."""
    page = shown(topic(summary="摘要"))["/topics/t/"]
    assert [feed.folder for feed in page.head.feeds] == ["/", "/topics/t/"]
    assert (page.head.title, page.head.description) == ("专题 t", "摘要")


def test_what_has_ended_stands_apart() -> None:
    """On the page of all topics; its own page stays."""
    over = topic("over", ended=dt.date(2026, 11, 20))
    last_day = topic("last", ended=dt.date(2026, 11, 21))
    coming = topic("coming", started=dt.date(2026, 11, 22))
    edition = edition_of(over, last_day, coming)
    ((_, index),) = TopicIndexPage.routes(edition)
    assert isinstance(index, TopicIndexPage)
    assert [card.url for card in index.topics] == ["/topics/coming/", "/topics/last/"]
    assert [card.url for card in index.ended] == ["/topics/over/"]
    assert set(pages(edition)) == {"/topics/over/", "/topics/last/", "/topics/coming/"}


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_an_edit_of_a_body_reaches_no_topic(kind: type[TopicPage]) -> None:
    """Its pages hold cards."""
    source = topic(tags=names("水"))
    before = edition_of(*ARTICLES, source)
    edited = [replace(each, text=specs.Text("另一篇")) for each in ARTICLES]
    after = edition_of(*edited, source)
    assert [r.inputs for r in kind.routes(before)] == [r.inputs for r in kind.routes(after)]
