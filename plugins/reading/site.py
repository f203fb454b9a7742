"""``site.toml``: the settings that the chief editor makes."""

import datetime as dt
import difflib
import re
import tomllib
import zoneinfo
from typing import Any
from urllib.parse import urlsplit

from plugins.edition.cards import Contact, Filings
from plugins.edition.findings import Severity
from plugins.edition.sources import NavigationSpec, PinnedSpec, SiteSource

from .fields import is_web
from .notes import Notes
from .words import cut, tidy

# Every table with its keys; "" is the top. A dotted name stands for an array of tables.
TABLES: dict[str, tuple[str, ...]] = {
    "": (
        *("name", "name_en", "slogan", "description", "base_url", "language", "time_zone"),
        *("notice", "navigation", "front", "contact", "filings", "meta", "lists"),
    ),
    "navigation": ("label", "to"),
    "front": ("lead", "columns", "pinned"),
    "front.pinned": ("article", "until"),
    "contact": ("organisation", "address", "email", "phone"),
    "filings": ("icp", "icp_url", "police", "police_url"),
    "meta": ("official", "site_id_code"),
    "lists": ("articles_per_page", "feed_items"),
}
LANGUAGES = {"zh-hans": "zh-Hans", "zh": "zh-Hans", "zh-cn": "zh-Hans", "zh-hans-cn": "zh-Hans"}
LANGUAGES |= {"en": "en", "en-gb": "en", "en-us": "en"}

_AT_LINE = re.compile(r"at line (\d+), column (\d+)")
_HEADER = re.compile(r"\s*\[{1,2}\s*([A-Za-z0-9_.-]+)\s*\]{1,2}")


