"""The sitemap against its schema, and against the pages that were built."""

import re

import xmlschema
from lxml import etree

from tests.helpers.pages import addresses
from tests.helpers.programs import node_file
from tests.helpers.sites import Site

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_is_valid(sample_site: Site) -> None:
    """It obeys the XSD that sitemaps.org publishes."""
    schema = xmlschema.XMLSchema(node_file("sitemap/schema/sitemap.xsd"), allow="local")
    schema.validate(str(sample_site.path("/sitemap.xml")))


def test_the_sitemap_names_every_page_once(sample_site: Site) -> None:
    """Each page is in it under its canonical address, and nothing that is no page is."""
    locations = sitemap(sample_site)
    assert len(locations) == len(set(locations))
    canonical = set()
    for path in addresses(sample_site.output).values():
        page = path.read_text(encoding="utf-8")
        if re.search(r'<meta name="robots" content="[^"]*noindex', page):
            continue
        found = re.search(r'<link rel="canonical" href="([^"]+)"', page)
        if found:
            canonical.add(found[1])
    assert canonical == set(locations)


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
