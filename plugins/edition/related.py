"""Articles that belong beside an article: by what they share, then by time.

What two articles share counts in points: their column, unit, topics and tags, and the terms
that their texts are about. Terms are weighed as in retrieval, by how frequent they are in the
text (TF; reading chose and ordered them) and how rare among all articles (IDF). All weights
are whole numbers of a few steps, so that one more article moves hardly any of them, and the
order in which they are added up says nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from .cards import ArticleCard
from .model import Article, Edition

NEAR = 4
"""How far along a list of a column, unit, topic or tag is looked, either way."""

NEAR_TERM = 5
"""How far along a list of a term is looked, either way: the cost stays linear."""

AT_MOST = 4

COLUMN, UNIT, TOPIC, TAG = 1, 1, 2, 2
"""Points. A shared tag, or a topic, says more than a shared column."""

TERMS = 8
"""Terms of an article that are looked for in others: those of the greatest weight."""

FREQUENT, SELDOM = 3, 2
"""Weight in its text of a term of the more frequent half, and of the others."""

STEPS = 16
"""Steps of rarity, from a term in all articles (0) to one in a single article."""

RARE = 4
"""Rarity that a term has at least to be looked for."""

POINT = 2
"""Shared terms that make a point: one alone may be chance."""

Numbers = list[int]
"""Articles by their place in the edition, ascending: newest first."""

Groups = Mapping[str, Sequence[Article]]
Paths = Mapping[str, Sequence[str]]


class Related:
    """Finds the neighbours of one article of an edition after another.

    What it needs for that is made when first asked for, since a preview asks for one
    article's neighbours alone.
    """

    def __init__(self, edition: Edition) -> None:
        self._articles = edition.articles
        self._edition = edition
        self._columns = _Lists(edition.in_column, NEAR)
        self._tags = _Lists(edition.with_tag, NEAR)
        self._units = _Lists(edition.of_unit, NEAR)
        self._terms = _TermLists(edition.with_term, NEAR_TERM)
        self._rarity = _Rarity(edition.with_term, len(edition.articles))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {article.path: number for number, article in enumerate(self._articles)}

    @cached_property
    def _moments(self) -> list[float]:
        return [article.date.timestamp() for article in self._articles]

    @cached_property
    def _topics(self) -> dict[int, list[Numbers]]:
        """The articles of each topic that an article is in, by the number of the article."""
        found: dict[int, list[Numbers]] = {}
        for topic in self._edition.topics:
            # Newest first, as all articles are: their numbers ascend.
            numbers = [self._numbers[article.path] for article in topic.members]
            for number in numbers:
                found.setdefault(number, []).append(numbers)
        return found

    def cards(self, article: Article) -> tuple[ArticleCard, ...]:
        """Those that the editor chose; else at most four: what shares most, then the nearest."""
        articles = self._articles
        if article.related:
            numbers = self._numbers
            return tuple([articles[numbers[path]].card for path in article.related])
        own = self._numbers[article.path]
        points = self._points(article, own)
        # The ages of those alone that may come in.
        least = sorted(points.values(), reverse=True)[:AT_MOST][-1] if points else 0
        moments, at = self._moments, self._moments[own]
        # Equal in points and age, the order of the edition decides: newest first, then by path.
        order = sorted(
            [
                (-score, abs(moments[other] - at), other)
                for other, score in points.items()
                if score >= least
            ]
        )
        return tuple([articles[other].card for _, _, other in order[:AT_MOST]])

    def _points(self, article: Article, own: int) -> dict[int, int]:
        """What others share with an article."""
        numbers = self._numbers
        lists = [self._columns.near(article.column, own, numbers)] * COLUMN
        for tag in article.tags:
            lists += [self._tags.near(tag, own, numbers)] * TAG
        if article.unit:
            lists += [self._units.near(article.unit, own, numbers)] * UNIT
        for topic in self._topics.get(own, ()):
            lists += [_around(topic, own, NEAR)] * TOPIC
        # Counted by a loop in C: once a point.
        points = Counter(chain.from_iterable(lists))
        for other, shared in self._shared_terms(article, own).items():
            if shared >= POINT:
                points[other] += shared // POINT
        del points[own]
        return points

    def _shared_terms(self, article: Article, own: int) -> Counter[int]:
        """How many of an article's weightiest terms others share; itself may be among them."""
        terms, rarity, lists = article.terms.split(), self._rarity, self._terms
        half = len(terms) // 2
        weights = [FREQUENT * rarity[term] for term in terms[:half]]
        weights += [SELDOM * rarity[term] for term in terms[half:]]
        # Of two as weighty the more frequent comes first.
        order = sorted(range(len(terms)), key=weights.__getitem__, reverse=True)[:TERMS]
        numbers = self._numbers
        near = [lists.near(terms[place], own, numbers) for place in order if weights[place]]
        return Counter(chain.from_iterable(near))


class _Lists:
    """The articles of groups, by number; ``reach`` is how far along a list is looked."""

    def __init__(self, groups: Groups, reach: int) -> None:
        self._groups = groups
        self._reach = reach
        self._lists: dict[str, Numbers] = {}

    def near(self, name: str, own: int, numbers: Mapping[str, int]) -> Numbers:
        """The numbers in a group near one of them, which is among them."""
        found = self._lists.get(name)
        if found is None:
            found = self._lists[name] = self._made(name, numbers)
        return _around(found, own, self._reach)

    def _made(self, name: str, numbers: Mapping[str, int]) -> Numbers:
        return [numbers[article.path] for article in self._groups[name]]


class _TermLists(_Lists):
    """The articles of terms, by number: a great many lists, so they name paths alone."""

    def __init__(self, groups: Paths, reach: int) -> None:
        super().__init__({}, reach)
        self._paths = groups

    def _made(self, name: str, numbers: Mapping[str, int]) -> Numbers:
        return sorted(map(numbers.__getitem__, self._paths[name]))


def _around(numbers: Numbers, own: int, reach: int) -> Numbers:
    if len(numbers) <= reach + 1:
        return numbers
    at = bisect_left(numbers, own)
    return numbers[max(0, at - reach) : at + reach + 1]


class _Rarity(dict[str, int]):
    """The rarity of each term that it is asked for: up to ``STEPS``, 0 for none to look for.

    The bits of a number's square are twice its logarithm to base 2, in whole numbers. So one
    more article moves the terms alone whose number passes such a step, and all of them only
    where the number of articles passes a power of two.
    """

    def __init__(self, groups: Paths, total: int) -> None:
        super().__init__()
        self._groups = groups
        self._top = 2 * total.bit_length()

    def __missing__(self, term: str) -> int:
        count, top = len(self._groups[term]), self._top
        rarity = STEPS * (top - (count * count).bit_length()) // top
        rarity = rarity if count > 1 and rarity >= RARE else 0
        self[term] = rarity
        return rarity
