"""What podcast programs ask for, as an extension of feedgen.

Apple's tags: podcasters.apple.com/support/823-podcast-requirements; the open ones:
podcasting2.org/docs/podcast-namespace. feedgen's own extension knows only the first, writes
``explicit`` as "yes" and "no", which directories take no longer, and no transcripts.
"""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from .podcast_data import Episode, Programme

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
NAME = "podcast"

_GUIDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The name space of ``podcast:guid``, as its documentation gives it."""


class Podcast(BaseExtension):  # type: ignore[misc] # feedgen has no types
    """The tags of a channel."""

    programme: Programme

    def extend_ns(self) -> dict[str, str]:
        """Both name spaces, under their usual names."""
        return {"itunes": ITUNES, "podcast": PODCAST}

    def extend_rss(self, root: Any) -> Any:
        """Put the tags into a channel."""
        programme, channel = self.programme, root[0]
        _add(channel, ITUNES, "author", programme.author)
        _add(channel, ITUNES, "type", "episodic")
        _add(channel, ITUNES, "explicit", "false")
        etree.SubElement(channel, f"{{{ITUNES}}}category", {"text": programme.category})
        if programme.email:
            owner = etree.SubElement(channel, f"{{{ITUNES}}}owner")
            _add(owner, ITUNES, "name", programme.author)
            _add(owner, ITUNES, "email", programme.email)
        _add(channel, PODCAST, "guid", str(_guid(programme.address)))
        return root


class PodcastItem(BaseEntryExtension):  # type: ignore[misc] # as above
    """The tags of one item."""

    def __init__(self) -> None:
        """Start with nothing to tell."""
        self.episode = Episode()

    def extend_rss(self, entry: Any) -> Any:
        """Put the tags into an item."""
        episode = self.episode
        if episode.seconds:
            _add(entry, ITUNES, "duration", str(episode.seconds))
        _add(entry, ITUNES, "explicit", "false")
        if episode.image:
            etree.SubElement(entry, f"{{{ITUNES}}}image", {"href": episode.image})
        for each in episode.transcripts:
            said = {"url": each.address, "type": each.type, "language": each.language}
            etree.SubElement(entry, f"{{{PODCAST}}}transcript", said)
        return entry


def _add(parent: Any, space: str, name: str, said: str) -> None:
    etree.SubElement(parent, f"{{{space}}}{name}").text = said


def _guid(address: str) -> UUID:
    """A podcast's own id: of its address without the scheme and the slash at its end."""
    parts = urlsplit(address)
    return uuid5(_GUIDS, (parts.netloc + parts.path).rstrip("/"))
