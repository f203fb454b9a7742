"""Page types of On This Day."""

from collections.abc import Iterator

from plugins.edition.cards import AlmanacView, Head, SiteFrame
from plugins.edition.feeds import day_feed
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.edition.today import DayBlock, today_block
from plugins.press.page import Inputs, Route, page_type

from .almanac import AlmanacPage
from .data import DayData, DaySchema, MonthData
from .days import DayPage
from .embed import EmbedPage
from .feeds import DayFeed
from .follow import Follow, follow
from .ical import DayCalendar
from .months import GridMonth, HistoryMonthPage, grid
from .years import HistoryYearPage, YearIndexPage


@page_type("/on-this-day/", template="on-this-day.html")
class OnThisDayPage(Inputs, frozen=True):
    """Today's entries, the almanacs, the year at a glance."""

    site: SiteFrame
    head: Head
    day: DayBlock | None
    months: tuple[GridMonth, ...]
    almanacs: tuple[AlmanacView, ...]
    follow: Follow

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page. It is made each day."""
        feeds = (day_feed(subject).link,) if subject.almanacs else ()
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/on-this-day/", feeds=feeds),
            day=today_block(subject, shown=0, past=0),
            months=grid(subject) if subject.almanacs else (),
            almanacs=tuple(almanac.view for almanac in subject.almanacs.values()),
            follow=follow(subject),
        )
        yield Route("/on-this-day/", inputs)


PAGE_TYPES = (
    OnThisDayPage,
    DayPage,
    HistoryMonthPage,
    YearIndexPage,
    HistoryYearPage,
    AlmanacPage,
    DayFeed,
    DayData,
    DaySchema,
    MonthData,
    DayCalendar,
    EmbedPage,
)
