"""What can be found: a record for each published article and gallery, and parts to keep them in.

A record holds no text but the key of one (``Body.key``), so that all of them are made, and
told from those of the last build, without reading a single text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from plugins.edition.cards import Body
from plugins.edition.media_cards import Media
from plugins.edition.model import Article, Edition, Gallery
from plugins.edition.picture_cards import Picture
from plugins.edition.values import Value

FEW = 200
"""Years with fewer records than this share a part: each part costs a query two requests."""

MANY = 350
"""A year with more has several parts: one edit makes the part that it is in again."""

ENOUGH = 225
"""So many records at least a part of such a year has, but for its last."""


class Record(Value, frozen=True):
    """One page that can be found, and by what.

    ``url`` is ready for an ``href``, ``day`` is ISO 8601 in the site's zone (``2026-11-06``).
    ``section``, ``column`` and ``unit`` are names as readers see them, empty without one;
    ``captions`` are the words of its pictures, films and sounds that stand outside ``body``.
    """

    url: str
    title: str
    day: str
    section: str
    column: str
    unit: str
    pictures: bool
    summary: str
    body: Body
    captions: tuple[str, ...] = ()


class Part(NamedTuple):
    """A stretch of time (``2019``, ``2014-2018``, ``2019-07``) and its records, oldest first."""

    name: str
    records: tuple[Record, ...]


def records_of(edition: Edition) -> Iterator[Record]:
    """A record of every published article and gallery, in no order that matters."""
    sections = {section.slug: section.name for section in edition.sections}
    named = {slug: sections.get(c.section, "") for slug, c in edition.columns.items()}
    for article in edition.articles:
        if article.view.state == "published":
            yield _of_article(article, named.get(article.column, ""))
    for gallery in edition.galleries:
        if gallery.view.state == "published":
            yield _of_gallery(gallery)


def _of_article(article: Article, section: str) -> Record:
    view, body = article.view, article.body
    hung = (photo.picture for inset in filter(None, body.galleries) for photo in inset.photos)
    shown = [*filter(None, (view.lead, *body.pictures)), *hung]
    # Those of the body stand in its text where they are shown.
    apart = _said([view.lead] if view.lead is not None else [])
    return Record(
        url=view.url,
        title=view.title,
        day=article.date.date().isoformat(),
        section=section,
        column=view.column.name,
        unit=view.unit.label if view.unit is not None else "",
        pictures=any(not picture.missing for picture in shown),
        summary=view.standfirst,
        body=body,
        captions=(*apart, *_told(view.media)),
    )


def _of_gallery(gallery: Gallery) -> Record:
    view = gallery.view
    headings = [text for part in gallery.sections for text in (part.title, part.summary) if text]
    return Record(
        url=view.url,
        title=view.title,
        day=view.date.date().isoformat(),
        section="",
        column="",
        unit=view.unit.label if view.unit is not None else "",
        pictures=bool(gallery.photos),
        summary=view.summary,
        body=view.body,
        captions=(*headings, *_said(photo.picture for photo in gallery.photos)),
    )


def _said(pictures: Iterable[Picture]) -> Iterator[str]:
    """What is said of pictures, each once: the words below it, or those for who cannot see it."""
    words = (" ".join(filter(None, (p.caption or p.alt, p.credit))) for p in pictures)
    yield from dict.fromkeys(filter(None, words))


def _told(every: Iterable[Media]) -> Iterator[str]:
    """The titles, words and transcripts of films and sounds."""
    for media in every:
        yield from filter(None, (media.title, media.caption, media.credit, *media.transcript))


def parts_of(records: Iterable[Record]) -> list[Part]:
    """The records in parts, the newest part first.

    Where a part begins depends on the numbers of what is older alone: what is published today
    changes the newest part and no other one.
    """
    ordered = sorted(records, key=lambda record: (record.day, record.url))
    parts: list[Part] = []
    waiting: list[Record] = []
    for _, group in groupby(ordered, key=lambda record: record.day[:4]):
        year = list(group)
        if len(year) > MANY:
            parts += [*_years(waiting), *_months(year)]
            waiting = []
        else:
            waiting += year
        if len(waiting) >= FEW:
            parts += _years(waiting)
            waiting = []
    parts += _years(waiting)
    return parts[::-1]


def _years(records: Sequence[Record]) -> Iterator[Part]:
    """One part of whole years, or none."""
    if records:
        first, last = records[0].day[:4], records[-1].day[:4]
        yield Part(first if first == last else f"{first}-{last}", tuple(records))


def _months(records: Iterable[Record]) -> Iterator[Part]:
    """Parts of whole months, each named for its first."""
    waiting: list[Record] = []
    for _, group in groupby(records, key=lambda record: record.day[:7]):
        if len(waiting) >= ENOUGH:
            yield Part(waiting[0].day[:7], tuple(waiting))
            waiting = []
        waiting += group
    if waiting:
        yield Part(waiting[0].day[:7], tuple(waiting))
