"""The pages of a built site, by type: what the judges look at."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

PAGE_TYPES = {
    "front": r"/",
    "columns": r"/columns/",
    "column": r"/columns/[^/]+/",
    "section": r"/sections/[^/]+/",
    "article": r"/columns/[^/]+/\d{4}/[^/]+/",
    "day": r"/on-this-day/\d\d-\d\d/",
    "almanac-day": r"/on-this-day/(?!years/)[^/]+/\d\d-\d\d/",
    "almanac": r"/on-this-day/(?!years/|embed/|\d)[^/]+/",
    "day-embed": r"/on-this-day/embed/",
    "history-month": r"/on-this-day/\d\d/",
    "history-years": r"/on-this-day/years/",
    "history-year": r"/on-this-day/years/[^/]+/",
    "on-this-day": r"/on-this-day/",
    "galleries": r"/galleries/",
    "gallery": r"/galleries/[^/]+/",
    "photo": r"/galleries/[^/]+/photos/[^/]+/",
    "topics": r"/topics/",
    "topic": r"/topics/[^/]+/",
    "units": r"/units/",
    "unit": r"/units/[^/]+/",
    "tags": r"/tags/",
    "tag": r"/tags/[^/]+/",
    "archive": r"/archive/",
    "month": r"/archive/\d{4}/\d\d/",
    "page": r"/pages/[^/]+/",
    "redirect": r"/first-aid/[^/]+\.html",
    "search": r"/search/",
    "subscribe": r"/subscribe/",
    "404": r"/404\.html",
}
"""Each page type's addresses, as a pattern."""

STANDING = tuple(name for name in PAGE_TYPES if name != "redirect")
"""Those that a browser stays on."""


@cache
def addresses(output: Path) -> Mapping[str, Path]:
    """Every page's file by its address, in a site that is built once: it is looked up once."""
    found = {}
    for path in sorted(output.rglob("*.html")):
        url = "/" + path.relative_to(output).as_posix()
        found[url.removesuffix("index.html")] = path
    return MappingProxyType(found)


def leads_on(page: Path) -> bool:
    """Tell whether a page stands at an old address and only sends readers to the new one."""
    return b'<meta http-equiv="refresh"' in page.read_bytes()


def pages_of(output: Path, page_type: str) -> dict[str, Path]:
    """Every page of one type, by its address."""
    pattern = re.compile(PAGE_TYPES[page_type])
    return {url: path for url, path in addresses(output).items() if pattern.fullmatch(url)}


MANY = 60
"""Pages of one type from which on a judge looks at a part of them."""


@cache
def judged(output: Path) -> Mapping[str, Path]:
    """Every page by its address; of types with very many pages only some, the same each time.

    A newsroom has a page for each day of the year, most of them made alike: the fullest and
    the emptiest of them, and some in between, tell as much as all.
    """
    found = dict(addresses(output))
    for pattern in map(re.compile, PAGE_TYPES.values()):
        alike = [url for url in found if pattern.fullmatch(url)]
        if len(alike) > MANY:
            alike.sort(key=lambda url: (found[url].stat().st_size, url))
            third = MANY // 3
            between = alike[third:-third]
            kept = {*alike[:third], *alike[-third:], *between[:: -(-len(between) // third)]}
            for url in alike:
                if url not in kept:
                    del found[url]
    return MappingProxyType(found)


def fullest(output: Path, page_type: str) -> str:
    """The address of the page of one type that has most on it."""
    pages = pages_of(output, page_type)
    assert pages, f"no page of type {page_type} was built"
    return max(pages, key=lambda url: pages[url].stat().st_size)
