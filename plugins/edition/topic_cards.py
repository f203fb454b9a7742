"""What a topic's page shows: the things in its list, and its blocks."""

import datetime as dt
from typing import Literal

from .cards import ArticleCard, EntryCard, GalleryCard
from .dates import When
from .media_cards import Media
from .values import Value


class OutsideCard(Value, frozen=True):
    """A page of another site in a topic's list."""

    url: str
    title: str
    date: dt.date | None = None
    source: str = ""
    note: str = ""


class TopicItem(Value, frozen=True, gc=False):
    """One thing in a topic's list: just one of these is there.

    There are as many as articles, and none can be in a circle: the collector need not look.
    """

    article: ArticleCard | None = None
    gallery: GalleryCard | None = None
    entry: EntryCard | None = None
    outside: OutsideCard | None = None

    @property
    def url(self) -> str:
        """Where it leads."""
        card = self.article or self.gallery or self.entry or self.outside
        return card.url if card is not None else ""


class KeyFigure(Value, frozen=True):
    """A key figure (数据): ``date`` as written, ``when`` where it can be told."""

    number: str
    unit: str
    label: str
    source: str = ""
    date: str = ""
    when: When | None = None


class Event(Value, frozen=True):
    """An event of a timeline: ``date`` as written, ``when`` where it can be told."""

    date: str
    when: When | None
    text: str
    url: str = ""


BlockKind = Literal["headline", "latest", "timeline", "gallery", "video", "figures"]


class TopicBlock(Value, frozen=True):
    """A block of a topic's page with what it shows; the list is that of the page."""

    kind: BlockKind
    title: str = ""
    headline: ArticleCard | None = None
    events: tuple[Event, ...] = ()
    galleries: tuple[GalleryCard, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    media: tuple[Media, ...] = ()
