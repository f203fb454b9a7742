"""What machines and lost readers find."""

import datetime as dt
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.discovery.maps import FULL, cut, news_parts, page_parts, year_parts
from plugins.discovery.pages import NotFoundPage, Robots
from plugins.discovery.sitemaps import NEWS, SITEMAP, NewsSitemap, Sitemap, SitemapIndex
from plugins.edition.model import Edition
from plugins.edition.sources import Source
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
    photo,
    shown,
    topic,
)

RENDERER = Renderer(RenderSetup((), ""))
BASE = "https://news.example/weekly"
KINDS = (SitemapIndex, Sitemap, NewsSitemap)


def rendered(kind: Any, edition: Edition) -> bytes:
    """The one file of a page type."""
    (route,) = kind.routes(edition)
    return RENDERER.render(route.inputs)


def files(edition: Edition) -> dict[str, bytes]:
    """All sitemaps and their index, by their paths."""
    routes = [route for kind in KINDS for route in kind.routes(edition)]
    assert all(route.inputs.page.owns(route.url) for route in routes)
    return {route.url: RENDERER.render(route.inputs) for route in routes}


def dated(text: bytes) -> dict[str, str]:
    """The addresses in a sitemap or an index: each once, and when it changed."""
    found = {}
    for each in ElementTree.fromstring(text):  # noqa: S314 - our own file
        address = each.findtext(f"{{{SITEMAP}}}loc")
        assert address is not None
        assert address not in found
        found[address] = each.findtext(f"{{{SITEMAP}}}lastmod") or ""
    return found


def places(edition: Edition) -> dict[str, str]:
    """All that the sitemaps of articles and pages name: they are those that the index names."""
    made = files(edition)
    site = edition.site
    named = dated(made.pop("/sitemap.xml"))
    assert {*named} == {site.origin + site.root + path for path in made}
    made.pop("/sitemaps/news.xml", None)
    found: dict[str, str] = {}
    for text in made.values():
        own = dated(text)
        assert not own.keys() & found.keys()
        found |= own
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
    """With full addresses in the site's folder; of articles alone it is known when they changed."""
    found = places(edition_of(*SOURCES, over=frame("/weekly")))
    assert all(address.startswith(f"{BASE}/") for address in found)
    assert found[f"{BASE}/columns/news/2026/a/"] == "2026-01-05T23:30:00+08:00"
    assert not any(changed for address, changed in found.items() if not address.endswith("/a/"))
    for path in (
        "/",
        "/columns/news/",
        "/galleries/g/",
        "/pages/about/",
        "/topics/t/",
        "/on-this-day/02-09/",
    ):
        assert BASE + path in found


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


def test_articles_stand_in_the_sitemaps_of_their_years() -> None:
    """Each with its last change; the index has the newest of each year."""
    sources = (
        column(),
        article("columns/news/2019/a.md", "2019-03-01", updated=moment("2025-05-05")),
        article("columns/news/2019/b.md", "2019-04-01"),
        article("columns/news/2020/c.md", "2020-01-01T08:30"),
    )
    edition = edition_of(*sources, over=frame("/weekly"))
    made = files(edition)
    assert dated(made["/sitemap.xml"]) == {
        f"{BASE}/sitemaps/2020.xml": "2020-01-01T08:30:00+08:00",
        f"{BASE}/sitemaps/2019.xml": "2025-05-05",
        f"{BASE}/sitemaps/pages.xml": "",
    }
    assert dated(made["/sitemaps/2019.xml"]) == {
        f"{BASE}/columns/news/2019/a/": "2025-05-05",
        f"{BASE}/columns/news/2019/b/": "2019-04-01",
    }


def test_an_edit_touches_the_sitemap_of_its_year() -> None:
    """The index only where the newest change is another one."""
    old = article("columns/news/2019/a.md", "2019-03-01")
    others = (column(), article("columns/news/2019/b.md", "2019-04-01"), article())

    def changed(source: Source) -> set[str]:
        before, after = files(edition_of(old, *others)), files(edition_of(source, *others))
        return {path for path in before if before[path] != after[path]}

    slight = article("columns/news/2019/a.md", "2019-03-01", updated=moment("2019-03-02"))
    assert changed(slight) == {"/sitemaps/2019.xml"}
    later = article("columns/news/2019/a.md", "2019-03-01", updated=moment("2019-05-02"))
    assert changed(later) == {"/sitemaps/2019.xml", "/sitemap.xml"}
    titled = article("columns/news/2019/a.md", "2019-03-01", title="另一题")
    assert changed(titled) == set()


