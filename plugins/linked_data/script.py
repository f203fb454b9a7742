"""Nodes as JSON-LD (json-ld.org), fit to stand in a ``script`` of an HTML page."""

import msgspec
from markupsafe import Markup

from .vocabulary import Graph, Node

_encode = msgspec.json.Encoder().encode
_SIGNS = tuple(
    (sign.encode(), rf"\u{ord(sign):04x}".encode()) for sign in ("<", ">", "&", "\u2028", "\u2029")
)


def script(*nodes: Node) -> Markup:
    """The one graph of a page; nothing in it ends the ``script`` element that it stands in."""
    text = _encode(Graph(nodes=nodes))
    # Few texts have any of these: to look for each is faster than to look at every sign.
    for sign, escaped in _SIGNS:
        text = text.replace(sign, escaped)
    return Markup(text.decode())  # noqa: S704 - it is escaped for a script, by JSON's own means
