"""The edition after an edit: only what the edit touches is made anew.

What comes out is what a whole assembly would give; where that cannot be known at little
cost, nothing comes out, and the caller puts the edition together anew.
"""

import datetime as dt
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from .assemble import Assembled, Assembly
from .languages import in_languages
from .media import pictures_named
from .model import Article, Edition
from .picture_notes import refused_by
from .series import regrouped
from .sources import (
    ArticleSource,
    ColumnSource,
    EntrySource,
    GallerySource,
    PictureFile,
    SiteSource,
    Source,
    TagSource,
    TopicSource,
    UnitSource,
)
from .specs import Text
from .topics import in_topics

K = TypeVar("K")


_PICTURE: Mapping[type[Source], str] = {
    ArticleSource: "lead",
    ColumnSource: "banner",
    EntrySource: "picture",
    GallerySource: "cover",
}
"""Where front matter names a picture."""


class Edit(NamedTuple):
    """What became of the article in one file; None where there was or is none."""

    path: str
    old: ArticleSource | None
    new: ArticleSource | None


class Amender:
    """An edition that follows the edits of its articles.

    ``assembly`` is the finished assembly of ``sources``, and ``assembled`` what came of it.
    """

    def __init__(self, assembly: Assembly, assembled: Assembled, sources: Iterable[Source]) -> None:
        self.assembled = assembled
        self._assembly = assembly
        self._clock = assembly.clock
        self._resolver = assembly.resolver
        self._sources = {source.path: source for source in sources}
        articles = [
            source
            for source in self._sources.values()
            if isinstance(source, ArticleSource) and source.column in assembly.columns
        ]
        self._ids = Counter(article.id for article in articles)
        self._places = Counter(_place(article) for article in articles)
        self._defined = {
            kind: {s.slug for s in self._sources.values() if isinstance(s, kind)}
            for kind in (TagSource, UnitSource)
        }

    def amend(
        self,
        changes: Mapping[str, Source | None],
        pictures: Mapping[str, PictureFile | None] = MappingProxyType({}),
    ) -> Assembled | None:
        """Take articles and pictures anew, by path; None is for what is there no longer.

        Gives None where all must be put together anew: after that this object is of no use.
        """
        edits = []
        if self._speak_of_pictures(changes, pictures):
            return None
        for path, new in changes.items():
            old = self._sources.get(path)
            if not isinstance(old, ArticleSource | None) or not isinstance(
                new, ArticleSource | None
            ):
                return None
            if old != new:
                edits.append(Edit(path, old, new))
        if not self._are_alone(edits) or not self._keep_names(edits):
            return None
        linked = {edit.path for edit in edits if self._stands_otherwise(edit)}
        for edit in edits:
            self._place(edit)
        for path, file in pictures.items():
            self._assembly.pictures.pop(path, None)
            if file is not None:
                self._assembly.pictures[path] = file
        self._assembly.hanging.renew()
        referrers = self._referrers({*linked, *pictures})
        if referrers is None:
            return None
        edited = {edit.path for edit in edits}
        return self._made(edits, [s for s in referrers if s.path not in edited])

    def _speak_of_pictures(
        self, changes: Mapping[str, Source | None], pictures: Iterable[str]
    ) -> bool:
        """Tell whether a change says something of a picture wherever that is shown.

        A sidecar does, and who says that a picture must not be shown.
        """
        return any(
            path.endswith(".toml") or refused_by(self._sources.get(path)) != refused_by(new)
            for path, new in changes.items()
        ) or any(map(self._assembly.words.concern, pictures))

    def _are_alone(self, edits: Sequence[Edit]) -> bool:
        """Tell whether no other file has, or had, the id or the URL of an edited one."""
        olds = [edit.old for edit in edits if edit.old is not None]
        news = [edit.new for edit in edits if edit.new is not None]
        if not all(source.column in self._assembly.columns for source in (*olds, *news)):
            return False
        if not all(self._is_alone(source) for source in olds):
            return False
        self._ids.subtract(source.id for source in olds)
        self._places.subtract(_place(source) for source in olds)
        self._ids.update(source.id for source in news)
        self._places.update(_place(source) for source in news)
        return all(self._is_alone(source) for source in news)

    def _is_alone(self, source: ArticleSource) -> bool:
        return self._ids[source.id] == 1 and self._places[_place(source)] == 1

    def _keep_names(self, edits: Sequence[Edit]) -> bool:
        """Tell whether tags and units stay as they are.

        Where two names have one slug, the order of the articles says whose it is.
        """
        if not (self._assembly.tags.findings or self._assembly.units.findings):
            return True
        return not any(self._moves(edit) for edit in edits)

    def _moves(self, edit: Edit) -> bool:
        old, new = edit.old, edit.new
        if old is None or new is None or self._shows(old) != self._shows(new):
            return True
        named = (old.tags, old.unit) != (new.tags, new.unit)
        return named or self._clock.at(old.date) != self._clock.at(new.date)

    def _shows(self, source: ArticleSource | None) -> bool:
        return source is not None and self._clock.shows(self._clock.state(source))

    def _stands_otherwise(self, edit: Edit) -> bool:
        """Tell whether a link to an edited article may lead elsewhere than before."""
        old, new = edit.old, edit.new
        if old is None or new is None or self._shows(old) != self._shows(new):
            return True
        return set(old.text.ids) != set(new.text.ids)

    def _place(self, edit: Edit) -> None:
        path, new = edit.path, edit.new
        self._resolver.hidden.discard(path)
        self._assembly.waiting.pop(path, None)
        self._resolver.urls.pop(path, None)
        self._resolver.fragments.pop(path, None)
        self._assembly.past.take(path, new)
        if new is None:
            del self._sources[path]
            return
        self._sources[path] = new
        if self._shows(new):
            self._resolver.publish(new)
        else:
            self._assembly.hide(new)

    def _referrers(self, targets: set[str]) -> list[ArticleSource] | None:
        """The articles shown that name one of ``targets``; None where others than articles do."""
        found: list[ArticleSource] = []
        for source in self._sources.values() if targets else ():
            # Topics are made anew in any case.
            if isinstance(source, TopicSource) or not _names(source, targets):
                continue
            if not isinstance(source, ArticleSource):
                return None
            # One that was left out for its column or its id has no place to be made for.
            if source.path in self._resolver.urls:
                found.append(source)
        return found

    def _made(self, edits: Sequence[Edit], more: Iterable[ArticleSource]) -> Assembled | None:
        """Make the articles edited, and ``more``, and the edition with them."""
        faults = self._clashes()
        gone = [self._article(edit.old) for edit in edits if edit.old and self._was_shown(edit)]
        come = []
        for edit in edits:
            self._assembly.shares.pop(edit.path, None)
            if edit.new is not None and self._shows(edit.new):
                come.append(self._assembly.article(edit.new))
        for source in more:
            gone.append(self._article(source))
            come.append(self._assembly.article(source))
        if self._clashes() != faults:
            return None
        edition = self._with(gone, come)
        if self._lost(edition, gone):
            return None
        held = list(self.assembled.held)
        for edit in edits:
            if edit.old is not None and not self._was_shown(edit):
                held.remove(edit.path)
            if edit.new is not None and not self._shows(edit.new):
                insort(held, edit.path)
        self.assembled = self._assembly.assembled(edition, held)
        return self.assembled

    def _clashes(self) -> int:
        return len(self._assembly.tags.findings) + len(self._assembly.units.findings)

    def _was_shown(self, edit: Edit) -> bool:
        return self._shows(edit.old)

    def _article(self, source: ArticleSource) -> Article:
        """The article of the present edition that was made of a source."""
        articles = self.assembled.edition.articles
        return articles[_at(articles, _Age(self._clock.at(source.date), source.path))]

    def _lost(self, edition: Edition, gone: Iterable[Article]) -> bool:
        """Tell whether a tag or unit has lost its last article, and so its page."""
        tags, units = self._defined[TagSource], self._defined[UnitSource]
        return any(
            any(tag not in edition.with_tag and tag not in tags for tag in article.tags)
            or (
                article.unit != ""
                and article.unit not in edition.of_unit
                and article.unit not in units
            )
            for article in gone
        )

    def _with(self, gone: Sequence[Article], come: Sequence[Article]) -> Edition:
        old = self.assembled.edition
        articles = _changed(old.articles, gone, come)
        topics = self._assembly.topics(articles)
        grouped = _regrouped(old.in_column, gone, come, lambda a: (a.column,))
        in_column = {slug: grouped.get(slug, ()) for slug in old.columns}
        series = regrouped(old.in_series, gone, come)
        self._assembly.of_columns(in_column, series)
        made = replace(
            old,
            articles=articles,
            tags=dict(sorted(self._assembly.tags.groups.items())),
            units=dict(sorted(self._assembly.units.groups.items())),
            topics=topics,
            versions=in_languages(articles, old.site),
            in_topics=in_topics(topics),
            front=self._assembly.front(articles, topics, old.galleries),
            in_column=in_column,
            in_series=series,
            with_tag=_regrouped(old.with_tag, gone, come, lambda a: a.tags),
            of_unit=_regrouped(old.of_unit, gone, come, lambda a: (a.unit,) if a.unit else ()),
            in_month=_regrouped(old.in_month, gone, come, lambda a: ((a.date.year, a.date.month),)),
            on_day=_regrouped(old.on_day, gone, come, lambda a: ((a.date.month, a.date.day),)),
        )
        return self._assembly.with_past(made)


