"""On This Day (史上的今天): entries of all almanacs by month and day."""

from collections.abc import Collection, Iterable, Mapping

from .cards import AlmanacView, EntryCard, EntryView
from .cards import Source as Origin
from .findings import Finding, finding
from .model import Day, Entry
from .resolve import Resolver
from .sources import AlmanacSource, EntrySource

Days = Mapping[Day, tuple[Entry, ...]]


def sound_entries(
    almanacs: Collection[str], entries: Iterable[EntrySource]
) -> tuple[list[EntrySource], list[Finding]]:
    """The entries that can stand on a day, and what is wrong with them and the others.

    An entry in a folder without ``_almanac.md``, or whose date is not the one its file is
    named after, is left out.
    """
    sound: list[EntrySource] = []
    findings: list[Finding] = []
    for source in entries:
        path, date = source.path, source.date.isoformat()
        named = path.rpartition("/")[2][:5]
        if source.almanac not in almanacs:
            findings.append(finding("error", "almanac-unknown", path, almanac=source.almanac))
        elif named != date[-5:]:
            findings.append(finding("error", "entry-date-mismatch", path, name=named, date=date))
        else:
            if not source.sources:
                findings.append(finding("warning", "entry-source-missing", path))
            sound.append(source)
    return sound, findings


def assemble_days(
    almanacs: Iterable[AlmanacSource], entries: Iterable[EntrySource], resolver: Resolver
) -> tuple[Days, tuple[AlmanacView, ...]]:
    """Days in the order of the year; a day's entries go by year, then by path."""
    ordered = sorted(almanacs, key=lambda almanac: (almanac.order, almanac.slug))
    names = {almanac.slug: almanac.name for almanac in ordered}
    days: dict[Day, list[Entry]] = {}
    for source in sorted(entries, key=lambda entry: (entry.date, entry.path)):
        entry = _entry(source, names[source.almanac], resolver)
        days.setdefault((entry.month, entry.day), []).append(entry)
    views = tuple(AlmanacView(a.name, a.name_en, a.description) for a in ordered)
    return {day: tuple(days[day]) for day in sorted(days)}, views


def _entry(source: EntrySource, almanac: str, resolver: Resolver) -> Entry:
    date, url = source.date, resolver.urls[source.path]
    anchor = f"{source.almanac}-{source.slug}"
    picture = resolver.picture(source.path, source.picture)
    card = EntryCard(f"{url}#{anchor}", source.title, date.year, almanac, picture, source.status)
    view = EntryView(
        anchor=anchor,
        title=source.title,
        date=date,
        almanac=almanac,
        body=resolver.body(source.path, source.text),
        picture=picture,
        sources=tuple(Origin(spec.name, spec.url) for spec in source.sources),
        tags=source.tags,
        state=source.status,
    )
    return Entry(date.month, date.day, card, view, source.importance)
