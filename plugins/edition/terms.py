"""Which articles have a term: an index of a great many short lists, so it names paths alone."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from .model import Article


def by_term(articles: Iterable[Article]) -> dict[str, tuple[str, ...]]:
    """The paths of the articles with each term, in the order of paths."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for article in sorted(articles, key=attrgetter("path")):
        path = article.path
        for term in article.terms:
            groups[term].append(path)
    return {term: tuple(paths) for term, paths in groups.items()}


def changed_terms(
    groups: Mapping[str, tuple[str, ...]], gone: Iterable[Article], come: Iterable[Article]
) -> dict[str, tuple[str, ...]]:
    """Such an index without some articles and with others; a term without any goes."""
    made = dict(groups)
    for article in gone:
        for term in article.terms:
            paths = made[term]
            at = bisect_left(paths, article.path)
            made[term] = paths[:at] + paths[at + 1 :]
    for article in come:
        for term in article.terms:
            there = list(made.get(term, ()))
            insort(there, article.path)
            made[term] = tuple(there)
    for article in gone:
        for term in article.terms:
            if term in made and not made[term]:
                del made[term]
    return made
