"""Blocks of key figures and of events in a text."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.clean import is_plain
from plugins.reading.figures import chinese_date, figure_of, partial_date, split_value

from .helpers import body

FIGURE = (
    '<dl class="key-figures"><div><dt>参加普及</dt>'
    '<dd class="figure-value"><strong>918,709</strong> 人次</dd>'
    '<dd class="figure-source">来源：浙江，<span>2021年上半年</span></dd></div></dl>'
)


@pytest.mark.parametrize("name", ["数据", "figures", "Figures", " 数据 ", ".数据"])
@pytest.mark.parametrize("bar", ["|", "｜"])
@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_figures_are_terms_with_their_values(name: str, bar: str, fence: str) -> None:
    """A label, the value under it, whose it is: in the order that they are read out."""
    line = f" {bar} ".join(("918,709 人次", "参加普及", "浙江", "2021年上半年"))
    made = body(f"{fence}{name}\n{line}\n{fence}\n")
    assert made.html == FIGURE
    assert made.findings == ()


def test_events_are_a_list_with_their_days() -> None:
    """Machines are told each day that can be told; links and emphasis are Markdown's."""
    made = body(
        "```大事记\n1859-06-24 ｜ *甲*[乙](/columns/a/_column.md)|丙\n光绪三十年 ｜ 丁\n```"
    )
    assert made.html == (
        '<ol class="timeline-block"><li><time class="timeline-date" datetime="1859-06-24">'
        '1859年6月24日</time> <span class="timeline-text"><em>甲</em>'
        '<a href="lanmu:link/0">乙</a>|丙</span></li><li><span class="timeline-date">光绪三十年'
        '</span> <span class="timeline-text">丁</span></li></ol>'
    )


def test_english_words_stand_in_an_english_text() -> None:
    """Where there is no Han in a text, days stay as they are written."""
    made = body("```figures\n12 people | trained | Red Cross | 2021-06\n```")
    origin = 'Source: Red Cross, <time datetime="2021-06">2021-06</time>'
    assert f'<dd class="figure-source">{origin}</dd>' in made.html


def test_a_line_that_cannot_be_read_is_told_where_it_stands() -> None:
    """The other lines are there; a figure without a source is shown, with a notice."""
    made = body("甲\n\n```数据\n1 ｜ 乙\n\n  坏了\n1｜2｜3｜4｜5\n```\n\n```timeline\n1859\n```\n")
    assert made.places("figure-source-missing") == [(9, 1)]
    assert made.places("figure-invalid") == [(11, 3), (12, 1)]
    assert made.places("timeline-line-invalid") == [(16, 1)]
    assert made.html.count("<dt>") == 1
    assert "<ol" not in made.html


def test_a_day_that_there_is_not_is_told_where_it_stands() -> None:
    """The line is shown as it is written."""
    made = body(
        "```大事记\n1859-13-40 ｜ 甲\n```\n\n```数据\n1 ｜ 乙 ｜ 丙 ｜ 2021年2月30日\n```\n"
    )
    assert made.places("day-missing") == [(7, 1), (11, 13)]
    assert len(made.findings) == 2
    assert "1859-13-40</span>" in made.html


def test_a_block_needs_lines_and_an_end() -> None:
    """An empty one leaves nothing; one that never ends stays what was written."""
    made = body("```数据\n\n```\n\n```大事记\n1859 ｜ 甲\n")
    assert made.places("block-empty") == [(6, 1)]
    assert made.places("block-unclosed") == [(10, 1)]
    assert "1859 ｜ 甲" in made.html


def test_a_block_begins_its_line() -> None:
    """Within a list or a note Markdown knows no fences: an editor is told."""
    made = body("- 甲\n\n    ```数据\n    1 ｜ 乙\n    ```\n\n丙 ```数据\n")
    assert made.places("block-indented") == [(8, 5)]
    assert len(made.findings) == 1


