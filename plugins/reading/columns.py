"""Values that columns and numbered articles have: rhythm, numbers, series."""

import re
from collections.abc import Callable, Mapping
from typing import Literal, TypeVar

from plugins.edition.specs import Count, Every, Name, Rhythm, SeriesSpec

from .fields import Fields
from .keys import SERIES_KEYS
from .nodes import Mapping as Keys
from .nodes import Scalar, Sequence
from .notes import Notes
from .numerals import NUMBER, number_of
from .words import tidy

T = TypeVar("T")

LONGEST_MONTH = 31

_WIDE = str.maketrans("０１２３４５６７８９，", "0123456789,")
_COUNT = re.compile(
    rf"第?\s*(?:(?P<digits>\d{{1,4}})|(?P<signs>{NUMBER}))\s*[期篇讲课集回号]?", re.ASCII
)
_DAYS = re.compile(r"(?:每月)?((?:\s*\d{1,2}\s*[日号]?\s*(?:[、,和及]|$))+)", re.ASCII)
_FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
_SORTS: dict[str, Literal["newest", "oldest"]] = {
    "newest": "newest",
    "最新在前": "newest",
    "oldest": "oldest",
    "最早在前": "oldest",
}
_KINDS: dict[str, Literal["news", "notices"]] = {
    **dict.fromkeys(("news", "动态", "要闻"), "news"),
    **dict.fromkeys(("notices", "通知", "公告", "通知公告"), "notices"),
}
_EVERY: dict[str, Every] = {
    **dict.fromkeys(("daily", "每日", "每天"), "daily"),
    **dict.fromkeys(("weekly", "每周", "每星期"), "weekly"),
    **dict.fromkeys(("fortnightly", "每两周", "双周"), "fortnightly"),
    **dict.fromkeys(("monthly", "每月"), "monthly"),
    **dict.fromkeys(("quarterly", "每季度", "每季"), "quarterly"),
    **dict.fromkeys(("half-yearly", "每半年"), "half-yearly"),
}


def parse_count(text: str) -> int | None:
    """A number from 1: ``12``, ``第12期``, ``第２篇``, ``第十二期``; None where it is none."""
    match = _COUNT.fullmatch(text.translate(_WIDE))
    if match is None:
        return None
    return number_of(match["signs"]) if match["signs"] else int(match["digits"]) or None


def parse_rhythm(text: str) -> Rhythm | None:
    """How often: a period (``weekly``, ``每周``) or days (``每月5日、20日``, ``5、20``)."""
    every = _EVERY.get(text.lower())
    if every is not None:
        return Rhythm(every)
    match = _DAYS.fullmatch(text.translate(_WIDE))
    if match is None:
        return None
    days = {int(number) for number in re.findall(r"\d+", match[1])}
    sound = min(days) > 0 and max(days) <= LONGEST_MONTH
    return Rhythm("", tuple(sorted(days))) if sound else None


def one_of(words: Mapping[str, T]) -> Callable[[str], T | None]:
    """What reads a word that stands for a value."""
    return lambda text: words.get(text.lower())


flag = one_of(_FLAGS)
sort = one_of(_SORTS)
kind = one_of(_KINDS)


def value(fields: Fields, name: str, parse: Callable[[str], T | None], form: str) -> T | None:
    """Read a value by ``parse``, a list as one text; what it cannot read is a finding."""
    node = fields.node(name)
    if node is None:
        return None
    text = ""
    if isinstance(node, Scalar):
        text = tidy(node.text)
    elif isinstance(node, Sequence):
        text = "、".join(tidy(item.text) for item in node.items if isinstance(item, Scalar))
    found = parse(text)
    if found is None:
        fields.refuse(name, node, form)
    return found


def count(fields: Fields, name: str, notes: Notes) -> Count | None:
    """Read a number from 1, with its place."""
    number = value(fields, name, parse_count, "count")
    return Count(number, notes.place(fields.at(name))) if number is not None else None


def rhythm(fields: Fields, notes: Notes) -> Rhythm | None:
    """Read how often a column is to have something new."""
    found = value(fields, "rhythm", parse_rhythm, "rhythm")
    place = notes.place(fields.at("rhythm"))
    return Rhythm(found.every, found.days, place) if found is not None else None


def series(fields: Fields, notes: Notes) -> tuple[SeriesSpec, ...]:
    """Read the series that are planned: names, or mappings of name, parts and description."""
    node = fields.node("series")
    if node is None:
        return ()
    found: dict[str, SeriesSpec] = {}
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Scalar):
            spec = SeriesSpec(tidy(item.text))
        elif isinstance(item, Keys):
            inner = Fields(item, SERIES_KEYS, notes, "")
            parts = value(inner, "parts", parse_count, "count") or 0
            spec = SeriesSpec(inner.text("name"), parts, inner.text("description"))
        else:
            spec = SeriesSpec("")
        if spec.name in found:
            fields.refuse("series", item, "series-twice")
        elif spec.name:
            found[spec.name] = spec
        else:
            fields.refuse("series", item, "series")
    return tuple(found.values())


def placed(fields: Fields, name: str, notes: Notes) -> Name | None:
    """Read a name with its place, also one that is written as a number."""
    text = fields.text(name)
    return Name(text, notes.place(fields.at(name))) if text else None
