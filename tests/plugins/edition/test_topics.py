"""Topics: what they gather, how they stand in time, which blocks they show."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.assemble import Assembled
from plugins.edition.cards import Link
from plugins.edition.model import Edition, Topic
from plugins.edition.topics import phase

from .making import (
    almanac,
    article,
    assembled,
    column,
    entry,
    gallery,
    moment,
    names,
    photo,
    shown,
    to,
    topic,
    unit,
)

PICTURE = photo("media/m.jpg")
OLD, NEW = "columns/news/2025/old.md", "columns/news/2026/new.md"
AID = "columns/aid/2026/aid.md"
DRAFT = "columns/news/2026/draft.md"
GALLERY, ENTRY = "galleries/g/index.md", "on-this-day/red-cross/02-09-e.md"
AROUND: list[s.Source] = [
    column("news", name="新闻"),
    column("aid", name="急救"),
    unit("team", "救援队", "队"),
    article(OLD, "2025-05-01", tags=names("水"), lead=shown(PICTURE.path)),
    article(NEW, "2026-05-01", tags=names("水", "火"), unit=specs.Name("队")),
    article(AID, "2026-06-01", tags=names("火"), unit=specs.Name("救援队")),
    article(DRAFT, "2026-06-02", tags=names("水"), status="draft"),
    gallery("g"),
    almanac(),
    entry(),
]


def made(*topics: s.TopicSource) -> Assembled:
    """The edition of these topics among what there is."""
    return assembled([*AROUND, *topics], [PICTURE])


def one(**more: Any) -> tuple[Topic, list[tuple[str, str]]]:
    """The one topic of an edition, and what was found, with reasons."""
    whole = made(topic(**more))
    told = [(f.rule, dict(f.values).get("reason", "")) for f in whole.findings]
    return whole.edition.topics[0], sorted(told)


def titles(found: Topic) -> list[str]:
    """What a topic gathers, in its order."""
    cards = [item.article or item.gallery or item.entry or item.outside for item in found.items]
    return [card.title for card in cards if card is not None]


def paths(found: Topic) -> list[str]:
    """The files of a topic's articles, newest first."""
    return [each.path for each in found.members]


def test_articles_galleries_days_and_pages_elsewhere_stand_as_listed() -> None:
    """Each once, whatever it is."""
    outside = specs.ListedSpec(
        specs.Reference("https://e.org/", ""), "外", dt.date(2021, 1, 1), "某报", "英文"
    )
    listed = (
        *(specs.ListedSpec(to(path)) for path in (ENTRY, OLD, GALLERY, OLD)),
        outside,
        outside,
    )
    found, told = one(listed=listed, blocks=(specs.BlockSpec("latest"),))
    assert titles(found) == ["大事 e", "标题 old.md", "图集 g", "外"]
    assert found.items == found.rest
    assert found.items[3].outside is not None
    assert found.items[3].outside.note == "英文"
    assert found.items[0].url == "/on-this-day/02-09/#red-cross-e"
    assert told == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"columns": names("急救")}, [AID]),
        ({"columns": names("aid", "news")}, [AID, NEW, OLD]),
        ({"tags": names("水")}, [NEW, OLD]),
        ({"tags": names("水", "火")}, [AID, NEW, OLD]),
        ({"units": names("队")}, [AID, NEW]),
        ({"tags": names("火"), "columns": names("news")}, [NEW]),
        ({"units": names("队"), "columns": names("aid")}, [AID]),
        ({"since": dt.date(2026, 5, 1)}, [AID, NEW]),
        ({"until": dt.date(2026, 5, 1)}, [NEW, OLD]),
        ({"since": dt.date(2025, 5, 1), "until": dt.date(2025, 5, 1)}, [OLD]),
        ({"tags": names("水"), "since": dt.date(2026, 1, 1)}, [NEW]),
        ({"tags": names("土")}, []),
        ({"tags": names("水"), "units": names("无")}, []),
        ({"columns": names("none")}, []),
    ],
)
def test_a_query_finds_what_meets_all_conditions(
    query: dict[str, Any], expected: list[str]
) -> None:
    """Of the names of one condition any will do; both days count; newest first."""
    found, _ = one(query=specs.QuerySpec(**query))
    assert paths(found) == expected


def test_what_is_listed_stands_before_what_is_found() -> None:
    """And what is found by tag or by query stands in one row, newest first, each once."""
    query = specs.QuerySpec(units=names("队"))
    found, told = one(articles=(to(OLD),), tags=names("水"), query=query)
    assert titles(found) == ["标题 old.md", "标题 aid.md", "标题 new.md"]
    assert paths(found) == [AID, NEW, OLD]
    assert told == []


