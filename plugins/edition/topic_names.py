"""Names that topics ask for and no article has."""

from collections.abc import Iterator

from .findings import Finding, finding
from .groups import Groups
from .sources import TopicSource
from .specs import QuerySpec


def unused(source: TopicSource, tags: Groups, units: Groups) -> Iterator[Finding]:
    """Say of each tag and unit that a topic asks for that no article has it."""
    query = source.query or QuerySpec()
    for groups, names, rule in (
        (tags, (*source.tags, *query.tags), "topic-tag-unused"),
        (units, query.units, "topic-unit-unused"),
    ):
        for name in names:
            if not groups.known((name,)):
                line, column = name.place.line, name.place.column
                yield finding("notice", rule, source.path, line, column, name=name.text)
