"""The front page: as the chief editor set it, and good without any word from them."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.front import BLOCKS, GALLERIES, TOPICS
from plugins.edition.sources import Source
from plugins.edition.specs import FrontSpec, Name, NoticeSpec, SlotSpec
from plugins.front.pages import IN_BLOCK, LATEST, SECONDS, FrontPage
from tests.plugins.edition.making import (
    NOW,
    SITE,
    almanac,
    article,
    column,
    edition_of,
    entry,
    gallery,
    names,
    photo,
    shown,
    topic,
)

PHOTO = photo("media/a.jpg")


def paths(count: int) -> list[str]:
    """Paths of articles, the newest last."""
    return [f"columns/news/2026/{number:02}.md" for number in range(1, count + 1)]


def news(count: int, *pictured: int) -> list[Source]:
    """Articles of consecutive days, some with a picture."""
    return [
        article(
            path,
            f"2026-01-{number:02}",
            lead=shown(PHOTO.path) if number in pictured else None,
        )
        for number, path in enumerate(paths(count), 1)
    ]


def front(*sources: Source, **chosen: Any) -> FrontPage:
    """The inputs of the front page."""
    edition = edition_of(*sources, pictures=[PHOTO], site=replace(SITE, front=FrontSpec(**chosen)))
    ((url, inputs),) = FrontPage.routes(edition)
    assert url == "/"
    assert isinstance(inputs, FrontPage)
    return inputs


def numbers(cards: Any) -> list[int]:
    """Which articles these are."""
    return [int(card.url.split("/")[-2]) for card in cards]


def test_without_articles_there_is_a_front_page() -> None:
    """A newsroom's first day."""
    inputs = front()
    assert inputs.lead is None
    assert (inputs.seconds, inputs.latest, inputs.columns, inputs.day) == ((), (), (), None)
    assert inputs.today == NOW.date()


@pytest.mark.parametrize(("pictured", "lead"), [((), 15), ((12, 9), 12), ((15,), 15), ((1,), 15)])
def test_without_a_word_the_newest_with_a_picture_leads(
    pictured: tuple[int, ...], lead: int
) -> None:
    """Of the newest; where none of them has one, the newest."""
    inputs = front(*news(15, *pictured))
    assert inputs.lead is not None
    assert numbers([inputs.lead]) == [lead]
    rest = [number for number in range(15, 0, -1) if number != lead]
    assert numbers(inputs.seconds) == rest[:SECONDS]
    assert numbers(inputs.latest) == rest[SECONDS : SECONDS + LATEST]


def test_what_the_chief_editor_set_stands() -> None:
    """The lead, then the pins in their order; the newest fill up."""
    files = paths(9)
    pins = (SlotSpec(files[3]), SlotSpec(files[1]))
    inputs = front(*news(9, 9), lead=SlotSpec(files[0]), pinned=pins)
    assert inputs.lead is not None
    assert numbers([inputs.lead]) == [1]
    assert numbers(inputs.seconds) == [4, 2]
    assert numbers(inputs.latest) == [9, 8, 7, 6, 5, 3]
    inputs = front(*news(9), lead=SlotSpec(files[0]), pinned=pins[:1])
    assert numbers(inputs.seconds) == [4, 9]
    inputs = front(*news(9), seconds=(SlotSpec(files[8]), SlotSpec(files[1])), pinned=pins)
    assert inputs.lead is not None
    assert numbers([inputs.lead, *inputs.seconds]) == [8, 9, 2, 4]


def test_what_is_chosen_to_stand_second_leads_where_it_is_alone() -> None:
    """A site of one article, pinned, has a lead."""
    inputs = front(*news(1), pinned=(SlotSpec(paths(1)[0]),))
    assert inputs.lead is not None
    assert (inputs.seconds, inputs.latest, inputs.columns) == ((), (), ())


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(0, 9),
    lead=st.integers(0, 9),
    seconds=st.lists(st.integers(1, 9), max_size=3),
    pinned=st.lists(st.integers(1, 9), max_size=4),
    pictured=st.lists(st.integers(1, 9), max_size=3),
)
def test_no_article_stands_twice_at_the_top(
    count: int, lead: int, seconds: list[int], pinned: list[int], pictured: list[int]
) -> None:
    """Whatever is set, twice or not there: lead, seconds and latest share no article."""
    files = paths(9)
    inputs = front(
        *news(count, *pictured),
        lead=SlotSpec(files[lead - 1]) if lead else None,
        seconds=tuple(SlotSpec(files[number - 1]) for number in seconds),
        pinned=tuple(SlotSpec(files[number - 1]) for number in pinned),
    )
    leads = [inputs.lead] if inputs.lead else []
    top = numbers([*leads, *inputs.seconds, *inputs.latest])
    assert len(top) == len(set(top))
    assert set(top) <= set(range(1, count + 1))
    assert bool(leads) is bool(count)


