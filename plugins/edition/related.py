"""Articles that belong beside an article: by shared tags, then by column, then by time."""

from collections.abc import Mapping, Sequence

from .cards import ArticleCard
from .model import Article

NEAR = 4
"""How far along a list of a tag or column is looked, either way: the cost stays linear."""

AT_MOST = 4

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
        self._moments = [article.date.timestamp() for article in articles]
        numbers = {article.path: number for number, article in enumerate(articles)}
        self._columns = {name: _List(group, numbers) for name, group in in_column.items()}
        self._tags = {name: _List(group, numbers) for name, group in with_tag.items()}
        self._numbers = numbers

    def cards(self, article: Article) -> tuple[ArticleCard, ...]:
        """The cards of at most four others: what shares most, then what is nearest in time."""
        own = self._numbers[article.path]
        scores = dict.fromkeys(self._columns[article.column].around(own), 1)
        for tag in article.tags:
            for other in self._tags[tag].around(own):
                # A shared tag says more than a shared column.
                scores[other] = scores.get(other, 0) + 2
        moments, at = self._moments, self._moments[own]
        # Equal in all else, the order of the edition decides: newest first, then by path.
        order = sorted((-score, abs(moments[o] - at), o) for o, score in scores.items())
        return tuple(self._articles[other].card for _, _, other in order[:AT_MOST])


class _List:
    """The articles of one tag or column by number, and where in it each stands."""

    def __init__(self, group: Sequence[Article], numbers: Mapping[str, int]) -> None:
        self._numbers: Numbers = [numbers[article.path] for article in group]
        self._places = {number: at for at, number in enumerate(self._numbers)}

    def around(self, number: int) -> Numbers:
        """The numbers near one in the list, but for itself."""
        at = self._places[number]
        return self._numbers[max(0, at - NEAR) : at] + self._numbers[at + 1 : at + 1 + NEAR]
