"""The names by which official sites are inspected: on each level, and what lacks of them."""

from typing import Any

from msgspec.structs import replace

from plugins.articles.pages import ArticlePage
from plugins.columns.pages import ColumnPage, SectionPage
from plugins.edition import specs
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.edition.official import site_meta
from plugins.galleries.pages import GalleryPage

from .making import (
    SITE,
    article,
    assembled,
    column,
    edition_of,
    frame,
    gallery,
    names,
    photo,
    rules,
)
from .making import shown as named

OVER = frame("/weekly", official=True, site_id_code="1100000001")
SITE_NAMES = {
    "SiteName": "周报",
    "SiteDomain": "news.example",
    "SiteIDCode": "1100000001",
}
COLUMN_NAMES = {
    "ColumnName": "栏目 news",
    "ColumnDescription": "说明",
    "ColumnKeywords": "急救,培训",
    "ColumnType": "工作动态",
}
COLUMN = column(description="说明", keywords="急救,培训", category="工作动态")
URL = "/columns/news/2026/a/"


def meta(kind: Any, edition: Edition, url: str) -> dict[str, str]:
    """The names in the head of a page."""
    return next(dict(r.inputs.head.meta) for r in kind.routes(edition) if r.url == url)


def test_every_page_says_whose_it_is() -> None:
    """A private newsroom does not say SiteIDCode."""
    edition = edition_of(COLUMN, over=OVER)
    assert dict(site_meta(edition)) == SITE_NAMES
    assert dict(head(edition, "甲", "/x/").meta) == SITE_NAMES
    assert site_meta(edition_of()) == ()


def test_a_column_and_a_section_say_what_they_are() -> None:
    """All four names; a section's keywords are the names of its columns."""
    site = replace(SITE, sections=(specs.SectionSpec("s", "频道", "频道说明", "专题专栏"),))
    placed = replace(COLUMN, section=specs.Name("s"))
    edition = edition_of(placed, over=OVER, site=site)
    assert meta(ColumnPage, edition, "/columns/news/") == {**SITE_NAMES, **COLUMN_NAMES}
    assert meta(SectionPage, edition, "/sections/s/") == {
        **SITE_NAMES,
        "ColumnName": "频道",
        "ColumnDescription": "频道说明",
        "ColumnKeywords": "栏目 news",
        "ColumnType": "专题专栏",
    }
    plain = edition_of(placed, site=site)
    assert meta(ColumnPage, plain, "/columns/news/") == {}
    assert meta(SectionPage, plain, "/sections/s/") == {}


def test_an_article_says_where_it_comes_from() -> None:
    """After the names of the site and the column, all eight but the description of every page."""
    source = article(
        date="2026-01-02T09:30",
        title="题",
        tags=names("甲", "乙"),
        author="丙",
        source=specs.SourceSpec("新华社"),
        lead=named("media/p.jpg"),
    )
    edition = edition_of(source, COLUMN, over=OVER, pictures=[photo("media/p.jpg")])
    share = edition.articles[0].share
    assert share is not None
    assert meta(ArticlePage, edition, URL) == {
        **SITE_NAMES,
        **COLUMN_NAMES,
        "ArticleTitle": "题",
        "PubDate": "2026-01-02 09:30",
        "ContentSource": "新华社",
        "Keywords": "甲,乙",
        "Author": "丙",
        "Image": f"https://news.example{share.fallback.url}",
        "Url": f"https://news.example/weekly{URL}",
    }


def test_what_is_not_known_of_an_article_is_not_said() -> None:
    """But its source is: without one it is the paper's own."""
    made = meta(ArticlePage, edition_of(article(), over=OVER), URL)
    assert made["ContentSource"] == "周报"
    assert not made.keys() & {"Author", "Keywords", "Image", "ColumnType"}
    assert meta(ArticlePage, edition_of(article()), URL) == {}


def test_a_gallery_says_what_an_article_does() -> None:
    """As far as it has it."""
    made = meta(GalleryPage, edition_of(gallery(), over=OVER), "/galleries/g/")
    assert made["ArticleTitle"] == "图集 g"
    assert made["PubDate"] == "2026-01-02 00:00"
    assert made["ContentSource"] == "周报"
    assert made["Image"].startswith("https://news.example/weekly/images/")
    assert made["Url"] == "https://news.example/weekly/galleries/g/"


def test_what_a_column_lacks_is_said_where_its_name_is() -> None:
    """Each of the three on an official site; a column of notices is of a type by that."""
    official = replace(SITE, official=True)
    bare = column(name_place=specs.Place(2, 7), kind="notices")
    found = assembled([bare, article()], site=official).findings
    lacking = [f for f in found if f.rule == "official-column"]
    assert [(f.line, dict(f.values)["key"]) for f in lacking] == [
        (2, "description"),
        (2, "keywords"),
    ]
    assert dict(lacking[0].values)["name"] == "ColumnDescription"
    assert rules(assembled([COLUMN, article()], site=official)) == [
        ("column-quiet", "columns/news/_column.md")
    ]
    assert rules(assembled([bare, article()])) == []
