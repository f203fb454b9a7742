"""Page types: which paths are theirs, and which file a path is."""

import importlib
import re
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.page import Inputs, PageType, output_path, page_type
from plugins.press.templates import Renderer
from tests.plugins.press.paper import Note, Plain

ROOMS = (
    "articles",
    "columns",
    "discovery",
    "feeds",
    "front",
    "galleries",
    "on_this_day",
    "redirects",
    "topics",
)
TYPES: Sequence[type[Inputs]] = [
    kind for room in ROOMS for kind in importlib.import_module(f"plugins.{room}.pages").PAGE_TYPES
]
SEGMENT = st.text(
    st.characters(exclude_characters="/", exclude_categories=["Cs"]), min_size=1, max_size=8
).filter(lambda text: text not in (".", ".."))


def nothing(_inputs: Inputs, _renderer: Renderer) -> bytes:
    """Render nothing."""
    return b""


@pytest.mark.parametrize("given_", [{}, {"template": "a.html", "render": nothing}])
def test_a_page_type_is_rendered_in_one_way(given_: dict[str, str]) -> None:
    """A template or a function: neither and both are refused."""
    with pytest.raises(TypeError):
        page_type("/x/", **given_)  # type: ignore[arg-type] # wrong on purpose


def test_a_page_type_knows_its_name() -> None:
    """Its full name tells it from another of the same fields."""
    assert Note.page.name == "tests.plugins.press.paper.Note"
    assert Plain.page.name != Note.page.name


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/", "index.html"),
        ("/a/", "a/index.html"),
        ("/a/b.xml", "a/b.xml"),
        ("/404.html", "404.html"),
        ("/a.b/", "a.b/index.html"),
    ],
)
def test_a_path_is_one_file(url: str, file: str) -> None:
    """A folder's page is its ``index.html``."""
    assert output_path(url) == file


@given(st.lists(SEGMENT, min_size=1, max_size=4), st.booleans())
def test_two_paths_are_two_files(segments: list[str], folder: bool) -> None:
    """A file stays below the output, and says which path it is of."""
    url = "/" + "/".join(segments) + ("/" if folder else "")
    path = output_path(url)
    assert not path.startswith("/")
    if folder:
        assert "/" + path.removesuffix("index.html") == url
    else:
        assert "/" + path == url


@given(SEGMENT, SEGMENT)
def test_a_pattern_owns_what_it_says(slug: str, number: str) -> None:
    """A name in braces stands for anything but a slash; nothing else is owned."""
    page = Note.page
    assert page.owns(f"/{slug}/")
    assert page.owns(f"/{slug}/page/{number}/")
    assert not page.owns(f"/{slug}")
    assert not page.owns(f"{slug}/")
    assert not page.owns(f"/{slug}/{number}/")
    assert not page.owns(f"/{slug}/page/{number}/more/")
    assert not page.owns("//")


@pytest.mark.parametrize("url", ["/../", "/./", "/../page/2/", "/a/page/../"])
def test_no_pattern_owns_a_way_out(url: str) -> None:
    """A name of dots would lead to another page's file, or out of the output."""
    assert not Note.page.owns(url)


def test_signs_in_a_pattern_are_themselves() -> None:
    """A dot is a dot."""
    page = PageType("x", ("/feed.xml",), "", nothing)
    assert page.owns("/feed.xml")
    assert not page.owns("/feedaxml")


def sample(pattern: str) -> str:
    """A path of the form of a pattern."""
    values = {"year": "2026", "month": "11", "number": "2", "day": "21", "part": "1"}
    return re.sub(
        r"\{(\w+)(?::number|:path)?\}",
        lambda found: values.get(found[1], f"some-{found[1]}"),
        pattern,
    )


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [(kind, pattern) for kind in TYPES for pattern in kind.page.urls],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_each_form_of_path_has_one_page_type(kind: type[Inputs], pattern: str) -> None:
    """The law goes both ways: what a page type declares it owns, and no other does.

    But for one that says less: ``/on-this-day/years/`` has the form of an almanac's address,
    ``/on-this-day/{almanac}/``, too. No almanac may have such a name.
    """
    owners = [each for each in TYPES if each.page.owns(sample(pattern))]
    assert kind in owners
    rivals = [each for each in owners if min(map(vague, each.page.urls)) <= vague(pattern)]
    assert rivals == [kind]


def vague(pattern: str) -> tuple[int, int]:
    """How much a pattern leaves open: names, then numbers; a whole path is more than any names."""
    if ":path}" in pattern:
        return 99, 0
    parts = re.findall(r"\{\w+(:number)?\}", pattern)
    return parts.count(""), parts.count(":number")


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_inputs_can_be_sent_and_are_frozen(kind: type[Inputs]) -> None:
    """Each page type's fields are of kinds that msgspec can encode and read again."""
    fields = msgspec.structs.fields(kind)
    assert fields
    assert kind.__struct_config__.frozen
    msgspec.json.schema(kind)


@pytest.mark.parametrize(
    ("url", "own"),
    [("/a", True), ("/a/b/c/", True), ("/a/b.html", True), ("/", False), ("/a//b", False),
     ("/a/../b", False), ("/./a/", False), ("a/b", False), ("/a/..", False)],
)  # fmt: skip
def test_a_pattern_may_be_of_any_depth(url: str, own: bool) -> None:
    """Names with slashes between them, and none that leads up."""
    page = PageType("x", ("/{old:path}",), "x.html", None)
    assert page.owns(url) is own
