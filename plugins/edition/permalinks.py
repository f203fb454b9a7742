"""Old addresses and the ledger, put together with an edition."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from .addresses import lasting, present
from .findings import Finding
from .ledger import kept
from .model import Edition
from .redirects import Aliased, Redirects, redirects
from .sources import (
    AlmanacSource,
    ArticleSource,
    ColumnSource,
    GallerySource,
    LedgerSource,
    PageSource,
    Source,
    TagSource,
    TopicSource,
    UnitSource,
)

Named = (
    AlmanacSource
    | ArticleSource
    | ColumnSource
    | GallerySource
    | PageSource
    | TagSource
    | TopicSource
    | UnitSource
)
"""Sources that have an address of their own, and may have had others."""


class Past(NamedTuple):
    """What sources say of the past: those with old addresses, by path, and the ledger."""

    named: dict[str, Named]
    ledger: LedgerSource | None

    def take(self, path: str, source: Source | None) -> None:
        """Take up what became of one file."""
        self.named.pop(path, None)
        if isinstance(source, Named) and source.aliases:
            self.named[path] = source


def past_of(sources: Iterable[Source]) -> Past:
    """What these sources say of the past."""
    named, ledger = {}, None
    for source in sources:
        if type(source) is LedgerSource:
            ledger = source
        # Few have any, and to ask for that first is quicker.
        elif getattr(source, "aliases", ()) and isinstance(source, Named):
            named[source.path] = source
    return Past(named, ledger)


def with_past(
    edition: Edition, past: Past, urls: Mapping[str, str]
) -> tuple[Edition, list[Finding]]:
    """An edition that knows its old addresses, and what is wrong with them.

    ``urls`` are those of the files that are published in it.
    """
    if not past.named and past.ledger is None:
        return replace(edition, redirects=Redirects()), []
    known = {address.path: address for address in lasting(edition)}
    there = present(edition, known.values())
    cut = len(edition.site.root)
    things = [
        Aliased(path, urls[path][cut:], source.aliases, _moves(source))
        for path, source in past.named.items()
        if path in urls
    ]
    made, findings = redirects(things, there)
    if past.ledger is not None:
        findings += kept(past.ledger, known, made)
    return replace(edition, redirects=made), findings


def _moves(source: Named) -> bool:
    """Tell whether pages lie below the page of a source."""
    return not isinstance(source, ArticleSource | PageSource)
