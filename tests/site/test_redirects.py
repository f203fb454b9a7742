"""Old addresses in a whole small site: pages, maps, and nothing in anybody's way."""

from collections.abc import Callable
from pathlib import Path

from tests.helpers.sites import NOW, SITE_TOML, Build
from tests.site.kit import Quick, article, articles, column, photo, run

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


def test_publishing_keeps_the_ledger(tmp_path: Path) -> None:
    """What is new is written down when all is well, once; a build alone writes nothing."""
    made = Quick(tmp_path)
    made.write(
        {
            "site.toml": SITE_TOML,
            "columns/news/_column.md": column("要闻"),
            "columns/news/2026/a.md": article("甲", "2026-01-02", id="a"),
            "columns/news/2026/draft.md": article("未发", id="d", status="draft"),
            "columns/news/2026/wrong.md": article("错", "2026-13-02", id="w"),
        }
    )
    ledger = made.content / "permalinks.tsv"
    assert publish(made).exit_code == 1
    assert not ledger.exists()
    made.remove("columns/news/2026/wrong.md")
    assert publish(made).exit_code == 0
    text = ledger.read_text()
    assert "/columns/news/2026/a/\ta\tarticle\t2026-01-02\n" in text
    assert "/columns/news/\t\tcolumn\t2026-11-21\n" in text
    assert "draft" not in text
    again = publish(made, now="2026-11-22T08:00+08:00")
    assert (again.exit_code, again.stderr, ledger.read_text()) == (0, "", text)
    (made.content / "columns/news/2026/a.md").rename(made.content / "columns/news/2026/b.md")
    lost = publish(made)
    assert (lost.exit_code, lost.rules) == (1, ["address-lost"])
    assert ledger.read_text() == text
    words = ("alias", "--content", str(made.content))
    assert run(*words, "/columns/news/2026/a/", "/columns/news/2026/b/").exit_code == 0
    assert publish(made).exit_code == 0
    assert "/columns/news/2026/b/\ta\tarticle" in ledger.read_text()


def publish(made: Quick, now: str = NOW) -> Build:
    """Publish as the command line does."""
    folders = ("--content", made.content, "--output", made.output, "--cache", made.cache)
    words = (*map(str, folders), "--now", now, "--jobs", "1", "--format", "json")
    return run("publish", *words)


def test_no_old_address_takes_what_is_there(site: Callable[..., Quick]) -> None:
    """Who claims every address of a site gets none: no file changes, no server leads away."""
    made = site(
        {
            **articles(25),
            "columns/news/2026/claims.md": article("全要", id="claims"),
            "on-this-day/red-cross/_almanac.md": column("史历"),
            "on-this-day/red-cross/05-08-born.md": article("出生", "1828-05-08", sources="书"),
            "galleries/g/index.md": article("图集", id="g", downloads=True),
            "galleries/g/one.jpg": photo(),
            "topics/t.md": "---\ntitle: 专题\n---\n",
        }
    )
    before = made.snapshot()
    every = [f"/{path.removesuffix('index.html')}" for path in before if path != ".lanmu"]
    claims = article("全要", id="claims", aliases=every)
    change = made.edit({"columns/news/2026/claims.md": claims})
    assert not change.added | change.changed | change.removed
    told = {f["rule"] for f in made.last.findings if "claims" in str(f["path"])}
    assert told == {"alias-live", "alias-own", "alias-unfit"}
