"""Articles that belong beside an article: by what they share, then by time.

What two articles share counts in points: their column, unit, topics and tags, and the terms
that their texts are about. Terms are weighed as in retrieval, by how frequent they are in the
text (TF; reading chose and ordered them) and how rare among all articles (IDF). All weights
are whole numbers of a few steps, so that one more article moves hardly any of them, and the
order in which they are added up says nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import mul

from .cards import ArticleCard
from .model import Article, Edition
from .terms import Numbers, by_term

NEAR = 4
"""How far along a list of a column, unit, topic or tag is looked, either way."""

NEAR_TERM = 5
"""How far along a list of a term is looked, either way: the cost stays linear."""

AT_MOST = 4

HEAVY = 2
"""Points of a shared tag or topic, which says more than a shared column or unit: those are 1."""

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

FEW = 8
"""Of so small a part of the articles, by one to so many, the terms alone are looked up."""

Groups = Mapping[str, Sequence[Article]]


class Related:
    """Finds the neighbours of one article of an edition after another.

    What it needs for that is made when first asked for, since a preview asks for one
    article's neighbours alone, and a build knows most of them (``Edition.related``).
    """

    def __init__(self, edition: Edition) -> None:
        self._articles = edition.articles
        self._edition = edition
        self._terms: dict[str, Numbers] = {}
        self._rarity = _Rarity(self._terms, len(edition.articles))

    @cached_property
    def _columns(self) -> "Lists":
        return Lists(self._edition.in_column, self._numbers)

    @cached_property
    def _tags(self) -> "Lists":
        return Lists(self._edition.with_tag, self._numbers)

    @cached_property
    def _units(self) -> "Lists":
        return Lists(self._edition.of_unit, self._numbers)

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
        paths = self._edition.related.get(article.path)
        if paths is None:
            self.expect([article])
            paths = self.paths(article)
        numbers = self._numbers
        return tuple([self._articles[numbers[path]].card for path in paths])

    def expect(self, articles: Sequence[Article]) -> None:
        """Look up the terms of articles before their ``paths`` are asked for: all at once."""
        if len(articles) * FEW > len(self._articles):
            self._terms.update(by_term(self._articles))
            return
        terms = frozenset(term for article in articles for term in article.terms.split())
        wanted = terms - self._terms.keys()
        if wanted:
            self._terms.update(by_term(self._articles, wanted))

    def paths(self, article: Article) -> tuple[str, ...]:
        """The same by their paths, of an article that was expected."""
        if article.related:
            return article.related
        articles = self._articles
        own = self._numbers[article.path]
        points = self._points(article, own)
        if not points:
            return ()
        moments, moment = self._moments, self._moments[own]

        def age(other: int) -> float:
            return abs(moments[other] - moment)

        # What the last that comes in has; of all that have as much, the nearest alone may.
        least = sorted(points.values(), reverse=True)[:AT_MOST][-1]
        more = [other for other, score in points.items() if score > least]
        more.sort(key=lambda other: (-points[other], age(other), other))
        equal = sorted([other for other, score in points.items() if score == least])
        at = bisect_left(equal, own)
        newer, older = equal[max(0, at - AT_MOST) : at], equal[at : at + AT_MOST]
        # Stable: where two are equal in age too, the newer, then who stands nearer.
        equal = sorted([*newer[::-1], *older], key=age)
        return tuple([articles[other].path for other in [*more, *equal][:AT_MOST]])

    def _points(self, article: Article, own: int) -> dict[int, int]:
        """What others share with an article."""
        light = [self._columns[article.column]]
        if article.unit:
            light.append(self._units[article.unit])
        heavy = [*map(self._tags.__getitem__, article.tags), *self._topics.get(own, ())]
        # Counted by a loop in C: once a point.
        points = Counter(_near(light, own, NEAR) + _near(heavy, own, NEAR) * HEAVY)
        terms = map(self._terms.__getitem__, self._weightiest(article.terms.split()))
        for other, shared in Counter(_near(terms, own, NEAR_TERM)).items():
            if shared >= POINT:
                points[other] += shared // POINT
        del points[own]
        return points

    def _weightiest(self, terms: Sequence[str]) -> list[str]:
        """Those of an article's terms that are looked for in others."""
        half = len(terms) // 2
        factors = [FREQUENT] * half + [SELDOM] * (len(terms) - half)
        weights = list(map(mul, factors, map(self._rarity.__getitem__, terms)))
        # Of two as weighty the more frequent comes first.
        order = sorted(range(len(terms)), key=weights.__getitem__, reverse=True)[:TERMS]
        return [terms[place] for place in order if weights[place]]


def _near(lists: Iterable[Numbers], own: int, reach: int) -> Numbers:
    """What stands near an article in lists, each of which it is in."""
    near: Numbers = []
    for numbers in lists:
        if len(numbers) > reach + 1:
            at = bisect_left(numbers, own)
            near += numbers[at - reach if at > reach else 0 : at + reach + 1]
        else:
            near += numbers
    return near


class Lists(dict[str, Numbers]):
    """Articles of groups, by number, of each that it is asked for; one that is gone has none."""

    def __init__(self, groups: Groups, numbers: Mapping[str, int]) -> None:
        super().__init__()
        self._groups = groups
        self._numbers = numbers

    def __missing__(self, name: str) -> Numbers:
        numbers = self._numbers
        made = self[name] = [numbers[article.path] for article in self._groups.get(name, ())]
        return made


class _Rarity(dict[str, int]):
    """The rarity of each term that it is asked for."""

    def __init__(self, lists: Mapping[str, Numbers], total: int) -> None:
        super().__init__()
        self._lists = lists
        self._total = total

    def __missing__(self, term: str) -> int:
        made = self[term] = rarity(len(self._lists[term]), self._total)
        return made


def rarity(count: int, total: int) -> int:
    """How rare a term is that ``count`` of ``total`` articles have: up to ``STEPS``.

    0 is for what is not worth looking for. The bits of a number's square are twice its
    logarithm to base 2, in whole numbers. So one more article moves the terms alone whose
    number passes such a step, and all of them only where the number of articles passes a
    power of two.
    """
    top = 2 * total.bit_length()
    made = STEPS * (top - (count * count).bit_length()) // top
    return made if count > 1 and made >= RARE else 0
