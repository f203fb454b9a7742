"""The pages of years: a list of those that have entries, and each one's entries."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Self

from plugins.edition.cards import EntryCard, Head, SiteFrame
from plugins.edition.lists import head
from plugins.edition.model import Edition, Entry
from plugins.edition.urls import year_url
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type

from .stories import FullEntry, Stories

YEARS = "/on-this-day/years/"


class YearLink(Value, frozen=True):
    """A year of history (astronomical: 0 is 1 BCE) and how many entries it has."""

    year: int
    url: str
    count: int


@page_type(YEARS, template="history-years.html")
class YearIndexPage(Inputs, frozen=True):
    """Every year that has entries, oldest first."""

    site: SiteFrame
    head: Head
    years: tuple[YearLink, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page, where there is an almanac."""
        years = tuple(_link(subject, year, entries) for year, entries in by_year(subject))
        if subject.almanacs:
            yield Route(YEARS, cls(site=subject.site, head=head(subject, "", YEARS), years=years))


@page_type("/on-this-day/years/{year}/", template="history-year.html")
class HistoryYearPage(Inputs, frozen=True):
    """One year: in full what has no page of a day or month, the rest as a list by date."""

    site: SiteFrame
    head: Head
    year: YearLink
    entries: tuple[FullEntry, ...]
    dated: tuple[EntryCard, ...]
    previous: YearLink | None
    next: YearLink | None

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Every year that has entries."""
        stories = Stories(subject)
        groups = by_year(subject)
        # Neighbours are named, not counted: one more entry renders its own year only.
        links = [_link(subject, year, ()) for year, _ in groups]
        for at, (year, entries) in enumerate(groups):
            before = links[at - 1] if at else None
            after = links[at + 1] if at + 1 < len(links) else None
            source = partial(cls._of, subject, year, entries, stories, (before, after))
            yield Route(year_url(year), source)

    @classmethod
    def _of(
        cls,
        edition: Edition,
        year: int,
        entries: Sequence[Entry],
        stories: Stories,
        beside: tuple[YearLink | None, YearLink | None],
    ) -> Self:
        titles = " · ".join(entry.view.title for entry in entries)
        return cls(
            site=edition.site,
            head=head(edition, str(year), year_url(year), description=titles),
            year=_link(edition, year, entries),
            entries=stories.full(entry for entry in entries if not entry.when.month),
            dated=tuple(entry.card for entry in entries if entry.when.month),
            previous=beside[0],
            next=beside[1],
        )


def by_year(edition: Edition) -> list[tuple[int, Sequence[Entry]]]:
    """The entries of each year that has some, oldest first."""
    groups = groupby(edition.entries, key=lambda entry: entry.when.year)
    return [(year, tuple(entries)) for year, entries in groups]


def _link(edition: Edition, year: int, entries: Sequence[Entry]) -> YearLink:
    return YearLink(year, edition.href(year_url(year)), len(entries))
