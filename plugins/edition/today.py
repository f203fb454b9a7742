"""Which day of the almanacs stands for today."""

from collections.abc import Iterable, Iterator

from .cards import DayBlock, DayLink
from .model import Day, Edition

SHOWN = 4
"""Entries shown in a block; the day's page has them all."""


def day_link(edition: Edition, day: Day) -> DayLink:
    """A day's page and how many entries it has."""
    month, number = day
    url = edition.href(f"/on-this-day/{month:02}-{number:02}/")
    return DayLink(month, number, url, len(edition.days.get(day, ())))


def today_block(edition: Edition, *, shown: int | None = SHOWN) -> DayBlock | None:
    """Today's entries, or those of the next day that has some; None where none has.

    At most ``shown`` of them: the most important, in the order of their years.
    """
    today = (edition.today.month, edition.today.day)
    day = next(_from(today, edition.days), None)
    if day is None:
        return None
    ranked = sorted(edition.days[day], key=lambda entry: -entry.importance)[:shown]
    kept = [entry for entry in edition.days[day] if entry in ranked]
    cards = tuple(entry.card for entry in kept)
    return DayBlock(day_link(edition, day), cards, is_today=day == today)


def _from(today: Day, days: Iterable[Day]) -> Iterator[Day]:
    """The days from today on, round the year."""
    ordered = sorted(days)
    return iter([day for day in ordered if day >= today] + [day for day in ordered if day < today])
