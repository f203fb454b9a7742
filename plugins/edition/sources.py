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
from .site_specs import FeedSpec, RenditionSpec, RightsSpec, ShareSpec
from .specs import (
    BlockSpec,
    CorrectionSpec,
    Count,
    EventSpec,
    FigureSpec,
    FrontSpec,
    LedgerLine,
    ListedSpec,
    MediaSpec,
    Moment,
    Name,
    NavigationSpec,
    PhotoOrder,
    PhotoSectionSpec,
    PictureNotes,
    PictureSpec,
    Place,
    QuerySpec,
    Reference,
    Rhythm,
    SectionSpec,
    SeriesSpec,
    SourceSpec,
    Text,
    TranslationSpec,
)


class Record(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """Base of what a source file turns into. ``path`` is relative to ``content/``."""

    path: str


class ArticleSource(Record, frozen=True, array_like=True):
    """``columns/<column>/<yyyy>/<slug>.md`` or ``…/<slug>/index.md``.

    ``related`` are the articles that the editor set beside it. ``terms`` say what it is
    about, the most frequent first, parted by spaces (``plugins.reading.terms``). ``aliases``
    are addresses that it had before, in the form of ``plugins.edition.old_paths``, here and below.
    ``language`` is a BCP 47 tag, empty for the site's.
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
    aliases: tuple[Name, ...] = ()
    video: MediaSpec | None = None
    audio: MediaSpec | None = None
    corrections: tuple[CorrectionSpec, ...] = ()
    language: str = ""
    translations: tuple[TranslationSpec, ...] = ()


class ColumnSource(Record, frozen=True, array_like=True):
    """``columns/<slug>/_column.md``; the text is the opener (开栏的话).

    ``section`` and ``parent`` are slugs or names, as written; ``name_place`` is where the
    column as a whole is spoken of. ``kind``, ``keywords`` (parted by commas) and ``category``
    matter to those who inspect official sites.
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
    keywords: str = ""
    category: str = ""
    aliases: tuple[Name, ...] = ()


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
    aliases: tuple[Name, ...] = ()


class TagSource(Record, frozen=True, array_like=True):
    """``tags/<slug>.md``: a tag with a slug of its own choice."""

    slug: str
    name: str
    text: Text
    aliases: tuple[Name, ...] = ()


class PageSource(Record, frozen=True, array_like=True):
    """``pages/<slug>.md``."""

    slug: str
    title: str
    summary: str
    status: Literal["draft", "published"]
    order: int
    text: Text
    aliases: tuple[Name, ...] = ()


class AlmanacSource(Record, frozen=True, array_like=True):
    """``on-this-day/<slug>/_almanac.md``; the text says what the almanac gathers, and how.

    ``name_place`` is where the name stands.
    """

    slug: str
    name: str
    name_en: str
    description: str
    order: int
    accent: str
    text: Text
    name_place: Place = Place()
    aliases: tuple[Name, ...] = ()


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
    """``galleries/<slug>/index.md``; without ``photos`` the folder's own pictures stand.

    ``order`` is empty where none is said; ``downloads`` publishes the originals.
    """

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
    order: PhotoOrder = ""
    sections: tuple[PhotoSectionSpec, ...] = ()
    downloads: bool = False
    aliases: tuple[Name, ...] = ()


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
    video: MediaSpec | None = None
    audio: MediaSpec | None = None
    aliases: tuple[Name, ...] = ()


class LedgerSource(Record, frozen=True, array_like=True):
    """``permalinks.tsv``: every address that was published."""

    lines: tuple[LedgerLine, ...]


class SidecarSource(Record, frozen=True, array_like=True):
    """``<picture>.toml`` beside a picture (``photo.jpg.toml``): what is said of it everywhere."""

    notes: PictureNotes


class SiteSource(Record, frozen=True, array_like=True):
    """``site.toml``: what the chief editor sets. Paths start at the top of ``content/``.

    ``base_url`` has no slash at its end; ``language`` is ``zh-Hans`` or ``en``;
    ``largest_media`` is in bytes.
    """

    name: str
    name_en: str = ""
    slogan: str = ""
    description: str = ""
    base_url: str = ""
    language: str = "zh-Hans"
    time_zone: str = "Asia/Shanghai"
    notice: str = ""
    title_pattern: str = "{title} – {site}"
    navigation: tuple[NavigationSpec, ...] = ()
    sections: tuple[SectionSpec, ...] = ()
    front: FrontSpec = FrontSpec()
    contact: Contact = Contact()
    filings: Filings = Filings()
    rights: RightsSpec = RightsSpec()
    share: ShareSpec = ShareSpec()
    official: bool = False
    site_id_code: str = ""
    largest_media: int = 100_000_000
    search: bool = True
    articles_per_page: int = 20
    feed_items: int = 20
    feeds: FeedSpec = FeedSpec()
    renditions: RenditionSpec = RenditionSpec()


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
    | LedgerSource
    | SidecarSource
    | SiteSource
)


class Reading(msgspec.Struct, frozen=True, array_like=True):
    """What came of one source file: its value, or none, and what was found in it."""

    source: Source | None
    findings: tuple[Finding, ...] = ()


class PictureFile(msgspec.Struct, frozen=True, array_like=True):
    """A picture file of ``content/``: the hash of its bytes and its upright size in pixels.

    ``width`` 0 means that it cannot be read as a picture. ``notes`` are what the file says of
    itself; ``taken`` is when the camera took it, in ISO 8601 with or without an offset, or empty.
    ``tone`` is its commonest colour (see ``theme/parts/picture``), ``frames`` the number of those
    of a short animation, 0 of a still; ``guess`` the point that seems to matter, in per cent from
    the left and from the top.
    """

    path: str
    sha256: str
    width: int
    height: int
    notes: PictureNotes = PictureNotes()
    taken: str = ""
    tone: str = ""
    frames: int = 0
    guess: tuple[int, int] = (50, 50)
