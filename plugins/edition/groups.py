"""Tags and units: names that articles share, each with one page."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from .cards import Body
from .findings import Finding, finding
from .model import Article, Group
from .resolve import Resolver
from .sources import TagSource, UnitSource
from .specs import Name

Defined = TagSource | UnitSource

K = TypeVar("K")


class Groups:
    """The tags, or the units, of an edition: each name as an article writes it -> a group.

    A name defined in a file of its own has that file's slug; another has its pinyin. Two
    names with one slug are a finding, and share the page of the first.
    """

    def __init__(
        self,
        folder: str,
        defined: Iterable[Defined],
        resolver: Resolver,
        slug: Callable[[str], str],
    ) -> None:
        self._folder = folder
        self._slug = slug
        self._resolver = resolver
        self._by_name: dict[str, str] = {}
        self._clashes: set[str] = set()
        self.groups: dict[str, Group] = {}
        self.findings: list[Finding] = []
        for source in defined:
            self._define(source)

    def _define(self, source: Defined) -> None:
        self._resolver.publish(source)
        url = self._resolver.urls[source.path]
        names = [source.name]
        short = website = ""
        if isinstance(source, UnitSource):
            short, website = source.short, source.url
            names.append(short)
        self.groups[source.slug] = Group(source.slug, source.name, url, short, website)
        for name in filter(None, names):
            other = self._by_name.setdefault(name, source.slug)
            if other != source.slug:
                self._clash(source.path, name, self.groups[other].name, source.slug)

    def fill(self, defined: Iterable[Defined]) -> None:
        """Set the introductions, once everything that they may link to is known."""
        for source in defined:
            intro = self._resolver.body(source.path, source.text)
            group = self.groups[source.slug]
            self.groups[source.slug] = Group(
                group.slug, group.name, group.url, group.short, group.website, intro
            )

    def of(self, path: str, name: Name) -> Group:
        """The group of a name in the file ``path``; made where it is new."""
        known = self._by_name.get(name.text)
        if known is not None:
            return self.groups[known]
        made = self._slug(name.text)
        there = self.groups.get(made)
        if there is None:
            url = self._resolver.href(f"/{self._folder}/{made}/")
            there = self.groups[made] = Group(made, name.text, url, intro=Body(""))
        else:
            self._clash(path, name.text, there.name, made, name.place.line, name.place.column)
        self._by_name[name.text] = made
        return there

    def known(self, names: Iterable[Name]) -> set[str]:
        """The slugs of those names that have a group already."""
        return {self._by_name[name.text] for name in names if name.text in self._by_name}

    def _clash(
        self, path: str, name: str, other: str, slug: str, line: int = 0, column: int = 0
    ) -> None:
        if name in self._clashes:
            return
        self._clashes.add(name)
        url = f"/{self._folder}/{slug}/"
        self.findings.append(
            finding(
                "warning", "slug-collision", path, line, column, name=name, other=other, url=url
            )
        )

    def each(self, path: str, names: Iterable[Name]) -> list[Group]:
        """The groups of several names, each once."""
        groups = {group.slug: group for group in [self.of(path, name) for name in names]}
        return list(groups.values())


def grouped_by(
    articles: Iterable[Article], keys: Callable[[Article], Iterable[K]]
) -> dict[K, tuple[Article, ...]]:
    """The articles of each key, in their order; an article may have several, or none."""
    groups: dict[K, list[Article]] = {}
    for article in articles:
        for key in keys(article):
            groups.setdefault(key, []).append(article)
    return {key: tuple(group) for key, group in groups.items()}
