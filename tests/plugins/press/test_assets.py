"""The theme's static files: joined, and named after what is in them."""

import hashlib
from pathlib import Path

import pytest

from plugins.press.assets import StaticFile, bundle, routes
from plugins.press.templates import Renderer, RenderSetup


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A small theme."""
    for name, text in {
        "static/tokens.css": "tokens\n",
        "static/base.css": "base\n",
        "static/icon.svg": "<svg/>",
        "parts/b/part.css": "b\n",
        "parts/a/part.css": "a\n",
        "parts/a/part.js": "script\n",
        "parts/c/part.html": "no style",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def by_suffix(files: dict[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """Path and content by what kind of file it is."""
    return {path.rpartition(".")[2]: (path, data) for path, data in files.items()}


def test_styles_and_scripts_are_joined_in_order(theme: Path) -> None:
    """Tokens, base, then the parts by name."""
    files = by_suffix(bundle(theme))
    assert files["css"][1] == b"tokens\nbase\na\nb\n"
    assert files["js"][1] == b"script\n"
    assert files["svg"][1] == b"<svg/>"


def test_a_name_carries_the_hash_of_its_file(theme: Path) -> None:
    """Another content, another name; the others keep theirs."""
    before = by_suffix(bundle(theme))
    for path, data in bundle(theme).items():
        assert hashlib.sha256(data).hexdigest()[:12] in path
    (theme / "parts" / "a" / "part.css").write_text("changed")
    after = by_suffix(bundle(theme))
    assert after["css"][0] != before["css"][0]
    assert after["js"] == before["js"]


def test_each_file_has_a_route_of_its_page_type(theme: Path) -> None:
    """And is put out as it is."""
    files = bundle(theme)
    renderer = Renderer(RenderSetup((), ""))
    made = {route.url: renderer.render(route.inputs) for route in routes(files)}
    assert made == files
    assert all(StaticFile.page.owns(url) for url in files)


def test_a_theme_without_parts_is_a_theme(tmp_path: Path) -> None:
    """Two styles and an icon do."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "icon.svg").write_text("<svg/>")
    assert by_suffix(bundle(tmp_path))["js"][1] == b"\n"


def test_feeds_have_styles_of_their_own(theme: Path) -> None:
    """One file for each language, in none of which the pages' styles stand."""
    (theme / "static" / "feed").mkdir()
    for name in ("feed", "en", "zh"):
        (theme / "static" / "feed" / f"{name}.css").write_text(name)
    files = {url.partition(".")[0]: data for url, data in bundle(theme).items()}
    assert files["/static/feed-en"] == b"feed\ntokens\nen\n"
    assert files["/static/feed-zh"] == b"feed\ntokens\nzh\n"
    assert files["/static/site"]


def test_a_parts_own_script_stays_by_itself(theme: Path) -> None:
    """Named after the part; without indents and comments, and with all that is said."""
    (theme / "parts" / "c" / "own.js").write_text('// why\n{\n  // so\n  a("// b"); // c\n}\n')
    files = bundle(theme)
    (url,) = (url for url in files if url.startswith("/static/c."))
    assert url.endswith(".js")
    assert files[url] == b'{\na("// b"); // c\n}\n'
    assert b"why" not in files[next(each for each in files if each.startswith("/static/site."))]
