"""What editors plan the almanacs by: ``lanmu almanac``."""

from pathlib import Path
from typing import NamedTuple

from plugins.edition.date_words import in_words
from plugins.edition.dates import DAYS, Day
from plugins.edition.findings import Finding
from plugins.edition.model import Edition
from plugins.edition.plan import gaps, plan

from .config import Config, SettingsError
from .newsroom import opened


class PlanRow(NamedTuple):
    """An entry on a date of a year: ``round`` is 10, 5 or 0, ``file`` lies in the content.

    ``date`` is ISO 8601, as exact as the entry's; ``when`` is the entry's date in words.
    """

    date: str
    almanac: str
    title: str
    when: str
    years: int
    round: int
    leap: bool
    importance: int
    file: str


class Plan(NamedTuple):
    """A year's rows; what was found wrong on the way, and the site's language."""

    year: int
    rows: tuple[PlanRow, ...]
    findings: tuple[Finding, ...]
    language: str


class Filled(NamedTuple):
    """How many days of the year an almanac has an entry for."""

    almanac: str
    name: str
    days: int


class Gaps(NamedTuple):
    """The days without an entry, and what each almanac fills."""

    days: tuple[Day, ...]
    filled: tuple[Filled, ...]
    findings: tuple[Finding, ...]
    language: str


def year_plan(config: Config, content: Path, year: int | None, almanac: str) -> Plan:
    """What is kept in a year; in this one where none is given.

    Raises what ``Newsroom`` does, and ``SettingsError`` for an almanac that is not there.
    """
    with opened(config, content) as newsroom:
        edition = newsroom.assembled.edition
        _know(edition, almanac)
        language, asked = edition.site.language, year or edition.today.year
        rows = tuple(
            PlanRow(
                date=kept.date,
                almanac=kept.entry.view.almanac.label,
                title=kept.entry.view.title,
                when=in_words(kept.entry.when, language),
                years=kept.years,
                round=kept.round,
                leap=kept.leap,
                importance=kept.entry.importance,
                file=f"on-this-day/{kept.entry.id}.md",
            )
            for kept in plan(edition, asked, almanac)
        )
        return Plan(asked, rows, newsroom.findings, language)


def empty_days(config: Config, content: Path, almanac: str) -> Gaps:
    """The days that no almanac has an entry for, or that one has not.

    Raises as ``year_plan`` does.
    """
    with opened(config, content) as newsroom:
        edition = newsroom.assembled.edition
        _know(edition, almanac)
        filled = tuple(
            Filled(slug, one.view.name, len(DAYS) - len(gaps(edition, slug)))
            for slug, one in edition.almanacs.items()
            if almanac in {"", slug}
        )
        return Gaps(gaps(edition, almanac), filled, newsroom.findings, edition.site.language)


def _know(edition: Edition, almanac: str) -> None:
    if almanac and almanac not in edition.almanacs:
        names = ", ".join(edition.almanacs) or "-"
        said = "there is no almanac {name}; there are: {names}"
        raise SettingsError("almanac-unknown", said, name=almanac, names=names)
