"""On This Day (史上的今天): entries of all almanacs by month and day."""

from collections.abc import Iterable, Mapping

from .cards import AlmanacView, EntryCard, EntryView
from .cards import Source as Origin
from .findings import Finding, finding
from .model import Day, Entry
from .resolve import Resolver
from .sources import AlmanacSource, EntrySource

Days = Mapping[Day, tuple[Entry, ...]]


def assemble_days(
    almanacs: Iterable[AlmanacSource], entries: Iterable[EntrySource], resolver: Resolver
) -> tuple[Days, tuple[AlmanacView, ...], list[Finding]]:
    """Days in the order of the year; a day's entries go by year, then by path.

    An entry in a folder without ``_almanac.md``, or whose date is not the one its file
    is named after, is left out, with a finding.
    """
    ordered = sorted(almanacs, key=lambda almanac: (almanac.order, almanac.slug))
    names = {almanac.slug: almanac.name for almanac in ordered}
    findings: list[Finding] = []
    days: dict[Day, list[Entry]] = {}
    for source in sorted(entries, key=lambda entry: (entry.date, entry.path)):
        name = names.get(source.almanac)
        if name is None:
            findings.append(
                finding("error", "almanac-unknown", source.path, almanac=source.almanac)
            )
            continue
        marked = source.path.rpartition("/")[2][:5]
        if marked != f"{source.date:%m-%d}":
            date = source.date.isoformat()
            findings.append(
                finding("error", "entry-date-mismatch", source.path, name=marked, date=date)
            )
            continue
        if not source.sources:
            findings.append(finding("warning", "entry-source-missing", source.path))
        entry = _entry(source, name, resolver)
        days.setdefault((entry.month, entry.day), []).append(entry)
    views = tuple(AlmanacView(a.name, a.name_en, a.description) for a in ordered)
    return {day: tuple(days[day]) for day in sorted(days)}, views, findings


def _entry(source: EntrySource, almanac: str, resolver: Resolver) -> Entry:
    date, url = source.date, resolver.urls[source.path]
    anchor = f"{source.almanac}-{source.slug}"
    picture = resolver.picture(source.path, source.picture)
    card = EntryCard(f"{url}#{anchor}", source.title, date.year, almanac, picture)
    view = EntryView(
        anchor=anchor,
        title=source.title,
        date=date,
        almanac=almanac,
        body=resolver.body(source.path, source.text),
        picture=picture,
        sources=tuple(Origin(spec.name, spec.url) for spec in source.sources),
        tags=source.tags,
    )
    return Entry(date.month, date.day, card, view, source.importance)
