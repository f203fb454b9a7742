"""Page types of what readers see of feeds."""

from collections.abc import Iterator

from plugins.edition.calendars import Calendar, calendars
from plugins.edition.cards import Head, SiteFrame
from plugins.edition.feeds import Feed, catalogue
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.press.page import Inputs, Route, page_type

from . import opml, qr
from .groups import FeedGroup, grouped

OPML = "/subscriptions.opml"


@page_type("/subscribe/", template="subscribe.html")
class SubscribePage(Inputs, frozen=True):
    """What a feed is and how to use one, and each feed: its address, and a QR code of it.

    ``paper`` is the feed of all articles.
    """

    site: SiteFrame
    head: Head
    paper: Feed
    groups: tuple[FeedGroup, ...]
    calendars: tuple[Calendar, ...]
    opml: str

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        site = subject.site
        paper, *others = _offered(subject)
        inputs = cls(
            site=site,
            head=head(subject, "", "/subscribe/"),
            paper=paper,
            groups=tuple(grouped(others, site.language)),
            calendars=tuple(calendars(subject)),
            opml=subject.href(OPML),
        )
        yield Route("/subscribe/", inputs)


@page_type(OPML, render=opml.render)
class Subscriptions(Inputs, frozen=True):
    """All feeds in one file, for a feed reader to import."""

    title: str
    origin: str
    language: str
    paper: tuple[Feed, ...]
    groups: tuple[FeedGroup, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one file."""
        site = subject.site
        paper, *others = catalogue(subject)
        inputs = cls(
            title=site.name,
            origin=site.origin,
            language=site.language,
            paper=(paper,),
            groups=tuple(grouped(others, site.language)),
        )
        yield Route(OPML, inputs)


@page_type("/subscribe/qr/{name}.svg", render=qr.render)
class QrCode(Inputs, frozen=True):
    """The QR code of one full address."""

    address: str

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each feed and calendar that the page offers."""
        origin = subject.site.origin
        named = {feed.anchor: origin + feed.rss for feed in _offered(subject)}
        named |= {each.anchor: each.webcal for each in calendars(subject)}
        for name, address in named.items():
            yield Route(f"/subscribe/qr/{name}.svg", cls(address=address))


def _offered(edition: Edition) -> tuple[Feed, ...]:
    """What has ended brings nothing new: its feed stays, but nobody need subscribe any more."""
    return tuple(feed for feed in catalogue(edition) if not feed.ended)


PAGE_TYPES = (SubscribePage, Subscriptions, QrCode)
