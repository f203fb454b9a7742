"""Days of the year as pages show them, and which of them stands for today."""

import datetime as dt
from collections.abc import Iterator

from .cards import EntryCard, PastArticle
from .dates import DAYS, LEAP_DAY, Day, When, kept_on, roundness
from .model import Edition, Entry
from .urls import history_url, year_url
from .values import Value


class DayLink(Value, frozen=True):
    """A day of the year (month 1 to 12, day 1 to 31) and how many entries it has."""

    month: int
    day: int
    url: str
    count: int = 0


class Occasion(Value, frozen=True):
    """An entry on a given date: how many years ago it was, 0 where that is not to be said.

    ``leap`` says that its own day, 29 February, is not there this year.
    """

    entry: EntryCard
    years: int = 0
    leap: bool = False

    @property
    def is_round(self) -> bool:
        """Whether the anniversary is a round one (整五整十)."""
        return roundness(self.years) > 0


class DayBlock(Value, frozen=True):
    """On This Day (史上的今天); ``is_today`` is false where the next day stands in.

    ``year`` is the one that ``day`` lies in. ``articles`` are the site's own of that day in
    earlier years (本报往年今日).

    The rest is for the script that turns the block to the right day between builds: the day of
    the build in ``zone`` (a name of the IANA database), the slug of the almanac (none: of all),
    the folder of the days' data (none where there is no almanac), and how many entries and
    articles are shown at most (0: all).
    """

    day: DayLink
    year: int
    occasions: tuple[Occasion, ...]
    is_today: bool
    articles: tuple[PastArticle, ...]
    built: dt.date
    zone: str
    almanac: str
    data: str
    shown: int
    past: int


SHOWN = 4
"""Entries shown in a block; the day's page has them all."""

PAST = 3
"""Articles of earlier years shown in a block."""

DATA = "/on-this-day/data/"
"""The folder of the days' data, a file a month."""


def day_path(day: Day, almanac: str = "") -> str:
    """The path of a day's page, of all almanacs or of one."""
    path = history_url(When(0, *day))
    return path.replace("/on-this-day/", f"/on-this-day/{almanac}/") if almanac else path


def day_link(edition: Edition, day: Day, almanac: str = "") -> DayLink:
    """A day's page, of all almanacs or of one, and how many entries it has."""
    path = edition.href(day_path(day, almanac))
    return DayLink(*day, path, len(entries_on(edition, day, almanac)))


def history_paths(edition: Edition) -> Iterator[str]:
    """The pages of On This Day that have something to tell, for the sitemap."""
    if not edition.almanacs:
        return
    yield "/on-this-day/years/"
    yield from (history_url(When(0, month)) for month in range(1, 13))
    yield from (year_url(year) for year in sorted({e.when.year for e in edition.entries}))
    yield from (day_path(day) for day in DAYS if day in edition.days or day in edition.on_day)
    for slug in edition.almanacs:
        yield f"/on-this-day/{slug}/"
        yield from (day_path(day, slug) for day in DAYS if entries_on(edition, day, slug))


def beside(edition: Edition, day: Day, almanac: str = "") -> tuple[DayLink, DayLink]:
    """The day before and the day after, round the year: links that count nothing."""
    at = DAYS.index(day)
    days = DAYS[at - 1], DAYS[(at + 1) % len(DAYS)]
    before, after = (DayLink(*each, edition.href(day_path(each, almanac))) for each in days)
    return before, after


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
            # A date that is near only has no anniversary.
            years = 0 if entry.when.circa else date.year - entry.when.year
            leap = day == LEAP_DAY and len(kept) > 1
            found.append((entry, Occasion(entry.card, max(0, years), leap)))
    return sorted(found, key=lambda each: (each[0].when.key, each[0].id))


def today_block(
    edition: Edition, *, almanac: str = "", shown: int = SHOWN, past: int = PAST
) -> DayBlock | None:
    """What is kept today, or on the next day that has an entry; None where none has.

    At most ``shown`` entries (0: all): the most important and round anniversaries, in the
    order of their years; and at most ``past`` of the site's own articles of earlier years,
    which belong to no almanac.
    """
    for date in _from(edition.today):
        kept = occasions(edition, date, almanac)
        articles = [] if almanac else _articles_of(edition, date)
        if kept or (articles and date == edition.today):
            break
    else:
        return None
    ranked = sorted(kept, key=lambda each: -weight(*each))[: shown or None]
    chosen = {entry.id for entry, _ in ranked}
    return DayBlock(
        day=day_link(edition, (date.month, date.day), almanac),
        year=date.year,
        occasions=tuple(occasion for entry, occasion in kept if entry.id in chosen),
        is_today=date == edition.today,
        articles=tuple(articles[: past or None]),
        built=edition.today,
        zone=edition.zone,
        almanac=almanac,
        data=edition.href(DATA) if edition.almanacs else "",
        shown=shown,
        past=past,
    )


def _articles_of(edition: Edition, date: dt.date) -> list[PastArticle]:
    return [one for day in kept_on(date) for one in past_articles(edition, day, date.year)]


def weight(entry: Entry, occasion: Occasion) -> int:
    """What is shown first where not all is: a round year counts as much as one step, or two."""
    return entry.importance * 5 + roundness(occasion.years)


def _from(today: dt.date) -> Iterator[dt.date]:
    """The days of a year from today on."""
    # The last days of the calendar have nothing after them.
    left = min(366, (dt.date.max - today).days + 1)
    return (today + dt.timedelta(days) for days in range(left))
