"""The sitemap against its schema, and against the pages that were built."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import xmlschema
from lxml import etree

from tests.helpers.pages import addresses, pages_of
from tests.helpers.programs import node_file
from tests.helpers.sites import Site

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

IMAGES = "{http://www.google.com/schemas/sitemap-image/1.1}"
IMAGES_XSD = f"""
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="{IMAGES[1:-1]}"
  targetNamespace="{IMAGES[1:-1]}" elementFormDefault="qualified">
  <xsd:element name="image"><xsd:complexType><xsd:sequence>
    <xsd:element name="loc" type="xsd:anyURI"/>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>
"""
"""What Google's page on image sitemaps still asks for, in our own words."""

VIDEOS = "{http://www.google.com/schemas/sitemap-video/1.1}"
VIDEOS_XSD = f"""
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="{VIDEOS[1:-1]}"
  targetNamespace="{VIDEOS[1:-1]}" elementFormDefault="qualified">
  <xsd:element name="video"><xsd:complexType><xsd:sequence>
    <xsd:element name="thumbnail_loc" type="xsd:anyURI"/>
    <xsd:element name="title" type="xsd:string"/>
    <xsd:element name="description"><xsd:simpleType><xsd:restriction base="xsd:string">
      <xsd:maxLength value="2048"/>
    </xsd:restriction></xsd:simpleType></xsd:element>
    <xsd:element name="content_loc" type="xsd:anyURI"/>
    <xsd:element name="duration" minOccurs="0"><xsd:simpleType>
      <xsd:restriction base="xsd:positiveInteger">
        <xsd:maxInclusive value="28800"/>
      </xsd:restriction>
    </xsd:simpleType></xsd:element>
    <xsd:element name="publication_date" type="xsd:dateTime"/>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>
"""
"""What its page on video sitemaps asks for, of what ours have."""


def test_the_sitemap_is_valid(sample_site: Site) -> None:
    """It obeys the XSD that sitemaps.org publishes."""
    schema = xmlschema.XMLSchema(node_file("sitemap/schema/sitemap.xsd"), allow="local")
    schema.add_schema(IMAGES_XSD, namespace=IMAGES[1:-1], build=True)
    schema.add_schema(VIDEOS_XSD, namespace=VIDEOS[1:-1], build=True)
    schema.validate(str(sample_site.path("/sitemap.xml")))


def test_films_in_the_sitemap_are_whole(sample_site: Site) -> None:
    """What Google asks for is there, in the order of its schema; the files are the page's."""
    tree = etree.parse(sample_site.path("/sitemap.xml"))
    films = list(tree.iter(f"{VIDEOS}video"))
    assert films
    for film in films:
        said = {str(each.tag).removeprefix(VIDEOS): str(each.text) for each in film}
        names = ["thumbnail_loc", "title", "description", "content_loc"]
        assert [*said] == [*names, "duration", "publication_date"]
        assert 0 < int(said["duration"]) <= 28_800
        page = film.getparent()
        assert page is not None
        path = urlsplit(str(page.findtext(f"{SPACE}loc"))).path
        html = sample_site.read(path)
        for name in ("thumbnail_loc", "content_loc"):
            address = urlsplit(said[name]).path
            assert sample_site.path(address).is_file()
            assert address in html


def test_the_sitemap_names_every_page_once(sample_site: Site) -> None:
    """What has a text of its own is in it, under its canonical address; what is no page is not.

    Lists by tag, unit or month may be left to the links that lead to them.
    """
    locations = sitemap(sample_site)
    assert len(locations) == len(set(locations))
    canonical = {url: address(path) for url, path in addresses(sample_site.output).items()}
    assert set(locations) <= set(canonical.values())
    history = ("day", "almanac-day", "almanac", "history-month", "history-year")
    for page_type in ("front", "column", "article", *history, "gallery", "photo", "topic", "page"):
        wanted = [canonical[url] for url in pages_of(sample_site.output, page_type)]
        assert any(wanted), page_type
        # Days on which nothing is recorded ask to be passed by.
        assert page_type in ("day", "almanac-day") or all(wanted), page_type
        assert set(filter(None, wanted)) <= set(locations), page_type


def test_the_sitemap_names_the_pictures_of_articles_and_galleries(sample_site: Site) -> None:
    """Each picture that it names is there, and each photograph of a gallery is named."""
    tree = etree.parse(sample_site.path("/sitemap.xml"))
    named = {
        str(url.findtext(f"{SPACE}loc")): [str(e.text) for e in url.iter(f"{IMAGES}loc")]
        for url in tree.iter(f"{SPACE}url")
    }
    origin = next(iter(named)).removesuffix("/")
    for images in named.values():
        for image in images:
            assert sample_site.path(image.removeprefix(origin)).is_file(), image
    canonical = {url: address(path) for url, path in addresses(sample_site.output).items()}
    for url in pages_of(sample_site.output, "photo"):
        assert len(named[canonical[url]]) == 1
    with_lead = [url for url in pages_of(sample_site.output, "article") if named[canonical[url]]]
    assert len(with_lead) > 10


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
