"""``lanmu stats``: how many articles units sent in, columns and tags have (供稿统计)."""

import argparse
import datetime as dt
import json
import unicodedata
from collections.abc import Iterator

from plugins.checks.formats import safe
from plugins.newsroom.stats import Across, By, Line, Table, Wanted

from .sheet import sheet
from .words import say

_ACROSS: dict[By, Across] = {"unit": "column", "column": "year", "tag": "year"}
"""What stands over the numbers where the caller does not say."""


def wanted(options: argparse.Namespace) -> Wanted:
    """What the command line asks for. ``--year`` and the days narrow each other."""
    first, last = options.first or dt.date.min, options.last or dt.date.max
    if options.year is not None:
        first = max(first, dt.date(options.year, 1, 1))
        last = min(last, dt.date(options.year, 12, 31))
    return Wanted(options.by, options.across or _ACROSS[options.by], first, last)


def rendered(table: Table, what: Wanted, form: str, language: str) -> str:
    """A table as text, JSON or CSV."""
    if form == "csv":
        return sheet(_rows(table, what, language))
    return as_json(table, what) if form == "json" else as_text(table, what, language)


def as_json(table: Table, what: Wanted) -> str:
    """A table as JSON: names and numbers alone. A line without a name has ``null``."""

    def line(each: Line) -> dict[str, object]:
        return {"name": each.name or None, "counts": list(each.counts), "total": each.total}

    whole = {
        "by": what.by,
        "across": what.across,
        "from": None if what.first == dt.date.min else what.first.isoformat(),
        "until": None if what.last == dt.date.max else what.last.isoformat(),
        "heads": list(table.heads),
        "lines": [line(each) for each in table.lines],
        "totals": {"counts": list(table.totals.counts), "total": table.totals.total},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_text(table: Table, what: Wanted, language: str) -> str:
    """A table for a terminal, where a Han character is two columns wide."""
    rows = [[safe(cell) for cell in row] for row in _rows(table, what, language)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for first, *others in rows:
        cells = [first + " " * (widths[0] - _width(first))]
        cells += [
            " " * (width - _width(cell)) + cell
            for cell, width in zip(others, widths[1:], strict=True)
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _rows(table: Table, what: Wanted, language: str) -> Iterator[list[str]]:
    """The head, the lines, and below them the sums."""
    total = say(language, "stats_total")
    yield [say(language, f"stats_{what.by}"), *table.heads, total]
    for line in table.lines:
        name = line.name or say(language, f"stats_no_{what.by}")
        yield [name, *map(str, line.counts), str(line.total)]
    yield [total, *map(str, table.totals.counts), str(table.totals.total)]


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
