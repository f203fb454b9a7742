"""``lanmu almanac``: the anniversaries of a year, and the days without an entry, in words."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from plugins.checks.formats import safe
from plugins.newsroom.plans import Gaps, Plan, PlanRow

from .sheet import sheet
from .words import say

TENS, FIVES = 10, 5

_DAYS_OF_ALL = 366


def planned(plan: Plan, form: str, *, round_only: bool) -> str:
    """A year's plan as text, CSV or JSON; the names in the latter two are English."""
    rows = [row for row in plan.rows if row.round or not round_only]
    if form == "json":
        whole = {"year": plan.year, "entries": [row._asdict() for row in rows]}
        return json.dumps(whole, ensure_ascii=False, indent=2)
    if form == "csv":
        return _csv(rows)
    language = plan.language
    tens, fives = (sum(row.round == each for row in rows) for each in (TENS, FIVES))
    head = say(language, "plan_head", year=plan.year, count=len(rows), tens=tens, fives=fives)
    return "\n".join([head, *(_line(row, language) for row in rows)])


def _csv(rows: Iterable[PlanRow]) -> str:
    cells = ({**row._asdict(), "leap": "29 February" if row.leap else ""} for row in rows)
    return sheet([PlanRow._fields, *(each.values() for each in cells)])


def _line(row: PlanRow, language: str) -> str:
    """``05-08 星期六 ★200周年（整十） 1827年5月8日 ...``: what is round is marked by a star."""
    word = f"plan_{row.round}" if row.round else "plan_years" if row.years else "plan_none"
    return say(
        language,
        "plan_line",
        date=_date(row.date, language),
        years=say(language, word, years=row.years),
        when=row.when,
        title=safe(row.title),
        leap=say(language, "plan_leap") if row.leap else "",
        almanac=safe(row.almanac),
        importance=row.importance,
    )


def _date(text: str, language: str) -> str:
    """``05-08 星期六``; 11月内 or 年内 where the day is not known."""
    _, month, day = (*text.split("-"), "", "")[:3]
    if not day:
        return say(language, "plan_month" if month else "plan_year", month=month.lstrip("0"))
    weekday = say(language, "weekdays").split()[dt.date.fromisoformat(text).weekday()]
    return f"{month}-{day} {weekday}"


def missing(gaps: Gaps, form: str, month: int | None) -> str:
    """The days without an entry as text or JSON, of the whole year or of one month."""
    days = [day for day in gaps.days if month in {None, day[0]}]
    if form == "json":
        whole = {
            "gaps": [f"{each[0]:02}-{each[1]:02}" for each in days],
            "filled": [each._asdict() for each in gaps.filled],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2)
    language = gaps.language
    empty = len(gaps.days)
    lines = [say(language, "gaps_head", filled=_DAYS_OF_ALL - empty, empty=empty)]
    if len(gaps.filled) > 1:
        lines += [
            say(language, "gaps_almanac", name=safe(each.name), filled=each.days)
            for each in gaps.filled
        ]
    between = say(language, "between")
    for number, inside in groupby(days, key=lambda day: day[0]):
        numbers = [day for _, day in inside]
        runs = between.join(_runs(numbers))
        lines.append(say(language, "gaps_month", month=number, count=len(numbers), days=runs))
    return "\n".join(lines)


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """Days in a row as one: 1, 2, 3, 5 are ``1–3`` and ``5``."""
    for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        days = [number for _, number in run]
        yield f"{days[0]}–{days[-1]}" if len(days) > 1 else str(days[0])
