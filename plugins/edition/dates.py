"""Dates of history: as exact as they are known, and before the common era too."""

import calendar
import datetime as dt
from typing import Literal

import msgspec

Day = tuple[int, int]
"""Month and day."""

Precision = Literal["day", "month", "year"]

LAST_JULIAN = (1582, 10, 4)
GREGORIAN = (1582, 10, 15)
"""The first day of the Gregorian calendar, next to the last of the Julian one.

Days before it are told by the Julian calendar, as historians do.
"""

DAYS: tuple[Day, ...] = tuple(
    (month, day)
    for month in range(1, 13)
    for day in range(1, calendar.monthrange(2000, month)[1] + 1)
)
"""The 366 days of a year, 29 February among them."""

LEAP_DAY: Day = (2, 29)
EVE: Day = (2, 28)
"""Where 29 February is kept in a year that has none."""


class When(msgspec.Struct, frozen=True, array_like=True):
    """When something happened; ``month`` and ``day`` are 0 where they are not known.

    ``year`` is astronomical as in ISO 8601: 0 is 1 BCE, -43 is 44 BCE. ``circa`` says that
    the date is near, not exact.
    """

    year: int
    month: int = 0
    day: int = 0
    circa: bool = False

    @property
    def precision(self) -> Precision:
        """How exact it is."""
        if not self.month:
            return "year"
        return "day" if self.day else "month"

    @property
    def key(self) -> tuple[int, int, int]:
        """What dates are ordered by; a year stands before its months, these before their days."""
        return self.year, self.month, self.day

    def __str__(self) -> str:
        """``1904-03-10``, ``1904-03``, ``1904``, ``-0043-03-15``: ISO 8601, extended years."""
        year = f"{self.year:04}" if self.year >= 0 else f"-{-self.year:04}"
        parts = (f"{part:02}" for part in (self.month, self.day) if part)
        return "-".join((year, *parts))


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February, in the calendar of its time."""
    return year % 4 == 0 if year < GREGORIAN[0] else calendar.isleap(year)


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day, in the calendar of its time."""
    if month not in range(1, 13) or day < 1 or LAST_JULIAN < (year, month, day) < GREGORIAN:
        return False
    return day <= calendar.monthrange(2000 if is_leap(year) else 2001, month)[1]


def kept_on(date: dt.date) -> tuple[Day, ...]:
    """The days of the year that are kept on a date.

    One; on 28 February of a common year 29 February too.
    """
    day = (date.month, date.day)
    if day == EVE and not calendar.isleap(date.year):
        return (EVE, LEAP_DAY)
    return (day,)


def roundness(years: int) -> Literal[0, 5, 10]:
    """Whether a number of years is a round one: 10 (整十), 5 (整五), or 0."""
    if years <= 0:
        return 0
    if years % 10 == 0:
        return 10
    return 5 if years % 5 == 0 else 0
