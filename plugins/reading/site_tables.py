"""The tables of ``site.toml``: values, what is wrong with them, and on which line."""

import datetime as dt
import difflib
import re
import tomllib
from collections import Counter
from typing import Any

from plugins.edition.findings import Severity
from plugins.edition.specs import Moment, Name, Place

from .fields import is_web
from .moments import Written, parse_moment
from .notes import Notes
from .words import cut, tidy

# Every table with its keys; "" is the top. A dotted name stands for an array of tables.
TABLES: dict[str, tuple[str, ...]] = {
    "": (
        *("name", "name_en", "slogan", "description", "base_url", "language", "time_zone"),
        *(
            "notice",
            "title_pattern",
            "navigation",
            "sections",
            "front",
            "contact",
            "filings",
            "feeds",
            "media",
            "pictures",
            "search",
            "share",
            "meta",
            "lists",
        ),
    ),
    "navigation": ("label", "to"),
    "sections": ("slug", "name", "description", "category"),
    "front": (
        *("lead", "leads", "seconds", "pinned", "notices"),
        *("columns", "topics", "galleries", "blocks"),
    ),
    "front.leads": ("article", "from", "until"),
    "front.seconds": ("article", "from", "until"),
    "front.pinned": ("article", "from", "until"),
    "front.notices": ("text", "to", "from", "until"),
    "contact": ("organisation", "address", "email", "phone"),
    "filings": ("icp", "icp_url", "police", "police_url"),
    "feeds": ("full_text", "archives", "tags_from", "hub", "category"),
    "media": ("largest",),
    "search": ("enabled",),
    "meta": ("official", "site_id_code"),
    "pictures": (
        *("formats", "lead_formats", "widths", "fallback_widths"),
        *("missing_alt", "missing_credit", "require_consent", "license", "acquire"),
    ),
    "share": ("cards", "newest", "font", "image", "alt"),
    "lists": ("articles_per_page", "feed_items"),
}

_AT_LINE = re.compile(r"at line (\d+), column (\d+)")
_HEADER = re.compile(r"\s*\[{1,2}\s*([A-Za-z0-9_.-]+)\s*\]{1,2}")
_KEY = re.compile(r"""(\s*)(?:"([^"]*)"|'([^']*)'|([^\s="'#]+))\s*=""")

At = tuple[int, int]
"""Line and column from 1; 0 where they are not known."""


def toml_values(text: str, notes: Notes) -> dict[str, Any] | None:
    """Give what a decoded file says; ``None`` where it is no TOML, with an error at its place."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as fault:
        place = _AT_LINE.search(str(fault))
        at = (int(place[1]), int(place[2])) if place else (0, 0)
        detail = _AT_LINE.sub("", str(fault)).replace("()", "").strip()
        notes.add("error", "toml-invalid", at, detail=cut(detail, 120))
        return None


class Lines:
    """Where tables and keys stand in the file: looked for once, in one pass."""

    def __init__(self, text: str) -> None:
        self._rows = text.split("\n")
        self._keys: dict[tuple[str, int, str], At] = {}
        self._headers: dict[tuple[str, int], At] = {}
        table, index, seen = "", 0, Counter[str]()
        for number, row in enumerate(self._rows, 1):
            header = _HEADER.match(row)
            key = None if header else _KEY.match(row)
            if header:
                table = header[1]
                index = seen[table]
                seen[table] += 1
                self._headers[table, index] = (number, 1)
            elif key:
                name = next(name for name in key.groups()[1:] if name is not None)
                self._keys.setdefault((table, index, name), (number, len(key[1]) + 1))

    def find(self, table: str, index: int, key: str) -> At:
        """Find a key of the ``index``-th header ``[table]``, or the table written below it.

        Where it cannot be found, as in a table within braces, the nearest that can.
        """
        inner = f"{table}.{key}" if table else key
        at = self._keys.get((table, index, key)) or self._headers.get((inner, 0))
        at = at or self._headers.get((table, index))
        if at or not table:
            return at or (0, 0)
        parent, _, name = table.rpartition(".")
        return self.find(parent, 0, name)

    def item(self, at: At, text: str) -> At:
        """Find a text between quotes in the list that begins at a key's place."""
        quoted = re.compile(rf"(?:\"{re.escape(text)}\"|'{re.escape(text)}')")
        for number in range(at[0], len(self._rows) + 1) if at[0] else ():
            row = self._rows[number - 1]
            found = quoted.search(row)
            if found:
                return number, found.start() + 1
            if "]" in row:
                break
        return at


