"""What machines and lost readers find."""

from typing import Any
from xml.etree import ElementTree

from plugins.discovery.pages import SITEMAP, NotFoundPage, Robots, Sitemap
from plugins.edition.model import Edition
from plugins.press.templates import Renderer, RenderSetup
from tests.plugins.edition.making import (
    almanac,
    article,
    column,
    edition_of,
    entry,
    frame,
    gallery,
    moment,
    page,
    topic,
)

RENDERER = Renderer(RenderSetup((), ""))


def rendered(kind: Any, edition: Edition) -> bytes:
    """The one file of a page type."""
    ((_, inputs),) = kind.routes(edition)
    return RENDERER.render(inputs)


def places(edition: Edition) -> dict[str, str]:
    """The sitemap: each address and when it changed."""
    root = ElementTree.fromstring(rendered(Sitemap, edition))  # noqa: S314 - our own file
    assert root.tag == f"{{{SITEMAP}}}urlset"
    found = {}
    for url in root:
        assert url.tag == f"{{{SITEMAP}}}url"
        address = url.findtext(f"{{{SITEMAP}}}loc")
        assert address is not None
        assert address not in found
        found[address] = url.findtext(f"{{{SITEMAP}}}lastmod") or ""
    return found


SOURCES = (
    column(),
    article(updated=moment("2026-01-05T23:30")),
    gallery(),
    page(),
    topic(),
    almanac(),
    entry(),
)


def test_the_sitemap_names_what_is_published() -> None:
    """With full addresses in the site's folder, and the day of an article's last change."""
    found = places(edition_of(*SOURCES, over=frame("/weekly")))
    base = "https://news.example/weekly"
    assert all(address.startswith(f"{base}/") for address in found)
    assert found[f"{base}/columns/news/2026/a/"] == "2026-01-05"
    for path in (
        "/",
        "/columns/news/",
        "/galleries/g/",
        "/pages/about/",
        "/topics/t/",
        "/on-this-day/02-09/",
    ):
        assert base + path in found


def test_no_draft_is_in_the_sitemap_of_a_preview() -> None:
    """Not even where drafts are shown."""
    drafts = (
        column(),
        article(status="draft"),
        article("columns/news/2026/later.md", "2030-01-01"),
        gallery(status="draft"),
    )
    found = places(edition_of(*drafts, drafts=True))
    assert not [a for a in found if "/2026/" in a or a.endswith("/galleries/g/")]


def test_the_sitemap_is_escaped() -> None:
    """An address of ours has no such sign; one from a setting may."""
    found = places(edition_of(over=frame("/a&b")))
    assert "https://news.example/a&b/" in found


def test_robots_are_told_where_the_sitemap_is() -> None:
    """And may read everything."""
    lines = rendered(Robots, edition_of(over=frame("/weekly"))).decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow" not in "".join(lines)
    assert "Sitemap: https://news.example/weekly/sitemap.xml" in lines


def test_a_page_that_is_not_there_leads_on() -> None:
    """To the newest articles and all columns; search engines are told not to keep it."""
    sources = [article(f"columns/news/2026/{n}.md", f"2026-01-0{n}") for n in range(1, 9)]
    ((url, inputs),) = NotFoundPage.routes(edition_of(*sources, column()))
    assert url == "/404.html"
    assert isinstance(inputs, NotFoundPage)
    assert not inputs.head.index
    assert [card.url.rstrip("/")[-1] for card in inputs.latest] == list("876543")
    assert [each.url for each in inputs.columns] == ["/columns/news/"]
