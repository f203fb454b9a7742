"""Originals without what the camera wrote: the pixels stay, byte for byte."""

import io
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from plugins.images.originals import ORIENTATION, Unfit, Words, bare

SECRET = b"30.2741N 120.1551E serial 4711"
WORDS = Words("溪边 & <桥>", "张三", "© 周报")
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def drawn(mode: str = "RGB", size: tuple[int, int] = (24, 16)) -> Image.Image:
    """A picture no two parts of which are alike."""
    image = Image.radial_gradient("L").resize(size).convert("RGB")
    image.paste((200, 30, 40), (0, 0, 5, 3))
    return image.convert(mode)


def written(image: Image.Image, kind: str, orientation: int = 1, **more: Any) -> bytes:
    """A file with everything in it that must not get out."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[29] = SECRET.decode()
    exif.get_ifd(0x8769)[0xA431] = SECRET.decode()
    file = io.BytesIO()
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", SECRET.decode(), zip=False)
        text.add_itxt("XML:com.adobe.xmp", SECRET.decode())
        more["pnginfo"] = text
    else:
        more |= {"comment": SECRET, "xmp": SECRET}
    image.save(file, kind, exif=exif, icc_profile=PROFILE, **more)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    """A file as a reader's program shows it."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png")])
def test_the_picture_stays_and_the_rest_goes(kind: str, ending: str, orientation: int) -> None:
    """Pixels, side up and colours are as they were; of all that was said our words are left."""
    data = written(drawn(), kind, orientation)
    made = bare(data, ending, WORDS)
    before, after = opened(data), opened(made)
    assert after.tobytes() == before.tobytes()
    upright = [ImageOps.exif_transpose(image) for image in (before, after)]
    assert upright[0].tobytes() == upright[1].tobytes()
    assert after.info["icc_profile"] == PROFILE
    assert SECRET in data
    assert SECRET not in made
    assert dict(after.getexif()) == ({} if orientation == 1 else {ORIENTATION: orientation})
    packet = after.info["xmp"].decode()
    assert "溪边 &amp; &lt;桥&gt;" in packet
    assert all(word in packet for word in ("张三", "© 周报"))


@pytest.mark.parametrize(
    ("mode", "options"),
    [("L", {}), ("CMYK", {}), ("RGB", {"progressive": True}), ("RGB", {"subsampling": 0})],
)
def test_each_kind_of_jpeg_keeps_its_pixels(mode: str, options: dict[str, Any]) -> None:
    """Several scans, four colours, grey."""
    data = written(drawn(mode), "JPEG", 6, **options)
    assert opened(bare(data, "jpg", Words())).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_each_kind_of_png_keeps_its_pixels(mode: str) -> None:
    """Palettes and transparency too."""
    data = written(Image.new("I;16", (5, 5), 700) if mode == "I;16" else drawn(mode), "PNG")
    after = opened(bare(data, "png", Words()))
    assert (after.mode, after.tobytes()) == (opened(data).mode, opened(data).tobytes())


def test_what_hides_before_behind_and_between_goes() -> None:
    """A thumbnail in the head, a film behind the end, notes between two scans."""
    data = written(drawn(), "JPEG", progressive=True)
    assert data[2:4] == b"\xff\xe0"
    thumbnail = b"JFIF\0\1\1\0\0\1\0\1\1\1" + SECRET[:3]
    notes = struct.pack(">BBH", 0xFF, 0xEC, len(SECRET) + 2) + SECRET
    scan = data.rindex(b"\xff\xda")
    forged = b"".join(
        (
            *(b"\xff\xd8\xff\xe0", struct.pack(">H", len(thumbnail) + 2), thumbnail),
            *(data[20:scan], notes, data[scan:], SECRET),
        )
    )
    made = bare(forged, "jpg", Words())
    assert SECRET not in made
    assert SECRET[:3] not in made
    assert made.endswith(b"\xff\xd9")
    assert opened(made).tobytes() == opened(data).tobytes()
    assert made == bare(made, "jpg", Words())


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF"])
def test_another_format_is_refused(kind: str) -> None:
    """Whatever its name says."""
    file = io.BytesIO()
    drawn().save(file, kind)
    for ending in ("jpg", "png"):
        with pytest.raises(Unfit):
            bare(file.getvalue(), ending, WORDS)
    with pytest.raises(Unfit):
        bare(written(drawn(), "PNG"), "jpg", WORDS)


@given(kind=st.sampled_from([("JPEG", "jpg"), ("PNG", "png")]), share=st.floats(0, 0.999))
def test_a_file_that_is_cut_is_refused(kind: tuple[str, str], share: float) -> None:
    """At whatever byte: no half of a picture goes out, and nothing else is raised."""
    data = written(drawn(), kind[0], 6)
    with pytest.raises(Unfit):
        bare(data[: int(len(data) * share)], kind[1], WORDS)


@given(
    kind=st.sampled_from([("JPEG", "jpg"), ("PNG", "png")]),
    flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=4),
)
def test_a_file_that_is_damaged_ends_one_way_or_the_other(
    kind: tuple[str, str], flips: list[tuple[float, int]]
) -> None:
    """It is refused, or made bare as far as its marks can be read; nothing else is raised."""
    data = bytearray(written(drawn(), kind[0], 6))
    for share, value in flips:
        data[int(len(data) * share)] = value
    try:
        made = bare(bytes(data), kind[1], WORDS)
    except Unfit:
        return
    assert made[:2] == data[:2]
