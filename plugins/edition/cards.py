"""What the templates are handed: small frozen values, each with no more than is shown.

A card is what a list shows of a thing. It holds no body, so that editing a body
reaches no list. URLs are ready for an ``href``: paths from the top of the host, with
the site's own folder (``SiteFrame.root``) before them where it has one.
"""

import datetime as dt
from typing import ClassVar, Literal

from .dates import When
from .media_cards import Media, MediaSource
from .open_graph import locale_of
from .picture_cards import Inset, Picture
from .values import Value

State = Literal["published", "draft", "embargoed"]


class Link(Value, frozen=True):
    """A name and where it leads."""

    label: str
    url: str


class Source(Value, frozen=True):
    """Where a text or a fact comes from (来源): a name, and an address or nothing."""

    name: str
    url: str = ""


class Body(Value, frozen=True):
    """A text set in HTML, kept in the store under the hash of its bytes.

    The HTML names its links, pictures, galleries and media by number; ``links``,
    ``pictures``, ``galleries`` and ``media`` say what each stands for in this edition. An
    empty link is one whose target is not published: its words stay, the link goes. ``silent``
    are the numbers of pictures that leave nothing at all: people in them do not agree, and
    their words may name them. A gallery or a film that is not there leaves nothing.
    """

    key: str
    links: tuple[str, ...] = ()
    pictures: tuple[Picture | None, ...] = ()
    silent: tuple[int, ...] = ()
    galleries: tuple[Inset | None, ...] = ()
    media: tuple[Media | None, ...] = ()


class FeedLink(Value, frozen=True):
    """A feed that a page belongs to; its formats lie side by side in ``folder``.

    ``anchor`` is its place on the page that lists the feeds, empty where that has none.
    """

    label: str
    folder: str
    anchor: str = ""


class Contact(Value, frozen=True):
    """How to reach the editors."""

    organisation: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""


class Filings(Value, frozen=True):
    """Registration numbers that a site in China shows (ICP备案, 公安备案)."""

    icp: str = ""
    icp_url: str = ""
    police: str = ""
    police_url: str = ""


class Assets(Value, frozen=True):
    """Paths of the theme's static files, each with its hash in its name.

    ``feed`` are the styles of feeds that somebody opens in a browser.
    """

    css: str
    js: str
    icon: str
    viewer: str
    feed: str
    search: str = ""


class SiteFrame(Value, frozen=True):
    """What the masthead, head and footer of every page show. From site.toml alone.

    ``title_pattern`` is what stands in a window's title: ``{title}`` the page's, ``{site}`` ours.
    ``origin`` is scheme and host of this build's address (``https://news.example``),
    ``root`` its path without a slash at the end (empty, or ``/weekly``): the two and
    a path make a full address. ``language`` is a BCP 47 tag. ``license`` is that of pictures
    which have none of their own, ``acquire`` a full address to ask for leave to use them.
    ``search`` says that ``/search/`` is there.
    """

    shared: ClassVar[bool] = True

    name: str
    name_en: str
    slogan: str
    description: str
    notice: str
    language: str
    origin: str
    root: str
    navigation: tuple[Link, ...]
    contact: Contact
    filings: Filings
    assets: Assets
    official: bool = False
    site_id_code: str = ""
    license: str = ""
    acquire: str = ""
    search: bool = False
    title_pattern: str = "{title} – {site}"

    @property
    def before_title(self) -> str:
        """What a window's title has before the page's own."""
        return self.title_pattern.partition("{title}")[0].replace("{site}", self.name)

    @property
    def after_title(self) -> str:
        """What a window's title has after the page's own."""
        return self.title_pattern.partition("{title}")[2].replace("{site}", self.name)

    @property
    def locale(self) -> str:
        """The language as Open Graph writes it (ogp.me, ``og:locale``)."""
        return locale_of(self.language)


class Alternate(Value, frozen=True):
    """The same page in a language (a BCP 47 tag, or x-default): its full address, its name."""

    language: str
    url: str
    label: str = ""


class Versions(Value, frozen=True):
    """What language an article is in, and all languages that there are of it, itself among them."""

    language: str
    alternates: tuple[Alternate, ...]


