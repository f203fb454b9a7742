"""What pages tell machines of themselves, judged by schema.org's own vocabulary."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest

from tests.helpers.pages import PAGE_TYPES, addresses, judged, leads_on, pages_of
from tests.helpers.schema_org import vocabulary
from tests.helpers.sites import Site

SILENT = {"404", "day-embed"}
"""Page types that tell nothing: one has no address of its own, one stands in others' pages.

Nor do pages that only lead on.
"""

KINDS = {
    "article": "NewsArticle",
    "front": "NewsMediaOrganization",
    "gallery": "ImageGallery",
    "page": "WebPage",
    "photo": "ImageObject",
    "search": "WebPage",
    "subscribe": "WebPage",
}
"""What pages tell of; any other is a list."""


def things(value: Any) -> Iterator[dict[str, Any]]:
    """All nodes that a document tells of, those within others too."""
    if isinstance(value, list):
        for each in value:
            yield from things(each)
    elif isinstance(value, dict):
        yield value
        for each in value.values():
            yield from things(each)


def graph(path: Path) -> list[dict[str, Any]]:
    """The nodes of a page."""
    texts = lxml.html.parse(path).xpath('//script[@type="application/ld+json"]/text()')
    (text,) = texts
    whole = json.loads(str(text))
    assert set(whole) == {"@context", "@graph"}
    assert whole["@context"] == "https://schema.org"
    return list(whole["@graph"])


def spoken(site: Site) -> dict[str, list[dict[str, Any]]]:
    """What the pages tell that judges look at, by their addresses."""
    silent = {url for each in SILENT for url in pages_of(site.output, each)}
    pages = judged(site.output)
    return {
        url: graph(path) for url, path in pages.items() if url not in silent and not leads_on(path)
    }


@pytest.mark.parametrize("page_type", sorted(PAGE_TYPES))
def test_pages_tell_of_themselves(sample_site: Site, page_type: str) -> None:
    """One document a page, of the page's kind, with the way down to it that readers see."""
    for url, path in [*pages_of(sample_site.output, page_type).items()][:40]:
        tree = lxml.html.parse(path)
        if page_type in SILENT or leads_on(path):
            assert not tree.xpath('//script[@type="application/ld+json"]')
            continue
        nodes = {each["@type"]: each for each in graph(path)}
        own = nodes[KINDS.get(page_type, "CollectionPage")]
        assert urlsplit(own["url"]).path == url
        shown = [str(e.text_content()) for e in tree.xpath('//nav[@class="breadcrumb"]//a')]
        told = nodes.get("BreadcrumbList", {"itemListElement": []})["itemListElement"]
        assert [each["name"] for each in told][:-1] == shown, url
        assert [each["position"] for each in told] == [*range(1, len(told) + 1)]


def test_the_vocabulary_knows_every_term(sample_site: Site) -> None:
    """Types, their properties, and the kinds of values that these take."""
    known = vocabulary()
    faults = {
        url: found
        for url, nodes in spoken(sample_site).items()
        if (found := [fault for node in nodes for fault in known.faults(node)])
    }
    assert not faults


def test_addresses_of_nodes_lead_to_nodes(sample_site: Site) -> None:
    """On the same page, of the whole site (told on the front page), or of a page that is there.

    What is told of one address twice is told of one thing.
    """
    told = spoken(sample_site)
    whole = {node["@id"]: node["@type"] for node in told["/"]}
    origin = next(each for each in whole if each.endswith("/")).removesuffix("/")
    pages = {origin + url for url in addresses(sample_site.output)}
    for url, nodes in told.items():
        known = dict(whole)
        for thing in things(nodes):
            if "@id" in thing and "@type" in thing:
                assert known.setdefault(thing["@id"], thing["@type"]) == thing["@type"], url
        named = {thing["@id"] for thing in things(nodes) if set(thing) == {"@id"}}
        assert named <= known.keys() | pages, url
        assert all(node.get("@id") for node in nodes), url


def test_pictures_that_pages_tell_of_are_there(sample_site: Site) -> None:
    """Each file, with its licence, and the page where one asks for more."""
    seen = 0
    for nodes in spoken(sample_site).values():
        for thing in things(nodes):
            if thing.get("@type") != "ImageObject":
                continue
            file = sample_site.output / urlsplit(thing["contentUrl"]).path.lstrip("/")
            assert file.is_file(), thing["contentUrl"]
            if "width" in thing:
                seen += 1
                assert urlsplit(thing["license"]).scheme == "https"
                page_to_ask = urlsplit(thing["acquireLicensePage"]).path
                assert (sample_site.output / page_to_ask.lstrip("/") / "index.html").is_file()
    assert seen > 30


GOOD = {
    "@type": "NewsArticle",
    "@id": "https://news.example/#article",
    "headline": "题",
    "datePublished": "2026-01-02T09:30:00+08:00",
    "author": [{"@type": "Person", "name": "甲"}],
    "publisher": {"@id": "https://news.example/#organization"},
    "image": {"@type": "ImageObject", "width": "9 px", "url": "https://news.example/a.webp"},
}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"titel": "题"}, "NewsArticle.titel: not a property"),
        ({"startDate": "2026-01-02"}, "NewsArticle.startDate: not a property"),
        ({"@type": "Newsarticle"}, "known type"),
        ({"datePublished": "2 January"}, "NewsArticle.datePublished: takes no"),
        ({"author": "甲"}, "NewsArticle.author: takes no"),
        ({"author": {"@type": "Place", "name": "甲"}}, "takes no Place"),
        ({"author": []}, "an empty list"),
        ({"headline": {"@id": "https://news.example/"}}, "takes no node"),
        ({"headline": ""}, "NewsArticle.headline: takes no"),
        ({"image": {"@type": "ImageObject", "width": 9}}, "ImageObject.width: takes no 9"),
        ({"url": "/a/"}, "NewsArticle.url: takes no"),
        ({"isAccessibleForFree": "yes"}, "takes no 'yes'"),
        ({"query-input": "required"}, "not a property of an action"),
        ({"author": [{"@type": "Person", "titel": "甲"}]}, "Person.titel: not a property"),
    ],
)
def test_the_judge_finds_what_is_wrong(wrong: dict[str, Any], said: str) -> None:
    """Each kind of fault; of what is right it says nothing."""
    assert not list(vocabulary().faults(GOOD))
    assert said in "\n".join(vocabulary().faults(GOOD | wrong))
