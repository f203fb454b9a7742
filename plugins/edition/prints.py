"""Which pictures an edition shows, and for what: by this their renditions are made."""

from typing import Literal

import msgspec

from .sources import PictureFile
from .specs import PictureNotes

Purpose = Literal["text", "lead", "gallery"]
"""Where a picture stands: within a text or a list, at the head of a page, in a gallery."""


class Print(msgspec.Struct, frozen=True, array_like=True):
    """A picture file as some page shows it.

    ``artist`` and ``copyright`` go into each of its renditions, as EXIF has them.
    """

    file: PictureFile
    purpose: Purpose = "text"
    artist: str = ""
    copyright: str = ""

    @classmethod
    def of(cls, file: PictureFile, notes: PictureNotes, purpose: Purpose = "text") -> "Print":
        """A file, with all that is said of it at one place."""
        # Several are parted by semicolons (Exif 2.32, Artist).
        artist = "; ".join(dict.fromkeys(filter(None, (notes.creator, notes.credit))))
        return cls(file, purpose, artist, notes.copyright)
