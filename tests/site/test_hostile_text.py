"""What a hostile or careless hand types: shown as it was typed, run by nobody."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import lxml.etree
import lxml.html
import pytest

from tests.helpers.sites import SITE_TOML
from tests.site.kit import Quick, article, column, photo, texts_of, words

Make = Callable[..., Quick]

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;<svg/onload=alert(1)>"
NAME = "<x>&\"'</x>"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
BODY = """\
<script>alert(1)</script><style>p{color:red}</style><iframe src="https://evil.example"></iframe>
<p onclick="alert(1)" style="color:red">x</p> <a href="javascript:alert(1)">x</a>
<svg onload="alert(1)"><script>alert(1)</script></svg> <object data="x"></object>
<form action="https://evil.example"><input><button formaction="javascript:alert(1)"></form>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">
<link rel="stylesheet" href="https://evil.example/x.css"><embed src="x"><video src="x"></video>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)>">
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>)
[d](vbscript:x) [e]( javascript:alert(1)) [f](&#106;avascript:alert(1))
[g](java&#09;script:alert(1))
<javascript:alert(1)> [h]: javascript:alert(1) "x"
[i][j] ![k](javascript:alert(1)) ![l](/media/m.jpg "x\\" onerror=\\"alert(1)")
![" onerror="alert(1)](/media/m.jpg)

[j]: javascript:alert(1)

Attributes{: onclick="alert(1)" style="color:red" } here
{: onmouseover="alert(1)" href="javascript:alert(1)" }

## Heading {#x onclick="alert(1)"}

Note[^<script>alert(1)</script>] and [^n].

[^n]: <img src=x onerror=alert(1)> [x](javascript:alert(1))
[^<script>alert(1)</script>]: x

!!! note "<script>alert(1)</script>"
    <script>alert(1)</script>

*[HTML]: "><script>alert(1)</script>

`<script>alert(1)</script>` ]]><script>alert(1)</script>

    <script>alert(1)</script>
