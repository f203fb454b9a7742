"""An extension of Python-Markdown that makes prose quick to read and changes nothing else.

Most paragraphs of Chinese prose hold no sign that Markdown knows, and most texts need few of
its steps. ``ProseExtension`` looks, before each text, at what is registered: the inline
patterns say through their regular expressions what they may match, block processors are known
by their type. What cannot change a text is then left out; where something is not known,
Python-Markdown's own way is taken. The result is the same to the byte, with any extensions.

The stock processors stay where they are in their registries, and the same objects: each is
only given a class of ours that leaves out steps.
"""

from collections.abc import Iterable
from typing import Any

from markdown import Markdown, inlinepatterns, preprocessors, treeprocessors
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.footnotes import (
    FootnoteInlineProcessor,
    FootnotePostTreeprocessor,
    FootnoteReorderingProcessor,
    FootnoteTreeprocessor,
)
from markdown.util import ETX, STX

from .prose_blocks import SIGNS, PlainBlocks, Signs
from .prose_html import QUICK
from .prose_inline import QuickInline, inline_plan

# Before whatever else there is.
_FIRST = 1_000_000.0


class _Whitespace(preprocessors.NormalizeWhitespace):
    plan: "Plan"

    def run(self, lines: list[str]) -> list[str]:
        source = self.plan.source_of(lines)
        if any(sign in source for sign in (STX, ETX, "\r", "\t", "\n ")):
            return super().run(lines)
        return self.plan.passed(source + "\n\n", [*lines, "", ""])


class _Fences(FencedBlockPreprocessor):
    plan: "Plan"

    def run(self, lines: list[str]) -> list[str]:
        source = self.plan.source_of(lines)
        if "```" in source or "~~~" in source:
            return super().run(lines)
        return self.plan.passed(source, lines)


class _Html(preprocessors.HtmlBlockPreprocessor):
    plan: "Plan"

    def run(self, lines: list[str]) -> list[str]:
        source = self.plan.source_of(lines)
        # Without either of these an HTML parser meets nothing but text.
        if "<" in source or "&" in source:
            return super().run(lines)
        return self.plan.passed(source, lines)


class _Unescape(treeprocessors.UnescapeTreeprocessor):
    plan: "Plan"

    def run(self, root: Any) -> None:
        if self.plan.escapes:
            super().run(root)


class _Attributes(AttrListTreeprocessor):
    plan: "Plan"

    def run(self, doc: Any) -> None:
        if self.plan.braces:
            super().run(doc)


_QUICK: dict[type, type] = {
    preprocessors.NormalizeWhitespace: _Whitespace,
    preprocessors.HtmlBlockPreprocessor: _Html,
    FencedBlockPreprocessor: _Fences,
    treeprocessors.InlineProcessor: QuickInline,
    treeprocessors.UnescapeTreeprocessor: _Unescape,
    AttrListTreeprocessor: _Attributes,
}
# With these and no others a tree holds no character that the source did not, but for what
# is neither a brace nor an escape.
_KNOWN = frozenset(_QUICK) | {
    AbbrTreeprocessor,
    FootnoteInlineProcessor,
    FootnotePostTreeprocessor,
    FootnoteReorderingProcessor,
    FootnoteTreeprocessor,
    treeprocessors.PrettifyTreeprocessor,
    inlinepatterns.AutolinkInlineProcessor,
    inlinepatterns.AutomailInlineProcessor,
    inlinepatterns.BacktickInlineProcessor,
    inlinepatterns.DelimiterProcessor,
    inlinepatterns.EscapeInlineProcessor,
    inlinepatterns.HtmlInlineProcessor,
    inlinepatterns.ImageInlineProcessor,
    inlinepatterns.ImageReferenceInlineProcessor,
    inlinepatterns.LinkInlineProcessor,
    inlinepatterns.ReferenceInlineProcessor,
    inlinepatterns.ShortImageReferenceInlineProcessor,
    inlinepatterns.ShortReferenceInlineProcessor,
    inlinepatterns.SubstituteTagInlineProcessor,
}


