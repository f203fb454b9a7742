"""Which renditions a picture has: names and sizes, known before any pixel is made."""

import re
from functools import cache
from typing import NamedTuple

from plugins.edition.cards import Picture, Rendition
from plugins.edition.sources import PictureFile
from plugins.edition.specs import PictureNotes

WIDTHS = (480, 960, 1600)
"""Widths of WebP renditions in pixels; none is larger than the picture itself."""

FALLBACK_WIDTH = 960
"""Width of the one JPEG, for readers that know no WebP."""

TALLEST = 16383
"""The most pixels that WebP has in one direction (developers.google.com/speed/webp)."""

RECIPE = "2"
"""Raised whenever other pixels come out: every rendition then has a new name."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class Size(NamedTuple):
    """One rendition to be made: file name in ``/images/``, format, width and height."""

    name: str
    format: str
    width: int
    height: int


@cache
def sizes(file: PictureFile) -> tuple[Size, ...]:
    """The renditions of a picture: WebP by growing width, then the JPEG."""
    # A long poster (长图) is narrowed until its height fits.
    most = max(1, min(file.width, TALLEST * file.width // file.height))
    made = [_size(file, "webp", width) for width in sorted({min(w, most) for w in WIDTHS})]
    return (*made, _size(file, "jpg", min(FALLBACK_WIDTH, most)))


def _size(file: PictureFile, suffix: str, width: int) -> Size:
    stem = file.path.rpartition("/")[2].rpartition(".")[0].lower()
    # Cut short: a file's name may have 255 bytes, and the hash keeps it apart from others.
    plain = _NOT_PLAIN.sub("-", stem)[:60].strip("-") or "picture"
    height = max(1, round(file.height * width / file.width))
    return Size(f"{plain}-{file.sha256[:10]}-{RECIPE}-{width}.{suffix}", suffix, width, height)


def develop(root: str, file: PictureFile, notes: PictureNotes) -> Picture:
    """The picture of a file, ready to be shown; its pixels are made later."""
    renditions = [
        Rendition(f"{root}/images/{size.name}", size.width, size.height) for size in sizes(file)
    ]
    *webp, fallback = renditions
    largest = webp[-1]
    return Picture(
        webp=tuple(webp),
        fallback=fallback,
        width=largest.width,
        height=largest.height,
        alt=notes.alt,
        caption=notes.caption,
        credit=notes.credit,
        place=notes.place,
        date=notes.date,
        when=notes.when,
        license=notes.license,
        creator=notes.creator,
        copyright=notes.copyright,
    )
