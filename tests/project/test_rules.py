"""Rules of the house that import-linter cannot hold."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from tests.helpers.sites import ROOT

FILE_LINES = 400
FUNCTION_LINES = 50
# What is longer than that, and why.
LONGER: dict[str, str] = {
    "plugins/desk/__main__.py:parser": "a list: one entry an option, with its help",
}

FOLDERS = ("plugins", "tests", "tools", "bench")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
ROOMS = sorted(path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py"))
TEMPLATES = sorted((ROOT / "theme").rglob("*.html"))
ALONE = """
import importlib, sys
name = sys.argv[1]
for module in sys.argv[1:]:
    for known in [each for each in sys.modules if each.split(".")[0] == "plugins"]:
        del sys.modules[known]
    importlib.import_module(module)
"""


def name_of(path: Path) -> str:
    """A path as this file's lists give it."""
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("room", ROOMS)
def test_each_module_can_be_imported_alone(room: str) -> None:
    """No module needs another to have been imported first: circles show here."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / "plugins" / room).rglob("*.py"))
    ]
    done = subprocess.run(
        [sys.executable, "-c", ALONE, *modules],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    """A long file or function wants a reason, in LONGER."""
    text = path.read_text(encoding="utf-8")
    name = name_of(path)
    lengths = {name: (len(text.splitlines()), FILE_LINES)} | {
        f"{name}:{each.name}": ((each.end_lineno or 0) - each.lineno + 1, FUNCTION_LINES)
        for each in functions(ast.parse(text))
    }
    long = {key: n for key, (n, most) in lengths.items() if n > most and key not in LONGER}
    assert not long


def test_no_reason_outlives_its_cause() -> None:
    """What LONGER excuses is still there."""
    for name in LONGER:
        path, _, function = name.partition(":")
        assert (ROOT / path).exists()
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert not function or function in {each.name for each in functions(tree)}


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("*.py")), ids=name_of)
def test_tests_use_no_private_name(path: Path) -> None:
    """A test speaks to a room as the other rooms do."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom | ast.Import):
            names = [getattr(node, "module", None) or "", *(each.name for each in node.names)]
            used = [part for name in names for part in name.split(".")]
        elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "self") != "self":
            used = [node.attr]
        else:
            continue
        # os._exit is Python's own name for leaving at once.
        private = [each for each in used if re.match(r"_(?!_|exit$)", each)]
        assert not private, f"{name_of(path)}:{node.lineno}: {private}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_a_door_and_a_word_about_itself(room: str) -> None:
    """Each room's __init__.py says in its docstring what the room is for."""
    found = importlib.util.find_spec(f"plugins.{room}")
    assert found is not None
    assert found.origin is not None
    assert ast.get_docstring(ast.parse(Path(found.origin).read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_templates_say_what_they_include(path: Path) -> None:
    """No include, import or extends by a name that is known only while rendering; no clock."""
    language = jinja2.Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)
    tree = language.parse(path.read_text(encoding="utf-8"))
    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        named = getattr(node, "template")  # noqa: B009 - find_all() says no more than "a node"
        assert isinstance(named, nodes.Const), f"line {node.lineno}: a name not known beforehand"
    called = {call.node.name for call in tree.find_all(nodes.Call) if hasattr(call.node, "name")}
    assert not called & {"now", "today", "utcnow"}


def test_no_template_was_missed() -> None:
    """The folder that the test above goes through is the one the site is made from."""
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize("room", ROOMS)
def test_the_contracts_know_every_room(room: str) -> None:
    """A new room is named in the contracts that keep the press and the edition apart from it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {each["id"]: each for each in settings["tool"]["importlinter"]["contracts"]}
    for name in ("press", "edition"):
        named = contracts[name]["source_modules"] + contracts[name]["forbidden_modules"]
        assert f"plugins.{room}" in named, name
