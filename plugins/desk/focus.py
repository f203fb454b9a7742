"""``lanmu focus``: a contact sheet of what crops keep of pictures, as one HTML file."""

import base64
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from plugins.checks.formats import safe
from plugins.newsroom.focusing import MOST, Sheet

from .words import say

_HERE = Path(__file__).parent


def rendered(sheet: Sheet) -> str:
    """The contact sheet: it holds all it shows, and needs nothing else to be opened."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["safe_name"] = safe
    environment.filters["base64"] = lambda data: base64.b64encode(data).decode("ascii")

    def words(key: str, **values: str) -> str:
        return say(sheet.language, f"focus_{key}", **values)

    return environment.from_string(_read("focus.html")).render(
        language=sheet.language,
        say=words,
        counted=counted(sheet),
        rows=sheet.rows,
        style=_read("focus.css"),
        script=_read("focus.js"),
    )


def counted(sheet: Sheet) -> str:
    """How many pictures there are, and how many of the points were set."""
    given = sum(row.how != "guess" for row in sheet.rows)
    said = say(sheet.language, "focus_counted", rows=len(sheet.rows), given=given)
    if sheet.known > sheet.looked_at:
        said += say(sheet.language, "focus_newest", known=sheet.known, most=MOST)
    return said


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
