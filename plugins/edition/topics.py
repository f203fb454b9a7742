"""Topics (专题): what each gathers by its list and its query, and what its page shows."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from .cards import GalleryCard, Link, Phase, TopicCard
from .dates import When
from .findings import Finding, finding
from .groups import Groups
from .model import Article, Column, Entry, Topic
from .resolve import Resolver
from .sources import BlockSpec, FigureSpec, ListedSpec, Name, Place, Reference, TopicSource
from .topic_cards import BlockKind, Event, KeyFigure, OutsideCard, TopicBlock, TopicItem, VideoCard

USUAL: tuple[BlockKind, ...] = ("headline", "figures", "latest", "timeline", "gallery", "video")
"""The blocks of a topic that names none, as far as there is something for them."""


class Things(NamedTuple):
    """What topics may gather but for articles, by path, and the columns they look in."""

    columns: Mapping[str, Column]
    galleries: Mapping[str, GalleryCard]
    entries: Mapping[str, Entry]


class _Want(NamedTuple):
    """Which articles one topic asks for, by slugs and days; None where anything will do."""

    topic: int
    columns: frozenset[str] | None = None
    tags: frozenset[str] | None = None
    units: frozenset[str] | None = None
    since: dt.date = dt.date.min
    until: dt.date = dt.date.max

    def fits(self, article: Article) -> bool:
        """Tell whether every condition holds for an article."""
        return (
            (self.columns is None or article.column in self.columns)
            and (self.units is None or article.unit in self.units)
            and (self.tags is None or not self.tags.isdisjoint(article.tags))
            and self.since <= article.date.date() <= self.until
        )


class Topics:
    """Makes the topics of one edition after another; their sources stay the same."""

    def __init__(
        self, resolver: Resolver, today: dt.date, tags: Groups, units: Groups, things: Things
    ) -> None:
        self._resolver = resolver
        self._today = today
        self._tags, self._units = tags, units
        self._things = things
        self.findings: list[Finding] = []

    def made(
        self, sources: Sequence[TopicSource], articles: Sequence[Article]
    ) -> tuple[Topic, ...]:
        """The topics of an edition with these articles: the one begun last comes first."""
        self.findings = []
        if not sources:
            return ()
        gathered = self._gathered(sources, articles)
        numbers = {article.path: number for number, article in enumerate(articles)}
        found = _Articles(articles, numbers)
        topics = [
            (source, self._topic(source, found, own))
            for source, own in zip(sources, gathered, strict=True)
        ]
        topics.sort(key=lambda pair: pair[0].path)
        topics.sort(key=lambda pair: pair[0].started or dt.date.min, reverse=True)
        return tuple(topic for _, topic in topics)

    # ------------------------------------------------------------------ by query

    def _gathered(
        self, sources: Sequence[TopicSource], articles: Sequence[Article]
    ) -> list[list[Article]]:
        """What each topic's query finds, newest first: one look at each article for all topics."""
        found: list[set[int]] = [set() for _ in sources]
        by_name: dict[tuple[str, str], list[_Want]] = {}
        for want in self._wants(sources):
            keys = _keys(want)
            if keys is None:
                found[want.topic].update(_within(articles, want.since, want.until))
            for key in keys or ():
                by_name.setdefault(key, []).append(want)
        for number, article in enumerate(articles if by_name else ()):
            for key in _names_of(article):
                for want in by_name.get(key, ()):
                    if want.fits(article):
                        found[want.topic].add(number)
        return [[articles[number] for number in sorted(own)] for own in found]

    def _wants(self, sources: Sequence[TopicSource]) -> Iterator[_Want]:
        for number, source in enumerate(sources):
            if source.tags:
                yield _Want(number, tags=frozenset(self._tags.known(source.tags)))
            query = source.query
            if query is None:
                continue
            yield _Want(
                number,
                self._columns(source.path, query.columns) if query.columns else None,
                frozenset(self._tags.known(query.tags)) if query.tags else None,
                frozenset(self._units.known(query.units)) if query.units else None,
                query.since or dt.date.min,
                query.until or dt.date.max,
            )

    def _columns(self, path: str, names: Iterable[Name]) -> frozenset[str]:
        """The slugs of columns that are named by their folder or by their name."""
        columns = self._things.columns
        by_name = {column.ref.name: slug for slug, column in columns.items()}
        found = set()
        for name in names:
            slug = name.text if name.text in columns else by_name.get(name.text)
            if slug is None:
                self._say("warning", "topic-column-unknown", path, name.place, column=name.text)
            else:
                found.add(slug)
        return frozenset(found)

    # ------------------------------------------------------------------ by list

    def _topic(self, source: TopicSource, found: "_Articles", gathered: Sequence[Article]) -> Topic:
        headline = self._headline(source, found)
        listed = {headline.path: TopicItem(article=headline.card)} if headline else {}
        events = [
            Event(e.date, _when(e.when), e.text, self._link(source, e.to)) for e in source.timeline
        ]
        for spec in source.listed:
            item = self._item(source, spec, found)
            if item is None:
                continue
            listed.setdefault(spec.file.target or spec.file.written, item)
            if item.entry is not None:
                when = item.entry.when
                events.append(Event(str(when), when, item.entry.title, item.entry.url))
        for article in gathered:
            if article.path not in listed:
                listed[article.path] = TopicItem(article=article.card)
        items = tuple(listed.values())
        blocks = tuple(self._blocks(source, items, _in_order(events)))
        if not items and not blocks:
            self._say("notice", "topic-empty", source.path)
        elsewhere = set(_urls(blocks))
        return Topic(
            url=self._resolver.urls[source.path],
            card=self._card(source),
            body=self._resolver.body(source.path, source.text),
            description=source.summary or source.text.excerpt,
            items=items,
            rest=tuple(item for item in items if item.url not in elsewhere),
            blocks=blocks,
            members=tuple(found.in_order(listed)),
        )

    def _card(self, source: TopicSource) -> TopicCard:
        return TopicCard(
            url=self._resolver.urls[source.path],
            title=source.title,
            summary=source.summary,
            hero=self._resolver.picture(source.path, source.lead),
            state=source.status,
            started=source.started,
            ended=source.ended,
            phase=phase(source.started, source.ended, self._today),
        )

    def _headline(self, source: TopicSource, found: "_Articles") -> Article | None:
        """The article that is to stand first, where the editor names one."""
        if source.headline is None:
            return None
        article = found.get(source.headline.target)
        if article is None:
            self._missing(source.path, source.headline)
        return article

    def _item(self, source: TopicSource, spec: ListedSpec, found: "_Articles") -> TopicItem | None:
        target = spec.file.target
        if not target:
            address = spec.file.written
            card = OutsideCard(address, spec.title, spec.date, spec.source, spec.note)
            return TopicItem(outside=card)
        article = found.get(target)
        if article is not None:
            return TopicItem(article=article.card)
        if target in self._things.galleries:
            return TopicItem(gallery=self._things.galleries[target])
        if target in self._things.entries:
            return TopicItem(entry=self._things.entries[target].card)
        self._missing(source.path, spec.file)
        return None

    def _missing(self, path: str, file: Reference) -> None:
        """Say why a file that a topic names is not in it."""
        values = {"target": file.written}
        if file.target in self._resolver.hidden:
            self._say("notice", "topic-article-hidden", path, file.place, **values)
        elif file.target in self._resolver.urls:
            self._say("warning", "topic-article-missing", path, file.place, **values, reason="kind")
        else:
            self._say("warning", "topic-article-missing", path, file.place, **values)

    def _link(self, source: TopicSource, to: Reference | None) -> str:
        return self._resolver.link(source.path, to) if to is not None else ""

    # ------------------------------------------------------------------ the page

    def _blocks(
        self, source: TopicSource, items: Sequence[TopicItem], events: tuple[Event, ...]
    ) -> Iterator[TopicBlock]:
        """The blocks that there is something for, in their order."""
        for spec in source.blocks or tuple(BlockSpec(kind) for kind in USUAL):
            block = self._block(spec, source, items, events)
            if block is not None:
                yield block
            elif source.blocks and spec.kind != "latest":
                # Of a topic without any article is told already.
                self._say(
                    "notice", "topic-block-empty", source.path, spec.place, block=spec.written
                )

    def _block(
        self,
        spec: BlockSpec,
        source: TopicSource,
        items: Sequence[TopicItem],
        events: tuple[Event, ...],
    ) -> TopicBlock | None:
        made = TopicBlock(spec.kind, spec.title)
        block: TopicBlock | None = None
        match spec.kind:
            case "headline":
                first = next((item.article for item in items if item.article), None)
                # Where nobody asked for it, a headline without a picture is a row like others.
                shown = first is not None and (source.blocks or first.picture is not None)
                block = replace(made, headline=first) if shown else None
            case "latest":
                block = made if items else None
            case "timeline":
                block = replace(made, events=events) if events else None
            case "gallery":
                galleries = tuple(item.gallery for item in items if item.gallery)
                block = replace(made, galleries=galleries) if galleries else None
            case "figures":
                figures = tuple(_figure(figure) for figure in source.figures)
                block = replace(made, figures=figures) if figures else None
            case "video":
                video = self._video(source)
                block = replace(made, video=video) if video else None
        return block

    def _video(self, source: TopicSource) -> VideoCard | None:
        video = source.video
        if video is None:
            return None
        poster = self._resolver.picture(source.path, video.poster)
        return VideoCard(video.title, video.url, poster, video.duration)

    def _say(
        self,
        severity: Literal["warning", "notice"],
        rule: str,
        path: str,
        place: Place | None = None,
        **values: str,
    ) -> None:
        place = place or Place()
        self.findings.append(finding(severity, rule, path, place.line, place.column, **values))


