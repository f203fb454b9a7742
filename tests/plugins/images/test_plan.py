"""Which renditions a picture has: sizes and names, before a pixel is made."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.sources import PictureFile
from plugins.edition.specs import PictureNotes
from plugins.images import plan
from plugins.images.plan import FALLBACK_WIDTH, WIDTHS, develop, sizes

SIDE = st.integers(1, 8000)
FILES = st.builds(
    PictureFile,
    path=st.sampled_from(["media/a.jpg", "b/旗.png", "c/A b!.JPG", "d/...png"]),
    sha256=st.sampled_from(["a" * 64, "b" * 64]),
    width=SIDE,
    height=SIDE,
)


@given(FILES)
def test_no_rendition_is_larger_than_its_picture(file: PictureFile) -> None:
    """Pictures are made smaller, never larger, and keep their shape to a pixel."""
    made = sizes(file)
    assert {size.format for size in made} == {"webp", "jpg"}
    for size in made:
        assert 1 <= size.width <= file.width
        assert 1 <= size.height <= max(1, file.height)
        assert abs(size.height - file.height * size.width / file.width) <= 1
    webp = [size.width for size in made if size.format == "webp"]
    assert webp == sorted(set(webp))
    assert set(webp) == {min(width, file.width) for width in WIDTHS}
    assert [size.width for size in made if size.format == "jpg"] == [
        min(FALLBACK_WIDTH, file.width)
    ]


@given(FILES, FILES)
def test_a_name_says_what_is_in_it(one: PictureFile, other: PictureFile) -> None:
    """Renditions of other bytes have other names, for they are kept for ever."""
    if one.sha256 != other.sha256:
        assert not {s.name for s in sizes(one)} & {s.name for s in sizes(other)}
    if one == other:
        assert sizes(one) == sizes(other)


@given(FILES)
def test_names_are_plain(file: PictureFile) -> None:
    """Safe in a URL and in a path, whatever the editor's file is called."""
    for size in sizes(file):
        assert size.name.isascii()
        assert size.name == size.name.lower()
        assert not set(size.name) & set(" /%?#!\\")
        assert not size.name.startswith((".", "-"))


def test_another_recipe_has_other_names() -> None:
    """Pixels made otherwise must not stand under the old name."""
    file = PictureFile("media/a.jpg", "a" * 64, 2000, 1000)
    assert all(f"-{plan.RECIPE}-" in size.name for size in sizes(file))


def test_a_picture_is_ready_before_its_pixels() -> None:
    """Addresses in the site's folder, the size of the largest, what is said of it."""
    file = PictureFile("media/a.jpg", "a" * 64, 1200, 600)
    made = develop("/weekly", file, PictureNotes("旗", "说明", "摄影"))
    assert [each.width for each in made.webp] == [480, 960, 1200]
    assert (made.width, made.height) == (1200, 600)
    assert made.fallback.width == 960
    assert made.fallback.url.startswith("/weekly/images/a-aaaaaaaaaa-")
    assert (made.alt, made.caption, made.credit) == ("旗", "说明", "摄影")
    narrow = replace(file, width=100, height=50)
    assert [each.width for each in develop("", narrow, PictureNotes()).webp] == [100]
