"""Media RSS 1.5.1 (rssboard.org/media-rss) as an extension of feedgen: groups of pictures.

feedgen's own extension knows neither who took a picture nor how large a file is.
"""

from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from .media_data import Content, Group

SPACE = "http://search.yahoo.com/mrss/"
NAME = "media"


class MediaFeed(BaseExtension):  # type: ignore[misc] # feedgen has no types
    """Names the namespace."""

    def extend_ns(self) -> dict[str, str]:
        """The namespace, under its usual name."""
        return {NAME: SPACE}


class MediaEntry(BaseEntryExtension):  # type: ignore[misc] # as above
    """The pictures of one item: ``groups``."""

    def __init__(self) -> None:
        """Start without pictures."""
        self.groups: tuple[Group, ...] = ()

    def extend_rss(self, entry: Any) -> Any:
        """Put the groups into an item."""
        for group in self.groups:
            entry.append(_group(group))
        return entry


def _group(group: Group) -> Any:
    made = etree.Element(f"{{{SPACE}}}group")
    for number, content in enumerate(group.contents):
        told = _measures(content)
        told |= {"type": content.type, "medium": "image"}
        if content.length:
            told["fileSize"] = str(content.length)
        if number == 0:
            told["isDefault"] = "true"
        etree.SubElement(made, f"{{{SPACE}}}content", told)
    words: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("title", group.title, {"type": "plain"}),
        ("description", group.description, {"type": "plain"}),
        ("credit", group.credit, {"role": "photographer", "scheme": "urn:ebu"}),
        ("copyright", group.copyright, {}),
    )
    for name, text, attributes in words:
        if text:
            etree.SubElement(made, f"{{{SPACE}}}{name}", attributes).text = text
    etree.SubElement(made, f"{{{SPACE}}}thumbnail", _measures(group.thumbnail))
    return made


def _measures(content: Content) -> dict[str, str]:
    return {"url": content.address, "width": str(content.width), "height": str(content.height)}
