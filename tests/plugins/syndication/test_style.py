"""The line that names a feed's styles, and what they say of the feed's elements."""

from xml.dom import minidom

import pytest

from plugins.syndication.style import styled
from tests.helpers.sites import ROOT

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


def test_namespaces_are_declared_before_all_else() -> None:
    """A browser takes no notice of them further down, and then of no rule that names one."""
    text = (FEED / "feed.css").read_text("utf-8")
    assert text.partition("*/")[2].lstrip().startswith("@namespace atom ")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_language_says_what_a_feed_is(language: str) -> None:
    """The sentence that the look puts over the items."""
    assert "--what:" in (FEED / f"{language}.css").read_text("utf-8")
    assert "var(--what)" in (FEED / "feed.css").read_text("utf-8")
