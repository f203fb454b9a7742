"""What a feed of the catalogue says of itself."""

from plugins.edition.feeds import Feed, Format
from plugins.edition.model import Edition

from .podcast_data import Programme
from .posts import Channel


def channel_of(
    edition: Edition, feed: Feed, form: Format, *, part: str = "", older: str = ""
) -> Channel:
    """The channel of a feed in one format, or of the ``part`` of its archives with that name.

    ``older`` is the name of the archive before it.
    """
    site = edition.site
    origin = site.origin
    newest = origin + feed.url(form)
    return Channel(
        title=feed.label,
        # RSS 2.0 asks for a description; a feed without one is invalid.
        description=feed.description or feed.label,
        address=origin + feed.page,
        own_address=origin + feed.archive_url(form, part) if part else newest,
        language=site.language,
        id=origin + feed.atom,
        author=site.name,
        hub=edition.feeds.hub,
        older=origin + feed.archive_url(form, older) if older else "",
        current=newest if part else "",
        style="" if form == "json" else site.assets.feed,
        programme=_programme(edition, feed) if feed.kind == "media" else None,
    )


def _programme(edition: Edition, feed: Feed) -> Programme:
    site = edition.site
    return Programme(site.origin + feed.rss, site.name, site.contact.email, edition.feeds.category)
