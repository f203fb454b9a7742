"""The front page as the chief editor set it: what stands now, and what is wrong with it."""

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from .cards import Notice
from .findings import Finding, Severity, finding
from .model import Article, Column, Front, Gallery, Topic
from .resolve import Resolver
from .select import Clock
from .slots import ALWAYS, Span, free, span_of, written
from .sources import SiteSource
from .specs import FrontSpec, Name, NoticeSpec, Place, SlotSpec

Spec = TypeVar("Spec", SlotSpec, NoticeSpec)

BLOCKS = ("notices", "leads", "on-this-day", "columns", "topics", "galleries")
"""The parts of the front page, in the order that they have by themselves."""

TOPICS = 3
GALLERIES = 8
"""So many at most where the chief editor names none."""

STALE = 30
"""Days after which a lead without an end is thought to be forgotten."""


class Stock(NamedTuple):
    """What there is to fill a front page with.

    ``resolver`` knows what is hidden, ``waiting`` until when, for what waits for its time.
    """

    articles: Sequence[Article]
    columns: Mapping[str, Column]
    topics: Sequence[Topic]
    galleries: Sequence[Gallery]
    resolver: Resolver
    waiting: Mapping[str, dt.datetime]


class _Slot(NamedTuple):
    """A slot that is not over, and the table it stands in."""

    table: str
    spec: SlotSpec
    span: Span


def front_of(site: SiteSource, clock: Clock, stock: Stock) -> tuple[Front, list[Finding]]:
    """The front page of an edition, and what was found in ``[front]`` of site.toml."""
    plan = _Plan(site, clock, stock)
    return plan.front(), plan.findings


