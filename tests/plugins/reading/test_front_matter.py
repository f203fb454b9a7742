"""Front matter: keys, values, and the places of what is wrong in them."""

import datetime as dt

import pytest

from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.dates import When
from plugins.reading.keys import KEYS, names_of
from plugins.reading.moments import parse_moment

from .helpers import PATH, Read, front, read

MUST = "id: a\ntitle: 题目\ndate: 2021-07-15\n"


def article(lines: str) -> s.ArticleSource:
    """Read front matter that has nothing wrong in it."""
    result = front(MUST + lines)
    assert result.rules == []
    assert isinstance(result.source, s.ArticleSource)
    return result.source


def test_all_keys_of_an_article() -> None:
    """Each key reaches its field."""
    got = article(
        "updated: 2021-07-16 08:00\nstatus: draft\ntags: [急救, 培训]\n"
        "related: /columns/a/2020/b.md\nunit: 丽水\n"
        "author: [甲, 乙]\neditor: 丙\nsource: {name: 新华社, url: https://example.org/a}\n"
        "summary: |\n  一句话，\n  两行。\n"
        "lead_image:\n  src: ../p.jpg\n  alt: 图\n  caption: 说\n  credit: 丁"
    )
    assert got.updated is not None
    assert got.updated.when.isoformat() == "2021-07-16T08:00:00"
    assert got.status == "draft"
    assert [t.text for t in got.tags] == ["急救", "培训"]
    assert got.related == (
        specs.Reference("/columns/a/2020/b.md", "columns/a/2020/b.md", "", specs.Place(8, 10)),
    )
    assert got.unit is not None
    assert (got.unit.text, got.author, got.editor) == ("丽水", "甲、乙", "丙")
    assert got.source == specs.SourceSpec("新华社", "https://example.org/a")
    assert got.summary == "一句话，两行。"
    assert got.lead is not None
    assert got.lead.file.target == "columns/first-aid/p.jpg"
    assert (got.lead.notes.alt, got.lead.notes.caption, got.lead.notes.credit) == ("图", "说", "丁")


@pytest.mark.parametrize("kind", KEYS, ids=lambda kind: kind.__name__)
def test_every_alias_means_one_key(kind: type[s.Source]) -> None:
    """Within a kind no two keys share a name."""
    keys = KEYS[kind]
    assert len(names_of(keys)) == sum(1 + len(key.aliases) for key in keys)


def test_chinese_keys_and_colons_mean_the_same() -> None:
    """A file in Chinese keys with full-width colons reads as one in English keys."""
    english = read(
        "---\nid: a\ntitle: 题目\ndate: 2021-07-15\nstatus: draft\ntags: 急救、培训\n"
        "source:\n  name: 甲\n  url: https://e.org\nlead_image:\n  src: p.jpg\n  alt: 图\n---\n"
    )
    chinese = read(
        "---\n编号：a\n标题：题目\n日期： 2021年7月15日\n状态：草稿\n标签：急救、培训\n"
        "来源：\n  名称：甲\n  网址：https://e.org\n题图：\n  文件：p.jpg\n  替代文字：图\n---\n"
    )
    assert isinstance(english.source, s.ArticleSource)
    assert isinstance(chinese.source, s.ArticleSource)
    for name in ("id", "title", "status", "source", "author"):
        assert getattr(english.source, name) == getattr(chinese.source, name)
    assert [t.text for t in chinese.source.tags] == ["急救", "培训"]
    assert chinese.source.date.when == english.source.date.when
    assert chinese.source.lead is not None
    assert chinese.source.lead.notes.alt == "图"


def test_a_full_width_colon_shifts_no_column() -> None:
    """Columns are those of the file, not of the text that YAML was given."""
    result = front("id：a\n标题：x\n日期：2021-13-01\n标签：甲、 乙")
    assert result.places("date-invalid") == [(4, 4)]
    fine = front("id：a\n标题：x\n日期：2021-01-01\n标签：甲、 乙").source
    assert isinstance(fine, s.ArticleSource)
    assert [(t.place.line, t.place.column) for t in fine.tags] == [(5, 4), (5, 7)]


