"""Which pictures an edition shows, and for what: by this their renditions are made."""

from typing import Final, Literal, get_args

import msgspec

from .sources import PictureFile
from .specs import PictureNotes

CropName = Literal["cover", "square", "share"]
"""Parts of pictures: 3:2 for cards in lists, 1:1, and what another site shows beside a link."""

Purpose = Literal["text", "lead", "gallery"] | CropName
"""Where a picture stands: in a text, at the head of a page, in a gallery; or which part of it."""

CROPS: Final[tuple[CropName, ...]] = get_args(CropName)

Focus = tuple[int, int]
"""A point that matters, in per cent of a picture's width and height from its top left corner."""


class Print(msgspec.Struct, frozen=True, array_like=True):
    """A picture file as some page shows it.

    ``artist`` and ``copyright`` go into each of its renditions, as EXIF has them. ``focus`` is
    set of a part of it alone, and only where somebody said what matters.
    """

    file: PictureFile
    purpose: Purpose = "text"
    artist: str = ""
    copyright: str = ""
    focus: Focus | None = None

    @property
    def point(self) -> Focus:
        """The point that a crop keeps."""
        return self.focus or self.file.guess

    @classmethod
    def of(cls, file: PictureFile, notes: PictureNotes, purpose: Purpose = "text") -> "Print":
        """A file, with all that is said of it at one place."""
        # Several are parted by semicolons (Exif 2.32, Artist).
        artist = "; ".join(dict.fromkeys(filter(None, (notes.creator, notes.credit))))
        focus = notes.focus if purpose in CROPS else None
        return cls(file, purpose, artist, notes.copyright, focus)

    def order(self) -> tuple[str, str, str, str, Focus]:
        """What prints are sorted by."""
        return self.file.path, self.purpose, self.artist, self.copyright, self.focus or (-1, -1)
