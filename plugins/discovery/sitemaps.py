"""Page types of sitemaps: the index, the sitemaps of articles and pages, that of the news.

Formats: sitemaps.org/protocol.html; developers.google.com, "Image sitemaps", "News sitemaps".
"""

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Self

from plugins.edition.model import Edition
from plugins.edition.times import whole_minutes
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer

from .maps import Part, Place, news_parts, page_parts, places, year_parts
from .videos import VIDEO
from .videos import lines as video_lines

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
"""The namespace of the sitemap protocol 0.9."""

IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"
"""The namespace of pictures in sitemaps."""

NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
"""The namespace of news in sitemaps."""

LANGUAGES = {"zh-Hans": "zh-cn"}
"""How the format names a language where it is not by its BCP 47 tag."""

INDEX = "/sitemap.xml"
"""The one address that search engines are given."""


def _file(root: str, spaces: str, lines: list[str]) -> bytes:
    # By hand: a tree of so many elements takes ten times as long as their text.
    head = ["<?xml version='1.0' encoding='utf-8'?>", f"<{root} {spaces}>"]
    return "\n".join([*head, *lines, f"</{root}>", ""]).encode()


def _place(address: str, changed: str) -> Iterator[str]:
    yield f"    <loc>{escape(address, quote=False)}</loc>"
    if changed:
        yield f"    <lastmod>{changed}</lastmod>"


class MapLink(Value, frozen=True):
    """A sitemap in the index: its full address, and when something in it last changed."""

    address: str
    changed: str = ""


def _index(inputs: "SitemapIndex", _renderer: Renderer) -> bytes:
    lines = []
    for each in inputs.maps:
        lines += ["  <sitemap>", *_place(each.address, each.changed), "  </sitemap>"]
    return _file("sitemapindex", f'xmlns="{SITEMAP}"', lines)


@page_type(INDEX, render=_index)
class SitemapIndex(Inputs, frozen=True):
    """All sitemaps: what is new, the articles by their years, the other pages."""

    maps: tuple[MapLink, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one file."""
        yield Route(INDEX, partial(cls._of, subject))

    @classmethod
    def _of(cls, edition: Edition) -> Self:
        base = edition.site.origin + edition.site.root
        parts = (*news_parts(edition), *year_parts(edition))
        articles = [MapLink(base + part.path, part.changed) for part in parts]
        pages = [MapLink(base + part.path) for part in page_parts(edition)]
        return cls(maps=(*articles, *pages))


def _sitemap(inputs: "Sitemap", _renderer: Renderer) -> bytes:
    spaces = f'xmlns="{SITEMAP}" xmlns:image="{IMAGES}"'
    if any(place.videos for place in inputs.places):
        spaces += f' xmlns:video="{VIDEO}"'
    lines = []
    for place in inputs.places:
        lines += ["  <url>", *_place(place.address, place.changed)]
        for image in place.images:
            said = escape(image, quote=False)
            lines.append(f"    <image:image><image:loc>{said}</image:loc></image:image>")
        for video in place.videos:
            lines += video_lines(video)
        lines.append("  </url>")
    return _file("urlset", spaces, lines)


@page_type(
    *("/sitemaps/{year:number}.xml", "/sitemaps/{year:number}-{part:number}.xml"),
    *("/sitemaps/pages.xml", "/sitemaps/pages-{part:number}.xml"),
    render=_sitemap,
)
class Sitemap(Inputs, frozen=True):
    """The articles of a year, or all other pages, that a search engine should know."""

    places: tuple[Place, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each year, and one for the rest; more where there is too much for one."""
        for part in year_parts(subject):
            yield Route(part.path, partial(cls._of, subject, part))
        for bare in page_parts(subject):
            yield Route(bare.path, cls(places=bare.places))

    @classmethod
    def _of(cls, edition: Edition, part: Part) -> Self:
        return cls(places=tuple(places(edition, part.articles)))


class NewsItem(Value, frozen=True):
    """An article that is new: its full address, its title, when it was published."""

    address: str
    title: str
    published: str


def _news(inputs: "NewsSitemap", _renderer: Renderer) -> bytes:
    name, lines = escape(inputs.name, quote=False), []
    for item in inputs.items:
        lines += [
            "  <url>",
            *_place(item.address, ""),
            "    <news:news>",
            "      <news:publication>",
            f"        <news:name>{name}</news:name>",
            f"        <news:language>{inputs.language}</news:language>",
            "      </news:publication>",
            f"      <news:publication_date>{item.published}</news:publication_date>",
            f"      <news:title>{escape(item.title, quote=False)}</news:title>",
            "    </news:news>",
            "  </url>",
        ]
    return _file("urlset", f'xmlns="{SITEMAP}" xmlns:news="{NEWS}"', lines)


@page_type("/sitemaps/news.xml", "/sitemaps/news-{part:number}.xml", render=_news)
class NewsSitemap(Inputs, frozen=True):
    """The articles of today and yesterday, for search engines that show news."""

    name: str
    language: str
    items: tuple[NewsItem, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """None where nothing is new: the schema knows no empty sitemap."""
        site = subject.site
        for part in news_parts(subject):
            inputs = cls(
                name=site.name,
                language=LANGUAGES.get(site.language, site.language),
                items=tuple(
                    NewsItem(
                        site.origin + article.url,
                        article.view.title,
                        whole_minutes(article.date).isoformat(),
                    )
                    for article in part.articles
                ),
            )
            yield Route(part.path, inputs)


PAGE_TYPES = (SitemapIndex, Sitemap, NewsSitemap)
