"""Where the eye goes first: what stands out is found, and nothing is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from plugins.reading.gaze import focus_of

SIZES = st.sampled_from([(300, 200), (200, 300), (600, 100), (240, 240)])


def with_spot(size: tuple[int, int], at: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """A grey picture with one red spot, its place in per cent."""
    picture = Image.new("RGB", size, (128, 132, 136))
    x, y, radius = at[0] * size[0] / 100, at[1] * size[1] / 100, min(size) / 8
    spot = (x - radius, y - radius, x + radius, y + radius)
    ImageDraw.Draw(picture).ellipse(spot, fill=(200, 30, 30))
    return picture.convert(mode)


@settings(max_examples=40)
@given(SIZES, st.tuples(st.integers(15, 85), st.integers(15, 85)))
def test_the_one_thing_there_is_found(size: tuple[int, int], at: tuple[int, int]) -> None:
    """A spot on an even ground is what matters, wherever it is."""
    found = focus_of(with_spot(size, at))
    assert abs(found[0] - at[0]) <= 10
    assert abs(found[1] - at[1]) <= 10


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "CMYK", "YCbCr"])
def test_any_mode_will_do(mode: str) -> None:
    """And the picture that was looked at is left as it was."""
    picture = with_spot((300, 200), (70, 40), mode)
    before = picture.tobytes()
    found = focus_of(picture)
    assert found == focus_of(picture)
    assert abs(found[0] - 70) <= 10
    assert (picture.mode, picture.tobytes()) == (mode, before)


@pytest.mark.parametrize("mode", ["L", "LA", "1", "I;16"])
def test_what_has_no_colour_is_found_by_its_edges(mode: str) -> None:
    """A bright spot on black, in the modes of scans."""
    picture = Image.new("L", (300, 200))
    ImageDraw.Draw(picture).ellipse((190, 60, 230, 100), fill=255)
    if mode == "I;16":
        picture = Image.frombytes(
            "I;16", (300, 200), b"".join(b"\0" + bytes([v]) for v in picture.tobytes())
        )
    found = focus_of(picture if mode in ("L", "I;16") else picture.convert(mode))
    assert abs(found[0] - 70) <= 10
    assert abs(found[1] - 40) <= 10


@pytest.mark.parametrize(
    ("size", "expected"),
    [((300, 200), (50, 50)), ((200, 300), (50, 38)), ((1, 1), (50, 50)), ((4000, 1), (50, 50))],
)
def test_where_there_is_nothing_it_is_the_middle(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    """Of one colour, or too small to see anything in; in a tall picture a little above."""
    assert focus_of(Image.new("RGB", size, (20, 90, 200))) == expected


@settings(max_examples=25)
@given(st.binary(min_size=64 * 3, max_size=64 * 3))
def test_a_guess_lies_in_the_picture(data: bytes) -> None:
    """Whatever is in it."""
    found = focus_of(Image.frombytes("RGB", (8, 8), data))
    assert all(0 <= each <= 100 for each in found)
    assert all(type(each) is int for each in found)
