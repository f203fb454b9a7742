"""Where the days can be followed: the feed and the calendar of all almanacs, or of one."""

from plugins.edition.calendars import calendar
from plugins.edition.feeds import day_feed
from plugins.edition.model import Edition
from plugins.edition.values import Value


class Follow(Value, frozen=True):
    """Addresses to follow the days by.

    ``webcal`` is the calendar's full address as calendar programs take it, ``calendar`` its
    path; ``feed`` the path of the feed.
    """

    feed: str
    calendar: str
    webcal: str


def follow(edition: Edition, almanac: str = "") -> Follow:
    """How an almanac, or all of them, can be followed."""
    kept = calendar(edition, almanac)
    return Follow(day_feed(edition, almanac).rss, kept.url, kept.webcal)
