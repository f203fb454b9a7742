"""``corrections`` of an article."""

from plugins.edition import sources as s
from plugins.edition.specs import CorrectionSpec

from .helpers import read

HEAD = "---\nid: a\ntitle: 甲\ndate: 2026-01-02\n"


def told(lines: str) -> tuple[list[tuple[str, str]], list[tuple[str, int]]]:
    """Days and texts that are read, and what is found: rule, line."""
    result = read(f"{HEAD}{lines}\n---\n正文\n", "columns/news/2026/a.md")
    assert isinstance(result.source, s.ArticleSource)
    assert all(isinstance(each, CorrectionSpec) for each in result.source.corrections)
    made = [(f"{each.date.when:%Y-%m-%d}", each.text) for each in result.source.corrections]
    return made, [(found.rule, found.line) for found in result.findings]


def test_one_or_several_are_read() -> None:
    """Under English and Chinese names."""
    assert told("corrections:\n  date: 2026-01-03\n  text: 甲应为乙。") == (
        [("2026-01-03", "甲应为乙。")],
        [],
    )
    lines = "更正:\n- {日期: 2026-01-03, 说明: 甲}\n- {日期: 2026年1月4日, 内容: 乙}"
    assert told(lines) == ([("2026-01-03", "甲"), ("2026-01-04", "乙")], [])


def test_what_is_not_whole_is_told_and_left_out() -> None:
    """The others stay."""
    lines = "corrections:\n- 甲\n- {text: 乙}\n- {date: 2026-01-03}\n- {date: 2026-01-03, text: 丙}"
    made, found = told(lines)
    assert made == [("2026-01-03", "丙")]
    assert found == [("value-invalid", line) for line in (6, 7, 8)]
