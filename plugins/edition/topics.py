"""Topics (专题): what each gathers by its list and its query, and what its page shows."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from msgspec.structs import replace

from .cards import GalleryCard, Link, Phase, TopicCard
from .dates import When
from .findings import Finding, finding
from .groups import Groups
from .media_cards import Media
from .model import Article, Column, Entry, Topic
from .resolve import Resolver
from .sources import TopicSource
from .specs import BlockSpec, FigureSpec, ListedSpec, Name, Place, Reference
from .topic_cards import BlockKind, Event, KeyFigure, OutsideCard, TopicBlock, TopicItem
from .topic_names import unused

USUAL: tuple[BlockKind, ...] = ("headline", "figures", "latest", "timeline", "gallery", "video")
"""The blocks of a topic that names none, as far as there is something for them."""


class Things(NamedTuple):
    """What topics may gather but for articles, by path, and the columns they look in."""

    columns: Mapping[str, Column]
    galleries: Mapping[str, GalleryCard]
    entries: Mapping[str, Entry]


class _Want(NamedTuple):
    """Which articles one topic asks for: slugs, None where any will do, and a range of numbers."""

    topic: int
    columns: frozenset[str] | None
    tags: frozenset[str] | None
    units: frozenset[str] | None
    first: int
    end: int

    def fits(self, number: int, article: Article) -> bool:
        """Tell whether every condition holds for an article."""
        return (
            self.first <= number < self.end
            and (self.columns is None or article.column in self.columns)
            and (self.units is None or article.unit in self.units)
            and (self.tags is None or not self.tags.isdisjoint(article.tags))
        )


_Wants = dict[str, list[_Want]]
"""Wants by the slug under which they are looked for."""


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
        found = _Articles(articles)
        topics = [
            (source, self._topic(source, found, own))
            for source, own in zip(sources, self._gathered(sources, articles), strict=True)
        ]
        topics.sort(key=lambda pair: pair[0].path)
        topics.sort(key=lambda pair: pair[0].started or dt.date.min, reverse=True)
        return tuple(topic for _, topic in topics)

    # ------------------------------------------------------------------ by query

    def _gathered(
        self, sources: Sequence[TopicSource], articles: Sequence[Article]
    ) -> list[set[int]]:
        """The numbers of what each topic's query finds: one look at each article for all."""
        found: list[set[int]] = [set() for _ in sources]
        by_tag: _Wants = {}
        by_unit: _Wants = {}
        by_column: _Wants = {}
        for want in self._wants(sources, articles):
            # To look under the names of its rarest kind is to know that they are met.
            if want.tags is not None:
                _put(by_tag, want.tags, want._replace(tags=None))
            elif want.units is not None:
                _put(by_unit, want.units, want._replace(units=None))
            elif want.columns is not None:
                _put(by_column, want.columns, want._replace(columns=None))
            else:
                found[want.topic].update(range(want.first, want.end))
        if not (by_tag or by_unit or by_column):
            return found
        for number, article in enumerate(articles):
            wants = [*by_unit.get(article.unit, ()), *by_column.get(article.column, ())]
            for tag in article.tags:
                wants += by_tag.get(tag, ())
            for want in wants:
                if want.fits(number, article):
                    found[want.topic].add(number)
        return found

    def _wants(
        self, sources: Sequence[TopicSource], articles: Sequence[Article]
    ) -> Iterator[_Want]:
        for number, source in enumerate(sources):
            self.findings += unused(source, self._tags, self._units)
            if source.tags:
                tags = frozenset(self._tags.known(source.tags))
                yield _Want(number, None, tags, None, 0, len(articles))
            query = source.query
            if query is not None:
                yield _Want(
                    number,
                    self._columns(source.path, query.columns) if query.columns else None,
                    frozenset(self._tags.known(query.tags)) if query.tags else None,
                    frozenset(self._units.known(query.units)) if query.units else None,
                    *_within(articles, query.since, query.until),
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

    def _topic(self, source: TopicSource, found: "_Articles", own: AbstractSet[int]) -> Topic:
        listed, events = self._listed(source, found)
        taken = {found.numbers[path] for path in listed if path in found.numbers}
        gathered = (found.item(number) for number in sorted(own - taken))
        items = (*listed.values(), *gathered)
        blocks = tuple(self._blocks(source, items, _in_order(events)))
        if not items and not blocks:
            self._say("notice", "topic-empty", source.path)
        return Topic(
            url=self._resolver.urls[source.path],
            card=self._card(source),
            hero=self._resolver.picture(source.path, source.lead, "lead"),
            share=self._resolver.cut(source.lead, "share"),
            body=self._resolver.body(source.path, source.text),
            description=source.summary or source.text.excerpt,
            items=items,
            rest=_rest(items, len(listed) + 1, set(_urls(blocks))),
            blocks=blocks,
            members=tuple([found.articles[number] for number in sorted(own | taken)]),
        )

    def _listed(
        self, source: TopicSource, found: "_Articles"
    ) -> tuple[dict[str, TopicItem], list[Event]]:
        """What a topic lists, by path or address, and its events, not in order yet."""
        headline = self._headline(source, found)
        listed = {headline.path: TopicItem(article=headline.card)} if headline else {}
        events = [
            Event(e.date, _when(e.when), e.text, self._link(source, e.to)) for e in source.timeline
        ]
        for spec in source.listed:
            key = spec.file.target or spec.file.written
            item = self._item(source, spec, found) if key not in listed else None
            if item is None:
                continue
            listed[key] = item
            if item.entry is not None:
                when = item.entry.when
                events.append(Event(str(when), when, item.entry.title, item.entry.url))
        return listed, events

    def _card(self, source: TopicSource) -> TopicCard:
        return TopicCard(
            url=self._resolver.urls[source.path],
            title=source.title,
            summary=source.summary,
            hero=self._resolver.cut(source.lead, "cover"),
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
                media = self._media(source)
                block = replace(made, media=media) if media else None
        return block

    def _media(self, source: TopicSource) -> tuple[Media, ...]:
        made = (self._resolver.media(source.path, s) for s in (source.video, source.audio))
        return tuple(each for each in made if each is not None)

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


class _Articles:
    """The articles of an edition by their places, and what a list has of each."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.numbers = {article.path: number for number, article in enumerate(articles)}
        self._items: dict[int, TopicItem] = {}

    def get(self, path: str) -> Article | None:
        """The article of a file, if it is published."""
        number = self.numbers.get(path)
        return None if number is None else self.articles[number]

    def item(self, number: int) -> TopicItem:
        """An article as an item, made once for all topics."""
        item = self._items.get(number)
        if item is None:
            item = self._items[number] = TopicItem(article=self.articles[number].card)
        return item


def phase(started: dt.date | None, ended: dt.date | None, today: dt.date) -> Phase:
    """How a topic stands on a day: its first and its last day are its own."""
    if started is not None and today < started:
        return "coming"
    return "ended" if ended is not None and ended < today else "running"


def in_topics(topics: Iterable[Topic]) -> dict[str, tuple[Link, ...]]:
    """The topics that each article is in, by the article's path."""
    found: dict[str, list[Link]] = {}
    for topic in topics:
        link = Link(topic.card.title, topic.url)
        for article in topic.members:
            found.setdefault(article.path, []).append(link)
    return {path: tuple(links) for path, links in found.items()}


def _put(wants: _Wants, names: Iterable[str], want: _Want) -> None:
    for name in names:
        wants.setdefault(name, []).append(want)


def _within(
    articles: Sequence[Article], since: dt.date | None, until: dt.date | None
) -> tuple[int, int]:
    """The first number of the articles of some days, and the one after: they are newest first."""
    first = bisect_left(articles, -until.toordinal(), key=_age) if until else 0
    end = bisect_right(articles, -since.toordinal(), key=_age) if since else len(articles)
    return first, end


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


def _rest(
    items: tuple[TopicItem, ...], few: int, elsewhere: AbstractSet[str]
) -> tuple[TopicItem, ...]:
    """The items that no block of their own shows: those are among the first ``few``."""
    return (*(item for item in items[:few] if item.url not in elsewhere), *items[few:])


def _urls(blocks: Iterable[TopicBlock]) -> Iterator[str]:
    """What is shown in blocks of its own, and not again in the list."""
    for block in blocks:
        if block.headline is not None:
            yield block.headline.url
        yield from (gallery.url for gallery in block.galleries)
        # An event that leads to a day is that day's entry; one that leads to an article is not it.
        yield from (event.url for event in block.events if "#" in event.url)
