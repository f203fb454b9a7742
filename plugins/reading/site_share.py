"""What windows and chats show of a page: ``title_pattern`` and ``[share]`` of ``site.toml``."""

import re
from typing import Final

from plugins.edition.site_specs import ShareSpec
from plugins.edition.specs import PictureNotes, PictureSpec, Reference

from .refs import resolve
from .site_tables import Table

TITLE_PATTERN: Final = "{title} – {site}"
"""What stands in a window's title where nothing else is set."""

MOST_CARDS: Final = 10_000
"""Articles that may have a card of their own; each costs about a hundredth of a second once."""

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def read_title_pattern(top: Table) -> str:
    """Read how titles are made: ``{title}`` once, ``{site}`` once or not at all, nothing else."""
    pattern = top.text("title_pattern", TITLE_PATTERN)
    named = _BRACES.findall(pattern)
    if named.count("{title}") == 1 and sorted(named) in (["{title}"], ["{site}", "{title}"]):
        return pattern
    if isinstance(top.get("title_pattern"), str):
        top.bad("title_pattern", "title-pattern", "warning")
    return TITLE_PATTERN


def read_share(table: Table) -> ShareSpec:
    """Read what stands beside links; each part of it may be left out."""
    unset = ShareSpec()
    return ShareSpec(
        cards=table.flag("cards", default=unset.cards),
        newest=table.number("newest", unset.newest, 0, MOST_CARDS),
        font=table.text("font"),
        font_place=table.place("font"),
        image=_image(table),
    )


def _image(table: Table) -> PictureSpec | None:
    written = table.text("image")
    if not written:
        return None
    target = resolve(written, "").path
    if not target or target.endswith("/"):
        table.bad("image", "to", "warning")
        return None
    notes = PictureNotes(alt=table.text("alt"))
    return PictureSpec(Reference(written, target, place=table.place("image")), notes)
