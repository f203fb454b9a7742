"""Items in RSS, Atom and JSON Feed: what is handed in comes back, whoever writes."""

import datetime as dt
import io
import json
import uuid
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from plugins.edition.feeds import FILES, Format
from plugins.syndication.archives import archive
from plugins.syndication.feed import feed_of
from plugins.syndication.generated import generated
from plugins.syndication.json_feed import json_feed
from plugins.syndication.media_data import Content, Group
from plugins.syndication.podcast_data import Episode, Programme, Transcript
from plugins.syndication.posts import Attachment, Channel, Post, iri, newest_change

SHANGHAI = dt.timezone(dt.timedelta(hours=8))
CHANNEL = Channel(
    "周报 & <报>",
    "一份 <周报> & 其他",
    "https://news.example/?a=1&b=2",
    "https://news.example/feed.xml",
    "zh-Hans",
    id="https://news.example/atom.xml",
    author="编辑部 & 人",
)
DATE = dt.datetime(2026, 1, 2, 9, 30, tzinfo=SHANGHAI)
POST = Post(
    "news-0001",
    "急救 & <AED>",
    "https://news.example/a/?x=1&y=2",
    DATE,
    DATE.replace(day=5),
    "摘要 & <说明>",
    "<p>正文 &amp; <b>粗</b></p>",
    categories=("栏目", "急救 & 救护", "栏目"),
    author="张三",
    unit="城东 <志愿> 队",
    image="https://news.example/a.jpg",
    attachments=(
        Attachment("https://news.example/a.mp3?a&b", "audio/mpeg", 7, "录音", 65),
        Attachment("https://news.example/a.jpg", "image/jpeg", 8),
    ),
    episode=Episode(
        65,
        "https://news.example/a.jpg",
        (Transcript("https://news.example/a.vtt", "text/vtt", "zh-Hans"),),
    ),
)
PROGRAMME = Programme("https://news.example/podcast/feed.xml", "周报", "desk@news.example")


def read(data: bytes) -> Any:
    """A feed as a reader sees it; it must be well formed."""
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_reader_gets_every_field(form: Format) -> None:
    """In RSS and in Atom; the first file alone where there is room for one."""
    feed = read(feed_of(CHANNEL, [POST], form))
    assert feed.version == {"rss": "rss20", "atom": "atom10"}[form]
    assert feed.feed.title == CHANNEL.title
    assert feed.feed.language == "zh-Hans"
    assert feed.feed.link == CHANNEL.address
    (entry,) = feed.entries
    assert entry.title == POST.title
    assert entry.link == POST.address
    assert entry.id == {"rss": "news-0001", "atom": iri("news-0001")}[form]
    assert entry.published_parsed[:5] == (2026, 1, 2, 1, 30)
    assert [tag.term for tag in entry.tags] == ["栏目", "急救 & 救护"]
    assert entry.author == POST.author
    assert [each.name for each in entry.contributors] == [POST.unit]
    assert entry.content[0].value == POST.content
    assert entry.summary == {"rss": "摘要 &amp; &lt;说明&gt;", "atom": POST.summary}[form]
    files = [(each.href, each.type, each.length) for each in entry.enclosures]
    told = [(each.address, each.type, str(each.length)) for each in POST.attachments]
    assert files == (told[:1] if form == "rss" else told)


