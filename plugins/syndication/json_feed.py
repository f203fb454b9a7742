"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from collections.abc import Iterable
from typing import Any

import msgspec

from .posts import Attachment, Channel, Post

VERSION = "https://jsonfeed.org/version/1.1"

_encoder = msgspec.json.Encoder()


def json_feed(channel: Channel, posts: Iterable[Post]) -> bytes:
    """The bytes of a feed."""
    said: dict[str, Any] = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.address,
        "feed_url": channel.own_address,
        "description": channel.description,
        "next_url": channel.older,
        "authors": _people((channel.author,)),
        "language": channel.language,
        "hubs": [{"type": "WebSub", "url": channel.hub}] if channel.hub else [],
    }
    made = _told(said) | {"items": [_item(post) for post in posts]}
    return _encoder.encode(made) + b"\n"


def _item(post: Post) -> dict[str, Any]:
    made: dict[str, Any] = {"id": post.id, "url": post.address, "title": post.title}
    made |= {"content_html": post.content} if post.content else {"content_text": post.summary}
    made["summary"] = post.summary
    # The encoder writes dates as RFC 3339 has them.
    made["date_published"] = post.date
    if post.changed != post.date:
        made["date_modified"] = post.changed
    if post.image:
        made["image"] = post.image
    if post.speaker:
        made["authors"] = _people((post.speaker, post.contributor))
    if post.categories:
        made["tags"] = list(dict.fromkeys(post.categories))
    if post.attachments:
        made["attachments"] = [_attachment(file) for file in post.attachments]
    return made


def _attachment(file: Attachment) -> dict[str, Any]:
    return _told(
        {
            "url": file.address,
            "mime_type": file.type,
            "title": file.title,
            "size_in_bytes": file.length,
            "duration_in_seconds": file.seconds,
        }
    )


def _people(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"name": name} for name in names if name]


def _told(said: dict[str, Any]) -> dict[str, Any]:
    """What is said, without what is empty."""
    return {name: value for name, value in said.items() if value}
