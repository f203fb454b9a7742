"""Which sitemaps there are and what stands in each: a year's articles, all other pages, the news.

Limits of a file: 50,000 addresses and 50 MB (sitemaps.org/protocol.html), 1,000 news
(developers.google.com, "News sitemaps").
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from plugins.edition.media_data import media_of
from plugins.edition.model import Article, Edition
from plugins.edition.picture_cards import Picture
from plugins.edition.times import whole_minutes
from plugins.edition.today import history_paths
from plugins.edition.values import Value

from .videos import Video, videos

FOLDER = "/sitemaps/"
"""Where the sitemaps lie; their index is ``/sitemap.xml``."""

FULL = 50_000
"""Addresses in a file; also thousands of bytes, of which an address has one at most."""

NEWS = 1000
"""News in a file."""

MOST = 1000
"""So many pictures of a page count at most, as Google's page on image sitemaps says."""

FILM = 16
"""Thousands of bytes that a film takes at most: its description may be 2,048 signs long."""

RECENT = dt.timedelta(days=1)
"""News are the articles of today and yesterday: none is older than two days."""


class Place(Value, frozen=True):
    """A page in a sitemap: its full address, when its text last changed, its pictures."""

    address: str
    changed: str = ""
    images: tuple[str, ...] = ()
    videos: tuple[Video, ...] = ()


class Part(NamedTuple):
    """The articles of one sitemap, oldest first, and its path."""

    path: str
    articles: Sequence[Article]

    @property
    def changed(self) -> str:
        """When one of them last changed."""
        return moment(max(article.changed for article in self.articles))


class Bare(NamedTuple):
    """The other pages of one sitemap, and its path."""

    path: str
    places: tuple[Place, ...]


Thing = TypeVar("Thing")


def cut(things: Iterable[Thing], weight: Callable[[Thing], int], most: int) -> list[list[Thing]]:
    """Things in files, in their order, none above ``most``; one more changes the last only."""
    files: list[list[Thing]] = []
    room = 0
    for thing in things:
        own = weight(thing)
        if own > room or not files:
            files.append([])
            room = most
        room -= own
        files[-1].append(thing)
    return files


def year_parts(edition: Edition, full: int = FULL) -> Iterator[Part]:
    """The sitemaps of articles, by the years of their dates, newest year first."""
    years: dict[int, list[Article]] = {}
    for article in edition.articles:
        if article.view.state == "published":
            years.setdefault(article.date.year, []).append(article)
    for year, articles in years.items():
        articles.reverse()
        files = cut(articles, _weight, full)
        yield from (Part(_path(f"{year:04}", n), each) for n, each in enumerate(files, 1))


def news_parts(edition: Edition, full: int = NEWS) -> Iterator[Part]:
    """The sitemaps of what is new; none where nothing is."""
    # By the day: it changes at midnight, when every edition does.
    first = edition.today - min(RECENT, edition.today - dt.date.min)
    found: list[Article] = []
    for article in edition.articles:
        if article.view.state == "published":
            if article.date.date() < first:
                break
            found.append(article)
    found.reverse()
    files = cut(found, lambda _: 1, full)
    yield from (Part(_path("news", n), each) for n, each in enumerate(files, 1))


def page_parts(edition: Edition, full: int = FULL) -> Iterator[Bare]:
    """The sitemaps of all that is no article."""
    files = cut(_others(edition), lambda place: 1 + len(place.images), full)
    yield from (Bare(_path("pages", n), tuple(each)) for n, each in enumerate(files, 1))


def places(edition: Edition, articles: Iterable[Article]) -> Iterator[Place]:
    """Articles as a sitemap names them."""
    origin = edition.site.origin
    for article in articles:
        view, body = article.view, article.body
        shown = view.lead is not None or body.pictures or body.galleries
        images = _images(origin, _shown_by(article)) if shown else ()
        played = view.media or body.media
        films = tuple(videos(origin, article, media_of(article))) if played else ()
        yield Place(origin + article.url, moment(article.changed), images, films)


def moment(when: dt.datetime) -> str:
    """A time as the protocol asks for it (W3C Datetime); the day alone where no time is known."""
    if (when.hour, when.minute, when.second) == (0, 0, 0):
        return when.date().isoformat()
    return whole_minutes(when).isoformat()


def _path(name: str, number: int) -> str:
    return f"{FOLDER}{name}.xml" if number == 1 else f"{FOLDER}{name}-{number}.xml"


def _weight(article: Article) -> int:
    view, body = article.view, article.body
    if not (body.pictures or body.galleries or body.media or view.media):
        return 2  # It may have a picture above it.
    hung = sum(len(inset.photos) for inset in body.galleries if inset is not None)
    films = len(view.media) + len(body.media)
    return 1 + min(MOST, 1 + len(body.pictures) + hung) + FILM * films


def _others(edition: Edition) -> Iterator[Place]:
    # When a list or a gallery changed nobody says: a wrong day is worse than none.
    origin = edition.site.origin
    fixed = ["/", "/columns/", "/archive/", "/tags/", "/units/", "/subscribe/"]
    groups = ["/topics/", "/galleries/", "/on-this-day/"]
    for path in fixed + groups:
        yield Place(origin + edition.href(path))
    for section in edition.sections:
        yield Place(origin + section.url)
    for column in edition.columns.values():
        yield Place(origin + column.url)
    yield from _of_galleries(edition)
    for url in (*(page.url for page in edition.pages), *(t.url for t in edition.topics)):
        yield Place(origin + url)
    for path in history_paths(edition):
        yield Place(origin + edition.href(path))


def _of_galleries(edition: Edition) -> Iterator[Place]:
    origin = edition.site.origin
    for gallery in edition.galleries:
        if gallery.view.state == "published":
            pictures = (photo.picture for photo in gallery.photos)
            yield Place(origin + gallery.url, images=_images(origin, pictures))
            for photo in gallery.photos:
                yield Place(origin + photo.url, images=_images(origin, (photo.picture,)))


def _shown_by(article: Article) -> Iterator[Picture]:
    """The pictures of an article; those of other galleries are told of as these galleries'."""
    if article.view.lead is not None:
        yield article.view.lead
    yield from filter(None, article.body.pictures)
    for inset in article.body.galleries:
        if inset is not None and not inset.url:
            yield from (photo.picture for photo in inset.photos)


def _images(origin: str, pictures: Iterable[Picture]) -> tuple[str, ...]:
    there = (picture for picture in pictures if not picture.missing)
    found = dict.fromkeys(origin + picture.fallback.url for picture in there)
    return tuple(found)[:MOST]
