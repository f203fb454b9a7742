"""What a link or a picture's address names: a file of ``content/``, or nothing in it."""

import posixpath
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

OUTER = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BAD = re.compile(r"[\x00-\x1f\x7f\\]")


class Target(NamedTuple):
    """A path in ``content/`` (empty: it leads out of it) and a fragment."""

    path: str
    fragment: str


def resolve(written: str, folder: str) -> Target:
    """Find the file that an address names, from a folder of ``content/`` (no slash at its end).

    A leading slash means the top of ``content/``. A slash at the end is kept, for it
    names a folder; the top itself is ``/``.
    """
    address, _, fragment = written.partition("#")
    fragment = unquote(fragment)
    address = address.partition("?")[0]
    decoded = unquote(address, errors="replace")
    if _BAD.search(decoded) or decoded.startswith("//") or _SCHEME.match(address):
        return Target("", fragment)
    decoded = unicodedata.normalize("NFC", decoded)
    base = decoded.lstrip("/") if decoded.startswith("/") else posixpath.join(folder, decoded)
    path = posixpath.normpath(base) if base else "."
    if path == ".." or path.startswith(("../", "/")):
        return Target("", fragment)
    if path == ".":
        return Target("/", fragment)
    return Target(path + "/" if decoded.endswith("/") else path, fragment)
