"""Python-Markdown with our extension says what it says without, to the byte."""

import itertools
import os
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, Pattern
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER

from plugins.reading.markdown_set import House
from plugins.reading.prose import ProseExtension
from plugins.reading.triggers import needles_of
from plugins.reading.words import HAN, may_join
from tests.helpers.programs import missing
from tests.helpers.sites import ROOT

from .markdowns import GRAMMAR, PROSE, TEXTS

DOCS = "LANMU_MARKDOWN_DOCS"


class Shout(InlineProcessor):
    """A foreign pattern: letters without a sign of their own, and an element around them."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        """Make it loud."""
        element = etree.Element("b")
        element.text = m[0] + "{: .loud}"
        return element, m.start(), m.end()


class Old(Pattern):
    """A foreign pattern of the old kind."""

    def handleMatch(self, m: re.Match[str]) -> str:  # noqa: N802
        """Turn it round."""
        return m[2][::-1]


class Box(BlockProcessor):
    """A foreign block processor that takes blocks of a kind no one else knows."""

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Take what has a full-width comma."""
        return "，" in block

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Set it in a section, parsed further."""
        before, _, after = blocks.pop(0).partition("，")
        section = etree.SubElement(parent, "section")
        self.parser.parseBlocks(section, [before])
        if after:
            blocks.insert(0, after)


class Backslashes(Preprocessor):
    """A foreign preprocessor that brings escapes, tags and lines within lines."""

    def run(self, lines: list[str]) -> list[str]:
        """Write them where a reader wrote letters."""
        return [line.replace("Two", "\\*").replace("AED", "<div>\n{: #x}") for line in lines]


class Placeholders(Preprocessor):
    """A foreign preprocessor that names what the inline step has found before."""

    def run(self, lines: list[str]) -> list[str]:
        """Put a placeholder in the place of a letter."""
        return [line.replace("Z", INLINE_PLACEHOLDER % "0000") for line in lines]


class Braces(Treeprocessor):
    """A foreign tree processor that brings attribute lists and escapes."""

    def run(self, root: etree.Element) -> None:
        """Put them behind the texts of paragraphs."""
        for element in root.iter("p"):
            element.text = f"{element.text or ''}\x0242\x03\n{{: .last}}"


class Foreign(Extension):
    """Registers the ones above that are asked for."""

    def __init__(self, *what: str) -> None:
        super().__init__()
        self.what = what

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Put them among the others."""
        if "shout" in self.what:
            md.inlinePatterns.register(Shout(r"(?i)w[io]|甲(?=乙)", md), "shout", 65)
            md.inlinePatterns.register(Shout(r"(?<=c)|é", md), "nothing", 5)
        if "old" in self.what:
            md.inlinePatterns.register(Old("(丁，|k+)", md), "old", 100)
        if "box" in self.what:
            md.parser.blockprocessors.register(Box(md.parser), "box", 45)
        if "lines" in self.what:
            md.preprocessors.register(Backslashes(md), "backslashes", 27)
        if "braces" in self.what:
            md.treeprocessors.register(Braces(md), "braces", 30)


OURS = "tables footnotes def_list attr_list admonition abbr fenced_code sane_lists".split()
MANY = ["extra", "admonition", "sane_lists", "nl2br", "smarty", "toc", "wikilinks", "meta"]
Extensions = Callable[[], list[str | Extension]]
SETS: dict[str, Extensions] = {
    "none": list,
    "ours": lambda: [*OURS],
    "extra": lambda: ["extra"],
    "many": lambda: [*MANY],
    "legacy": lambda: ["legacy_em", "legacy_attrs", "codehilite"],
    "pattern": lambda: [*OURS, Foreign("shout")],
    "old pattern": lambda: ["extra", Foreign("old")],
    "block": lambda: [*OURS, Foreign("box")],
    "lines": lambda: [*OURS, Foreign("lines")],
    "braces": lambda: [*OURS, Foreign("braces")],
    "all foreign": lambda: ["extra", Foreign("shout", "old", "box", "lines", "braces")],
}
FORMS: tuple[Literal["xhtml", "html"], ...] = ("xhtml", "html", "html")
PAIRS = {
    name: (
        Markdown(extensions=make(), output_format=form),
        Markdown(
            extensions=[ProseExtension(), *make()] if first else [*make(), ProseExtension()],
            output_format=form,
        ),
    )
    for (name, make), form, first in zip(
        SETS.items(),
        itertools.cycle(FORMS),
        itertools.cycle((0, 1)),
        strict=False,
    )
}


