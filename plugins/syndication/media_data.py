"""Pictures of an item, for programs that show them by themselves."""

from typing import NamedTuple


class Content(NamedTuple):
    """One file of a picture: width and height in pixels, length in bytes or 0 if not known."""

    address: str
    type: str
    width: int
    height: int
    length: int = 0


class Group(NamedTuple):
    """A picture in several files, the best first, and what is said of it."""

    contents: tuple[Content, ...]
    thumbnail: Content
    title: str = ""
    description: str = ""
    credit: str = ""
    copyright: str = ""
