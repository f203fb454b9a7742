"""Corrections in feeds: in their own, and with the article that they are of."""

import datetime as dt
from typing import Any

from msgspec.structs import replace

from plugins.edition.feeds import catalogue
from plugins.edition.specs import CorrectionSpec
from plugins.feeds.corrections import CorrectionArchive, CorrectionFeed
from plugins.feeds.documents import ArticleFeed
from plugins.syndication.posts import Post
from tests.plugins.edition.making import SITE, article, edition_of, frame, moment


def correction(date: str, text: str) -> CorrectionSpec:
    """What was put right on a day."""
    return CorrectionSpec(moment(date), text)


ONE, TWO = correction("2026-02-03", "一"), correction("2026-02-05", "二")
A = article(id="a", title="甲", corrections=(ONE, TWO), summary="摘要")
B = article("columns/news/2026/b.md", id="b", corrections=(correction("2026-02-04", "三"),))


def posts(*sources: Any, **more: Any) -> tuple[Post, ...]:
    """The items of the feed of corrections."""
    for route in CorrectionFeed.routes(edition_of(*sources, **more)):
        assert isinstance(route.inputs, CorrectionFeed)
        return route.inputs.posts
    return ()


def test_corrections_have_a_feed_of_their_own() -> None:
    """The latest first; each leads to its article."""
    made = posts(A, B, over=frame("/weekly"))
    assert [post.summary for post in made] == ["二", "三", "一"]
    assert made[0].title == "更正：甲"
    assert made[0].address == "https://news.example/weekly/columns/news/2026/a/#corrections"
    kinds = [feed.kind for feed in catalogue(edition_of(A))]
    assert "corrections" in kinds


def test_without_one_there_is_no_feed() -> None:
    """Nor where its article is withdrawn: not even its number shows."""
    for source in (article(), replace(A, status="draft")):
        edition = edition_of(source)
        assert list(CorrectionFeed.routes(edition)) == []
        assert "corrections" not in [feed.kind for feed in catalogue(edition)]


def test_a_later_correction_changes_no_id() -> None:
    """Not even one of the same day."""
    before = {post.summary: post.id for post in posts(A, B)}
    assert len(set(before.values())) == 3
    more = replace(A, title="乙", corrections=(ONE, TWO, correction("2026-02-05", "四")))
    after = {post.summary: post.id for post in posts(more, B)}
    assert {text: after[text] for text in before} == before
    assert len(set(after.values())) == 4


def test_old_corrections_are_kept_in_archives() -> None:
    """Unless the site says otherwise."""
    site = replace(SITE, feed_items=1)
    routes = list(CorrectionArchive.routes(edition_of(A, B, site=site)))
    assert [route.url for route in routes] == [
        f"/corrections/feeds/2026-first-3{end}" for end in (".xml", ".atom.xml", ".json")
    ]
    assert list(CorrectionArchive.routes(edition_of(A, B))) == []


def test_an_article_carries_its_corrections() -> None:
    """Before its text and in its summary; it changed when it was last put right."""
    inputs = next(iter(ArticleFeed.routes(edition_of(A)))).inputs
    assert isinstance(inputs, ArticleFeed)
    (item,) = inputs.items
    assert item.notes == ("更正（2026年2月5日）：二", "更正（2026年2月3日）：一")
    assert item.post.summary == "更正（2026年2月5日）：二 更正（2026年2月3日）：一 摘要"
    assert item.post.changed.date() == dt.date(2026, 2, 5)
    later = edition_of(replace(A, updated=moment("2026-03-01")))
    assert later.articles[0].changed.date() == dt.date(2026, 3, 1)
    english = edition_of(A, over=frame(language="en"))
    inputs = next(iter(ArticleFeed.routes(english))).inputs
    assert isinstance(inputs, ArticleFeed)
    assert inputs.items[0].notes[0] == "Correction, 2026-02-05: 二"