def outcome(md: Markdown, source: str) -> object:
    """Give the HTML, or the kind of what went wrong."""
    try:
        return md.convert(source), dict(md.references)
    except Exception as fault:  # noqa: BLE001 - Python-Markdown fails on some texts
        md.parser.state.clear()
        return type(fault)


def same(name: str, *sources: str) -> None:
    """Hold the two of a pair against each other on texts that follow without a reset."""
    stock, quick = PAIRS[name]
    for md in (stock, quick):
        md.reset()
    for source in sources:
        assert outcome(quick, source) == outcome(stock, source)


@pytest.mark.parametrize("name", SETS)
@given(source=TEXTS)
@settings(max_examples=100)
@example("**甲**乙**丙**。\n\n*甲* **乙\n\n- 甲\n- 乙\n\n## 丙\n\n甲*乙*丙　**丁 **戊")
@example("甲\n\n- 乙\n- # 丙\n\n* 丁\n* - 戊\n+ [己]\n\n１. 庚\n２. 辛\n\n丙\n===\n\n丁\n: 戊")
@example(
    "## \n\n##\n\n## 甲 ##\n\n####### 乙\n\n## \\#\n\n甲\n# 乙\n丙\n\n　## 甲\n\n#\u3000乙\u3000"
)
@example("[甲 *乙*](a) [`x` **y** z][] **[a](b)** ***甲*** ****乙**** **甲*乙** *甲**乙*")
@example("AED &amp; é <b>*x*</b> &#42; &#42 &x\n\n<https://e.org/`*`> <a@e.org>\n{: #x}")
@example("\x02klzzwxh:0000\x03 *a* `b`\n\n\x02wzxhzdk:0\x03\n\nklzzwxh:0000")
@example("x{y}\n\n## 甲 {#i}\n\n甲\n{: .c}\n\n\\{: .d}\n\n- 甲\n{: .e}")
@example("Two words，AED\n\n甲乙 **甲乙** `甲乙`\n\nHTML\n\n*[HTML]: x")
@example(
    "- 甲\n- 乙\n\n丙\n\n- 丁\n\n    戊\n    # 己\n\n1. 庚\n- 辛\n\n!!! a\n    - 壬\n\n        癸"
)
@example("## 甲\\")
@example("* * 甲\n    * 乙\n    * 丙\n\n- 丁\n\n    - 戊")
@example("甲 &#42 乙 &#x4e00丙 &nope &")
def test_any_text_is_the_same(name: str, source: str) -> None:
    """With whatever other extensions, known or foreign."""
    same(name, source)


@pytest.mark.parametrize("name", SETS)
@given(sources=st.lists(TEXTS, min_size=2, max_size=3))
@settings(max_examples=20)
@example(sources=["[^1]: a\\*b {: .x}\n\n[r]: <\\*> '\\_'", "[^1] [r]"])
def test_texts_without_a_reset_between_are_the_same(name: str, sources: list[str]) -> None:
    """What one text leaves behind, footnotes above all, reaches the next in both."""
    same(name, *sources)


@pytest.fixture(scope="module")
def documentation() -> list[Path]:
    """Python-Markdown's own texts, which ``tools/corpora.py`` fetches."""
    folder = Path(os.environ.get(DOCS) or ROOT / ".cache" / "corpora" / "markdown-docs")
    found = sorted(folder.rglob("*.md"))
    return found or missing(f"{DOCS}, Python-Markdown's documentation,", "python tools/corpora.py")


