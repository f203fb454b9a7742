"""The catalogue of feeds: which there are, of what, and at which addresses.

Each subject's feed comes in three formats that lie side by side: ``feed.xml`` (RSS 2.0),
``atom.xml`` (Atom 1.0) and ``feed.json`` (JSON Feed 1.1).
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from typing import Literal

from .cards import Correction, FeedLink
from .media_data import media_of
from .model import PHOTOS, Article, Edition, Section, Topic
from .values import Value

FeedKind = Literal[
    "site",
    "section",
    "column",
    "topic",
    "galleries",
    "media",
    "days",
    "almanac",
    "corrections",
    "unit",
    "tag",
]
"""What a feed is of: in this order they are listed."""

Format = Literal["rss", "atom", "json"]

FILES: Mapping[Format, str] = {"rss": "feed.xml", "atom": "atom.xml", "json": "feed.json"}
"""The file name of each format."""

ARCHIVE_ENDS: Mapping[Format, str] = {"rss": ".xml", "atom": ".atom.xml", "json": ".json"}
"""How the file name of an archive ends in each format."""

TYPES: Mapping[Format, str] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
"""The media type of each format."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "galleries": "影像",
        "media": "视频和音频",
        "days": "史上的今天",
        "corrections": "更正",
        "said-media": "{site}的视频和音频，新的在前。",
        "said-corrections": "{site}对已发表文章的更正，新的在前。",
    },
    "en": {
        "galleries": "In pictures",
        "media": "Film and sound",
        "days": "On this day",
        "corrections": "Corrections",
        "said-media": "Film and sound of {site}, newest first.",
        "said-corrections": "What {site} has put right in its articles, newest first.",
    },
}


class Feed(Value, frozen=True):
    """A feed of one subject. Addresses are paths ready for an ``href``.

    ``key`` is the subject's slug, empty where there is one of the kind; ``name`` what it is
    called on a page of this site, ``label`` what it is called anywhere else. ``page`` is the
    page that shows the same, ``folder`` where the files lie. ``ended`` says that nothing new
    will come.
    """

    kind: FeedKind
    key: str
    name: str
    label: str
    description: str
    page: str
    folder: str
    ended: bool = False

    @property
    def rss(self) -> str:
        """The address of RSS 2.0."""
        return self.url("rss")

    @property
    def atom(self) -> str:
        """The address of Atom 1.0."""
        return self.url("atom")

    @property
    def json(self) -> str:
        """The address of JSON Feed 1.1."""
        return self.url("json")

    @property
    def anchor(self) -> str:
        """Its place on the page that lists the feeds; nothing of one that has ended."""
        return "" if self.ended else "-".join(filter(None, (self.kind, self.key)))

    @property
    def link(self) -> FeedLink:
        """What a page says of it in its head."""
        return FeedLink(self.label, self.folder, self.anchor)

    def url(self, form: Format) -> str:
        """The address of one format."""
        return self.folder + FILES[form]

    def archive_url(self, form: Format, name: str) -> str:
        """The address of an archive (``plugins.edition.feed_archives``) in one format."""
        return f"{self.folder}feeds/{name}{ARCHIVE_ENDS[form]}"


def catalogue(edition: Edition) -> tuple[Feed, ...]:
    """Every feed of an edition: only subjects that have, or will have, something to send."""
    return tuple(_every(edition))


def _every(edition: Edition) -> Iterator[Feed]:
    yield site_feed(edition)
    yield from (section_feed(edition, each) for each in edition.sections if each.columns)
    yield from (column_feed(edition, slug) for slug in edition.columns)
    yield from (topic_feed(edition, topic) for topic in edition.topics)
    if edition.galleries:
        yield gallery_feed(edition)
    if with_media(edition):
        yield media_feed(edition)
    if edition.almanacs:
        yield from (day_feed(edition, slug) for slug in ("", *edition.almanacs))
    if corrected(edition):
        yield corrections_feed(edition)
    units = (unit_feed(edition, slug) for slug in edition.units)
    tags = (tag_feed(edition, slug) for slug in edition.tags)
    yield from (feed for feed in (*units, *tags) if feed is not None)


def site_feed(edition: Edition) -> Feed:
    """The feed of all articles."""
    site, top = edition.site, edition.href("/")
    return Feed("site", "", site.name, site.name, site.description or site.slogan, top, top)


def section_feed(edition: Edition, section: Section) -> Feed:
    """The feed of one section: the articles of all its columns."""
    return _named(edition, "section", section.slug, section.name, section.description, section.url)


def column_feed(edition: Edition, slug: str) -> Feed:
    """The feed of one column."""
    column = edition.columns[slug]
    card, name = column.card, column.ref.name
    ended = card.phase == "closed"
    return _named(edition, "column", slug, name, card.description, column.url, ended=ended)


