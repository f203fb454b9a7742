"""What a picture looks like from afar, and whether it moves: found once, when it is measured."""

import io
from typing import Final, NamedTuple

from PIL import Image

from .picture_files import on_white, open_picture, orientation_of, upright, workable

SMALL: Final = 128
"""The long side of the small picture that is looked at, in pixels."""

STEPS: Final = 4
"""Steps of red, green and blue: 64 colours in all, each a class of the stylesheet."""

MOST_FRAMES: Final = 100
MOST_MILLISECONDS: Final = 5000
"""What moves for longer by itself must have a button to stop it (WCAG 2.2.2)."""
MOST_PIXELS: Final = 60_000_000
"""Of all frames together."""
MOST_BYTES: Final = 8_000_000
HASTE: Final = 20
"""Milliseconds: what says that it is quicker is shown at a tenth of a second by browsers."""

_MOVING = ("GIF", "WEBP", "PNG")


class Motion(NamedTuple):
    """The frames of a short animation and how long they take, 0 of what stands still.

    ``too_much`` names the limit that a long one breaks: frames, seconds, pixels or bytes.
    """

    frames: int = 0
    milliseconds: int = 0
    too_much: str = ""


def thumbnail(opened: Image.Image) -> Image.Image:
    """A small upright picture in RGB; of a JPEG an eighth of its pixels is decoded."""
    orientation = orientation_of(opened)
    opened.draft("RGB", (SMALL, SMALL))
    picture = workable(opened)
    picture = picture.copy() if picture is opened else picture
    picture.thumbnail((SMALL, SMALL), Image.Resampling.BOX, reducing_gap=None)
    return on_white(upright(picture, orientation)).convert("RGB")


def tone_of(picture: Image.Image) -> str:
    """The commonest colour: three digits, the quarter that red, green and blue are in."""
    step = 256 // STEPS
    reduced = picture.point(lambda value: value // step)
    count = reduced.getcolors(STEPS**3) or []
    # Of two that are equally common always the same one.
    _, colour = max(count, key=lambda found: (found[0], found[1]))
    return "".join(map(str, colour)) if isinstance(colour, tuple) else ""


def motion_of(data: bytes, kind: str) -> Motion:
    """Whether a file is an animation, short enough to be kept; raises what Pillow raises."""
    if kind not in _MOVING:
        return Motion()
    with open_picture(io.BytesIO(data), _MOVING) as opened:
        frames = getattr(opened, "n_frames", 1)
        if frames == 1:
            return Motion()
        if frames > MOST_FRAMES:
            return Motion(too_much="frames")
        if len(data) > MOST_BYTES:
            return Motion(too_much="bytes")
        if opened.width * opened.height * frames > MOST_PIXELS:
            return Motion(too_much="pixels")
        total = sum(duration(opened, frame) for frame in range(frames))
    return Motion(frames, total) if total <= MOST_MILLISECONDS else Motion(too_much="seconds")


def duration(opened: Image.Image, frame: int) -> int:
    """Go to a frame of an animation; for how long it stands, in milliseconds."""
    opened.seek(frame)
    opened.load()
    said = int(opened.info.get("duration", 0) or 0)
    return said if said >= HASTE else 100
