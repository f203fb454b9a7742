"""Which part of a picture a crop keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.images.crops import CROPS, Box, Crop, box

SIDE = st.integers(1, 20_000)
PER_CENT = st.integers(0, 100)
FOCUS = st.tuples(PER_CENT, PER_CENT)
CROP = st.sampled_from(list(CROPS.values()))


@given(SIDE, SIDE, CROP, FOCUS)
def test_a_crop_is_the_largest_part_of_its_shape(
    width: int, height: int, crop: Crop, focus: tuple[int, int]
) -> None:
    """Inside the picture, as wide or as high as it, and of its proportions to a pixel."""
    made = box(width, height, crop, focus)
    assert made.left >= 0
    assert made.top >= 0
    assert made.left + made.width <= width
    assert made.top + made.height <= height
    assert made.width == width or made.height == height
    wanted = made.width * crop.down / crop.across
    other = made.height * crop.across / crop.down
    assert abs(made.height - wanted) <= 1 or abs(made.width - other) <= 1


@given(SIDE, SIDE, CROP, FOCUS)
def test_the_point_that_matters_stays_in(
    width: int, height: int, crop: Crop, focus: tuple[int, int]
) -> None:
    """Wherever it is, but for the half pixel that rounding takes."""
    made = box(width, height, crop, focus)
    across, down = focus[0] * width / 100, focus[1] * height / 100
    assert made.left - 0.5 <= across <= made.left + made.width + 0.5
    assert made.top - 0.5 <= down <= made.top + made.height + 0.5


@given(SIDE, SIDE, CROP, st.tuples(FOCUS, FOCUS))
def test_a_crop_follows_its_point(
    width: int, height: int, crop: Crop, points: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    """A point further to the right or below never moves the crop to the left or up."""
    one, other = (box(width, height, crop, point) for point in points)
    if points[0][0] <= points[1][0]:
        assert one.left <= other.left
    if points[0][1] <= points[1][1]:
        assert one.top <= other.top


@given(SIDE, SIDE, CROP, FOCUS)
def test_left_and_right_are_alike(
    width: int, height: int, crop: Crop, focus: tuple[int, int]
) -> None:
    """The crop of a picture seen in a mirror is the crop seen in a mirror."""
    made = box(width, height, crop, focus)
    mirrored = box(width, height, crop, (100 - focus[0], focus[1]))
    assert abs(mirrored.left - (width - made.left - made.width)) <= 1


@pytest.mark.parametrize(
    ("size", "name", "focus", "expected"),
    [
        ((3000, 2000), "cover", (10, 90), Box(0, 0, 3000, 2000)),
        ((4000, 2000), "cover", (50, 50), Box(500, 0, 3000, 2000)),
        ((4000, 2000), "cover", (0, 50), Box(0, 0, 3000, 2000)),
        ((4000, 2000), "cover", (100, 50), Box(1000, 0, 3000, 2000)),
        # On the line of the third: 25 % of 9000 is 2250, a third of 3000 is 1000.
        ((9000, 2000), "cover", (25, 50), Box(1250, 0, 3000, 2000)),
        ((3000, 6000), "cover", (50, 30), Box(0, 1133, 3000, 2000)),
        ((3000, 6000), "square", (50, 5), Box(0, 0, 3000, 3000)),
        ((2400, 2400), "share", (50, 50), Box(0, 570, 2400, 1260)),
        ((60_000, 1), "cover", (50, 50), Box(29_999, 0, 2, 1)),
        ((1, 60_000), "share", (50, 100), Box(0, 59_999, 1, 1)),
        ((1, 1), "share", (0, 0), Box(0, 0, 1, 1)),
    ],
)
def test_crops_by_number(
    size: tuple[int, int], name: str, focus: tuple[int, int], expected: Box
) -> None:
    """A few that were worked out by hand, and the smallest and longest there are."""
    assert box(*size, {str(n): crop for n, crop in CROPS.items()}[name], focus) == expected
