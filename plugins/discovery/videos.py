"""Films in the sitemap, by Google's extension of it.

The format: developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps. Of a
page elsewhere nothing is said: neither its file nor its player is known.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from html import escape

from plugins.edition.media_cards import Media
from plugins.edition.model import Article
from plugins.edition.times import whole_minutes
from plugins.edition.values import Value

VIDEO = "http://www.google.com/schemas/sitemap-video/1.1"
"""The namespace of the extension."""

_LONGEST = 28_800
_WORDS = 2048


class Video(Value, frozen=True):
    """A film on a page; addresses are full ones, ``seconds`` is 0 where it is not known."""

    title: str
    description: str
    thumbnail: str
    content: str
    seconds: int
    published: dt.datetime


def videos(origin: str, article: Article, media: Iterable[Media]) -> Iterator[Video]:
    """The films of an article of which there is a poster: without one none may be named."""
    for each in media:
        if each.kind == "video" and each.poster is not None:
            yield Video(
                title=each.title or article.view.title,
                description=each.caption or article.description or article.view.title,
                thumbnail=origin + each.poster.fallback.url,
                content=origin + each.sources[0].url,
                seconds=each.seconds,
                published=article.date,
            )


def lines(video: Video) -> Iterator[str]:
    """The elements of one film, in the order that the schema asks for."""
    yield "    <video:video>"
    yield from (
        _line("thumbnail_loc", video.thumbnail),
        _line("title", video.title),
        _line("description", video.description[:_WORDS]),
        _line("content_loc", video.content),
    )
    if 0 < video.seconds <= _LONGEST:
        yield _line("duration", str(video.seconds))
    yield _line("publication_date", whole_minutes(video.published).isoformat())
    yield "    </video:video>"


def _line(name: str, text: str) -> str:
    return f"      <video:{name}>{escape(text, quote=False)}</video:{name}>"
