"""Pagefind's program: where it is, and one index made by it (pagefind.app/docs/config-options).

It is called as a program, not by way of its Python package, which waits a tenth of a second for
each record (1.5.2), and whose records have no weights.
"""

import os
import subprocess
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "pagefind_bin_extended"
"""The package with the program that parts Chinese into words (PyPI: pagefind-bin-extended)."""

SERVED = ("pagefind.js", "pagefind-entry.json")
"""What a reader's browser asks for by name; ready-made pages, styles, the worker are left out."""

KINDS = (".pf_index", ".pf_fragment", ".pf_filter", ".pf_meta", ".pagefind")
"""The endings of the files of an index: words, texts, filters, what there is, WebAssembly."""

CHUNK = 4000
"""So many places of words at least are in a file of an index; a query fetches one for each word.

Pagefind's own measure is 20,000. Smaller ones make what there is of them longer to tell, which
is fetched once, and are more files. A Pagefind that knows the setting no more makes larger ones.
"""

MEMORY = "thp:always,narenas:2"
"""How Pagefind's memory is to come (jemalloc.net/jemalloc.3.html, where it is built with that):
in huge pages, if Linux has any, which takes a seventh off the processor's time."""


@cache
def program() -> Path | None:
    """Pagefind's program; None where there is none for this machine."""
    found = find_spec(PACKAGE)
    for folder in (found.submodule_search_locations or ()) if found is not None else ():
        for name in ("pagefind_extended", "pagefind_extended.exe"):
            path = Path(folder, name)
            if path.is_file():
                return path
    return None


def made_with() -> str:
    """The version of Pagefind, empty where there is none."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return ""


def start(pages: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """Begin to make an index of all HTML files in ``pages``, into ``folder``.

    Raises ``OSError`` where the program cannot be started.
    """
    own = program()
    if own is None:
        raise FileNotFoundError(PACKAGE)
    return subprocess.Popen(
        [str(own), "--site", str(pages), "--output-path", str(folder), "--silent"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=_environment(),
        cwd=pages,
    )


def _environment() -> dict[str, str]:
    """What goes for Pagefind: no settings of whoever runs it, for they must not change a site."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    return own | {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(CHUNK), "_RJEM_MALLOC_CONF": MEMORY}


def is_served(path: Path) -> bool:
    """Tell whether a file of an index is for readers' browsers."""
    return path.name in SERVED or path.suffix in KINDS
