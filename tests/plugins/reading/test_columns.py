"""What columns and numbered articles say of themselves, as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition import sources as s
from plugins.edition import specs
from plugins.reading.columns import parse_count, parse_rhythm

from .helpers import front, read

COLUMN = "columns/a/_column.md"
ARTICLE = "id: a\ntitle: 题目\ndate: 2021-07-15\n"


def column(lines: str) -> s.ColumnSource:
    """A column of sound front matter; its own lines begin in line 3."""
    result = front(f"name: 栏\n{lines}", COLUMN)
    assert result.findings == ()
    assert isinstance(result.source, s.ColumnSource)
    return result.source


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("12", 12), ("第12期", 12), ("第 2 篇", 2), ("第１２期", 12)),
        *(("第十二期", 12), ("第二期", 2), ("二十篇", 20), ("第九十九讲", 99)),
        *((text, None) for text in ("0", "第二三期", "第百期", "-1", "12345", "1.5", "", "٣")),
    ],
)
def test_a_number(text: str, number: int | None) -> None:
    """As a number, or as readers will see it."""
    assert parse_count(text) == number


@given(st.integers(1, 9999), st.sampled_from(["{}", "第{}期", "第{}篇", "{}期"]))
def test_every_number_from_one(number: int, form: str) -> None:
    """Whichever way it is written."""
    assert parse_count(form.format(number)) == number


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("weekly", specs.Rhythm("weekly")),
        ("Weekly", specs.Rhythm("weekly")),
        ("每两周", specs.Rhythm("fortnightly")),
        ("每月", specs.Rhythm("monthly")),
        ("每半年", specs.Rhythm("half-yearly")),
        ("每月5日、20日", specs.Rhythm("", (5, 20))),
        ("每月20号和5号", specs.Rhythm("", (5, 20))),
        ("5, 20", specs.Rhythm("", (5, 20))),
        ("5，5", specs.Rhythm("", (5,))),
        ("31", specs.Rhythm("", (31,))),
        ("32", None),
        ("0", None),
        ("每月0日", None),
        ("有空就更新", None),
        ("", None),
    ],
)
def test_a_rhythm(text: str, rhythm: specs.Rhythm | None) -> None:
    """A period or days of the month."""
    assert parse_rhythm(text) == rhythm


@given(st.sets(st.integers(1, 31), min_size=1), st.sampled_from(["、", "，", ", "]))
def test_every_list_of_days(days: set[int], between: str) -> None:
    """In any number and however parted."""
    plain = between.join(map(str, days))
    told = between.join(f"{day}日" for day in days)
    assert (
        parse_rhythm(plain) == parse_rhythm(f"每月{told}") == specs.Rhythm("", tuple(sorted(days)))
    )


def test_a_column_says_all_of_itself() -> None:
    """In Chinese as in English, each with the place that a finding needs."""
    chinese = column(
        "频道: 救护\n上级栏目: top\n排列: 最早在前\n编号: 是\n更新频率: 每月5日、20日\n类型: 通知\n"
        "责任编辑: [甲, 乙]\n联系方式: a@news.example\n系列:\n  - 名称: 讲座\n    篇数: 第5篇\n"
        "    简介: 五讲\n  - 随笔\n"
    )
    english = column(
        "section: 救护\nparent: top\nsort: oldest\nnumbered: true\nrhythm: [5, 20]\nkind: notices\n"
        "editor: 甲、乙\ncontact: a@news.example\nseries:\n  - name: 讲座\n    parts: 5\n"
        "    description: 五讲\n  - 随笔\n"
    )
    assert chinese.section == specs.Name("救护", specs.Place(3, 5))
    assert chinese.name_place == specs.Place(2, 7)
    assert chinese.rhythm == specs.Rhythm("", (5, 20), specs.Place(7, 7))
    assert chinese.series == (specs.SeriesSpec("讲座", 5, "五讲"), specs.SeriesSpec("随笔"))
    for name in ("sort", "numbered", "kind", "editor", "contact", "series"):
        assert getattr(chinese, name) == getattr(english, name), name
    assert (english.sort, english.numbered, english.kind) == ("oldest", True, "notices")
    assert english.editor == "甲、乙"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("sort: 随便", "sort"),
        ("numbered: 也许", "flag"),
        ("rhythm: 常常", "rhythm"),
        ("rhythm: {a: b}", "rhythm"),
        ("rhythm: [5, 32]", "rhythm"),
        ("kind: 其他", "kind"),
        ("series: [{parts: 3}]", "series"),
        ("series: [[a]]", "series"),
        ("series: [{name: 讲座, parts: 很多}]", "count"),
        ("series: [讲座, 讲座]", "series-twice"),
    ],
)
def test_what_is_not_understood_is_told_and_passed_over(line: str, reason: str) -> None:
    """On its line; the column is there without it."""
    result = front(f"name: 栏\n{line}", COLUMN)
    assert isinstance(result.source, s.ColumnSource)
    (finding,) = result.findings
    assert (finding.rule, finding.severity, finding.line) == ("value-invalid", "warning", 3)
    assert dict(finding.values)["reason"] == reason


def test_a_column_that_ends_before_it_starts_is_told_on_the_line() -> None:
    """The end is passed over, so that the column still runs."""
    result = front("name: 栏\nstarted: 2021-05-01\nended: 2021-04-30", COLUMN)
    assert result.places("value-invalid") == [(4, 8)]
    assert isinstance(result.source, s.ColumnSource)
    assert result.source.ended is None


def test_an_article_says_its_numbers() -> None:
    """With their places; a number that is none is told, and the article stands."""
    result = front(f"{ARTICLE}期号: 第12期\n系列: 讲座\n第几篇: 2")
    assert result.findings == ()
    assert isinstance(result.source, s.ArticleSource)
    assert result.source.issue == specs.Count(12, specs.Place(5, 5))
    assert result.source.series == specs.Name("讲座", specs.Place(6, 5))
    assert result.source.part == specs.Count(2, specs.Place(7, 6))
    wrong = front(f"{ARTICLE}issue: 年末")
    assert wrong.places("value-invalid") == [(5, 8)]
    assert isinstance(wrong.source, s.ArticleSource)
    assert wrong.source.issue is None


def test_a_closing_note_is_a_text_with_a_status() -> None:
    """Its ids are none of the opener's, beside which it stands."""
    result = read("---\n状态: 草稿\n---\n## 谢谢\n\n见[上](#谢谢)。\n", "columns/a/_closing.md")
    assert result.findings == ()
    assert isinstance(result.source, s.ClosingSource)
    assert (result.source.column, result.source.status) == ("a", "draft")
    assert result.source.text.ids == ("closing-谢谢",)
    assert 'href="#closing-谢谢"' in result.html


SECTIONS = """name = "周报"
[[sections]]
slug = "rescue"
name = "救护"
[[sections]]
slug = "%s"
name = "%s"
"""


@pytest.mark.parametrize(
    ("slug", "name", "rule", "line"),
    [
        ("Rescue", "学习", "value-invalid", 6),
        ("study", "", "value-invalid", 7),
        ("rescue", "学习", "section-twice", 6),
        ("study", "救护", "section-twice", 7),
    ],
)
def test_a_section_that_cannot_stand_is_passed_over(
    slug: str, name: str, rule: str, line: int
) -> None:
    """With a warning on its line; the site is there with the others."""
    result = read(SECTIONS % (slug, name), "site.toml")
    assert isinstance(result.source, s.SiteSource)
    assert result.source.sections == (specs.SectionSpec("rescue", "救护"),)
    assert [(f.rule, f.severity, f.line) for f in result.findings] == [(rule, "warning", line)]
    sound = read(SECTIONS % ("study", "学习"), "site.toml")
    assert isinstance(sound.source, s.SiteSource)
    assert [section.name for section in sound.source.sections] == ["救护", "学习"]
