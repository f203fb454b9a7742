"""The edition put together: what is in it, in which order, and what is found wrong."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.assemble import Assembled
from plugins.edition.sources import Source
from plugins.edition.specs import FrontSpec, SlotSpec
from tests.plugins.edition.making import (
    NOW,
    SITE,
    almanac,
    article,
    assembled,
    column,
    edition_of,
    entry,
    gallery,
    moment,
    names,
    page,
    photo,
    rules,
    shown,
    tag,
    to,
    topic,
    unit,
)


def paths(made: Assembled) -> list[str]:
    """The published articles, in order."""
    return [each.path for each in made.edition.articles]


def test_newest_first_and_equal_dates_by_path() -> None:
    """All lists of articles are newest first; of equal dates the path decides."""
    a, b, c = (f"columns/news/2026/{name}.md" for name in "abc")
    made = assembled([column(), article(c, "2026-01-02"), article(b), article(a, "2026-01-03")])
    assert paths(made) == [a, b, c]
    edition = made.edition
    assert [each.path for each in edition.in_column["news"]] == [a, b, c]
    assert [each.path for each in edition.in_month[2026, 1]] == [a, b, c]


def test_a_month_is_that_of_the_sites_zone() -> None:
    """The last evening of December in London is January in Shanghai."""
    edition = edition_of(article(date="2025-12-31T20:00+00:00"))
    assert list(edition.in_month) == [(2026, 1)]


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_and_embargoed_articles_are_held(*, drafts: bool) -> None:
    """A publish build holds back drafts and the future, and counts them; a preview shows them."""
    draft = article("columns/news/2026/draft.md", status="draft")
    later = article("columns/news/2026/later.md", "2026-11-21T08:01")
    now = article("columns/news/2026/now.md", "2026-11-21T08:00")
    made = assembled([column(), draft, later, now], drafts=drafts)
    if drafts:
        assert paths(made) == [later.path, now.path, draft.path]
        assert made.held == ()
        states = [each.view.state for each in made.edition.articles]
        assert states == ["embargoed", "published", "draft"]
    else:
        assert paths(made) == [now.path]
        assert sorted(made.held) == [draft.path, later.path]
    assert made.findings == ()


def test_the_earliest_of_two_with_one_id_stays() -> None:
    """A copy that kept its id is left out with an error; the article that was there stays."""
    old = article("columns/news/2026/old.md", "2020-01-01", id="x")
    new = article("columns/news/2026/new.md", "2026-01-01", id="x")
    made = assembled([column(), new, old])
    assert paths(made) == [old.path]
    assert rules(made) == [("id-duplicate", new.path)]
    assert made.findings[0].severity == "error"


@pytest.mark.parametrize("copied", [{"status": "draft"}, {"date": "2026-12-24"}])
def test_what_is_not_published_displaces_nothing(copied: dict[str, str]) -> None:
    """A draft or embargoed copy with an old article's id must not take it from the readers."""
    old = article("columns/news/2026/aed.md", "2026-11-01", id="x")
    # "aed-2.md" goes before "aed.md"; the draft has the very date that it was copied with.
    copy = article("columns/news/2026/aed-2.md", **{"date": "2026-11-01", **copied}, id="x")
    made = assembled([column(), old, copy])
    assert paths(made) == [old.path]


def test_a_file_and_a_folder_of_one_name_are_one_address() -> None:
    """``x.md`` and ``x/index.md`` would lie on one URL: one stays, the other is an error."""
    flat = article("columns/news/2026/x.md", "2026-01-01")
    deep = article("columns/news/2026/x/index.md", "2026-01-02")
    made = assembled([column(), deep, flat])
    assert paths(made) == [flat.path]
    assert rules(made) == [("url-duplicate", deep.path)]
    assert ("url", "/columns/news/2026/x/") in made.findings[0].values


def test_an_article_of_no_column_is_left_out() -> None:
    """A folder without ``_column.md`` is no column: its articles are findings."""
    stray = article("columns/stray/2026/a.md")
    made = assembled([column(), stray, article()])
    assert paths(made) == ["columns/news/2026/a.md"]
    assert rules(made) == [("column-unknown", stray.path)]


def test_an_entry_of_no_almanac_is_left_out_and_nothing_links_to_it() -> None:
    """An entry whose folder is no almanac has no page; a link to it loses its target."""
    stray = entry()
    text = replace(article().text, links=(to(stray.path),))
    made = assembled([column(), stray, article(text=text)])
    assert ("almanac-unknown", stray.path) in rules(made)
    assert made.edition.days == {}
    assert made.edition.articles[0].body.links == ("",)


def test_a_second_gallery_with_one_id_is_left_out() -> None:
    """Galleries keep their ids as articles do."""
    made = assembled([gallery("a", id="x"), gallery("b", "2026-01-01", id="x")])
    assert [each.url for each in made.edition.galleries] == ["/galleries/b/"]
    assert rules(made) == [("id-duplicate", "galleries/a/index.md")]


def test_a_column_is_closed_from_the_day_after_its_end() -> None:
    """On its last day a column still runs."""
    for ended, phase in ((NOW.date(), "running"), (NOW.date().replace(day=20), "closed")):
        card = assembled([column(ended=ended)]).edition.columns["news"].card
        assert card.phase == phase


def test_columns_and_pages_stand_in_the_editors_order() -> None:
    """``order`` decides, then the path."""
    edition = edition_of(
        column("a", order=2), column("b", order=1), column("c", order=1), page("x", order=1), page()
    )
    assert list(edition.columns) == ["b", "c", "a"]
    assert [each.slug for each in edition.pages] == ["about", "x"]


