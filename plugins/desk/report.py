"""``lanmu report``: how each column stands, for people, programs and spreadsheets."""

import json
from collections.abc import Sequence

from plugins.checks.formats import safe
from plugins.newsroom.standings import ColumnReport

from .sheet import sheet
from .words import say

FIELDS = ("name", "section", "state", "rhythm", "articles", "last", "due", "overdue")
"""What a table shows of a column; numbers stand to the right."""

NUMBERS = frozenset({"articles", "overdue"})


def rendered(rows: Sequence[ColumnReport], form: str, language: str) -> str:
    """All rows as text, JSON or CSV; the fields of JSON and CSV have English names."""
    if form == "json":
        return json.dumps({"columns": [_plain(row) for row in rows]}, ensure_ascii=False, indent=2)
    if form == "csv":
        return _csv(rows)
    return _table(rows, language)


def _plain(row: ColumnReport) -> dict[str, object]:
    days = {"last": row.last, "due": row.due}
    told = {name: day.isoformat() if day else None for name, day in days.items()}
    return {**row._asdict(), "days": list(row.days), **told}


def _csv(rows: Sequence[ColumnReport]) -> str:
    plain = ({**row._asdict(), "days": " ".join(map(str, row.days))} for row in rows)
    return sheet([ColumnReport._fields, *(each.values() for each in plain)])


def _table(rows: Sequence[ColumnReport], language: str) -> str:
    from rich.cells import cell_len

    lines = [{name: say(language, f"report_{name}") for name in FIELDS}]
    lines += [_said(row, language) for row in rows]
    widths = {name: max(cell_len(line[name]) for line in lines) for name in FIELDS}

    def set_out(name: str, text: str) -> str:
        # A Han character takes two places.
        room = " " * (widths[name] - cell_len(text))
        return room + text if name in NUMBERS else text + room

    table = ["  ".join(set_out(n, line[n]) for n in FIELDS).rstrip() for line in lines]
    late = sum(row.overdue > 0 for row in rows)
    table.append(say(language, "report_late", columns=len(rows), late=late))
    return "\n".join(table)


def _said(row: ColumnReport, language: str) -> dict[str, str]:
    rhythm = f"rhythm_{row.rhythm}" if row.rhythm else ""
    numbers = say(language, "between").join(map(str, row.days))
    days = say(language, "rhythm_days", days=numbers) if row.days else ""
    return {
        "name": safe(row.name),
        "section": safe(row.section),
        "state": say(language, f"state_{row.state}"),
        "rhythm": say(language, rhythm) if rhythm else days,
        "articles": str(row.articles),
        "last": row.last.isoformat() if row.last else "",
        "due": row.due.isoformat() if row.due else "",
        "overdue": str(row.overdue) if row.overdue else "",
    }
