"""Which renditions a picture has: names and sizes, known before any pixel is made."""

import hashlib
import re
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from plugins.edition.picture_cards import Picture, Rendition
from plugins.edition.prints import Focus, Print, Purpose
from plugins.edition.site_specs import RenditionSpec
from plugins.edition.sources import PictureFile
from plugins.edition.specs import PictureFormat, PictureNotes

from .crops import CROPS, Box, Crop, box, place_in

TALLEST: Final = 16383
"""The most pixels that WebP has in one direction (developers.google.com/speed/webp)."""

MOVING_WIDTH: Final = 480
"""Of an animation, each frame of which costs as much as a picture."""

Kind = PictureFormat | Literal["animation"]

ENCODING: Final[dict[Kind, dict[str, int | bool]]] = {
    # Speed 8 takes twice as long for files that are smaller by a tenth. One thread, for the
    # pictures are spread over the processors already.
    "avif": {"quality": 50, "speed": 9, "max_threads": 1},
    # Method 4, the default, takes twice as long for files that are smaller by a fiftieth.
    "webp": {"quality": 80, "method": 2},
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
    "animation": {"quality": 70, "method": 2},
}
"""How each kind is saved, in the words of Pillow."""

DEVELOPING: Final = 3
"""Raised whenever other pixels come out before they are encoded."""