def test_json_feed_says_all_of_it() -> None:
    """And nothing that is empty."""
    feed = json.loads(feed_of(CHANNEL, [POST, Post("b", "乙", "x", DATE, DATE, "摘要")], "json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["home_page_url"], feed["feed_url"]) == (CHANNEL.address, CHANNEL.own_address)
    first, second = feed["items"]
    assert first == {
        "id": "news-0001",
        "url": POST.address,
        "title": POST.title,
        "content_html": POST.content,
        "summary": POST.summary,
        "image": POST.image,
        "date_published": "2026-01-02T09:30:00+08:00",
        "date_modified": "2026-01-05T09:30:00+08:00",
        "authors": [{"name": "张三"}, {"name": POST.unit}],
        "tags": ["栏目", "急救 & 救护"],
        "attachments": [
            {
                "url": "https://news.example/a.mp3?a&b",
                "mime_type": "audio/mpeg",
                "title": "录音",
                "size_in_bytes": 7,
                "duration_in_seconds": 65,
            },
            {"url": POST.image, "mime_type": "image/jpeg", "size_in_bytes": 8},
        ],
    }
    assert second["content_text"] == "摘要"
    assert not {"content_html", "date_modified", "authors"} & second.keys()


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_hub_and_archives_are_named(form: Format) -> None:
    """As WebSub, RFC 5005 and JSON Feed have it; an archive says that it is one."""
    hub, older, newest = "https://hub.example/", "https://n.example/1", "https://n.example/2"
    channel = replace(CHANNEL, hub=hub, older=older, current=newest)
    if form == "json":
        feed = json.loads(archive(channel, [POST], "json"))
        assert feed["hubs"] == [{"type": "WebSub", "url": hub}]
        assert feed["next_url"] == older
        return
    for data in (feed_of(channel, [POST], form), archive(channel, [POST], form)):
        links = {each.rel: each.href for each in read(data).feed.links}
        assert (links["hub"], links["prev-archive"], links["current"]) == (hub, older, newest)
        assert b"<fh:archive/>" in data
    assert b"fh:" not in feed_of(CHANNEL, [POST], form)


def test_a_podcast_says_what_directories_ask_for() -> None:
    """Of itself and of each episode."""
    data = feed_of(replace(CHANNEL, programme=PROGRAMME), [POST], "rss")
    feed = read(data)
    assert feed.feed.itunes_explicit is not True
    assert feed.feed.publisher_detail == {"name": "周报", "email": "desk@news.example"}
    channel: Any = etree.fromstring(data)[0]
    space = {"i": "http://www.itunes.com/dtds/podcast-1.0.dtd"}
    space["p"] = "https://podcastindex.org/namespace/1.0"
    assert channel.xpath("string(i:author)", namespaces=space) == "周报"
    assert channel.xpath("string(i:category/@text)", namespaces=space) == "News"
    assert channel.xpath("string(i:explicit)", namespaces=space) == "false"
    assert channel.xpath("string(item/i:duration)", namespaces=space) == "65"
    assert channel.xpath("string(item/i:image/@href)", namespaces=space) == POST.image
    transcript = channel.xpath("item/p:transcript", namespaces=space)[0]
    assert dict(transcript.attrib) == {
        "url": "https://news.example/a.vtt",
        "type": "text/vtt",
        "language": "zh-Hans",
    }


def test_a_podcasts_guid_is_what_its_documentation_says() -> None:
    """The example of podcastnamespace.org/tag/guid."""
    programme = replace(PROGRAMME, address="https://mp3s.nashownotes.com/pc20rss.xml")
    data = feed_of(replace(CHANNEL, programme=programme), [], "rss")
    assert b"<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>" in data


def test_media_rss_tells_files_and_credits() -> None:
    """A group for each picture."""
    content = Content("https://news.example/a.jpg", "image/jpeg", 960, 640, 8)
    group = Group((content,), content, "图", "说明", "张三", "周报")
    data = feed_of(CHANNEL, [replace(POST, media=(group,))], "rss")
    entry = read(data).entries[0]
    assert entry.media_content[0]["filesize"] == "8"
    assert entry.media_credit[0]["content"] == "张三"
    assert b"media:" not in feed_of(CHANNEL, [POST], "rss")


def test_an_id_is_an_iri_and_the_same_for_ever() -> None:
    """Whatever editors write; what is an IRI already stays."""
    assert iri("news-0001") == "urn:uuid:8ad80d69-a4c8-560b-aa28-b57551cdd9b3"
    space = uuid.UUID("6c6aa5a4-2c8c-5e5c-9f0e-6d5b7b1f4c11")
    for name in ("columns/news/2026/a", "急救-1", "x"):
        assert iri(name) == f"urn:uuid:{uuid.uuid5(space, name)}"
    assert iri("tag:news.example,2026-05-08:on-this-day").startswith("tag:")


def test_a_feed_changed_when_its_newest_item_did() -> None:
    """Not when it was built; without items long ago."""
    old = replace(POST, changed=DATE)
    assert newest_change([old, POST, old]) == POST.changed
    for form in FILES:
        assert feed_of(CHANNEL, [], form) == feed_of(CHANNEL, [], form)
    assert read(feed_of(CHANNEL, [], "rss")).feed.updated_parsed[0] == 2000


TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=8,
).filter(str.strip)
ADDRESSES = TEXTS.map(lambda text: f"https://news.example/{text}?a=1&b=\"2'")
DATES = st.datetimes(
    dt.datetime(1900, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    dt.datetime(2999, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([dt.UTC, SHANGHAI]),
).map(lambda date: date.replace(microsecond=0))
FILES_OF = st.builds(
    Attachment,
    *(ADDRESSES, st.sampled_from(["audio/mpeg", "image/jpeg"]), st.integers(1, 10**9)),
    title=st.just(""),
    seconds=st.just(0),
)
EPISODES = st.builds(
    Episode,
    st.integers(0, 9999),
    st.just("") | ADDRESSES,
    st.lists(st.builds(Transcript, ADDRESSES, st.just("text/vtt"), st.just("en")), max_size=2).map(
        tuple
    ),
)
POSTS = st.builds(
    Post,
    *(TEXTS, TEXTS, ADDRESSES, DATES, DATES, TEXTS, st.just("")),
    categories=st.lists(TEXTS, max_size=3).map(tuple),
    author=st.just("") | TEXTS,
    unit=st.just("") | TEXTS,
    image=st.just(""),
    attachments=st.lists(FILES_OF, max_size=2).map(tuple),
    media=st.just(()),
    episode=EPISODES,
)


def tree(data: bytes) -> bytes:
    """An XML document without the spaces between its elements."""
    root = etree.fromstring(data)
    for each in root.iter():
        if len(each):
            each.text = None
        each.tail = None
    return bytes(etree.tostring(root, method="c14n"))


@settings(max_examples=40, deadline=None)
@given(st.lists(POSTS, max_size=3), st.sampled_from(["rss", "atom"]))
def test_both_writers_say_the_same(posts: list[Post], form: Format) -> None:
    """What is written directly, for it is quick, is what feedgen would write."""
    channel = replace(CHANNEL, programme=PROGRAMME, current="https://n.example/2")
    written = archive(channel, posts, form)
    assert form != "json"
    assert tree(written) == tree(generated(channel, posts, form))


def test_an_archive_in_json_is_as_any_other_feed() -> None:
    """There is one writer."""
    assert archive(CHANNEL, [POST], "json") == json_feed(CHANNEL, [POST])
