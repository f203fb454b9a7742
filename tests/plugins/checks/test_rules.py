"""Every rule has its words in both languages, and their places are filled."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.checks.rules import RULES, TABLES, Words
from plugins.checks.say import hint, message, words
from plugins.edition.findings import finding
from plugins.edition.specs import Count, Name, Rhythm, SectionSpec, SeriesSpec
from tests.plugins.edition.making import SITE, article, assembled, closing, column
from tests.plugins.reading.helpers import HEAD, read

PLUGINS = Path(__file__).parents[3] / "plugins"
SEVERITY_WORDS = {"error", "warning", "notice"}


def places(told: Words) -> set[str]:
    """Give the names in braces."""
    texts = (told.message, told.hint)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Find in the source code each rule that is broken: where, its id, its values' names.

    The names are ``None`` where they are not spelled out in the call.
    """
    for file in sorted(PLUGINS.glob("*/*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if not isinstance(node, ast.Call):
                continue
            values = [a.value for a in node.args[:3] if isinstance(a, ast.Constant)]
            texts = [value for value in values if isinstance(value, str)]
            if len(texts) > 1 and texts[0] in SEVERITY_WORDS:
                names = {k.arg for k in node.keywords if k.arg}
                # A function of the caller's own may add values.
                direct = ast.unparse(node.func).split(".")[-1] in {"finding", "add"}
                known = direct and all(k.arg for k in node.keywords)
                yield f"{file.name}:{node.lineno}", texts[1], names if known else None


CALLS = list(raised())


def test_the_calls_are_found() -> None:
    """The search itself finds what is known to be there."""
    assert {"place-unknown", "name-collision", "encoding"} <= {rule for _, rule, _ in CALLS}


@pytest.mark.parametrize(("where", "rule", "names"), CALLS, ids=[f"{c[0]}-{c[1]}" for c in CALLS])
def test_a_rule_that_is_broken_has_words(where: str, rule: str, names: set[str] | None) -> None:
    """Each id in the code is in the table, and the values given are those its words name."""
    assert rule in RULES or any(key.startswith(f"{rule}/") for key in RULES), where
    if names is None:
        return
    variants = [key for key in RULES if key == rule or key.startswith(f"{rule}/")]
    wanted = [places(RULES[key].zh) | places(RULES[key].en) for key in variants]
    assert any(w <= names for w in wanted), (where, names)


def test_a_rule_stands_in_one_table() -> None:
    """Of two the later one's words would be said, and nobody would know."""
    every = [rule for table in TABLES for rule in table.RULES]
    assert sorted(every) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_both_languages_say_the_same_values(rule: str) -> None:
    """Neither language is missing, and no value is told in one alone."""
    zh, en = RULES[rule]
    assert all((zh.message, zh.hint, en.message, en.hint))
    assert places(zh) == places(en)
    assert zh.message.endswith("。")
    assert not any("\u4e00" <= c <= "\u9fff" for c in en.message)


@pytest.mark.parametrize("rule", [rule for rule in RULES if "/" in rule])
def test_a_variant_belongs_to_a_rule(rule: str) -> None:
    """The words for a reason stand beside those of the rule itself."""
    assert rule.partition("/")[0] in RULES


FAULTY = [
    ("columns/a/x.md", ""),
    ("columns/a/2021/急救.md", HEAD),
    ("columns/a/2021/A B.md", HEAD),
    ("on-this-day/a/13-01-x.md", "---\ntitle: x\ndate: 1900-01-01\n---\n"),
    ("columns/a/2021/x.md", "no"),
    ("columns/a/2021/x.md", "---\ntitle: x\nlanguage: 英\ntranslations: {英: x}\n---\n"),
    ("columns/a/2021/x.md", "---\ntitle: x\ntranslations: x\n---\n"),
    ("columns/a/2021/x.md", f"---\ntitle: {'长' * 101}\ndate: 2021-01-01\n---\n"),
    ("columns/a/2021/x.md", "---\nx"),
    *[
        ("columns/a/2021/x.md", f"---\n{line}\n---\n")
        for line in (
            "titel: x\ntitle: {a: b}\ndate: 2021-02-30\nzz: 1\ntags: {a: b}\nid: a b",
            "a: b: c", "a: 'x", "a: [x", "a: @x", "a: *x", "a: b\n c\nd", "\ta: b", "? [a]\n: b",
            "a: " + "[" * 30, "a: " + "x" * 70_000, "%x",
            "title: x\ntitle: y\nstatus: x\nlead_image: {alt: x}\nunit: [x]",
        )
    ],
    ("columns/a/2021/x.md", "---\ntitle: x\ncorrections: [x, {text: x}]\n---\n"),
    ("topics/x.md", "---\ntitle: x\narticles: [{a: b}, ../x]\n---\n"),
    ("topics/x.md", "---\ntitle: x\nquery: {from: 2022-01-01, until: 2021-01-01}\n---\n"),
    ("topics/x.md", "---\ntitle: x\nquery: x\nvideo: x\nfigures: [x]\ntimeline: [x]\n---\n"),
    ("topics/x.md", "---\ntitle: x\narticles: [{title: x}]\nblocks: [x, 头条, 头条, [x]]\n---\n"),
    ("columns/a/2021/x.md", HEAD + "```数据\nx\n1 | x\n```\n~~~数据\n~~~\n```数据"),
    ("columns/a/2021/x.md", HEAD + "```大事记\nx\n```\n ```数据"),
    ("columns/a/_column.md", "---\norder: x\naccent: 红\n---\n"),
    ("columns/a/_column.md", "---\nname: x\nstarted: 2021-01-01\nended: 2020-01-01\n---\n"),
    (
        "columns/a/_column.md",
        "---\nname: x\nsort: x\nnumbered: x\nrhythm: x\nkind: x\nseries: [{parts: x}]\n---\n",
    ),
    ("units/a.md", "---\nname: x\nurl: x\n---\n"),
    ("on-this-day/a/01-01-x.md", "---\ntitle: x\ndate: 1900-01-01\nimportance: 9\n---\n"),
    ("columns/a/2021/x.md", HEAD + "[a](foo:x) [b](file:x) [c](../../../../x) [d](#x)"),
    ("columns/a/2021/x.md", HEAD + "![](x.jpg) \x07 ![a](http://e.org/x) ![a](/../x)"),
    (
        "columns/a/2021/x.md",
        HEAD + "[video: ../../../../x]\n\n- [video: x.mp4]\n\n[audio: x://y]",
    ),
    (
        "columns/a/2021/x.md",
        "---\ntitle: x\nvideo: {src: [a, [b]], duration: x, captions: [[a]]}\naudio: [[x]]\n---\n",
    ),
    ("columns/a/2021/x.md", HEAD + "<p id=a>x</p><p id=a>y</p>\n\n[^1]: z"),
    ("columns/a/2021/x.md", HEAD + "<div>" * 300),
    ("site.toml", "name = 1\nbase_url = 'x'\nlanguage = 'x'\ntime_zone = 'x'\nx = 1"),
    ("site.toml", "contact = 1\nnavigation = 1\nmeta = {official = 1}\nlists = {feed_items = 0}"),
    ("site.toml", "nam = 1\nfront = {columns = 1, pinned = [{until = 'x'}]}"),
    ("site.toml", "name = 'x'\nsections = [{slug = 'X'}, {slug = 'x'}]"),
    ("site.toml", "name = 'x'\nsections = [{slug = 'x', name = 'x'}, {slug = 'x', name = 'y'}]"),
    ("site.toml", "name = 'x'\nmedia = {largest = 'x'}"),
    ("site.toml", "name = 'x'\n[meta]\nofficial = true"),
    ("site.toml", "name = 'x'\n[meta]\nofficial = true\nsite_id_code = 'x'"),
    ("site.toml", "name = 'x'\ntitle_pattern = '{site}'"),
    ("site.toml", "name = "),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text"), FAULTY)
def test_what_is_said_has_no_hole(path: str, text: str) -> None:
    """Findings as they really come fill every place of their words, in both languages."""
    findings = read(text, path).findings
    assert findings
    for note in findings:
        for language in ("zh-Hans", "en"):
            reason = dict(note.values).get("reason", "")
            assert note.rule in RULES
            if reason:
                assert f"{note.rule}/{reason}" in RULES or reason == "other", note
            assert places(words(note.rule, reason, language)) <= set(dict(note.values)), note


def test_what_is_said_of_columns_has_no_hole() -> None:
    """All that is found when columns, series and issues are put together."""
    one, late = Count(1), Rhythm("daily")
    path = "columns/news/2026/{}.md"
    made = assembled(
        [
            column(
                numbered=True, rhythm=late, section=Name("studz"), series=(SeriesSpec("甲", 1),)
            ),
            column("a", parent=Name("b"), section=Name("完全不同")),
            column("b", parent=Name("a")),
            column("c", parent=Name("newz"), kind="notices"),
            column("d", parent=Name("完全不同")),
            closing(),
            article(path.format("1"), issue=one, series=Name("甲"), part=one),
            article(path.format("2"), issue=one, series=Name("甲"), part=one),
            article(path.format("3"), series=Name("甲"), part=Count(2)),
            article(path.format("4"), part=one),
            article(path.format("5"), series=Name("甲")),
            article("columns/c/2026/6.md", issue=one),
            article("columns/d/2026/7.md"),
        ],
        site=replace(SITE, official=True, sections=(SectionSpec("study", "学习"),)),
    )
    told = {found.rule for found in made.findings}
    assert told == {
        *("parent-missing", "parent-circle", "section-unknown", "closing-early"),
        *("column-empty", "column-overdue", "column-quiet", "official-column"),
        *("issue-missing", "issue-twice", "issue-unused"),
        *("series-missing", "part-missing", "part-twice", "part-beyond"),
    }
    for found in made.findings:
        for language in ("zh-Hans", "en"):
            reason = dict(found.values).get("reason", "")
            assert places(words(found.rule, reason, language)) <= set(dict(found.values)), found


def test_a_value_cannot_reach_into_the_words() -> None:
    """Braces in what an editor wrote are text."""
    note = finding(
        "warning", "key-unknown", "a.md", 1, 1, key="{suggestion.__class__}", suggestion="{0}"
    )
    assert "{suggestion.__class__}" in message(note, "en")
    assert "{0}" in hint(note, "zh-Hans")


def test_an_unknown_rule_still_speaks() -> None:
    """A finding of a plugin from elsewhere is shown, not lost."""
    assert "other-rule" in message(finding("error", "other-rule", "a.md"), "en")


@pytest.mark.parametrize(
    ("language", "word"), [("zh-Hans", "标题"), ("zh", "标题"), ("en", "title"), ("fr", "title")]
)
def test_the_language_chooses_the_words(language: str, word: str) -> None:
    """Chinese for Chinese, English for all others."""
    assert word in message(finding("error", "title-missing", "a.md", key="title"), language)
