"""Pages of columns and sections."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from plugins.articles.pages import ArticlePage
from plugins.columns.pages import ColumnIndexPage, ColumnPage, SectionPage
from plugins.edition.model import Edition
from plugins.edition.sources import Source
from plugins.edition.specs import Count, Name, Rhythm, SectionSpec, Text
from tests.plugins.edition.making import SITE, article, closing, column, edition_of

SITE_OF_TWO = replace(
    SITE,
    sections=(SectionSpec("rescue", "救护", "急救"), SectionSpec("empty", "空")),
    articles_per_page=5,
)


def routes(kind: Any, edition: Edition) -> dict[str, Any]:
    """The inputs of each page of a type, by path; every path is the type's own."""
    found = {route.url: route.inputs for route in kind.routes(edition)}
    assert all(kind.page.owns(url) for url in found)
    return found


def sources() -> Iterator[Source]:
    """A closed column of seven articles with a sub-column, in a section; one in none."""
    yield column(
        section=Name("rescue"),
        ended=dt.date(2026, 1, 31),
        rhythm=Rhythm("", (5, 20)),
        contact="a@news.example",
        text=Text("开栏"),
    )
    yield closing()
    yield column("sub", parent=Name("news"), sort="oldest")
    yield column("aid")
    for number in range(1, 8):
        series = {"series": Name("讲座"), "part": Count(number)} if number < 3 else {}
        yield article(f"columns/news/2026/{number}.md", f"2026-01-{number:02}", **series)
        yield article(f"columns/sub/2026/{number}.md", f"2026-01-{number:02}")


def edition(*more: Source) -> Edition:
    """The edition of them all."""
    return edition_of(*sources(), *more, site=SITE_OF_TWO)


def stems(cards: Any) -> list[str]:
    """The slugs of cards."""
    return [card.url.split("/")[-2] for card in cards]


def test_columns_are_listed_by_section() -> None:
    """A sub-column under its parent, what has no section last, no section without columns."""
    groups = routes(ColumnIndexPage, edition())["/columns/"].groups
    assert [(g.name, [row.column.name for row in g.columns]) for g in groups] == [
        ("救护", ["栏目 news"]),
        ("", ["栏目 aid"]),
    ]
    assert [link.label for link in groups[0].columns[0].children] == ["栏目 sub"]


def test_a_section_shows_its_columns_newest_headlines() -> None:
    """Three of each; a section without columns has a page too."""
    pages = routes(SectionPage, edition())
    assert list(pages) == ["/sections/rescue/", "/sections/empty/"]
    (row,) = pages["/sections/rescue/"].columns
    assert stems(row.newest) == ["7", "6", "5"]
    assert pages["/sections/rescue/"].description == "急救"
    assert pages["/sections/empty/"].columns == ()


def test_the_first_page_alone_has_what_stands_above_the_list() -> None:
    """Opener, closing note, sub-columns, series."""
    pages = routes(ColumnPage, edition())
    first, second = pages["/columns/news/"], pages["/columns/news/page/2/"]
    assert first.column.opener.key == "开栏"
    assert first.column.closing.body.key == "结栏"
    assert [(row.column.name, stems(row.newest)) for row in first.children] == [
        ("栏目 sub", ["7", "6", "5"])
    ]
    assert [(card.name, card.published) for card in first.series] == [("讲座", 2)]
    assert (second.column.opener, second.column.closing) == (None, None)
    assert (second.children, second.series) == ((), ())
    assert (first.column.phase, first.column.days) == ("closed", (5, 20))
    assert [link.url for link in first.column.contact] == ["mailto:a@news.example"]


def test_a_list_may_begin_with_the_oldest() -> None:
    """Over all its pages."""
    pages = routes(ColumnPage, edition())
    assert stems(pages["/columns/sub/"].articles) == ["1", "2", "3", "4", "5"]
    assert stems(pages["/columns/sub/page/2/"].articles) == ["6", "7"]
    assert stems(pages["/columns/news/page/2/"].articles) == ["2", "1"]


def test_the_first_and_the_last_article_have_the_columns_words() -> None:
    """And no other, so that an edit of them renders no more; a draft is neither."""
    drafts = (
        article("columns/news/2026/old.md", "2025-12-01", status="draft"),
        article("columns/news/2026/new.md", "2026-02-01", status="draft"),
    )
    made = edition_of(*sources(), *drafts, site=SITE_OF_TWO, drafts=True)
    pages = routes(ArticlePage, made)
    assert [url for url, page in pages.items() if page.opener] == ["/columns/news/2026/1/"]
    assert [url for url, page in pages.items() if page.closing] == ["/columns/news/2026/7/"]
    assert pages["/columns/news/2026/1/"].opener.body.key == "开栏"


def test_another_opener_reaches_two_pages() -> None:
    """The column's first page and its first article; all others are as they were."""
    changed = [
        replace(source, text=Text("改")) if source.path == "columns/news/_column.md" else source
        for source in sources()
    ]
    one, two = edition(), edition_of(*changed, site=SITE_OF_TWO)
    kinds = (ArticlePage, ColumnPage, ColumnIndexPage, SectionPage)
    before = {url: page for kind in kinds for url, page in routes(kind, one).items()}
    after = {url: page for kind in kinds for url, page in routes(kind, two).items()}
    assert {url for url in before if before[url] != after[url]} == {
        "/columns/news/",
        "/columns/news/2026/1/",
    }
