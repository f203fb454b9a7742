"""Archives of feeds (RFC 5005): all items but the newest, in documents that stay as they are.

A feed holds its newest items; behind it stand documents of a year each, or of a month each in
years that have much. What is added later goes into new documents: a reader's program may keep
the old ones for good. The document of the last period, in which items still come, has in its
name how many of the period's first items it holds; it is followed by one with more.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

MUCH = 200
"""A year with more items has documents of a month each."""


class Part(NamedTuple, Generic[T]):
    """One document: its name in addresses, and its items, newest first."""

    name: str
    items: Sequence[T]


def archived(
    items: Sequence[T], newest: int, date: Callable[[T], dt.datetime]
) -> tuple[Part[T], ...]:
    """The archives behind the ``newest`` so many of ``items``, the latest first.

    ``items`` are newest first. Each of them is among the newest, or in an archive, or both.
    """
    if len(items) <= newest:
        return ()
    periods = [
        period
        for year, some in groupby(items, key=lambda item: date(item).year)
        for period in _periods(f"{year:04}", list(some), date)
    ]
    name, last = periods[0]
    whole = len(last) - len(last) % newest
    begun = [Part(f"{name}-first-{whole}", last[-whole:])] if whole else []
    return (*begun, *periods[1:])


def _periods(name: str, year: list[T], date: Callable[[T], dt.datetime]) -> list[Part[T]]:
    if len(year) <= MUCH:
        return [Part(name, year)]
    months = groupby(year, key=lambda item: date(item).month)
    return [Part(f"{name}-{month:02}", list(some)) for month, some in months]