def test_columns_show_their_newest_in_the_order_set() -> None:
    """A column without articles has no block."""
    columns = [column("news"), column("aid", order=1), column("empty", order=2)]
    other = article("columns/aid/2026/01.md")
    inputs = front(*columns, *news(8), other, columns=names("empty", "aid", "news"))
    assert [block.column.url for block in inputs.columns] == ["/columns/aid/", "/columns/news/"]
    assert len(inputs.columns[1].articles) == IN_BLOCK
    inputs = front(*columns, *news(8), other)
    assert [block.column.url for block in inputs.columns] == ["/columns/news/", "/columns/aid/"]


def test_a_column_that_stands_above_is_named_by_its_headlines() -> None:
    """It keeps its place; where no column has more to say, none has a block."""
    columns = [column("news"), column("aid", order=1)]
    other = article("columns/aid/2026/01.md")
    inputs = front(*columns, *news(5), other, seconds=(SlotSpec(other.path),))
    assert [(block.column.url, block.told) for block in inputs.columns] == [
        ("/columns/news/", False),
        ("/columns/aid/", True),
    ]
    assert inputs.columns[1].articles == inputs.seconds[:1]
    assert front(*columns, *news(2), other).columns == ()
    assert len(front(*columns, *news(3), other).columns) == 2


def test_the_chief_editor_chooses_parts_and_their_order() -> None:
    """On This Day stands beside the lead, or by itself; what is not chosen is not there."""
    sources = [*news(9), almanac(), entry("1900-11-21"), topic(), gallery()]
    chosen = {"notices": (NoticeSpec("通知"),)}
    every = front(*sources, **chosen)
    assert every.blocks == BLOCKS
    assert every.beside
    assert all((every.notices, every.lead, every.day, every.columns, every.topics))
    apart = front(*sources, **chosen, blocks=names("leads", "columns", "on-this-day"))
    assert not apart.beside
    assert all((apart.lead, apart.columns, apart.day))
    assert (apart.notices, apart.topics, apart.galleries) == ((), (), ())
    none = front(*sources, **chosen, blocks=names("topics"))
    assert (none.lead, none.seconds, none.latest, none.columns, none.day) == (
        None,
        (),
        (),
        (),
        None,
    )
    assert none.head.image is None
    assert len(none.topics) == 1


def test_topics_and_galleries_may_be_chosen() -> None:
    """In the order written, and as many as are."""
    sources: list[Source] = [gallery(f"g{number}") for number in range(12)]
    sources += [topic(f"t{number}") for number in range(6)]
    wanted = [Name(f"t{number}") for number in (5, 1, 3, 2)]
    inputs = front(*sources, topics=tuple(wanted), galleries=names("g9"))
    assert [card.url for card in inputs.topics] == [
        f"/topics/{n}/" for n in ("t5", "t1", "t3", "t2")
    ]
    assert [card.url for card in inputs.galleries] == ["/galleries/g9/"]


def test_galleries_topics_and_the_day_are_there() -> None:
    """No more of them than there is room for."""
    sources: list[Source] = [almanac(), entry("1900-11-21")]
    sources += [gallery(f"g{number}") for number in range(12)]
    sources += [topic(f"t{number}") for number in range(6)]
    inputs = front(*sources)
    assert len(inputs.galleries) == GALLERIES
    assert len(inputs.topics) == TOPICS
    assert inputs.day is not None
    assert inputs.day.is_today


def test_a_topic_leaves_the_front_page_by_itself() -> None:
    """Its last day is still its own; what is to come stands after what runs."""
    today = NOW.date()
    day = dt.timedelta(days=1)
    inputs = front(
        topic("a", started=today + day),
        topic("b", ended=today),
        topic("c", ended=today - day),
    )
    assert [card.url for card in inputs.topics] == ["/topics/b/", "/topics/a/"]


def test_the_leads_picture_is_the_pages() -> None:
    """What is shown where the front page is shared."""
    inputs = front(*news(3, 3))
    assert inputs.head.image is not None
    assert inputs.head.image.alt == "图"