SUFFIX: Final[dict[Kind, str]] = {
    "avif": "avif",
    "webp": "webp",
    "jpeg": "jpg",
    "animation": "webp",
}
DIGEST: Final = 10
"""So many digits of a file's hash are in the names of its renditions."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class Size(NamedTuple):
    """One rendition to be made: file name in ``/images/``, kind, width and height.

    ``box`` is the part of the upright picture that it shows, in the picture's own pixels.
    """

    name: str
    kind: Kind
    width: int
    height: int
    box: Box | None = None


def widest(width: int, height: int) -> int:
    """The most that a rendition of a picture is wide: a long poster (长图) must fit in height."""
    return max(1, min(width, TALLEST * width // height))


def sizes(wanted: Print, spec: RenditionSpec) -> tuple[Size, ...]:
    """The renditions of a picture: AVIF, WebP, JPEG by growing width, then the animation.

    The name of each says what its pixels are made of and how: the file's bytes, the format's own
    encoding, what is written into it. What is not named in it cannot change it.
    """
    file = wanted.file
    crop = CROPS.get(wanted.purpose)
    if crop is not None:
        return _cut_sizes(wanted, crop, spec)
    most = widest(file.width, file.height)
    formats = _formats(wanted.purpose, spec)
    head = f"{_plain(file.path)}-{file.sha256[:DIGEST]}-"
    made = []
    for kind in formats:
        code = recipe(kind, wanted.artist, wanted.copyright)
        fallback = kind == "jpeg" and len(formats) > 1
        widths = spec.fallback_widths if fallback else spec.widths
        made += [
            _size(file, kind, head + code, width)
            for width in sorted({min(each, most) for each in widths})
        ]
    if file.frames:
        code = recipe("animation", wanted.artist, wanted.copyright)
        made.append(_size(file, "animation", head + code, min(MOVING_WIDTH, most)))
    return tuple(made)


def _cut_sizes(wanted: Print, crop: Crop, spec: RenditionSpec) -> tuple[Size, ...]:
    """The renditions of a part of a picture; of one that leaves out next to nothing its own."""
    file = wanted.file
    laid = _laid(file.width, file.height, crop, wanted.point)
    if laid.is_nearly_whole and crop.widths:
        whole = sizes(Print(file, "text", wanted.artist, wanted.copyright), spec)
        most = crop.widths[-1]
        small = tuple([s for s in whole if s.width <= most and s.kind != "animation"])
        if any(size.kind == "jpeg" for size in small):
            return small
    head = f"{_plain(file.path)}-{file.sha256[:DIGEST]}-"
    codes = {kind: recipe(kind, wanted.artist, wanted.copyright) for kind in ("webp", "jpeg")}
    return tuple(
        [
            Size(f"{head}{codes[kind]}-{tail}", kind, width, height, laid.part)
            for kind, width, height, tail in laid.sizes
            if kind == "jpeg" or "webp" in spec.formats
        ]
    )


class _Laid(NamedTuple):
    """A crop of a picture of some size: its box, its files, where in it the point is."""

    part: Box
    is_nearly_whole: bool
    sizes: tuple[tuple[Literal["webp", "jpeg"], int, int, str], ...]
    at: tuple[int, int]


# Most pictures of a camera are of one size, and guesses go by steps.
@lru_cache(maxsize=4096)
def _laid(width: int, height: int, crop: Crop, point: Focus) -> _Laid:
    part = box(width, height, crop, point)
    every = part.width * 100 >= width * 99 and part.height * 100 >= height * 99
    made: list[tuple[Literal["webp", "jpeg"], int, int, str]] = []
    kinds: tuple[tuple[Literal["webp", "jpeg"], tuple[int, ...]], ...]
    kinds = ("webp", crop.widths), ("jpeg", (crop.fallback,))
    for kind, widths in kinds:
        for across in sorted({min(each, part.width) for each in widths}):
            # By where it begins, not by the point: many points have one and the same crop.
            tail = f"{crop.name}{across}at{part.left}x{part.top}.{SUFFIX[kind]}"
            made.append((kind, across, max(1, round(across * crop.down / crop.across)), tail))
    return _Laid(part, every, tuple(made), place_in(part, width, height, point))


def _formats(purpose: Purpose, spec: RenditionSpec) -> tuple[PictureFormat, ...]:
    asked = spec.formats if purpose == "text" else spec.lead_formats
    every: tuple[PictureFormat, ...] = ("avif", "webp", "jpeg")
    return tuple(kind for kind in every if kind in asked or kind == "jpeg")


def _size(file: PictureFile, kind: Kind, stem: str, width: int) -> Size:
    height = max(1, round(file.height * width / file.width))
    return Size(f"{stem}-{width}.{SUFFIX[kind]}", kind, width, height)


@cache
def recipe(kind: Kind, artist: str = "", rights: str = "") -> str:
    """A short hash of how a kind of renditions is made."""
    what = repr((DEVELOPING, kind, sorted(ENCODING[kind].items()), artist, rights))
    return hashlib.blake2b(what.encode(), digest_size=4).hexdigest()


def _plain(path: str) -> str:
    stem = path[path.rfind("/") + 1 :].rpartition(".")[0].lower()
    # Cut short: a file's name may have 255 bytes, and the hash keeps it apart from others.
    return _NOT_PLAIN.sub("-", stem)[:60].strip("-") or "picture"


def digest_of(name: str) -> str:
    """The beginning of the hash of the file that a rendition of this name is made of."""
    parts = name.rsplit("-", 3)
    return parts[1] if len(parts) > 3 else name  # noqa: PLR2004 - four parts, as in sizes


def develop(
    root: str,
    file: PictureFile,
    notes: PictureNotes,
    purpose: Purpose = "text",
    spec: RenditionSpec = RenditionSpec(),  # noqa: B008 - frozen
) -> Picture:
    """The picture of a file, or a part of it, ready to be shown; its pixels are made later.

    Of what is said of it, a part has the alt text alone where it stands for a page, and nothing
    where it stands beside a headline: what is said of a picture stays with its own page.
    """
    wanted = Print.of(file, notes, purpose)
    crop, at = CROPS.get(purpose), notes.focus or file.guess
    if crop is not None:
        at = _laid(file.width, file.height, crop, at).at
        notes = PictureNotes(alt=notes.alt if purpose == "share" else "")
    made: dict[Kind, list[Rendition]] = {}
    for size in sizes(wanted, spec):
        url = f"{root}/images/{size.name}"
        made.setdefault(size.kind, []).append(Rendition(url, size.width, size.height))
    webp, avif, jpeg = (tuple(made.get(kind, ())) for kind in ("webp", "avif", "jpeg"))
    largest = (avif or webp or jpeg)[-1]
    return Picture(
        webp=webp,
        fallback=jpeg[-1],
        width=largest.width,
        height=largest.height,
        avif=avif,
        jpeg=jpeg,
        animation=made["animation"][0] if "animation" in made else None,
        tone=file.tone,
        alt=notes.alt,
        caption=notes.caption,
        credit=notes.credit,
        place=notes.place,
        date=notes.date,
        when=notes.when,
        license=notes.license,
        creator=notes.creator,
        copyright=notes.copyright,
        at=(_quarter(at[0]), _quarter(at[1])),
    )


def _quarter(share: int) -> int:
    return (share + 12) // 25