class _Table:
    """One table of the file, whose getters say what is wrong in it."""

    def __init__(self, values: object, name: str, index: int, text: str, notes: Notes) -> None:
        self._name = name
        self._index = index
        self._text = text
        self._notes = notes
        self._values: dict[str, Any] = values if isinstance(values, dict) else {}
        if not isinstance(values, dict):
            parent, _, key = name.rpartition(".")
            at = _line_of(text, parent, key, 0)
            shown = cut(str(values), 60)
            notes.add("error", "value-invalid", at, key=name, value=shown, reason="table")
        known = TABLES[name]
        for key in self._values:
            if key in known:
                continue
            near = difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.6)
            what = {"suggestion": near[0]} if near else {"reason": "plain"}
            notes.add("warning", "key-unknown", self.at(key), key=cut(key, 60), **what)

    def at(self, key: str) -> tuple[int, int]:
        """Find the line of a key; the table's own, or none, where it cannot be found."""
        return _line_of(self._text, self._name, key, self._index)

    def bad(self, key: str, form: str, severity: Severity = "error") -> None:
        """Say that a value is not of its form."""
        shown = cut(str(self._values.get(key, "")), 60)
        full = f"{self._name}.{key}" if self._name else key
        self._notes.add(severity, "value-invalid", self.at(key), key=full, value=shown, reason=form)

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

    def flag(self, key: str) -> bool:
        """Read true or false."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.bad(key, "flag")
        return value is True

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

    def tables(self, key: str) -> list["_Table"]:
        """Read an array of tables."""
        value = self._values.get(key, [])
        name = f"{self._name}.{key}" if self._name else key
        if not isinstance(value, list):
            self.bad(key, "tables")
            return []
        return [_Table(item, name, i, self._text, self._notes) for i, item in enumerate(value)]

    def table(self, key: str) -> "_Table":
        """Read a table; an empty one where there is none."""
        return _Table(self._values.get(key, {}), key, 0, self._text, self._notes)


def read_site(path: str, text: str, notes: Notes) -> SiteSource | None:
    """Read the decoded ``site.toml``; ``None`` where it is no TOML. Errors are in ``notes``."""
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as fault:
        place = _AT_LINE.search(str(fault))
        at = (int(place[1]), int(place[2])) if place else (0, 0)
        detail = _AT_LINE.sub("", str(fault)).replace("()", "").strip()
        notes.add("error", "toml-invalid", at, detail=cut(detail, 120))
        return None
    top = _Table(values, "", 0, text, notes)
    name = top.text("name")
    if not name and isinstance(top.get("name"), str | None):
        notes.add("error", "name-missing", top.at("name"), key="name")
    front, contact, filings = top.table("front"), top.table("contact"), top.table("filings")
    meta, lists = top.table("meta"), top.table("lists")
    return SiteSource(
        path=path,
        name=name,
        name_en=top.text("name_en"),
        slogan=top.text("slogan"),
        description=top.text("description"),
        base_url=_base_url(top),
        language=_language(top),
        time_zone=_time_zone(top),
        notice=top.text("notice"),
        navigation=_navigation(top),
        lead=_path(front.text("lead")),
        pinned=_pinned(front),
        front_columns=_columns(front),
        contact=Contact(*(contact.text(key) for key in TABLES["contact"])),
        filings=Filings(
            icp=filings.text("icp"),
            icp_url=filings.url("icp_url"),
            police=filings.text("police"),
            police_url=filings.url("police_url"),
        ),
        official=meta.flag("official"),
        site_id_code=meta.text("site_id_code"),
        articles_per_page=lists.number("articles_per_page", 20, 5, 100),
        feed_items=lists.number("feed_items", 20, 1, 100),
    )


def _base_url(top: _Table) -> str:
    value = top.text("base_url").rstrip("/")
    if not value:
        return ""
    parts = urlsplit(value) if is_web(value) else None
    odd = parts is not None and {"", ".", ".."} & set(parts.path.split("/")[1:])
    if parts is None or odd or parts.username or "?" in value or "#" in value:
        top.bad("base_url", "base-url")
        return ""
    return value


def _language(top: _Table) -> str:
    value = top.text("language", "zh-Hans")
    language = LANGUAGES.get(value.lower().replace("_", "-"))
    if language is None:
        top.bad("language", "language")
    return language or "zh-Hans"


def _time_zone(top: _Table) -> str:
    value = top.text("time_zone", "Asia/Shanghai")
    try:
        zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        top.bad("time_zone", "zone")
        return "Asia/Shanghai"
    return value


def _navigation(top: _Table) -> tuple[NavigationSpec, ...]:
    found = []
    for entry in top.tables("navigation"):
        label, to = entry.text("label"), entry.text("to")
        for key, value in (("label", label), ("to", to)):
            if not value and isinstance(entry.get(key), str | None):
                entry.bad(key, "empty")
        found.append(NavigationSpec(label, to))
    return tuple(found)


def _pinned(front: _Table) -> tuple[PinnedSpec, ...]:
    found = []
    for entry in front.tables("pinned"):
        article, until = _path(entry.text("article")), entry.get("until")
        if not article and isinstance(entry.get("article"), str | None):
            entry.bad("article", "empty")
        if isinstance(until, str):
            try:
                until = dt.date.fromisoformat(until.strip()) if until.strip() else None
            except ValueError:
                entry.bad("until", "day")
                until = None
        if isinstance(until, dt.datetime):
            until = until.date()
        if not isinstance(until, dt.date | None):
            entry.bad("until", "day")
            until = None
        found.append(PinnedSpec(article, until))
    return tuple(found)


def _columns(front: _Table) -> tuple[str, ...]:
    value = front.get("columns")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        front.bad("columns", "names")
        return ()
    names = (tidy(item).strip("/").removeprefix("columns/") for item in value)
    return tuple(dict.fromkeys(name for name in names if name))


def _path(text: str) -> str:
    """Name a file from the top of ``content/``, without the leading slash."""
    return text.lstrip("/")


def _line_of(text: str, table: str, key: str, index: int) -> tuple[int, int]:
    """Find ``key`` under the ``index``-th header ``[table]``: line and column, 0 if unsure."""
    here, seen, header_at = "", -1, (0, 0)
    wanted = re.compile(rf"(\s*)[\"']?{re.escape(key)}[\"']?\s*=")
    inner = f"{table}.{key}" if table else key
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.match(line)
        if header:
            here = header[1]
            seen = seen + 1 if here == table else seen
            if here == table and seen == index:
                header_at = (number, 1)
            if here == inner:
                return number, 1
        elif here == table and (not table or seen == index):
            match = wanted.match(line)
            if match:
                return number, len(match[1]) + 1
    return header_at
