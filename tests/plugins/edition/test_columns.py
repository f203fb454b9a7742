"""Columns: where each is in its life, what it belongs to, what it says at its end."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.columns import pieces
from plugins.edition.sources import Source
from plugins.edition.specs import Name, Place, SectionSpec

from .making import NOW, SITE, article, assembled, closing, column, frame, page, rules, to

TODAY = NOW.date()
DAY = dt.timedelta(1)
SECTIONS = replace(SITE, sections=(SectionSpec("rescue", "救护"), SectionSpec("study", "学习")))


def named(text: str) -> Name:
    """A name on line 4."""
    return Name(text, Place(4, 9))


@pytest.mark.parametrize(
    ("started", "ended", "phase"),
    [
        (None, None, "running"),
        (TODAY + DAY, None, "announced"),
        (TODAY, TODAY, "running"),
        (TODAY - 9 * DAY, TODAY - DAY, "closed"),
        (None, TODAY - DAY, "closed"),
    ],
)
def test_a_column_has_a_life(started: dt.date | None, ended: dt.date | None, phase: str) -> None:
    """Announced before its first day, closed after its last."""
    made = assembled([column(started=started, ended=ended)])
    assert made.edition.columns["news"].card.phase == phase


def test_a_sub_column_stands_under_its_parent_and_in_its_section() -> None:
    """Found by slug or by name; the way up is section, then columns from the top."""
    made = assembled(
        [
            column("top", section=named("救护")),
            column("mid", parent=named("top")),
            column("low", parent=named("栏目 mid")),
            *(article(f"columns/{slug}/2026/a.md") for slug in ("top", "mid", "low")),
        ],
        site=SECTIONS,
        over=frame("/weekly"),
    )
    columns = made.edition.columns
    assert [(link.label, link.url) for link in columns["low"].trail] == [
        ("救护", "/weekly/sections/rescue/"),
        ("栏目 top", "/weekly/columns/top/"),
        ("栏目 mid", "/weekly/columns/mid/"),
    ]
    assert (columns["top"].children, columns["mid"].children) == (("mid",), ("low",))
    assert [(each.slug, each.columns) for each in made.edition.sections] == [
        ("rescue", ("top",)),
        ("study", ()),
    ]
    article_view = made.edition.in_column["low"][0].view
    assert article_view.trail == columns["low"].trail
    assert made.findings == ()


def test_two_columns_with_one_name_are_told() -> None:
    """At the name of the second; a column below is that of the first."""
    one, other = (
        column(slug, name="要闻", name_place=Place(2, 7), started=TODAY + DAY) for slug in "ab"
    )
    below = column("c", parent=named("要闻"), started=TODAY + DAY)
    made = assembled([other, below, one])
    [told] = made.findings
    assert (told.rule, told.path, told.line, told.column) == ("name-twice", other.path, 2, 7)
    assert made.edition.columns["a"].children == ("c",)


def test_a_sub_column_may_have_a_section_of_its_own() -> None:
    """Then it stands there by itself too."""
    made = assembled(
        [
            column("a", section=named("rescue"), started=TODAY + DAY),
            column("b", parent=named("a"), section=named("study"), started=TODAY + DAY),
        ],
        site=SECTIONS,
    )
    assert [each.columns for each in made.edition.sections] == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("key", "name", "rule", "values"),
    [
        ("parent", "newz", "parent-missing", {"name": "newz", "suggestion": "news"}),
        ("parent", "完全不同", "parent-missing", {"name": "完全不同", "reason": "plain"}),
        ("section", "resque", "section-unknown", {"name": "resque", "suggestion": "rescue"}),
    ],
)
def test_what_is_not_there_is_told(
    key: str, name: str, rule: str, values: Mapping[str, str]
) -> None:
    """On its line, with what may have been meant; the column stands without it."""
    other = column("aid", **{key: named(name)}, started=TODAY + DAY)
    made = assembled([column(started=TODAY + DAY), other], site=SECTIONS)
    (finding,) = made.findings
    assert (finding.rule, finding.path, finding.line) == (rule, other.path, 4)
    assert dict(finding.values) == values
    assert made.edition.columns["aid"].trail == ()


SLUGS = ("a", "b", "c", "d", "e")


@given(st.dictionaries(st.sampled_from(SLUGS), st.sampled_from(SLUGS)))
def test_no_column_stands_under_itself(parents: dict[str, str]) -> None:
    """Each circle is told once a column, all else stands as it was written."""
    sources = [
        column(slug, parent=named(parents[slug]) if slug in parents else None, ended=TODAY - DAY)
        for slug in SLUGS
    ]
    made = assembled(sources)

    def comes_back(slug: str) -> bool:
        at = parents.get(slug)
        for _ in SLUGS:
            if at == slug:
                return True
            at = parents.get(at) if at else None
        return False

    circle = {slug for slug in SLUGS if comes_back(slug)}
    assert rules(made) == [
        ("parent-circle", f"columns/{slug}/_column.md") for slug in sorted(circle)
    ]
    kept = {slug: c.parent for slug, c in made.edition.columns.items() if c.parent}
    assert kept == {slug: above for slug, above in parents.items() if slug not in circle}


def test_a_closing_note_stands_when_the_column_is_closed() -> None:
    """A link to it leads to the column; before, and as a draft, it is nowhere."""
    link = page(text=replace(page().text, links=(to("columns/news/_closing.md"),)))
    ended = column(ended=TODAY - DAY)
    made = assembled([ended, closing(), link])
    note = made.edition.columns["news"].closing
    assert note is not None
    assert note.body.key == "结栏"
    assert made.edition.pages[0].body.links == ("/columns/news/",)
    early = assembled([column(ended=TODAY), closing(), link, article()])
    assert early.edition.columns["news"].closing is None
    assert early.edition.pages[0].body.links == ("",)
    found = [(f.rule, f.severity) for f in early.findings if f.path.endswith("_closing.md")]
    assert found == [("closing-early", "notice")]
    draft: list[Source] = [ended, closing(status="draft")]
    assert assembled(draft).edition.columns["news"].closing is None
    shown = assembled(draft, drafts=True).edition.columns["news"].closing
    assert shown is not None
    assert shown.state == "draft"


def test_a_closing_note_of_no_column_is_an_error() -> None:
    """As an article of no column is."""
    assert rules(assembled([closing("none")])) == [("column-unknown", "columns/none/_closing.md")]


def test_a_text_may_lead_to_a_section() -> None:
    """By its path, as to other pages without a file."""
    text = replace(page().text, links=(to("/sections/rescue/"), to("/sections/none/")))
    made = assembled([page(text=text)], site=SECTIONS)
    assert made.edition.pages[0].body.links == ("/sections/rescue/", "")


@given(st.text(alphabet="a@.b电话 -", max_size=30))
def test_pieces_are_the_whole_text(text: str) -> None:
    """Nothing is lost; only what looks like an e-mail address gets one."""
    found = pieces(text)
    assert "".join(piece.label for piece in found) == text
    assert all(piece.url in ("", f"mailto:{piece.label}") for piece in found)


def test_an_address_is_a_link() -> None:
    """Wherever it stands in the text."""
    found = [(piece.label, piece.url) for piece in pieces("投稿：a.b@news.example，谢谢")]
    assert found == [
        ("投稿：", ""),
        ("a.b@news.example", "mailto:a.b@news.example"),
        ("，谢谢", ""),
    ]