class _Articles(NamedTuple):
    """The articles of an edition, and where each stands among them."""

    articles: Sequence[Article]
    numbers: Mapping[str, int]

    def get(self, path: str) -> Article | None:
        """The article of a file, if it is published."""
        number = self.numbers.get(path)
        return None if number is None else self.articles[number]

    def in_order(self, paths: Iterable[str]) -> Iterator[Article]:
        """The articles among these files, newest first."""
        for number in sorted(self.numbers[path] for path in paths if path in self.numbers):
            yield self.articles[number]


def phase(started: dt.date | None, ended: dt.date | None, today: dt.date) -> Phase:
    """How a topic stands on a day: its first and its last day are its own."""
    if started is not None and today < started:
        return "coming"
    return "ended" if ended is not None and ended < today else "running"


def in_topics(topics: Iterable[Topic]) -> dict[str, tuple[Link, ...]]:
    """The topics that each article is in, by the article's path."""
    found: dict[str, tuple[Link, ...]] = {}
    for topic in topics:
        link = Link(topic.card.title, topic.url)
        for article in topic.members:
            found[article.path] = (*found.get(article.path, ()), link)
    return found


def _keys(want: _Want) -> list[tuple[str, str]] | None:
    """Under which names to look for a want, those of its rarest kind; None: it has none."""
    for kind, names in (("tag", want.tags), ("unit", want.units), ("column", want.columns)):
        if names is not None:
            return [(kind, name) for name in names]
    return None


