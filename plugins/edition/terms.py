"""Which articles have which terms: a great many short lists, made where they are asked for."""

from collections import defaultdict
from collections.abc import Iterable

from .model import Article

Numbers = list[int]
"""Articles by their place in the edition, ascending: newest first."""


def by_term(
    articles: Iterable[Article], wanted: frozenset[str] | None = None
) -> dict[str, Numbers]:
    """The articles with each term; with those ``wanted`` alone, where they are given."""
    found: defaultdict[str, Numbers] = defaultdict(list)
    for number, article in enumerate(articles):
        terms = article.terms.split()
        for term in terms if wanted is None else wanted.intersection(terms):
            found[term].append(number)
    return dict(found)
