"""Articles that belong beside an article: by shared tags, then by column, then by time."""

from collections.abc import Iterator, Mapping

from .cards import ArticleCard
from .model import Article

NEAR = 4
"""How far along a list of a tag or column is looked, either way: the cost stays linear."""

AT_MOST = 4


def related(
    articles: tuple[Article, ...],
    in_column: Mapping[str, tuple[Article, ...]],
    with_tag: Mapping[str, tuple[Article, ...]],
) -> dict[str, tuple[ArticleCard, ...]]:
    """For each article's path, the cards of at most four others."""
    near = _Neighbours(in_column, with_tag)
    return {article.path: near.best(article) for article in articles}


class _Neighbours:
    def __init__(
        self,
        in_column: Mapping[str, tuple[Article, ...]],
        with_tag: Mapping[str, tuple[Article, ...]],
    ) -> None:
        self._lists = [in_column, with_tag]
        self._places = [
            {name: {a.path: at for at, a in enumerate(group)} for name, group in lists.items()}
            for lists in self._lists
        ]

    def _around(self, which: int, name: str, article: Article) -> Iterator[Article]:
        group = self._lists[which][name]
        at = self._places[which][name][article.path]
        yield from group[max(0, at - NEAR) : at]
        yield from group[at + 1 : at + 1 + NEAR]

    def best(self, article: Article) -> tuple[ArticleCard, ...]:
        scores: dict[str, int] = {}
        found: dict[str, Article] = {}
        names = [(0, article.column), *((1, tag) for tag in article.tags)]
        for which, name in names:
            for other in self._around(which, name, article):
                found[other.path] = other
                # A shared tag says more than a shared column.
                scores[other.path] = scores.get(other.path, 0) + 1 + which
        order = sorted(
            found.values(),
            key=lambda o: (-scores[o.path], abs(o.date - article.date), o.path),
        )
        return tuple(other.card for other in order[:AT_MOST])
