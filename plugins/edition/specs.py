"""The small parts of what reading hands over: references, names, dates, and tables of values.

Like the sources that hold them they know no other file: see ``sources.py``.
"""

import datetime as dt
from typing import Literal

import msgspec

from .topic_cards import BlockKind

Every = Literal["", "daily", "weekly", "fortnightly", "monthly", "quarterly", "half-yearly"]
"""A column's period; empty where days of the month are named instead."""

PhotoOrder = Literal["", "name", "time", "listed"]
"""How a gallery's photographs are ordered; empty: as listed, or else by name."""


PictureFormat = Literal["avif", "webp", "jpeg"]
"""A format of renditions, the smallest files first."""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where in a file something stands, from 1, in characters."""

    line: int = 0
    column: int = 0


class CorrectionSpec(msgspec.Struct, frozen=True, array_like=True):
    """What was put right in an article (更正), and when."""

    date: "Moment"
    text: str


class Reference(msgspec.Struct, frozen=True, array_like=True):
    """A link or picture as written, and the file of ``content/`` that it names.

    ``target`` is the path in ``content/`` (``columns/first-aid/2020/aed.md``), empty
    where it leads out of it; ``fragment`` is what follows a ``#``. ``alt``, ``caption``
    and ``credit`` are set for pictures.
    """

    written: str
    target: str
    fragment: str = ""
    place: Place = Place()
    alt: str = ""
    caption: str = ""
    credit: str = ""


class LedgerLine(msgspec.Struct, frozen=True, array_like=True):
    """An address of the ledger: its path from the top of the site, what was published there.

    ``since`` and ``withdrawn`` are days in ISO 8601; the second is empty, unless what was there
    is gone for good. ``number`` is the line's, from 1; 0 where it is yet to be written.
    """

    path: str
    id: str
    kind: str
    since: str
    withdrawn: str = ""
    number: int = 0


class TranslationSpec(msgspec.Struct, frozen=True, array_like=True):
    """Where a text is in another language (a BCP 47 tag): a file of ours, or a page elsewhere."""

    language: str
    reference: Reference


class GalleryLine(msgspec.Struct, frozen=True, array_like=True):
    """A line of a text that asks for a gallery: its name, or none for the text's own folder."""

    name: str
    place: Place = Place()


class Text(msgspec.Struct, frozen=True, array_like=True):
    """A Markdown body set in HTML, kept in the store under ``key`` (empty: no text).

    The HTML is clean; it says ``lanmu:link/<n>`` where the n-th of ``links`` stands
    and ``lanmu:picture/<n>`` for the n-th of ``pictures``, ``lanmu:gallery/<n>``
    and ``lanmu:media/<n>`` likewise. ``excerpt`` is the first paragraph's plain text, cut to
    at most 120 characters. ``ids`` are the fragments that a link may name.
    """

    key: str = ""
    links: tuple[Reference, ...] = ()
    pictures: tuple[Reference, ...] = ()
    excerpt: str = ""
    ids: tuple[str, ...] = ()
    galleries: tuple[GalleryLine, ...] = ()
    media: "tuple[MediaSpec, ...]" = ()


Consent = Literal["", "true", "false", "n/a"]
"""Whether the people in a picture agree to its being shown; ``n/a`` where nobody is in it."""


class PictureNotes(msgspec.Struct, frozen=True, array_like=True):
    """What is said of a picture: in front matter, in its sidecar, or within the file itself.

    ``date`` is as written, ``when`` the same for machines (``2021``, ``2021-06`` or
    ``2021-06-30``), or empty. ``license`` is the address of a licence. ``focus`` is the point
    that crops keep, in per cent of the width from the left and of the height from the top.
    """

    alt: str = ""
    caption: str = ""
    credit: str = ""
    place: str = ""
    date: str = ""
    when: str = ""
    consent: Consent = ""
    license: str = ""
    creator: str = ""
    copyright: str = ""
    focus: tuple[int, int] | None = None


class PictureSpec(msgspec.Struct, frozen=True, array_like=True):
    """A picture that front matter names, with what is said of it.

    ``again`` marks one that stands among others too, as a gallery's cover does: what it lacks
    is told there.
    """

    file: Reference
    notes: PictureNotes = PictureNotes()
    again: bool = False


Gravity = Literal["off", "notice", "warning", "error"]
"""How grave it is that something is missing; an error leaves the picture out."""


class PhotoSectionSpec(msgspec.Struct, frozen=True, array_like=True):
    """A section of a gallery: its title, a line on it, and its photographs."""

    title: str
    summary: str = ""
    photos: tuple[PictureSpec, ...] = ()


class SourceSpec(msgspec.Struct, frozen=True, array_like=True):
    """Where something comes from: a name and an address or nothing."""

    name: str
    url: str = ""


class Name(msgspec.Struct, frozen=True, array_like=True):
    """A tag or unit as written, and where."""

    text: str
    place: Place = Place()


class Count(msgspec.Struct, frozen=True, array_like=True):
    """A number from 1 as written, and where: of an issue (期号), of a part of a series."""

    number: int
    place: Place = Place()


