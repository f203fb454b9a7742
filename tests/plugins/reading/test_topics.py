"""The front matter of topics: lists, queries, blocks, figures, events, a film."""

import datetime as dt

import pytest
from msgspec.structs import replace

from plugins.edition import sources as s
from plugins.edition import specs

from .helpers import Read, front


def topic(lines: str) -> Read:
    """Read a topic with these lines under its title, which is line 2."""
    return front(f"title: 题\n{lines}", "topics/t.md")


def source(lines: str) -> s.TopicSource:
    """What comes of such a topic, without a finding."""
    made = topic(lines)
    assert made.findings == ()
    assert isinstance(made.source, s.TopicSource)
    return made.source


def told(made: Read) -> list[tuple[str, str]]:
    """Rules broken, with their reasons."""
    return [(f.rule, dict(f.values).get("reason", "")) for f in made.findings]


def test_files_and_addresses_stand_in_one_list() -> None:
    """In the order given; an address alone is its own title."""
    made = source(
        "内容:\n  - /columns/a/2021/b.md\n  - https://e.org/x\n  - galleries/g/index.md\n"
        "  - {标题: 外, 网址: https://e.org/y, 日期: 2021-07-01, 来源: 某报, 附注: 英文}"
    )
    assert [spec.file.target for spec in made.listed] == [
        "columns/a/2021/b.md",
        "",
        "galleries/g/index.md",
        "",
    ]
    assert made.listed[1].title == made.listed[1].file.written == "https://e.org/x"
    outside = made.listed[3]
    place = outside.file.place
    assert outside == specs.ListedSpec(
        specs.Reference("https://e.org/y", "", "", place), "外", dt.date(2021, 7, 1), "某报", "英文"
    )
    assert (place.line, place.column) == (7, 17)


def test_a_query_has_its_conditions() -> None:
    """Names in a list or a line, the days both counted."""
    made = source(
        "查询:\n  栏目: 急救、党建\n  标签: [甲, 乙]\n  单位: 丙\n"
        "  起: 2021-01-01\n  止: 2021-12-31"
    )
    query = made.query
    assert query is not None
    assert [name.text for name in query.columns] == ["急救", "党建"]
    assert [name.text for name in query.tags] == ["甲", "乙"]
    assert [name.text for name in query.units] == ["丙"]
    assert (query.since, query.until) == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    assert query.columns[0].place == specs.Place(4, 7)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("query: 甲", [("value-invalid", "query")]),
        ("query: {tags: }", [("value-invalid", "query")]),
        ("query: {tags: {a: b}, columns: 甲}", [("value-invalid", "names")]),
        ("query: {from: 2021-02-01, until: 2021-01-01}", [("value-invalid", "until")]),
        ("query: {tag: 甲, columns: 乙}", [("key-unknown", "")]),
    ],
)
def test_a_query_that_cannot_be_read_lets_nothing_in(
    lines: str, expected: list[tuple[str, str]]
) -> None:
    """A condition that was lost must not make a topic of everything."""
    made = topic(lines)
    assert told(made) == expected
    assert isinstance(made.source, s.TopicSource)
    assert (made.source.query is None) == (expected[0][0] != "key-unknown")


def test_blocks_have_names_in_both_languages_and_titles() -> None:
    """Each alone, or with a title; or all in one line."""
    made = source("版块:\n  - 头条\n  - timeline: 一百年\n  - {图集: 影像}")
    assert [(b.kind, b.title) for b in made.blocks] == [
        ("headline", ""),
        ("timeline", "一百年"),
        ("gallery", "影像"),
    ]
    in_line = source("blocks: 最新、数据，Video")
    assert [block.kind for block in in_line.blocks] == ["latest", "figures", "video"]


