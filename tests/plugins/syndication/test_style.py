"""The line that names a feed's styles, and what they say of the feed's elements."""

from xml.dom import minidom

import pytest

from plugins.edition.feeds import FILES, Format, site_feed
from plugins.syndication.archives import archive
from plugins.syndication.channels import channel_of
from plugins.syndication.feed import feed_of
from plugins.syndication.style import styled
from tests.helpers.sites import ROOT
from tests.plugins.edition.making import article, edition_of

RSS = b"<?xml version='1.0' encoding='UTF-8'?>\n<rss version=\"2.0\"><channel/></rss>\n"
FEED = ROOT / "theme" / "static" / "feed"


def test_the_styles_are_named_before_the_feed() -> None:
    """As an instruction of its own that every XML parser sees; the rest stays."""
    made = styled(RSS, "/a&b/static/feed.css")
    document = minidom.parseString(made)  # noqa: S318 - our own text
    line = document.firstChild
    assert isinstance(line, minidom.ProcessingInstruction)
    assert line.target == "xml-stylesheet"
    assert line.data == 'type="text/css" href="/a&amp;b/static/feed.css"'
    assert made.replace(b"<?xml-stylesheet " + line.data.encode() + b"?>\n", b"") == RSS


@pytest.mark.parametrize("feed", [b"", b"<rss/>", b"<?xml version='1.0'?><rss/>"])
def test_a_feed_begins_with_its_declaration(feed: bytes) -> None:
    """Nothing is put where an XML parser would not take it."""
    with pytest.raises(ValueError, match="declaration"):
        styled(feed, "/static/feed.css")


@pytest.mark.parametrize("form", FILES)
def test_every_feed_in_xml_names_its_styles(form: Format) -> None:
    """Archives, too; what is no XML knows nothing of them."""
    edition = edition_of(article())
    channel = channel_of(edition, site_feed(edition), form)
    for made in (feed_of(channel, (), form), archive(channel, (), form)):
        named = made.splitlines()[1].startswith(b"<?xml-stylesheet ") if form != "json" else False
        assert named == (b"/static/feed-zh.css" in made) == (form != "json")


def test_namespaces_are_declared_before_all_else() -> None:
    """A browser takes no notice of them further down, and then of no rule that names one."""
    text = (FEED / "feed.css").read_text("utf-8")
    assert text.partition("*/")[2].lstrip().startswith("@namespace atom ")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_language_says_what_a_feed_is(language: str) -> None:
    """The sentence that the look puts over the items."""
    assert "--what:" in (FEED / f"{language}.css").read_text("utf-8")
    assert "var(--what)" in (FEED / "feed.css").read_text("utf-8")
