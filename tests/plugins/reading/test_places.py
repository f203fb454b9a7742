"""Where a file lies decides what it is."""

import pytest

from plugins.edition import sources as s
from plugins.reading.places import suggest_slug
from plugins.reading.reader import kind_of

from .helpers import front, read


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("site.toml", s.SiteSource),
        ("columns/first-aid/_column.md", s.ColumnSource),
        ("columns/first-aid/2021/aed.md", s.ArticleSource),
        ("columns/first-aid/2021/aed/index.md", s.ArticleSource),
        ("units/lishui.md", s.UnitSource),
        ("tags/core-work.md", s.TagSource),
        ("pages/about.md", s.PageSource),
        ("topics/centenary.md", s.TopicSource),
        ("on-this-day/red-cross/_almanac.md", s.AlmanacSource),
        ("on-this-day/red-cross/05-08-dunant.md", s.EntrySource),
        ("galleries/spring/index.md", s.GallerySource),
        ("columns/first-aid/aed.md", None),
        ("columns/first-aid/2021/aed/other.md", None),
        ("columns/first-aid/2021/index.md", None),
        ("columns/first-aid/21/aed.md", None),
        ("columns/first-aid/2021/_draft.md", None),
        ("columns/first-aid/٢٠٢١/aed.md", None),
        ("galleries/spring.md", None),
        ("on-this-day/red-cross/dunant.md", None),
        ("README.md", None),
        ("other/site.toml", None),
    ],
)
def test_kind_follows_the_place(path: str, kind: type[s.Source] | None) -> None:
    """Every place of the house has its kind, and no other place has one."""
    assert kind_of(path) is kind


def test_a_text_in_no_place_is_told() -> None:
    """A Markdown file that no page is made of must not be lost in silence."""
    result = read("---\ntitle: x\n---\n", "columns/first-aid/aed.md")
    assert result.source is None
    assert [(n.rule, n.severity) for n in result.findings] == [("place-unknown", "warning")]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("AED Guide", "aed-guide"),
        ("Été_2021", "ete-2021"),
        ("急救", ""),
        ("2021年报告", ""),
        ("ＡＥＤ", "aed"),
    ],
)
def test_a_slug_is_suggested_where_ascii_can_be_had(name: str, suggestion: str) -> None:
    """A suggestion is made of what the name says in ASCII, or not at all."""
    assert suggest_slug(name) == suggestion


@pytest.mark.parametrize("name", ["AED", "急救", "a b", "a_b", "-a", "a-", "é"])
def test_a_name_that_is_no_slug_leaves_the_file_out(name: str) -> None:
    """What becomes part of an address is lower-case ASCII."""
    result = front("id: a\ntitle: x\ndate: 2021-01-01", f"columns/first-aid/2021/{name}.md")
    assert result.source is None
    assert result.rules == ["slug-invalid"]


def test_names_from_the_path_reach_the_value() -> None:
    """Column, year and slug come from the folders, and the id too where none is given."""
    result = front("title: x\ndate: 2021-01-01", "columns/first-aid/2021/aed/index.md")
    assert isinstance(result.source, s.ArticleSource)
    assert result.source.column == "first-aid"
    assert result.source.year == "2021"
    assert result.source.slug == "aed"
    assert result.source.id == "first-aid/2021/aed"
    assert [(n.rule, n.severity) for n in result.findings] == [("id-missing", "notice")]


def test_a_day_that_no_year_has_is_told() -> None:
    """An entry's file name begins with a day of the year; 29 February is one."""
    text = "title: x\ndate: 1904-02-29"
    assert front(text, "on-this-day/a/02-29-x.md").source is not None
    assert front(text, "on-this-day/a/02-30-x.md").rules == ["day-invalid"]
