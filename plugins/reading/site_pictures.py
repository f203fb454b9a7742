"""``[pictures]`` of site.toml: which files are made of a picture."""

from typing import Final

import msgspec

from plugins.edition.site_specs import RenditionSpec
from plugins.edition.specs import PictureFormat

from .site_tables import Table

LEAST: Final = 100
MOST: Final = 5000
"""Widths of renditions in pixels."""


def read_renditions(table: Table) -> RenditionSpec:
    """Read which formats and widths are made; of a value that is wrong, what is usual."""
    usual = RenditionSpec()
    return RenditionSpec(
        formats=_formats(table, "formats", usual.formats),
        lead_formats=_formats(table, "lead_formats", usual.lead_formats),
        widths=_widths(table, "widths", usual.widths),
        fallback_widths=_widths(table, "fallback_widths", usual.fallback_widths),
    )


def _formats(table: Table, key: str, usual: tuple[PictureFormat, ...]) -> tuple[PictureFormat, ...]:
    if table.get(key) is None:
        return usual
    try:
        return msgspec.convert(table.get(key), tuple[PictureFormat, ...])
    except msgspec.ValidationError:
        table.bad(key, "picture-formats")
        return usual


def _widths(table: Table, key: str, usual: tuple[int, ...]) -> tuple[int, ...]:
    if table.get(key) is None:
        return usual
    try:
        widths = msgspec.convert(table.get(key), tuple[int, ...])
    except msgspec.ValidationError:
        widths = ()
    if not widths or not all(LEAST <= width <= MOST for width in widths):
        table.bad(key, "picture-widths")
        return usual
    return tuple(sorted(set(widths)))