def topic_feed(edition: Edition, topic: Topic) -> Feed:
    """The feed of one topic."""
    slug, ended = topic.url.rstrip("/").rpartition("/")[2], topic.card.phase == "ended"
    title, description = topic.card.title, topic.description
    return _named(edition, "topic", slug, title, description, topic.url, ended=ended)


def gallery_feed(edition: Edition) -> Feed:
    """The feed of galleries."""
    description = edition.site.description or edition.site.slogan
    name = _word(edition, "galleries")
    return _named(edition, "galleries", "", name, description, edition.href("/galleries/"))


def media_feed(edition: Edition) -> Feed:
    """The feed of articles with films or sounds: a podcast."""
    said = _word(edition, "said-media").format(site=edition.site.name)
    folder = edition.href("/podcast/")
    page = edition.href("/subscribe/")
    return _named(edition, "media", "", _word(edition, "media"), said, folder, page=page)


def corrections_feed(edition: Edition) -> Feed:
    """The feed of what was put right in articles."""
    said = _word(edition, "said-corrections").format(site=edition.site.name)
    folder, page = edition.href("/corrections/"), edition.href("/subscribe/")
    name = _word(edition, "corrections")
    return _named(edition, "corrections", "", name, said, folder, page=page)


def day_feed(edition: Edition, almanac: str = "") -> Feed:
    """The feed of an almanac by its slug, or of all of them."""
    if not almanac:
        name = _word(edition, "days")
        return _named(edition, "days", "", name, "", edition.href("/on-this-day/"))
    view = edition.almanacs[almanac].view
    folder = edition.href(f"/on-this-day/{almanac}/")
    return _named(edition, "almanac", almanac, view.name, view.description, folder)


def unit_feed(edition: Edition, slug: str) -> Feed | None:
    """The feed of one unit's articles; None where it has none."""
    unit = edition.units[slug]
    if slug not in edition.of_unit:
        return None
    return _named(edition, "unit", slug, unit.name, "", unit.url)


def tag_feed(edition: Edition, slug: str) -> Feed | None:
    """The feed of one tag; None where it has fewer articles than site.toml asks for."""
    tag = edition.tags[slug]
    if len(edition.with_tag.get(slug, ())) < edition.feeds.tags_from:
        return None
    return _named(edition, "tag", slug, tag.name, "", tag.url)


def articles_of(edition: Edition, feed: Feed) -> Sequence[Article]:  # noqa: PLR0911 - one a kind
    """The articles of a feed, newest first; none for feeds of other things."""
    match feed.kind:
        case "site":
            return edition.articles
        case "section":
            slugs = next(each.columns for each in edition.sections if each.slug == feed.key)
            return _merged([edition.in_column[slug] for slug in _with_children(edition, slugs)])
        case "column":
            return edition.in_column[feed.key]
        case "topic":
            return next(each.members for each in edition.topics if each.url == feed.page)
        case "media":
            return with_media(edition)
        case "unit":
            return edition.of_unit[feed.key]
        case "tag":
            return edition.with_tag[feed.key]
        case _:
            return ()


def with_media(edition: Edition) -> tuple[Article, ...]:
    """The articles with films or sounds that are files of ours."""
    return tuple(
        article
        for article in edition.articles
        if (article.view.media or article.body.media) and media_of(article)
    )


def corrected(edition: Edition) -> tuple[tuple[Article, Correction], ...]:
    """All corrections with their articles, the latest first."""
    found = [(article, note) for article in edition.articles for note in article.view.corrections]
    return tuple(sorted(found, key=lambda each: each[1].date, reverse=True))


def weighed(edition: Edition) -> Iterator[str]:
    """The files of pictures whose lengths feeds tell, by their paths."""
    for gallery in edition.galleries[: edition.feed_items]:
        for photo in gallery.photos[:PHOTOS]:
            if not photo.picture.missing:
                yield from (each.url for each in (photo.picture.fallback, *photo.picture.webp))
    for article in edition.articles:
        lead = article.view.lead
        if lead is not None and not lead.missing:
            yield lead.fallback.url


def _with_children(edition: Edition, slugs: Sequence[str]) -> Iterator[str]:
    for slug in slugs:
        yield slug
        yield from _with_children(edition, edition.columns[slug].children)


def _merged(groups: Sequence[Sequence[Article]]) -> tuple[Article, ...]:
    """Articles of several groups, each newest first; equal dates go by path."""
    return tuple(merge(*groups, key=lambda a: (-a.date.timestamp(), a.path)))


def _named(  # noqa: PLR0913 - each names one thing of the feed
    edition: Edition,
    kind: FeedKind,
    key: str,
    name: str,
    description: str,
    folder: str,
    *,
    page: str = "",
    ended: bool = False,
) -> Feed:
    label = f"{name} - {edition.site.name}"
    return Feed(kind, key, name, label, description, page or folder, folder, ended)


def _word(edition: Edition, key: str) -> str:
    """A word in the language of the site; any but English is said in Chinese."""
    return _WORDS["en" if edition.site.language.startswith("en") else "zh"][key]
