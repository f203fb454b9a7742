"""Addresses that something once had: which can be kept, and the one form in which they are.

A redirect is a file in the output and a line in the maps of three web servers. What is let
through here can be both, on every system, and cannot reach what is not its own.
"""

import re
import unicodedata
from typing import Literal
from urllib.parse import quote, unquote

Fault = Literal["outside", "slash", "query", "sign", "shape", "long", "reserved"]
"""Why an address cannot be kept."""

LONGEST = 1000
LONGEST_NAME = 200
"""Bytes of an address and of one name in it: file systems allow 255 for a name."""

# What is special in a file name on Windows, in nginx's, Caddy's or _redirects' files.
_SIGNS = re.compile(r'[\x00-\x1f\x7f\\<>"|*?:{}^`$#]')
_CUT = re.compile(r"%(?:2f|5c|00)", re.IGNORECASE)
_SUFFIX = re.compile(r"[^.]\.[A-Za-z0-9]{1,8}$")
_PAGE = re.compile(r"(?:/|\.s?html?)$", re.IGNORECASE)
_RESERVED = re.compile(
    r"/(?:images|media|static|pagefind|search|sitemaps|_redirects|redirects|robots|404)(?:/|\.|$)"
    r"|/subscri(?:be/.|ptions\.opml)"
    r"|.*/feeds/"
    r"|/sitemap[^/]*\.xml"
    r"|/on-this-day/(?:\d|data/|years/|embed/|[^/]+\.[a-z]+$|[^/]+/\d\d-\d\d/)"
    r"|/galleries/[^/]+/originals/"
    r"|.*/page/\d+/$"
)


class Unfit(ValueError):
    """An address that cannot be kept, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def old_path(written: str) -> str:
    """The path of an address as an editor wrote it: ``/旧/文``, ``/old/a.html``, percent-encoded.

    It is decoded, begins with a slash, and ends with one where its last name has no suffix.
    Raises ``Unfit``.
    """
    text = written.strip()
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", text):
        raise Unfit("outside")
    if not text.startswith("/"):
        raise Unfit("slash")
    if "?" in text or "#" in text:
        raise Unfit("query")
    path = unicodedata.normalize("NFC", _decoded(text)).removesuffix("index.html")
    names = path.strip("/").split("/") if path != "/" else []
    if len(path.encode()) > LONGEST or any(len(n.encode()) > LONGEST_NAME for n in names):
        raise Unfit("long")
    if path.startswith("//") or not all(map(_is_plain, names)):
        raise Unfit("shape")
    if not path.endswith("/") and not _SUFFIX.search(names[-1]):
        path += "/"
    if _RESERVED.match(path.casefold()):
        raise Unfit("reserved")
    return path


def _decoded(text: str) -> str:
    if _CUT.search(text):
        raise Unfit("sign")
    try:
        path = unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise Unfit("sign") from None
    if _SIGNS.search(path) or not path.isprintable():
        raise Unfit("sign")
    return path


def _is_plain(name: str) -> bool:
    """Tell whether a name can be a file's everywhere, and is not hidden."""
    return bool(name) and not name.startswith((".", " ")) and not name.endswith((".", " "))


def folded(path: str) -> str:
    """What two paths have in common that are one file on some system."""
    return unicodedata.normalize("NFC", path.casefold())


def is_page(path: str) -> bool:
    """Tell whether a server gives the file at a path to browsers as a page."""
    return _PAGE.search(path) is not None


def encoded(path: str) -> str:
    """A path as it stands in a request: ASCII, percent-encoded."""
    return quote(path, safe="/-._~!'()&=+,;@")
