"""What the almanacs keep in a year, and the days that they say nothing of: for the editors."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from .dates import DAYS, Day, roundness
from .model import Edition, Entry
from .today import entries_on, occasions


class Kept(NamedTuple):
    """An entry on a date of a year, and how many years ago it was.

    ``date`` is ISO 8601, as exact as the entry's (``2027-05-08``, ``2027-05``, ``2027``);
    ``years`` is 0 where that is not to be said. ``leap`` is an entry of 29 February on the
    28th of a year that has no 29th.
    """

    date: str
    entry: Entry
    years: int
    leap: bool = False

    @property
    def round(self) -> int:
        """Whether it is a round anniversary: 10 (整十), 5 (整五), or 0."""
        return roundness(self.years)


def plan(edition: Edition, year: int, almanac: str = "") -> list[Kept]:
    """What is kept in a year, of all almanacs or of one, in the order of its dates.

    An entry of which the day is not known stands there for a round anniversary alone, before
    the days of its month or year.
    """
    return sorted(
        [*_of_days(edition, year, almanac), *_of_months(edition, year, almanac)],
        key=lambda each: (each.date, each.entry.when.key, each.entry.id),
    )


def _of_days(edition: Edition, year: int, almanac: str) -> Iterator[Kept]:
    first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    for date in map(dt.date.fromordinal, range(first, last + 1)):
        for entry, occasion in occasions(edition, date, almanac):
            if entry.when.year <= year:
                yield Kept(date.isoformat(), entry, occasion.years, occasion.leap)


def _of_months(edition: Edition, year: int, almanac: str) -> Iterator[Kept]:
    for entry in edition.entries:
        when, years = entry.when, year - entry.when.year
        if when.day or when.circa or (almanac and entry.almanac != almanac):
            continue
        if roundness(years):
            date = f"{year:04}-{when.month:02}" if when.month else f"{year:04}"
            yield Kept(date, entry, years)


def gaps(edition: Edition, almanac: str = "") -> tuple[Day, ...]:
    """The days of the year that no almanac, or one of them, has an entry for."""
    return tuple(day for day in DAYS if not entries_on(edition, day, almanac))
