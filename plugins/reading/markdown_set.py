"""Python-Markdown as this newsroom uses it: one instance, kept for the whole process."""

import functools
import re

import markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from . import blocks, gallery_lines
from .embeds import PRIORITY, FindEmbeds
from .finish import Finish, JoinLines
from .prose import ProseExtension
from .words import HAN, has_han, may_join

BACK = {True: "回到正文（注{}）", False: "Back to the text (note {})"}
_TITLES = {
    "note": "说明",
    "tip": "提示",
    "hint": "提示",
    "important": "重要",
    "warning": "注意",
    "caution": "注意",
    "attention": "注意",
    "danger": "警告",
    "key-figures": "数字",
}


class _Notes(AdmonitionProcessor):
    """Admonitions whose title may stand in Chinese quotation marks, and is Chinese if absent."""

    RE = re.compile(r'(?:^|\n)!!! ?([\w\-]+(?: +[\w\-]+)*)(?: *["“”](.*?)["“”])? *(?:\n|$)')
    chinese = True

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        name, title = super().get_class_and_title(match)
        if match.group(2) is None and self.chinese and title:
            title = _TITLES.get(title.lower(), title)
        return name, title


def _open_underscores(md: markdown.Markdown) -> None:
    """Let ``__重点__`` stand beside Han, which Python-Markdown takes for letters of one word."""
    if md.delimiters is None:
        return
    delimiter = md.delimiters.delimiters["_"]
    pattern: str = delimiter.boundary.pattern
    pattern = pattern.replace(r"(?<![\w_])", rf"(?:(?<![\w_])|(?<=[{HAN}])(?=__))")
    pattern = pattern.replace(r"(?![\w_])", rf"(?:(?![\w_])|(?<=__)(?=[{HAN}]))")
    delimiter.boundary = re.compile(pattern)


class House:
    """A Python-Markdown instance with our settings, used for one text after another."""

    def __init__(self, *, fast: bool = True) -> None:
        """Build it; with ``fast`` off Python-Markdown takes all of its own steps."""
        self._footnotes = FootnoteExtension(BACKLINK_TEXT="↩")
        self._blocks = blocks.BlocksExtension()
        self._galleries = gallery_lines.GalleryExtension()
        self._md = markdown.Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                self._footnotes,
                DefListExtension(),
                AttrListExtension(),
                AdmonitionExtension(),
                AbbrExtension(),
                FencedCodeExtension(),
                self._blocks,
                self._galleries,
                SaneListExtension(),
            ],
            output_format="html",
        )
        md = self._md
        self._join = JoinLines(md)
        self._finish = Finish(md)
        self._notes = _Notes(md.parser)
        md.treeprocessors.register(self._join, "lanmu-join", 19)
        # After attribute lists (8), which give figures their credit and headings their id,
        # and after escapes were resolved (0).
        md.treeprocessors.register(self._finish, "lanmu-finish", -1)
        md.parser.blockprocessors.register(self._notes, "admonition", 105)
        md.preprocessors.register(FindEmbeds(md, self._blocks.hold), "lanmu-embeds", PRIORITY)
        # Line breaks between all blocks cost a tenth of the time; Finish sets a few.
        md.treeprocessors.deregister("prettify")
        _open_underscores(md)
        if fast:
            prose = ProseExtension(
                known=(
                    JoinLines,
                    Finish,
                    FindEmbeds,
                    *blocks.PROCESSORS,
                    *gallery_lines.PROCESSORS,
                ),
                signs={_Notes: "!!!", **blocks.SIGNS, **gallery_lines.SIGNS},
            )
            md.registerExtensions([prose], {})

    def convert(self, source: str) -> tuple[str, str]:
        """Set Markdown in HTML that is not clean yet; returns it and its first paragraph's text.

        Raises whatever Python-Markdown raises, ``RecursionError`` above all.
        """
        self._md.reset()
        self._finish.excerpt = ""
        self._notes.chinese = self._blocks.chinese = has_han(source)
        self._footnotes.setConfig("BACKLINK_TITLE", BACK[self._notes.chinese])
        self._join.needed = may_join(source)
        html = self._md.convert(source)
        return html, self._finish.excerpt

    @property
    def faults(self) -> tuple[blocks.Fault, ...]:
        """What was wrong in the blocks of the last text."""
        return tuple(self._blocks.faults)

    @property
    def galleries(self) -> tuple[gallery_lines.Line, ...]:
        """The galleries that the last text asks for."""
        return tuple(self._galleries.lines)


@functools.cache
def _instance() -> House:
    return House()


def forget() -> None:
    """Drop the kept instance: after an interrupted text its insides cannot be trusted."""
    _instance.cache_clear()


def convert(source: str) -> tuple[str, str]:
    """Set Markdown in HTML with the kept instance; see ``House.convert``."""
    return _instance().convert(source)


def galleries() -> tuple[gallery_lines.Line, ...]:
    """The galleries that the text asks for that was set last."""
    return _instance().galleries


def faults() -> tuple[blocks.Fault, ...]:
    """What was wrong in the blocks of the text that was set last."""
    return _instance().faults
