"""What stands beside an article: chosen by the editor, or by what articles share."""

import random
from typing import Any

from msgspec.structs import replace

from plugins.edition.model import Article, Edition
from plugins.edition.related import AT_MOST, POINT, Related
from plugins.edition.sources import Source

from .making import article, assembled, column, edition_of, gallery, names, rules, to, topic


def shown(edition: Edition, path: str) -> list[str]:
    """The slugs of what stands beside an article."""
    own = next(each for each in edition.articles if each.path == path)
    return [card.url.split("/")[-2] for card in Related(edition).cards(own)]


SUBJECT = "器官 官捐 捐献 登记 移植 缅怀"
ANOTHER = "洪水 水灾 冲锋 锋舟 转移 村民"


def crowd(count: int = 40, **more: Any) -> list[Source]:
    """Articles of a column of their own that say much the same, month after month."""
    return [
        article(
            f"columns/crowd/2020/{number:02}.md",
            f"2020-{number % 12 + 1:02}-{number % 28 + 1:02}",
            terms=f"红十 十字 字会 工作 其{number}",
            **more,
        )
        for number in range(count)
    ]


def house(*sources: Source) -> Edition:
    """An edition of these with a crowd."""
    columns = [column(), column("aid"), column("crowd")]
    return edition_of(*columns, *crowd(), *sources)


def test_one_subject_is_found_in_another_column_without_a_tag() -> None:
    """Though years lie between, and nearer ones are there."""
    here = article("columns/news/2026/here.md", "2026-01-02", terms=f"红十 十字 {SUBJECT}")
    far = article("columns/aid/2019/far.md", "2019-01-02", terms=f"{SUBJECT} 红十 十字")
    other = article("columns/news/2026/other.md", "2026-01-03", terms=ANOTHER)
    assert shown(house(here, far, other), here.path)[0] == "far"
    assert shown(house(here, far, other), far.path)[0] == "here"


def test_what_all_articles_say_says_nothing() -> None:
    """Terms that are everywhere bring none near."""
    here = article("columns/news/2026/here.md", terms="红十 十字 字会 工作")
    assert shown(house(here), here.path) == []


def test_one_term_alone_is_chance() -> None:
    """However rare it is."""
    here = article("columns/news/2026/here.md", terms="缅怀")
    far = article("columns/aid/2019/far.md", terms="缅怀")
    assert shown(house(here, far), here.path) == []


def test_a_shared_unit_and_a_shared_topic_count() -> None:
    """A topic more than a unit."""
    here = article("columns/news/2026/here.md", "2026-03-01", unit=names("一队")[0])
    unit = article("columns/aid/2026/unit.md", "2026-03-02", unit=names("一队")[0])
    listed = article("columns/aid/2020/listed.md", "2020-01-02")
    one = topic(articles=(to(listed.path), to(here.path)))
    assert shown(house(here, unit, listed, one), here.path) == ["listed", "unit"]


def test_the_editors_choice_stands_in_its_order() -> None:
    """And nothing else, however near; one that is named twice stands once."""
    near = [article(f"columns/news/2026/{name}.md", tags=names("急救")) for name in "abcdef"]
    chosen = tuple(to(near[number].path) for number in (5, 0, 4, 0, 1, 2))
    here = article("columns/news/2026/here.md", tags=names("急救"), related=chosen)
    made = assembled([column(), *near, here])
    assert rules(made) == []
    assert shown(made.edition, here.path) == ["f", "a", "e", "b", "c"]


def test_a_choice_that_cannot_be_shown_is_told() -> None:
    """Where it stands in the file; what is left is shown, or what the program chooses."""
    path = "columns/news/2026/here.md"
    fine = article("columns/news/2026/fine.md")
    held = article("columns/news/2026/held.md", status="draft")
    named = ("columns/news/2026/gone.md", held.path, "galleries/g/index.md", path)
    here = article(path, related=(*map(to, named), to(fine.path)))
    made = assembled([column(), here, fine, held, gallery("g")])
    assert rules(made) == [
        ("related-missing", path),
        ("related-unfit", path),
        ("related-unfit", path),
        ("related-unpublished", path),
    ]
    assert {found.severity for found in made.findings if found.rule != "related-unpublished"} == {
        "warning"
    }
    assert {(found.line, found.column) for found in made.findings} == {(3, 1)}
    assert shown(made.edition, path) == ["fine"]
    none = replace(here, related=(to(held.path),))
    assert shown(assembled([column(), none, fine, held]).edition, path) == ["fine"]


