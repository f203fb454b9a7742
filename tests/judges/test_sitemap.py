"""The sitemap against its schema, and against the pages that were built."""

import re
from pathlib import Path

import xmlschema
from lxml import etree

from tests.helpers.pages import addresses, pages_of
from tests.helpers.programs import node_file
from tests.helpers.sites import Site

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_is_valid(sample_site: Site) -> None:
    """It obeys the XSD that sitemaps.org publishes."""
    schema = xmlschema.XMLSchema(node_file("sitemap/schema/sitemap.xsd"), allow="local")
    schema.validate(str(sample_site.path("/sitemap.xml")))


def test_the_sitemap_names_every_page_once(sample_site: Site) -> None:
    """What has a text of its own is in it, under its canonical address; what is no page is not.

    Lists by tag, unit or month may be left to the links that lead to them.
    """
    locations = sitemap(sample_site)
    assert len(locations) == len(set(locations))
    canonical = {url: address(path) for url, path in addresses(sample_site.output).items()}
    assert set(locations) <= set(canonical.values())
    history = ("day", "almanac-day", "almanac", "history-month", "history-year")
    for page_type in ("front", "column", "article", *history, "gallery", "topic", "page"):
        wanted = [canonical[url] for url in pages_of(sample_site.output, page_type)]
        assert any(wanted), page_type
        # Days on which nothing is recorded ask to be passed by.
        assert page_type in ("day", "almanac-day") or all(wanted), page_type
        assert set(filter(None, wanted)) <= set(locations), page_type


def address(page: Path) -> str:
    """A page's canonical address; none where search engines are asked to pass it by."""
    text = page.read_text(encoding="utf-8")
    if re.search(r'<meta name="robots" content="[^"]*noindex', text):
        return ""
    found = re.search(r'<link rel="canonical" href="([^"]+)"', text)
    assert found, page
    return found[1]


def test_robots_names_the_sitemap(sample_site: Site) -> None:
    """A crawler that reads robots.txt finds the sitemap by its absolute address."""
    lines = sample_site.read("/robots.txt").splitlines()
    named = [line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: ")]
    assert len(named) == 1
    assert re.fullmatch(r"https://[^/]+/(.*/)?sitemap\.xml", named[0])


def sitemap(site: Site) -> list[str]:
    """The addresses that a site's sitemap names."""
    tree = etree.parse(site.path("/sitemap.xml"))
    return [str(each.text) for each in tree.iter(f"{SPACE}loc")]
