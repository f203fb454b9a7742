"""What of the related articles of an earlier edition still holds: all but what a change reaches.

Related articles are found along lists: of columns, units, tags, topics and terms
(``plugins.edition.related``). An article that changes, comes or goes changes in each of its
lists what those few see that stand near it, before and after; and all that have a term of
whose rarity it makes another step. All others stay as they were.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from .model import Edition
from .related import NEAR, NEAR_TERM, Lists, rarity
from .terms import Numbers, by_term

MANY = 20
"""Where more than one article of so many changed, all are looked at anew."""

Paths = Mapping[str, tuple[str, ...]]
"""Articles by the path of the one beside which they stand."""


class Traits(msgspec.Struct, frozen=True, array_like=True):
    """What an article's related go by, as far as it is its own.

    ``moment`` is its date in seconds since 1970, ``topics`` are URLs, ``chosen`` the paths
    that the editor set.
    """

    moment: float
    column: str
    unit: str
    tags: tuple[str, ...]
    topics: tuple[str, ...]
    terms: str
    chosen: tuple[str, ...]


class Relations(msgspec.Struct, frozen=True, array_like=True):
    """The related articles of an edition, and the traits that they were found by."""

    traits: Mapping[str, Traits]
    related: Paths


def traits_of(edition: Edition) -> dict[str, Traits]:
    """The traits of all articles, by path, in the edition's order."""
    topics = {
        path: tuple([link.url for link in links]) for path, links in edition.in_topics.items()
    }
    return {
        each.path: Traits(
            each.date.timestamp(),
            each.column,
            each.unit,
            each.tags,
            topics.get(each.path, ()),
            each.terms,
            each.related,
        )
        for each in edition.articles
    }


def still_related(before: Relations, edition: Edition, traits: Mapping[str, Traits]) -> Paths:
    """What of ``before`` holds in an edition with these ``traits``: as ``Related`` would find."""
    old = before.traits
    changed = [path for path, own in traits.items() if old.get(path) != own]
    changed += old.keys() - traits.keys()
    another_scale = len(old).bit_length() != len(traits).bit_length()
    if another_scale or len(changed) * MANY > len(traits):
        return {}
    lost = set(changed)
    if changed:
        paths = [*traits]
        lost.update(paths[number] for number in _reached(changed, old, edition, traits))
    return {
        path: related
        for path, related in before.related.items()
        if path in traits and path not in lost and all(map(traits.__contains__, related))
    }


def _reached(
    changed: Sequence[str],
    old: Mapping[str, Traits],
    edition: Edition,
    traits: Mapping[str, Traits],
) -> set[int]:
    """The numbers of the articles that see something else than before."""
    # Newest first, by path where two have one date: the edition's order.
    order = [(-own.moment, path) for path, own in traits.items()]
    groups = _Groups(edition, {path: number for number, path in enumerate(traits)})
    moved = [(p, own) for p in changed for own in (old.get(p), traits.get(p)) if own is not None]
    terms = frozenset(term for _, own in moved for term in own.terms.split())
    with_term = by_term(edition.articles, terms)
    reached: set[int] = set()
    for path, own in moved:
        # Where it stands, or would stand, had it not changed or gone.
        place = bisect_left(order, (-own.moment, path))
        for numbers in groups.of(own):
            reached.update(_near(numbers, place, NEAR))
        for term in own.terms.split():
            reached.update(_near(with_term.get(term, []), place, NEAR_TERM))
    for term, more in _more(changed, old, traits).items():
        numbers = with_term.get(term, [])
        count, total = len(numbers), len(traits)
        if rarity(count, total) != rarity(count - more, total):
            reached.update(numbers)
    return reached


def _near(numbers: Numbers, place: int, reach: int) -> Numbers:
    at = bisect_left(numbers, place)
    return numbers[max(0, at - reach) : at + reach + 1]


def _more(
    changed: Sequence[str], old: Mapping[str, Traits], traits: Mapping[str, Traits]
) -> Counter[str]:
    """How many articles more than before have a term, for each term that came or went."""
    more: Counter[str] = Counter()
    for path in changed:
        if path in traits:
            more.update(traits[path].terms.split())
        if path in old:
            more.subtract(old[path].terms.split())
    return more


class _Groups:
    """The lists but for those of terms, by number."""

    def __init__(self, edition: Edition, numbers: Mapping[str, int]) -> None:
        topics = {topic.url: topic.members for topic in edition.topics}
        self._columns = Lists(edition.in_column, numbers)
        self._units = Lists(edition.of_unit, numbers)
        self._tags = Lists(edition.with_tag, numbers)
        self._topics = Lists(topics, numbers)

    def of(self, own: Traits) -> Iterator[Numbers]:
        """The lists of an article's groups, as they are now."""
        yield self._columns[own.column]
        yield self._units[own.unit]
        yield from map(self._tags.__getitem__, own.tags)
        yield from map(self._topics.__getitem__, own.topics)
