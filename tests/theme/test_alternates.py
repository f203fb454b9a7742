"""The feeds in the head of a page are those of the catalogue."""

import re

from plugins.edition.feeds import FILES, TYPES
from tests.helpers.sites import ROOT

BASE = (ROOT / "theme" / "templates" / "base.html").read_text(encoding="utf-8")


def test_each_format_stands_in_the_head_with_its_type() -> None:
    """The template writes names of files and types itself, for it is rendered for every page."""
    links = re.findall(
        r'<link rel="alternate" type="([^"]+)" title="[^"]*feed[^"]*" href="([^"]+)">', BASE
    )
    assert links == [(TYPES[form], "{{ feed.folder }}" + FILES[form]) for form in FILES]