def _names(source: Source, targets: set[str]) -> bool:  # noqa: PLR0911 - one for each kind
    """Tell whether a source links to one of these files, or shows it."""
    if any(name in targets for name in pictures_named(source)):
        return True
    spec = getattr(source, _PICTURE.get(type(source), ""), None)
    if spec is not None and spec.file.target in targets:
        return True
    if isinstance(source, EntrySource) and any(r.target in targets for r in source.articles):
        return True
    if isinstance(source, SiteSource):
        return source.share.image is not None and source.share.image.file.target in targets
    if isinstance(source, GallerySource):
        # Without a list it shows what lies in its folder.
        folder = source.path.removesuffix("index.md")
        if any(target.startswith(folder) for target in targets):
            return True
        listed = (*source.photos, *(p for section in source.sections for p in section.photos))
        return any(photo.file.target in targets for photo in listed) or _says(source.text, targets)
    if isinstance(source, ArticleSource):
        told = (*source.related, *(each.reference for each in source.translations))
        if any(reference.target in targets for reference in told):
            return True
    text: Text | None = getattr(source, "text", None)
    if text is None:
        return False
    # A gallery without a name is made of what lies in the text's folder.
    folder = source.path.rpartition("/")[0] + "/"
    hung = any(not line.name for line in text.galleries)
    return _says(text, targets) or (hung and any(t.startswith(folder) for t in targets))


