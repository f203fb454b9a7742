"""How much script readers fetch, as it is served."""

import gzip

from plugins.press.assets import bundle
from tests.helpers.sites import ROOT

SCRIPTS = {url: data for url, data in bundle(ROOT / "theme").items() if url.endswith(".js")}


def test_the_viewer_is_small() -> None:
    """Under 5,000 bytes as it is, a good deal less packed; and no word of comment in it."""
    (viewer,) = (data for url, data in SCRIPTS.items() if url.startswith("/static/viewer."))
    assert len(viewer) < 5000
    assert len(gzip.compress(viewer, 9)) < 2200
    assert b"// " not in viewer


def test_the_search_is_small() -> None:
    """What this house adds to Pagefind: under 17,500 bytes as it is, much less packed."""
    (search,) = (data for url, data in SCRIPTS.items() if url.startswith("/static/search."))
    assert len(search) < 17_500
    assert len(gzip.compress(search, 9)) < 6800
    assert b"// " not in search


def test_all_script_is_small() -> None:
    """At most 8 KiB packed, of all pages together, but for the search, which one page has."""
    others = (data for url, data in SCRIPTS.items() if not url.startswith("/static/search."))
    assert sum(len(gzip.compress(data, 9)) for data in others) <= 8 * 1024
