"""``[feeds]`` of site.toml: what feeds hold, and which there are."""

from typing import get_args

import msgspec

from plugins.edition.specs import Archived, FeedSpec

from .site_tables import Table

Kinds = tuple[Archived, ...]


def read_feeds(table: Table) -> FeedSpec:
    """Read what is set; of a value that is wrong, what is usual."""
    usual = FeedSpec()
    text = table.text("text", usual.text)
    if text not in {"full", "summary"}:
        table.bad("text", "feed-text", "warning")
    return FeedSpec(
        text="summary" if text == "summary" else "full",
        tags_from=table.number("tags_from", usual.tags_from, 1, 10_000),
        hub=table.url("hub"),
        category=table.text("category", usual.category) or usual.category,
        archives=_kinds(table, "archives", usual.archives),
    )


def _kinds(table: Table, key: str, usual: Kinds) -> Kinds:
    if table.get(key) is None:
        return usual
    try:
        named = msgspec.convert(table.get(key), Kinds)
    except msgspec.ValidationError:
        table.bad(key, "feed-kinds", "warning")
        return usual
    return tuple(kind for kind in get_args(Archived) if kind in named)
