"""Articles that belong beside an article: by shared tags, then by column, then by time."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from .cards import ArticleCard
from .model import Article

NEAR = 4
"""How far along a list of a tag or column is looked, either way: the cost stays linear."""

AT_MOST = 4

AGES = 1e12
"""Seconds, more than there are between two dates that Python knows."""

Numbers = list[int]
"""Articles by their place in the edition."""


class Related:
    """Finds the neighbours of one article of an edition after another."""

    def __init__(
        self,
        articles: Sequence[Article],
        in_column: Mapping[str, Sequence[Article]],
        with_tag: Mapping[str, Sequence[Article]],
    ) -> None:
        self._articles = articles
        self._groups = (in_column, with_tag)
        self._lists: dict[tuple[int, str], _List] = {}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {article.path: number for number, article in enumerate(self._articles)}

    @cached_property
    def _moments(self) -> list[float]:
        return [article.date.timestamp() for article in self._articles]

    def _around(self, which: int, name: str, own: int) -> Numbers:
        # Made when first asked for: a preview asks for one article's neighbours alone.
        found = self._lists.get((which, name))
        if found is None:
            found = self._lists[which, name] = _List(self._groups[which][name], self._numbers)
        return found.around(own)

    def cards(self, article: Article) -> tuple[ArticleCard, ...]:
        """The cards of at most four others: what shares most, then what is nearest in time."""
        own = self._numbers[article.path]
        scores = dict.fromkeys(self._around(0, article.column, own), 1)
        for tag in article.tags:
            for other in self._around(1, tag, own):
                # A shared tag says more than a shared column.
                scores[other] = scores.get(other, 0) + 2
        moments, at = self._moments, self._moments[own]
        # One number to compare: an age is never as long as one step of the score. Equal in
        # both, the order of the edition decides: newest first, then by path.
        order = sorted([(abs(moments[o] - at) - AGES * score, o) for o, score in scores.items()])
        return tuple([self._articles[other].card for _, other in order[:AT_MOST]])


class _List:
    """The articles of one tag or column by number, and where in it each stands."""

    def __init__(self, group: Sequence[Article], numbers: Mapping[str, int]) -> None:
        self._numbers: Numbers = [numbers[article.path] for article in group]
        self._places = {number: at for at, number in enumerate(self._numbers)}

    def around(self, number: int) -> Numbers:
        """The numbers near one in the list, but for itself."""
        at = self._places[number]
        return self._numbers[max(0, at - NEAR) : at] + self._numbers[at + 1 : at + 1 + NEAR]
