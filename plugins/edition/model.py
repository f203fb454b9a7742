"""The edition: everything that this build publishes, with its indexes, frozen.

What is not published (drafts, articles before their time, files left out for a fault)
is not in it at all: no page type can show what it is never handed.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from .cards import (
    AlmanacView,
    ArticleCard,
    ArticleView,
    Body,
    ColumnRef,
    EntryCard,
    EntryView,
    GalleryCard,
    Link,
    Notice,
    Pager,
    SiteFrame,
    State,
    TopicCard,
    Versions,
)
from .column_cards import ColumnCard, ColumnNote
from .dates import Day, When
from .gallery_cards import GalleryView, PhotoSection
from .picture_cards import Photo, Picture
from .redirects import Redirects
from .site_specs import FeedSpec
from .specs import Rhythm, SeriesSpec
from .topic_cards import TopicBlock, TopicItem
from .values import Value

PHOTOS = 48
"""Photographs on one page of a gallery: whole rows of two, three, four, six or eight."""


class Translation(Value, frozen=True):
    """The same text in another language: the path of an article, or an address elsewhere."""

    language: str
    path: str
    url: str = ""


class Article(Value, frozen=True):
    """A published article. ``tags``, ``unit`` and ``column`` are slugs.

    ``series`` and ``part`` are set together or not at all; ``issue`` is 0 without one.
    ``related`` are the paths of those that the editor set beside it; ``terms`` say what it is
    about, the most frequent first, parted by spaces.
    """

    path: str
    id: str
    url: str
    date: dt.datetime
    updated: dt.datetime | None
    column: str
    tags: tuple[str, ...]
    unit: str
    issue: int
    series: str
    part: int
    related: tuple[str, ...]
    terms: str
    description: str
    view: ArticleView
    card: ArticleCard
    body: Body
    share: Picture | None = None
    language: str = ""
    translations: tuple[Translation, ...] = ()

    @property
    def changed(self) -> dt.datetime:
        """When its text was last said to have changed."""
        changed = self.updated or self.date
        corrections = self.view.corrections
        return max(changed, corrections[0].date) if corrections else changed


class Column(Value, frozen=True):
    """A column (栏目) with its opener; articles are in ``Edition.in_column``.

    ``section``, ``parent`` and ``children`` are slugs; ``trail`` are the section and the
    columns above it. ``closing`` is None until the column is closed.
    """

    slug: str
    url: str
    ref: ColumnRef
    card: ColumnCard
    banner: Picture | None
    opener: Body
    closing: ColumnNote | None = None
    share: Picture | None = None
    section: str = ""
    parent: str = ""
    children: tuple[str, ...] = ()
    trail: tuple[Link, ...] = ()
    oldest_first: bool = False
    numbered: bool = False
    rhythm: Rhythm | None = None
    editor: str = ""
    contact: tuple[Link, ...] = ()
    series: tuple[SeriesSpec, ...] = ()
    keywords: str = ""
    category: str = ""


class Section(Value, frozen=True):
    """A section (频道) and the slugs of its columns, but for those under another of them."""

    slug: str
    name: str
    url: str
    description: str
    columns: tuple[str, ...]
    category: str = ""


class Group(Value, frozen=True):
    """A tag or a unit: a name that articles share, and its page."""

    slug: str
    name: str
    url: str
    short: str = ""
    website: str = ""
    intro: Body = Body("")


class Page(Value, frozen=True):
    """A plain page."""

    slug: str
    url: str
    title: str
    summary: str
    description: str
    body: Body
    state: State = "published"


class Almanac(Value, frozen=True):
    """An almanac (史上的今天): the entries are in ``Edition.entries``, by its slug."""

    slug: str
    url: str
    view: AlmanacView
    text: Body


class Entry(Value, frozen=True):
    """An entry of an almanac. ``articles`` are the paths of those that tell of it.

    ``url`` is that of the page it stands on, ``id`` its almanac and file name: neither ever
    changes with a title or a text.
    """

    id: str
    almanac: str
    when: When
    url: str
    card: EntryCard
    view: EntryView
    importance: int
    articles: tuple[str, ...] = ()

    @property
    def day(self) -> Day:
        """Month and day; 0 where they are not known."""
        return self.when.month, self.when.day


class Gallery(Value, frozen=True):
    """A photo story."""

    id: str
    url: str
    card: GalleryCard
    view: GalleryView
    sections: tuple[PhotoSection, ...]
    description: str
    share: Picture | None = None

    @property
    def photos(self) -> tuple[Photo, ...]:
        """All photographs, in the order of their numbers."""
        return tuple(photo for section in self.sections for photo in section.photos)

    @property
    def pages(self) -> int:
        """How many pages it has; an empty one has one."""
        return max(1, -(-self.card.count // PHOTOS))

    def page_of(self, photo: Photo) -> str:
        """The path of the page that shows a photograph among others."""
        return Pager(1, self.pages, self.url).url(-(-photo.number // PHOTOS))


class Topic(Value, frozen=True):
    """A topic (专题).

    ``items`` are all that it gathers: what is listed, then what is found, newest first;
    ``rest`` are those that no block of the page shows; ``members`` its articles, newest first.
    """

    url: str
    card: TopicCard
    body: Body
    description: str
    items: tuple[TopicItem, ...]
    rest: tuple[TopicItem, ...]
    blocks: tuple[TopicBlock, ...]
    members: tuple[Article, ...]
    hero: Picture | None = None
    share: Picture | None = None


class Front(Value, frozen=True):
    """The front page as the chief editor set it, resolved: what stands at this moment.

    ``columns`` are slugs; ``blocks`` are the page's parts in their order.
    """

    lead: Article | None
    seconds: tuple[Article, ...]
    pinned: tuple[Article, ...]
    notices: tuple[Notice, ...]
    columns: tuple[str, ...]
    topics: tuple[Topic, ...]
    galleries: tuple[Gallery, ...]
    blocks: tuple[str, ...]


Month = tuple[int, int]
"""Year and month."""

Series = tuple[str, str]
"""A column's slug, and the name of one of its series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition. Articles are newest first everywhere; equal dates go by path.

    Those of a series alone go by their parts. ``entries`` of almanacs are oldest first; those
    whose day is known are in ``days`` too. ``today`` is the day of the build in ``zone``, the
    site's time zone by its name in the IANA database (``Asia/Shanghai``); ``issued`` is the
    last day whose entries the feeds of the almanacs hold: today's go out in the morning.
    ``related`` has the paths of what stands beside an article, by its path, as far as that
    is known (``plugins.edition.relations``); what is not is found (``plugins.edition.related``).
    ``lengths`` are those of the files that feeds name, in bytes by path, as far as they are made.
    ``share`` is the picture that the chief editor set for links to pages that have none, ``cards``
    what stands beside links to pages by their URLs (``plugins.edition.share_cards``).
    ``versions`` are the languages of an article by its path, where there are several.
    """

    site: SiteFrame
    today: dt.date
    zone: str
    issued: dt.date
    articles: tuple[Article, ...]
    columns: Mapping[str, Column]
    sections: tuple[Section, ...]
    tags: Mapping[str, Group]
    units: Mapping[str, Group]
    pages: tuple[Page, ...]
    entries: tuple[Entry, ...]
    days: Mapping[Day, tuple[Entry, ...]]
    almanacs: Mapping[str, Almanac]
    galleries: tuple[Gallery, ...]
    topics: tuple[Topic, ...]
    front: Front
    articles_per_page: int
    feed_items: int
    feeds: FeedSpec = field(default_factory=FeedSpec)
    in_column: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    in_series: Mapping[Series, tuple[Article, ...]] = field(default_factory=dict)
    with_tag: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    of_unit: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    in_topics: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    in_month: Mapping[Month, tuple[Article, ...]] = field(default_factory=dict)
    on_day: Mapping[Day, tuple[Article, ...]] = field(default_factory=dict)
    redirects: Redirects = field(default_factory=Redirects)
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(default_factory=dict)
    share: Picture | None = None
    cards: Mapping[str, Picture] = field(default_factory=dict)
    versions: Mapping[str, Versions] = field(default_factory=dict)

    def card(self, url: str) -> Picture | None:
        """What stands beside links to a page without a picture: its own, or of what is above it."""
        while url and self.cards:
            found = self.cards.get(url)
            if found is not None:
                return found
            url = url[: url.rfind("/", 0, -1) + 1]
        return None

    def words(self, english: str, chinese: str) -> str:
        """What is said in the site's language."""
        return english if self.site.language == "en" else chinese

    def href(self, path: str) -> str:
        """A path of the site (``/columns/``) ready for an ``href``."""
        return self.site.root + path
