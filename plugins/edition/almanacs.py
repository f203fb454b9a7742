"""On This Day (史上的今天): entries of all almanacs by month and day."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from .cards import AlmanacView, EntryCard, EntryView, Link
from .cards import Source as Origin
from .dates import Day
from .findings import Finding, finding
from .model import Almanac, Entry
from .names import same_names
from .resolve import Resolver
from .sources import AlmanacSource, EntrySource
from .urls import anchor_of, url_of

_TAKEN = re.compile(r"\d\d(?:-\d\d)?|years|data|embed")
"""Addresses below /on-this-day/ that are no almanac's: days, months, years, data, a small page."""


class History(NamedTuple):
    """What the almanacs hold: all entries oldest first, and those of each day of the year."""

    almanacs: Mapping[str, Almanac]
    entries: tuple[Entry, ...]
    days: Mapping[Day, tuple[Entry, ...]]


def sound_almanacs(
    almanacs: Iterable[AlmanacSource],
) -> tuple[list[AlmanacSource], list[Finding]]:
    """The almanacs that have an address of their own, in their order; and what is wrong."""
    sound: list[AlmanacSource] = []
    findings: list[Finding] = []
    for source in sorted(almanacs, key=lambda almanac: (almanac.order, almanac.slug)):
        if _TAKEN.fullmatch(source.slug):
            findings.append(
                finding("error", "almanac-slug-taken", source.path, 1, 1, name=source.slug)
            )
        else:
            sound.append(source)
    return sound, [*findings, *same_names(sound)]


def sound_entries(
    almanacs: Iterable[AlmanacSource], entries: Iterable[EntrySource]
) -> tuple[list[EntrySource], list[Finding]]:
    """The entries that can stand on a day, and what is wrong with them and the others.

    An entry in a folder without ``_almanac.md``, one whose date is not the one its file is
    named after, and one whose place on its page another has, is left out.
    """
    known = {almanac.slug for almanac in almanacs}
    sound: list[EntrySource] = []
    findings: list[Finding] = []
    places: dict[tuple[str, str], str] = {}
    for source in sorted(entries, key=lambda entry: (entry.status == "draft", entry.path)):
        path, (line, column) = source.path, (source.place.line, source.place.column)
        named, date = path.rpartition("/")[2][:5], source.date
        wanted = f"{date.month:02}-{date.day:02}"
        if source.almanac not in known:
            findings.append(finding("error", "almanac-unknown", path, almanac=source.almanac))
            continue
        if named != wanted:
            what = {"name": named, "date": date, "wanted": wanted}
            findings.append(finding("error", "entry-date-mismatch", path, line, column, **what))
            continue
        other = places.setdefault((url_of(source), anchor_of(source)), path)
        if other != path:
            findings.append(finding("error", "entry-place-taken", path, line, column, other=other))
            continue
        if not source.sources:
            findings.append(finding("warning", "entry-source-missing", path, line, column))
        sound.append(source)
    return sound, findings


def assemble_history(
    almanacs: Iterable[AlmanacSource], entries: Collection[EntrySource], resolver: Resolver
) -> History:
    """Almanacs, entries by time and path, and days in the order of the year."""
    counts = Counter(source.almanac for source in entries)
    made = {a.slug: _almanac(a, counts[a.slug], resolver) for a in almanacs}
    listed: list[Entry] = []
    days: dict[Day, list[Entry]] = {}
    for source in sorted(entries, key=lambda entry: (entry.date.key, entry.path)):
        almanac = made[source.almanac]
        entry = _entry(source, Link(almanac.view.name, almanac.url), resolver)
        listed.append(entry)
        if entry.when.day:
            days.setdefault(entry.day, []).append(entry)
    return History(made, tuple(listed), {day: tuple(days[day]) for day in sorted(days)})


def _almanac(source: AlmanacSource, count: int, resolver: Resolver) -> Almanac:
    url = resolver.urls[source.path]
    view = AlmanacView(
        name=source.name,
        name_en=source.name_en,
        url=url,
        description=source.description,
        accent=source.accent,
        count=count,
    )
    return Almanac(source.slug, url, view, resolver.body(source.path, source.text))


def _entry(source: EntrySource, almanac: Link, resolver: Resolver) -> Entry:
    path, url, anchor = source.path, resolver.urls[source.path], anchor_of(source)
    picture = resolver.picture(path, source.picture)
    card = EntryCard(
        f"{url}#{anchor}", source.title, source.date, almanac.label, picture, source.status
    )
    view = EntryView(
        anchor=anchor,
        title=source.title,
        when=source.date,
        almanac=almanac,
        body=resolver.body(path, source.text),
        picture=picture,
        sources=tuple(Origin(spec.name, spec.url) for spec in source.sources),
        tags=source.tags,
        people=source.people,
        places=source.places,
        lunar=source.lunar,
        state=source.status,
    )
    return Entry(
        id=path.removeprefix("on-this-day/").removesuffix(".md"),
        almanac=source.almanac,
        when=source.date,
        url=url,
        card=card,
        view=view,
        importance=source.importance,
        articles=resolver.articles(path, source.articles),
    )
