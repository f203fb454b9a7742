"""Which day of the almanacs stands for today."""

import datetime as dt
from collections.abc import Iterator

from .cards import DayBlock, DayLink, Occasion, PastArticle
from .dates import LEAP_DAY, Day, When, kept_on, roundness
from .model import Edition, Entry
from .urls import history_url

SHOWN = 4
"""Entries shown in a block; the day's page has them all."""

PAST = 3
"""Articles of earlier years shown in a block."""


def day_link(edition: Edition, day: Day, almanac: str = "") -> DayLink:
    """A day's page, of all almanacs or of one, and how many entries it has."""
    month, number = day
    path = history_url(When(0, month, number))
    if almanac:
        path = path.replace("/on-this-day/", f"/on-this-day/{almanac}/")
    return DayLink(month, number, edition.href(path), len(entries_on(edition, day, almanac)))


def entries_on(edition: Edition, day: Day, almanac: str = "") -> tuple[Entry, ...]:
    """The entries of a day of the year, oldest first, of all almanacs or of one."""
    entries = edition.days.get(day, ())
    return tuple(e for e in entries if e.almanac == almanac) if almanac else entries


def past_articles(edition: Edition, day: Day, before: int | None = None) -> list[PastArticle]:
    """The site's own articles of a day of the year, newest first; only before a year."""
    return [
        PastArticle(article.date.year, article.view.title, article.url, article.view.state)
        for article in edition.on_day.get(day, ())
        if before is None or article.date.year < before
    ]


def occasions(edition: Edition, date: dt.date, almanac: str = "") -> list[tuple[Entry, Occasion]]:
    """What is kept on a date: each entry of its day, and how many years ago it was.

    On 28 February of a common year that includes 29 February, marked.
    """
    kept = kept_on(date)
    found = []
    for day in kept:
        for entry in entries_on(edition, day, almanac):
            years = date.year - entry.when.year
            leap = day == LEAP_DAY and len(kept) > 1
            found.append((entry, Occasion(entry.card, max(0, years), leap)))
    return sorted(found, key=lambda each: (each[0].when.key, each[0].id))


def today_block(
    edition: Edition, *, almanac: str = "", shown: int | None = SHOWN, past: int | None = PAST
) -> DayBlock | None:
    """What is kept today, or on the next day that has an entry; None where none has.

    At most ``shown`` entries: the most important and round anniversaries, in the order of
    their years; and at most ``past`` of the site's own articles of earlier years, which
    belong to no almanac.
    """
    for date in _from(edition.today):
        kept = occasions(edition, date, almanac)
        articles = [] if almanac else _articles_of(edition, date)
        if kept or (articles and date == edition.today):
            break
    else:
        return None
    ranked = sorted(kept, key=lambda each: -_weight(*each))[:shown]
    return DayBlock(
        day=day_link(edition, (date.month, date.day), almanac),
        year=date.year,
        occasions=tuple(each[1] for each in kept if each in ranked),
        is_today=date == edition.today,
        articles=tuple(articles[:past]),
    )


def _articles_of(edition: Edition, date: dt.date) -> list[PastArticle]:
    return [one for day in kept_on(date) for one in past_articles(edition, day, date.year)]


def _weight(entry: Entry, occasion: Occasion) -> int:
    """What is shown first where not all is: a round year counts as much as one step, or two."""
    return entry.importance * 5 + roundness(occasion.years)


def _from(today: dt.date) -> Iterator[dt.date]:
    """The days of a year from today on."""
    # The last days of the calendar have nothing after them.
    left = min(366, (dt.date.max - today).days + 1)
    return (today + dt.timedelta(days) for days in range(left))
