"""Pages of articles, tags, units and months."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.articles.pages import (
    PAGE_TYPES,
    ArchivePage,
    ArticlePage,
    MonthPage,
    PlainPage,
    TagIndexPage,
    TagPage,
    UnitPage,
)
from plugins.edition.model import Edition
from plugins.edition.sources import Source
from plugins.edition.specs import Text
from tests.plugins.edition.making import (
    SITE,
    article,
    column,
    edition_of,
    frame,
    names,
    page,
    tag,
    to,
    topic,
    unit,
)


def routes(kind: Any, edition: Edition) -> dict[str, Any]:
    """The inputs of each page of a type, by path; every path is the type's own."""
    found = {route.url: route.inputs for route in kind.routes(edition)}
    assert all(kind.page.owns(url) for url in found)
    return found


def stems(cards: Sequence[Any]) -> list[str]:
    """The slugs of cards."""
    return [card.url.split("/")[-2] for card in cards]


def sources() -> Iterator[Source]:
    """Seven articles of consecutive months in one column, one in another."""
    yield column()
    yield column("aid", order=1)
    for number in range(1, 8):
        yield article(
            f"columns/news/2025/{number}.md",
            f"2025-{number:02}-03",
            tags=names("急救") if number != 4 else (),
            unit=names("一队")[0],
        )
    yield article("columns/aid/2024/x.md", "2024-12-31")


def test_neighbours_are_those_of_the_column() -> None:
    """The one before is older, the one after newer; none at the ends, none of other columns."""
    pages = routes(ArticlePage, edition_of(*sources()))
    assert len(pages) == 8
    middle = pages["/columns/news/2025/4/"]
    assert stems([middle.previous]) == ["3"]
    assert stems([middle.next]) == ["5"]
    assert pages["/columns/news/2025/1/"].previous is None
    assert pages["/columns/news/2025/7/"].next is None
    alone = pages["/columns/aid/2024/x/"]
    assert (alone.previous, alone.next, alone.related) == (None, None, ())


def test_an_article_tells_the_topics_it_is_in() -> None:
    """A topic that comes changes the pages of its articles, and no other's."""
    plain = routes(ArticlePage, edition_of(*sources()))
    listed = (to("columns/news/2025/4.md"),)
    in_topic = routes(ArticlePage, edition_of(*sources(), topic(articles=listed)))
    changed = {url for url in plain if plain[url] != in_topic[url]}
    assert changed == {"/columns/news/2025/4/"}
    assert [link.url for link in in_topic["/columns/news/2025/4/"].topics] == ["/topics/t/"]
    hidden = topic(articles=listed, status="draft")
    assert routes(ArticlePage, edition_of(*sources(), hidden)) == plain


def test_an_articles_head_tells_of_it() -> None:
    """Its feeds are the site's and its column's; a draft is not to be kept by search engines."""
    source = article(summary="摘要")
    head = routes(ArticlePage, edition_of(source))["/columns/news/2026/a/"].head
    assert (head.kind, head.description, head.index) == ("article", "摘要", True)
    assert [feed.folder for feed in head.feeds] == ["/", "/columns/news/"]
    draft = edition_of(replace(source, status="draft"), drafts=True)
    assert not routes(ArticlePage, draft)["/columns/news/2026/a/"].head.index


def test_a_tag_and_a_unit_list_their_articles() -> None:
    """Newest first, over pages; the introduction is on the first alone."""
    intro = replace(tag("first-aid", "急救"), text=Text("intro"))
    sent = unit("first", "消防一队", "一队", text=Text("intro"), url="https://x.example/")
    site = replace(SITE, articles_per_page=4)
    edition = edition_of(*sources(), intro, sent, site=site)
    tags = routes(TagPage, edition)
    assert list(tags) == ["/tags/first-aid/", "/tags/first-aid/page/2/"]
    first, second = tags.values()
    assert stems(first.articles) == ["7", "6", "5", "3"]
    assert stems(second.articles) == ["2", "1"]
    assert (first.intro is not None, second.intro) == (True, None)
    units = routes(UnitPage, edition)
    assert list(units) == ["/units/first/", "/units/first/page/2/"]
    inputs = units["/units/first/"]
    assert (inputs.name, inputs.short, inputs.website) == (
        "消防一队",
        "一队",
        "https://x.example/",
    )


def test_a_units_figures_stand_where_its_list_begins() -> None:
    """All of its articles, not those of the page alone; a unit without articles has none."""
    site = replace(SITE, articles_per_page=4)
    sent = unit("first", "消防一队", "一队")
    pages = routes(UnitPage, edition_of(*sources(), sent, unit("none", "二队"), site=site))
    first, second = pages["/units/first/"], pages["/units/first/page/2/"]
    assert first.stats.total == 7
    assert [column.url for column in first.stats.columns] == ["/columns/news/"]
    assert (first.bars, second.stats, second.bars) == ((), None, ())
    assert pages["/units/none/"].stats is None


def test_tags_go_by_how_much_they_are_used() -> None:
    """Then by address."""
    a = article("columns/news/2026/a.md", tags=names("b", "c", "a"))
    b = article("columns/news/2026/b.md", tags=names("c"))
    items = routes(TagIndexPage, edition_of(a, b))["/tags/"].items
    assert [(item.label, item.count) for item in items] == [("c", 2), ("a", 1), ("b", 1)]


def test_the_archive_counts_every_article_once() -> None:
    """Years and months, newest first; a year has a page of its own."""
    pages = routes(ArchivePage, edition_of(*sources()))
    assert list(pages) == ["/archive/", "/archive/2025/", "/archive/2024/"]
    years = pages["/archive/"].years
    assert [(year.year, year.count) for year in years] == [(2025, 7), (2024, 1)]
    assert [month.month for month in years[0].months] == [7, 6, 5, 4, 3, 2, 1]
    assert [year.year for year in pages["/archive/2024/"].years] == [2024]


def test_months_lead_on_over_the_turn_of_the_year() -> None:
    """To the nearest months that have articles."""
    pages = routes(MonthPage, edition_of(*sources(), over=frame("/weekly")))
    january = pages["/archive/2025/01/"]
    assert january.previous.url == "/weekly/archive/2024/12/"
    assert january.next.url == "/weekly/archive/2025/02/"
    assert pages["/archive/2024/12/"].previous is None
    assert pages["/archive/2025/07/"].next is None
    assert stems(january.articles) == ["1"]


def test_plain_pages() -> None:
    """Each at its path."""
    pages = routes(PlainPage, edition_of(page("about", summary="我们")))
    assert pages["/pages/about/"].head.description == "我们"


@pytest.mark.parametrize("root", ["", "/weekly"])
def test_no_path_holds_the_sites_folder(root: str) -> None:
    """Paths start at the top of the site; addresses in ``href`` at the top of the host."""
    edition = edition_of(*sources(), page(), over=frame(root))
    for kind in PAGE_TYPES:
        for url, inputs in routes(kind, edition).items():
            assert not url.startswith("/weekly")
            assert inputs.head.url == root + url


def test_editing_a_body_reaches_its_page_alone() -> None:
    """The firewall, over all page types of this room."""
    before, after = (
        {
            url: inputs
            for kind in PAGE_TYPES
            for url, inputs in routes(
                kind,
                edition_of(
                    *sources(), article("columns/news/2025/z.md", text=Text(key, excerpt="一"))
                ),
            ).items()
        }
        for key in ("one", "two")
    )
    assert before.keys() == after.keys()
    changed = [url for url in before if before[url] != after[url]]
    assert changed == ["/columns/news/2025/z/"]