def test_a_column_without_articles_has_an_empty_list() -> None:
    """A new column is there before its first article."""
    edition = edition_of(column("a"), column("b"), article("columns/a/2026/x.md"))
    assert edition.in_column["b"] == ()


def test_a_gallery_shows_the_pictures_of_its_own_folder() -> None:
    """Without a list the folder's pictures stand, by name, not those of folders below."""
    files = ["galleries/g/2.jpg", "galleries/g/1.jpg", "galleries/g/more/3.jpg", "media/4.jpg"]
    made = assembled([gallery()], map(photo, files))
    hung = [each.file.path for each in made.pictures if each.purpose == "gallery"]
    assert hung == ["galleries/g/1.jpg", "galleries/g/2.jpg"]
    story = made.edition.galleries[0]
    assert story.card.count == 2
    assert story.card.cover is not None
    assert story.card.cover.fallback.url.startswith("/images/1-")


def test_a_gallery_shows_what_it_lists_and_leaves_out_what_is_not_there() -> None:
    """A missing photograph is a finding; the others are shown in their order."""
    specs = (shown("galleries/g/2.jpg"), shown("galleries/g/no.jpg"), shown("galleries/g/1.jpg"))
    files = [photo("galleries/g/1.jpg"), photo("galleries/g/2.jpg")]
    made = assembled([gallery(photos=specs)], files)
    photos = made.edition.galleries[0].photos
    stems = [each.picture.fallback.url.split("/")[-1][:2] for each in photos]
    assert stems == ["2-", "1-"]
    assert rules(made) == [("picture-missing", "galleries/g/index.md")]


def test_a_topic_gathers_by_list_then_by_tag_each_once() -> None:
    """What is listed comes first in its order, then what has a tag, newest first."""
    a, b, c = (
        article(f"columns/news/2026/{name}.md", f"2026-01-0{day}", tags=names("急救"))
        for name, day in (("a", 1), ("b", 2), ("c", 3))
    )
    made = assembled([column(), a, b, c, topic(articles=(to(a.path),), tags=names("急救"))])
    (found,) = made.edition.topics
    shown = [item.article.title for item in found.items if item.article is not None]
    assert shown == [a.title, c.title, b.title]


TO_COME = column(started=NOW.date().replace(day=22))
"""A column that need not have an article yet."""


def test_a_topic_says_what_is_missing_and_what_waits() -> None:
    """An article that waits for its time is no fault of the topic that lists it: a notice."""
    later = article(date="2030-01-01")
    listed = (to(later.path), to("columns/news/2026/no.md"))
    made = assembled([TO_COME, later, topic(articles=listed)])
    assert made.edition.topics[0].items == ()
    assert sorted((f.severity, f.rule, f.line) for f in made.findings) == [
        ("notice", "topic-article-hidden", 3),
        ("notice", "topic-empty", 0),
        ("warning", "topic-article-missing", 3),
    ]


def test_the_front_goes_by_the_chief_editor() -> None:
    """The lead, the pins that have not ended, and the columns that exist."""
    a, b, c = (article(f"columns/news/2026/{name}.md") for name in "abc")
    site = replace(
        SITE,
        front=FrontSpec(
            lead=SlotSpec(a.path),
            pinned=(
                SlotSpec(b.path, end=moment("2026-11-21")),
                SlotSpec(c.path, end=moment("2026-11-20")),
                SlotSpec("columns/news/2026/no.md"),
            ),
            columns=names("news", "no"),
        ),
    )
    other = replace(TO_COME, slug="other", path="columns/other/_column.md", name="另一栏")
    made = assembled([column(), other, a, b, c], site=site)
    front = made.edition.front
    assert front.lead is not None
    assert front.lead.path == a.path
    assert [each.path for each in front.pinned] == [b.path]
    assert front.columns == ("news",)
    assert [rule for rule, _ in rules(made)] == [
        "front-article-missing",
        "front-column-missing",
        "pinned-ended",
    ]


SOURCES: Sequence[Source] = (
    column(),
    column("aid", order=1),
    article("columns/news/2026/a.md", tags=names("重庆", "AED")),
    article("columns/news/2026/b.md", tags=names("aed", "重 庆")),
    article("columns/news/2026/c/index.md", id="columns/news/2026/a.md", date="2026-01-02"),
    article("columns/news/2026/c.md", unit=names("一队")[0]),
    article("columns/aid/2026/d.md", "2026-01-02", unit=names("消防一队")[0]),
    article("columns/aid/2026/e.md", "2030-01-02", tags=names("机密")),
    article("columns/no/2026/f.md"),
    unit("first", "消防一队", "一队"),
    unit("second", "消防二队", "一队"),
    tag("cq", "重庆"),
    almanac(),
    entry("1863-02-09", "e"),
    entry("1863-02-09", "f"),
    entry("1920-02-09", "g"),
    gallery("g"),
    gallery("h", id="g"),
    topic("t", tags=names("重庆", "急救")),
    topic("u", articles=(to("columns/news/2026/no.md"),)),
    page("about"),
    page("zzz", status="draft"),
)
PICTURES = (photo("galleries/g/1.jpg"), photo("galleries/h/2.jpg"))


@settings(max_examples=60, deadline=None)
@given(st.permutations(SOURCES), st.permutations(PICTURES))
def test_the_order_of_sources_does_not_matter(
    sources: list[Source], pictures: list[object]
) -> None:
    """However the files come, the edition and what is found are the same."""
    expected = assembled(SOURCES, PICTURES)
    assert rules(expected), "the sample is to have faults in it"
    assert assembled(sources, pictures) == expected  # type: ignore[arg-type] # photos, shuffled
