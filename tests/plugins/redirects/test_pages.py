"""The pages of old addresses."""

from dataclasses import replace

from plugins.edition.redirects import Redirects
from plugins.redirects.pages import PAGE_TYPES, CaddyMap, NetlifyMap, NginxMap, RedirectPage
from tests.plugins.edition.making import SITE, assembled, frame

MADE = Redirects(
    lines=(("/feed.rdf", "/feed.xml"), ("/旧/a.html", "/pages/about/"), ("/old/", "/columns/new/")),
    moves=(("/old/", "/columns/new/"),),
    below=(("/old/2020/a/", "/columns/new/2020/a/"), ("/old/feed.xml", "/columns/new/feed.xml")),
)


def test_a_page_leads_on_where_a_browser_comes() -> None:
    """Below a folder that moved, too; a feed's address is for servers' maps alone."""
    edition = replace(assembled([SITE]).edition, redirects=MADE, site=frame(root="/sub"))
    pages = {route.url: route.inputs for route in RedirectPage.routes(edition)}
    assert list(pages) == ["/old/", "/old/2020/a/", "/旧/a.html"]
    one = pages["/旧/a.html"]
    assert isinstance(one, RedirectPage)
    assert (one.url, one.address) == (
        "/sub/pages/about/",
        edition.site.origin + "/sub/pages/about/",
    )


def test_the_maps_are_there_without_a_line_too() -> None:
    """A server that includes one would not start without it; all pages' paths are declared."""
    edition = assembled([SITE]).edition
    files = {kind: next(kind.routes(edition)) for kind in (NetlifyMap, NginxMap, CaddyMap)}
    assert [route.url for route in files.values()] == [
        *("/_redirects", "/redirects.nginx.conf", "/redirects.caddy")
    ]
    assert list(RedirectPage.routes(edition)) == []
    full = replace(edition, redirects=MADE)
    for kind in PAGE_TYPES:
        assert all(kind.page.owns(route.url) for route in kind.routes(full))