class _Plan:
    """One front page being laid out."""

    def __init__(self, site: SiteSource, clock: Clock, stock: Stock) -> None:
        self._found: dict[Finding, None] = {}
        self._path, self._set = site.path, site.front
        self._clock, self._stock = clock, stock
        self._now = clock.now.astimezone(dt.UTC)
        wanted = {spec.article for spec in _specs(site.front)}
        self._articles = {a.path: a for a in stock.articles if a.path in wanted}

    @property
    def findings(self) -> list[Finding]:
        """What was found so far, each thing once."""
        return list(self._found)

    def front(self) -> Front:
        """What stands now. No article of it stands twice."""
        table, stock = self._set, self._stock
        leads = list(self._slots("leads", table.leads))
        seconds = list(self._slots("seconds", table.seconds))
        pinned = list(self._slots("pinned", table.pinned))
        self._check_overlaps(leads)
        standing = list(self._standing(leads))
        self._check_twice([*standing, *leads, *seconds, *pinned])
        for slot in (*standing[:1], *leads, *seconds, *pinned):
            self._check_article(slot)

        lead = self._lead((*leads, *standing))
        taken = {lead.path} if lead else set()
        topics = {_slug(topic.url): topic for topic in stock.topics}
        galleries = {_slug(gallery.url): gallery for gallery in stock.galleries}
        return Front(
            lead=lead,
            seconds=tuple(self._shown(seconds, taken)),
            pinned=tuple(self._shown(pinned, taken)),
            notices=tuple(self._notices()),
            columns=self._columns(),
            topics=tuple(self._topics(topics)) or _lasting(stock.topics)[:TOPICS],
            galleries=tuple(self._galleries(galleries)) or tuple(stock.galleries[:GALLERIES]),
            blocks=self._blocks(),
        )

    def _slots(self, table: str, specs: Sequence[SlotSpec]) -> Iterator[_Slot]:
        for spec, span in self._lasting(specs):
            if span.end > self._now:
                yield _Slot(table, spec, span)
            elif spec.end is not None:
                rule = "pinned-ended" if table == "pinned" else "front-ended"
                values = {"target": spec.article, "until": written(spec.end)}
                self._say("notice", rule, spec.end.place, **values)

    def _lasting(self, specs: Sequence[Spec]) -> Iterator[tuple[Spec, Span]]:
        """Slots with their times, but for those that end before they begin."""
        for spec in specs:
            span = span_of(spec, self._clock.zone)
            if not span.is_empty:
                yield spec, span
            elif spec.start is not None and spec.end is not None:
                values = {"start": written(spec.start), "until": written(spec.end)}
                self._say("warning", "front-times", spec.end.place, **values)

    def _standing(self, leads: Iterable[_Slot]) -> Iterator[_Slot]:
        """The lead without a time: it stands when no other does that can be shown."""
        if self._set.lead is not None:
            taken = [span for slot in leads for span in self._can_show(slot)]
            for span in free([*taken, Span(end=self._now)]):
                yield _Slot("lead", self._set.lead, span)

    def _can_show(self, slot: _Slot) -> Iterator[Span]:
        """The part of a slot's time in which its article is published, as far as is known."""
        path, span = slot.spec.article, slot.span
        if path in self._stock.waiting:
            span = Span(max(span.start, self._stock.waiting[path].astimezone(dt.UTC)), span.end)
        elif path not in self._articles:
            return
        if not span.is_empty:
            yield span

    def _check_overlaps(self, leads: Sequence[_Slot]) -> None:
        """Say of each lead that it begins, or goes on, while one before it in the file stands."""
        order = {id(slot): number for number, slot in enumerate(leads)}
        longest: _Slot | None = None
        for slot in sorted(leads, key=lambda slot: slot.span.start):
            if longest is not None and slot.span.meets(longest.span):
                first, second = sorted((longest, slot), key=lambda each: order[id(each)])
                place = second.spec.start.place if second.spec.start else second.spec.place
                bounded = slot.span.start > ALWAYS
                since = {"moment": self._local(slot.span.start)} if bounded else {}
                self._say(
                    "warning",
                    "front-overlap",
                    place,
                    target=second.spec.article,
                    other=first.spec.article,
                    line=first.spec.place.line,
                    **(since or {"reason": "always"}),
                )
            if longest is None or slot.span.end > longest.span.end:
                longest = slot

    def _check_twice(self, slots: Iterable[_Slot]) -> None:
        """Say of each slot that its article stands higher up at the same time."""
        before: dict[str, list[_Slot]] = {}
        for slot in slots:
            others = before.setdefault(slot.spec.article, [])
            # Two leads at once are told as such.
            first = next((o for o in others if o.span.meets(slot.span) and _differ(o, slot)), None)
            if first is not None:
                self._say(
                    "warning",
                    "front-twice",
                    slot.spec.place,
                    target=slot.spec.article,
                    other=f"front.{first.table}",
                    line=first.spec.place.line,
                )
            others.append(slot)

    def _check_article(self, slot: _Slot) -> None:
        """Say why an article cannot stand where it is wanted."""
        path, place, begun = slot.spec.article, slot.spec.place, slot.span.start <= self._now
        article, until = self._articles.get(path), self._stock.waiting.get(path)
        if article is not None and article.view.state == "published":
            return
        if article is not None and article.view.state == "embargoed":
            until = article.date
        if until is not None:
            if until > max(slot.span.start, self._now):
                values = {"target": path, "moment": self._local(until)}
                self._say("notice", "front-article-waiting", place, **values)
        elif article is not None or path in self._stock.resolver.hidden:
            # A check and a preview have drafts too, of which a build would leave the place empty.
            # What is planned may still be a draft.
            self._say("warning" if begun else "notice", "front-article-draft", place, target=path)
        else:
            self._say("warning", "front-article-missing", place, target=path)

    def _lead(self, slots: Iterable[_Slot]) -> Article | None:
        """The first lead in force whose article is published."""
        for slot in slots:
            article = self._articles.get(slot.spec.article)
            if article is not None and slot.span.holds(self._now):
                self._check_age(slot, article)
                return article
        return None

    def _check_age(self, slot: _Slot, article: Article) -> None:
        """Say of a lead without an end that it has stood long while newer articles came."""
        if slot.spec.end is not None:
            return
        published = (a for a in self._stock.articles if a.view.state == "published")
        newest = next(published, article)
        since = article.date
        if slot.spec.start is not None:
            since = max(since, slot.span.start.astimezone(self._clock.zone))
        days = (self._clock.today - since.date()).days
        if days > STALE and newest.date > article.date:
            values = {"target": article.path, "days": str(days)}
            self._say("notice", "front-lead-stale", slot.spec.place, **values)

    def _shown(self, slots: Iterable[_Slot], taken: set[str]) -> Iterator[Article]:
        """The articles of slots in force, but those that stand higher up."""
        for slot in slots:
            article = self._articles.get(slot.spec.article)
            if article is not None and article.path not in taken and slot.span.holds(self._now):
                taken.add(article.path)
                yield article

    def _notices(self) -> Iterator[Notice]:
        for spec, span in self._lasting(self._set.notices):
            if span.end <= self._now and spec.end is not None:
                values = {"target": spec.text, "until": written(spec.end)}
                self._say("notice", "front-ended", spec.end.place, **values)
            elif span.holds(self._now):
                yield Notice(spec.text, self._target(spec))

    def _target(self, spec: NoticeSpec) -> str:
        if spec.to is None or spec.to.written.startswith(("https://", "http://")):
            return spec.to.written if spec.to else ""
        resolver = self._stock.resolver
        return resolver.link(self._path, spec.to)

    def _columns(self) -> tuple[str, ...]:
        columns = self._stock.columns
        titles = {column.ref.name: slug for slug, column in columns.items()}
        found = []
        for name in self._set.columns:
            if name.text in columns:
                found.append(name.text)
            else:
                self._unknown("front-column-missing", name, {**_itself(columns), **titles})
        return tuple(found or columns)

    def _topics(self, topics: Mapping[str, Topic]) -> Iterator[Topic]:
        titles = {topic.card.title: slug for slug, topic in topics.items()}
        for name in self._set.topics:
            if name.text in topics:
                topic = topics[name.text]
                if topic.card.state != "published":
                    self._say("notice", "front-topic-hidden", name.place, name=name.text)
                if topic.card.phase != "ended":
                    yield topic
                else:
                    ended = topic.card.ended
                    self._say(
                        "notice", "front-topic-ended", name.place, name=name.text, until=ended
                    )
            elif f"topics/{name.text}.md" in self._stock.resolver.hidden:
                self._say("notice", "front-topic-hidden", name.place, name=name.text)
            else:
                self._unknown("front-topic-missing", name, {**_itself(topics), **titles})

    def _galleries(self, galleries: Mapping[str, Gallery]) -> Iterator[Gallery]:
        titles = {gallery.card.title: slug for slug, gallery in galleries.items()}
        for name in self._set.galleries:
            if name.text in galleries:
                if galleries[name.text].view.state != "published":
                    self._say("notice", "front-gallery-hidden", name.place, name=name.text)
                yield galleries[name.text]
            elif f"galleries/{name.text}/index.md" in self._stock.resolver.hidden:
                self._say("notice", "front-gallery-hidden", name.place, name=name.text)
            else:
                self._unknown("front-gallery-missing", name, {**_itself(galleries), **titles})

    def _blocks(self) -> tuple[str, ...]:
        found = []
        for name in self._set.blocks:
            if name.text in BLOCKS:
                found.append(name.text)
            else:
                self._unknown("front-block-unknown", name, _itself(BLOCKS))
        return tuple(found) or BLOCKS

    def _unknown(self, rule: str, name: Name, known: Mapping[str, str]) -> None:
        """Say that there is nothing of a name, and which one may have been meant."""
        near = difflib.get_close_matches(name.text.lower(), known, n=1, cutoff=0.6)
        what = {"suggestion": known[near[0]]} if near else {"reason": "plain"}
        self._say("warning", rule, name.place, name=name.text, **what)

    def _local(self, moment: dt.datetime) -> str:
        return moment.astimezone(self._clock.zone).isoformat(" ", "minutes")[:16]

    def _say(self, severity: Severity, rule: str, place: Place, **values: object) -> None:
        found = finding(severity, rule, self._path, place.line, place.column, **values)
        self._found.setdefault(found)


def _specs(front: FrontSpec) -> Iterator[SlotSpec]:
    """All slots for articles."""
    if front.lead is not None:
        yield front.lead
    yield from (*front.leads, *front.seconds, *front.pinned)


def _differ(one: _Slot, other: _Slot) -> bool:
    return one.table != other.table or one.table not in ("lead", "leads")


def _itself(names: Iterable[str]) -> dict[str, str]:
    return {name: name for name in names}


def _lasting(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """Those that run, then those to come; what has ended is on the topics' own page."""
    left = (topic for topic in topics if topic.card.phase != "ended")
    return tuple(sorted(left, key=lambda topic: topic.card.phase == "coming"))


def _slug(url: str) -> str:
    return url.rstrip("/").rpartition("/")[2]
