"""The meta names of Chinese official sites, which inspectors and the state's search read.

Source: 《政府网站发展指引》 (国办发〔2017〕47号), the annex on page labels. The site says SiteName,
SiteDomain and SiteIDCode; a column adds ColumnName, ColumnDescription, ColumnKeywords and
ColumnType, which are all wanted; an article ArticleTitle, PubDate and ContentSource, which are
wanted, and as far as they are known Keywords, Author, Description, Image and Url. The Description
is the one that every page has: HTML tells names apart by letters, not by case.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from .findings import Finding, finding
from .model import Article, Column, Edition, Gallery, Section
from .picture_cards import Picture
from .sources import ColumnSource

Meta = tuple[tuple[str, str], ...]
"""Names with what they say, in the order of the page."""

NOTICES = "通知公告"
"""The ColumnType of a column of notices that names no other."""

_WANTED = (
    ("description", "ColumnDescription"),
    ("keywords", "ColumnKeywords"),
    ("category", "ColumnType"),
)


def _filled(*names: tuple[str, str]) -> Meta:
    return tuple([(name, content) for name, content in names if content])


def site_meta(edition: Edition) -> Meta:
    """Whose page it is; nothing on a site that is not official."""
    site = edition.site
    if not site.official:
        return ()
    host = site.origin.partition("://")[2]
    return _filled(("SiteName", site.name), ("SiteDomain", host), ("SiteIDCode", site.site_id_code))


def column_meta(edition: Edition, column: Column) -> Meta:
    """What a column adds."""
    if not edition.site.official:
        return ()
    return _filled(
        ("ColumnName", column.card.name),
        ("ColumnDescription", column.card.description),
        ("ColumnKeywords", column.keywords),
        ("ColumnType", column.category),
    )


def section_meta(edition: Edition, section: Section) -> Meta:
    """What a section adds, which is a column above columns: their names are its keywords."""
    if not edition.site.official:
        return ()
    names = [edition.columns[slug].card.name for slug in section.columns]
    return _filled(
        ("ColumnName", section.name),
        ("ColumnDescription", section.description),
        ("ColumnKeywords", ",".join(names)),
        ("ColumnType", section.category),
    )


def article_meta(edition: Edition, article: Article, image: Picture | None) -> Meta:
    """All that an article's page says, the site's and its column's names before its own."""
    if not edition.site.official:
        return ()
    view, site = article.view, edition.site
    return (
        *site_meta(edition),
        *column_meta(edition, edition.columns[article.column]),
        *_filled(
            ("ArticleTitle", view.title),
            ("PubDate", _minute(view.date)),
            ("ContentSource", view.source.name if view.source else site.name),
            ("Keywords", ",".join([tag.label for tag in view.tags])),
            ("Author", view.author),
            ("Image", _address(edition, image)),
            ("Url", site.origin + article.url),
        ),
    )


def gallery_meta(edition: Edition, gallery: Gallery, image: Picture | None) -> Meta:
    """What a gallery adds to the site's names: those of an article, as far as it has them."""
    if not edition.site.official:
        return ()
    view, site = gallery.view, edition.site
    return _filled(
        ("ArticleTitle", view.title),
        ("PubDate", _minute(view.date)),
        ("ContentSource", view.unit.label if view.unit else site.name),
        ("Image", _address(edition, image)),
        ("Url", site.origin + gallery.url),
    )


def _minute(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _address(edition: Edition, image: Picture | None) -> str:
    return edition.site.origin + image.fallback.url if image and not image.missing else ""


def category_of(source: ColumnSource) -> str:
    """The ColumnType of a column: what its editors say, else what its kind says."""
    return source.category or (NOTICES if source.kind == "notices" else "")


def lacking(sources: Iterable[ColumnSource]) -> Iterator[Finding]:
    """What the columns of an official site do not say, though it is wanted of them."""
    for source in sources:
        said = {
            "description": source.description,
            "keywords": source.keywords,
            "category": category_of(source),
        }
        place = source.name_place
        for key, name in _WANTED:
            if not said[key]:
                at = (source.path, place.line, place.column)
                yield finding("warning", "official-column", *at, key=key, name=name)