def _names_of(article: Article) -> Iterator[tuple[str, str]]:
    """Under which names the wants are that an article may meet."""
    for tag in article.tags:
        yield "tag", tag
    yield "unit", article.unit
    yield "column", article.column


def _within(articles: Sequence[Article], since: dt.date, until: dt.date) -> range:
    """The numbers of the articles of some days: they stand newest first."""
    first = bisect_left(articles, -until.toordinal(), key=_age)
    return range(first, bisect_right(articles, -since.toordinal(), key=_age))


def _age(article: Article) -> int:
    return -article.date.toordinal()


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by day; one whose day cannot be told stays behind the one before it."""
    last = (0, 0, 0)
    keyed = []
    for event in events:
        last = event.when.key if event.when is not None else last
        keyed.append((last, event))
    return tuple(event for _, event in sorted(keyed, key=lambda pair: pair[0]))


def _when(text: str) -> When | None:
    """A date as reading leaves it, in HTML's form, or none."""
    if not text:
        return None
    year, month, day = (int(part) for part in (*text.split("-"), "0", "0")[:3])
    return When(year, month, day)


def _figure(spec: FigureSpec) -> KeyFigure:
    return KeyFigure(spec.number, spec.unit, spec.label, spec.source, spec.date, _when(spec.when))


def _urls(blocks: Iterable[TopicBlock]) -> Iterator[str]:
    """What is shown in blocks of its own, and not again in the list."""
    for block in blocks:
        if block.headline is not None:
            yield block.headline.url
        yield from (gallery.url for gallery in block.galleries)
        # An event that leads to a day is that day's entry; one that leads to an article is not it.
        yield from (event.url for event in block.events if "#" in event.url)
