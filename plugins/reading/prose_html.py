"""A tree written out as HTML, with fewer questions than Python-Markdown asks.

Equal to ``markdown.serializers`` for trees of plain strings; any other goes there.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any

from markdown.serializers import to_html_string, to_xhtml_string

Serializer = Callable[[etree.Element], str]

# Elements without content, as the module that Python-Markdown takes them from has them.
_EMPTY: frozenset[str] = frozenset(getattr(etree, "HTML_EMPTY", ()))
_RAW = frozenset(("script", "style"))
_LONE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


def to_html(root: etree.Element) -> str:
    """Write a tree as HTML; see ``markdown.serializers.to_html_string``."""
    return _write(root, ">") or to_html_string(root)


def to_xhtml(root: etree.Element) -> str:
    """Write a tree as XHTML; see ``markdown.serializers.to_xhtml_string``."""
    return _write(root, " />") or to_xhtml_string(root)


# Keyed by what they stand in for.
QUICK: dict[Serializer, Serializer] = {to_html_string: to_html, to_xhtml_string: to_xhtml}


def _write(root: etree.Element, end_of_empty: str) -> str:
    """Write a tree; nothing where it holds what is not plain."""
    try:
        return "".join(_parts(root, end_of_empty))
    except TypeError:
        return ""


def _parts(root: etree.Element, end_of_empty: str) -> list[str]:
    """Write a tree bit by bit; raises ``TypeError`` where it holds what is not plain."""
    parts: list[str] = []
    write = parts.append
    # What is still to be written, last first: elements, and finished ends of others.
    # Anything may stand in an element, whatever its type says.
    stack: list[Any] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            write(item)
            continue
        tag, text, tail = item.tag, item.text or "", item.tail or ""
        if not (isinstance(tag, str) and isinstance(text, str) and isinstance(tail, str)):
            raise TypeError
        start = f"<{tag}{_attributes(item)}" if item.attrib else f"<{tag}"
        if "&" in tail or "<" in tail or ">" in tail:
            tail = _escaped(tail)
        name = tag.lower()
        if name in _EMPTY and end_of_empty != ">":
            # Such an element ends at once, whatever is in it.
            write(f"{start}{end_of_empty}{tail}")
            continue
        if ("&" in text or "<" in text or ">" in text) and name not in _RAW:
            text = _escaped(text)
        end = "" if name in _EMPTY else f"</{tag}>"
        if len(item):
            write(f"{start}>{text}")
            stack.append(end + tail)
            stack.extend(reversed(item))
        else:
            write(f"{start}>{text}{end}{tail}")
    return parts


def _are_strings(one: object, other: object) -> bool:
    return isinstance(one, str) and isinstance(other, str)


def _attributes(element: etree.Element) -> str:
    """Write an element's attributes in the order of their names."""
    written = ""
    for key, value in sorted(element.items()):
        # A name without a value, or as its own value, has a form of its own.
        if not _are_strings(key, value) or key == value:
            raise TypeError
        written += ' {}="{}"'.format(key, _escaped(value).replace('"', "&quot;"))
    return written


def _escaped(text: str) -> str:
    if "&" in text:
        text = _LONE_AMPERSAND.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text
