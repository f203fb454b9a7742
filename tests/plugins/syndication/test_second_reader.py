"""A second reader's program gets every field, in each format: feedparser forgives much."""

import datetime as dt
import importlib
from importlib.util import find_spec
from typing import Any

import pytest

from plugins.edition.feeds import Format
from plugins.syndication.feed import feed_of
from plugins.syndication.posts import Attachment, Channel, Post, iri
from tests.helpers.programs import missing

SHANGHAI = dt.timezone(dt.timedelta(hours=8))
CHANNEL = Channel(
    "周报 & <报>",
    "一份周报",
    "https://news.example/?a=1&b=2",
    "https://news.example/feed.xml",
    "zh-Hans",
    author="周报",
)
POST = Post(
    "news-0001",
    "急救 & <AED>",
    "https://news.example/a/?x=1&y=2",
    dt.datetime(2026, 1, 2, 9, 30, tzinfo=SHANGHAI),
    dt.datetime(2026, 1, 5, 9, 30, tzinfo=SHANGHAI),
    "一句话的摘要",
    "<p>正文 &amp; <b>粗</b> ]]&gt;</p>",
    categories=("栏目", "急救 & 救护"),
    author="张三",
    unit="城东志愿队",
    image="https://news.example/a.jpg",
    attachments=(Attachment("https://news.example/a.mp3?a&b", "audio/mpeg", 7),),
)


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_every_field_comes_back(form: Format) -> None:
    """What was handed in is what the program has."""
    if find_spec("fastfeedparser") is None:
        missing("fastfeedparser", "make test")
    reader: Any = importlib.import_module("fastfeedparser")
    read = reader.parse(feed_of(CHANNEL, [POST], form))
    assert read.feed.title == CHANNEL.title
    assert read.feed.link == CHANNEL.address
    (entry,) = read.entries
    assert entry.id == (iri(POST.id) if form == "atom" else POST.id)
    assert entry.title == POST.title
    assert entry.link == POST.address
    assert entry.author == POST.author
    assert entry.published == "2026-01-02T01:30:00+00:00"
    assert entry.description == POST.summary
    assert entry.content[0]["value"] == POST.content
    assert [tag["term"] for tag in entry.tags] == [*POST.categories]
    links = [each for each in entry.links if each["rel"] == "enclosure"]
    (file,) = links if form == "atom" else entry.enclosures
    assert file["href" if form == "atom" else "url"] == POST.attachments[0].address
    assert file["type"] == "audio/mpeg"
    if form != "atom":
        assert file["length"] == 7
