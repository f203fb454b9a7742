"""Columns (栏目) and sections (频道): how they belong together, and where each is in its life."""

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

from .cards import ColumnRef, Link
from .column_cards import ColumnCard, ColumnNote, Phase
from .findings import Finding, finding
from .model import Column, Section
from .names import same_names
from .official import category_of
from .resolve import Resolver
from .select import Clock
from .sources import ClosingSource, ColumnSource
from .specs import Name, SectionSpec

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def section_path(section: SectionSpec) -> str:
    """The path of a section's page."""
    return f"/sections/{section.slug}/"


def phase_of(source: ColumnSource, today: dt.date) -> Phase:
    """Where a column is in its life; it is closed from the day after ``ended``."""
    if source.ended is not None and source.ended < today:
        return "closed"
    return "announced" if source.started is not None and source.started > today else "running"


class Columns:
    """The columns of an edition in the making; ``findings`` is what is wrong with them.

    ``sources`` are in the order in which they are to stand.
    """

    def __init__(
        self, sources: Sequence[ColumnSource], sections: Sequence[SectionSpec], clock: Clock
    ) -> None:
        self.findings: list[Finding] = []
        self._sources = {source.slug: source for source in sources}
        self._sections = sections
        self._clock = clock
        self.findings += same_names(sources)
        self._parents = self._find_parents()
        self._section_of = self._find_sections()

    def _find_parents(self) -> dict[str, str]:
        """The column above each that has one: no missing one, and none in a circle."""
        known = _slugs((source.slug, source.name) for source in self._sources.values())
        parents = {}
        for source in self._sources.values():
            if source.parent is not None:
                parent = self._named(source, source.parent, known, "parent-missing")
                if parent:
                    parents[source.slug] = parent
        for slug in _in_circles(parents):
            source, written = self._sources[slug], self._sources[slug].parent
            del parents[slug]
            if written is not None:
                self._say("parent-circle", source, written)
        return parents

    def _find_sections(self) -> dict[str, str]:
        """The section of each column that has one: its own, or that of the column above."""
        known = _slugs((section.slug, section.name) for section in self._sections)
        own = {}
        for source in self._sources.values():
            if source.section is not None:
                section = self._named(source, source.section, known, "section-unknown")
                if section:
                    own[source.slug] = section
        found: dict[str, str] = {}
        for slug in self._sources:
            above = [slug]
            while above[-1] not in own and above[-1] not in found and above[-1] in self._parents:
                above.append(self._parents[above[-1]])
            section = own.get(above[-1], found.get(above[-1], ""))
            found.update(dict.fromkeys(above, section))
        return found

    def _named(self, source: ColumnSource, name: Name, known: Mapping[str, str], rule: str) -> str:
        """The slug of what a column names, or nothing, with a finding."""
        found = known.get(name.text) or known.get(name.text.lower())
        if found is None:
            near = difflib.get_close_matches(name.text, known, n=1, cutoff=0.5)
            self._say(rule, source, name, near[0] if near else None)
        return found or ""

    def _say(
        self, rule: str, source: ColumnSource, name: Name, suggestion: str | None = None
    ) -> None:
        more = {"suggestion": suggestion} if suggestion else {"reason": "plain"}
        place = name.place
        values = {"name": name.text, **more}
        self.findings.append(
            finding("warning", rule, source.path, place.line, place.column, **values)
        )

    def closings(self, sources: Iterable[ClosingSource]) -> list[ClosingSource]:
        """Those that may be shown: of columns that are closed, and no drafts."""
        shown = []
        for source in sources:
            column = self._sources.get(source.column)
            if column is None:
                self.findings.append(
                    finding("error", "column-unknown", source.path, column=source.column)
                )
            elif phase_of(column, self._clock.today) != "closed":
                self.findings.append(finding("notice", "closing-early", source.path))
            elif self._clock.shows(source.status):
                shown.append(source)
        return shown

    def make(self, resolver: Resolver, closings: Iterable[ClosingSource]) -> dict[str, Column]:
        """All columns by slug, once the URLs are known."""
        ends = {source.column: source for source in closings}
        children: dict[str, list[str]] = {}
        for slug in self._sources:
            if slug in self._parents:
                children.setdefault(self._parents[slug], []).append(slug)
        return {
            slug: self._column(source, resolver, tuple(children.get(slug, ())), ends.get(slug))
            for slug, source in self._sources.items()
        }

    def _column(
        self,
        source: ColumnSource,
        resolver: Resolver,
        children: tuple[str, ...],
        end: ClosingSource | None,
    ) -> Column:
        url = resolver.urls[source.path]
        ref = ColumnRef(source.name, url, source.accent)
        banner = resolver.picture(source.path, source.banner, "lead")
        card = ColumnCard(
            name=source.name,
            name_en=source.name_en,
            url=url,
            accent=source.accent,
            description=source.description,
            started=source.started,
            ended=source.ended,
            phase=phase_of(source, self._clock.today),
            banner=banner,
        )
        closing = None
        if end is not None:
            closing = ColumnNote(ref, resolver.body(end.path, end.text), end.status)
        return Column(
            slug=source.slug,
            url=url,
            ref=ref,
            card=card,
            banner=banner,
            share=resolver.cut(source.banner, "share"),
            opener=resolver.body(source.path, source.text),
            closing=closing,
            section=self._section_of[source.slug],
            parent=self._parents.get(source.slug, ""),
            children=children,
            trail=tuple(self._trail(source.slug, resolver)),
            oldest_first=source.sort == "oldest",
            numbered=source.numbered,
            rhythm=source.rhythm,
            editor=source.editor,
            contact=tuple(pieces(source.contact)),
            series=source.series,
            keywords=source.keywords,
            category=category_of(source),
        )

    def _trail(self, slug: str, resolver: Resolver) -> list[Link]:
        """The section of a column, and the columns above it from the top down."""
        above = []
        at = self._parents.get(slug)
        while at is not None:
            column = self._sources[at]
            above.append(Link(column.name, resolver.urls[column.path]))
            at = self._parents.get(at)
        above += [
            Link(section.name, resolver.href(section_path(section)))
            for section in self._sections
            if section.slug == self._section_of[slug]
        ]
        return above[::-1]

    def sections(self, resolver: Resolver) -> tuple[Section, ...]:
        """The sections in the order of ``site.toml``, each with its columns."""
        return tuple(
            Section(
                slug=section.slug,
                name=section.name,
                url=resolver.href(section_path(section)),
                description=section.description,
                columns=tuple(slug for slug in self._sources if self._heads(slug, section.slug)),
                category=section.category,
            )
            for section in self._sections
        )

    def _heads(self, slug: str, section: str) -> bool:
        """Tell whether a column stands in a section by itself, not under another of its columns."""
        above = self._parents.get(slug, "")
        return self._section_of[slug] == section and self._section_of.get(above) != section


def _slugs(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What a slug or a name stands for; a slug goes before a name, the first before others."""
    pairs = list(named)
    return {name: slug for slug, name in reversed(pairs)} | {slug: slug for slug, _ in pairs}


def _in_circles(parents: Mapping[str, str]) -> list[str]:
    """What comes back to itself on the way up, each looked at once."""
    found: list[str] = []
    seen: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        at = start
        while at in parents and at not in seen and at not in way:
            way[at] = None
            at = parents[at]
        if at in way:
            names = list(way)
            found += names[names.index(at) :]
        seen.update(way)
    return found


def pieces(text: str) -> list[Link]:
    """A text cut at its e-mail addresses, each of which is given its ``mailto:`` address."""
    found, at = [], 0
    for match in _EMAIL.finditer(text):
        found += [Link(text[at : match.start()], ""), Link(match[0], f"mailto:{match[0]}")]
        at = match.end()
    found.append(Link(text[at:], ""))
    return [piece for piece in found if piece.label]