def test_a_sitemap_that_is_full_has_another_beside_it() -> None:
    """The oldest stay where they are: one more article changes the last file alone."""
    sources = [article(f"columns/news/2026/{n}.md", f"2026-01-0{n}") for n in range(1, 8)]
    edition = edition_of(column(), *sources)
    # One address and room for one picture each.
    parts = {part.path: part.articles for part in year_parts(edition, full=6)}
    assert [*parts] == ["/sitemaps/2026.xml", "/sitemaps/2026-2.xml", "/sitemaps/2026-3.xml"]
    names = [[each.url.rstrip("/")[-1] for each in articles] for articles in parts.values()]
    assert names == [["1", "2", "3"], ["4", "5", "6"], ["7"]]
    fewer = edition_of(column(), *sources[:-1])
    assert [p.articles for p in year_parts(fewer, full=6)] == [*parts.values()][:2]
    pages = [part.path for part in page_parts(edition, full=5)]
    assert pages[:2] == ["/sitemaps/pages.xml", "/sitemaps/pages-2.xml"]
    assert all(Sitemap.page.owns(path) for path in (*parts, *pages))


@given(st.lists(st.integers(1, 9)), st.integers(9, 20))
def test_what_is_cut_is_all_there(weights: list[int], most: int) -> None:
    """In its order; no file is empty or too full, and none could have taken the next thing."""
    made = cut(weights, lambda weight: weight, most)
    assert [weight for each in made for weight in each] == weights
    assert all(0 < sum(each) <= most for each in made)
    for each, after in pairwise(made):
        assert sum(each) + after[0] > most
    longer = cut([*weights, 1], lambda weight: weight, most)
    assert made[:-1] == longer[: max(0, len(made) - 1)]


def test_no_file_can_be_too_large() -> None:
    """An address, with what stands about it, is at most a thousand bytes; so is a picture."""
    many = [article(f"columns/{'x' * 80}/2026/{'y' * 200}{n}.md") for n in range(3)]
    lead = shown("media/" + "p" * 180 + ".jpg")
    edition = edition_of(
        column("x" * 80),
        *many,
        article("columns/news/2026/lead.md", lead=lead),
        column(),
        pictures=[photo("media/" + "p" * 180 + ".jpg")],
    )
    text = files(edition)["/sitemaps/2026.xml"]
    assert b"<image:loc>" in text
    assert len(text) < 1000 * (len(many) + 2)
    assert FULL * 1000 <= 52_428_800


def test_news_are_those_of_today_and_yesterday() -> None:
    """By the site's days, so that a day's builds are alike; with what the format asks for."""
    sources = (
        column(),
        article("columns/news/2026/new.md", "2026-11-21T07:00", title="甲 & <乙>"),
        article("columns/news/2026/old.md", "2026-11-20"),
        article("columns/news/2026/older.md", "2026-11-19T23:59"),
        article("columns/news/2026/later.md", "2026-11-21T09:00"),
        article("columns/news/2026/draft.md", "2026-11-21", status="draft"),
    )
    edition = edition_of(*sources, over=frame("/weekly"))
    root = ElementTree.fromstring(rendered(NewsSitemap, edition))  # noqa: S314 - our own file
    told = [
        {each.tag.removeprefix(f"{{{NEWS}}}"): each.text for each in url.iter()} for url in root
    ]
    assert [each["title"] for each in told] == ["标题 old.md", "甲 & <乙>"]
    assert (told[1]["name"], told[1]["language"]) == (edition.site.name, "zh-cn")
    assert told[1]["publication_date"] == "2026-11-21T07:00:00+08:00"
    assert told[0]["publication_date"] == "2026-11-20T00:00:00+08:00"
    index = dated(rendered(SitemapIndex, edition))
    assert index[f"{BASE}/sitemaps/news.xml"] == "2026-11-21T07:00:00+08:00"
    assert len(root) == 2


@pytest.mark.parametrize(("now", "count"), [("2026-01-03", 1), ("2026-01-04", 0)])
def test_news_grow_old(now: str, count: int) -> None:
    """Without any there is no file: the schema knows no empty one."""
    when = dt.datetime.fromisoformat(f"{now}T23:59+08:00")
    edition = edition_of(column(), article(), now=when)
    assert len([*NewsSitemap.routes(edition)]) == count
    assert ("/sitemaps/news.xml" in rendered(SitemapIndex, edition).decode()) == bool(count)


def test_a_thousand_news_fill_a_file() -> None:
    """What is above stands in another one."""
    sources = [article(f"columns/news/2026/{n}.md", f"2026-11-20T0{n}:00") for n in range(3)]
    edition = edition_of(column(), *sources)
    paths = [part.path for part in news_parts(edition, full=2)]
    assert paths == ["/sitemaps/news.xml", "/sitemaps/news-2.xml"]
    assert all(NewsSitemap.page.owns(path) for path in paths)


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