def halves(text: str) -> list[str]:
    """Give a text and its second half: other blocks come first then."""
    blocks = text.split("\n\n")
    return [text, "\n\n".join(blocks[len(blocks) // 2 :])]


@pytest.mark.parametrize("name", SETS)
def test_the_documentation_is_the_same(name: str, documentation: list[Path]) -> None:
    """Real texts with all there is."""
    assert len(documentation) > 50
    for path in documentation:
        for source in halves(path.read_text(encoding="utf-8")):
            same(name, source)


FAST, SLOW = House(), House(fast=False)


@given(TEXTS)
@settings(max_examples=300)
@example("甲。\n乙。\n\n丙\n: 丁\n\n- 戊\n\n己\n===\n\n庚 {#x}\n\n辛\n{: #y }\n\n__甲__乙 **丙**")
@example('!!! note “甲”\n    乙\n\n![甲](a.jpg "乙")\n\n# 甲\n\n### 乙')
def test_this_house_has_the_same(source: str) -> None:
    """Our own extensions with all that is done to the tree, excerpts included."""
    assert FAST.convert(source) == SLOW.convert(source)


def test_this_house_reads_the_documentation_alike(documentation: list[Path]) -> None:
    """The same on real texts, and on each of their blocks alone."""
    for path in documentation:
        text = path.read_text(encoding="utf-8")
        for source in [*halves(text), *text.split("\n\n")]:
            assert FAST.convert(source) == SLOW.convert(source)


def test_what_is_registered_later_counts() -> None:
    """A pattern or processor that comes after the first text is not passed over."""
    stock, quick = Markdown(), Markdown(extensions=[ProseExtension()])
    for md in (stock, quick):
        assert md.convert("甲~~乙~~，丙") == "<p>甲~~乙~~，丙</p>"
        md.inlinePatterns.register(Shout("~~", md), "tilde", 75)
    assert quick.convert("甲~~乙") == stock.convert("甲~~乙") != "<p>甲~~乙</p>"
    for md in (stock, quick):
        md.parser.blockprocessors.register(Box(md.parser), "box", 75)
    assert quick.convert("甲，乙") == stock.convert("甲，乙") != "<p>甲，乙</p>"
    for md in (stock, quick):
        assert md.delimiters is not None
        md.delimiters.add("^", "sup,sup")
    assert quick.convert("甲^乙^") == stock.convert("甲^乙^") != "<p>甲^乙^</p>"


def test_a_placeholder_is_a_sign() -> None:
    """A text without any other is looked at for its sake."""
    stock, quick = Markdown(), Markdown(extensions=[ProseExtension()])
    for md in (stock, quick):
        md.preprocessors.register(Placeholders(md), "placeholders", 5)
    source = "**甲**\n\n乙Z丙"
    assert (
        quick.convert(source) == stock.convert(source) != "<p><strong>甲</strong></p>\n<p>乙丙</p>"
    )


PATTERNS = {
    pattern.compiled_re.pattern: pattern.compiled_re
    for name in ("many", "legacy", "all foreign")
    for pattern in PAIRS[name][0].inlinePatterns
} | {
    source: re.compile(source)
    for source in (
        "a(?:b|c+)d?", "(?i)x-y", "(?i:é)z", "[^a]b", "[a-c]{2,}", "(a)?(?(1)b|c)", "a|",
        "(?>ab)c", "x*", "(?=a)[ab]", r"\bq\b", r"\w;", "(?x) a  b # c", "[*_]{1,3}", ".",
        "(?s:.)!", "(?:ab|ac)+?", "a{0}b",
    )
}  # fmt: skip


@pytest.mark.parametrize("source", PATTERNS)
@given(data=st.data())
@settings(max_examples=30)
def test_a_match_holds_a_needle(source: str, data: st.DataObject) -> None:
    """What is said of an expression holds for whatever it matches."""
    pattern = PATTERNS[source]
    text = data.draw(st.from_regex(pattern))
    match = pattern.search(text)
    needles = needles_of(pattern)
    if match is not None and needles is not None:
        assert any(needle in match[0] for needle in needles)


@pytest.mark.parametrize(
    ("source", "needles"),
    [
        ("a", {"a"}),
        ("ab|c", {"ab", "c"}),
        ("x*", None),
        ("(?i)ab", None),
        ("  \n", {"  \n"}),
        (".", None),
    ],
)
def test_needles(source: str, needles: set[str] | None) -> None:
    """The strings are those of the expression; none are known where it may match anything."""
    assert needles_of(re.compile(source)) == needles


JOINS = re.compile(rf"[{HAN}—‘’“”…·*_`~)\]}}>][ \t]*\n[ \t]*[{HAN}—‘’“”…·*_\[!<(]")


@given(st.one_of(TEXTS, st.text("甲a*“ \t\n[>", max_size=12)))
def test_line_breaks_between_han_are_found(source: str) -> None:
    """There may be one to be dropped just where the plain rule says so."""
    assert may_join(source) == bool(JOINS.search(source))


class Bomb(InlineProcessor):
    """Fails in the middle of the inline step."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        """Break the text off."""
        raise InterruptedError


class Bombs(Extension):
    """Registers it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Put it before emphasis."""
        md.inlinePatterns.register(Bomb("炸", md), "bomb", 65)


BROKEN = (
    Markdown(extensions=[*OURS, Bombs()]),
    Markdown(extensions=[*OURS, Bombs(), ProseExtension()]),
)


@given(PROSE, st.one_of(PROSE, GRAMMAR))
def test_a_broken_off_text_leaves_no_trace(first: str, second: str) -> None:
    """After a reset the next text is read as if there had been none."""
    found = []
    for md in BROKEN:
        md.reset()
        with pytest.raises(InterruptedError):
            md.convert(f"{first}\n\n炸 **{first}** 炸")
        md.reset()
        found.append(outcome(md, second))
    assert found[0] == found[1]
