"""The filters of the theme's templates. They know the site's language."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import pass_environment
from markupsafe import Markup

from plugins.edition.bodies import Show, expand, without_ids
from plugins.edition.cards import Body
from plugins.edition.date_words import in_words, year_in_words
from plugins.edition.dates import GREGORIAN, When
from plugins.edition.picture_cards import Picture, Rendition
from plugins.edition.times import whole_minutes
from plugins.linked_data.filters import DATA
from plugins.press.templates import Environment

if TYPE_CHECKING:
    from babel import Locale

LOCALES = {"zh-Hans": "zh_Hans_CN", "en": "en_GB"}
"""Languages of the interface, and how their dates are written."""

Macro = Callable[[Any], object]
"""A macro of a template: it makes markup of one thing."""


@lru_cache
def _locale(language: str) -> "Locale":
    # Imported here: it takes time that a build in which nothing changed does not need.
    from babel import Locale

    return Locale.parse(LOCALES[language])


@lru_cache(maxsize=8192)
def _formatted(language: str, year: int, month: int, number: int, form: str) -> str:
    from babel.dates import format_date

    return str(format_date(dt.date(year, month, number), form, locale=_locale(language)))


def _in_words(environment: Environment, value: dt.date, form: str) -> str:
    """A day in words, kept: an archive says each many times, and to find the words takes long."""
    # By its numbers: two moments are equal in different zones, where their days differ.
    language = environment.options["language"]
    return _formatted(language, value.year, value.month, value.day, form)


@pass_environment
def day(environment: Environment, value: dt.date) -> str:
    """2021年7月15日, or 15 July 2021."""
    return _in_words(environment, value, "long")


@pass_environment
def time(environment: Environment, value: dt.datetime) -> str:
    """The day and the time, 2021年7月15日 09:30; the day alone where the time is midnight."""
    shown = _in_words(environment, value, "long")
    if (value.hour, value.minute, value.second) == (0, 0, 0):
        return shown
    return f"{shown} {value.hour:02}:{value.minute:02}"


def short(value: dt.date) -> str:
    """Month and day, 07-15."""
    return f"{value.month:02}-{value.day:02}"


@pass_environment
def weekday(environment: Environment, value: dt.date) -> str:
    """星期四, or Thursday."""
    return _in_words(environment, value, "EEEE")


def iso(value: dt.date) -> str:
    """For ``<time datetime>``: HTML's form of a date, or of a date with time and offset."""
    if isinstance(value, dt.datetime):
        return whole_minutes(value).isoformat(timespec="minutes")
    return value.isoformat()


@pass_environment
def month_name(environment: Environment, number: int) -> str:
    """七月, or July, by the number 1 to 12."""
    months = _locale(environment.options["language"]).months
    return str(months["stand-alone"]["wide"][number])


@pass_environment
def year_label(environment: Environment, year: int) -> str:
    """1859年, or 1859; 公元前44年, or 44 BC. 0 is 1 BC (astronomical years)."""
    return year_in_words(year, environment.options["language"])


@pass_environment
def when(environment: Environment, value: When) -> str:
    """1904年3月10日, 1904年3月, 约1904年; 10 March 1904, March 1904, c. 1904."""
    return in_words(value, environment.options["language"])


def when_iso(value: When) -> str:
    """For ``<time datetime>``; nothing where HTML has no form for a date.

    A year alone has four digits or more, a month and a day stand after it (HTML, 2.3.5). There is
    none before the common era, and its days are Gregorian: a day told by the Julian calendar
    would be taken for another one, or, as 29 February 1500, for none.
    """
    julian = value.day > 0 and value.key < GREGORIAN
    return "" if julian or value.year <= 0 else str(value)


@pass_environment
def taken_on(environment: Environment, picture: Picture) -> str:
    """When a picture was taken, as exact as it is known: 2021年5月8日, 2021年5月, 2021年."""
    year, *rest = map(int, picture.when.split("-"))
    month, day_ = (*rest, 0, 0)[:2]
    return in_words(When(year, month, day_), environment.options["language"])


def srcset(renditions: Iterable[Rendition]) -> str:
    """The sizes of a picture as ``<img srcset>`` lists them."""
    return ", ".join(f"{one.url} {one.width}w" for one in renditions)


def _show(picture: Macro, *others: Macro | None) -> Show:
    """Macros that show a picture, its words, a gallery, a film: what they make is text here."""
    return Show(_as_text(picture), *[_as_text(each) if each else None for each in others])


def _as_text(macro: Macro) -> Callable[[Any], str]:
    return lambda thing: str(macro(thing))


@pass_environment
def html(environment: Environment, body: Body, *macros: Macro) -> Markup:
    """A body's HTML; the macros show what it names, in the order of ``Show``."""
    text = environment.texts(body.key)
    # The reader cleaned the text with a sanitiser; what fills it is escaped.
    return Markup(expand(body, text, _show(*macros)))  # noqa: S704


@pass_environment
def elsewhere(environment: Environment, body: Body, url: str, *macros: Macro) -> Markup:
    """A body's HTML on a page that is not its own: its places lead to the one at ``url``."""
    text = without_ids(environment.texts(body.key))
    return Markup(expand(body, text, _show(*macros), fragments=url))  # noqa: S704 - as above


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "time": time,
    "short": short,
    "weekday": weekday,
    "iso": iso,
    "month_name": month_name,
    "year_label": year_label,
    "when": when,
    "when_iso": when_iso,
    "taken_on": taken_on,
    "srcset": srcset,
    "html": html,
    "elsewhere": elsewhere,
    **DATA,
}
