"""RSS 2.0 by feedgen, and what feedgen 1.0 leaves to its callers.

Seen by running it: entries stand newest last unless appended; ``lastBuildDate`` is the
time of the build unless set, so that no two builds are equal; a naive date or a control
character raises. Texts come here clean, dates with their zone.
"""

import datetime as dt
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from plugins.edition.bodies import absolute_picture, plain_words
from plugins.edition.media_data import Enclosure
from plugins.edition.picture_cards import Inset, Picture

if TYPE_CHECKING:
    from .media import Group

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""The date of a feed without items: any fixed one keeps builds equal."""


class Channel(NamedTuple):
    """What a feed says of itself; addresses are full ones, ``language`` is a BCP 47 tag."""

    title: str
    description: str
    address: str
    own_address: str
    language: str


class Post(NamedTuple):
    """One item. ``id`` never changes, whatever else does; ``content`` is HTML.

    ``enclosure`` has its full address; ``media`` are its pictures for programs that show them
    by themselves.
    """

    id: str
    title: str
    address: str
    date: dt.datetime
    changed: dt.datetime
    summary: str
    content: str
    categories: tuple[str, ...] = ()
    author: str = ""
    enclosure: Enclosure | None = None
    media: "tuple[Group, ...]" = ()


def rss(channel: Channel, posts: Iterable[Post]) -> bytes:
    """The bytes of a feed. The format: www.rssboard.org/rss-specification."""
    # Imported here: it brings lxml and takes time that most builds do not need.
    from feedgen.feed import FeedGenerator

    posts = list(posts)
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False)
    if any(post.media for post in posts):
        from .media import NAME, MediaEntry, MediaFeed

        feed.register_extension(NAME, MediaFeed, MediaEntry, atom=False)
    feed.title(channel.title)
    feed.link(href=channel.own_address, rel="self", type="application/rss+xml")
    # The last link is what RSS has in its one <link> element.
    feed.link(href=channel.address, rel="alternate")
    # A reader shows descriptions as HTML: what is plain text must be escaped for it first.
    feed.description(escape(channel.description, quote=False))
    feed.language(channel.language)
    feed.generator("Lanmu")
    changed = NEVER
    for post in posts:
        changed = max(changed, post.changed)
        entry = feed.add_entry(order="append")
        entry.guid(post.id, permalink=False)
        entry.title(post.title)
        entry.link(href=post.address)
        entry.published(post.date)
        entry.description(escape(post.summary, quote=False))
        entry.content(post.content, type="CDATA")
        for category in dict.fromkeys(post.categories):
            entry.category(term=category)
        if post.author:
            entry.dc.dc_creator(post.author)
        if post.enclosure is not None:
            file = post.enclosure
            entry.enclosure(file.url, str(file.length), file.type)
        if post.media:
            entry.media.groups = post.media
    feed.lastBuildDate(changed)
    return bytes(feed.rss_str(pretty=True))


def gallery(inset: Inset, origin: str) -> str:
    """A gallery within a text as a feed reader shows it: its pictures, and where the rest is."""
    figures = "".join(figure(photo.picture, origin) for photo in inset.photos)
    if not inset.url:
        return figures
    return f'{figures}<p><a href="{escape(origin + inset.url)}">{escape(inset.title)}</a></p>\n'


def figure(picture: Picture | None, origin: str) -> str:
    """A picture with its caption and credit as a feed reader shows it; nothing where none is."""
    if picture is None or picture.missing:
        return ""
    return f"<figure>{absolute_picture(picture, origin)}{plain_words(picture)}</figure>\n"
