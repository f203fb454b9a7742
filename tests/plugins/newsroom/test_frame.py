"""What every page shows of the site."""

import pytest
from msgspec.structs import replace

from plugins.edition.specs import NavigationSpec, Place, SectionSpec
from plugins.newsroom.frame import frame_of
from tests.plugins.edition.making import SITE, almanac, article, column, page

STATIC = {
    "/static/site.1.css": b"",
    "/static/site.2.js": b"",
    "/static/icon.3.svg": b"",
    "/static/viewer.4.js": b"",
    "/static/feed-en.5.css": b"",
    "/static/feed-zh.6.css": b"",
    "/static/search.7.js": b"",
}


@pytest.mark.parametrize(
    ("address", "origin", "root"),
    [
        ("", "https://news.example", ""),
        ("https://x.example/", "https://x.example", ""),
        ("https://x.example/weekly/", "https://x.example", "/weekly"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", ""),
    ],
)
def test_an_address_is_origin_and_root(address: str, origin: str, root: str) -> None:
    """The build's own address goes before the one of site.toml."""
    frame, findings = frame_of(SITE, address, STATIC, ())
    assert (frame.origin, frame.root) == (origin, root)
    assert frame.assets.css == f"{root}/static/site.1.css"
    assert list(findings) == []


@pytest.mark.parametrize(("language", "name"), [("en", "feed-en.5"), ("zh-Hans", "feed-zh.6")])
def test_feeds_speak_the_language_of_the_site(language: str, name: str) -> None:
    """To those who open one in a browser."""
    frame, _ = frame_of(replace(SITE, language=language), "", STATIC, ())
    assert frame.assets.feed == f"/static/{name}.css"


def test_the_navigation_leads_to_what_stays() -> None:
    """Columns, pages and paths of the site; a missing or unpublished one is a finding."""
    wanted = (
        "/columns/news/_column.md",
        "pages/about.md",
        "/archive/",
        "/sections/rescue/",
        "https://x.example/",
        "/on-this-day/red-cross/_almanac.md",
        "pages/no.md",
        "pages/draft.md",
        "columns/news/2026/a.md",
        "javascript:alert(1)",
        "/sections/none/",
        "/on-this-day/embed/_almanac.md",
    )
    site = replace(
        SITE,
        navigation=tuple(NavigationSpec(to, to, Place(n, 1)) for n, to in enumerate(wanted)),
        sections=(SectionSpec("rescue", "救护"),),
    )
    drafts = (page("draft", status="draft"), article())
    sources = (column(), page(), *drafts, almanac(), almanac("embed"))
    frame, findings = frame_of(site, "https://x.example/weekly", STATIC, sources)
    assert [link.url for link in frame.navigation] == [
        "/weekly/columns/news/",
        "/weekly/pages/about/",
        "/weekly/archive/",
        "/weekly/sections/rescue/",
        "https://x.example/",
        "/weekly/on-this-day/red-cross/",
    ]
    missing = [dict(found.values)["target"] for found in findings]
    assert missing == list(wanted[6:])
    assert [found.line for found in findings] == list(range(6, len(wanted)))


def test_no_article_changes_the_frame() -> None:
    """The firewall: whatever is published, the masthead of all pages is the same."""
    one, _ = frame_of(SITE, "", STATIC, (column(),))
    two, _ = frame_of(SITE, "", STATIC, (column(), article(), article("columns/news/2026/b.md")))
    assert one == two