def test_what_is_no_block_is_told_with_what_is_meant() -> None:
    """At its line and column; the others stay."""
    made = topic("blocks:\n  - headlines\n  - 最新: {a: b}\n  - 大事\n  - 最新\n  - latest")
    assert made.places("topic-block-unknown") == [(4, 5), (6, 5)]
    suggested = [dict(f.values).get("suggestion") for f in made.findings if "unknown" in f.rule]
    assert suggested == ["headline", "大事记"]
    assert made.places("value-invalid") == [(5, 5)]
    assert made.places("topic-block-double") == [(8, 5)]
    assert isinstance(made.source, s.TopicSource)
    assert [block.kind for block in made.source.blocks] == ["latest"]


def test_figures_and_events_are_lines_or_mappings() -> None:
    """Both forms give the same."""
    made = source(
        "数据:\n  - 1,600 支 ｜ 队伍 ｜ 浙江 ｜ 2021\n"
        "  - {数值: 1 600 支, 名目: 队伍, 来源: 浙江, 日期: 2021}\n"
        "大事记:\n  - 1859-06-24 ｜ 战役｜在意大利\n"
        "  - {日期: 1859年6月24日, 事件: 战役, 链到: /columns/a/2021/b.md}"
    )
    assert made.figures[0] == specs.FigureSpec("1,600", " 支", "队伍", "浙江", "2021", "2021")
    assert made.figures[1].label == "队伍"
    assert made.timeline[0] == specs.EventSpec("1859-06-24", "1859-06-24", "战役｜在意大利")
    assert made.timeline[1].when == "1859-06-24"
    assert made.timeline[1].to is not None
    assert made.timeline[1].to.target == "columns/a/2021/b.md"


def test_a_film_has_an_address_at_least() -> None:
    """Written alone it is enough."""
    made = source(
        "视频: {标题: 片, 网址: https://v.example/, 时长: 3分,"
        " 封面: {文件: /media/p.jpg, 替代文字: 图}}"
    )
    assert made.video is not None
    assert (made.video.title, made.video.duration) == ("片", "3分")
    assert made.video.poster is not None
    bare = source("video: {url: https://v.example/}").video
    assert bare is not None
    assert (bare.kind, bare.url, bare.title) == ("video", "https://v.example/", "")


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("articles: [{title: 甲}]", "outside"),
        ("articles: [{url: 甲}]", "url"),
        ("figures: [甲]", "figures"),
        ("figures: [[甲]]", "figures"),
        ("figures: [{value: 1}]", "figures"),
        ("timeline: [1859]", "timeline"),
        ("timeline: [{date: 1859}]", "timeline"),
        ("video: {title: 甲}", "media"),
        ("video: {url: 甲}", "url"),
        ("started: 2021-02-01\nended: 2021-01-01", "ended"),
    ],
)
def test_what_is_not_whole_is_left_out_and_told(lines: str, reason: str) -> None:
    """The topic itself stays."""
    made = topic(lines)
    assert told(made) == [("value-invalid", reason)]
    assert all(finding.line >= 3 for finding in made.findings)
    empty = topic("")
    assert isinstance(empty.source, s.TopicSource)
    assert isinstance(made.source, s.TopicSource)
    assert made.source == replace(empty.source, started=made.source.started)


@pytest.mark.parametrize("day", ["2026-13-01", "2026年2月30日", "２０２６-02-30", "0000"])
def test_a_day_that_there_is_not_is_shown_and_told(day: str) -> None:
    """Of an event and of a figure; a date in other words is no such fault."""
    made = topic(f"timeline:\n  - {day} ｜ 甲\n  - 光绪三十年 ｜ 乙\nfigures: [1｜甲｜乙｜{day}]")
    assert made.places("day-missing") == [(4, 5), (6, 11)]
    assert len(made.findings) == 2
    assert isinstance(made.source, s.TopicSource)
    assert [event.when for event in made.source.timeline] == ["", ""]
    assert made.source.timeline[0].date == day


def test_a_figure_without_a_source_is_shown_with_a_notice() -> None:
    """Whose figure it is should be said."""
    made = topic("figures:\n  - 1 ｜ 甲")
    assert made.places("figure-source-missing") == [(4, 5)]
    assert isinstance(made.source, s.TopicSource)
    assert len(made.source.figures) == 1
