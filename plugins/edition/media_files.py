"""The films, sounds and their texts that lie in ``content/``, as they were found there."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

import msgspec

from .sources import PictureFile

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The form of a language tag (RFC 5646), as far as captions have them: ``zh-Hans``."""


class MediaFile(msgspec.Struct, frozen=True, array_like=True):
    """A film or a piece of sound, by the hash of its bytes.

    ``kind`` is empty where it cannot be used. ``size`` is in bytes, ``width`` and ``height``
    in pixels (0 for sound), ``seconds`` 0 where the file does not say; ``type`` is a media
    type (RFC 2046), ``sum`` the 16 bytes of BLAKE2b by which the press knows a file.
    """

    path: str
    sha256: str
    size: int = 0
    kind: Literal["video", "audio", ""] = ""
    type: str = ""
    width: int = 0
    height: int = 0
    seconds: int = 0
    sum: bytes = b""


class TextFile(msgspec.Struct, frozen=True, array_like=True):
    """Captions (``.vtt``, as WebVTT in UTF-8) or a transcript (``.txt``).

    The text is empty where the file cannot be used; the hash is that of the text.
    """

    path: str
    sha256: str
    text: str = ""


class MediaStock(NamedTuple):
    """All that there is, by path. ``posters`` are frames of films, by the films' paths.

    ``language`` is that of captions that do not say theirs, ``origin`` the site's scheme and host.
    """

    files: Mapping[str, MediaFile] = MappingProxyType({})
    texts: Mapping[str, TextFile] = MappingProxyType({})
    posters: Mapping[str, PictureFile] = MappingProxyType({})
    language: str = "zh-Hans"
    origin: str = ""


def output_name(file: MediaFile | TextFile) -> str:
    """The name of a copy in ``/media/``: other bytes have another name."""
    stem, _, suffix = file.path.rpartition("/")[2].rpartition(".")
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in stem.lower())
    plain = "-".join(filter(None, plain.split("-")))[:60] or "media"
    return f"{plain}-{file.sha256[:12]}.{suffix.lower()}"
