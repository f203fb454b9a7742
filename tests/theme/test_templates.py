"""Templates: they use what their page type declares, all of it, and hold no style and no script."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta, nodes
from msgspec.structs import fields

from plugins.newsroom.filters import FILTERS
from plugins.press.joining import Joiner
from plugins.press.page import Inputs
from tests.helpers.sites import ROOT

THEME = ROOT / "theme"
FILES = sorted(THEME.rglob("*.html"))
ROOMS = sorted(
    path.parent.name
    for path in (ROOT / "plugins").glob("*/pages.py")
    if "PAGE_TYPES" in path.read_text(encoding="utf-8")
)
TYPES: list[type[Inputs]] = [
    kind
    for room in ROOMS
    for kind in importlib.import_module(f"plugins.{room}.pages").PAGE_TYPES
    if kind.page.template
]
WORDS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
"""What Jinja's i18n extension brings: not asked of a page."""

ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader([THEME / "templates", THEME]),
    extensions=["jinja2.ext.i18n"],
    autoescape=True,
)
ENVIRONMENT.filters.update(FILTERS)
JINJA = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)


def name_of(path: Path) -> str:
    """A template as the theme names it."""
    return path.relative_to(THEME).as_posix()


def parsed(name: str) -> nodes.Template:
    """A template's syntax tree."""
    loader = ENVIRONMENT.loader
    assert loader is not None
    return ENVIRONMENT.parse(loader.get_source(ENVIRONMENT, name)[0])


def whole(name: str) -> Iterator[nodes.Template]:
    """A template, and what it extends and includes: these see its context."""
    tree = parsed(name)
    yield tree
    for node in tree.find_all((nodes.Extends, nodes.Include)):
        named = getattr(node, "template")  # noqa: B009 - find_all() says no more than "a node"
        yield from whole(named.value)


def given(tree: nodes.Template) -> set[str]:
    """The names that a file gives itself: what it imports, sets and defines at its top."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, nodes.FromImport):
            found |= {each if isinstance(each, str) else each[1] for each in node.names}
        elif isinstance(node, nodes.Import):
            found.add(node.target)
        elif isinstance(node, nodes.Macro):
            found.add(node.name)
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            found.add(node.target.name)
    return found


def asked(tree: nodes.Template) -> set[str]:
    """The names that a file takes from its context."""
    return meta.find_undeclared_variables(tree) - given(tree) - WORDS


def used(name: str) -> set[str]:
    """The names that a page's template takes from its context, with all that sees it."""
    return {each for tree in whole(name) for each in asked(tree)}


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_a_template_uses_what_its_page_type_declares(kind: type[Inputs]) -> None:
    """No name more, or a page could not be rendered."""
    assert used(kind.page.template) <= {field.name for field in fields(kind)}


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_a_template_uses_all_that_its_page_type_declares(kind: type[Inputs]) -> None:
    """No name less: a field that is not shown would render pages again for nothing."""
    assert {field.name for field in fields(kind)} <= used(kind.page.template)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_parts_see_nothing_of_a_page(path: Path) -> None:
    """What is imported is handed what it shows: only page templates have a context."""
    if path.is_relative_to(THEME / "templates"):
        return
    assert not asked(parsed(name_of(path)))


def test_every_template_is_somebodys() -> None:
    """A page type's own, or one that another extends, includes or imports."""
    seen = {f"templates/{kind.page.template}" for kind in TYPES}
    for path in FILES:
        for named in meta.find_referenced_templates(parsed(name_of(path))):
            assert named is not None
            top = (THEME / "templates" / named).is_file()
            seen.add(f"templates/{named}" if top else named)
    assert {name_of(path) for path in FILES} == seen


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_filters_are_there(path: Path) -> None:
    """Jinja's own, or one of the newsroom's."""
    assert {node.name for node in parsed(name_of(path)).find_all(nodes.Filter)} <= set(
        ENVIRONMENT.filters
    )


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_nothing_turns_escaping_off(path: Path) -> None:
    """``|safe`` stands on a template's own words alone: a body is marked by its filter."""
    tree = parsed(name_of(path))
    marked = [node.node for node in tree.find_all(nodes.Filter) if node.name == "safe"]
    assert all(isinstance(node, nodes.Const) for node in marked)
    assert not list(tree.find_all((nodes.MarkSafe, nodes.ScopedEvalContextModifier)))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_style_and_no_script_in_the_markup(path: Path) -> None:
    """The Content-Security-Policy forbids them, and a reader would see nothing of it."""
    html = JINJA.sub("", path.read_text(encoding="utf-8"))
    assert not re.search(r"\sstyle\s*=", html, re.IGNORECASE)
    assert not re.search(r"\son[a-z]+\s*=", html, re.IGNORECASE)
    assert not re.search(r"<style", html, re.IGNORECASE)
    assert "javascript:" not in html.lower()
    for script in re.findall(r"<script[^>]*>[^<]*", html):
        loaded = re.fullmatch(r'<script src="[^"]*"[^>]*>\s*', script)
        # JSON-LD is data, and is not run.
        assert loaded or script.startswith('<script type="application/ld+json">'), script


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    """No picture, font or script of another host."""
    html = path.read_text(encoding="utf-8")
    assert not re.search(r"(?:src|srcset|poster|data)\s*=\s*[\"'](?:https?:)?//", html)


@pytest.mark.parametrize("path", sorted(THEME.rglob("*.css")), ids=name_of)
def test_styles_fetch_nothing(path: Path) -> None:
    """No import, no picture, no font: what a page needs is in its one style sheet."""
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert "@import" not in css
    assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", css)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_a_part_has_one_name_on_a_page(kind: type[Inputs]) -> None:
    """Jinja gives the templates of a page one set of names; what one imports, all see."""
    found: dict[str, tuple[str, str]] = {}
    for tree in whole(kind.page.template):
        for each in tree.find_all(nodes.FromImport):
            assert isinstance(each.template, nodes.Const)
            for name in each.names:
                there, here = (name, name) if isinstance(name, str) else name
                place = (each.template.value, there)
                assert found.setdefault(here, place) == place


class Unspoken:
    """A catalogue without words."""

    def gettext(self, message: str) -> str:
        """The word as it is."""
        return message


@pytest.mark.parametrize("name", ["base", "article", "column", "day", "tag", "unit"])
def test_templates_of_many_pages_are_joined_with_all_their_parts(name: str) -> None:
    """No macro is called to show a thing: on ten thousand pages that takes its time."""
    tree = parsed(f"templates/{name}.html")
    Joiner(ENVIRONMENT, Unspoken()).join(tree, f"{name}.html")
    shown = [each for output in tree.find_all(nodes.Output) for each in output.nodes]
    called = [each.node for each in shown if isinstance(each, nodes.Call)]
    assert not [each.name for each in called if isinstance(each, nodes.Name)]
