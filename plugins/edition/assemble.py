"""From sources to the edition, in time that grows with their number and no faster."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from .almanacs import assemble_days, sound_entries
from .articles import Maker
from .cards import ArticleCard, SiteFrame
from .findings import Finding, Severity, finding
from .groups import Groups
from .model import Article, Column, Edition, Front, Gallery, Page, Topic
from .resolve import Develop, Resolver
from .select import Clock, Dated, one_each
from .sources import (
    AlmanacSource,
    ArticleSource,
    ColumnSource,
    EntrySource,
    GallerySource,
    PageSource,
    PictureFile,
    SiteSource,
    Source,
    TagSource,
    TopicSource,
    UnitSource,
)
from .urls import url_of

K = TypeVar("K")
S = TypeVar("S")
Plain = TypeVar("Plain", PageSource, TopicSource)


@dataclass(frozen=True, slots=True)
class Assembled:
    """An edition, what was found while it was put together, and the pictures it shows.

    ``held`` are the paths of articles that are drafts or wait for their time.
    """

    edition: Edition
    findings: tuple[Finding, ...]
    pictures: tuple[PictureFile, ...]
    held: tuple[str, ...]


class Tools(NamedTuple):
    """What the edition has others do: pictures of files, slugs of names."""

    develop: Develop
    slug: Callable[[str], str]


def assemble(
    sources: Sequence[Source],
    pictures: Mapping[str, PictureFile],
    site: SiteSource,
    frame: SiteFrame,
    clock: Clock,
    tools: Tools,
) -> Assembled:
    """Put the edition together. The order of ``sources`` does not matter."""
    return _Assembly(sources, pictures, site, frame, clock, tools).finish()


class _Assembly:
    def __init__(
        self,
        sources: Sequence[Source],
        pictures: Mapping[str, PictureFile],
        site: SiteSource,
        frame: SiteFrame,
        clock: Clock,
        tools: Tools,
    ) -> None:
        self._sources = sorted(sources, key=lambda source: source.path)
        self._site, self._frame, self._clock = site, frame, clock
        self._pictures = pictures
        self._resolver = Resolver(frame.root, pictures, tools.develop)
        self._findings: list[Finding] = []
        self._units_defined = self._all(UnitSource)
        self._tags_defined = self._all(TagSource)
        self._units = Groups("units", self._units_defined, self._resolver, tools.slug)
        self._tags = Groups("tags", self._tags_defined, self._resolver, tools.slug)
        self._maker = Maker(self._resolver, clock, self._units, self._tags)
        self._held: list[str] = []

    def _all(self, kind: type[S]) -> list[S]:
        return [source for source in self._sources if isinstance(source, kind)]

    def finish(self) -> Assembled:
        """Choose what is published, then resolve it: links need to know every URL."""
        columns = self._all(ColumnSource)
        chosen = self._articles(columns)
        galleries = self._visible(self._all(GallerySource))
        pages = self._with_status(PageSource)
        topics = self._with_status(TopicSource)
        entries = self._entries()
        for column in columns:
            self._resolver.publish(column)
        for entry in entries:
            self._resolver.publish(entry)

        made_columns = {c.slug: self._maker.column(c) for c in sorted(columns, key=_by_order)}
        articles = tuple(self._maker.article(a, made_columns[a.column]) for a in chosen)
        self._units.fill(self._units_defined)
        self._tags.fill(self._tags_defined)
        edition = self._edition(
            made_columns,
            articles,
            tuple(self._maker.gallery(g, self._photos_of(g)) for g in galleries),
            tuple(self._maker.page(page) for page in sorted(pages, key=_by_order)),
            self._topics(topics, articles),
            entries,
        )
        found = (
            *self._findings,
            *self._resolver.findings,
            *self._units.findings,
            *self._tags.findings,
        )
        used = tuple(file for _, file in sorted(self._resolver.used.items()))
        return Assembled(edition, found, used, tuple(self._held))

    def _articles(self, columns: Sequence[ColumnSource]) -> list[ArticleSource]:
        known = {column.slug for column in columns}
        sources = []
        for source in self._all(ArticleSource):
            if source.column in known:
                sources.append(source)
            else:
                self._findings.append(
                    finding("error", "column-unknown", source.path, column=source.column)
                )
        shown = self._visible(sources)
        self._held += [source.path for source in sources if source.path in self._resolver.hidden]
        return shown

    def _visible(self, sources: Sequence[Dated]) -> list[Dated]:
        """One to an id and a URL, no draft, none before its time; newest first."""
        once, doubled = one_each(sources, lambda s: s.id, "id-duplicate", self._clock)
        kept, clashes = one_each(once, url_of, "url-duplicate", self._clock)
        self._findings += doubled
        self._findings += clashes
        shown: list[Dated] = []
        for source in kept:
            if self._clock.shows(self._clock.state(source)):
                shown.append(source)
                self._resolver.publish(source)
            else:
                self._resolver.hidden.add(source.path)
        # Stable sorts: newest first, and by path where two have one date.
        shown.sort(key=lambda s: s.path)
        shown.sort(key=lambda s: self._clock.at(s.date), reverse=True)
        return shown

    def _entries(self) -> list[EntrySource]:
        almanacs = {almanac.slug for almanac in self._all(AlmanacSource)}
        sound, found = sound_entries(almanacs, self._all(EntrySource))
        self._findings += found
        shown = []
        for source in sound:
            if source.status == "published" or self._clock.drafts:
                shown.append(source)
            else:
                self._resolver.hidden.add(source.path)
        return shown

    def _photos_of(self, gallery: GallerySource) -> list[PictureFile]:
        folder = gallery.path.removesuffix("index.md")
        names = [p for p in self._pictures if p.startswith(folder) and "/" not in p[len(folder) :]]
        return [self._pictures[name] for name in sorted(names)]

    def _with_status(self, kind: type[Plain]) -> list[Plain]:
        shown: list[Plain] = []
        for source in self._all(kind):
            if source.status == "published" or self._clock.drafts:
                shown.append(source)
                self._resolver.publish(source)
            else:
                self._resolver.hidden.add(source.path)
        return shown

    def _topics(
        self, topics: Sequence[TopicSource], articles: Sequence[Article]
    ) -> tuple[Topic, ...]:
        by_path = {article.path: article for article in articles}
        made = []
        for topic in topics:
            listed: dict[str, ArticleCard] = {}
            for reference in topic.articles:
                article = by_path.get(reference.target)
                if article is not None:
                    listed[article.path] = article.card
                elif reference.target not in self._resolver.hidden:
                    place = reference.place
                    self._findings.append(
                        finding(
                            "warning",
                            "topic-article-missing",
                            topic.path,
                            place.line,
                            place.column,
                            target=reference.written,
                        )
                    )
            wanted = self._tags.known(topic.tags)
            for article in articles:
                if wanted.intersection(article.tags):
                    listed.setdefault(article.path, article.card)
            made.append(self._maker.topic(topic, tuple(listed.values())))
        return tuple(made)

    def _edition(
        self,
        columns: Mapping[str, Column],
        articles: tuple[Article, ...],
        galleries: tuple[Gallery, ...],
        pages: tuple[Page, ...],
        topics: tuple[Topic, ...],
        entries: Sequence[EntrySource],
    ) -> Edition:
        days, almanacs = assemble_days(self._all(AlmanacSource), entries, self._resolver)
        in_column = _grouped(articles, lambda a: (a.column,))
        units = self._units.groups
        tags = self._tags.groups
        return Edition(
            site=self._frame,
            today=self._clock.today,
            articles=articles,
            columns=columns,
            tags=dict(sorted(tags.items())),
            units=dict(sorted(units.items())),
            pages=pages,
            days=days,
            almanacs=almanacs,
            galleries=galleries,
            topics=topics,
            front=self._front(articles, columns),
            articles_per_page=self._site.articles_per_page,
            feed_items=self._site.feed_items,
            in_column={slug: in_column.get(slug, ()) for slug in columns},
            with_tag=_grouped(articles, lambda a: a.tags),
            of_unit=_grouped(articles, lambda a: (a.unit,) if a.unit else ()),
            in_month=_grouped(articles, lambda a: ((a.date.year, a.date.month),)),
        )

    def _front(self, articles: Sequence[Article], columns: Mapping[str, Column]) -> Front:
        by_path = {article.path: article for article in articles}
        pinned = []
        for pin in self._site.pinned:
            if pin.until is not None and pin.until < self._clock.today:
                self._say_site(
                    "notice", "pinned-ended", target=pin.article, until=pin.until.isoformat()
                )
                continue
            article = self._front_article(pin.article, by_path)
            if article is not None:
                pinned.append(article)
        lead = self._front_article(self._site.lead, by_path) if self._site.lead else None
        chosen = [slug for slug in self._site.front_columns if slug in columns]
        for slug in self._site.front_columns:
            if slug not in columns:
                self._say_site("warning", "front-column-missing", column=slug)
        return Front(lead, tuple(pinned), tuple(chosen or columns))

    def _front_article(self, path: str, by_path: Mapping[str, Article]) -> Article | None:
        article = by_path.get(path.lstrip("/"))
        if article is None and path.lstrip("/") not in self._resolver.hidden:
            self._say_site("warning", "front-article-missing", target=path)
        return article

    def _say_site(self, severity: Severity, rule: str, **values: str) -> None:
        self._findings.append(finding(severity, rule, self._site.path, **values))


def _by_order(source: ColumnSource | PageSource) -> tuple[int, str]:
    return source.order, source.path


def _grouped(
    articles: Iterable[Article], keys: Callable[[Article], Iterable[K]]
) -> dict[K, tuple[Article, ...]]:
    groups: dict[K, list[Article]] = {}
    for article in articles:
        for key in keys(article):
            groups.setdefault(key, []).append(article)
    return {key: tuple(group) for key, group in groups.items()}
