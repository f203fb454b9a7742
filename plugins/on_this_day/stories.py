"""Entries as pages show them in full: with the site's own articles that tell of them."""

from collections.abc import Iterable

from plugins.edition.cards import EntryView, State
from plugins.edition.model import Edition, Entry
from plugins.edition.values import Value


class Story(Value, frozen=True):
    """An article that tells of an entry."""

    title: str
    url: str
    state: State = "published"


class FullEntry(Value, frozen=True):
    """An entry, and the articles that tell of it."""

    entry: EntryView
    stories: tuple[Story, ...] = ()


class Stories:
    """The articles that any entry names, found once for all pages of a type."""

    def __init__(self, edition: Edition) -> None:
        named = {path for entry in edition.entries for path in entry.articles}
        self._stories = {
            article.path: Story(article.view.title, article.url, article.view.state)
            for article in (edition.articles if named else ())
            if article.path in named
        }

    def full(self, entries: Iterable[Entry]) -> tuple[FullEntry, ...]:
        """Entries in their order, each with its articles."""
        return tuple(FullEntry(entry.view, self._of(entry)) for entry in entries)

    def _of(self, entry: Entry) -> tuple[Story, ...]:
        return tuple(self._stories[path] for path in entry.articles if path in self._stories)
