"""How often a column is to have something new (更新频率), and which are late."""

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .findings import Finding, finding
from .model import Article, Column
from .sources import ColumnSource
from .specs import Rhythm

_DAYS = {"daily": 1, "weekly": 7, "fortnightly": 14}
_MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6}

QUIET_NEWS = dt.timedelta(days=14)
"""How long a column of news on an official site may have nothing new.

《政府网站与政务新媒体检查指标》 (国办秘函〔2019〕19号), on columns that are not kept up, as the
survey of 2015 (国办发〔2015〕15号) before it: news within the two weeks before the inspection,
notices and documents within the six months before it; and no column is to be empty.
"""

QUIET_NOTICES = 6
"""The same for a column of notices, in months."""


def due(rhythm: Rhythm, last: dt.date) -> dt.date:
    """The next day by which something is due after ``last``, when something appeared.

    A month without such a day has it on its last: what appeared on 31 January is due again
    on 28 February. Of days of the month it is the first after ``last``.
    """
    if rhythm.days:
        later = min((d for d in _days(last, rhythm.days) if d > last), default=None)
        return later or min(_days(_months_after(last.replace(day=1), 1), rhythm.days))
    if rhythm.every in _MONTHS:
        return _months_after(last, _MONTHS[rhythm.every])
    return last + dt.timedelta(days=_DAYS[rhythm.every])


def _days(month: dt.date, days: Iterable[int]) -> list[dt.date]:
    """Days of the month of a date; one that the month does not have is its last."""
    longest = calendar.monthrange(month.year, month.month)[1]
    return [month.replace(day=min(number, longest)) for number in days]


def _months_after(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    first = day.replace(year=day.year + years, month=month + 1, day=1)
    return _days(first, (day.day,))[0]


class Standing(NamedTuple):
    """How a column keeps its rhythm.

    ``last`` is the day of the newest article in it or in its sub-columns, ``due`` the day by
    which the next is, ``overdue`` how many days ago that was, 0 where it is yet to come.
    Both are told of running columns alone.
    """

    column: Column
    last: dt.date | None
    due: dt.date | None
    overdue: int


def standings(
    columns: Mapping[str, Column], articles: Mapping[str, tuple[Article, ...]], today: dt.date
) -> dict[str, Standing]:
    """How each column stands today, by slug; ``articles`` are those in each, newest first."""
    found = {}
    newest = _newest(columns, articles)
    for slug, column in columns.items():
        last, rhythm, day = newest.get(slug), column.rhythm, None
        if last is not None and rhythm is not None and column.card.phase == "running":
            day = due(rhythm, last)
        overdue = max(0, (today - day).days) if day is not None else 0
        found[slug] = Standing(column, last, day, overdue)
    return found


def _newest(
    columns: Mapping[str, Column], articles: Mapping[str, tuple[Article, ...]]
) -> dict[str, dt.date]:
    """The day of each column's newest article; those of sub-columns count for what is above."""
    newest: dict[str, dt.date] = {}
    for slug in columns:
        # A preview has drafts among them, which nobody can read yet.
        published = (a.date.date() for a in articles[slug] if a.view.state == "published")
        last = next(published, None)
        while last is not None and slug and newest.get(slug, dt.date.min) < last:
            newest[slug] = last
            slug = columns[slug].parent
    return newest


def late(
    sources: Iterable[ColumnSource],
    standing: Mapping[str, Standing],
    today: dt.date,
    *,
    official: bool,
) -> list[Finding]:
    """Say which running columns are empty, overdue or, on an official site, long quiet."""
    found = []
    for source in sources:
        column, last, day, overdue = standing[source.slug]
        if column.card.phase != "running":
            continue
        place = source.name_place
        if last is None:
            found.append(finding("warning", "column-empty", source.path, place.line, place.column))
        elif overdue and day is not None and source.rhythm is not None:
            place = source.rhythm.place
            found.append(
                finding(
                    "warning",
                    "column-overdue",
                    source.path,
                    place.line,
                    place.column,
                    last=last,
                    due=day,
                    days=overdue,
                )
            )
        elif official and source.rhythm is None and _quiet(source, last) < today:
            days = (today - last).days
            where = (source.path, place.line, place.column)
            found.append(
                finding("notice", "column-quiet", *where, last=last, days=days, reason=source.kind)
            )
    return found


def _quiet(source: ColumnSource, last: dt.date) -> dt.date:
    """The last day on which an inspector finds a column in order."""
    if source.kind == "notices":
        return _months_after(last, QUIET_NOTICES)
    return last + QUIET_NEWS