def archive(count: int) -> list[Source]:
    """Articles with tags, units and terms, a few of which are in most of them, as words are."""
    dice = random.Random(20)  # noqa: S311 - the same archive each time
    vocabulary = [f"{chr(0x4E00 + n)}{chr(0x5E00 + n)}" for n in range(3000)]
    odds = [1 / (n + 1) for n in range(len(vocabulary))]

    def terms() -> str:
        return " ".join(dict.fromkeys(dice.choices(vocabulary, odds, k=30)))

    return [
        article(
            f"columns/{dice.choice(('news', 'aid'))}/2025/{number:04}.md",
            f"2025-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            tags=names(*{f"标签{dice.randint(0, 20)}" for _ in range(2)}),
            unit=names(f"单位{dice.randint(0, 30)}")[0],
            terms=terms(),
        )
        for number in range(count)
    ]


def beside(edition: Edition) -> dict[str, list[str]]:
    """What stands beside each article."""
    others = Related(edition)
    return {a.path: [card.url for card in others.cards(a)] for a in edition.articles}


def test_one_more_article_reaches_few_pages() -> None:
    """Those that it belongs to, not all whose terms became a little less rare."""
    *old, new = archive(301)
    columns = [column(), column("aid")]
    before, after = beside(edition_of(*columns, *old)), beside(edition_of(*columns, *old, new))
    changed = [path for path in before if before[path] != after[path]]
    named = [path for path in changed if any(new.path.split("/")[-1][:4] in u for u in after[path])]
    assert 0 < len(changed) <= 16
    assert len(changed) - len(named) <= 3


def test_neighbours_do_not_depend_on_who_was_asked_before() -> None:
    """One worker asks for all of them, another for a few."""
    edition = edition_of(column(), column("aid"), *archive(120))
    whole = beside(edition)
    others = Related(edition)
    backwards: list[Article] = [*reversed(edition.articles)]
    assert {a.path: [card.url for card in others.cards(a)] for a in backwards} == whole
    for each in edition.articles[::17]:
        assert [card.url for card in Related(edition).cards(each)] == whole[each.path]


def test_of_many_alike_the_nearest_in_time_come() -> None:
    """Of one moment those that stand next, newer first: not the same few beside all of them."""
    days = ["2026-01-01"] * 9 + ["2026-01-03"] + ["2026-01-20"] * 3
    edition = edition_of(
        column(), *(article(f"columns/news/2026/{n:02}.md", day) for n, day in enumerate(days))
    )
    order = [each.path.split("/")[-1][:2] for each in edition.articles]
    assert order == ["10", "11", "12", "09", *(f"{n:02}" for n in range(9))]
    assert shown(edition, "columns/news/2026/04.md") == ["03", "02", "01", "00"]
    assert shown(edition, "columns/news/2026/01.md") == ["00", "02", "03", "04"]
    assert shown(edition, "columns/news/2026/09.md") == ["00", "01", "02", "03"]
    assert shown(edition, "columns/news/2026/12.md") == ["11", "10", "09", "00"]


def test_no_single_term_makes_a_point() -> None:
    """The greatest weight of a term is below it, in archives of any size."""
    for count in (2, 30, 300):
        edition = edition_of(
            column(),
            column("aid"),
            article("columns/news/2026/a.md", terms="缅怀 甲乙"),
            article("columns/aid/2026/b.md", terms="缅怀 丙丁"),
            *(article(f"columns/news/2025/{n}.md", terms=f"其{n}") for n in range(count - 2)),
        )
        own = next(a for a in edition.articles if a.path.endswith("/a.md"))
        assert "/columns/aid/2026/b/" not in [c.url for c in Related(edition).cards(own)]
        assert len(Related(edition).cards(own)) == min(AT_MOST, count - 2)
    assert POINT > 0
