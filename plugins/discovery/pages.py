"""Page types for machines, and for readers who took a wrong turn."""

import datetime as dt
from collections.abc import Iterable, Iterator
from html import escape

from plugins.edition.cards import ArticleCard, ColumnRef, Head, SiteFrame
from plugins.edition.media_data import media_of
from plugins.edition.model import Article, Edition
from plugins.edition.picture_cards import Picture
from plugins.edition.today import history_paths
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer

from .videos import VIDEO, Video, videos
from .videos import lines as video_lines

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
"""The namespace of the sitemap protocol 0.9 (sitemaps.org/protocol.html)."""

IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"
"""The namespace of pictures in sitemaps (developers.google.com, "Image sitemaps")."""

MOST = 1000
"""So many pictures of a page count at most, as the same page says."""


class Place(Value, frozen=True):
    """A page in the sitemap: its full address, the day its text last changed, its pictures."""

    address: str
    changed: dt.date | None = None
    images: tuple[str, ...] = ()
    videos: tuple[Video, ...] = ()


def _sitemap(inputs: "Sitemap", _renderer: Renderer) -> bytes:
    # By hand: a tree of so many elements takes ten times as long as their text.
    spaces = f'xmlns="{SITEMAP}" xmlns:image="{IMAGES}"'
    if any(place.videos for place in inputs.places):
        spaces += f' xmlns:video="{VIDEO}"'
    lines = ["<?xml version='1.0' encoding='utf-8'?>", f"<urlset {spaces}>"]
    for place in inputs.places:
        lines += ["  <url>", f"    <loc>{escape(place.address, quote=False)}</loc>"]
        if place.changed is not None:
            lines.append(f"    <lastmod>{place.changed.isoformat()}</lastmod>")
        for image in place.images:
            said = escape(image, quote=False)
            lines.append(f"    <image:image><image:loc>{said}</image:loc></image:image>")
        for video in place.videos:
            lines += video_lines(video)
        lines.append("  </url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


@page_type("/sitemap.xml", render=_sitemap)
class Sitemap(Inputs, frozen=True):
    """The addresses of all pages that a search engine should know."""

    places: tuple[Place, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one file."""
        yield Route("/sitemap.xml", cls(places=tuple(_places(subject))))


def _places(edition: Edition) -> Iterator[Place]:
    origin = edition.site.origin
    fixed = ["/", "/columns/", "/archive/", "/tags/", "/units/", "/subscribe/"]
    groups = ["/topics/", "/galleries/", "/on-this-day/"]
    for path in fixed + groups:
        yield Place(origin + edition.href(path))
    for section in edition.sections:
        yield Place(origin + section.url)
    for column in edition.columns.values():
        yield Place(origin + column.url)
    for article in edition.articles:
        if article.view.state == "published":
            images = _images(origin, _shown_by(article))
            films = tuple(videos(origin, article, media_of(article)))
            yield Place(origin + article.url, article.changed.date(), images, films)
    yield from _of_galleries(edition)
    for url in (*(page.url for page in edition.pages), *(t.url for t in edition.topics)):
        yield Place(origin + url)
    for path in history_paths(edition):
        yield Place(origin + edition.href(path))


def _of_galleries(edition: Edition) -> Iterator[Place]:
    origin = edition.site.origin
    for gallery in edition.galleries:
        if gallery.view.state == "published":
            day, photos = gallery.view.date.date(), gallery.photos
            pictures = (photo.picture for photo in photos)
            yield Place(origin + gallery.url, day, _images(origin, pictures))
            for photo in photos:
                yield Place(origin + photo.url, day, _images(origin, (photo.picture,)))


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


def _robots(inputs: "Robots", _renderer: Renderer) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {inputs.sitemap}\n".encode()


@page_type("/robots.txt", render=_robots)
class Robots(Inputs, frozen=True):
    """What search engines may read (RFC 9309): everything; and where the sitemap is."""

    sitemap: str

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one file."""
        address = subject.site.origin + subject.href("/sitemap.xml")
        yield Route("/robots.txt", cls(sitemap=address))


@page_type("/404.html", template="404.html")
class NotFoundPage(Inputs, frozen=True):
    """What a reader gets who asks for a page that is not there."""

    site: SiteFrame
    head: Head
    latest: tuple[ArticleCard, ...]
    columns: tuple[ColumnRef, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page; search engines are told not to keep it."""
        inputs = cls(
            site=subject.site,
            head=Head(title="", url=subject.href("/404.html"), index=False),
            latest=tuple(article.card for article in subject.articles[:6]),
            columns=tuple(column.ref for column in subject.columns.values()),
        )
        yield Route("/404.html", inputs)


PAGE_TYPES = (Sitemap, Robots, NotFoundPage)
