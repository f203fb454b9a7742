"""What pages tell machines of themselves: JSON that is JSON-LD, of things that are there."""

import json
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest

from tests.helpers.pages import pages_of
from tests.helpers.sites import Site

KNOWN = {
    "NewsArticle": {
        *("headline", "url", "inLanguage", "datePublished", "dateModified", "articleSection"),
        *("author", "publisher", "image"),
    },
    "ImageGallery": {
        *("name", "url", "inLanguage", "datePublished", "description", "publisher", "image"),
    },
    "ImageObject": {
        *("contentUrl", "width", "height", "caption", "creditText", "creator", "copyrightNotice"),
        *("license", "acquireLicensePage", "contentLocation", "dateCreated", "url"),
        "representativeOfPage",
    },
    "Organization": {"name", "url"},
    "Person": {"name"},
    "Place": {"name"},
}
"""The properties that schema.org gives to these types, as far as they are used."""


def things(value: Any) -> list[dict[str, Any]]:
    """All things that a document tells of."""
    if isinstance(value, list):
        return [thing for each in value for thing in things(each)]
    if not isinstance(value, dict):
        return []
    return [value, *(thing for each in value.values() for thing in things(each))]


@pytest.mark.parametrize(
    ("page_type", "kind"),
    [("article", "NewsArticle"), ("gallery", "ImageGallery"), ("photo", "ImageObject")],
)
def test_pages_tell_of_themselves(sample_site: Site, page_type: str, kind: str) -> None:
    """Of their kind, with schema.org's words; each picture is there, with its rights."""
    pages = pages_of(sample_site.output, page_type)
    pictures = 0
    for url, path in pages.items():
        scripts = lxml.html.parse(path).xpath('//script[@type="application/ld+json"]/text()')
        told = [json.loads(str(script)) for script in scripts]
        [page] = [each for each in told if each["@type"] == kind]
        assert page["@context"] == "https://schema.org"
        assert urlsplit(page["url"]).path == url
        for thing in things(page):
            assert set(thing) - {"@type", "@context"} <= KNOWN[thing["@type"]], url
            if thing["@type"] == "ImageObject":
                pictures += 1
                file = sample_site.output / urlsplit(thing["contentUrl"]).path.lstrip("/")
                assert file.is_file(), thing["contentUrl"]
                assert urlsplit(thing["license"]).scheme == "https"
                page_to_ask = urlsplit(thing["acquireLicensePage"]).path
                assert (sample_site.output / page_to_ask.lstrip("/") / "index.html").is_file()
    assert pictures >= len(pages) // 2
