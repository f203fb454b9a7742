"""RSS 2.0 and Atom 1.0 by feedgen, and what feedgen 1.0 gets wrong: all of it worked round here.

Seen by running it (``tests/plugins/syndication/test_feedgen.py`` will tell when it is mended):

- entries stand newest last unless appended;
- ``lastBuildDate`` and ``updated`` are the time of the build unless set;
- an enclosure is the last one given in RSS, and the link of a channel the last link;
- the links of an Atom entry lose their relation, type and length: ``Extras`` sets enclosures;
- RSS gets the link to itself alone, none to a hub or to archives: ``Links`` sets those;
- ``CDATA`` as type of a content is written into Atom, where there is no such type;
- ``content`` of Atom is overwritten by ``description``: only one of the two is ever called;
- a naive date or a control character raises. Texts come here clean, dates with their zone.

The formats: www.rssboard.org/rss-specification and RFC 4287.
"""

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Any, Literal

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from . import media, podcast
from .posts import GENERATOR, Channel, Post, iri, newest_change
from .style import styled

ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
HISTORY = "http://purl.org/syndication/history/1.0"
"""RFC 5005's name space."""

Form = Literal["rss", "atom"]


def generated(
    channel: Channel, posts: Sequence[Post], form: Form, changed: dt.datetime | None = None
) -> bytes:
    """The bytes of a feed in RSS or Atom; ``changed`` is when it did, if not with an item."""
    feed = FeedGenerator()
    feed.register_extension("links", Links, atom=form == "atom", rss=form == "rss")
    feed.links.channel = channel
    names = Names if form == "rss" else BaseExtension
    feed.register_extension("extras", names, Extras, atom=form == "atom", rss=form == "rss")
    if any(post.media for post in posts):
        feed.register_extension(media.NAME, media.MediaFeed, media.MediaEntry, atom=False)
    if channel.programme is not None:
        feed.register_extension(podcast.NAME, podcast.Podcast, podcast.PodcastItem, atom=False)
        getattr(feed, podcast.NAME).programme = channel.programme
    _tell(feed, channel, form)
    for post in posts:
        _add(feed.add_entry(order="append"), post, form)
    feed.updated(changed or newest_change(posts))
    made = bytes(feed.rss_str(pretty=True) if form == "rss" else feed.atom_str(pretty=True))
    return styled(made, channel.style) if channel.style else made


def _tell(feed: Any, channel: Channel, form: Form) -> None:
    feed.title(channel.title)
    feed.id(channel.id or channel.own_address)
    feed.language(channel.language)
    feed.generator(GENERATOR)
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.link(href=channel.own_address, rel="self", type=f"application/{form}+xml")
    # The last link is what RSS has in its one <link> element.
    feed.link(href=channel.address, rel="alternate", type="text/html")
    if form == "rss":
        # A reader shows descriptions as HTML: what is plain text must be escaped for it first.
        feed.description(escape(channel.description, quote=False))
        return
    if channel.description:
        feed.subtitle(channel.description)
    feed.author(name=channel.author or channel.title)


def _add(entry: Any, post: Post, form: Form) -> None:
    entry.title(post.title)
    entry.link(href=post.address)
    entry.extras.post = post
    entry.published(post.date)
    entry.updated(post.changed)
    for category in dict.fromkeys(post.categories):
        entry.category(term=category)
    if form == "rss":
        entry.guid(post.id, permalink=False)
        entry.description(escape(post.summary, quote=False))
        if post.content:
            entry.content(post.content, type="CDATA")
        # The last is the one that counts, so there is but one.
        for file in post.attachments[:1]:
            entry.enclosure(file.address, str(file.length), file.type)
        if post.media:
            entry.media.groups = post.media
        if post.episode is not None and hasattr(entry, podcast.NAME):
            getattr(entry, podcast.NAME).episode = post.episode
    else:
        entry.id(iri(post.id))
        entry.summary(post.summary, type="text")
        if post.content:
            entry.content(post.content, type="html")
        if post.speaker:
            entry.author(name=post.speaker)
        if post.contributor:
            entry.contributor(name=post.contributor)


class Links(BaseExtension):  # type: ignore[misc] # feedgen has no types
    """Where a feed's hub is, where its older items are (RFC 5005), and that it is an archive."""

    channel: Channel

    def extend_ns(self) -> dict[str, str]:
        """The name space of archives, where it is needed."""
        return {"fh": HISTORY} if self.channel.current else {}

    def extend_rss(self, root: Any) -> Any:
        """Put the links into a channel."""
        self._extend(root[0], f"{{{ATOM}}}link")
        return root

    def extend_atom(self, root: Any) -> Any:
        """Put the links into a feed."""
        # feedgen writes Atom's name space as a plain attribute: its elements have none.
        self._extend(root, "link")
        return root

    def _extend(self, parent: Any, name: str) -> None:
        for rel, address in links(self.channel):
            etree.SubElement(parent, name, {"href": address, "rel": rel})
        if self.channel.current:
            etree.SubElement(parent, f"{{{HISTORY}}}archive")


def links(channel: Channel) -> list[tuple[str, str]]:
    """The links of a feed besides those to itself and to its page: relation, address."""
    every = (
        ("hub", channel.hub),
        ("current", channel.current),
        ("prev-archive", channel.older),
    )
    return [(rel, address) for rel, address in every if address]


class Names(BaseExtension):  # type: ignore[misc] # as above
    """Names the name space of Dublin Core: RSS itself wants an e-mail address of an author."""

    def extend_ns(self) -> dict[str, str]:
        """The name space, under its usual name."""
        return {"dc": DC}


class Extras(BaseEntryExtension):  # type: ignore[misc] # as above
    """Who speaks in an item of RSS; the enclosures of an entry of Atom."""

    post: Post

    def extend_rss(self, entry: Any) -> Any:
        """Put the names into an item."""
        for name, said in (("creator", self.post.speaker), ("contributor", self.post.contributor)):
            if said:
                etree.SubElement(entry, f"{{{DC}}}{name}").text = said
        return entry

    def extend_atom(self, entry: Any) -> Any:
        """Put the enclosures into an entry."""
        for file in self.post.attachments:
            told = {"href": file.address, "rel": "enclosure", "type": file.type}
            etree.SubElement(entry, "link", told | {"length": str(file.length)})
        return entry