"""
LEAD = {"src": "/media/m.jpg", "alt": EVIL, "caption": EVIL, "credit": EVIL}
HOSTILE: dict[str, str | bytes] = {
    "site.toml": SITE_TOML.replace('"试验周报"', repr("PLACE"))
    .replace("'PLACE'", f"'''{EVIL}'''")
    .replace('"试验"', f"'''{EVIL}'''")
    .replace('"一份试验用的周报。"', f"'''{EVIL}'''")
    + f"notice = '''{EVIL}'''\n"
    + f"[contact]\nemail = '''{EVIL}'''\nphone = '''{EVIL}'''\naddress = '''{EVIL}'''\n"
    + f"[filings]\nicp = '''{EVIL}'''\nicp_url = 'javascript:alert(1)'\npolice = '''{EVIL}'''\n"
    + f"[meta]\nofficial = true\nsite_id_code = '''{EVIL}'''\n"
    + f"[[navigation]]\nlabel = '''{EVIL}'''\nto = '/columns/'\n"
    + "[[navigation]]\nlabel = 'x'\nto = 'javascript:alert(1)'\n",
    "columns/news/_column.md": column(EVIL, name_en=EVIL, description=EVIL, banner=LEAD) + BODY,
    "columns/news/2026/a.md": article(
        EVIL, body=BODY, id="<script>alert(1)</script>", tags=[EVIL, "<b>"], unit=EVIL,
        author=EVIL, editor=EVIL, source={"name": EVIL, "url": "javascript:alert(1)"},
        summary=EVIL, lead_image=LEAD,
    ),
    "columns/news/2026/b.md": article(EVIL, body=EVIL, source="javascript:alert(1)"),
    "units/u.md": "---\nname: 'u<script>alert(1)</script>'\nurl: 'javascript:alert(1)'\n---\n"
    + BODY,
    "tags/t.md": f"---\nname: '<b>'\n---\n{BODY}",
    "pages/p.md": article(EVIL, body=BODY, summary=EVIL).replace('date: "2026-01-02"\n', ""),
    "topics/t.md": article(EVIL, body=BODY, summary=EVIL, tags=["<b>"], lead_image=LEAD).replace(
        'date: "2026-01-02"\n', ""
    ),
    "on-this-day/red/_almanac.md": column(EVIL, name_en=EVIL, description=EVIL),
    "on-this-day/red/11-21-e.md": article(
        EVIL, "1950-11-21", BODY, picture=LEAD, tags=[EVIL],
        sources=[{"name": EVIL, "url": "javascript:alert(1)"}],
    ),
    "galleries/g/index.md": article(
        EVIL, body=BODY, summary=EVIL, unit=EVIL, photos=[LEAD], cover=LEAD, id="g"
    ),
    "media/m.jpg": photo(),
}  # fmt: skip


def faults(root: lxml.html.HtmlElement, where: str) -> Iterator[str]:
    """What in a tree of HTML could run, load, post, or paint."""
    for element in root.iter(lxml.etree.Element):
        tag = str(element.tag)
        own = tag == "script" and (element.get("src") or "").startswith(OURS)
        own = (own and not element.text) or is_data(element)
        # The models of an entry and an article, which the script of today's block copies.
        model = tag == "template" and element.get("data-part") in MODELS
        # The small page for frames of other sites opens its links outside of them.
        outside = tag == "base" and element.attrib == {"target": "_top"}
        if tag in FORBIDDEN and not (own or model or outside):
            yield f"{where}: <{tag}> {lxml.html.tostring(element)[:90]!r}"
        for name, value in element.items():
            bare = "".join(value.split()).lower()
            if name.startswith("on") or name in {"style", "formaction", "srcdoc", "xlink:href"}:
                yield f"{where}: {name}={value!r}"
            if name in {"href", "src", "action", "data"} and bare.startswith(SCHEMES):
                yield f"{where}: {name}={value!r}"
            if name in {"href", "src", "srcset"} and "evil.example" in value:
                yield f"{where}: {name}={value!r}"


def is_data(element: lxml.html.HtmlElement) -> bool:
    """Tell whether an element holds JSON-LD, which is not run, with addresses that are none."""
    if element.tag != "script" or element.attrib != {"type": "application/ld+json"}:
        return False
    return all(not url.lower().startswith(SCHEMES) for url in urls_of(json.loads(element.text)))


def urls_of(data: Any) -> Iterator[str]:
    """What JSON-LD gives for an address, however deep."""
    if isinstance(data, list):
        for each in data:
            yield from urls_of(each)
    elif isinstance(data, dict):
        for name, value in data.items():
            if isinstance(value, str) and name.lower().endswith(("url", "license", "page", "id")):
                yield value
            yield from urls_of(value)


OURS = ("/static/site.", "/static/viewer.", "/static/search.")
FORBIDDEN = frozenset(
    "script style iframe frame object embed form input base svg math video audio noscript template"
    " mglyph".split()
)
MODELS = ("entry-model", "past-model")
SCHEMES = ("javascript:", "data:", "vbscript:")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Quick:
    """A site with evil in every field that there is."""
    made = Quick(tmp_path_factory.mktemp("hostile"))
    made.write(HOSTILE)
    made.build()
    assert made.exit_code in {0, 1}, made.last.stderr
    left = {path for path in HOSTILE if path in made.last.summary["articles"]["left_out"]}
    assert left == set(), [f for f in made.last.findings if f["severity"] == "error"]
    return made


def test_no_page_runs_anything(hostile: Quick) -> None:
    """No script but ours, no handler, style, frame, form or strange address in any page."""
    pages = list(texts_of(hostile.output, ".html"))
    assert len(pages) > 20
    found = [fault for path, text in pages for fault in faults(lxml.html.fromstring(text), path)]
    assert found == []


def test_no_feed_holds_what_would_run(hostile: Quick) -> None:
    """A reader's program shows content and description as HTML: both are clean."""
    found: list[str] = []
    for path, text in texts_of(hostile.output, ".xml"):
        root = lxml.etree.fromstring(text.encode())
        for element in root.iter(CONTENT, "description"):
            if element.text:
                whole = lxml.html.fragment_fromstring(element.text, create_parent="div")
                found += faults(whole, f"{path} {element.tag}")
    assert found == []


def test_evil_is_still_to_be_read(hostile: Quick) -> None:
    """Nothing of a title is lost: it is text, on the page and in the feed."""
    page = lxml.html.fromstring(hostile.read("/columns/news/2026/a/"))
    assert page.findtext(".//h1", "").strip() == EVIL
    feed = lxml.etree.fromstring(hostile.read("/feed.xml").encode())
    assert [item.findtext("title") for item in feed.iter("item")] == [EVIL, EVIL]
    assert feed.findtext("channel/title", "").startswith("<script>")


def test_signs_come_through(site: Make) -> None:
    """``<x>&"'`` in names and titles is itself again in page, feed and sitemap."""
    files = {
        "site.toml": SITE_TOML.replace('"试验周报"', f"'''{NAME}'''"),
        "columns/news/_column.md": column(NAME),
        "columns/news/2026/a.md": article(NAME, tags=[NAME], unit=NAME, id="a&<b>\"'"),
    }
    made = site(files)
    page = lxml.html.fromstring(made.read("/columns/news/2026/a/"))
    assert page.findtext(".//h1", "").strip() == NAME
    assert page.findtext("head/title") == f"{NAME} – {NAME}"
    assert NAME in {words(a).strip() for a in page.iter("a")}
    feed = lxml.etree.fromstring(made.read("/feed.xml").encode())
    assert feed.findtext("channel/title") == NAME
    item = feed.find("channel/item")
    assert item is not None
    assert item.findtext("title") == NAME
    assert item.findtext("guid") == "a&<b>\"'"
    assert {c.text for c in item.iter("category")} == {NAME}
    lxml.etree.fromstring(made.read("/sitemaps/2026.xml").encode())


