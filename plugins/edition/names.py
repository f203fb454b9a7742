"""Names that two things of one kind have."""

from collections.abc import Iterable

from .findings import Finding, finding
from .sources import AlmanacSource, ColumnSource


def same_names(sources: Iterable[AlmanacSource | ColumnSource]) -> list[Finding]:
    """Say of each source that an earlier one has its name: readers cannot tell them apart."""
    first: dict[str, str] = {}
    found = []
    for source in sources:
        other = first.setdefault(source.name, source.path)
        if other != source.path:
            place, values = source.name_place, {"name": source.name, "other": other}
            said = finding("warning", "name-twice", source.path, place.line, place.column, **values)
            found.append(said)
    return found
