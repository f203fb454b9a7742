"""RSS 2.0 by feedgen, and what feedgen 1.0 leaves to its callers.

Seen by running it: entries stand newest last unless appended; ``lastBuildDate`` is the
time of the build unless set, so that no two builds are equal; a naive date or a control
character raises. Texts come here clean, dates with their zone.
"""

import datetime as dt
from html import escape
from typing import TYPE_CHECKING

from plugins.edition.bodies import absolute_picture, expand
from plugins.press.templates import Renderer

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry

    from .pages import Feed, Item

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""The date of a feed without items: any fixed one keeps builds equal."""


def render(inputs: "Feed", renderer: Renderer) -> bytes:
    """The bytes of a feed. The format: www.rssboard.org/rss-specification."""
    # Imported here: it brings lxml and takes time that most builds do not need.
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.load_extension("dc", atom=False)
    feed.title(inputs.title)
    feed.link(href=inputs.own_address, rel="self", type="application/rss+xml")
    # The last link is what RSS has in its one <link> element.
    feed.link(href=inputs.address, rel="alternate")
    # A reader shows descriptions as HTML: what is plain text must be escaped for it first.
    feed.description(escape(inputs.description, quote=False))
    feed.language(inputs.language)
    feed.generator("Lanmu")
    feed.lastBuildDate(max((item.changed for item in inputs.items), default=NEVER))
    for item in inputs.items:
        _fill(feed.add_entry(order="append"), item, inputs, renderer)
    return bytes(feed.rss_str(pretty=True))


def _fill(entry: "FeedEntry", item: "Item", inputs: "Feed", renderer: Renderer) -> None:
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.link(href=item.address)
    entry.published(item.date)
    entry.description(escape(item.summary or item.title, quote=False))
    entry.content(_content(item, inputs.origin, renderer), type="CDATA")
    for category in dict.fromkeys(item.categories):
        entry.category(term=category)
    if item.author:
        entry.dc.dc_creator(item.author)


def _content(item: "Item", origin: str, renderer: Renderer) -> str:
    """The article's picture and text, every address a full one."""
    lead = ""
    if item.lead is not None:
        lead = f"<figure>{absolute_picture(item.lead, origin)}"
        said = " ".join(filter(None, (item.lead.caption, item.lead.credit)))
        lead += f"<figcaption>{escape(said)}</figcaption></figure>\n" if said else "</figure>\n"
    return lead + expand(
        item.body,
        renderer.texts(item.body.key),
        lambda picture: absolute_picture(picture, origin),
        lambda url: origin + url if url.startswith("/") else url,
        fragments=item.address,
    )
