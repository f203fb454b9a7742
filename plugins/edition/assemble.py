"""From sources to the edition, in time that grows with their number and no faster."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple, TypeVar

from .almanacs import assemble_history, sound_almanacs, sound_entries
from .articles import Maker
from .cards import GalleryCard, SiteFrame
from .columns import Columns, section_path
from .findings import Finding, finding
from .front import Stock, front_of
from .groups import Groups, grouped_by
from .hanging import Hanging, Original
from .languages import in_languages
from .media_files import MediaFile, MediaStock, TextFile
from .model import Article, Column, Edition, Front, Gallery, Page, Section, Series, Topic
from .official import lacking
from .permalinks import past_of, with_past
from .picture_notes import Words
from .prints import Print
from .resolve import SEARCH, Develop, Resolver
from .rhythm import late, standings
from .select import Clock, Dated, one_each
from .series import doubled, in_series, own_findings
from .sources import (
    AlmanacSource,
    ArticleSource,
    ClosingSource,
    ColumnSource,
    EntrySource,
    GallerySource,
    LedgerSource,
    PageSource,
    PictureFile,
    SiteSource,
    Source,
    TagSource,
    TopicSource,
    UnitSource,
)
from .topics import Things, Topics, in_topics
from .urls import url_of

S = TypeVar("S")
Plain = TypeVar("Plain", PageSource, TopicSource)


@dataclass(frozen=True, slots=True)
class Assembled:
    """An edition, what was found while it was put together, the pictures and media it shows.

    ``held`` are the paths of articles that are drafts or wait for their time, ``originals``
    the files that galleries offer as they are, ``ledger`` what the edition was held to.
    """

    edition: Edition
    findings: tuple[Finding, ...]
    pictures: tuple[Print, ...]
    held: tuple[str, ...]
    originals: tuple[Original, ...] = ()
    media: tuple[MediaFile | TextFile, ...] = ()
    ledger: LedgerSource | None = None


class Tools(NamedTuple):
    """What the edition has others do: pictures of files, slugs of names; and all media.

    ``refused`` are pictures of which no original can be published.
    """

    develop: Develop
    slug: Callable[[str], str]
    media: MediaStock = MediaStock()
    refused: frozenset[str] = frozenset()


def assemble(
    sources: Sequence[Source],
    pictures: Mapping[str, PictureFile],
    site: SiteSource,
    frame: SiteFrame,
    clock: Clock,
    tools: Tools,
) -> Assembled:
    """Put the edition together. The order of ``sources`` does not matter."""
    return Assembly(sources, pictures, site, frame, clock, tools).finish()


class Share(NamedTuple):
    """What one part of an edition adds to the whole: findings, pictures, media, each once."""

    findings: tuple[Finding, ...]
    used: Mapping[Print, None]
    media: Mapping[str, MediaFile | TextFile]


class Assembly:
    """An edition being put together, and what it was made with.

    ``plugins.edition.amend`` goes on with these after an edit: ``shares`` are kept by the
    path of the article, or by ``TOPICS``, ``FRONT``, ``COLUMNS``, ``PAST`` and ``REST``;
    ``waiting`` says of what is hidden for its date when it is shown.
    """

    TOPICS, FRONT, COLUMNS, PAST, REST = "topics", "front", "columns", "past", "rest"

    def __init__(
        self,
        sources: Sequence[Source],
        pictures: Mapping[str, PictureFile],
        site: SiteSource,
        frame: SiteFrame,
        clock: Clock,
        tools: Tools,
    ) -> None:
        self.clock, self.tools = clock, tools
        self.pictures = dict(pictures)
        self.words = Words(sources, pictures, site.rights)
        self.resolver = Resolver(
            frame.root, self.pictures, self.words, tools.develop, tools.media, drafts=clock.drafts
        )
        self.hanging = Hanging(self.resolver, self.pictures, tools.slug, clock.zone, tools.refused)
        self.resolver.insets = self.hanging.insets
        self.shares: dict[str, Share] = {}
        self.columns: dict[str, Column] = {}
        self.waiting: dict[str, dt.datetime] = {}
        self.past = past_of(sources)
        self._sections: tuple[Section, ...] = ()
        self._topics_shown: list[TopicSource] = []
        self._almanacs: list[AlmanacSource] = []
        self._gallery_cards: dict[str, GalleryCard] = {}
        self._sources: dict[type, list[Source]] = {}
        for source in sorted(sources, key=attrgetter("path")):
            self._sources.setdefault(type(source), []).append(source)
        self.site, self._frame = site, frame
        self._findings: list[Finding] = [*self.words.findings]
        self._units_defined = self._all(UnitSource)
        self._tags_defined = self._all(TagSource)
        self.units = Groups("units", self._units_defined, self.resolver, tools.slug)
        self.tags = Groups("tags", self._tags_defined, self.resolver, tools.slug)
        self._maker = Maker(self.resolver, clock, self.units, self.tags)
        self._held: list[str] = []
        self._columns = {c.slug: c for c in sorted(self._all(ColumnSource), key=_by_order)}
        self._numbered: dict[str, ArticleSource] = {}

    def _all(self, kind: type[S]) -> list[S]:
        """The sources of one kind, by path."""
        return [source for source in self._sources.get(kind, ()) if isinstance(source, kind)]

    def finish(self) -> Assembled:
        """Choose what is published, then resolve it: links need to know every URL."""
        chosen = self._articles()
        galleries = self._visible(self._all(GallerySource))
        pages = self._with_status(PageSource)
        self._topics_shown = self._with_status(TopicSource)
        entries = self._entries()
        for almanac in self._almanacs:
            self.resolver.publish(almanac)
            self.resolver.paths.add("/on-this-day/years/")
        arranged = Columns([*self._columns.values()], self.site.sections, self.clock)
        closings = self._closings(arranged)
        for entry in entries:
            self.resolver.publish(entry)

        self.columns = arranged.make(self.resolver, closings)
        self._sections = arranged.sections(self.resolver)
        self._findings += arranged.findings
        # Articles show galleries, so these hang before.
        walls = [self.hanging.gallery(gallery) for gallery in galleries]
        self._note(self.REST)
        articles = tuple(self.article(source) for source in chosen)
        self.units.fill(self._units_defined)
        self.tags.fill(self._tags_defined)
        hung = tuple(map(self._maker.gallery, galleries, walls))
        self._gallery_cards = {g.path: made.card for g, made in zip(galleries, hung, strict=True)}
        edition = self._edition(
            articles,
            hung,
            tuple(self._maker.page(page) for page in sorted(pages, key=_by_order)),
            entries,
        )
        self._note(self.REST)
        return self.assembled(self.with_past(edition), self._held)

    def assembled(self, edition: Edition, held: Iterable[str]) -> Assembled:
        """The whole: an edition, with what was found and is shown by all parts of it."""
        found = [f for share in self.shares.values() for f in share.findings]
        used: dict[Print, None] = {}
        for share in self.shares.values():
            used.update(share.used)
        media = {p: file for share in self.shares.values() for p, file in share.media.items()}
        return Assembled(
            edition,
            (*found, *self.units.findings, *self.tags.findings),
            tuple(sorted(used, key=Print.order)),
            tuple(held),
            tuple(self.hanging.originals),
            tuple(media[path] for path in sorted(media)),
            self.past.ledger,
        )

    def article(self, source: ArticleSource) -> Article:
        """Make an article of its source, whose share is then what comes of it now."""
        self.shares.pop(source.path, None)
        made = self._maker.article(source, self.columns[source.column])
        self._findings += own_findings(source, self._columns[source.column])
        if source.issue is not None or source.part is not None:
            self._numbered[source.path] = source
        self._note(source.path)
        return made

    def _note(self, part: str) -> None:
        """Let what was found and used since the last time be this part's."""
        used, media = self.resolver.used, self.resolver.screening.used
        if self._findings or self.resolver.findings or used or media:
            before = self.shares.get(part, Share((), {}, {}))
            found = (*before.findings, *self._findings, *self.resolver.findings)
            self.shares[part] = Share(found, {**before.used, **used}, {**before.media, **media})
            self._findings, self.resolver.findings, self.resolver.used = [], [], {}
            self.resolver.screening.used = {}

    def _closings(self, arranged: Columns) -> list[ClosingSource]:
        """What is said at the end of columns, of which links then know the address."""
        for column in self._columns.values():
            self.resolver.publish(column)
        self.resolver.paths.update(map(section_path, self.site.sections))
        if self._frame.search:
            self.resolver.paths.add(SEARCH)
        closings = self._all(ClosingSource)
        shown = arranged.closings(closings)
        for closing in shown:
            self.resolver.publish(closing)
        self.resolver.hidden.update(c.path for c in closings if c not in shown)
        return shown

    def of_columns(
        self,
        in_column: Mapping[str, tuple[Article, ...]],
        series: Mapping[Series, tuple[Article, ...]],
    ) -> None:
        """Say what is wrong with columns and series as wholes, given their articles."""
        self.shares.pop(self.COLUMNS, None)
        columns, today = self._columns.values(), self.clock.today
        standing = standings(self.columns, in_column, today)
        self._findings += late(columns, standing, today, official=self.site.official)
        self._findings += lacking(columns) if self.site.official else ()
        self._findings += doubled(columns, in_column, series, self._numbered)
        self._note(self.COLUMNS)

    def _articles(self) -> list[ArticleSource]:
        sources = []
        for source in self._all(ArticleSource):
            if source.column in self._columns:
                sources.append(source)
            else:
                self._findings.append(
                    finding("error", "column-unknown", source.path, column=source.column)
                )
        shown = self._visible(sources)
        self._held += [source.path for source in sources if source.path in self.resolver.hidden]
        return shown

    def _visible(self, sources: Sequence[Dated]) -> list[Dated]:
        """One to an id and a URL, no draft, none before its time; newest first."""
        keys: dict[str, Callable[[Dated], str]]
        keys = {"id-duplicate": attrgetter("id"), "url-duplicate": url_of}
        kept, doubled = one_each(sources, keys, self.clock)
        self._findings += doubled
        shown: list[Dated] = []
        for source in kept:
            if self.clock.shows(self.clock.state(source)):
                shown.append(source)
                self.resolver.publish(source)
            else:
                self.hide(source)
        # Stable sorts: newest first, and by path where two have one date.
        shown.sort(key=lambda s: s.path)
        shown.sort(key=lambda s: self.clock.at(s.date), reverse=True)
        return shown

    def hide(self, source: ArticleSource | GallerySource) -> None:
        """Take a source for one that is there and not shown, yet or at all."""
        self.resolver.hidden.add(source.path)
        if self.clock.state(source) == "embargoed":
            self.waiting[source.path] = self.clock.at(source.date)

    def _entries(self) -> list[EntrySource]:
        self._almanacs, found = sound_almanacs(self._all(AlmanacSource))
        sound, faults = sound_entries(self._almanacs, self._all(EntrySource))
        self._findings += [*found, *faults]
        shown = []
        for source in sound:
            if source.status == "published" or self.clock.drafts:
                shown.append(source)
            else:
                self.resolver.hidden.add(source.path)
        return shown

    def _with_status(self, kind: type[Plain]) -> list[Plain]:
        shown: list[Plain] = []
        for source in self._all(kind):
            if source.status == "published" or self.clock.drafts:
                shown.append(source)
                self.resolver.publish(source)
            else:
                self.resolver.hidden.add(source.path)
        return shown

    def topics(self, articles: Sequence[Article]) -> tuple[Topic, ...]:
        """The topics of an edition with these articles."""
        self.shares.pop(self.TOPICS, None)
        made = self._topics.made(self._topics_shown, articles)
        self._findings += self._topics.findings
        self._note(self.TOPICS)
        return made

    def _edition(
        self,
        articles: tuple[Article, ...],
        galleries: tuple[Gallery, ...],
        pages: tuple[Page, ...],
        entries: Sequence[EntrySource],
    ) -> Edition:
        history = assemble_history(self._almanacs, entries, self.resolver)
        share = self.resolver.share(self.site.path, self.site.share.image)
        self._note(self.REST)
        told = {f"on-this-day/{entry.id}.md": entry for entry in history.entries}
        things = Things(self.columns, self._gallery_cards, told)
        today = self.clock.today
        self._topics = Topics(self.resolver, today, self.tags, self.units, things)
        topics = self.topics(articles)
        grouped = grouped_by(articles, lambda a: (a.column,))
        in_column = {slug: grouped.get(slug, ()) for slug in self.columns}
        series = in_series(articles)
        self.of_columns(in_column, series)
        return Edition(
            site=self._frame,
            today=self.clock.today,
            zone=self.clock.zone.key,
            issued=self.clock.issued,
            articles=articles,
            columns=self.columns,
            sections=self._sections,
            tags=dict(sorted(self.tags.groups.items())),
            units=dict(sorted(self.units.groups.items())),
            pages=pages,
            entries=history.entries,
            days=history.days,
            almanacs=history.almanacs,
            galleries=galleries,
            topics=topics,
            in_topics=in_topics(topics),
            front=self.front(articles, topics, galleries),
            articles_per_page=self.site.articles_per_page,
            feed_items=self.site.feed_items,
            feeds=self.site.feeds,
            share=share,
            versions=in_languages(articles, self._frame),
            in_column=in_column,
            in_series=series,
            with_tag=grouped_by(articles, lambda a: a.tags),
            of_unit=grouped_by(articles, lambda a: (a.unit,) if a.unit else ()),
            in_month=grouped_by(articles, lambda a: ((a.date.year, a.date.month),)),
            on_day=grouped_by(articles, lambda a: ((a.date.month, a.date.day),)),
        )

    def with_past(self, edition: Edition) -> Edition:
        """An edition with its old addresses, held to the ledger of all that were published."""
        self.shares.pop(self.PAST, None)
        made, found = with_past(edition, self.past, self.resolver.urls)
        self._findings += found
        self._note(self.PAST)
        return made

    def front(
        self, articles: Sequence[Article], topics: Sequence[Topic], galleries: Sequence[Gallery]
    ) -> Front:
        """The front page of an edition with these articles, topics and galleries."""
        self.shares.pop(self.FRONT, None)
        stock = Stock(articles, self.columns, topics, galleries, self.resolver, self.waiting)
        made, found = front_of(self.site, self.clock, stock)
        self._findings += found
        self._note(self.FRONT)
        return made


def _by_order(source: ColumnSource | PageSource) -> tuple[int, str]:
    return source.order, source.path
