"""The sitemaps against their schemas, and against the pages that were built."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import xmlschema
from lxml import etree

from plugins.discovery.sitemaps import NewsSitemap
from plugins.press.templates import Renderer, RenderSetup
from tests.helpers.pages import addresses, leads_on, pages_of
from tests.helpers.programs import node_file
from tests.helpers.sites import Site
from tests.plugins.edition.making import article, edition_of

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


NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
NEWS_XSD = f"""
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="{NEWS[1:-1]}"
  targetNamespace="{NEWS[1:-1]}" elementFormDefault="qualified">
  <xsd:element name="news"><xsd:complexType><xsd:sequence>
    <xsd:element name="publication"><xsd:complexType><xsd:sequence>
      <xsd:element name="name" type="xsd:string"/>
      <xsd:element name="language"><xsd:simpleType><xsd:restriction base="xsd:string">
        <xsd:pattern value="zh-cn|zh-tw|[a-z]{{2,3}}"/>
      </xsd:restriction></xsd:simpleType></xsd:element>
    </xsd:sequence></xsd:complexType></xsd:element>
    <xsd:element name="publication_date" type="xsd:dateTime"/>
    <xsd:element name="title" type="xsd:string"/>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>
"""
"""What its page on news sitemaps asks for."""


INDEX_XSD = f"""
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="{SPACE[1:-1]}"
  targetNamespace="{SPACE[1:-1]}" elementFormDefault="qualified">
  <xsd:element name="sitemapindex"><xsd:complexType><xsd:sequence>
    <xsd:element name="sitemap" maxOccurs="50000"><xsd:complexType><xsd:sequence>
      <xsd:element name="loc" type="xsd:anyURI"/>
      <xsd:element name="lastmod" minOccurs="0"><xsd:simpleType>
        <xsd:union memberTypes="xsd:date xsd:dateTime"/>
      </xsd:simpleType></xsd:element>
    </xsd:sequence></xsd:complexType></xsd:element>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>
"""
"""What the protocol says of an index; its own schema is in no package."""


def schema() -> xmlschema.XMLSchema:
    """The XSD that sitemaps.org publishes, with what Google adds to it."""
    made = xmlschema.XMLSchema(node_file("sitemap/schema/sitemap.xsd"), allow="local")
    for space, text in ((IMAGES, IMAGES_XSD), (VIDEOS, VIDEOS_XSD), (NEWS, NEWS_XSD)):
        made.add_schema(text, namespace=space[1:-1], build=True)
    return made


def maps(site: Site) -> dict[str, Path]:
    """The sitemaps that the index names, by their paths: they are those that are there."""
    index = etree.parse(site.path("/sitemap.xml"))
    named = [urlsplit(str(each.text)).path for each in index.iter(f"{SPACE}loc")]
    assert len(named) == len(set(named))
    there = {f"/sitemaps/{path.name}" for path in site.path("/sitemaps").iterdir()}
    assert set(named) == there
    return {path: site.path(path) for path in named}


def entries(site: Site) -> dict[str, Any]:
    """All pages that the sitemaps of articles and pages name: each once, by its address."""
    found: dict[str, Any] = {}
    for path, file in maps(site).items():
        if "/news" not in path:
            for url in etree.parse(file).iter(f"{SPACE}url"):
                address = str(url.findtext(f"{SPACE}loc"))
                assert address not in found
                found[address] = url
    return found


def test_the_sitemaps_are_valid(sample_site: Site) -> None:
    """They and their index."""
    judge = schema()
    for file in maps(sample_site).values():
        judge.validate(str(file))
    xmlschema.XMLSchema(INDEX_XSD).validate(str(sample_site.path("/sitemap.xml")))


def test_news_are_valid() -> None:
    """The sitemap of what is new, on a day that has some."""
    sources = [article(f"columns/news/2026/{n}.md", "2026-11-21T07:00") for n in range(2)]
    (route,) = NewsSitemap.routes(edition_of(*sources))
    schema().validate(Renderer(RenderSetup((), "")).render(route.inputs).decode())


def test_sitemaps_are_true_to_their_years(sample_site: Site) -> None:
    """What one says of its newest change is the newest in it; articles stand by their years."""
    index = etree.parse(sample_site.path("/sitemap.xml"))
    said = {
        urlsplit(str(each.findtext(f"{SPACE}loc"))).path: each.findtext(f"{SPACE}lastmod")
        for each in index.iter(f"{SPACE}sitemap")
    }
    years = {path: file for path, file in maps(sample_site).items() if path[10:14].isdigit()}
    assert len(years) > 3
    for path, file in years.items():
        tree = etree.parse(file)
        changed = [str(each.text) for each in tree.iter(f"{SPACE}lastmod")]
        assert len(changed) == len([*tree.iter(f"{SPACE}url")])
        newest = max(changed, key=lambda text: datetime.fromisoformat(text).isoformat()[:19])
        assert said[path] == newest


def test_films_in_the_sitemap_are_whole(sample_site: Site) -> None:
    """What Google asks for is there, in the order of its schema; the files are the page's."""
    films = [film for url in entries(sample_site).values() for film in url.iter(f"{VIDEOS}video")]
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
    locations = entries(sample_site)
    canonical = {url: address(path) for url, path in addresses(sample_site.output).items()}
    assert set(locations) <= set(canonical.values())
    history = ("day", "almanac-day", "almanac", "history-month", "history-year")
    for page_type in ("front", "column", "article", *history, "gallery", "photo", "topic", "page"):
        pages = pages_of(sample_site.output, page_type).items()
        wanted = [canonical[url] for url, path in pages if not leads_on(path)]
        assert any(wanted), page_type
        # Days on which nothing is recorded ask to be passed by.
        assert page_type in ("day", "almanac-day") or all(wanted), page_type
        assert set(filter(None, wanted)) <= set(locations), page_type


def test_the_sitemap_names_the_pictures_of_articles_and_galleries(sample_site: Site) -> None:
    """Each picture that it names is there, and each photograph of a gallery is named."""
    named = {
        address: [str(each.text) for each in url.iter(f"{IMAGES}loc")]
        for address, url in entries(sample_site).items()
    }
    for images in named.values():
        for image in images:
            assert sample_site.path(urlsplit(image).path).is_file(), image
    canonical = {url: address(path) for url, path in addresses(sample_site.output).items()}
    for url in pages_of(sample_site.output, "photo"):
        assert len(named[canonical[url]]) == 1
    articles = pages_of(sample_site.output, "article")
    with_lead = [url for url in articles if named.get(canonical[url])]
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
