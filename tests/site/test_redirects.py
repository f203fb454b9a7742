"""Old addresses in a whole small site: pages, maps, and nothing in anybody's way."""

from collections.abc import Callable

from tests.site.kit import Quick, article, articles, column

FILES = {
    **articles(25),
    "columns/news/_column.md": column("要闻", aliases=["/columns/old/"]),
    "columns/news/2026/moved.md": article(
        "搬家", id="moved", aliases=["/旧/文.html", "/static", "/a/b.html/c/", "/a/b.html"]
    ),
    "columns/news/2026/draft.md": article("未发", id="d", status="draft", aliases=["/secret/"]),
    "permalinks.tsv": "address\tid\n/columns/old/2026/moved/\tmoved\n/gone/\n",
}
HERE = "/columns/news/2026/moved/"


def test_old_addresses_lead_on(site: Callable[..., Quick]) -> None:
    """All below a column; no draft's; a page gives way; the ledger is kept, and not published."""
    made = site(FILES, "--publish")
    assert made.exit_code == 1, made.last.stderr
    assert made.found("address-lost") == [("permalinks.tsv", 3, 1)]
    assert made.found("alias-unfit") == [("columns/news/2026/moved.md", 5, 24)]
    page = made.read("/旧/文.html")
    assert f'content="0; url={HERE}"' in page
    assert f'<link rel="canonical" href="https://news.example{HERE}">' in page
    assert f'<a href="{HERE}">' in page
    assert f"url={HERE}" in made.read("/columns/old/2026/moved/")
    assert 'url=/columns/news/"' in made.read("/columns/old/")
    # Of two that cannot both be files one is a page; a list's further pages are the maps' affair.
    assert made.path("/a/b.html").is_file()
    assert made.path("/columns/news/page/2/").is_file()
    assert not made.path("/columns/old/page/2/").exists()
    assert "/columns/old/* /columns/news/:splat 301" in made.read("/_redirects")
    assert '"/a/b.html/c/"' in made.read("/redirects.nginx.conf")
    assert '"/a/b.html/c/"' in made.read("/redirects.caddy")
    assert "secret" not in made.total
    assert "permalinks" not in "".join(made.snapshot())
    change = made.edit({"columns/news/2026/moved.md": article("改题", id="moved")})
    assert change.removed == {"旧/文.html", "a/b.html"}
    assert made.clean() == made.snapshot()
