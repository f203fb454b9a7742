"""Page types of On This Day."""

from collections.abc import Iterator

from plugins.edition.cards import AlmanacView, EntryView, Head, SiteFrame
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.edition.today import DayBlock, DayLink, day_link, today_block
from plugins.press.page import Inputs, Route, page_type


@page_type("/on-this-day/", template="on-this-day.html")
class OnThisDayPage(Inputs, frozen=True):
    """Today's entries, and all days that have some."""

    site: SiteFrame
    head: Head
    day: DayBlock | None
    days: tuple[DayLink, ...]
    almanacs: tuple[AlmanacView, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/on-this-day/"),
            day=today_block(subject, shown=0, past=0),
            days=tuple(day_link(subject, day) for day in subject.days),
            almanacs=tuple(almanac.view for almanac in subject.almanacs.values()),
        )
        yield Route("/on-this-day/", inputs)


@page_type("/on-this-day/{day}/", template="day.html")
class DayPage(Inputs, frozen=True):
    """The entries of one day of the year, by year."""

    site: SiteFrame
    head: Head
    day: DayLink
    entries: tuple[EntryView, ...]
    previous: DayLink
    next: DayLink

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Every day that has entries; its neighbours are the nearest that have some."""
        days = list(subject.days)
        for at, day in enumerate(days):
            link = day_link(subject, day)
            path = link.url.removeprefix(subject.site.root)
            entries = subject.days[day]
            inputs = cls(
                site=subject.site,
                head=head(
                    subject,
                    f"{day[0]:02}-{day[1]:02}",
                    path,
                    description=" · ".join(entry.card.title for entry in entries),
                ),
                day=link,
                entries=tuple(entry.view for entry in entries),
                previous=day_link(subject, days[at - 1]),
                next=day_link(subject, days[(at + 1) % len(days)]),
            )
            yield Route(path, inputs)


PAGE_TYPES = (OnThisDayPage, DayPage)
