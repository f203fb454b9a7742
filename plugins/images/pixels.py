"""The pixels of one picture's renditions: upright, in sRGB, on white, with nothing but a credit.

Each rendition depends on its picture and its own size alone: those of up to ``LADDER[0]``
pixels come down a ladder of fixed widths, whichever of them are asked for; a larger one is made
of what was decoded. So a width more or less changes no other file. A JPEG is decoded at a half,
a quarter or an eighth of its size where that is enough.
"""

import io
import struct
from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageCms

from plugins.reading.picture_files import (
    SIDEWAYS,
    on_white,
    open_picture,
    orientation_of,
    upright,
    workable,
)
from plugins.reading.picture_looks import MOST_MILLISECONDS, duration

from .crops import Box
from .plan import ENCODING, Kind, Size, widest
from .tasks import Task

LADDER: Final = (1600, 960, 480)
"""Widths of which the next smaller ones are made: less to read, and no less sharp."""

_FILTER = Image.Resampling.BICUBIC
_GAP = 3.0
"""What is more than so many times too large is first reduced by whole numbers."""

_ARTIST, _COPYRIGHT = 0x013B, 0x8298
_ASCII = 2


def renditions(task: Task) -> Iterator[tuple[Size, bytes]]:
    """Each with its bytes, the largest first; raises what Pillow raises."""
    exif = credit(task.artist, task.copyright)
    source = _Negative(task)
    top = min(LADDER[0], widest(task.width, task.height))
    steps = [width for width in LADDER if width < top]
    picture: Image.Image | None = None
    still = [size for size in task.sizes if size.kind != "animation" and size.box is None]
    for width in sorted({size.width for size in still}, reverse=True):
        if width > top:
            shown = source.at(width, _height(task, width))
        else:
            picture = picture or source.at(top, _height(task, top))
            while steps and steps[0] >= width:
                step = steps.pop(0)
                picture = _resized(picture, step, _height(task, step))
            shown = _resized(picture, width, _height(task, width))
        for size in still:
            if size.width == width:
                yield size, _encoded(shown, size.kind, exif)
    for size, part in _parts(task, source, top):
        yield size, _encoded(part, size.kind, exif)
    for size in task.sizes:
        if size.kind == "animation":
            yield size, _animated(task, size, exif)


def _parts(task: Task, source: "_Negative", top: int) -> Iterator[tuple[Size, Image.Image]]:
    """The renditions that show a part; made of ``top`` pixels' width wherever that is enough."""
    for size in task.sizes:
        if size.box is not None:
            # So wide that the part of it is as wide as the rendition.
            wide = max(top, min(task.width, -(-size.width * task.width // size.box.width)))
            picture = source.at(wide, _height(task, wide))
            yield size, _cut(picture, task, size, size.box)


def _cut(picture: Image.Image, task: Task, size: Size, box: Box) -> Image.Image:
    x, y = picture.width / task.width, picture.height / task.height
    right, bottom = (box.left + box.width) * x, (box.top + box.height) * y
    part = box.left * x, box.top * y, min(right, picture.width), min(bottom, picture.height)
    return picture.resize((size.width, size.height), _FILTER, part, reducing_gap=_GAP)


def _height(task: Task, width: int) -> int:
    return max(1, round(task.height * width / task.width))


def _resized(picture: Image.Image, width: int, height: int) -> Image.Image:
    if picture.size == (width, height):
        return picture
    return picture.resize((width, height), _FILTER, reducing_gap=_GAP)


class _Negative:
    """The picture's file, decoded as far as it is needed, and kept as long."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._format = ""
        self._decoded: Image.Image | None = None
        self._scale = 0
        self._orientation = 1
        self._profile: bytes | None = None
        self._shown: Image.Image | None = None

    def at(self, width: int, height: int) -> Image.Image:
        """The picture in that size, ready to be encoded."""
        if self._shown is None or self._shown.size != (width, height):
            self._shown = None
            self._shown = self._at(width, height)
        return self._shown

    def _at(self, width: int, height: int) -> Image.Image:
        decoded = self._at_scale(min(self._task.width // width, self._task.height // height))
        if self._orientation in SIDEWAYS:
            width, height = height, width
        picture = _resized(decoded, width, height)
        picture = on_white(upright(picture, self._orientation))
        if self._profile and picture.mode in ("RGB", "CMYK", "L"):
            picture = _to_srgb(picture, self._profile)
        return picture.convert("RGB")

    def _at_scale(self, most: int) -> Image.Image:
        """The pixels, of a JPEG at the smallest of its own scales that is large enough."""
        scale = max(each for each in (1, 2, 4, 8) if each <= max(1, most))
        if self._decoded is None or (self._format == "JPEG" and scale != self._scale):
            # The one goes before the other comes: two of them would be too much.
            self._decoded = None
            self._scale = scale
            self._decoded = self._decode()
        return self._decoded

    def _decode(self) -> Image.Image:
        with open_picture(self._task.source) as opened:
            self._format = opened.format or ""
            self._orientation = orientation_of(opened)
            self._profile = opened.info.get("icc_profile")
            width, height = opened.size
            opened.draft(None, (width // self._scale, height // self._scale))
            return workable(opened)


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(
            picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return picture  # a broken profile: the colours as they are
    return converted or picture


def _encoded(picture: Image.Image, kind: Kind, exif: bytes) -> bytes:
    out = io.BytesIO()
    picture.info = {}
    picture.save(out, kind.upper(), exif=exif, **ENCODING[kind])
    return out.getvalue()


def _animated(task: Task, size: Size, exif: bytes) -> bytes:
    """A short animation; it stops after the time that it may move by itself."""
    frames, durations = [], []
    with open_picture(task.source) as opened:
        orientation = orientation_of(opened)
        for number in range(getattr(opened, "n_frames", 1)):
            durations.append(duration(opened, number))
            frame = on_white(upright(workable(opened), orientation)).convert("RGB")
            frames.append(_resized(frame, size.width, size.height))
    out = io.BytesIO()
    frames[0].info = {}
    frames[0].save(
        out,
        "WEBP",
        save_all=True,
        append_images=frames[1:],
        duration=durations,
        loop=max(1, MOST_MILLISECONDS // max(1, sum(durations))),
        exif=exif,
        **ENCODING["animation"],
    )
    return out.getvalue()


def credit(artist: str, rights: str) -> bytes:
    """EXIF with an artist and a copyright notice, and nothing else; empty for neither.

    A TIFF of one directory (Exif 2.32, 4.6). The texts are UTF-8, as the Metadata Working
    Group's guidelines have it, for names are Chinese.
    """
    entries = [
        (tag, text.encode() + b"\0")
        for tag, text in ((_ARTIST, artist), (_COPYRIGHT, rights))
        if text
    ]
    if not entries:
        return b""
    head = struct.pack("<2sHIH", b"II", 42, 8, len(entries))
    at = len(head) + 12 * len(entries) + 4
    directory, texts = b"", b""
    for tag, text in entries:
        # Up to four bytes stand in the directory itself.
        where = text.ljust(4, b"\0") if len(text) <= 4 else struct.pack("<I", at + len(texts))  # noqa: PLR2004
        directory += struct.pack("<HHI", tag, _ASCII, len(text)) + where
        texts += text.ljust(len(text) + len(text) % 2, b"\0") if len(text) > 4 else b""  # noqa: PLR2004
    return b"Exif\0\0" + head + directory + struct.pack("<I", 0) + texts
