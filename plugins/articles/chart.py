"""A small chart of numbers by year, as bars of an SVG."""

from collections.abc import Sequence

from plugins.edition.stats import YearCounts
from plugins.edition.values import Value

TOP, BOTTOM = 14, 84
"""The highest bar's end and the foot of all, in per cent from the top: words need the rest."""

WIDEST = 10
"""Per cent of the chart that a bar is wide at most."""

NAMED = 6
"""Years that have room for their names on a phone."""

NUMBERED = 12
"""Bars that have room for their numbers on a phone."""


class Bar(Value, frozen=True):
    """A year's bar. ``x``, ``middle``, ``y``, ``width`` and ``height`` are shares of the chart.

    ``name`` is the year where there is room for it, ``number`` how many where there is.
    """

    x: str
    middle: str
    y: str
    width: str
    height: str
    name: str
    number: str


def bars(years: Sequence[YearCounts]) -> tuple[Bar, ...]:
    """A bar for each year from the first to the last, also for those that have nothing.

    None where there is but one year: that is no chart.
    """
    totals = {year.year: year.total for year in years}
    if len(totals) < 2:  # noqa: PLR2004 - one year and another
        return ()
    first, last = min(totals), max(totals)
    span, most = last - first + 1, max(totals.values())
    slot = 100 / span
    width = min(slot * 0.7, WIDEST)
    every = -(-span // NAMED)
    made = []
    for place in range(span):
        year = first + place
        total = totals.get(year, 0)
        height = (BOTTOM - TOP) * total / most
        made.append(
            Bar(
                x=_share(slot * (place + 0.5) - width / 2),
                middle=_share(slot * (place + 0.5)),
                y=_share(BOTTOM - height),
                width=_share(width),
                height=_share(height),
                # Counted from the last year, which readers look for first.
                name=str(year) if (last - year) % every == 0 else "",
                number=str(total) if total and span <= NUMBERED else "",
            )
        )
    return tuple(made)


def _share(number: float) -> str:
    return f"{number:.2f}%"
