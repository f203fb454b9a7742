"""Articles that belong beside an article: by what they share, then by time.

What two articles share counts in points: their column, unit, topics and tags, and the terms
that their texts are about. Terms are weighed as in retrieval, by how frequent they are in the
text (TF; reading chose and ordered them) and how rare among all articles (IDF). All weights
are whole numbers of a few steps, so that one more article moves hardly any of them, and the
order in which they are added up says nothing.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

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

POINT = 45
"""Weight of shared terms that makes a point: no single term has it."""

Numbers = list[int]
"""Articles by their place in the edition, ascending: newest first."""

Groups = Mapping[str, Sequence[Article]]


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
        self._terms = _Lists(edition.with_term, NEAR_TERM)
        self._rarity = _Rarity(edition.with_term, len(edition.articles))
        self._moments: dict[int, float] = {}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {article.path: number for number, article in enumerate(self._articles)}

    @cached_property
    def _topics(self) -> dict[int, list[Numbers]]:
        """The articles of each topic that an article is in, by the number of the article."""
        found: dict[int, list[Numbers]] = {}
        if not self._edition.topics:
            return found
        by_url = {article.url: number for number, article in enumerate(self._articles)}
        for topic in self._edition.topics:
            numbers = sorted(by_url[card.url] for card in topic.articles)
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
        at = self._moment(own)
        # Equal in points and age, the order of the edition decides: newest first, then by path.
        order = sorted(
            [
                (-score, abs(self._moment(other) - at), other)
                for other, score in points.items()
                if score >= least
            ]
        )
        return tuple([articles[other].card for _, _, other in order[:AT_MOST]])

    def _moment(self, number: int) -> float:
        found = self._moments.get(number)
        if found is None:
            found = self._moments[number] = self._articles[number].date.timestamp()
        return found

    def _points(self, article: Article, own: int) -> dict[int, int]:
        """What others share with an article."""
        numbers = self._numbers
        points = dict.fromkeys(self._columns.near(article.column, own, numbers), COLUMN)
        lists = [(self._tags.near(tag, own, numbers), TAG) for tag in article.tags]
        if article.unit:
            lists.append((self._units.near(article.unit, own, numbers), UNIT))
        lists += [(_around(topic, own, NEAR), TOPIC) for topic in self._topics.get(own, ())]
        for near, more in lists:
            for other in near:
                points[other] = points.get(other, 0) + more
        for other, weight in self._shared_terms(article, own).items():
            if weight >= POINT:
                points[other] = points.get(other, 0) + weight // POINT
        points.pop(own, None)
        return points

    def _shared_terms(self, article: Article, own: int) -> dict[int, int]:
        """The weight of the terms that others share with an article; itself may be there."""
        terms, rarity, numbers = article.terms.split(), self._rarity, self._numbers
        half = len(terms) // 2
        weights = [FREQUENT * rarity[term] for term in terms[:half]]
        weights += [SELDOM * rarity[term] for term in terms[half:]]
        # Of two as weighty the more frequent comes first.
        order = sorted(range(len(terms)), key=weights.__getitem__, reverse=True)
        found: dict[int, int] = {}
        for place in order[:TERMS]:
            weight = weights[place]
            if not weight:
                break
            for other in self._terms.near(terms[place], own, numbers):
                found[other] = found.get(other, 0) + weight
        return found


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
            made = [numbers[article.path] for article in self._groups[name]]
            found = self._lists[name] = made
        return _around(found, own, self._reach)


def _around(numbers: Numbers, own: int, reach: int) -> Numbers:
    if len(numbers) <= reach + 1:
        return numbers
    at = bisect_left(numbers, own)
    return numbers[max(0, at - reach) : at + reach + 1]


class _Rarity(dict[str, int]):
    """The rarity of each term that it is asked for: 0 to ``STEPS``, and 0 for one in no other.

    The bits of a number's square are twice its logarithm to base 2, in whole numbers. So one
    more article moves the terms alone whose number passes such a step, and all of them only
    where the number of articles passes a power of two.
    """

    def __init__(self, groups: Groups, total: int) -> None:
        super().__init__()
        self._groups = groups
        self._top = 2 * total.bit_length()

    def __missing__(self, term: str) -> int:
        count, top = len(self._groups[term]), self._top
        rarity = 0 if count == 1 else max(0, STEPS * (top - (count * count).bit_length()) // top)
        self[term] = rarity
        return rarity