def test_a_block_within_other_code_is_code() -> None:
    """The editor's manual can show one."""
    made = body("````markdown\n```数据\n1 ｜ 甲 ｜ 乙\n```\n````\n\n```x\n~~~数据\n```\n")
    assert "<dl" not in made.html
    assert made.html.count("<pre>") == 2
    assert made.findings == ()


def test_a_block_within_raw_html_is_there() -> None:
    """Markdown looks at nothing in raw HTML, so its words stand as they are written."""
    made = body("<div>\n```数据\n1 ｜ *甲* <b onclick=x> ｜ 乙\n```\n</div>\n")
    assert "<dt>*甲* &lt;b onclick=x&gt;</dt>" in made.html


def test_other_words_around_stay() -> None:
    """A block ends the paragraph before it, and begins the one after."""
    made = body("甲\n```数据\n1 ｜ 乙 ｜ 丙\n```\n丁\n\n- 戊\n```大事记\n2020 ｜ 己\n```\n")
    assert made.html.startswith("<p>甲</p>\n<dl")
    assert "</dl>\n<p>丁</p>\n<ul>" in made.html
    assert "</ul>\n<ol" in made.html
    assert not is_plain(made.html)


def test_no_other_class_gets_through() -> None:
    """Neither through a block nor beside one; the block's own stay on their own elements."""
    made = body(
        '```数据\n1{: .masthead} ｜ <b class="masthead figure-value">甲</b> ｜ 乙{: .x}\n```\n\n'
        '<p class="timeline-block figure-value">丙</p>\n\n```大事记\n2020 ｜ 丁 {: .state}\n```\n'
    )
    classes = set(re.findall(r'class="([^"]*)"', made.html))
    named = {"key-figures", "figure-value", "figure-source", "timeline-block"}
    assert classes <= {*named, "timeline-date", "timeline-text"}
    assert "<p>丙</p>" in made.html


@pytest.mark.parametrize(
    ("written", "machine", "chinese"),
    [
        ("1859", "1859", "1859年"),
        ("1859年", "1859", "1859年"),
        ("1859-06", "1859-06", "1859年6月"),
        ("1859年6月", "1859-06", "1859年6月"),
        ("1859-06-24", "1859-06-24", "1859年6月24日"),
        ("1859/6/24", "1859-06-24", "1859年6月24日"),
        ("１８５９年 6 月 24 日", "1859-06-24", "1859年6月24日"),
    ],
)
def test_days_months_and_years_are_told(written: str, machine: str, chinese: str) -> None:
    """In the forms that HTML knows."""
    assert partial_date(written) == machine
    assert chinese_date(machine) == chinese


@pytest.mark.parametrize(
    "written",
    ["", "光绪三十年", "2021年上半年", "1859-13", "1859-02-30", "0000", "59", "1859-06/24"],
)
def test_what_is_no_day_is_not_told(written: str) -> None:
    """It is shown as it is written."""
    assert partial_date(written) == ""


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_each_day_is_told_in_each_form(date: dt.date) -> None:
    """What is told is the day that was written."""
    assert partial_date(date.isoformat()) == date.isoformat()
    assert partial_date(chinese_date(date.isoformat())) == date.isoformat()


@given(st.text())
def test_a_value_is_its_numeral_and_its_unit(value: str) -> None:
    """No character is lost, whatever an editor writes."""
    assert "".join(split_value(value)) == value


def test_values_are_parted_behind_the_numeral() -> None:
    """With the words that belong before it."""
    assert split_value("918,709 人次") == ("918,709", " 人次")
    assert split_value("约4.6万小时") == ("约4.6", "万小时")
    assert split_value("五万人") == ("五万人", "")


@pytest.mark.parametrize("cells", [[], ["1"], ["", "甲"], ["1", ""], ["1", "2", "3", "4", "5"]])
def test_a_figure_needs_a_value_and_a_label(cells: list[str]) -> None:
    """And has four parts at most."""
    assert figure_of(cells) is None
