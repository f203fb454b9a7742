"""What the pages of On This Day tell machines."""

from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from plugins.edition.cards import Body, EntryView, Head, Link
from plugins.edition.dates import When
from plugins.linked_data.history import dated, history_data
from tests.plugins.edition.making import frame, picture

from .graphs import HOST, nodes


class Story(NamedTuple):
    """An article that tells of an entry."""

    title: str
    url: str


class Told(NamedTuple):
    """An entry with its articles."""

    entry: EntryView
    stories: tuple[Story, ...] = ()


def entry(when: When, **more: Any) -> EntryView:
    """An entry of an almanac."""
    made = EntryView(
        anchor="a-e",
        title="成立",
        when=when,
        almanac=Link("史", "/on-this-day/a/"),
        body=Body(""),
        picture=None,
        sources=(),
        tags=(),
    )
    return replace(made, **more)


def test_a_day_tells_what_happened() -> None:
    """An event has one address, whatever page tells of it; what is near only is none."""
    full = entry(When(1904, 3, 10), people=("甲",), places=("上海",), picture=picture())
    entries = [Told(full, (Story("文章", "/a/"),)), Told(entry(When(1904, 3, 10, circa=True)))]
    head = Head("", "/weekly/on-this-day/a/03-10/")
    made = nodes(history_data(head, frame("/weekly"), "3月10日", "", "首页", [], entries=entries))
    event = made["Event"]
    assert event["@id"] == f"{HOST}/weekly/on-this-day/03-10/#a-e"
    assert made["CollectionPage"]["about"] == [{"@id": event["@id"]}]
    assert event["startDate"] == "1904-03-10"
    assert event["location"] == [{"@type": "Place", "name": "上海"}]
    assert event["about"] == [{"@type": "Person", "name": "甲"}]
    assert event["image"]["@type"] == "ImageObject"
    assert event["subjectOf"][0]["@id"] == f"{HOST}/a/#article"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(1904, 3, 10), "1904-03-10"),
        (When(1904, 3), "1904-03"),
        (When(1904), "1904"),
        (When(1904, circa=True), ""),
        (When(1582, 10, 4), ""),
        (When(1500), "1500"),
        (When(0), ""),
        (When(-43, 3, 15), ""),
    ],
)
def test_a_machine_is_told_a_date_that_it_will_not_mistake(when: When, said: str) -> None:
    """No Julian day, nothing before the common era, nothing that is near only."""
    assert dated(when) == said
