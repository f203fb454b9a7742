"""What a picture looks like from afar, and whether it moves."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from plugins.reading import picture_looks
from plugins.reading.picture_files import FORMATS, open_picture
from plugins.reading.picture_looks import SMALL, motion_of, thumbnail, tone_of
from plugins.reading.pictures import MAX_BYTES, measure, too_large


def saved(picture: Image.Image, kind: str, **more: Any) -> bytes:
    """The bytes of a picture file."""
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def film(kind: str, frames: int, pace: int = 40, size: tuple[int, int] = (16, 8)) -> bytes:
    """An animation of greys, each another one, so that no frame is taken for the one before."""
    every = [Image.new("L", size, n * 53 % 256).convert("RGB") for n in range(frames)]
    return saved(every[0], kind, save_all=True, append_images=every[1:], duration=pace)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_plain_picture_has_its_own_tone(colour: tuple[int, int, int]) -> None:
    """The quarter that each of red, green and blue is in."""
    assert tone_of(Image.new("RGB", (4, 4), colour)) == "".join(str(each // 64) for each in colour)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "F"])
def test_every_mode_has_a_tone(mode: str) -> None:
    """What lies transparent on white is white; a third of it is a black that does not count."""
    picture = Image.new("RGBA", (90, 60), (255, 255, 255, 0))
    ImageDraw.Draw(picture).rectangle((0, 0, 29, 60), fill="black")
    shown = Image.new(mode, (9, 9), 0xFFFF) if mode == "I;16" else picture.convert(mode)
    data = saved(shown, "TIFF" if mode in ("CMYK", "F") else "PNG")
    file, findings = measure("a.png" if mode not in ("CMYK", "F") else "a.tif", data)
    assert findings == ()
    assert file.tone == "333"


def test_of_two_that_are_equally_common_always_the_same() -> None:
    """Or two clean builds would differ."""
    picture = Image.new("RGB", (2, 1), "black")
    picture.putpixel((1, 0), (255, 255, 255))
    turned = picture.transpose(Image.Transpose.ROTATE_180)
    assert tone_of(picture) == tone_of(turned) == "333"


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_small_picture_stands_upright(turn: int) -> None:
    """It is looked at as readers see it."""
    exif = Image.Exif()
    exif[0x0112] = turn
    data = saved(Image.new("RGB", (1600, 800)), "JPEG", exif=exif)
    with open_picture(io.BytesIO(data)) as opened:
        small = thumbnail(opened)
    assert small.size == ((SMALL // 2, SMALL) if turn >= 5 else (SMALL, SMALL // 2))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_short_animation_is_known(kind: str) -> None:
    """With its frames and the time that they take."""
    motion = motion_of(film(kind, 3, 50), kind)
    assert (motion.frames, motion.milliseconds, motion.too_much) == (3, 150, "")
    assert measure(f"a.{kind.lower()}", film(kind, 3))[0].frames == 3
    assert motion_of(saved(Image.new("RGB", (3, 3)), kind), kind).frames == 0


@pytest.mark.parametrize(
    ("much", "name"),
    [("MOST_FRAMES", "frames"), ("MOST_MILLISECONDS", "seconds"), ("MOST_PIXELS", "pixels"),
     ("MOST_BYTES", "bytes")],
)  # fmt: skip
def test_a_long_one_stands_still_and_that_is_told(
    much: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the limit that it breaks; its first frame is shown."""
    monkeypatch.setattr(picture_looks, much, 4)
    file, (found,) = measure("a.gif", film("GIF", 5))
    assert (found.rule, found.severity, dict(found.values)) == (
        "animation-long",
        "notice",
        {"reason": name},
    )
    assert (file.width, file.frames) == (16, 0)


def test_a_file_of_too_many_bytes_is_not_read() -> None:
    """Told by its size alone."""
    file, (found,) = too_large("a.tif", MAX_BYTES + 1)
    assert (file.width, found.rule, found.severity) == (0, "picture-file-large", "error")


def test_heic_is_read_or_it_is_said_what_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional package the finding names it."""
    head = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
    monkeypatch.setattr("plugins.reading.pictures.reads_heif", lambda: False)
    assert [found.rule for found in measure("a.heic", head)[1]] == ["heic-unread"]
    assert "HEIF" in FORMATS


def test_a_wrong_name_is_told_and_does_no_harm() -> None:
    """A PNG that is called JPEG is shown, for its bytes say what it is."""
    file, (found,) = measure("a.jpg", saved(Image.new("RGB", (3, 3)), "PNG"))
    assert (file.width, found.rule, found.severity) == (3, "picture-mislabelled", "notice")