def test_the_named_headline_is_in_the_topic() -> None:
    """It stands first, and is not said again in the list."""
    found, told = one(articles=(to(OLD), to(NEW)), headline=to(AID))
    assert titles(found) == ["标题 aid.md", "标题 old.md", "标题 new.md"]
    plain = found.blocks[0]
    assert plain.kind == "latest"  # none asked for a headline, and it has no picture
    blocks = (specs.BlockSpec("headline"), specs.BlockSpec("latest"))
    asked, _ = one(articles=(to(OLD), to(NEW)), headline=to(AID), blocks=blocks)
    assert asked.blocks[0].headline is not None
    assert asked.blocks[0].headline.title == "标题 aid.md"
    assert [item.article.title for item in asked.rest if item.article] == [
        "标题 old.md",
        "标题 new.md",
    ]
    assert told == []


def test_what_is_missing_hidden_or_of_another_kind_is_told() -> None:
    """At its line; the rest is there."""
    listed = (to("no.md"), to(DRAFT), to("columns/news/_column.md"), to(OLD))
    found, told = one(articles=listed, headline=to("no.md"))
    assert paths(found) == [OLD]
    missing = "topic-article-missing"
    assert told == [("topic-article-hidden", ""), (missing, ""), (missing, ""), (missing, "kind")]


def test_an_unknown_column_is_told() -> None:
    """Its place is that of the name."""
    name = specs.Name("无", specs.Place(7, 9))
    whole = made(topic(query=specs.QuerySpec(columns=(name, specs.Name("news")))))
    assert [(f.rule, f.line, f.column) for f in whole.findings] == [("topic-column-unknown", 7, 9)]
    assert paths(whole.edition.topics[0]) == [NEW, OLD]


def test_a_tag_or_unit_that_no_article_has_is_told() -> None:
    """With a rule of its own for each, at its place; what a draft has counts for none."""

    def at(line: int, *words: str) -> tuple[specs.Name, ...]:
        return tuple(specs.Name(word, specs.Place(line, 3)) for word in words)

    draft = article("columns/news/2026/hidden.md", status="draft", tags=at(4, "稿"))
    query = specs.QuerySpec(tags=at(6, "没"), units=at(7, "某"))
    whole = assembled([column(), draft, topic(tags=at(5, "无", "稿"), query=query)])
    told = [(f.rule, f.line, dict(f.values)["name"]) for f in whole.findings if f.line]
    tag, unit = "topic-tag-unused", "topic-unit-unused"
    assert sorted(told) == [(tag, 5, "无"), (tag, 5, "稿"), (tag, 6, "没"), (unit, 7, "某")]


def test_without_blocks_there_is_what_there_is() -> None:
    """In a sensible order, without a word about what is not there."""
    found, told = one(
        articles=(to(OLD), to(NEW), to(GALLERY), to(ENTRY)),
        figures=(specs.FigureSpec("1", " 人", "甲", "乙", "2021", "2021"),),
        video=specs.MediaSpec(
            "video",
            url="https://v.example/",
            title="片",
            poster=shown(PICTURE.path),
            duration="3分",
        ),
    )
    kinds = [block.kind for block in found.blocks]
    assert kinds == ["headline", "figures", "latest", "timeline", "gallery", "video"]
    assert [item.article.title for item in found.rest if item.article] == ["标题 new.md"]
    assert len(found.rest) == 1
    assert found.blocks[1].figures[0].number == "1"
    (video,) = found.blocks[5].media
    assert video.poster is not None
    assert told == []


def test_blocks_stand_as_asked_for_and_empty_ones_are_told() -> None:
    """Each with its own title."""
    place = specs.Place(9, 5)
    found, told = one(
        articles=(to(NEW),),
        blocks=(
            specs.BlockSpec("timeline", "一百年", "大事记", place),
            specs.BlockSpec("latest", "文章"),
            specs.BlockSpec("video", "", "视频", place),
            specs.BlockSpec("figures", "", "数据", place),
            specs.BlockSpec("gallery", "", "图集", place),
        ),
    )
    assert [(block.kind, block.title) for block in found.blocks] == [("latest", "文章")]
    assert told == [("topic-block-empty", "")] * 4


def test_events_stand_by_their_days() -> None:
    """Those of the almanac among the topic's own; one without a day behind the one before."""
    events = (
        specs.EventSpec("1904年", "1904", "丙", to(AID)),
        specs.EventSpec("光绪三十年", "", "丁"),
        specs.EventSpec("1859-06-24", "1859-06-24", "甲", to(DRAFT)),
    )
    found, told = one(articles=(to(ENTRY), to(AID)), timeline=events)
    block = next(block for block in found.blocks if block.kind == "timeline")
    assert [(event.text, event.url) for event in block.events] == [
        ("甲", ""),
        ("大事 e", "/on-this-day/02-09/#red-cross-e"),
        ("丙", "/columns/aid/2026/aid/"),
        ("丁", ""),
    ]
    assert [item.url for item in found.rest] == ["/columns/aid/2026/aid/"]
    assert told == [("link-unpublished", "")]


