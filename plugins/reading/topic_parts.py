"""The parts of a topic's front matter that have a form of their own."""

import datetime as dt
import difflib
from collections.abc import Iterator

from plugins.edition import specs
from plugins.edition.topic_cards import BlockKind

from .fields import Fields, is_web
from .figures import cells_of, figure_of, is_no_day, partial_date
from .keys import BLOCK_WORDS, EVENT_KEYS, FIGURE_KEYS, OUTSIDE_KEYS, QUERY_KEYS, Key
from .nodes import Mapping, Node, Scalar
from .notes import Notes
from .words import cut, tidy

_DAY_AND_EVENT = 2


def span_of(fields: Fields, notes: Notes) -> tuple[dt.date | None, dt.date | None]:
    """Read ``started`` and ``ended``; an end before the start is told, and is none."""
    started, ended = fields.day("started"), fields.day("ended")
    if started and ended and ended < started:
        shown = {"key": "ended", "value": ended, "reason": "ended"}
        notes.add("warning", "value-invalid", fields.at("ended"), **shown)
        ended = None
    return started, ended


class TopicParts:
    """Reads the parts of one topic; what cannot be read is told, and left out."""

    def __init__(self, fields: Fields, notes: Notes, folder: str) -> None:
        """Read from ``fields``; ``folder`` is where the topic's file is."""
        self._fields = fields
        self._notes = notes
        self._folder = folder

    def _bad(self, key: str, node: Node, reason: str) -> None:
        shown = cut(tidy(node.text), 60) if isinstance(node, Scalar) else "…"
        self._notes.add("warning", "value-invalid", node.at, key=key, value=shown, reason=reason)

    def _inner(self, node: Mapping, keys: tuple[Key, ...]) -> Fields:
        return Fields(node, keys, self._notes, self._folder)

    def listed(self) -> tuple[specs.ListedSpec, ...]:
        """What the topic lists, in the order given: files, and addresses of other sites."""
        found = (self._listed(node) for node in self._fields.nodes("articles"))
        return tuple(spec for spec in found if spec is not None)

    def _listed(self, node: Node) -> specs.ListedSpec | None:
        if isinstance(node, Scalar) and is_web(tidy(node.text)):
            url = tidy(node.text)
            return specs.ListedSpec(specs.Reference(url, "", "", self._notes.place(node.at)), url)
        if not isinstance(node, Mapping):
            reference = self._fields.path("articles", node)
            return None if reference is None else specs.ListedSpec(reference)
        inner = self._inner(node, OUTSIDE_KEYS)
        url = inner.url("url")
        if not url:
            if not inner.nodes("url"):
                self._bad("articles", node, "outside")
            return None
        return specs.ListedSpec(
            file=specs.Reference(url, "", "", self._notes.place(inner.at("url"))),
            title=inner.text("title") or url,
            date=inner.day("date"),
            source=inner.text("source"),
            note=inner.text("note"),
        )

    def query(self) -> specs.QuerySpec | None:
        """Read the conditions; without any that can be read nothing is asked for."""
        nodes = self._fields.nodes("query")
        if not nodes:
            return None
        if not isinstance(nodes[0], Mapping):
            self._bad("query", nodes[0], "query")
            return None
        inner = self._inner(nodes[0], QUERY_KEYS)
        names = {key: inner.names(key) for key in ("columns", "tags", "units")}
        # A condition that cannot be read must not let everything in.
        if any(inner.nodes(key) and not found for key, found in names.items()):
            return None
        since, until = inner.day("from"), inner.day("until")
        if since and until and until < since:
            shown = {"key": "until", "value": until, "reason": "until"}
            self._notes.add("warning", "value-invalid", inner.at("until"), **shown)
            return None
        if not any(names.values()) and since is until is None:
            self._bad("query", nodes[0], "query")
            return None
        return specs.QuerySpec(names["columns"], names["tags"], names["units"], since, until)

    def blocks(self) -> tuple[specs.BlockSpec, ...]:
        """Read the names of blocks, each alone or with a title of its own."""
        blocks: dict[BlockKind, specs.BlockSpec] = {}
        for written, title, at in self._blocks():
            name = tidy(written)
            kind = BLOCK_WORDS.get(name.lower())
            if kind is None:
                near = difflib.get_close_matches(name.lower(), BLOCK_WORDS, n=1, cutoff=0.5)
                suggestion = near[0] if near else "latest"
                shown = {"block": cut(name, 60), "suggestion": suggestion}
                self._notes.add("warning", "topic-block-unknown", at, **shown)
            elif kind in blocks:
                self._notes.add("warning", "topic-block-double", at, block=cut(name, 60))
            else:
                blocks[kind] = specs.BlockSpec(kind, title, name, self._notes.place(at))
        return tuple(blocks.values())

    def _blocks(self) -> Iterator[tuple[str, str, tuple[int, int]]]:
        nodes = self._fields.nodes("blocks")
        if len(nodes) == 1 and isinstance(nodes[0], Scalar):
            # 头条、最新 in one line.
            for name in self._fields.names("blocks"):
                yield name.text, "", (name.place.line, name.place.column)
            return
        for node in nodes:
            if isinstance(node, Scalar):
                yield node.text, "", node.at
            elif isinstance(node, Mapping) and all(isinstance(v, Scalar) for _, v in node.pairs):
                for key, value in node.pairs:
                    title = tidy(value.text) if isinstance(value, Scalar) else ""
                    yield key.text, title, key.at
            else:
                self._bad("blocks", node, "blocks")

    def figures(self) -> tuple[specs.FigureSpec, ...]:
        """Read key figures: keys and values, or one line with bars as in a text."""
        found = (self._figure(node) for node in self._fields.nodes("figures"))
        return tuple(figure for figure in found if figure is not None)

    def _figure(self, node: Node) -> specs.FigureSpec | None:
        if isinstance(node, Mapping):
            inner = self._inner(node, FIGURE_KEYS)
            cells = [inner.text(key) for key in ("value", "label", "source", "date")]
        else:
            cells = cells_of(node.text) if isinstance(node, Scalar) else []
        figure = figure_of(cells)
        if figure is None:
            self._bad("figures", node, "figures")
            return None
        self._check_day(figure.date, node)
        if not figure.source:
            self._notes.add("notice", "figure-source-missing", node.at, written=figure.label)
        return figure

    def _check_day(self, written: str, node: Node) -> None:
        if is_no_day(written):
            self._notes.add("warning", "day-missing", node.at, written=cut(written, 60))

    def timeline(self) -> tuple[specs.EventSpec, ...]:
        """Read events: keys and values, or one line with a bar as in a text."""
        found = (self._event(node) for node in self._fields.nodes("timeline"))
        return tuple(event for event in found if event is not None)

    def _event(self, node: Node) -> specs.EventSpec | None:
        to = None
        if isinstance(node, Mapping):
            inner = self._inner(node, EVENT_KEYS)
            cells = [inner.text("date"), inner.text("text")]
            to = next(iter(inner.paths("to")), None)
        else:
            cells = cells_of(node.text, 2) if isinstance(node, Scalar) else []
        if len(cells) != _DAY_AND_EVENT or not all(cells):
            self._bad("timeline", node, "timeline")
            return None
        self._check_day(cells[0], node)
        return specs.EventSpec(cells[0], partial_date(cells[0]), cells[1], to)
