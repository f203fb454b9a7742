"""What editors plan the almanacs by: ``lanmu almanac``."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from plugins.edition.date_words import in_words
from plugins.edition.dates import DAYS, Day
from plugins.edition.findings import Finding
from plugins.edition.model import Edition
from plugins.edition.plan import gaps, plan

from .config import Config, SettingsError
from .newsroom import Newsroom

T = TypeVar("T")


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


class Gaps(NamedTuple):
    """The days without an entry; of each almanac by its name, how many days have one."""

    days: tuple[Day, ...]
    filled: dict[str, int]
    findings: tuple[Finding, ...]
    language: str


def year_plan(config: Config, content: Path, year: int | None, almanac: str) -> Plan:
    """What is kept in a year; in this one where none is given.

    Raises what ``Newsroom`` does, and ``SettingsError`` for an almanac that is not there.
    """

    def rows(edition: Edition) -> tuple[int, tuple[PlanRow, ...]]:
        _know(edition, almanac)
        language, asked = edition.site.language, year or edition.today.year
        made = [
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
        ]
        return asked, tuple(made)

    (asked, made), findings, language = _opened(config, content, rows)
    return Plan(asked, made, findings, language)


def empty_days(config: Config, content: Path, almanac: str) -> Gaps:
    """The days that no almanac has an entry for, or that one has not.

    Raises as ``year_plan`` does.
    """

    def days(edition: Edition) -> tuple[tuple[Day, ...], dict[str, int]]:
        _know(edition, almanac)
        filled = {
            one.view.name: len(DAYS) - len(gaps(edition, slug))
            for slug, one in edition.almanacs.items()
            if almanac in {"", slug}
        }
        return gaps(edition, almanac), filled

    (empty, filled), findings, language = _opened(config, content, days)
    return Gaps(empty, filled, findings, language)


def _know(edition: Edition, almanac: str) -> None:
    if almanac and almanac not in edition.almanacs:
        names = ", ".join(edition.almanacs) or "-"
        said = "there is no almanac {name}; there are: {names}"
        raise SettingsError("almanac-unknown", said, name=almanac, names=names)


def _opened(
    config: Config, content: Path, ask: Callable[[Edition], T]
) -> tuple[T, tuple[Finding, ...], str]:
    theme = Path(__file__).parents[2] / "theme"
    newsroom = Newsroom(config, content, theme, {})
    try:
        newsroom.open(pictures=False)
        found = tuple(sorted(set(newsroom.findings)))
        return ask(newsroom.assembled.edition), found, newsroom.language
    finally:
        newsroom.close()
