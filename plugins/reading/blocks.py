"""Blocks of key figures (数据) and of dated events (大事记): an extension of Python-Markdown.

They are written as fenced code is, with their own name behind the fence, one figure or
event a line, its parts between bars::

    ```数据
    918,709 人次 ｜ 参加应急救护知识普及 ｜ 浙江省红十字会 ｜ 2021年上半年
    ```

    ```大事记
    1859-06-24 ｜ 索尔费里诺战役
    ```

Labels and texts may hold Markdown. A line that cannot be read is left out, and told.
"""

import re
import xml.etree.ElementTree as etree
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX, AtomicString

from plugins.edition.findings import Severity
from plugins.edition.specs import FigureSpec

from .figures import cells_of, chinese_date, figure_of, is_no_day, partial_date
from .prose_blocks import Signs

KINDS = {"数据": "figures", "figures": "figures", "大事记": "timeline", "timeline": "timeline"}
"""What may stand behind the fence, and which block it makes."""

SEVERITY: dict[str, Severity] = {"figure-source-missing": "notice"}
"""How grave a fault is, where it is no warning."""

# As Python-Markdown's fenced code has it: what opens no code for it opens no block for us.
_OPEN = re.compile(
    r"(?P<fence>~{3,}|`{3,})[ ]*"
    r"(?:\{[^\n]*\}|\.?(?P<name>[\w#.+-]*)[ ]*(?:hl_lines=(?P<quot>[\"']).*?(?P=quot)[ ]*)?)"
)
_FENCES = ("```", "~~~")
_PLACE = re.compile(f"{STX}lanmu-block:([0-9]+){ETX}")
# After white space is regular (30), before fenced code (25) and raw HTML (20).
_BEFORE_FENCES = 27
# Before all stock processors: none of them knows the sign.
_FIRST = 110
# After raw HTML is back in the text (30).
_AFTER_RAW = 25


class Fault(NamedTuple):
    """What is wrong in one line of a block; ``line`` counts from 0 in the text."""

    rule: str
    line: int
    written: str


class _Find(Preprocessor):
    """Takes the blocks out of the text, and leaves a sign for each."""

    def __init__(self, md: Markdown, extension: "BlocksExtension") -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with the signs; the very same list where there is no block."""
        # One look at a whole text takes less time than one at each of its lines.
        whole = "\n".join(lines)
        if "```" not in whole and "~~~" not in whole:
            return lines
        closes = _closes(lines)
        made: list[str] = []
        at = copied = 0
        while at < len(lines):
            opened = _opened(lines[at])
            kind = KINDS.get((opened["name"] or "").lower(), "") if opened else ""
            if opened is None or lines[at][0] == " ":
                if kind:
                    self._extension.tell("block-indented", at, lines[at])
                at += 1
                continue
            ends = closes.get(opened["fence"], [])
            place = bisect_right(ends, at)
            if place == len(ends):
                if kind:
                    self._extension.tell("block-unclosed", at, lines[at])
                at += 1
                continue
            if kind:
                sign = self._extension.take(kind, lines, at, ends[place])
                made += [*lines[copied:at], "", sign, ""]
                copied = ends[place] + 1
            at = ends[place] + 1
        return [*made, *lines[copied:]] if copied else lines


def _opened(line: str) -> re.Match[str] | None:
    """A line as the opening of a fence, indented or not."""
    line = line.lstrip(" ")
    return _OPEN.fullmatch(line) if line.startswith(_FENCES) else None


def _closes(lines: Sequence[str]) -> dict[str, list[int]]:
    """The lines that may close a fence, by the fence."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if line.startswith(_FENCES):
            fence = line.rstrip(" ")
            if not fence.strip(fence[0]):
                found.setdefault(fence, []).append(number)
    return found


class _Put(BlockProcessor):
    """Puts a block where its sign stands."""

    def __init__(self, md: Markdown, extension: "BlocksExtension") -> None:
        super().__init__(md.parser)
        self._extension = extension

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether the block is a sign."""
        return block[:1] == STX and _PLACE.fullmatch(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Set the block; one without a line leaves nothing."""
        found = _PLACE.fullmatch(blocks.pop(0))
        element = self._extension.element(int(found[1])) if found else None
        if element is not None:
            parent.append(element)


class _Raw(Postprocessor):
    """Puts blocks that stand within raw HTML, where no other step has looked."""

    def __init__(self, md: Markdown, extension: "BlocksExtension") -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, text: str) -> str:
        """Replace the signs that are left."""
        return _PLACE.sub(self._html, text) if STX in text else text

    def _html(self, found: re.Match[str]) -> str:
        element = self._extension.element(int(found[1]))
        return "" if element is None else etree.tostring(element, "unicode", method="html")


