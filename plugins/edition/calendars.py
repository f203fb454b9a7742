"""The calendars of the almanacs: which there are, and where."""

from collections.abc import Iterator

from .feeds import day_feed
from .model import Edition
from .values import Value


class Calendar(Value, frozen=True):
    """A calendar of all almanacs, or of one.

    ``url`` is its path, ``webcal`` its full address as calendar programs take it; ``anchor`` its
    place on the page that lists what can be subscribed to.
    """

    name: str
    url: str
    webcal: str
    anchor: str


def calendars(edition: Edition) -> Iterator[Calendar]:
    """Every calendar of an edition: that of all almanacs first."""
    if edition.almanacs:
        yield calendar(edition)
        for slug in edition.almanacs:
            yield calendar(edition, slug)


def calendar(edition: Edition, almanac: str = "") -> Calendar:
    """The calendar of an almanac by its slug, or of all of them."""
    feed = day_feed(edition, almanac)
    url = f"{feed.folder}calendar.ics"
    host = edition.site.origin.partition("://")[2]
    anchor = "-".join(filter(None, ("calendar", almanac)))
    return Calendar(feed.name, url, f"webcal://{host}{url}", anchor)
