"""Tags and units, and the slugs that they stand under."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.edition.slugs import slug
from tests.plugins.edition.making import (
    SLUG,
    article,
    assembled,
    column,
    edition_of,
    names,
    rules,
    tag,
    topic,
    unit,
)

FILE_NAME = 255
"""Bytes that a file name may have on Linux and on macOS."""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("重庆", "chong-qing"),
        ("重要", "zhong-yao"),
        ("会计", "kuai-ji"),
        ("会议", "hui-yi"),
        ("银行", "yin-hang"),
        ("AED", "aed"),
        ("AED 101", "aed-101"),
        ("ＡＥＤ", "aed"),
        ("急救AED", "ji-jiu-aed"),
        ("吕梁", "lv-liang"),
        ("Café", "cafe"),
        ("  a  b  ", "a-b"),
        ("♥", "2665"),
    ],
)
def test_names_are_read_by_their_phrase(name: str, expected: str) -> None:
    """Polyphones as pypinyin reads them; Latin as it is; no name without a slug."""
    assert slug(name) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_a_slug_is_plain(name: str) -> None:
    """Whatever the name, its slug is safe in a path and is not empty."""
    made = slug(name)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)


def test_a_slug_is_no_longer_than_a_file_name_may_be() -> None:
    """One long name of a unit must not keep the whole site from being built."""
    name = "中国某某省某某市某某区人民政府应急管理与红十字志愿服务工作联席会议办公室" * 3
    assert len(slug(name).encode()) <= FILE_NAME
    assert len(slug("♥" * 200).encode()) <= FILE_NAME


def test_long_names_keep_slugs_of_their_own() -> None:
    """Two long names that differ at their end alone have two pages."""
    name = "某某市应急管理与红十字志愿服务工作联席会议办公室" * 3
    assert slug(name + "一") != slug(name + "二")


def test_a_tag_is_one_group_however_often_it_is_named() -> None:
    """Articles of one tag share its page, newest first; a tag named twice counts once."""
    a = article("columns/news/2026/a.md", tags=names("重庆", "重庆"))
    b = article("columns/news/2026/b.md", "2026-01-03", tags=names("重庆"))
    edition = edition_of(a, b)
    assert [(g.slug, g.name, g.url) for g in edition.tags.values()] == [
        ("chong-qing", "重庆", "/tags/chong-qing/")
    ]
    assert [each.path for each in edition.with_tag["chong-qing"]] == [b.path, a.path]


def test_names_that_fall_on_one_address_are_a_finding_and_share_it() -> None:
    """``aed`` and ``AED`` have one page; the editor is told once for each name."""
    sources = [
        article(f"columns/news/2026/{number}.md", tags=names("AED" if number % 2 else "aed"))
        for number in range(6)
    ]
    made = assembled([column(), *sources])
    assert list(made.edition.tags) == ["aed"]
    assert len(made.edition.with_tag["aed"]) == 6
    assert [rule for rule, _ in rules(made)] == ["slug-collision"]


def test_a_tag_with_a_file_has_the_slug_of_its_choice() -> None:
    """``tags/cq.md`` sets the address, and its name is known wherever it is written."""
    edition = edition_of(tag("cq", "重庆"), article(tags=names("重庆")))
    assert list(edition.tags) == ["cq"]
    assert edition.articles[0].tags == ("cq",)
    assert edition.articles[0].view.tags[0].url == "/tags/cq/"


def test_a_name_whose_pinyin_another_file_has_is_a_finding() -> None:
    """A slug that an editor gave away is not taken without a word."""
    made = assembled([column(), tag("chong-qing", "山城"), article(tags=names("重庆"))])
    assert list(made.edition.tags) == ["chong-qing"]
    assert made.edition.tags["chong-qing"].name == "山城"
    assert rules(made) == [("slug-collision", "columns/news/2026/a.md")]


def test_a_unit_is_known_by_its_short_name_too() -> None:
    """Articles that name a unit either way are on one page; cards show the short name."""
    source = unit("first", "市消防救援一队", "一队")
    a = article("columns/news/2026/a.md", unit=names("一队")[0])
    b = article("columns/news/2026/b.md", unit=names("市消防救援一队")[0])
    edition = edition_of(source, a, b)
    assert len(edition.of_unit["first"]) == 2
    assert {each.card.unit for each in edition.articles} == {"一队"}
    links = {each.view.unit.label for each in edition.articles if each.view.unit is not None}
    assert links == {"市消防救援一队"}


def test_two_units_with_one_short_name_are_a_finding() -> None:
    """The first keeps the name."""
    made = assembled([unit("a", "消防一队", "一队"), unit("b", "救护一队", "一队")])
    assert rules(made) == [("slug-collision", "units/b.md")]


def test_a_tag_only_a_topic_asks_for_is_there() -> None:
    """A topic may be set up before its first article."""
    edition = edition_of(topic(tags=names("急救")))
    assert edition.topics[0].items == ()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["重庆", "AED", "aed", "会计", "快 机", "♥", "C++", "C"])))
def test_every_tag_of_an_article_has_a_page(tags: list[str]) -> None:
    """Whatever names there are, each article's tags are groups, each once."""
    edition = edition_of(article(tags=names(*tags)))
    slugs = edition.articles[0].tags
    assert list(dict.fromkeys(SLUG(name) for name in tags)) == list(slugs)
    assert set(slugs) == set(edition.tags)
