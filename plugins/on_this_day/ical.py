"""The almanacs as calendars (RFC 5545): each entry of a known day an event of every year."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.edition.date_words import year_in_words
from plugins.edition.dates import LEAP_DAY
from plugins.edition.model import Almanac, Edition
from plugins.edition.plain import plain
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer

from .told import Told, parts, text_of, told
from .words import say, title_of

if TYPE_CHECKING:
    from icalendar import Event

FIRST = 2000
"""The year in which what is older begins: a leap year, so that it has all 366 days.

A date of a calendar file has four digits and no sign (RFC 5545, 3.3.4), so it cannot say a
year before the common era; and programs that go through every year from 1863 on are slow, or
stop at 1970 or 1900. The year of the entry stands in its summary.
"""

STAMP = dt.datetime(FIRST, 1, 1, tzinfo=dt.UTC)
"""DTSTAMP of all events: required (RFC 5545, 3.8.7.2), and any fixed one keeps builds equal.

Who subscribes takes the whole file anew, and does not compare stamps.
"""

DAILY = dt.timedelta(days=1)


def _render(inputs: "DayCalendar", renderer: Renderer) -> bytes:
    # Imported here: it takes time that most builds do not need.
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", "-//Lanmu//On This Day//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # NAME and what follows it are RFC 7986's; X-WR- is what programs knew before it.
    # The library would not escape what it does not know.
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(inputs.title))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, vText(inputs.description))
    calendar.add("url", inputs.address)
    calendar.add("source", inputs.own_address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", DAILY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for entry in inputs.entries:
        calendar.add_component(_event(entry, inputs, renderer))
    return bytes(calendar.to_ical(sorted=False))


def _event(entry: Told, inputs: "DayCalendar", renderer: Renderer) -> "Event":
    from icalendar import Event

    view, language = entry.view, inputs.language
    when = view.when
    year = year_in_words(when.year, language)
    leap = (when.month, when.day) == LEAP_DAY
    # The last day of February is there each year; the 29th would come every fourth one.
    rule = {"freq": "yearly", **({"bymonth": 2, "bymonthday": -1} if leap else {})}
    event = Event()
    event.add("uid", f"{entry.id}@{urlsplit(inputs.address).hostname}")
    event.add("dtstamp", STAMP)
    event.add("dtstart", dt.date(max(FIRST, when.year), when.month, when.day))
    event.add("rrule", rule)
    event.add("summary", say(language, "event", year=year, title=view.title))
    event.add("description", _described(entry, inputs, renderer, leap=leap))
    event.add("url", entry.address)
    event.add("categories", [view.almanac.label])
    # A day of history keeps nobody from making an appointment.
    event.add("transp", "TRANSPARENT")
    return event


def _described(entry: Told, inputs: "DayCalendar", renderer: Renderer, *, leap: bool) -> str:
    language = inputs.language
    lines = [say(language, "leap")] if leap else []
    lines.append(plain(text_of(entry, inputs.origin, renderer)))
    lines += [
        f"{say(language, 'plain_source', name=source.name)} {source.url}".rstrip()
        for source in entry.view.sources
    ]
    return "\n".join([*filter(None, lines), entry.address])


@page_type("/on-this-day/calendar.ics", "/on-this-day/{almanac}/calendar.ics", render=_render)
class DayCalendar(Inputs, frozen=True):
    """A calendar of every year, to subscribe to."""

    title: str
    description: str
    address: str
    own_address: str
    origin: str
    language: str
    entries: tuple[Told, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """That of all almanacs, and one for each."""
        for path, almanac in parts(subject):
            yield Route(f"{path}calendar.ics", partial(cls._of, subject, path, almanac))

    @classmethod
    def _of(cls, edition: Edition, path: str, almanac: Almanac | None) -> "DayCalendar":
        site = edition.site
        title = title_of(site.language, site.name, almanac.view.name if almanac else "")
        said = almanac.view.description if almanac else ""
        return cls(
            title=title,
            description=said or say(site.language, "calendar", name=title),
            address=site.origin + edition.href(path),
            own_address=site.origin + edition.href(f"{path}calendar.ics"),
            origin=site.origin,
            language=site.language,
            entries=tuple(
                told(edition, entry)
                for entries in edition.days.values()
                for entry in entries
                if almanac is None or entry.almanac == almanac.slug
            ),
        )
