"""Parts of series, and numbered issues."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.assemble import Assembled
from plugins.edition.findings import Finding
from plugins.edition.model import Article
from plugins.edition.series import in_series, regrouped, series_cards, series_view
from plugins.edition.sources import ArticleSource
from plugins.edition.specs import Count, Name, Place, SeriesSpec

from .making import article, assembled, column, edition_of

PATH = "columns/news/2026/{}.md"


def part(name: str, number: int, series: str = "讲座", **more: Any) -> ArticleSource:
    """A part of a series; its number stands on line 9."""
    count = Count(number, Place(9, 7))
    return article(PATH.format(name), series=Name(series, Place(8, 9)), part=count, **more)


def stem(url: str) -> str:
    """The slug at the end of an address."""
    return url.split("/")[-2]


def told(made: Assembled) -> list[tuple[str, str, str, int]]:
    """What was found: rule, severity, file, line."""
    return [(f.rule, f.severity, stem(f"{f.path[:-3]}/"), f.line) for f in made.findings]


def only(made: Assembled) -> Finding:
    """The one finding."""
    (finding,) = made.findings
    return finding


def view_of(made: Assembled, name: str) -> Any:
    """The series as the page of an article shows it."""
    by_path = {one.path: one for one in made.edition.articles}
    return series_view(made.edition, by_path[PATH.format(name)])


def test_parts_stand_in_their_order_whatever_their_dates() -> None:
    """The list, the place in it, what comes before and after."""
    made = assembled([column(), part("c", 3, date="2026-01-01"), part("a", 1), part("b", 2)])
    view = view_of(made, "b")
    assert [(p.number, stem(p.url), p.current) for p in view.parts] == [
        (1, "a", False),
        (2, "b", True),
        (3, "c", False),
    ]
    assert (view.part, view.total, view.whole) == (2, 3, True)
    assert (stem(view.previous.url), stem(view.next.url)) == ("a", "c")
    assert made.findings == ()
    assert (view_of(made, "a").previous, view_of(made, "c").next) == (None, None)


def test_the_total_is_what_is_planned_or_the_highest_part() -> None:
    """A draft is not counted, a gap is."""
    drafted = [part("a", 1), part("c", 3), part("d", 4, status="draft")]
    assert view_of(assembled([column(), *drafted]), "a").total == 3
    planned = column(series=(SeriesSpec("讲座", 5, "五讲"),))
    view = view_of(assembled([planned, *drafted]), "a")
    assert (view.total, view.description, len(view.parts)) == (5, "五讲", 2)


def test_two_of_one_part_are_both_listed_and_told() -> None:
    """The later one is told of the earlier, on its line."""
    made = assembled([column(), part("a", 3), part("b", 3, date="2026-01-03"), part("c", 1)])
    assert told(made) == [("part-twice", "warning", "b", 9)]
    assert dict(only(made).values)["other"] == PATH.format("a")
    assert [stem(p.url) for p in view_of(made, "c").parts] == ["c", "a", "b"]


def test_a_series_belongs_to_one_column() -> None:
    """The same name elsewhere is another series."""
    other = article("columns/aid/2026/x.md", series=Name("讲座"), part=Count(1), date="2026-01-01")
    edition = edition_of(column(), column("aid"), part("a", 1), other)
    assert {series: len(parts) for series, parts in edition.in_series.items()} == {
        ("news", "讲座"): 1,
        ("aid", "讲座"): 1,
    }


def test_what_is_half_said_is_told() -> None:
    """A part of no series, a series without a part, a part beyond the plan."""
    planned = column(series=(SeriesSpec("讲座", 2),))
    half = article(PATH.format("b"), "2026-01-03", series=Name("讲座", Place(8, 9)))
    made = assembled(
        [planned, article(PATH.format("a"), part=Count(2, Place(9, 7))), half, part("c", 3)]
    )
    assert sorted(told(made)) == [
        ("part-beyond", "warning", "c", 9),
        ("part-missing", "warning", "b", 8),
        ("series-missing", "warning", "a", 9),
    ]
    assert [stem(p.url) for p in view_of(made, "c").parts] == ["c"]


def test_a_long_series_is_listed_near_the_part() -> None:
    """A thousand parts on a thousand pages would be a million lines."""
    made = assembled([column(), *(part(f"p{n:03}", n) for n in range(1, 101))])
    view = view_of(made, "p050")
    assert not view.whole
    assert [p.number for p in view.parts] == list(range(38, 63))
    assert view.total == 100


def test_a_column_lists_its_series() -> None:
    """Those planned first, in that order, if they have begun; then the others."""
    plans = ("丙", "乙", "空")
    edition = edition_of(
        column(series=tuple(SeriesSpec(name, 4) for name in plans)),
        part("a", 1, "甲"),
        part("b", 1, "乙"),
        part("c", 2, "丙"),
        part("d", 1, "丙"),
    )
    (cards,) = series_cards(edition).values()
    assert [(c.name, c.published, c.total, stem(c.url)) for c in cards] == [
        ("丙", 2, 4, "d"),
        ("乙", 1, 4, "b"),
        ("甲", 1, 1, "a"),
    ]


def issue(name: str, number: int, **more: Any) -> ArticleSource:
    """An article with a number on line 5."""
    return article(PATH.format(name), issue=Count(number, Place(5, 8)), **more)


def test_issues_count_in_a_column_that_numbers_them() -> None:
    """In view and card; a number missing or there twice is told."""
    sources = [issue("a", 1), issue("b", 1, date="2026-01-03"), article(PATH.format("c"))]
    made = assembled([column(numbered=True), *sources])
    assert sorted(told(made)) == [
        ("issue-missing", "notice", "c", 0),
        ("issue-twice", "warning", "b", 5),
    ]
    by_path: dict[str, Article] = {one.path: one for one in made.edition.articles}
    shown = [by_path[PATH.format(name)] for name in "abc"]
    assert [(one.view.issue, one.card.issue) for one in shown] == [(1, 1), (1, 1), (0, 0)]


def test_a_number_elsewhere_is_a_notice() -> None:
    """It does not show, and is not held against another."""
    made = assembled([column(), issue("a", 1), issue("b", 1)])
    assert told(made) == [("issue-unused", "notice", name, 5) for name in "ab"]
    assert {one.card.issue for one in made.edition.articles} == {0}


numbered = st.lists(st.tuples(st.sampled_from(["甲", "乙"]), st.integers(1, 3)), max_size=6).map(
    lambda pairs: [part(f"n{at}", n, name) for at, (name, n) in enumerate(pairs)]
)


@given(sources=numbered, data=st.data())
def test_regrouped_is_grouped_anew(sources: list[ArticleSource], data: st.DataObject) -> None:
    """Whichever articles go, the series are those of what is left."""
    articles = edition_of(*sources).articles
    gone = data.draw(st.sets(st.sampled_from(range(len(articles))))) if articles else set()
    left = [one for at, one in enumerate(articles) if at not in gone]
    leaving = [articles[at] for at in gone]
    assert regrouped(in_series(articles), leaving, ()) == in_series(left)
    assert regrouped(in_series(left), (), leaving) == in_series(articles)
