"""Films and pieces of sound that are files of ours.

What search engines ask for: developers.google.com/search/docs/appearance/structured-data/video.
"""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from plugins.edition.cards import Head, SiteFrame
from plugins.edition.lengths import length_iso
from plugins.edition.media_cards import Media
from plugins.edition.media_data import own
from plugins.edition.times import whole_minutes

from .vocabulary import AudioObject, Ref, VideoObject, pixels


class Recordings(NamedTuple):
    """The films and sounds of a page: their nodes, and the addresses of each kind's."""

    nodes: tuple[VideoObject | AudioObject, ...] = ()
    video: tuple[Ref, ...] = ()
    audio: tuple[Ref, ...] = ()


def recordings(
    every: Iterable[Media | None], head: Head, site: SiteFrame, date: dt.datetime | None = None
) -> Recordings:
    """Those of a page, each file once; ``date`` is when they were published, if that is known."""
    files = {media.sources[0].url: media for media in own(every)}
    nodes = tuple(_node(m, n, head, site, date) for n, m in enumerate(files.values(), 1))
    return Recordings(
        nodes,
        tuple(Ref(each.id) for each in nodes if isinstance(each, VideoObject)),
        tuple(Ref(each.id) for each in nodes if isinstance(each, AudioObject)),
    )


def _node(
    media: Media, number: int, head: Head, site: SiteFrame, date: dt.datetime | None
) -> VideoObject | AudioObject:
    source, url = media.sources[0], site.origin + head.url
    kind = VideoObject if media.kind == "video" else AudioObject
    return kind(
        id=f"{url}#media-{number}",
        name=media.title or head.title,
        description=media.caption or head.description or head.title,
        content_url=site.origin + source.url,
        encoding_format=source.type,
        content_size=str(source.length),
        url=url,
        thumbnail_url=site.origin + media.poster.fallback.url if media.poster else "",
        upload_date=whole_minutes(date) if date else None,
        duration=length_iso(media.seconds) if media.seconds else "",
        # Sound has none.
        width=pixels(source.width),
        height=pixels(source.height),
        credit_text=media.credit,
        transcript="\n".join(media.transcript),
        accessibility_feature=("captions",) if media.tracks else (),
    )