PROCESSORS = (_Find, _Put)
"""What ``ProseExtension`` should know: they bring neither braces nor escapes into a tree."""

SIGNS: Signs = {_Put: STX}
"""How a block begins that the block processor may take; see ``prose_blocks.SIGNS``."""


class BlocksExtension(Extension):
    """The blocks of a text; ``faults`` is what was wrong in the last one."""

    def __init__(self) -> None:
        """Start without a text; ``chinese`` says in which language the words stand."""
        super().__init__()
        self.chinese = True
        self.faults: list[Fault] = []
        self._elements: list[etree.Element | None] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the three steps."""
        md.preprocessors.register(_Find(md, self), "lanmu-blocks", _BEFORE_FENCES)
        md.parser.blockprocessors.register(_Put(md, self), "lanmu-blocks", _FIRST)
        md.postprocessors.register(_Raw(md, self), "lanmu-blocks", _AFTER_RAW)
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the text before."""
        self.faults, self._elements = [], []

    def tell(self, rule: str, line: int, written: str) -> None:
        """Note a fault of a line."""
        self.faults.append(Fault(rule, line, written.strip()))

    def take(self, kind: str, lines: Sequence[str], start: int, end: int) -> str:
        """Read the block between two fences; give the sign that stands for it."""
        rows = [(n, lines[n]) for n in range(start + 1, end) if lines[n].strip()]
        faults = len(self.faults)
        children = list(self._figures(rows) if kind == "figures" else self._events(rows))
        element = None
        if children:
            named = ("dl", "key-figures") if kind == "figures" else ("ol", "timeline-block")
            element = etree.Element(named[0], {"class": named[1]})
            element.extend(children)
        elif len(self.faults) == faults:
            self.tell("block-empty", start, lines[start])
        return self.hold(element)

    def hold(self, element: etree.Element | None) -> str:
        """Keep an element for the place where its sign, a line of its own, will be read."""
        self._elements.append(element)
        return f"{STX}lanmu-block:{len(self._elements) - 1}{ETX}"

    def element(self, number: int) -> etree.Element | None:
        """A block of the text, by its number."""
        return self._elements[number] if number < len(self._elements) else None

    def _figures(self, rows: Sequence[tuple[int, str]]) -> Iterator[etree.Element]:
        for number, line in rows:
            figure = figure_of(cells_of(line))
            if figure is None:
                self.tell("figure-invalid", number, line)
                continue
            self._check_day(figure.date, number)
            if not figure.source:
                self.tell("figure-source-missing", number, line)
            yield self._figure(figure)

    def _figure(self, figure: FigureSpec) -> etree.Element:
        group = etree.Element("div")
        etree.SubElement(group, "dt").text = figure.label
        value = etree.SubElement(group, "dd", {"class": "figure-value"})
        strong = etree.SubElement(value, "strong")
        strong.text, strong.tail = AtomicString(figure.number), AtomicString(figure.unit)
        if figure.source or figure.date:
            origin = etree.SubElement(group, "dd", {"class": "figure-source"})
            before = "，" if self.chinese else ", "
            if figure.source:
                origin.text = ("来源：" if self.chinese else "Source: ") + figure.source
                if figure.date:
                    origin.text += before
            if figure.date:
                origin.append(self._date(figure.date))
        return group

    def _events(self, rows: Sequence[tuple[int, str]]) -> Iterator[etree.Element]:
        for number, line in rows:
            cells = cells_of(line, 2)
            if len(cells) != 2 or not all(cells):  # noqa: PLR2004 - the date and what happened
                self.tell("timeline-line-invalid", number, line)
                continue
            self._check_day(cells[0], number)
            event = etree.Element("li")
            date = self._date(cells[0])
            date.set("class", "timeline-date")
            date.tail = " "
            event.append(date)
            etree.SubElement(event, "span", {"class": "timeline-text"}).text = cells[1]
            yield event

    def _check_day(self, written: str, number: int) -> None:
        if is_no_day(written):
            self.tell("day-missing", number, written)

    def _date(self, written: str) -> etree.Element:
        """A date as HTML: machines are told it where it can be told."""
        machine = partial_date(written)
        element = etree.Element("time", {"datetime": machine}) if machine else etree.Element("span")
        shown = chinese_date(machine) if machine and self.chinese else written
        element.text = AtomicString(shown)
        return element
