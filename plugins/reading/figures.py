"""Key figures and the dates of events, as editors write them in a line or in front matter."""

import datetime as dt
import re

from plugins.edition.specs import FigureSpec

from .words import tidy

_BAR = re.compile(r"[|｜]")
# What may stand before the first digit is a word or two: 约, 近, 超过, €.
_NUMBER = re.compile(r"(?P<number>\D{0,8}?\d[\d,.，．%％‰+]*)(?P<unit>.*)", re.DOTALL)
_PARTIAL = re.compile(
    r"(?P<y>\d{4})(?:"
    r"(?P<sep>[-/.])(?P<m1>\d{1,2})(?:(?P=sep)(?P<d1>\d{1,2}))?"
    r"|[ ]*年(?:[ ]*(?P<m2>\d{1,2})[ ]*月(?:[ ]*(?P<d2>\d{1,2})[ ]*日)?)?"
    r")?",
    re.ASCII,
)
_WIDE = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_LEAST, _MOST = 2, 4


def cells_of(line: str, most: int = 0) -> list[str]:
    """Cut a line at its bars, ``|`` or ``｜``; into at most ``most`` parts where that is given."""
    return [tidy(cell) for cell in _BAR.split(line, most - 1 if most else 0)]


def figure_of(cells: list[str]) -> FigureSpec | None:
    """Make a figure of its value, label, source and date; the last two may be missing."""
    if not _LEAST <= len(cells) <= _MOST or not (cells[0] and cells[1]):
        return None
    value, label, source, date = (*cells, "", "")[:_MOST]
    number, unit = split_value(value)
    return FigureSpec(number, unit, label, source, date, partial_date(date))


def split_value(value: str) -> tuple[str, str]:
    """Part ``918,709 人次`` into the numeral, which is shown large, and its unit."""
    found = _NUMBER.fullmatch(value)
    return (found["number"], found["unit"]) if found else (value, "")


def partial_date(written: str) -> str:
    """A year, month or day for machines: ``1859``, ``1859-06`` or ``1859-06-24``.

    Empty where the text says none of these. The forms are those of HTML's ``<time>``
    (html.spec.whatwg.org, "valid year string", "valid month string", "valid date string").
    """
    found = _PARTIAL.fullmatch(written.translate(_WIDE).strip())
    if found is None:
        return ""
    year, month, day = found["y"], found["m1"] or found["m2"], found["d1"] or found["d2"]
    try:
        date = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return date.isoformat()[: 10 if day else 7 if month else 4]


def is_no_day(written: str) -> bool:
    """Tell whether a text has a date's form and is none: ``2021-13``, ``2021年2月30日``."""
    return bool(_PARTIAL.fullmatch(written.translate(_WIDE).strip())) and not partial_date(written)


def chinese_date(machine: str) -> str:
    """What ``partial_date`` gives, in Chinese: ``1859年6月24日``."""
    year, *rest = machine.split("-")
    return f"{year}年" + "".join(f"{int(n)}{sign}" for n, sign in zip(rest, "月日", strict=False))
