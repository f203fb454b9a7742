"""The text of an article as a feed sends it."""

from html import escape
from typing import TYPE_CHECKING

from msgspec.structs import replace

from plugins.edition.bodies import Show, absolute_picture, expand, media_link, plain_words
from plugins.press.templates import Renderer
from plugins.syndication.feed import feed_of
from plugins.syndication.html import figure, gallery

if TYPE_CHECKING:
    from .documents import ArticleFeed, Item

_last: "list[tuple[tuple[Item, ...], list[str]]]" = []
"""The texts of the feed made last: its other formats, which come next, say the same."""


def render(inputs: "ArticleFeed", renderer: Renderer) -> bytes:
    """The bytes of a feed."""
    texts = _texts(inputs.items, inputs.origin, renderer)
    posts = [
        replace(item.post, content=text) for item, text in zip(inputs.items, texts, strict=True)
    ]
    return feed_of(inputs.channel, posts, inputs.form)


def _texts(items: "tuple[Item, ...]", origin: str, renderer: Renderer) -> list[str]:
    if not _last or _last[0][0] != items:
        _last[:] = [(items, [_text(item, origin, renderer) for item in items])]
    return _last[0][1]


def _text(item: "Item", origin: str, renderer: Renderer) -> str:
    """The article's picture and text, every address a full one."""
    if item.body is None:
        return ""

    def full(url: str) -> str:
        return origin + url if url.startswith("/") else url

    named = "".join(media_link(media, full) for media in item.media)
    return (
        "".join(f"<p><strong>{escape(note)}</strong></p>\n" for note in item.notes)
        + figure(item.lead, origin)
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
            fragments=item.post.address,
        )
    )