def _says(text: Text, targets: set[str]) -> bool:
    """Tell whether a text links to one of these files, or shows it."""
    return any(reference.target in targets for reference in (*text.links, *text.pictures))


def _place(source: ArticleSource) -> tuple[str, str, str]:
    """What the URL of an article is made of."""
    return source.column, source.year, source.slug


class _Age:
    """What articles are ordered by: the newest first, then by path."""

    def __init__(self, date: dt.datetime, path: str) -> None:
        self.date, self.path = date, path

    def __lt__(self, other: "_Age") -> bool:
        # Dates are compared as they are where all are sorted, whatever zones they have.
        if self.date == other.date:
            return self.path < other.path
        return self.date > other.date


def _key(article: Article) -> _Age:
    return _Age(article.date, article.path)


def _at(articles: Sequence[Article], key: _Age) -> int:
    return bisect_left(articles, key, key=_key)


def _changed(
    articles: Sequence[Article], gone: Iterable[Article], come: Iterable[Article]
) -> tuple[Article, ...]:
    """Articles in their order without some and with others."""
    made = list(articles)
    for article in gone:
        del made[_at(made, _key(article))]
    for article in come:
        made.insert(_at(made, _key(article)), article)
    return tuple(made)


def _regrouped(
    groups: Mapping[K, tuple[Article, ...]],
    gone: Iterable[Article],
    come: Iterable[Article],
    keys: Callable[[Article], Iterable[K]],
) -> dict[K, tuple[Article, ...]]:
    """Groups of articles without some and with others; a group that is empty goes."""
    made = dict(groups)
    moves: dict[K, tuple[list[Article], list[Article]]] = {}
    for which, articles in enumerate((gone, come)):
        for article in articles:
            for key in keys(article):
                moves.setdefault(key, ([], []))[which].append(article)
    for key, (lost, won) in moves.items():
        group = _changed(made.get(key, ()), lost, won)
        if group:
            made[key] = group
        else:
            del made[key]
    return made