def test_a_topic_without_anything_is_told() -> None:
    """It stays: it may be set up before its first article."""
    found, told = one()
    assert (found.items, found.blocks) == ((), ())
    assert told == [("topic-empty", "")]
    assert one(timeline=(specs.EventSpec("1859", "1859", "甲"),))[1] == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2021-06-30", "coming"), ("2021-07-01", "running"), ("2021-12-31", "running"),
     ("2022-01-01", "ended")],
)  # fmt: skip
def test_a_topic_has_its_time(day: str, expected: str) -> None:
    """Its first and its last day are its own."""
    span = dt.date(2021, 7, 1), dt.date(2021, 12, 31)
    assert phase(*span, dt.date.fromisoformat(day)) == expected
    now = moment(f"{day}T23:59").when
    whole = assembled([column(), topic(started=span[0], ended=span[1])], now=now)
    assert whole.edition.topics[0].card.phase == expected


def test_a_topic_without_days_runs() -> None:
    """And one that was begun never ends by itself."""
    today = dt.date(2026, 1, 1)
    assert phase(None, None, today) == phase(today, None, today) == "running"


def test_the_topic_begun_last_comes_first() -> None:
    """Those without a day come after, by name."""
    days = {"b": dt.date(2021, 1, 1), "c": dt.date(2022, 1, 1)}
    topics = [topic(slug, started=days.get(slug)) for slug in "dacb"]
    assert [t.url for t in made(*topics).edition.topics] == [f"/topics/{x}/" for x in "cbad"]


def test_an_article_knows_its_topics() -> None:
    """Those that list it and those that find it; no draft, no topic that is none."""
    whole = made(
        topic("a", articles=(to(OLD), to(GALLERY))),
        topic("b", tags=names("水")),
        topic("c", tags=names("水"), status="draft"),
    ).edition
    assert whole.in_topics == {
        OLD: (Link("专题 a", "/topics/a/"), Link("专题 b", "/topics/b/")),
        NEW: (Link("专题 b", "/topics/b/"),),
    }


def plainly(edition: Edition, source: s.TopicSource) -> list[str]:
    """What a query finds, asked of each article by itself."""
    query, found = source.query, []
    assert query is not None
    columns = {"新闻": "news", "急救": "aid"}
    for each in edition.articles:
        view = each.view
        day = each.date.date()
        if query.columns and each.column not in {
            columns.get(n.text, n.text) for n in query.columns
        }:
            continue
        if query.tags and not {n.text for n in query.tags} & {tag.label for tag in view.tags}:
            continue
        named = {view.unit.label, {"救援队": "队"}.get(view.unit.label)} if view.unit else set()
        if query.units and not {n.text for n in query.units} & named:
            continue
        if day < (query.since or day) or day > (query.until or day):
            continue
        found.append(each.path)
    return found


days = st.none() | st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 9))
written = st.builds(
    article,
    st.sampled_from([f"columns/{c}/2025/{n}.md" for c in ("news", "aid") for n in range(6)]),
    days.map(lambda day: (day or dt.date(2025, 1, 5)).isoformat()),
    tags=st.lists(st.sampled_from("水火土"), unique=True).map(lambda tags: names(*tags)),
    unit=st.none() | st.sampled_from([specs.Name("队"), specs.Name("救援队"), specs.Name("社")]),
)
asked = st.builds(
    specs.QuerySpec,
    st.lists(st.sampled_from(["news", "急救", "无"])).map(lambda ns: names(*ns)),
    st.lists(st.sampled_from("水火土金")).map(lambda ns: names(*ns)),
    st.lists(st.sampled_from(["队", "救援队", "社", "无"])).map(lambda ns: names(*ns)),
    days,
    days,
).filter(lambda query: query != specs.QuerySpec())


@settings(deadline=None)
@given(
    st.lists(written, unique_by=lambda source: source.path), st.lists(asked, min_size=1, max_size=4)
)
def test_all_topics_at_once_find_what_each_finds_alone(
    articles: list[s.ArticleSource], queries: list[specs.QuerySpec]
) -> None:
    """One look at each article is enough for every topic."""
    topics = [topic(f"t{number}", query=query) for number, query in enumerate(queries)]
    edition = assembled([*AROUND[:3], *articles, *topics]).edition
    for source, found in zip(topics, edition.topics, strict=True):
        assert paths(found) == plainly(edition, source)
