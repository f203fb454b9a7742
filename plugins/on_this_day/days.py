"""The page of a day of the year: of all almanacs together, and of each alone."""

from collections.abc import Iterator
from functools import partial
from typing import Self

from msgspec.structs import replace

from plugins.edition.cards import Counted, Head, Link, PastArticle, SiteFrame
from plugins.edition.dates import DAYS, Day
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.edition.today import (
    DayLink,
    beside,
    day_link,
    day_path,
    entries_on,
    past_articles,
)
from plugins.press.page import Inputs, Route, page_type

from .stories import FullEntry, Stories


@page_type(
    "/on-this-day/{month:number}-{day:number}/",
    "/on-this-day/{almanac}/{month:number}-{day:number}/",
    template="day.html",
)
class DayPage(Inputs, frozen=True):
    """What happened on a day of the year, by year; of one almanac where it names one.

    ``ways`` lead to the same day of all almanacs, and of each. ``articles`` are the site's
    own of that day, which belong to no almanac.
    """

    site: SiteFrame
    head: Head
    day: DayLink
    almanac: Link | None
    ways: tuple[Counted, ...]
    entries: tuple[FullEntry, ...]
    articles: tuple[PastArticle, ...]
    previous: DayLink
    next: DayLink

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """All 366 days, with entries or without; none for a site that has no almanac."""
        stories = Stories(subject)
        for almanac in ("", *subject.almanacs) if subject.almanacs else ():
            for day in DAYS:
                source = partial(cls._of, subject, day, almanac, stories)
                yield Route(day_path(day, almanac), source)

    @classmethod
    def _of(cls, edition: Edition, day: Day, almanac: str, stories: Stories) -> Self:
        entries = entries_on(edition, day, almanac)
        articles = () if almanac else tuple(past_articles(edition, day))
        previous, after = beside(edition, day, almanac)
        titles = " · ".join(entry.view.title for entry in entries)
        made = head(edition, f"{day[0]:02}-{day[1]:02}", day_path(day, almanac), description=titles)
        return cls(
            site=edition.site,
            # A page that says only that nothing is there is no use to a search engine.
            head=made if entries or articles else replace(made, index=False),
            day=day_link(edition, day, almanac),
            almanac=_name(edition, almanac),
            ways=_ways(edition, day),
            entries=stories.full(entries),
            articles=articles,
            previous=previous,
            next=after,
        )


def _name(edition: Edition, almanac: str) -> Link | None:
    if not almanac:
        return None
    found = edition.almanacs[almanac]
    return Link(found.view.name, found.url)


def _ways(edition: Edition, day: Day) -> tuple[Counted, ...]:
    """A day of all almanacs, which has no name here, and of each; nothing where there is one."""
    if len(edition.almanacs) == 1:
        return ()
    names = {"": "", **{slug: almanac.view.name for slug, almanac in edition.almanacs.items()}}
    links = {slug: day_link(edition, day, slug) for slug in names}
    return tuple(Counted(names[slug], link.url, link.count) for slug, link in links.items())
