"""Paragraphs and headings that no other block processor would take, taken at once."""

import itertools
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping

from markdown import blockprocessors as stock
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import STX

Signs = Mapping[type[BlockProcessor], str]

SIGNS: Signs = {
    stock.EmptyBlockProcessor: "",
    stock.ListIndentProcessor: "",
    stock.CodeBlockProcessor: "",
    stock.HashHeaderProcessor: "#",
    stock.SetextHeaderProcessor: r"[=-]+ *(?:\n|\Z)",
    stock.HRProcessor: r"[-_*][-_* ]+(?:\n|\Z)",
    stock.OListProcessor: r"\d+\. ",
    stock.UListProcessor: "[*+-] ",
    stock.BlockQuoteProcessor: ">",
    stock.ReferenceProcessor: r"\[",
    stock.ParagraphProcessor: "",
    AbbrBlockprocessor: r"\*\[",
    AdmonitionProcessor: "!!!",
    DefListIndentProcessor: "",
    DefListProcessor: ": ",
    FootnoteBlockProcessor: r"\[",
    MarkdownInHtmlProcessor: STX,
    SaneOListProcessor: r"\d+\. ",
    SaneUListProcessor: "[*+-] ",
    TableProcessor: "",
}
"""What a line of a block must begin with for a processor of just this type to touch the block.

A regular expression each; nothing means that white space is needed. For white space at the
start of a line, and a line without any character, is open to all of them. A table needs more
than one line, too, and a bar somewhere.
"""

_TABLE = TableProcessor
_LISTS = (stock.UListProcessor, SaneUListProcessor)
_LIST_TAGS = ("ul", "ol")


class PlainBlocks(BlockProcessor):
    """Makes paragraphs of blocks whose every line begins with no one's sign.

    Headings of one line are made too, and new lists of such lines. To be asked before all
    others.
    """

    def __init__(self, parser: BlockParser) -> None:
        """Take nothing, until told what the other processors are."""
        super().__init__(parser)
        self._paragraph: BlockProcessor | None = None
        self._bar = False
        self._first = self._later = re.compile("")
        self._heading = self._item = re.compile(r"(?!)")

    def plan(self, processors: Iterable[BlockProcessor], signs: Signs) -> None:
        """Take up the work among ``processors``, in their order, or leave it to them."""
        self._paragraph = None
        asked: list[BlockProcessor] = []
        paragraph: BlockProcessor | None = None
        for each in processors:
            if type(each) is stock.ParagraphProcessor:
                # It takes whatever it is asked to take: those after it never are.
                paragraph = each
                break
            if each is not self:
                asked.append(each)
        if any(type(each) not in signs for each in asked) or self.tab_length < 1:
            return
        kinds = [type(each) for each in asked]
        start = _start([signs[kind] for kind in kinds])
        self._bar = _TABLE in kinds
        self._first, self._later = re.compile(start), re.compile("\n" + start)
        # Those that are asked earlier must not want it either.
        before = _start([signs[kind] for kind in _before(kinds, (stock.HashHeaderProcessor,))])
        # Without a backslash or another "#", which may close it or be escaped.
        self._heading = re.compile(rf"(?!{before})(#{{1,6}})([^#\\\n]*)")
        before = _start([signs[kind] for kind in _before(kinds, _LISTS)])
        self._item = re.compile(rf"(?!{before})[*+-] +(?!{start})(.*)")
        if not any(kind is stock.HashHeaderProcessor for kind in kinds):
            self._heading = re.compile("(?!)")
        if not any(kind in _LISTS for kind in kinds):
            self._item = re.compile("(?!)")
        self._paragraph = paragraph

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block is one of those described above."""
        if self._paragraph is None:
            return False
        if self._first.match(block):
            return bool(self._heading.fullmatch(block) or self._items(parent, block))
        if "\n" not in block:
            return True
        return not (self._later.search(block) or (self._bar and "|" in block))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Take the first block, and those after it that are like it."""
        tight = self._paragraph if self.parser.state.isstate("list") else None
        taken = 0
        for block in blocks:
            if taken and not self.test(parent, block):
                break
            taken += 1
            if self._first.match(block):
                self._make(parent, block)
            elif tight is not None:
                # In a list without blank lines a text is put where the item's texts end.
                tight.run(parent, [block])
            else:
                etree.SubElement(parent, "p").text = block
        del blocks[:taken]

    def _make(self, parent: etree.Element, block: str) -> None:
        heading = self._heading.fullmatch(block)
        if heading:
            etree.SubElement(parent, f"h{len(heading[1])}").text = heading[2].strip()
            return
        items = self._items(parent, block)
        unordered = etree.SubElement(parent, "ul")
        for text in items:
            etree.SubElement(unordered, "li").text = text

    def _items(self, parent: etree.Element, block: str) -> list[str]:
        """Give the texts of a list that begins here, if each of them is plain and of one line."""
        if block[:1] not in ("-", "*", "+") or (self._bar and "|" in block):
            return []
        before = self.lastChild(parent)
        if parent.tag in _LIST_TAGS or (before is not None and before.tag in _LIST_TAGS):
            return []
        matches = [self._item.fullmatch(line) for line in block.split("\n")]
        return [match[1] for match in matches if match] if all(matches) else []


def _start(signs: list[str]) -> str:
    """What a line begins with that one of these may want, as one regular expression."""
    choices = [*dict.fromkeys(filter(None, signs)), r"\s", r"\Z"]
    return f"(?:{'|'.join(choices)})"


def _before(
    kinds: list[type[BlockProcessor]], goal: tuple[type[BlockProcessor], ...]
) -> list[type[BlockProcessor]]:
    return list(itertools.takewhile(lambda kind: kind not in goal, kinds))
