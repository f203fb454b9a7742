"""Addresses on every page: under a path of the host, over several pages, in English."""

import re
from collections.abc import Callable
from typing import Any

import lxml.etree
import lxml.html
import pytest

from tests.helpers.sites import SITE_TOML
from tests.site.kit import SITE_EN, Quick, article, articles, column, photo, texts_of

Make = Callable[..., Quick]

FILES: dict[str, str | bytes] = {
    **articles(7),
    "columns/news/2026/p.md": article(
        "图", "2026-09-09", "[a](a01.md) [b](/) [c](/pages/about.md) ![图](/media/m.jpg)\n\n"
        "文[^1]\n\n[^1]: 注", id="p", lead_image="/media/m.jpg", unit="某队", tags=["标签1"],
    ),
    "media/m.jpg": photo(width=700),
    "pages/about.md": "---\ntitle: 关于\n---\n见[首页](/)、[栏目](/columns/news/_column.md)。\n",
    "galleries/river/index.md": "---\ntitle: 影集\ndate: 2026-02-02\nid: work\n---\n",
    "galleries/river/one.jpg": photo("#123456", width=500),
    "topics/water.md": "---\ntitle: 专题\ntags: [标签1]\n---\n导语。\n",
    "on-this-day/red/_almanac.md": "---\nname: 红十字\n---\n",
    "on-this-day/red/11-21-event.md": "---\ntitle: 往事\ndate: 1950-11-21\n---\n往事。\n",
}  # fmt: skip
NAVIGATION = (
    '[[navigation]]\nlabel = "一"\nto = "/columns/"\n'
    '[[navigation]]\nlabel = "二"\nto = "pages/about.md"\n'
)


@pytest.mark.parametrize("root", ["", "/news", "/a/b"])
def test_every_address_leads_to_a_file(site: Make, root: str) -> None:
    """Under a path of a host every address begins with it, and is a file of the output."""
    toml = SITE_TOML.replace("https://news.example", f"https://x.example{root}") + NAVIGATION
    made = site({**FILES, "site.toml": toml}, "--publish")
    assert made.exit_code == 0
    files = made.snapshot()
    assert not any(path.startswith(("news/", "a/")) for path in files)
    for path, text in texts_of(made.output, ".html"):
        tree: Any = lxml.html.fromstring(text)
        for element, name, address, _ in tree.iterlinks():
            if name in {"href", "src", "srcset"} and not address.startswith(("#", "mailto:")):
                for one in re.split(r"\s*,\s*", address):
                    check(one.split()[0], root, files, f"{path}: {element.tag}")
        for meta in tree.iterfind("head/meta"):
            if meta.get("property") in {"og:url", "og:image"}:
                check(str(meta.get("content")), root, files, path, absolute=True)
    for source in tree_sources(made):
        check(source, root, files, "srcset")


def tree_sources(made: Quick) -> set[str]:
    """Every address in a ``srcset``."""
    found: set[str] = set()
    for _, text in texts_of(made.output, ".html"):
        for value in re.findall(r'srcset="([^"]+)"', text):
            found.update(part.split()[0] for part in value.split(","))
    return found


def check(
    address: str, root: str, files: dict[str, bytes], where: str, *, absolute: bool = False
) -> None:
    """See that an address stands under the site's and leads to a file."""
    origin = "https://x.example"
    # A calendar is offered for subscription at the address that it also has for the web.
    address = address.replace("webcal://", "https://", 1)
    if absolute or address.startswith("http"):
        assert address.startswith(f"{origin}{root}/"), (where, address)
        address = address.removeprefix(origin)
    path = address.partition("#")[0]
    assert path.startswith(f"{root}/"), (where, address)
    path = path.removeprefix(f"{root}/")
    assert (f"{path}index.html" if path.endswith("/") or not path else path) in files, (
        where,
        address,
    )


def test_feeds_and_maps_are_absolute(site: Make) -> None:
    """What is read elsewhere names the host in every address."""
    toml = SITE_TOML.replace("https://news.example", "https://x.example/news")
    made = site({**FILES, "site.toml": toml}, "--publish")
    files = made.snapshot()
    for path, text in texts_of(made.output, ".xml"):
        root = lxml.etree.fromstring(text.encode())
        addresses = [e.text for e in root.iter("link", "{*}loc") if e.text]
        addresses += [str(e.get("href")) for e in root.iter("{http://www.w3.org/2005/Atom}link")]
        for content in root.iter("{http://purl.org/rss/1.0/modules/content/}encoded"):
            whole = lxml.html.fragment_fromstring(content.text or "", "div")
            addresses += [link for _, _, link, _ in whole.iterlinks()]
        assert addresses, path
        for address in addresses:
            check(address, "/news", files, path, absolute=True)
    assert "Sitemap: https://x.example/news/sitemap.xml" in made.read("/robots.txt")


@pytest.mark.parametrize("address", ["https://x.example//evil.example", "https://x.example/a/../b"])
def test_odd_paths_of_a_base_url(site: Make, address: str) -> None:
    """A path that a browser would read otherwise is refused, or made plain."""
    toml = SITE_TOML.replace("https://news.example", address)
    made = site({**articles(1), "site.toml": toml}, "--publish")
    if made.exit_code == 0:
        text = made.read("/")
        assert 'href="//' not in text
        assert "/../" not in text
    else:
        assert made.exit_code == 2


