"""What machines are told of films and sounds: JSON-LD, cards for sharing, enclosures.

The vocabulary: schema.org/VideoObject and schema.org/AudioObject; which of it search engines
ask for: developers.google.com/search/docs/appearance/structured-data/video.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from .cards import Head, SiteFrame
from .json_ld import json_ld
from .lengths import length_iso
from .media_cards import Media, MediaSource
from .model import Article
from .times import whole_minutes


class Enclosure(NamedTuple):
    """A file that goes with an item of a feed: its path, length in bytes and media type."""

    url: str
    length: int
    type: str


def media_of(article: Article) -> tuple[Media, ...]:
    """The films and sounds of an article that are files of ours, the first of them first."""
    return own((*article.view.media, *article.body.media))


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


def told(head: Head, site: SiteFrame, date: dt.datetime | None, every: Iterable[Media]) -> Head:
    """The head of a page with what machines are told of the films and sounds on it."""
    media = tuple(every)
    if not media:
        return head
    first = media[0]
    return replace(
        head,
        image=head.image or first.poster,
        media=_shared(media),
        data=(*head.data, *(json_ld(each) for each in _objects(head, site, date, media))),
    )


def _shared(media: tuple[Media, ...]) -> MediaSource:
    """What a card in a social network plays: the first film, else the first sound."""
    first = next((each for each in media if each.kind == "video"), media[0])
    return first.sources[0]


def _objects(
    head: Head, site: SiteFrame, date: dt.datetime | None, media: Iterable[Media]
) -> Iterator[dict[str, object]]:
    for each in media:
        source = each.sources[0]
        yield {
            "@type": "VideoObject" if each.kind == "video" else "AudioObject",
            "name": each.title or head.title,
            "description": each.caption or head.description or head.title,
            "contentUrl": site.origin + source.url,
            "encodingFormat": source.type,
            "contentSize": str(source.length),
            "url": site.origin + head.url,
            "thumbnailUrl": site.origin + each.poster.fallback.url if each.poster else "",
            "uploadDate": whole_minutes(date).isoformat() if date else "",
            "duration": length_iso(each.seconds) if each.seconds else "",
            # Sound has none.
            "width": source.width,
            "height": source.height,
            "creditText": each.credit,
            "transcript": "\n".join(each.transcript),
            "accessibilityFeature": ["captions"] if each.tracks else [],
        }
