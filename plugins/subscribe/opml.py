"""A list of feeds that feed readers import. The format: OPML 2.0 (opml.org/spec2.opml)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from plugins.edition.feeds import Feed
from plugins.press.templates import Renderer

if TYPE_CHECKING:
    from .pages import Subscriptions


def render(inputs: "Subscriptions", _renderer: Renderer) -> bytes:
    """The bytes of the list: the paper's own feed, then a group for each sort."""
    root = ET.Element("opml", version="2.0")
    head = ET.SubElement(root, "head")
    ET.SubElement(head, "title").text = inputs.title
    ET.SubElement(head, "docs").text = "http://opml.org/spec2.opml"
    body = ET.SubElement(root, "body")
    _outlines(body, inputs.paper, inputs)
    for group in inputs.groups:
        _outlines(ET.SubElement(body, "outline", text=group.name), group.feeds, inputs)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _outlines(parent: ET.Element, feeds: Sequence[Feed], inputs: "Subscriptions") -> None:
    for feed in feeds:
        # The label names the paper, too: in a reader it stands among those of others.
        told = {
            "type": "rss",
            "version": "RSS2",
            "text": feed.label,
            "title": feed.label,
            "xmlUrl": inputs.origin + feed.rss,
            "htmlUrl": inputs.origin + feed.page,
            "language": inputs.language,
        }
        if feed.description:
            told["description"] = feed.description
        ET.SubElement(parent, "outline", told)
