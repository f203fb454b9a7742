"""What a feed of articles has in its items."""

from typing import TYPE_CHECKING

from plugins.edition.bodies import Show, absolute_picture, expand, media_link, plain_words
from plugins.edition.media_data import Enclosure, enclosure, own
from plugins.press.templates import Renderer
from plugins.syndication.rss import Channel, Post, figure, gallery, rss

if TYPE_CHECKING:
    from .pages import Feed, Item


def render(inputs: "Feed", renderer: Renderer) -> bytes:
    """The bytes of a feed."""
    channel = Channel(
        inputs.title, inputs.description, inputs.address, inputs.own_address, inputs.language
    )
    return rss(channel, (_post(item, inputs.origin, renderer) for item in inputs.items))


def _post(item: "Item", origin: str, renderer: Renderer) -> Post:
    return Post(
        id=item.id,
        title=item.title,
        address=item.address,
        date=item.date,
        changed=item.changed,
        summary=item.summary or item.title,
        content=_content(item, origin, renderer),
        categories=item.categories,
        author=item.author,
        enclosure=_enclosure(item, origin),
    )


def _enclosure(item: "Item", origin: str) -> Enclosure | None:
    found = enclosure(own((*item.media, *item.body.media)))
    return found._replace(url=origin + found.url) if found is not None else None


def _content(item: "Item", origin: str, renderer: Renderer) -> str:
    """The article's picture and text, every address a full one."""

    def full(url: str) -> str:
        return origin + url if url.startswith("/") else url

    named = "".join(media_link(media, full) for media in item.media)
    return (
        figure(item.lead, origin)
        + named
        + expand(
            item.body,
            renderer.texts(item.body.key),
            Show(
                lambda picture: absolute_picture(picture, origin),
                plain_words,
                lambda inset: gallery(inset, origin),
            ),
            full,
            fragments=item.address,
        )
    )