def test_a_block_of_text_keeps_its_colons() -> None:
    """What stands in a block scalar is text, though it looks like a key."""
    assert article("summary: |\n  来源：甲\n  说明：乙").summary == "来源：甲说明：乙"


def test_a_title_may_have_a_full_width_colon() -> None:
    """A subtitle after a full-width colon belongs to the title."""
    result = front("id: a\n标题：急救：第一步\ndate: 2021-01-01")
    assert isinstance(result.source, s.ArticleSource)
    assert result.source.title == "急救：第一步"


@pytest.mark.parametrize(
    ("written", "when", "timed"),
    [
        ("2021-07-15", "2021-07-15T00:00:00", False),
        ("2021-07-15 09:30", "2021-07-15T09:30:00", True),
        ("2021-07-15 9:30:05", "2021-07-15T09:30:05", True),
        ("2021-07-15T09:30:00Z", "2021-07-15T09:30:00+00:00", True),
        ("2021-07-15 09:30 +08:00", "2021-07-15T09:30:00+08:00", True),
        ("2021-07-15T09:30:00.5+0800", "2021-07-15T09:30:00+08:00", True),
        ("2021/7/15", "2021-07-15T00:00:00", False),
        ("2021.7.15", "2021-07-15T00:00:00", False),
        ("2021年7月15日", "2021-07-15T00:00:00", False),
        ("2021年7月15日9:30", "2021-07-15T09:30:00", True),
        ("2021年7月15日 9：30", "2021-07-15T09:30:00", True),
        ("２０２１－０７－１５", "2021-07-15T00:00:00", False),
    ],
)
def test_dates_as_editors_write_them(written: str, when: str, timed: bool) -> None:
    """Each form gives the moment it says, naive without an offset."""
    got = parse_moment(written)
    assert got is not None
    assert got.when == dt.datetime.fromisoformat(when)
    assert got.timed is timed


@pytest.mark.parametrize(
    "written",
    ["2021-02-29", "2021-13-01", "2021-7", "昨天", "15/7/2021", "2021-07/15", "2021-07-15 25:00",
     "0000-01-01", "0001-01-01 00:00 +08:00", "20210715", "2021-07-15 09:30 +99:00", "[2021]"],
)  # fmt: skip
def test_impossible_dates_are_errors(written: str) -> None:
    """A day that does not exist leaves the file out, told at its place."""
    result = front(f"id: a\ntitle: x\ndate: {written}")
    assert result.source is None
    assert result.places("date-invalid") == [(4, 7)]


@pytest.mark.parametrize(
    ("lines", "rule", "place"),
    [
        ("title: x\nid: a", "date-missing", (2, 1)),
        ("date: 2021-01-01\nid: a", "title-missing", (2, 1)),
        ("title:\ndate: 2021-01-01\nid: a", "title-missing", (2, 7)),
        ("title: x\ndate: ~\nid: a", "date-missing", (3, 7)),
        (MUST + "status: drafft", "status-invalid", (5, 9)),
        (MUST + "status:", "status-invalid", (5, 8)),
        (MUST + "statuss: draft", "key-unknown", (5, 1)),
        (MUST + "发不: 草稿", "key-unknown", (5, 1)),
        (MUST + "status: draft\n状态: 已发布", "key-duplicate", (6, 1)),
        (MUST + "updated: 昨天", "date-invalid", (5, 10)),
        ("title: 红十字: 救援", "front-matter-invalid", (2, 11)),
        ("title: x\n\tdate: 2021", "front-matter-invalid", (3, 1)),
        ("title: 'x", "front-matter-invalid", (2, 8)),
        ("tags: [a, b", "front-matter-invalid", (2, 7)),
        ("title: @x", "front-matter-invalid", (2, 8)),
        ("title: &a x", "front-matter-invalid", (2, 8)),
        ("title: *a", "front-matter-invalid", (2, 8)),
        ("title: !!python/object x", "front-matter-invalid", (2, 8)),
        ("? [a]\n: x", "front-matter-invalid", (2, 3)),
        ("a: " + "[" * 20, "front-matter-invalid", (2, 12)),
    ],
)
def test_errors_leave_the_file_out(lines: str, rule: str, place: tuple[int, int]) -> None:
    """Each of these is an error at its line and column, and the file has no value."""
    result = front(lines)
    assert result.source is None
    found = [(n.severity, n.line, n.column) for n in result.findings if n.rule == rule]
    assert found == [("error", *place)]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("title: 红十字: 救援", "colon"),
        ("title: x\n\tdate: 2021", "tab"),
        ('title: "x', "quote"),
        ("tags: [a", "bracket"),
        ("title: %x", "sign"),
        ("a: b\n  c\nd", "indent"),
        ("title: *a", "alias"),
    ],
)
def test_an_unreadable_line_is_told_by_its_cause(lines: str, reason: str) -> None:
    """The hint that an editor gets is that for the mistake made."""
    (note,) = front(lines).findings
    assert dict(note.values)["reason"] == reason


