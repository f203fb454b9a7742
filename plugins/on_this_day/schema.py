"""The form of the data of a day, as JSON Schema 2020-12 (json-schema.org)."""

from typing import Any

VERSION = 1
"""Grows when what reads the data must change; a new optional member is no reason."""

_ADDRESS = {"type": "string", "format": "uri", "pattern": "^https?://"}
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}

_ALMANAC = {
    "type": "object",
    "required": ["slug", "name", "url"],
    "properties": {
        "slug": {"type": "string", "pattern": "^[^/]+$"},
        "name": _TEXT,
        "url": _ADDRESS,
    },
}

_IMAGE = {
    "type": "object",
    "required": ["url", "width", "height", "alt", "caption", "credit"],
    "properties": {
        "url": _ADDRESS,
        "width": {"type": "integer", "minimum": 1, "description": "pixels"},
        "height": {"type": "integer", "minimum": 1, "description": "pixels"},
        "alt": _TEXT,
        "caption": _TEXT,
        "credit": _TEXT,
    },
}

_SOURCE = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": _TEXT, "url": {"type": "string", "format": "uri"}},
}

_ENTRY = {
    "type": "object",
    "required": [
        *("id", "almanac", "year", "year_label", "date", "precision", "circa", "title", "html"),
        *("text", "url", "sources", "people", "places", "tags", "importance"),
    ],
    "properties": {
        "id": {"type": "string", "description": "Never changes: almanac, day and name."},
        "almanac": _ALMANAC,
        "year": {
            "type": "integer",
            "description": "Astronomical, as in ISO 8601: 0 is 1 BCE, -43 is 44 BCE.",
        },
        "year_label": {"type": "string", "description": "The year in the site's language."},
        "date": {
            "type": "string",
            "pattern": "^-?[0-9]{4,}(-[0-9]{2}(-[0-9]{2})?)?$",
            "description": "ISO 8601; before 15 October 1582 a day of the Julian calendar.",
        },
        "precision": {"enum": ["day"]},
        "circa": {"type": "boolean", "description": "Whether the date is near, not exact."},
        "lunar": {"type": "string", "description": "The date of the old Chinese calendar."},
        "title": _TEXT,
        "html": {"type": "string", "description": "The text as HTML, all addresses full ones."},
        "text": {"type": "string", "description": "The text without HTML, a line to a block."},
        "url": _ADDRESS,
        "image": _IMAGE,
        "sources": {"type": "array", "items": _SOURCE},
        "people": _TEXTS,
        "places": _TEXTS,
        "tags": _TEXTS,
        "importance": {"type": "integer"},
    },
}

_ARTICLE = {
    "type": "object",
    "required": ["year", "year_label", "title", "url"],
    "properties": {
        "year": {"type": "integer"},
        "year_label": _TEXT,
        "title": _TEXT,
        "url": _ADDRESS,
    },
}


def schema(address: str) -> dict[str, Any]:
    """The schema that stands at ``address``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "On this day",
        "description": "What a day of the year recalls: entries of almanacs, oldest first, and "
        "the site's own articles of that day, newest first.",
        "type": "object",
        "required": ["version", "day", "name", "url", "entries", "articles"],
        "properties": {
            "version": {"const": VERSION},
            "day": {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"},
            "name": {"type": "string", "description": "The day in the site's language."},
            "url": _ADDRESS,
            "entries": {"type": "array", "items": _ENTRY},
            "articles": {"type": "array", "items": _ARTICLE},
        },
    }
