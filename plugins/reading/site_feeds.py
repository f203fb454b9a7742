"""``[feeds]`` of site.toml: what feeds hold, and which there are."""

import msgspec

from plugins.edition.site_specs import FeedKinds, FeedSpec

from .site_tables import Table


def read_feeds(table: Table) -> FeedSpec:
    """Read what is set; of a value that is wrong, what is usual."""
    usual = FeedSpec()
    return FeedSpec(
        full_text=_kinds(table, "full_text", usual.full_text),
        archives=_kinds(table, "archives", usual.archives),
        tags_from=table.number("tags_from", usual.tags_from, 1, 10_000),
        hub=table.url("hub"),
        category=table.text("category", usual.category) or usual.category,
    )


def _kinds(table: Table, key: str, usual: FeedKinds) -> FeedKinds:
    if table.get(key) is None:
        return usual
    try:
        return msgspec.convert(table.get(key), FeedKinds)
    except msgspec.ValidationError:
        table.bad(key, "feed-kinds", "warning")
        return usual
