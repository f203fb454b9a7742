"""The bytes of a feed in any of its formats."""

from collections.abc import Sequence

from plugins.edition.feeds import Format

from .archives import written
from .json_feed import json_feed
from .posts import Channel, Post


def feed_of(channel: Channel, posts: Sequence[Post], form: Format) -> bytes:
    """A feed of these items, newest first."""
    if form == "json":
        return json_feed(channel, posts)
    if not any(post.content or post.media for post in posts):
        return written(channel, posts, form)
    # Imported here: it brings feedgen and lxml, which a build that renders no feed does not need.
    from .generated import generated

    return generated(channel, posts, form)
