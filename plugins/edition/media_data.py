"""What machines are told of films and sounds: cards for sharing, enclosures."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from .cards import Head
from .media_cards import Media, MediaSource
from .model import Article


class Enclosure(NamedTuple):
    """A file that goes with an item of a feed: its path, length in bytes and media type."""

    url: str
    length: int
    type: str


def media_of(article: Article) -> tuple[Media, ...]:
    """The films and sounds of an article that are files of ours, the first of them first."""
    named, shown = article.view.media, article.body.media
    return own((*named, *shown)) if named or shown else ()


def own(every: Iterable[Media | None]) -> tuple[Media, ...]:
    """Those that are files of ours."""
    return tuple(media for media in every if media is not None and media.sources)


def enclosure(every: Iterable[Media]) -> Enclosure | None:
    """The one file that an item of a feed may have: sound before films, which are heavy."""
    first = min(every, key=lambda media: media.kind, default=None)
    if first is None:
        return None
    # The smallest of several sizes: a feed reader may fetch it unasked.
    source = first.sources[-1]
    return Enclosure(source.url, source.length, source.type)


def told(head: Head, every: Iterable[Media]) -> Head:
    """The head of a page with what a card for sharing plays of the films and sounds on it."""
    media = tuple(every)
    if not media:
        return head
    return replace(head, image=head.image or media[0].poster, media=_shared(media))


def _shared(media: tuple[Media, ...]) -> MediaSource:
    """What a card in a social network plays: the first film, else the first sound."""
    first = next((each for each in media if each.kind == "video"), media[0])
    return first.sources[0]
