"""What feedgen gets wrong, fault by fault.

Each of these fails when feedgen is mended: then the work-round in
``plugins/syndication/generated.py`` may go, and the test with it.
"""

import datetime as dt
from typing import Any

import pytest
from feedgen.feed import FeedGenerator
from lxml import etree

DATE = dt.datetime(2026, 1, 2, 9, 30, tzinfo=dt.UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed() -> Any:
    """A feed with what both formats ask for."""
    made = FeedGenerator()
    made.id("https://news.example/")
    made.title("周报")
    made.description("一份周报")
    made.link(href="https://news.example/feed.xml", rel="self")
    made.link(href="https://news.example/", rel="alternate")
    return made


def add(feed: Any, name: str = "a", **more: Any) -> Any:
    """One more entry."""
    entry = feed.add_entry(**more)
    entry.id(name)
    entry.title(name)
    entry.link(href=f"https://news.example/{name}/")
    return entry


def rss(feed: Any) -> Any:
    """The channel that feedgen writes."""
    return etree.fromstring(feed.rss_str())[0]


def atom(feed: Any) -> Any:
    """The feed that it writes in Atom."""
    return etree.fromstring(feed.atom_str())


def test_entries_stand_newest_first_only_if_appended(feed: Any) -> None:
    """What is added last stands first."""
    add(feed, "a")
    add(feed, "b")
    assert [each.findtext("title") for each in rss(feed).iter("item")] == ["b", "a"]


def test_the_time_of_the_build_is_in_the_feed(feed: Any) -> None:
    """Unless it is set: of the feed in both formats, and of an Atom entry."""
    add(feed).published(DATE)
    assert str(dt.datetime.now(tz=dt.UTC).year) in rss(feed).findtext("lastBuildDate")
    for each in atom(feed).iter(f"{ATOM}updated"):
        assert not each.text.startswith("2026-01-02")


def test_the_last_link_is_that_of_the_channel(feed: Any) -> None:
    """Whatever its relation."""
    feed.link(href="https://hub.example/", rel="hub")
    assert rss(feed).findtext("link") == "https://hub.example/"


def test_rss_has_no_link_but_that_to_itself(feed: Any) -> None:
    """None to a hub, none to archives."""
    feed.link(href="https://hub.example/", rel="hub")
    feed.link(href="https://news.example/feeds/2025.xml", rel="prev-archive")
    assert [each.get("rel") for each in rss(feed).iter(f"{ATOM}link")] == ["self"]


def test_links_of_atom_entries_lose_what_they_are(feed: Any) -> None:
    """An enclosure has no relation, type or length: it is one more page of the entry."""
    add(feed).enclosure("https://news.example/a.mp3", "7", "audio/mpeg")
    links = [dict(each.attrib) for each in atom(feed).find(f"{ATOM}entry").iter(f"{ATOM}link")]
    assert links == [{"href": "https://news.example/a/"}, {"href": "https://news.example/a.mp3"}]


def test_the_last_enclosure_is_that_of_rss(feed: Any) -> None:
    """Of several."""
    entry = add(feed)
    entry.enclosure("https://news.example/a.mp3", "7", "audio/mpeg")
    entry.enclosure("https://news.example/a.jpg", "8", "image/jpeg")
    (item,) = rss(feed).iter("item")
    assert [each.get("type") for each in item.iter("enclosure")] == ["image/jpeg"]


def test_cdata_is_written_as_a_type_into_atom(feed: Any) -> None:
    """RFC 4287 knows text, html, xhtml and media types."""
    add(feed).content("<p>甲</p>", type="CDATA")
    assert atom(feed).find(f"{ATOM}entry/{ATOM}content").get("type") == "CDATA"


def test_a_description_takes_the_place_of_atoms_content(feed: Any) -> None:
    """Whichever is set last."""
    entry = add(feed)
    entry.content("<p>甲</p>", type="html")
    entry.description("摘要")
    assert atom(feed).findtext(f"{ATOM}entry/{ATOM}content") == "摘要"


def test_a_naive_date_raises(feed: Any) -> None:
    """A date is asked to have a zone."""
    with pytest.raises(ValueError, match="timezone"):
        add(feed).published(DATE.replace(tzinfo=None))


def test_a_control_character_raises(feed: Any) -> None:
    """And one title keeps all others from being written."""
    add(feed).title("甲\x07")
    with pytest.raises(ValueError, match="XML"):
        feed.rss_str()


def test_podcasts_are_explicit_in_an_old_way_only(feed: Any) -> None:
    """Directories ask for "true" or "false"."""
    feed.load_extension("podcast")
    with pytest.raises(ValueError, match="explicit"):
        feed.podcast.itunes_explicit("false")
