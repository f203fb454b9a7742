"""The addresses of an edition: those that are meant to last, and all that there are."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from .feeds import FILES, catalogue
from .model import Article, Edition
from .resolve import SITE_PATHS
from .today import history_paths

AddressKind = Literal[
    "article",
    "gallery",
    "topic",
    "page",
    "column",
    "section",
    "unit",
    "tag",
    "almanac",
    "list",
    "feed",
]
"""What lies at an address that is meant to last; ``list`` are the site's own pages."""


class Address(NamedTuple):
    """An address that is meant to last, from the top of the site, without its folder on the host.

    ``id`` is that of the article or gallery, ``since`` the day that it says it was published
    on, ``file`` its source; other things have none of the three.
    """

    path: str
    kind: AddressKind
    id: str = ""
    since: dt.date | None = None
    file: str = ""


def lasting(edition: Edition) -> Iterator[Address]:
    """What is published at an address that is meant to last; no draft.

    Not among them: pages of lists further on, archives of months, days of history, which
    their number or date brings about; and the pages of single photographs, which must be
    able to go at once when somebody in one does not agree to it any more.
    """
    yield from (Address(path, "list") for path in SITE_PATHS)
    yield from _texts(edition)
    yield from _groups(edition)
    cut = len(edition.site.root)
    yield from (Address(url[cut:], "feed") for url in _feeds(edition))


def _texts(edition: Edition) -> Iterator[Address]:
    cut = len(edition.site.root)
    for article in edition.articles:
        if article.view.state == "published":
            since = article.date.date()
            yield Address(article.url[cut:], "article", article.id, since, article.path)
    for gallery in edition.galleries:
        if gallery.view.state == "published":
            path, since = gallery.url[cut:], gallery.view.date.date()
            yield Address(path, "gallery", gallery.id, since, f"{path.strip('/')}/index.md")
    for topic in edition.topics:
        if topic.card.state == "published":
            yield Address(topic.url[cut:], "topic")
    for page in edition.pages:
        if page.state == "published":
            yield Address(page.url[cut:], "page")


def _groups(edition: Edition) -> Iterator[Address]:
    cut = len(edition.site.root)
    yield from (Address(column.url[cut:], "column") for column in edition.columns.values())
    yield from (Address(section.url[cut:], "section") for section in edition.sections)
    for slug, unit in edition.units.items():
        if _is_out(edition.of_unit.get(slug)):
            yield Address(unit.url[cut:], "unit")
    for slug, tag in edition.tags.items():
        if _is_out(edition.with_tag.get(slug)):
            yield Address(tag.url[cut:], "tag")
    yield from (Address(almanac.url[cut:], "almanac") for almanac in edition.almanacs.values())


def _is_out(articles: Iterable[Article] | None) -> bool:
    """Tell whether readers see a group: it is empty, or not all that it holds are drafts."""
    return articles is None or any(article.view.state == "published" for article in articles)


def _feeds(edition: Edition) -> Iterator[str]:
    drafts = {topic.url for topic in edition.topics if topic.card.state != "published"}
    for feed in catalogue(edition):
        # A tag's feed comes and goes with the number of its articles.
        draft = feed.page in drafts if feed.kind == "topic" else False
        if feed.kind == "unit":
            draft = not _is_out(edition.of_unit.get(feed.key))
        if feed.kind != "tag" and not draft:
            yield from (feed.url(form) for form in FILES)


def present(edition: Edition, known: Iterable[Address]) -> set[str]:
    """Every path at which this build has a page or a feed, as far as an editor can name it.

    ``known`` are those of ``lasting``; drafts count where the edition shows them.
    """
    cut = len(edition.site.root)
    paths = {address.path for address in known}
    paths.update(article.url[cut:] for article in edition.articles)
    paths.update(photo.url[cut:] for gallery in edition.galleries for photo in gallery.photos)
    for things in (edition.galleries, edition.topics, edition.pages):
        paths.update(thing.url[cut:] for thing in things)
    for groups in (edition.units, edition.tags):
        paths.update(group.url[cut:] for group in groups.values())
    paths.update(f"/archive/{year:04}/" for year, _ in edition.in_month)
    paths.update(f"/archive/{year:04}/{month:02}/" for year, month in edition.in_month)
    paths.update(history_paths(edition))
    return paths
