"""Archives of feeds, written directly: feedgen takes ten times as long for an item.

The head of a document is feedgen's own, the items are set into it. A test holds these to be
what feedgen would write of them. They have no text and no pictures by themselves, but summaries.
"""

import datetime as dt
import re
from collections.abc import Sequence
from html import escape
from typing import Literal

from plugins.edition.feeds import Format
from plugins.press.page import Inputs
from plugins.press.templates import Renderer

from .json_feed import json_feed
from .podcast_data import Episode
from .posts import Channel, Post, iri, newest_change

_ENDS = {"rss": b"</channel>", "atom": b"</feed>"}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SPECIAL = re.compile("[&<>]").search
_MONTHS = ("", *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())


class Archive(Inputs, frozen=True):
    """Some of the older items of a feed, newest first: base of the page types of archives."""

    form: Format
    channel: Channel
    posts: tuple[Post, ...]

    def render(self, _renderer: Renderer) -> bytes:
        """The bytes of the document."""
        return archive(self.channel, self.posts, self.form)


def archive(channel: Channel, posts: Sequence[Post], form: Format) -> bytes:
    """The bytes of a document of older items; ``channel.current`` is set."""
    return json_feed(channel, posts) if form == "json" else written(channel, posts, form)


def written(channel: Channel, posts: Sequence[Post], form: Literal["rss", "atom"]) -> bytes:
    """A feed in RSS or Atom of items without texts and without pictures by themselves."""
    # Imported here: it brings feedgen and lxml, which most builds do not need.
    from .generated import generated

    head = generated(channel, (), form, newest_change(posts))
    start, end, rest = head.rpartition(_ENDS[form])
    podcast = channel.programme is not None
    items = [_rss(post, podcast) if form == "rss" else _atom(post) for post in posts]
    return b"".join((start, "".join(items).encode(), end, rest))


def _rss(post: Post, podcast: bool) -> str:
    categories = [f"<category>{_text(c)}</category>" for c in dict.fromkeys(post.categories)]
    names = [
        f"<dc:{name}>{_text(said)}</dc:{name}>"
        for name, said in (("creator", post.speaker), ("contributor", post.contributor))
        if said
    ]
    file = post.attachments[0] if post.attachments else None
    enclosure = (
        f'<enclosure url="{escape(file.address)}" length="{file.length}" type="{file.type}"/>'
        if file
        else ""
    )
    summary = _text(post.summary)
    return (
        f"<item><title>{_text(post.title)}</title><link>{_text(post.address)}</link>"
        f"<description>{_text(summary)}</description>"
        f'<guid isPermaLink="false">{_text(post.id)}</guid>{"".join(categories)}{enclosure}'
        f"<pubDate>{_rfc822(post.date)}</pubDate>{''.join(names)}"
        f"{_episode(post.episode) if podcast and post.episode else ''}</item>\n"
    )


def _episode(episode: Episode) -> str:
    duration = f"<itunes:duration>{episode.seconds}</itunes:duration>" if episode.seconds else ""
    image = f'<itunes:image href="{escape(episode.image)}"/>' if episode.image else ""
    transcripts = [
        f'<podcast:transcript url="{escape(each.address)}" type="{each.type}"'
        f' language="{each.language}"/>'
        for each in episode.transcripts
    ]
    return f"{duration}<itunes:explicit>false</itunes:explicit>{image}{''.join(transcripts)}"


def _atom(post: Post) -> str:
    speaker, contributor = (
        f"<{name}><name>{_text(said)}</name></{name}>" if said else ""
        for name, said in (("author", post.speaker), ("contributor", post.contributor))
    )
    files = [
        f'<link href="{escape(file.address)}" rel="enclosure" type="{file.type}"'
        f' length="{file.length}"/>'
        for file in post.attachments
    ]
    categories = [f'<category term="{escape(c)}"/>' for c in dict.fromkeys(post.categories)]
    published = post.date.isoformat()
    changed = published if post.changed is post.date else post.changed.isoformat()
    return (
        f"<entry><id>{_text(iri(post.id))}</id><title>{_text(post.title)}</title>"
        f"<updated>{changed}</updated>{speaker}"
        f'<link href="{escape(post.address)}"/>'
        f'<summary type="text">{_text(post.summary)}</summary>{"".join(categories)}'
        f"{contributor}<published>{published}</published>{''.join(files)}</entry>\n"
    )


def _text(text: str) -> str:
    # Most texts have nothing to escape: to look is quicker than to try.
    return escape(text, quote=False) if _SPECIAL(text) else text


def _rfc822(date: dt.datetime) -> str:
    """A date as RSS has it. ``strftime`` is slow, and names days in the language of the system."""
    iso = date.isoformat()
    day = f"{_DAYS[date.weekday()]}, {iso[8:10]} {_MONTHS[date.month]} {iso[:4]}"
    return f"{day} {iso[11:19]} {iso[19:22]}{iso[23:25]}"
