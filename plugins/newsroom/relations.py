"""The related articles of all articles, kept from build to build."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

import msgspec

from plugins.edition import related, relations, terms
from plugins.edition.model import Article, Edition
from plugins.edition.related import Related
from plugins.edition.relations import Relations, still_related, traits_of
from plugins.press.store import Store, decoded
from plugins.press.work import Crew

SPACE, KEY = "related", "all"
"""Where the store keeps them: one row for all."""

MANY = 1000
"""From so many articles on it pays to have workers look."""

BATCH = 250


class _Row(msgspec.Struct, array_like=True):
    """``version`` is that of the code that found them."""

    version: str
    relations: Relations


def related_of(edition: Edition, store: Store, crew: Crew) -> Mapping[str, tuple[str, ...]]:
    """The paths of what stands beside each article: kept ones, where nothing reached them."""
    before = _kept(store)
    traits = traits_of(edition)
    known = dict(still_related(before, edition, traits)) if before is not None else {}
    missing = [article for article in edition.articles if article.path not in known]
    if missing:
        known.update(_found(edition, missing, crew))
    if missing or before is None or len(before.traits) != len(traits):
        row = _Row(_version(), Relations(traits, known))
        store.put(SPACE, [(KEY, msgspec.msgpack.encode(row))])
    return known


def find_all(others: Related, articles: Sequence[Article]) -> list[tuple[str, tuple[str, ...]]]:
    """The related of articles, on whatever worker this is."""
    return [(article.path, others.paths(article)) for article in articles]


def _found(
    edition: Edition, missing: Sequence[Article], crew: Crew
) -> list[tuple[str, tuple[str, ...]]]:
    others = Related(edition)
    others.expect(missing)
    # A cluster would have to be sent the edition, which takes longer than to look through it.
    if len(missing) < MANY or not crew.shares_memory:
        return find_all(others, missing)
    with closing(crew.each_batch(find_all, others, missing, BATCH)) as batches:
        return [found for batch in batches for found in batch]


def _kept(store: Store) -> Relations | None:
    row = decoded(store.get(SPACE, KEY), _Row)
    return row.relations if row is not None and row.version == _version() else None


@cache
def _version() -> str:
    """A hash of the code that finds related articles."""
    total = hashlib.sha256()
    for module in (related, relations, terms):
        total.update(Path(str(module.__file__)).read_bytes())
    return total.hexdigest()
