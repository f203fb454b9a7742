"""Dates as editors write them."""

import datetime as dt
import re
from typing import NamedTuple

_ZONE = r"(?P<zone>[Zz]|[+-]\d{2}:?\d{2})?"
_SECONDS = r"(?::(?P<s>\d{2})(?:\.\d+)?)?"
_CLOCK = rf"(?:[T \t]+(?P<h>\d{{1,2}}):(?P<mi>\d{{2}}){_SECONDS}[ ]*{_ZONE})?"
_DATE = re.compile(
    r"(?:(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})"
    r"|(?P<y2>\d{4})[ ]*年[ ]*(?P<m2>\d{1,2})[ ]*月[ ]*(?P<d2>\d{1,2})[ ]*日)" + _CLOCK,
    re.ASCII,
)
_DAY_AND_TIME = re.compile(r"日\s*(?=\d)")
_WIDE = str.maketrans("０１２３４５６７８９－／．：", "0123456789-/.:")


class Written(NamedTuple):
    """A moment as written; naive without an offset, midnight without a time."""

    when: dt.datetime
    timed: bool


def parse_moment(text: str) -> Written | None:
    """Read a date or a date with a time; ``None`` where it is neither, or impossible."""
    text = text.translate(_WIDE).strip()
    # 2021年7月15日9:30 needs no space before the time; the others do.
    text = _DAY_AND_TIME.sub("日 ", text)
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(match[f"{n}1"] or match[f"{n}2"]) for n in "ymd")
    try:
        clock = dt.time(int(match["h"] or 0), int(match["mi"] or 0), int(match["s"] or 0))
        when = dt.datetime.combine(dt.date(year, month, day), clock)
        # A time at the ends of the calendar cannot be told in another zone.
        if not dt.MINYEAR < year < dt.MAXYEAR:
            return None
        if match["zone"]:
            when = when.replace(tzinfo=_zone(match["zone"]))
    except ValueError:
        return None
    return Written(when, match["h"] is not None)


def parse_day(text: str) -> dt.date | None:
    """Read a date without a time."""
    written = parse_moment(text)
    return None if written is None or written.timed else written.when.date()


def _zone(text: str) -> dt.tzinfo:
    if text in "Zz":
        return dt.UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return dt.timezone(dt.timedelta(minutes=-minutes if text[0] == "-" else minutes))