class Table:
    """One table of the file, whose getters say what is wrong in it."""

    def __init__(self, values: object, name: str, index: int, lines: Lines, notes: Notes) -> None:
        self._name = name
        self._index = index
        self._lines = lines
        self._notes = notes
        self._values: dict[str, Any] = values if isinstance(values, dict) else {}
        if not isinstance(values, dict):
            parent, _, key = name.rpartition(".")
            at = lines.find(parent, 0, key)
            shown = cut(str(values), 60)
            notes.add("error", "value-invalid", at, key=name, value=shown, reason="table")
        known = TABLES[name]
        for key in self._values:
            if key in known:
                continue
            near = difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.6)
            what = {"suggestion": near[0]} if near else {"reason": "plain"}
            notes.add("warning", "key-unknown", self.at(key), key=cut(key, 60), **what)

    def at(self, key: str) -> At:
        """Find the line of a key; the table's own, or none, where it cannot be found."""
        return self._lines.find(self._name, self._index, key)

    def place(self, key: str) -> Place:
        """Give the place of a key in the file, for who finds fault with it later."""
        return self._notes.place(self.at(key))

    def bad(self, key: str, form: str, severity: Severity = "error") -> None:
        """Say that a value is not of its form."""
        shown = cut(str(self._values.get(key, "")), 60)
        full = f"{self._name}.{key}" if self._name else key
        self._notes.add(severity, "value-invalid", self.at(key), key=full, value=shown, reason=form)

    def twice(self, key: str) -> None:
        """Say that an earlier table of the array has this value."""
        shown = cut(str(self._values.get(key, "")), 60)
        self._notes.add("warning", "section-twice", self.at(key), name=shown)

    def get(self, key: str) -> object:
        """Give a value as TOML has it, or ``None``."""
        return self._values.get(key)

    def text(self, key: str, default: str = "") -> str:
        """Read a text of one line."""
        value = self._values.get(key, default)
        if isinstance(value, str):
            return tidy(value)
        self.bad(key, "text")
        return default

    def names(self, key: str) -> tuple[Name, ...]:
        """Read a list of names, each once, with their places."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.bad(key, "name-list")
            return ()
        found: dict[str, Name] = {}
        for item in value:
            name = tidy(item).strip("/").removeprefix(f"{key}/")
            if name and name not in found:
                at = self._lines.item(self.at(key), item)
                found[name] = Name(name, self._notes.place(at))
        return tuple(found.values())

    def moment(self, key: str) -> Moment | None:
        """Read a day or a time of a day, in TOML's form or between quotes."""
        value = self._values.get(key)
        written: Written | None = None
        if isinstance(value, str):
            if not value.strip():
                return None
            written = parse_moment(value)
        elif isinstance(value, dt.datetime):
            written = Written(value, timed=True)
        elif isinstance(value, dt.date):
            written = Written(dt.datetime.combine(value, dt.time()), timed=False)
        elif value is None:
            return None
        # A time at the ends of the calendar cannot be told in another zone.
        if written is None or not dt.MINYEAR < written.when.year < dt.MAXYEAR:
            self.bad(key, "moment")
            return None
        return Moment(written.when, written.timed, self.place(key))

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Read true or false."""
        value = self._values.get(key, default)
        if isinstance(value, bool):
            return value
        self.bad(key, "flag")
        return default

    def number(self, key: str, default: int, least: int, most: int) -> int:
        """Read a whole number within its bounds."""
        value = self._values.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        shown = {"key": f"{self._name}.{key}", "value": cut(str(value), 60)}
        self._notes.add("error", "number-range", self.at(key), **shown, least=least, most=most)
        return default

    def url(self, key: str) -> str:
        """Read an address, or nothing."""
        value = self.text(key)
        if value and not is_web(value):
            self.bad(key, "url", "warning")
            return ""
        return value

    def tables(self, key: str) -> list["Table"]:
        """Read an array of tables."""
        value = self._values.get(key, [])
        name = f"{self._name}.{key}" if self._name else key
        if not isinstance(value, list):
            self.bad(key, "tables")
            return []
        return [Table(item, name, i, self._lines, self._notes) for i, item in enumerate(value)]

    def table(self, key: str) -> "Table":
        """Read a table; an empty one where there is none."""
        return Table(self._values.get(key, {}), key, 0, self._lines, self._notes)
