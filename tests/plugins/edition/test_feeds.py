"""The catalogue of feeds: which there are, and what is in them."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.feeds import articles_of, catalogue
from plugins.edition.model import Edition
from plugins.edition.site_specs import FeedSpec
from plugins.edition.specs import SectionSpec
from tests.plugins.edition.making import (
    SITE,
    almanac,
    article,
    column,
    edition_of,
    frame,
    gallery,
    names,
    topic,
    unit,
)

SECTIONS = (SectionSpec("aid", "救护", ""), SectionSpec("none", "空", ""))


def folders(edition: Edition) -> list[str]:
    """Where the feeds of an edition lie."""
    return [feed.folder for feed in catalogue(edition)]


def test_each_subject_with_something_to_send_has_a_feed() -> None:
    """And no other: no feed of a section without columns, of no gallery, of a rare tag."""
    sources: list[Any] = [
        article(tags=names("甲", "乙"), unit=names("一队")[0]),
        article("columns/news/2026/b.md", "2026-01-03", tags=names("甲")),
        column(section=names("aid")[0]),
        column("new"),
        unit("first", "消防一队", "一队"),
        unit("second", "二队"),
        topic("t"),
    ]
    site = replace(SITE, sections=SECTIONS, feeds=FeedSpec(tags_from=2))
    plain = edition_of(*sources, site=site)
    assert folders(plain) == [
        *("/", "/sections/aid/", "/columns/new/", "/columns/news/", "/topics/t/"),
        *("/units/first/", "/tags/jia/"),
    ]
    rich = edition_of(*sources, gallery(), almanac(), site=site, over=frame("/weekly"))
    assert folders(rich)[-6:] == [
        *("/weekly/topics/t/", "/weekly/galleries/"),
        *("/weekly/on-this-day/", "/weekly/on-this-day/red-cross/"),
        *("/weekly/units/first/", "/weekly/tags/jia/"),
    ]


def test_a_feed_has_three_formats_side_by_side() -> None:
    """At addresses that never change."""
    (site, news, *_) = catalogue(edition_of(article()))
    assert (site.rss, site.atom, site.json) == ("/feed.xml", "/atom.xml", "/feed.json")
    assert news.url("atom") == "/columns/news/atom.xml"
    assert (news.label, news.name) == ("栏目 news - 周报", "栏目 news")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(1, 4), st.sampled_from(["甲", "乙"])),
        max_size=8,
    )
)
def test_a_feed_holds_just_its_subjects_articles(made: list[tuple[str, int, str]]) -> None:
    """Newest first; a section those of its columns and the columns below them."""
    sources = [
        article(f"columns/{slug}/2026/{n}.md", f"2026-01-0{day}", tags=names(tag))
        for n, (slug, day, tag) in enumerate(made)
    ]
    aid = names("aid")[0]
    columns = [column("a", section=aid), column("b", parent=names("a")[0]), column("c")]
    site = replace(SITE, sections=SECTIONS, feeds=FeedSpec(tags_from=1))
    edition = edition_of(*sources, *columns, site=site)
    held = {"site": "abc", "aid": "ab", "a": "a", "b": "b", "c": "c"}
    for feed in catalogue(edition):
        found = articles_of(edition, feed)
        if feed.kind == "tag":
            assert all(feed.key in each.tags for each in found)
            continue
        slugs = held[feed.key or feed.kind]
        assert found == tuple(each for each in edition.articles if each.column in slugs)
