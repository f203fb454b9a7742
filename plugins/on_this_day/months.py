"""The page of a month of the year: its days, and what is known by the month only."""

from collections.abc import Iterator
from functools import partial
from typing import Self

from plugins.edition.cards import EntryCard, Head, SiteFrame
from plugins.edition.dates import DAYS, When
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.edition.today import DayLink, day_link, entries_on
from plugins.edition.urls import history_url
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type

from .stories import FullEntry, Stories

MONTHS = range(1, 13)

SHOWN = 3
"""Entries of a day shown on its month's page; the day's page has them all."""


class MonthLink(Value, frozen=True):
    """A month of the year, 1 to 12."""

    month: int
    url: str


class MonthDay(Value, frozen=True):
    """A day in a month's list, and the most important of its entries, oldest first."""

    day: DayLink
    entries: tuple[EntryCard, ...]


@page_type("/on-this-day/{month:number}/", template="history-month.html")
class HistoryMonthPage(Inputs, frozen=True):
    """A month's days with what each has, and the entries that have no day."""

    site: SiteFrame
    head: Head
    month: MonthLink
    days: tuple[MonthDay, ...]
    entries: tuple[FullEntry, ...]
    previous: MonthLink
    next: MonthLink

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Twelve; none for a site that has no almanac."""
        stories = Stories(subject)
        for month in MONTHS if subject.almanacs else ():
            yield Route(_path(month), partial(cls._of, subject, month, stories))

    @classmethod
    def _of(cls, edition: Edition, month: int, stories: Stories) -> Self:
        dayless = [e for e in edition.entries if e.when.month == month and not e.when.day]
        return cls(
            site=edition.site,
            head=head(edition, f"{month:02}", _path(month)),
            month=month_link(edition, month),
            days=tuple(_day(edition, day) for day in DAYS if day[0] == month),
            entries=stories.full(dayless),
            previous=month_link(edition, month - 1 or 12),
            next=month_link(edition, month % 12 + 1),
        )


def month_link(edition: Edition, month: int) -> MonthLink:
    """A month's page."""
    return MonthLink(month, edition.href(_path(month)))


def _path(month: int) -> str:
    return history_url(When(0, month))


def _day(edition: Edition, day: tuple[int, int]) -> MonthDay:
    entries = entries_on(edition, day)
    # Of equals the oldest stands first already.
    chosen = sorted(entries, key=lambda entry: -entry.importance)[:SHOWN]
    return MonthDay(day_link(edition, day), tuple(e.card for e in entries if e in chosen))


class GridMonth(Value, frozen=True):
    """A month at a glance: its number, its page (none: empty), its days."""

    month: int
    url: str
    days: tuple[DayLink, ...]


def grid(edition: Edition, almanac: str = "") -> tuple[GridMonth, ...]:
    """The year at a glance, of all almanacs or of one: every day and how many entries it has.

    Only the months of all almanacs together have a page.
    """
    links = [day_link(edition, day, almanac) for day in DAYS]
    return tuple(
        GridMonth(
            month,
            "" if almanac else edition.href(_path(month)),
            tuple(link for link in links if link.month == month),
        )
        for month in MONTHS
    )
