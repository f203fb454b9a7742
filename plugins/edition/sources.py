"""What reading makes of each source file: frozen values that know no other file.

They are kept in the store under the hash of the file's bytes, so nothing in them may
depend on another file, the clock or the edition. Links and pictures are still named
as the editor wrote them; the edition says what they lead to.
"""

import datetime as dt
from typing import Literal

import msgspec

from .cards import Contact, Filings
from .dates import When
from .findings import Finding
from .topic_cards import BlockKind

Every = Literal["", "daily", "weekly", "fortnightly", "monthly", "quarterly", "half-yearly"]
"""A column's period; empty where days of the month are named instead."""


class Record(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """Base of what a source file turns into. ``path`` is relative to ``content/``."""

    path: str


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where in a file something stands, from 1, in characters."""

    line: int = 0
    column: int = 0


class Reference(msgspec.Struct, frozen=True, array_like=True):
    """A link or picture as written, and the file of ``content/`` that it names.

    ``target`` is the path in ``content/`` (``columns/first-aid/2020/aed.md``), empty
    where it leads out of it; ``fragment`` is what follows a ``#``. ``alt`` is set for
    pictures.
    """

    written: str
    target: str
    fragment: str = ""
    place: Place = Place()
    alt: str = ""


class Text(msgspec.Struct, frozen=True, array_like=True):
    """A Markdown body set in HTML, kept in the store under ``key`` (empty: no text).

    The HTML is clean; it says ``lanmu:link/<n>`` where the n-th of ``links`` stands
    and ``lanmu:picture/<n>`` for the n-th of ``pictures``. ``excerpt`` is the first
    paragraph's plain text, cut to at most 120 characters. ``ids`` are the fragments
    that a link may name.
    """

    key: str = ""
    links: tuple[Reference, ...] = ()
    pictures: tuple[Reference, ...] = ()
    excerpt: str = ""
    ids: tuple[str, ...] = ()


class PictureSpec(msgspec.Struct, frozen=True, array_like=True):
    """A picture that front matter names, with what is said of it."""

    file: Reference
    caption: str = ""
    credit: str = ""


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


class ArticleSource(Record, frozen=True, array_like=True):
    """``columns/<column>/<yyyy>/<slug>.md`` or ``…/<slug>/index.md``.

    ``related`` are the articles that the editor set beside it. ``terms`` say what it is
    about, the most frequent first, parted by spaces (``plugins.reading.terms``).
    """

    column: str
    year: str
    slug: str
    id: str
    title: str
    date: Moment
    updated: Moment | None
    status: Literal["draft", "published"]
    tags: tuple[Name, ...]
    related: tuple[Reference, ...]
    terms: str
    unit: Name | None
    issue: Count | None
    series: Name | None
    part: Count | None
    author: str
    editor: str
    source: SourceSpec | None
    summary: str
    lead: PictureSpec | None
    text: Text


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


class ColumnSource(Record, frozen=True, array_like=True):
    """``columns/<slug>/_column.md``; the text is the opener (开栏的话).

    ``section`` and ``parent`` are slugs or names, as written; ``name_place`` is where the
    column as a whole is spoken of. ``kind`` matters to those who inspect official sites.
    """

    slug: str
    name: str
    name_en: str
    description: str
    banner: PictureSpec | None
    started: dt.date | None
    ended: dt.date | None
    order: int
    accent: str
    text: Text
    name_place: Place = Place()
    section: Name | None = None
    parent: Name | None = None
    sort: Literal["newest", "oldest"] = "newest"
    numbered: bool = False
    rhythm: Rhythm | None = None
    kind: Literal["news", "notices"] = "news"
    editor: str = ""
    contact: str = ""
    series: tuple[SeriesSpec, ...] = ()


class ClosingSource(Record, frozen=True, array_like=True):
    """``columns/<column>/_closing.md``: what is said when a column ends (结栏的话)."""

    column: str
    status: Literal["draft", "published"]
    text: Text


class UnitSource(Record, frozen=True, array_like=True):
    """``units/<slug>.md``: a unit that sends in articles (供稿单位)."""

    slug: str
    name: str
    short: str
    url: str
    text: Text


class TagSource(Record, frozen=True, array_like=True):
    """``tags/<slug>.md``: a tag with a slug of its own choice."""

    slug: str
    name: str
    text: Text


class PageSource(Record, frozen=True, array_like=True):
    """``pages/<slug>.md``."""

    slug: str
    title: str
    summary: str
    status: Literal["draft", "published"]
    order: int
    text: Text


class AlmanacSource(Record, frozen=True, array_like=True):
    """``on-this-day/<slug>/_almanac.md``; the text says what the almanac gathers, and how."""

    slug: str
    name: str
    name_en: str
    description: str
    order: int
    accent: str
    text: Text


class EntrySource(Record, frozen=True, array_like=True):
    """``on-this-day/<almanac>/<MM-DD>-<slug>.md``.

    The name begins with ``<MM>-00`` where only the month is known, with ``00-00`` where only
    the year is. ``articles`` are those that tell of it; ``place`` is where the date stands.
    """

    almanac: str
    slug: str
    title: str
    date: When
    status: Literal["draft", "published"]
    sources: tuple[SourceSpec, ...]
    importance: int
    picture: PictureSpec | None
    tags: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    lunar: str
    articles: tuple[Reference, ...]
    place: Place
    text: Text


class GallerySource(Record, frozen=True, array_like=True):
    """``galleries/<slug>/index.md``; without ``photos`` the folder's own pictures stand."""

    slug: str
    id: str
    title: str
    date: Moment
    status: Literal["draft", "published"]
    summary: str
    cover: PictureSpec | None
    unit: Name | None
    photos: tuple[PictureSpec, ...]
    text: Text


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


class VideoSpec(msgspec.Struct, frozen=True, array_like=True):
    """A film on another site."""

    title: str
    url: str
    poster: PictureSpec | None = None
    duration: str = ""


class BlockSpec(msgspec.Struct, frozen=True, array_like=True):
    """A block of a topic's page, as it is ``written``, with a title of its own or none."""

    kind: BlockKind
    title: str = ""
    written: str = ""
    place: Place = Place()


class TopicSource(Record, frozen=True, array_like=True):
    """``topics/<slug>.md``: what belongs together across columns (专题), by list and by query.

    ``tags`` ask for articles with any of them. Without ``blocks`` the page has those that
    there is something for.
    """

    slug: str
    title: str
    summary: str
    status: Literal["draft", "published"]
    lead: PictureSpec | None
    listed: tuple[ListedSpec, ...]
    tags: tuple[Name, ...]
    text: Text
    query: QuerySpec | None = None
    started: dt.date | None = None
    ended: dt.date | None = None
    headline: Reference | None = None
    blocks: tuple[BlockSpec, ...] = ()
    figures: tuple[FigureSpec, ...] = ()
    timeline: tuple[EventSpec, ...] = ()
    video: VideoSpec | None = None


class NavigationSpec(msgspec.Struct, frozen=True, array_like=True):
    """An entry of the navigation: its words, and a source file, site path or address."""

    label: str
    to: str


class SectionSpec(msgspec.Struct, frozen=True, array_like=True):
    """A section (频道): columns that belong together."""

    slug: str
    name: str
    description: str = ""


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


class SiteSource(Record, frozen=True, array_like=True):
    """``site.toml``: what the chief editor sets. Paths start at the top of ``content/``.

    ``base_url`` has no slash at its end; ``language`` is ``zh-Hans`` or ``en``.
    """

    name: str
    name_en: str = ""
    slogan: str = ""
    description: str = ""
    base_url: str = ""
    language: str = "zh-Hans"
    time_zone: str = "Asia/Shanghai"
    notice: str = ""
    navigation: tuple[NavigationSpec, ...] = ()
    sections: tuple[SectionSpec, ...] = ()
    front: FrontSpec = FrontSpec()
    contact: Contact = Contact()
    filings: Filings = Filings()
    official: bool = False
    site_id_code: str = ""
    articles_per_page: int = 20
    feed_items: int = 20


Source = (
    ArticleSource
    | ColumnSource
    | ClosingSource
    | UnitSource
    | TagSource
    | PageSource
    | AlmanacSource
    | EntrySource
    | GallerySource
    | TopicSource
    | SiteSource
)


class Reading(msgspec.Struct, frozen=True, array_like=True):
    """What came of one source file: its value, or none, and what was found in it."""

    source: Source | None
    findings: tuple[Finding, ...] = ()


class PictureFile(msgspec.Struct, frozen=True, array_like=True):
    """A picture file of ``content/``: the hash of its bytes and its upright size in pixels.

    ``width`` 0 means that it cannot be read as a picture.
    """

    path: str
    sha256: str
    width: int
    height: int
