"""Galleries within a text (图集): an extension of Python-Markdown.

A line of its own names one, by the folder that it has in ``galleries``, or asks for one made
of the text's own folder::

    [gallery: village-notes]

    [图集]

Where such a line stands in code, it is code.
"""

import re
import xml.etree.ElementTree as etree
from typing import NamedTuple

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from .prose_blocks import Signs

MARK = "gallery-line"
"""The class of the element that stands for a gallery, until ``Body`` has numbered it."""

_LINE = re.compile(
    r"\[(?:gallery|图集)(?:[ ]*[:：][ ]*(?P<name>[^\]\[()\n]*?))?[ ]*\][ ]*", re.IGNORECASE
)
_PLACE = re.compile(f"{STX}lanmu-gallery:([0-9]+){ETX}")
# After fenced code is out of the text (25), before raw HTML is (20).
_AFTER_FENCES = 24
# Before all stock processors: none of them knows the sign.
_FIRST = 111
# After raw HTML is back in the text (30).
_AFTER_RAW = 24


class Line(NamedTuple):
    """A line as written, and the gallery's name; empty for the text's own folder."""

    written: str
    name: str


class _Find(Preprocessor):
    """Puts a sign in the place of each line that asks for a gallery."""

    def __init__(self, md: Markdown, extension: "GalleryExtension") -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with the signs; the very same list where there is none."""
        made: list[str] = []
        copied = 0
        for at, line in enumerate(lines):
            found = _LINE.fullmatch(line) if line[:1] == "[" else None
            if found is not None:
                sign = self._extension.take(line.rstrip(), found["name"] or "")
                made += [*lines[copied:at], "", sign, ""]
                copied = at + 1
        return [*made, *lines[copied:]] if copied else lines


class _Put(BlockProcessor):
    """Puts an element where a sign stands."""

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether the block is a sign."""
        return block[:1] == STX and _PLACE.fullmatch(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Set the element; its text is the gallery's number in this text."""
        found = _PLACE.fullmatch(blocks.pop(0))
        if found:
            etree.SubElement(parent, "div", {"class": MARK}).text = found[1]


class _Raw(Postprocessor):
    """Puts the elements that stand within raw HTML, where no other step has looked."""

    def run(self, text: str) -> str:
        """Replace the signs that are left."""
        return _PLACE.sub(rf'<div class="{MARK}">\1</div>', text) if STX in text else text


PROCESSORS = (_Find, _Put)
"""What ``ProseExtension`` should know: they bring neither braces nor escapes into a tree."""

SIGNS: Signs = {_Put: STX}
"""How a block begins that the block processor may take; see ``prose_blocks.SIGNS``."""


class GalleryExtension(Extension):
    """The galleries that a text asks for, in their order: ``lines``."""

    def __init__(self) -> None:
        """Start without a text."""
        super().__init__()
        self.lines: list[Line] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the three steps."""
        md.preprocessors.register(_Find(md, self), "lanmu-galleries", _AFTER_FENCES)
        md.parser.blockprocessors.register(_Put(md.parser), "lanmu-galleries", _FIRST)
        md.postprocessors.register(_Raw(md), "lanmu-galleries", _AFTER_RAW)
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the text before."""
        self.lines = []

    def take(self, written: str, name: str) -> str:
        """Note a line; give the sign that stands for it."""
        self.lines.append(Line(written, name))
        return f"{STX}lanmu-gallery:{len(self.lines) - 1}{ETX}"
