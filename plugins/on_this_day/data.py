"""The days as JSON: one file a day for other sites, one a month for the pages' own script."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec

from plugins.edition.date_words import day_in_words, in_words, year_in_words
from plugins.edition.dates import DAYS, Day, When
from plugins.edition.model import Edition
from plugins.edition.picture_cards import Picture
from plugins.edition.plain import plain
from plugins.edition.today import PAST, day_link, past_articles
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer

from .schema import VERSION, schema
from .told import Told, text_of, told


class Past(Value, frozen=True, array_like=False):
    """An article of the site's own; ``url`` is a path."""

    year: int
    year_label: str
    title: str
    url: str


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def _day(inputs: "DayData", renderer: Renderer) -> bytes:
    return _json(
        {
            "version": VERSION,
            "day": f"{inputs.day[0]:02}-{inputs.day[1]:02}",
            "name": day_in_words(inputs.day, inputs.language),
            "url": inputs.origin + inputs.url,
            "entries": [_entry(entry, inputs, renderer) for entry in inputs.entries],
            "articles": [
                {**msgspec.to_builtins(one), "url": inputs.origin + one.url}
                for one in inputs.articles
            ],
        }
    )


def _entry(entry: Told, inputs: "DayData", renderer: Renderer) -> dict[str, Any]:
    view, origin = entry.view, inputs.origin
    html = text_of(entry, origin, renderer)
    found: dict[str, Any] = {
        "id": entry.id,
        "almanac": {
            "slug": entry.almanac,
            "name": view.almanac.label,
            "url": origin + view.almanac.url,
        },
        "year": view.when.year,
        "year_label": year_in_words(view.when.year, inputs.language),
        "date": str(view.when),
        "precision": view.when.precision,
        "circa": view.when.circa,
        "title": view.title,
        "html": html,
        "text": plain(html),
        "url": entry.address,
        "sources": [
            {"name": source.name, **({"url": source.url} if source.url else {})}
            for source in view.sources
        ],
        "people": view.people,
        "places": view.places,
        "tags": view.tags,
        "importance": entry.importance,
    }
    if view.lunar:
        found["lunar"] = view.lunar
    if view.picture is not None and not view.picture.missing:
        found["image"] = _image(view.picture, origin)
    return found


def _image(picture: Picture, origin: str) -> dict[str, Any]:
    shown = picture.fallback
    return {
        "url": origin + shown.url,
        "width": shown.width,
        "height": shown.height,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
    }


@page_type("/on-this-day/{month:number}-{day:number}.json", render=_day)
class DayData(Inputs, frozen=True):
    """What a day of the year recalls; its form is that of ``schema.json``."""

    day: Day
    url: str
    origin: str
    language: str
    entries: tuple[Told, ...]
    articles: tuple[Past, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """All 366 days, where the site has an almanac: an empty one is an answer too."""
        for month, day in DAYS if subject.almanacs else ():
            url = f"/on-this-day/{month:02}-{day:02}.json"
            yield Route(url, partial(cls._of, subject, (month, day)))

    @classmethod
    def _of(cls, edition: Edition, day: Day) -> "DayData":
        return cls(
            day=day,
            url=day_link(edition, day).url,
            origin=edition.site.origin,
            language=edition.site.language,
            entries=tuple(told(edition, entry) for entry in edition.days.get(day, ())),
            articles=_articles(edition, day),
        )


def _schema(inputs: "DaySchema", _renderer: Renderer) -> bytes:
    return _json(schema(inputs.address))


@page_type("/on-this-day/schema.json", render=_schema)
class DaySchema(Inputs, frozen=True):
    """The form of a day's data."""

    address: str

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one file."""
        if subject.almanacs:
            path = "/on-this-day/schema.json"
            yield Route(path, cls(address=subject.site.origin + subject.href(path)))


class Line(Value, frozen=True, omit_defaults=True, array_like=False):
    """An entry as the script shows it; ``url`` is a path."""

    id: str
    year: int
    year_label: str
    title: str
    url: str
    almanac: str
    importance: int
    circa: bool = False


class Lines(Value, frozen=True, array_like=False):
    """A day of a month: entries oldest first, articles newest first."""

    entries: tuple[Line, ...]
    articles: tuple[Past, ...]


def _month(inputs: "MonthData", _renderer: Renderer) -> bytes:
    days = {f"{day:02}": lines for day, lines in inputs.days}
    whole = {"almanacs": dict(inputs.almanacs), "next": dict(inputs.next), "days": days}
    return msgspec.json.encode(whole) + b"\n"


@page_type("/on-this-day/data/{month:number}.json", render=_month)
class MonthData(Inputs, frozen=True):
    """A month for the script that turns a page to the right day between two builds.

    ``almanacs`` are slugs and names; ``next`` has the next month with entries of each
    almanac, and of all (an empty slug). It is the site's own affair and may change with it.
    """

    days: tuple[tuple[int, Lines], ...]
    almanacs: tuple[tuple[str, str], ...]
    next: tuple[tuple[str, int], ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The twelve of them, where the site has an almanac."""
        filled = {
            slug: sorted({month for month, _ in days}) for slug, days in _filled(subject).items()
        }
        for month in range(1, 13) if subject.almanacs else ():
            following = tuple(
                (slug, next((each for each in months if each > month), months[0]))
                for slug, months in sorted(filled.items())
            )
            url = f"/on-this-day/data/{month:02}.json"
            yield Route(url, partial(cls._of, subject, month, following))

    @classmethod
    def _of(
        cls, edition: Edition, month: int, following: tuple[tuple[str, int], ...]
    ) -> "MonthData":
        days = ((day, _lines(edition, day)) for day in DAYS if day[0] == month)
        return cls(
            days=tuple((day[1], lines) for day, lines in days if lines.entries or lines.articles),
            almanacs=tuple((slug, one.view.name) for slug, one in edition.almanacs.items()),
            next=following,
        )


def _filled(edition: Edition) -> dict[str, set[Day]]:
    """The days that have entries, of each almanac and of all."""
    found: dict[str, set[Day]] = {}
    for day, entries in edition.days.items():
        found.setdefault("", set()).add(day)
        for entry in entries:
            found.setdefault(entry.almanac, set()).add(day)
    return found


def _lines(edition: Edition, day: Day) -> Lines:
    language = edition.site.language
    entries = tuple(
        Line(
            id=entry.id,
            year=entry.when.year,
            year_label=in_words(When(entry.when.year, circa=entry.when.circa), language),
            title=entry.card.title,
            url=entry.card.url,
            almanac=entry.almanac,
            importance=entry.importance,
            circa=entry.when.circa,
        )
        for entry in edition.days.get(day, ())
    )
    return Lines(entries, _newest(_articles(edition, day)))


def _articles(edition: Edition, day: Day) -> tuple[Past, ...]:
    """The site's own articles of a day of any year, newest first."""
    language = edition.site.language
    return tuple(
        Past(one.year, year_in_words(one.year, language), one.title, one.url)
        for one in past_articles(edition, day)
    )


def _newest(articles: tuple[Past, ...]) -> tuple[Past, ...]:
    """As many as a block shows in the year of the newest of them, and in any later one."""
    earlier = [one for one in articles if one.year < articles[0].year]
    return tuple(dict.fromkeys((*articles[:PAST], *earlier[:PAST])))
