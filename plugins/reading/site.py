"""``site.toml``: the settings that the chief editor makes."""

import re
import zoneinfo
from urllib.parse import urlsplit

from plugins.edition.cards import Contact, Filings
from plugins.edition.sources import SiteSource
from plugins.edition.specs import NavigationSpec

from .fields import is_web
from .notes import Notes
from .sections import read_sections
from .site_feeds import read_feeds
from .site_front import read_front
from .site_pictures import read_renditions
from .site_rights import read_rights
from .site_share import read_share, read_title_pattern
from .site_tables import TABLES, Lines, Table, toml_values

LANGUAGES = {"zh-hans": "zh-Hans", "zh": "zh-Hans", "zh-cn": "zh-Hans", "zh-hans-cn": "zh-Hans"}
LANGUAGES |= {"en": "en", "en-gb": "en", "en-us": "en"}

_SIZE = re.compile(r"\s*(\d{1,6}(?:\.\d{1,3})?)\s*([kmgKMG])[bB]?\s*")
_CODE = re.compile(r"[A-Za-z0-9]{10}")
_UNITS = {"K": 10**3, "M": 10**6, "G": 10**9}


def read_site(path: str, text: str, notes: Notes) -> SiteSource | None:
    """Read the decoded ``site.toml``; ``None`` where it is no TOML. Errors are in ``notes``."""
    values = toml_values(text, notes)
    if values is None:
        return None
    top = Table(values, "", 0, Lines(text), notes)
    name = top.text("name")
    if not name and isinstance(top.get("name"), str | None):
        notes.add("error", "name-missing", top.at("name"), key="name")
    contact, filings = top.table("contact"), top.table("filings")
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
        title_pattern=read_title_pattern(top),
        navigation=_navigation(top),
        sections=read_sections(top.tables("sections")),
        front=read_front(top.table("front")),
        contact=Contact(*(contact.text(key) for key in TABLES["contact"])),
        filings=Filings(
            icp=filings.text("icp"),
            icp_url=filings.url("icp_url"),
            police=filings.text("police"),
            police_url=filings.url("police_url"),
        ),
        rights=read_rights(top.table("pictures")),
        share=read_share(top.table("share")),
        official=meta.flag("official"),
        site_id_code=_site_code(meta),
        renditions=read_renditions(top.table("pictures")),
        feeds=read_feeds(top.table("feeds")),
        largest_media=_largest(top.table("media")),
        search=top.table("search").flag("enabled", default=True),
        articles_per_page=lists.number("articles_per_page", 20, 5, 100),
        feed_items=lists.number("feed_items", 20, 1, 100),
    )


def _largest(media: Table) -> int:
    """The most bytes of a film: "100 MB" as everybody says it, or a number of them."""
    value = media.get("largest")
    if value is None:
        return 100_000_000
    found = _SIZE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        media.bad("largest", "size")
        return 100_000_000
    return int(float(found[1]) * _UNITS[found[2].upper()])


def _base_url(top: Table) -> str:
    value = top.text("base_url").rstrip("/")
    if not value:
        return ""
    parts = urlsplit(value) if is_web(value) else None
    odd = parts is not None and {"", ".", ".."} & set(parts.path.split("/")[1:])
    if parts is None or odd or parts.username or "?" in value or "#" in value:
        top.bad("base_url", "base-url")
        return ""
    return value


def _site_code(meta: Table) -> str:
    """The site's identifier: six digits of a region or bm of a ministry, and what follows."""
    code = meta.text("site_id_code")
    if meta.get("official") is True and not _CODE.fullmatch(code):
        meta.bad("site_id_code", "site-code" if code else "site-code-missing", "warning")
    return code


def _language(top: Table) -> str:
    value = top.text("language", "zh-Hans")
    language = LANGUAGES.get(value.lower().replace("_", "-"))
    if language is None:
        top.bad("language", "language")
    return language or "zh-Hans"


def _time_zone(top: Table) -> str:
    value = top.text("time_zone", "Asia/Shanghai")
    try:
        zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        top.bad("time_zone", "zone")
        return "Asia/Shanghai"
    return value


def _navigation(top: Table) -> tuple[NavigationSpec, ...]:
    found = []
    for entry in top.tables("navigation"):
        label, to = entry.text("label"), entry.text("to")
        for key, value in (("label", label), ("to", to)):
            if not value and isinstance(entry.get(key), str | None):
                entry.bad(key, "empty")
        found.append(NavigationSpec(label, to, entry.place("to")))
    return tuple(found)