@pytest.mark.parametrize(
    ("lines", "rule", "place"),
    [
        ("tagz: x", "key-unknown", (5, 1)),
        ("tags: a\n标签: b", "key-duplicate", (6, 1)),
        ("summary: [a]", "value-invalid", (5, 10)),
        ("source: {url: ftp://x}", "value-invalid", (5, 15)),
        ("lead_image: [a.jpg]", "value-invalid", (5, 13)),
        ("lead_image: {alt: x}", "value-invalid", (5, 13)),
        ("lead_image: ../../../../x.jpg", "picture-outside", (5, 13)),
        ("lead_image: https://e.org/x.jpg", "picture-remote", (5, 13)),
        ("tags: {a: b}", "value-invalid", (5, 7)),
        ("tags: [[a]]", "value-invalid", (5, 8)),
        ('summary: "a\\u0007b"', "control-character", (5, 10)),
    ],
)
def test_warnings_keep_the_file(lines: str, rule: str, place: tuple[int, int]) -> None:
    """A fault in what may be left empty costs that field alone."""
    result = front(MUST + lines)
    assert result.source is not None
    assert [(n.severity, n.line, n.column) for n in result.findings if n.rule == rule] == [
        ("warning", *place)
    ]


@pytest.mark.parametrize(
    ("key", "suggestion"), [("titel", "title"), ("sumary", "summary"), ("责任编缉", "责任编辑")]
)
def test_did_you_mean(key: str, suggestion: str) -> None:
    """An unknown key comes with the nearest known one, in the language it was written in."""
    note = next(n for n in front(f"{MUST}{key}: x").findings if n.rule == "key-unknown")
    assert dict(note.values) == {"key": key, "suggestion": suggestion}


def test_a_control_character_never_reaches_a_value() -> None:
    """Feeds would be invalid with one, however it was written."""
    got = front('id: a\ndate: 2021-01-01\ntitle: "a\\u0007\\u202eb"').source
    assert isinstance(got, s.ArticleSource)
    assert got.title == "ab"


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        ("", "front-matter-missing", 1),
        ("正文\n---\n", "front-matter-missing", 1),
        ("---\ntitle: x\n", "front-matter-unclosed", 1),
        ("\n\n---\ntitle: x\n", "front-matter-unclosed", 3),
        ("----\ntitle: x\n----\n", "front-matter-missing", 1),
    ],
)
def test_front_matter_must_be_there(data: str, rule: str, line: int) -> None:
    """A file without its front matter is an error that says where it should begin."""
    result = read(data)
    assert [(n.rule, n.line) for n in result.findings] == [(rule, line)]


def test_the_folder_and_the_date_should_agree() -> None:
    """An article of another year than its folder's stays, with a notice."""
    result = front("id: a\ntitle: x\ndate: 2020-01-01")
    assert result.source is not None
    assert [(n.rule, n.severity) for n in result.findings] == [("year-folder", "notice")]
    assert front("id: a\ntitle: x\ndate: 1850-01-01").rules == ["date-strange"]