def test_local_build_is_at_the_local_address(site: Make) -> None:
    """``lanmu build`` stands at 127.0.0.1 without a path, whatever the site's address."""
    toml = SITE_TOML.replace("https://news.example", "https://x.example/news")
    made = site({**articles(2), "site.toml": toml})
    assert "x.example" not in made.total
    assert "http://127.0.0.1:8000/columns/news/2026/a00/" in made.read("/feed.xml")


def test_english_site(site: Make) -> None:
    """Interface, dates and findings in English; the language is said."""
    files = {
        "site.toml": re.sub("[\u4e00-\u9fff。]+", "Test", SITE_EN),
        "columns/news/_column.md": column("News", name_en="News"),
        "columns/news/2026/a.md": article("Title", "2026-07-05", "Text.", id="a", autor="x"),
        "columns/news/2026/bad.md": "text",
    }
    made = site(files)
    assert made.exit_code == 1
    page = made.read("/columns/news/2026/a/")
    assert '<html lang="en">' in page
    assert "5 July 2026" in page
    assert "<language>en</language>" in made.read("/feed.xml")
    han = re.compile("[\u4e00-\u9fff]")
    allowed = {"中文"}
    for path, text in texts_of(made.output, ".html", ".xml"):
        found = {word for word in re.findall("[\u4e00-\u9fff]+", text) if word not in allowed}
        assert not found, path
    for finding in made.last.findings:
        assert not han.search(finding["message"] + finding["hint"])
    made.build("--format", "text")
    assert "1 left out" in made.last.stdout
    assert not han.search(made.last.stdout)
    made.write({"site.toml": SITE_EN.replace("https://", "")})
    assert made.build().exit_code == 2
    assert not han.search(made.last.stderr.replace(str(made.root), ""))


@pytest.mark.parametrize("language", ["zh-Hans", "zh_cn", "en", "EN"])
def test_language_tag_is_a_language_tag(site: Make, language: str) -> None:
    """However it is written in site.toml, what pages say is BCP 47."""
    toml = SITE_TOML.replace("zh-Hans", language)
    made = site({**articles(1), "site.toml": toml})
    assert made.exit_code == 0, made.last.findings
    assert re.search(r'<html lang="(zh-Hans|en)">', made.read("/"))


def links_of(made: Quick, url: str, pattern: str) -> list[str]:
    """The addresses in a page's main part that have some form, each once, in order."""
    main = lxml.html.fromstring(made.read(url)).find(".//main")
    assert main is not None
    found = (str(a.get("href")) for a in main.iter("a"))
    return list(dict.fromkeys(a for a in found if re.fullmatch(pattern, a)))


ARTICLE = r"/columns/[^/]+/\d{4}/[^/]+/"


@pytest.mark.parametrize("url", ["/columns/news/", "/tags/quan-bu/", "/units/mou-dui/"])
def test_pages_of_a_list(site: Make, url: str) -> None:
    """Forty-five articles on three pages, each once, newest first."""
    files: dict[str, str | bytes] = {
        f"columns/news/2026/a{n:02}.md": article(
            f"第{n}篇",
            f"2026-{n % 9 + 1:02}-{n % 28 + 1:02}",
            id=f"a{n}",
            tags=["全部"],
            unit="某队",
        )
        for n in range(45)
    }
    made = site(files)
    pages = [url, f"{url}page/2/", f"{url}page/3/"]
    lists = [links_of(made, page, ARTICLE) for page in pages]
    assert [len(some) for some in lists] == [20, 20, 5]
    every = [link for some in lists for link in some]
    assert len(set(every)) == 45
    by_date = sorted(
        files, key=lambda f: (re.search(r"2026-\d\d-\d\d", str(files[f])) or [""])[0], reverse=True
    )
    assert every == [f"/{name.removesuffix('.md')}/" for name in by_date]
    assert not made.path(f"{url}page/4/").exists()
    assert not made.path(f"{url}page/1/").exists()
    months = [f"/archive/2026/{month:02}/" for month in range(1, 10)]
    assert sum(len(links_of(made, month, ARTICLE)) for month in months) == 45


def test_tags_whose_names_begin_alike(site: Make) -> None:
    """Page 3 of 标签4 is not page 1 of 标签43."""
    made = site(
        {
            f"columns/news/2026/a{n:02}.md": article(
                f"第{n}篇", f"2026-01-{n % 28 + 1:02}", id=f"a{n}",
                tags=["标签4"] + (["标签43"] if n < 3 else []),
            )
            for n in range(45)
        }
    )  # fmt: skip
    four = [f"/tags/biao-qian-4/{page}" for page in ("", "page/2/", "page/3/")]
    assert sum(len(links_of(made, url, ARTICLE)) for url in four) == 45
    assert len(links_of(made, "/tags/biao-qian-43/", ARTICLE)) == 3
    assert not made.path("/tags/biao-qian-43/page/2/").exists()


def test_fewer_articles_take_pages_away(site: Make) -> None:
    """A second page that is no longer needed is gone."""
    made = site(articles(21))
    assert made.path("/columns/news/page/2/").is_file()
    change = made.edit(remove=["columns/news/2026/a20.md"])
    assert "columns/news/page/2/index.html" in change.removed
    assert not (made.output / "columns/news/page").exists()
    assert made.snapshot() == made.clean()
