"""What a page shows of a film or a piece of sound."""

from typing import Literal

from .picture_cards import Picture
from .values import Value


class MediaSource(Value, frozen=True):
    """A file of a film or sound: its media type, size in pixels (0: sound), length in bytes."""

    url: str
    type: str
    width: int
    height: int
    length: int


class Track(Value, frozen=True):
    """Captions of a film; ``language`` is a BCP 47 tag, ``label`` its name in itself."""

    url: str
    language: str
    label: str


class Media(Value, frozen=True):
    """A film or a piece of sound: files of ours (the largest first), or a page elsewhere.

    ``seconds`` is 0 where the length is not known, ``length`` the same for readers;
    ``transcript`` are its paragraphs, ``address`` is the full one of its file. ``url`` is set
    where it is on another site, ``host`` says on whose.
    """

    kind: Literal["video", "audio"]
    title: str = ""
    sources: tuple[MediaSource, ...] = ()
    poster: Picture | None = None
    width: int = 0
    height: int = 0
    tracks: tuple[Track, ...] = ()
    transcript: tuple[str, ...] = ()
    seconds: int = 0
    length: str = ""
    caption: str = ""
    credit: str = ""
    url: str = ""
    host: str = ""
    address: str = ""
