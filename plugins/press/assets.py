"""The theme's static files, gathered and named after what is in them."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from .page import Inputs, Route, page_type
from .templates import Renderer

_LEAN = re.compile(rb"^[ \t]+(?://.*\n)?|^//.*\n", re.MULTILINE)
"""Indents and lines of comment, which readers need not fetch; no text of ours spans lines."""


def _bytes(inputs: "StaticFile", _renderer: Renderer) -> bytes:
    return inputs.data


@page_type("/static/{name}", render=_bytes)
class StaticFile(Inputs, frozen=True):
    """A file of the theme, as it is."""

    data: bytes


def bundle(theme: Path) -> dict[str, bytes]:
    """The static files of a theme: path on the site -> content.

    Styles are joined into one file (tokens, base, then the parts by name), scripts into
    another, so that a page asks for two files; each name carries the hash of its content
    and may be cached for ever. A part's ``own.js`` stays a file by itself, named after the
    part, for the few pages that ask for it. Feeds that somebody opens in a browser have
    styles of their own, in each language that words are written in.
    """
    parts = sorted((theme / "parts").iterdir()) if (theme / "parts").is_dir() else []
    first = [theme / "static" / name for name in ("tokens.css", "base.css")]
    styles = _joined([*first, *(part / "part.css" for part in parts)])
    scripts = _joined([part / "part.js" for part in parts])
    own = {part.name: part / "own.js" for part in parts if (part / "own.js").is_file()}
    icon = theme / "static" / "icon.svg"
    return {
        _named("site", "css", styles): styles,
        _named("site", "js", scripts): scripts,
        **{_named(name, "js", data): data for name, data in _each(own)},
        **{_named(name, "css", data): data for name, data in _of_feeds(theme / "static")},
        _named("icon", "svg", icon.read_bytes()): icon.read_bytes(),
    }


def routes(files: dict[str, bytes]) -> Iterator[Route]:
    """A route for each static file."""
    for url, data in files.items():
        yield Route(url, StaticFile(data=data))


def _joined(files: list[Path]) -> bytes:
    return b"\n".join(file.read_bytes().strip() for file in files if file.is_file()) + b"\n"


def _each(files: dict[str, Path]) -> Iterator[tuple[str, bytes]]:
    for name, file in files.items():
        yield name, _LEAN.sub(b"", file.read_bytes()).strip() + b"\n"


def _of_feeds(static: Path) -> Iterator[tuple[str, bytes]]:
    """What feeds look like, with what is said to those who open one, in each language."""
    look = static / "feed" / "feed.css"
    for words in sorted((static / "feed").glob("*.css")):
        if words != look:
            # Namespaces must be declared before anything else: the look comes first.
            yield f"feed-{words.stem}", _joined([look, static / "tokens.css", words])


def _named(stem: str, suffix: str, data: bytes) -> str:
    return f"/static/{stem}.{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
