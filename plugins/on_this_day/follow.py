"""Where the days can be followed: the feed and the calendar of all almanacs, or of one."""

from plugins.edition.cards import FeedLink
from plugins.edition.model import Edition
from plugins.edition.values import Value


class Follow(Value, frozen=True):
    """Addresses to follow the days by.

    ``webcal`` is the calendar's full address as calendar programs take it, ``calendar`` its
    path; ``feed`` the feed's.
    """

    feed: FeedLink
    calendar: str
    webcal: str


def feed_of(edition: Edition, almanac: str = "") -> FeedLink:
    """The feed of an almanac by its slug, or of all of them."""
    name = edition.almanacs[almanac].view.name if almanac else ""
    label = " - ".join(filter(None, (name, edition.site.name)))
    return FeedLink(label, edition.href(f"{_folder(almanac)}feed.xml"))


def follow(edition: Edition, almanac: str = "") -> Follow:
    """How an almanac, or all of them, can be followed."""
    calendar = edition.href(f"{_folder(almanac)}calendar.ics")
    host = edition.site.origin.partition("://")[2]
    return Follow(feed_of(edition, almanac), calendar, f"webcal://{host}{calendar}")


def _folder(almanac: str) -> str:
    return f"/on-this-day/{almanac}/" if almanac else "/on-this-day/"
