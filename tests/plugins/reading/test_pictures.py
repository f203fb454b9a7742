"""Sizes of pictures, and pictures that are none."""

import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from plugins.reading.pictures import measure


def picture(kind: str, size: tuple[int, int] = (40, 30), orientation: int = 0) -> bytes:
    """Make a picture file with a little in it."""
    out = io.BytesIO()
    image = Image.radial_gradient("L").resize(size).convert("RGB")
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    image.save(out, kind, exif=exif) if orientation else image.save(out, kind)
    return out.getvalue()


KINDS = ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_point_that_matters_is_guessed_of_the_upright_picture(orientation: int) -> None:
    """However the camera was held: the point is where it is seen."""
    image = Image.new("RGB", (600, 400), "grey")
    ImageDraw.Draw(image).ellipse((90, 80, 150, 140), fill="red")
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    found, _ = measure("a.jpg", out.getvalue())
    left, top = 20, 27
    seen = {
        1: (left, top),
        2: (100 - left, top),
        3: (100 - left, 100 - top),
        4: (left, 100 - top),
        5: (top, left),
        6: (100 - top, left),
        7: (100 - top, 100 - left),
        8: (top, 100 - left),
    }
    assert abs(found.guess[0] - seen[orientation][0]) <= 8
    assert abs(found.guess[1] - seen[orientation][1]) <= 8


@pytest.mark.parametrize("kind", KINDS)
def test_sizes(kind: str) -> None:
    """Width and height in pixels, with the hash of the bytes."""
    data = picture(kind)
    got, findings = measure("a/x", data)
    assert findings == ()
    assert (got.path, got.width, got.height) == ("a/x", 40, 30)
    assert got.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(orientation: int) -> None:
    """A camera held sideways says so in the file; the size is the one that is seen."""
    got, _ = measure("x.jpg", picture("JPEG", orientation=orientation))
    assert (got.width, got.height) == ((30, 40) if orientation >= 5 else (40, 30))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", [0.0, 0.2, 0.6, 0.95])
def test_a_picture_cut_short_is_told(kind: str, part: float) -> None:
    """An upload that broke off leaves no page with half a photograph."""
    data = picture(kind, (200, 150))
    got, findings = measure("x", data[: int(len(data) * part)])
    assert [(n.rule, n.severity) for n in findings] == [("picture-unreadable", "error")]
    assert got.width == 0


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<svg/>', "SVG"),
        (b"BM" + b"\0" * 60, "BMP"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_other_formats_are_named(data: bytes, name: str) -> None:
    """SVG can hold a script, and browsers show no BMP: they are told by name."""
    _, findings = measure("x.jpg", data)
    assert [(n.rule, dict(n.values)) for n in findings] == [("picture-format", {"format": name})]


def test_a_picture_of_too_many_pixels_is_not_opened() -> None:
    """A small file may claim a size that would fill the memory."""
    out = io.BytesIO()
    Image.new("1", (20_000, 10_000)).save(out, "PNG")
    _, findings = measure("x.png", out.getvalue())
    assert [n.rule for n in findings] == ["picture-too-large"]


@given(st.binary(max_size=300), st.sampled_from(KINDS), st.integers(0, 400))
def test_no_bytes_make_it_raise(noise: bytes, kind: str, at: int) -> None:
    """Noise alone, and noise within a real picture."""
    data = picture(kind)
    for candidate in (noise, data[:at] + noise + data[at:]):
        got, findings = measure("x", candidate)
        assert (got.width == 0) == bool(findings)