def test_code_is_shown_the_same_in_the_feed(site: Make) -> None:
    """Making a feed's links whole leaves alone what only looks like a link."""
    shown = '`<a href="#top">x</a>` and `<img src="lanmu:picture/0">` `href="lanmu:link/0"`'
    made = site({"columns/news/2026/a.md": article(body=shown, id="a")})
    page = lxml.html.fromstring(made.read("/columns/news/2026/a/"))
    feed = lxml.etree.fromstring(made.read("/feed.xml").encode())
    content = lxml.html.fragment_fromstring(str(feed.findtext(f".//{CONTENT}")), "div")
    wanted = ['<a href="#top">x</a>', '<img src="lanmu:picture/0">', 'href="lanmu:link/0"']
    assert [words(code) for code in page.iter("code")] == wanted
    assert [words(code) for code in content.iter("code")] == wanted


@pytest.mark.parametrize("heading", ["Main", "Top", "Menu", "甲 {#main}", "乙 {#fn:1}"])
def test_ids_of_a_text_do_not_meet_the_pages_own(site: Make, heading: str) -> None:
    """A heading called Main must not be where the skip link leads."""
    text = f"## {heading}\n\n文[^1]\n\n[^1]: 注"
    made = site({"columns/news/2026/a.md": article(body=text, id="a")})
    page = lxml.html.fromstring(made.read("/columns/news/2026/a/"))
    ids = [str(element.get("id")) for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), sorted(ids)


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + "title: " + "长" * 690_000 + "\ndate: 2026-01-02\n---\n文\n",
        "---\na: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40)) + "---\n",
        "---\ntitle: " + "[" * 5000 + "\n---\n",
        "---\ntitle: " + "{a: " * 5000 + "\n---\n",
        "---\n" + "".join(f"k{n}: v\n" for n in range(20_000)) + "---\n",
        "---\n- title\n- date\n---\n",
        "---\ntitle: |\n  一\n  二\ndate: 2026-01-02\n---\n文\n",
        "---\ntitle: {a: b}\ndate: [1]\ntags: {a: b}\nunit: [[[]]]\n---\n",
        "---\n? [a, b]\n: c\n---\n",
        "---\ntitle: 甲\ndate: 2026-01-02\n<<: {status: draft}\n---\n",
        "---\n%YAML 1.1\n---\ntitle: x\n---\n",
        '---\ntitle: "\\ud800"\ndate: 2026-01-02\n---\n\\ud800\n',
        "---\ntitle: 甲\ndate: 9999-12-31T23:59Z\n---\n",
        "---\ntitle: 甲\ndate: 0001-01-01T00:00+14:00\n---\n",
        "---\ntitle: 甲\ndate: 1890-01-01\nupdated: 9999-12-31\n---\n",
        "---\ntitle: 甲\ndate: 2026-01-02\norder: 1e999\nid: " + "x" * 5000 + "\n---\n",
    ],
    ids=[
        "long-title", "laughs", "brackets", "braces", "many-keys", "list", "block", "shapes",
        "odd-key", "merge", "directive", "surrogate", "last-minute", "first-minute", "old", "id",
    ],
)  # fmt: skip
def test_front_matter_costs_one_file_at_most(site: Make, text: str) -> None:
    """Whatever stands in one file's front matter, the others are built."""
    good = "columns/news/2026/good.md"
    made = site({good: article("好稿", id="good"), "columns/news/2026/bad.md": text})
    assert made.exit_code in {0, 1}, made.last.stderr
    assert made.path("/columns/news/2026/good/").is_file()
    articles = made.last.summary["articles"]
    assert articles["in"] == articles["out"] + articles["held"] + len(articles["left_out"]) == 2


def test_names_too_long_for_a_file_system(site: Make) -> None:
    """A tag or a unit of hundreds of signs makes no folder of that length."""
    files = {
        "columns/news/2026/good.md": article("好稿", id="good"),
        "columns/news/2026/bad.md": article(tags=["标签" * 150], unit="单位" * 150, id="bad"),
    }
    made = site(files)
    assert made.exit_code in {0, 1}, made.last.stderr
    assert made.path("/columns/news/2026/good/").is_file()


def test_year_of_shanghai_local_time(site: Make) -> None:
    """Before 1901 Shanghai's offset had seconds, which neither HTML nor RSS can say."""
    made = site({"columns/news/1900/a.md": article(date="1900-05-01", id="a")})
    assert made.exit_code == 0
    assert "+08:05:43" not in made.read("/columns/news/1900/a/")
    feed = lxml.etree.fromstring(made.read("/feed.xml").encode())
    assert str(feed.findtext(".//pubDate")).endswith((" +0800", " +0805", " +0806"))