ENTRY = "title: 事\ndate: 1828-05-08\nsources: [甲, {name: 乙, url: https://e.org}]\n"
COLUMN = "name: 栏\nname_en: C\n简介: 说\nstarted: 2018-01-01\nended: 2020-01-01\n"
OTHERS: list[tuple[str, str, dict[str, object]]] = [
    (
        "columns/a/_column.md",
        COLUMN + "order: 2\naccent: teal",
        {"slug": "a", "name": "栏", "description": "说", "order": 2, "accent": "teal",
         "started": dt.date(2018, 1, 1), "ended": dt.date(2020, 1, 1)},
    ),
    (
        "units/u.md",
        "名称: 单位\n简称: 单\n网址: https://e.org",
        {"name": "单位", "short": "单", "url": "https://e.org"},
    ),
    ("tags/t.md", "name: 标", {"slug": "t", "name": "标"}),
    (
        "pages/p.md",
        "title: 页\norder: 3\nstatus: draft",
        {"title": "页", "order": 3, "status": "draft"},
    ),
    ("on-this-day/a/_almanac.md", "name: 历\norder: -1", {"slug": "a", "order": -1}),
    (
        "on-this-day/a/05-08-x.md",
        ENTRY + "importance: 5\ntags: 人、事",
        {"almanac": "a", "slug": "x", "date": When(1828, 5, 8), "importance": 5,
         "tags": ("人", "事"),
         "sources": (specs.SourceSpec("甲"), specs.SourceSpec("乙", "https://e.org"))},
    ),
    (
        "galleries/g/index.md",
        "title: 影\ndate: 2021-05-01\nid: g",
        {"slug": "g", "id": "g", "photos": ()},
    ),
    ("topics/t.md", "title: 题\ntags: 甲", {"slug": "t", "title": "题", "listed": ()}),
]  # fmt: skip


@pytest.mark.parametrize(("path", "lines", "fields"), OTHERS, ids=[o[0] for o in OTHERS])
def test_other_kinds(path: str, lines: str, fields: dict[str, object]) -> None:
    """Each kind of source reads its keys."""
    result = front(lines, path)
    assert result.rules == []
    assert {name: getattr(result.source, name) for name in fields} == fields


def test_a_colour_that_the_theme_lacks_is_told() -> None:
    """The column then takes the first colour."""
    for line, rules in (("", []), ("accent: puce", ["value-invalid"])):
        result = front(f"name: 栏\n{line}", "columns/a/_column.md")
        assert isinstance(result.source, s.ColumnSource)
        assert (result.source.accent, result.rules) == ("red", rules)


def test_photos_and_articles_are_references() -> None:
    """A gallery names its photographs by file, a topic its articles from the top."""
    gallery = front(
        "id: g\ntitle: x\ndate: 2021-05-01\nphotos:\n  - a.jpg\n  - {src: b.jpg, alt: 乙}",
        "galleries/g/index.md",
    )
    assert isinstance(gallery.source, s.GallerySource)
    assert [p.file.target for p in gallery.source.photos] == [
        "galleries/g/a.jpg",
        "galleries/g/b.jpg",
    ]
    assert gallery.rules == []
    covered = front(
        "id: g\ntitle: x\ndate: 2021-05-01\ncover: b.jpg\nphotos:\n  - {src: b.jpg, alt: 乙}",
        "galleries/g/index.md",
    )
    assert covered.rules == []
    assert isinstance(covered.source, s.GallerySource)
    assert covered.source.cover is not None
    assert covered.source.cover.notes.alt == "乙"
    topic = front(
        "title: x\narticles:\n  - /columns/a/2021/b.md\n  - columns/a/2021/c.md\n  - ../x.md",
        "topics/t.md",
    )
    assert isinstance(topic.source, s.TopicSource)
    targets = [spec.file.target for spec in topic.source.listed]
    assert targets == ["columns/a/2021/b.md", "columns/a/2021/c.md"]
    assert topic.places("link-outside") == [(6, 5)]


def test_the_reading_of_one_file_names_that_file() -> None:
    """Every finding carries the path it was read from."""
    result: Read = front("title: [", "pages/p.md")
    assert {note.path for note in result.findings} == {"pages/p.md"}
    assert PATH not in {note.path for note in result.findings}