class Moment(msgspec.Struct, frozen=True, array_like=True):
    """A date, or a date with a time, as written.

    ``when`` is naive where no offset was given (to be read in the site's zone), and at
    midnight where no time was given, which ``timed`` tells.
    """

    when: dt.datetime
    timed: bool = False
    place: Place = Place()


class Rhythm(msgspec.Struct, frozen=True, array_like=True):
    """How often a column is to have something new: a period, or days of the month.

    One of the two is set; ``days`` are 1 to 31, ascending. A day that a month does not have
    stands for its last.
    """

    every: Every = ""
    days: tuple[int, ...] = ()
    place: Place = Place()


class SeriesSpec(msgspec.Struct, frozen=True, array_like=True):
    """A series planned for a column; ``parts`` is 0 where their number is not settled."""

    name: str
    parts: int = 0
    description: str = ""


class FigureSpec(msgspec.Struct, frozen=True, array_like=True):
    """A key figure: the numeral, its unit, what it counts, whose figure it is and of when.

    ``when`` is ``date`` for machines (``2021``, ``2021-06`` or ``2021-06-30``), or empty.
    """

    number: str
    unit: str
    label: str
    source: str = ""
    date: str = ""
    when: str = ""


class EventSpec(msgspec.Struct, frozen=True, array_like=True):
    """An event of a topic's timeline; ``when`` is ``date`` for machines, or empty."""

    date: str
    when: str
    text: str
    to: Reference | None = None


class ListedSpec(msgspec.Struct, frozen=True, array_like=True):
    """What a topic lists: a file of ``content/``, or, where it leads out of it, a web page.

    All but ``file`` is said of web pages alone.
    """

    file: Reference
    title: str = ""
    date: dt.date | None = None
    source: str = ""
    note: str = ""


class QuerySpec(msgspec.Struct, frozen=True, array_like=True):
    """Which articles a topic gathers: every condition that is given must hold.

    Of the names of one condition any will do; ``since`` and ``until`` are days, both counted.
    """

    columns: tuple[Name, ...] = ()
    tags: tuple[Name, ...] = ()
    units: tuple[Name, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None


class CaptionsSpec(msgspec.Struct, frozen=True, array_like=True):
    """Captions in a language, a BCP 47 tag; where it is empty, the file's name may say it."""

    file: Reference
    language: str = ""


class MediaSpec(msgspec.Struct, frozen=True, array_like=True):
    """A film or a piece of sound: ``files`` of ours, or a ``url`` of another site.

    The files are one film in several sizes. ``transcript`` is the text itself,
    ``transcript_file`` where it stands; ``duration`` is as written.
    """

    kind: Literal["video", "audio"]
    files: tuple[Reference, ...] = ()
    url: str = ""
    place: Place = Place()
    title: str = ""
    poster: PictureSpec | None = None
    captions: tuple[CaptionsSpec, ...] = ()
    transcript: str = ""
    transcript_file: Reference | None = None
    duration: str = ""
    caption: str = ""
    credit: str = ""


class BlockSpec(msgspec.Struct, frozen=True, array_like=True):
    """A block of a topic's page, as it is ``written``, with a title of its own or none."""

    kind: BlockKind
    title: str = ""
    written: str = ""
    place: Place = Place()


class NavigationSpec(msgspec.Struct, frozen=True, array_like=True):
    """An entry of the navigation: its words, and a source file, site path or address."""

    label: str
    to: str
    place: Place = Place()


class SectionSpec(msgspec.Struct, frozen=True, array_like=True):
    """A section (频道): columns that belong together."""

    slug: str
    name: str
    description: str = ""
    category: str = ""


class SlotSpec(msgspec.Struct, frozen=True, array_like=True):
    """A place on the front page that an article is given for a time.

    ``article`` is a path in ``content/``. ``start`` and ``end`` are as written, None for
    no limit; a day that ends a slot belongs to it (``plugins.edition.slots``).
    """

    article: str
    start: Moment | None = None
    end: Moment | None = None
    place: Place = Place()


class NoticeSpec(msgspec.Struct, frozen=True, array_like=True):
    """A notice (通知) on the front page: a line, where it leads or nothing, and its time."""

    text: str
    to: Reference | None = None
    start: Moment | None = None
    end: Moment | None = None
    place: Place = Place()


class FrontSpec(msgspec.Struct, frozen=True, array_like=True):
    """``[front]`` of site.toml. ``lead`` stands whenever none of ``leads`` does.

    ``columns``, ``topics`` and ``galleries`` are slugs, ``blocks`` parts of the page
    (``plugins.edition.front``); an empty tuple leaves the choice to the page.
    """

    lead: SlotSpec | None = None
    leads: tuple[SlotSpec, ...] = ()
    seconds: tuple[SlotSpec, ...] = ()
    pinned: tuple[SlotSpec, ...] = ()
    notices: tuple[NoticeSpec, ...] = ()
    columns: tuple[Name, ...] = ()
    topics: tuple[Name, ...] = ()
    galleries: tuple[Name, ...] = ()
    blocks: tuple[Name, ...] = ()