class Head(Value, frozen=True):
    """The head of one page: its title, its address, what machines are told of it.

    ``properties`` are more of Open Graph's, ``meta`` names for those who inspect official sites.
    ``language`` is set where it is not the site's, ``alternates`` where there are several.
    """

    title: str
    url: str
    description: str = ""
    kind: Literal["website", "article"] = "website"
    image: Picture | None = None
    media: MediaSource | None = None
    feeds: tuple[FeedLink, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    index: bool = True
    language: str = ""
    alternates: tuple[Alternate, ...] = ()

    @property
    def locale(self) -> str:
        """The page's own language as Open Graph writes it; empty where it is the site's."""
        return locale_of(self.language) if self.language else ""


class Pager(Value, frozen=True):
    """Where a page of a list stands: its number, how many there are, the path of the first."""

    number: int
    count: int
    first: str

    def url(self, number: int) -> str:
        """The path of the page with a number."""
        return self.first if number == 1 else f"{self.first}page/{number}/"

    @property
    def previous(self) -> str:
        """The path of the page before, or nothing."""
        return self.url(self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The path of the page after, or nothing."""
        return self.url(self.number + 1) if self.number < self.count else ""

    @property
    def shown(self) -> tuple[int, ...]:
        """The numbers to be shown: both ends, this page and its neighbours; 0 is a gap."""
        near = range(self.number - 2, self.number + 3)
        numbers = {1, self.count, *(n for n in near if 1 <= n <= self.count)}
        gaps = {self.number - 2, self.number + 2} - {1, self.count}
        return tuple(0 if number in gaps else number for number in sorted(numbers))


class ColumnRef(Value, frozen=True):
    """A column as named on a card."""

    name: str
    url: str
    accent: str = "red"


class ArticleCard(Value, frozen=True):
    """An article in a list. ``date`` carries the site's zone, ``issue`` is 0 without one."""

    shared: ClassVar[bool] = True

    url: str
    title: str
    date: dt.datetime
    column: ColumnRef
    unit: str = ""
    issue: int = 0
    summary: str = ""
    picture: Picture | None = None
    state: State = "published"


class GalleryCard(Value, frozen=True):
    """A gallery in a list."""

    url: str
    title: str
    date: dt.datetime
    count: int
    summary: str = ""
    cover: Picture | None = None
    state: State = "published"


Phase = Literal["coming", "running", "ended"]
"""How a topic stands on the day of the build."""


class TopicCard(Value, frozen=True):
    """A topic (专题) in a list."""

    url: str
    title: str
    summary: str = ""
    hero: Picture | None = None
    state: State = "published"
    started: dt.date | None = None
    ended: dt.date | None = None
    phase: Phase = "running"


class EntryCard(Value, frozen=True):
    """An entry of an almanac in a list."""

    url: str
    title: str
    when: When
    almanac: str
    picture: Picture | None = None
    state: State = "published"


class PastArticle(Value, frozen=True):
    """An article of the site's own, from the same month and day of an earlier year."""

    year: int
    title: str
    url: str
    state: State = "published"


class ColumnBlock(Value, frozen=True):
    """A column's newest articles on the front page.

    ``told`` says that all of them stand higher up on the page.
    """

    column: ColumnRef
    articles: tuple[ArticleCard, ...]
    told: bool = False


class Notice(Value, frozen=True):
    """A notice (通知) on the front page: a line, and where it leads or nothing."""

    text: str
    url: str = ""


class ArchiveMonth(Value, frozen=True):
    """A month of the archive."""

    year: int
    month: int
    url: str
    count: int


class ArchiveYear(Value, frozen=True):
    """A year of the archive with its months, newest first."""

    year: int
    url: str
    count: int
    months: tuple[ArchiveMonth, ...]


class Counted(Value, frozen=True):
    """A tag or unit with the number of its articles."""

    label: str
    url: str
    count: int


class Correction(Value, frozen=True):
    """What was put right in an article, and when, in the site's zone."""

    date: dt.datetime
    text: str


class ArticleView(Value, frozen=True):
    """An article as its own page shows it, but for its body."""

    title: str
    url: str
    date: dt.datetime
    updated: dt.datetime | None
    trail: tuple[Link, ...]
    column: ColumnRef
    issue: int
    unit: Link | None
    author: str
    editor: str
    source: Source | None
    standfirst: str
    lead: Picture | None
    tags: tuple[Link, ...]
    state: State
    media: tuple[Media, ...] = ()
    corrections: tuple[Correction, ...] = ()


class EntryView(Value, frozen=True):
    """An entry of an almanac as its day's page shows it.

    ``lunar`` is the date by the old calendar as its source has it (光绪三十年正月廿四).
    """

    anchor: str
    title: str
    when: When
    almanac: Link
    body: Body
    picture: Picture | None
    sources: tuple[Source, ...]
    tags: tuple[str, ...]
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    lunar: str = ""
    state: State = "published"


class AlmanacView(Value, frozen=True):
    """An almanac: its name, what it gathers, and how many entries it has."""

    name: str
    name_en: str
    url: str
    description: str
    accent: str = "red"
    count: int = 0
