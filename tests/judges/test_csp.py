"""The Content-Security-Policy, and that no page needs more than it allows."""

import re
from pathlib import Path

import lxml.html
import pytest

from tests.helpers.pages import PAGE_TYPES, judged, pages_of
from tests.helpers.sites import Site

HANDLER = re.compile(r"on[a-z]+")
LOADED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
}


def parsed(path: Path) -> lxml.html.HtmlElement:
    """Parse a page."""
    return lxml.html.document_fromstring(path.read_bytes())


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_the_policy_is_strict(sample_site: Site, page_type: str) -> None:
    """Every page starts from nothing and allows itself alone: no inline, no eval, no other host."""
    of_type = pages_of(sample_site.output, page_type)
    pages = {url: path for url, path in judged(sample_site.output).items() if url in of_type}
    assert pages, f"no page of type {page_type} was built"
    for url, path in pages.items():
        policies = parsed(path).xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
        assert len(policies) == 1, url
        rules = {
            name: set(sources)
            for name, *sources in (rule.split() for rule in policies[0].split(";") if rule.strip())
        }
        assert rules.pop("default-src") == {"'none'"}, url
        if page_type == "search":
            # Pagefind is WebAssembly, which may be compiled here and nowhere else.
            assert rules.pop("script-src") == {"'self'", "'wasm-unsafe-eval'"}, url
        for name, sources in rules.items():
            assert sources <= {"'self'", "'none'", "data:"}, f"{url}: {name}"
            assert "data:" not in sources or name == "img-src", f"{url}: {name}"
        assert rules["base-uri"] == {"'none'"}, url


def test_the_policy_comes_before_what_it_guards(sample_site: Site) -> None:
    """A policy in a meta element holds only for what stands after it."""
    for url, path in judged(sample_site.output).items():
        head = parsed(path).find("head")
        assert head is not None
        names = [
            "policy" if each.get("http-equiv") == "Content-Security-Policy" else str(each.tag)
            for each in head
        ]
        loading = [names.index(name) for name in ("link", "script", "style") if name in names]
        assert names.index("policy") < min(loading), url


def test_nothing_is_inline(sample_site: Site) -> None:
    """No handler, no style attribute or element, no script but from a file; data blocks may be."""
    for url, path in judged(sample_site.output).items():
        for element in parsed(path).iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag != "style", url
            assert "style" not in element.attrib, f"{url}: <{element.tag} style>"
            handlers = [name for name in element.attrib if HANDLER.fullmatch(str(name))]
            assert not handlers, f"{url}: {handlers}"
            if element.tag == "script" and element.get("type") not in DATA_TYPES:
                assert element.get("src"), url
                assert not (element.text or "").strip(), url


DATA_TYPES = {"application/ld+json", "application/json", "speculationrules"}


def test_nothing_is_loaded_from_elsewhere(sample_site: Site) -> None:
    """What a page loads lies on its own host."""
    for url, path in judged(sample_site.output).items():
        for element in parsed(path).iter(*LOADED, "link"):
            names = LOADED.get(str(element.tag), ())
            if element.tag == "link" and element.get("rel") in {"stylesheet", "icon", "preload"}:
                names = ("href",)
            for name in names:
                for each in element.get(name, "").split(","):
                    address = each.strip().split(" ")[0]
                    assert "//" not in address, f"{url}: {address}"
