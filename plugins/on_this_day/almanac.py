"""An almanac's own page."""

from collections.abc import Iterator

from plugins.edition.cards import AlmanacView, Body, EntryCard, Head, SiteFrame
from plugins.edition.feeds import day_feed
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.edition.today import DayBlock, today_block
from plugins.press.page import Inputs, Route, page_type

from .follow import Follow, follow
from .months import GridMonth, grid


@page_type("/on-this-day/{almanac}/", template="almanac.html")
class AlmanacPage(Inputs, frozen=True):
    """What an almanac gathers, its entries of today, its year at a glance.

    ``dayless`` are the entries of which only the month or the year is known.
    """

    site: SiteFrame
    head: Head
    almanac: AlmanacView
    text: Body
    day: DayBlock | None
    months: tuple[GridMonth, ...]
    dayless: tuple[EntryCard, ...]
    follow: Follow

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Every almanac. These pages are made each day."""
        for slug, almanac in subject.almanacs.items():
            path = f"/on-this-day/{slug}/"
            made = head(
                subject,
                almanac.view.name,
                path,
                description=almanac.view.description,
                feeds=(day_feed(subject, slug).link,),
            )
            of_it = (entry for entry in subject.entries if entry.almanac == slug)
            inputs = cls(
                site=subject.site,
                head=made,
                almanac=almanac.view,
                text=almanac.text,
                day=today_block(subject, almanac=slug, shown=0),
                months=grid(subject, slug),
                dayless=tuple(entry.card for entry in of_it if not entry.when.day),
                follow=follow(subject, slug),
            )
            yield Route(path, inputs)
