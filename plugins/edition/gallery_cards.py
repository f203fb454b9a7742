"""What pages of galleries show, but for a photograph itself: see ``picture_cards.Photo``."""

import datetime as dt

from .cards import Body, Link, State
from .picture_cards import Photo
from .values import Value


class GalleryView(Value, frozen=True):
    """A gallery as its own page shows it, but for its photographs.

    ``credits`` are those who took them, each once.
    """

    title: str
    url: str
    date: dt.datetime
    summary: str
    unit: Link | None
    body: Body
    state: State
    credits: tuple[str, ...] = ()
    downloads: bool = False


class PhotoSection(Value, frozen=True):
    """A part of a gallery; without a title it has no heading."""

    photos: tuple[Photo, ...]
    title: str = ""
    summary: str = ""
