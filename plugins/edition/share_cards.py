"""Which pages have a card drawn for them: what a chat shows beside a link to them.

An article without a picture has a card of its own while it is among the newest; later it has
that of its column, or its column's banner. A page of which nothing else is known has that of
what it stands under: ``/tags/first-aid/`` that of the whole site.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from .media_data import media_of
from .model import Article, Edition
from .picture_cards import Picture

HISTORY = "/on-this-day/"


class CardWords(NamedTuple):
    """What a card says: a title, a line above it, who says it; ``accent`` names its colour."""

    title: str
    above: str
    site: str
    accent: str = "red"


def has_picture(article: Article) -> bool:
    """Tell whether an article has something to show beside a link to it: a picture, a poster."""
    if article.share is not None:
        return True
    media = media_of(article)
    return bool(media) and media[0].poster is not None


def drawn(edition: Edition, newest: int) -> dict[str, CardWords]:
    """The cards of an edition, by the URLs of the pages that they stand for.

    Of articles only the ``newest`` are looked at, so the cost does not grow with the archive.
    """
    return {**dict(_of_articles(edition, newest)), **dict(_of_lists(edition))}


def _of_articles(edition: Edition, newest: int) -> Iterator[tuple[str, CardWords]]:
    for article in islice(edition.articles, newest):
        if not has_picture(article):
            title, of = article.view.title, article.view.column
            yield article.url, CardWords(title, of.name, edition.site.name, of.accent)


def _of_lists(edition: Edition) -> Iterator[tuple[str, CardWords]]:
    name = edition.site.name
    for column in edition.columns.values():
        if column.share is None:
            above = column.trail[-1].label if column.trail else ""
            yield column.url, CardWords(column.ref.name, above, name, column.ref.accent)
    for topic in edition.topics:
        if topic.share is None:
            yield topic.url, CardWords(topic.card.title, edition.words("Topic", "专题"), name)
    for section in edition.sections:
        yield section.url, CardWords(section.name, "", name)
    if edition.almanacs:
        title = edition.words("On this day", "史上的今天")
        yield edition.href(HISTORY), CardWords(title, "", name)
    for almanac in edition.almanacs.values():
        yield almanac.url, CardWords(almanac.view.name, "", name, almanac.view.accent)
    if edition.share is None:
        yield edition.href("/"), CardWords(name, edition.site.slogan, "")


def shown(edition: Edition, made: Mapping[str, Picture]) -> dict[str, Picture]:
    """What stands beside links to pages: cards as they were made, and pictures where there are.

    By URL, as ``Edition.card`` asks for them.
    """
    known = dict(made)
    for column in edition.columns.values():
        if column.share is not None:
            known[column.url] = column.share
    if edition.share is not None:
        known[edition.href("/")] = edition.share
    return known