def _is_main(step: treeprocessors.InlineProcessor, md: Markdown) -> bool:
    return step.inlinePatterns is md.inlinePatterns  # type: ignore[comparison-overlap]


class Plan(preprocessors.Preprocessor):
    """What one Markdown instance can do without; looked at anew before each text."""

    def __init__(self, md: Markdown, known: Iterable[type], signs: Signs) -> None:
        """Plan for ``md``; see ``ProseExtension`` for the rest."""
        super().__init__(md)
        self._md = md
        self._signs = {**SIGNS, **signs}
        self._known = _KNOWN | set(self._signs) | set(known) | {Plan, PlainBlocks}
        self._blocks = PlainBlocks(md.parser)
        self._seen: list[object] = []
        self._closed = False
        self._lines: list[str] = []
        self._source = ""
        self.forget()
        md.preprocessors.register(self, "prose", _FIRST)
        md.parser.blockprocessors.register(self._blocks, "prose", _FIRST)

    def forget(self) -> None:
        """Know nothing of earlier texts, when their footnotes and references are gone too."""
        self.escapes = self.braces = False

    def run(self, lines: list[str]) -> list[str]:
        """Look at what is registered and at the source; leave the lines as they are."""
        md = self._md
        seen: list[object] = [
            *md.preprocessors,
            *md.parser.blockprocessors,
            *md.treeprocessors,
            *md.inlinePatterns,
        ]
        seen += [getattr(pattern, "compiled_re", None) for pattern in md.inlinePatterns]
        if seen != self._seen:
            self._renew()
            self._seen = seen
        md.serializer = QUICK.get(md.serializer, md.serializer)
        self._lines, self._source = [], ""
        source = self.source_of(lines)
        # Texts before this one may have left footnotes behind, unless they were forgotten.
        self.escapes = self.escapes or not self._closed or "\\" in source or STX in source
        self.braces = self.braces or not self._closed or "{" in source
        if self._closed:
            self._lines, self._source = lines, source
        return lines

    def source_of(self, lines: list[str]) -> str:
        """Join lines, unless they are the same that were joined last."""
        # The list itself may have been altered by a processor that is not known.
        if self._closed and lines is self._lines:
            return self._source
        return "\n".join(lines)

    def passed(self, source: str, lines: list[str]) -> list[str]:
        """Hand on the lines of a source, and remember that they are joined already."""
        if not self._closed:
            # What others gave may have line ends within a line: the stock steps split anew.
            return source.split("\n")
        self._lines, self._source = lines, source
        return lines

    def _renew(self) -> None:
        md = self._md
        stages: list[Any] = [*md.preprocessors, *md.treeprocessors]
        for each in stages:
            quick = _QUICK.get(type(each))
            # An inline step may have patterns of its own, which are not looked at here.
            if quick is not None and (quick is not QuickInline or _is_main(each, md)):
                each.__class__ = quick
            if type(each) is QuickInline:
                each.plan = inline_plan(md.inlinePatterns)
            elif type(each) in _QUICK.values():
                each.plan = self
        self._blocks.plan(md.parser.blockprocessors, self._signs)
        known = (self._known | set(_QUICK.values())) - {treeprocessors.InlineProcessor}
        parts = [*stages, *md.parser.blockprocessors, *md.inlinePatterns]
        self._closed = all(type(part) in known for part in parts) and any(
            isinstance(part, _Whitespace) for part in parts
        )


class ProseExtension(Extension):
    """Registers nothing that changes a text; one for each Markdown instance."""

    def __init__(self, known: Iterable[type] = (), signs: Signs | None = None) -> None:
        """Say what is known of processors that Python-Markdown does not have.

        ``known`` are types of processors and patterns that bring neither ``{`` nor escapes
        into a tree. ``signs`` says of block processors what ``prose_blocks.SIGNS`` says of
        the stock ones. Processors of other types may be there, but make it slower.
        """
        super().__init__()
        self._known, self._signs = tuple(known), signs or {}
        self._plan: Plan | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Put the plan and the block processor before all others."""
        self._plan = Plan(md, self._known, self._signs)
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget earlier texts; called by ``Markdown.reset``."""
        if self._plan is not None:
            self._plan.forget()
