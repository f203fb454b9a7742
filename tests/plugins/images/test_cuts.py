"""Parts of pictures: which files they have, and that their pixels are those of the part."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageOps, ImageStat

from plugins.edition.prints import CROPS as NAMES
from plugins.edition.prints import Print, Purpose
from plugins.edition.site_specs import RenditionSpec
from plugins.edition.sources import PictureFile
from plugins.edition.specs import PictureNotes
from plugins.images import crops
from plugins.images.make import missing, together
from plugins.images.pixels import renditions
from plugins.images.plan import develop, digest_of, sizes
from plugins.images.tasks import Task

USUAL = RenditionSpec()
SIDE = st.integers(1, 8000)
PER_CENT = st.integers(0, 100)
FILES = st.builds(
    PictureFile, path=st.just("media/a.jpg"), sha256=st.just("ab" * 32), width=SIDE, height=SIDE
)
CUTS = st.builds(
    Print,
    FILES,
    st.sampled_from(NAMES),
    st.sampled_from(["", "某人"]),
    focus=st.none() | st.tuples(PER_CENT, PER_CENT),
)


@given(CUTS)
def test_a_part_is_never_larger_than_it_is_in_its_picture(wanted: Print) -> None:
    """Of its proportions to a pixel; the names are those of this picture, each once."""
    crop = crops.CROPS[wanted.purpose]
    part = crops.box(wanted.file.width, wanted.file.height, crop, wanted.point)
    made = sizes(wanted, USUAL)
    assert len({size.name for size in made}) == len(made)
    assert {size.kind for size in made} <= {"webp", "jpeg"}
    assert made[-1].kind == "jpeg"
    for size in made:
        assert digest_of(size.name) == "ababababab"
        assert 1 <= size.width <= wanted.file.width
        assert size.width <= max((*crop.widths, crop.fallback))
        if size.box is not None:
            assert size.box == part
            assert size.width <= part.width
            assert abs(size.height - size.width * crop.down / crop.across) <= 1


@given(CUTS, st.tuples(PER_CENT, PER_CENT))
def test_one_name_is_one_part(wanted: Print, focus: tuple[int, int]) -> None:
    """Another point that leaves the part where it is makes no other file; one that does, does."""
    other = replace(wanted, focus=focus)
    old, new = sizes(wanted, USUAL), sizes(other, USUAL)
    same = [size.box for size in old] == [size.box for size in new]
    names = {size.name for size in old} & {size.name for size in new}
    assert bool(names) == same


def test_a_picture_of_the_same_shape_has_no_part_of_its_own() -> None:
    """Most photographs are 3:2: their cards show what the page shows, and nothing is made."""
    file = PictureFile("media/a.jpg", "ab" * 32, 6000, 4000)
    whole = {size.name for size in sizes(Print(file), USUAL)}
    card = sizes(Print(file, "cover"), USUAL)
    assert {size.name for size in card} < whole
    assert [size.width for size in card if size.kind == "webp"] == [480, 960]
    share = sizes(Print(file, "share"), USUAL)
    assert [(size.kind, size.width, size.height) for size in share] == [("jpeg", 1200, 630)]


def test_a_card_and_a_link_say_as_much_as_they_need() -> None:
    """A card is silent beside its headline; a link's picture has its alt text; both their shape."""
    file = PictureFile("media/a.jpg", "ab" * 32, 3000, 3000, guess=(50, 0))
    notes = PictureNotes("图", "说明", "摄影", place="杭州")
    card = develop("/weekly", file, notes, "cover")
    assert (card.alt, card.caption, card.credit, card.place) == ("", "", "", "")
    assert [(each.width, each.height) for each in card.webp] == [(480, 320), (960, 640)]
    assert (card.width, card.height, card.fallback.width) == (960, 640, 480)
    assert card.fallback.url.startswith("/weekly/images/a-ababababab-")
    share = develop("", file, notes, "share")
    assert (share.alt, share.caption, share.webp) == ("图", "", ())
    assert (share.fallback.width, share.fallback.height) == (1200, 630)


@pytest.mark.parametrize(
    ("focus", "crop", "expected"),
    [
        # In the whole picture, then in a part that begins at its top.
        ((10, 90), None, (0, 4)),
        ((30, 60), None, (1, 2)),
        ((50, 10), "cover", (2, 1)),
        ((50, 50), "cover", (2, 2)),
    ],
)
def test_where_what_matters_stands_is_told_to_the_stylesheet(
    focus: tuple[int, int], crop: str | None, expected: tuple[int, int]
) -> None:
    """In quarters, for what the page cuts further by itself."""
    file = PictureFile("media/a.jpg", "ab" * 32, 3000, 3000)
    notes = PictureNotes(focus=focus)
    purpose: Purpose = "cover" if crop else "text"
    assert develop("", file, notes, purpose).at == expected


def gradient(width: int, height: int) -> Image.Image:
    """Each place has a colour of its own: red grows to the right, green downwards."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, Image.new("L", (width, height), 128)))


def apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize(
    ("size", "turn"),
    [*(((300, 700), turn) for turn in range(1, 9)), ((2600, 300), 1), ((300, 2600), 6)],
)
def test_the_pixels_are_those_of_the_part(tmp_path: Path, turn: int, size: tuple[int, int]) -> None:
    """However the camera was held, and whether it is decoded whole or smaller."""
    exif = Image.Exif()
    exif[0x0112] = turn
    picture = gradient(*size)
    path = tmp_path / "a.jpg"
    picture.save(path, "JPEG", quality=95, exif=exif)
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened).convert("RGB")
    file = PictureFile("a.jpg", "ab" * 32, *upright.size)
    for name in NAMES:
        wanted = Print(file, name, focus=(20, 70))
        task = missing(tmp_path, wanted, USUAL, ())
        assert task is not None
        for made, data in renditions(task):
            box = made.box
            assert box is not None
            corners = (box.left, box.top, box.left + box.width, box.top + box.height)
            expected = upright.crop(corners).resize((made.width, made.height))
            with Image.open(io.BytesIO(data)) as shown:
                assert shown.size == (made.width, made.height)
                assert apart(shown.convert("RGB"), expected) < 3


def test_a_picture_and_its_parts_are_made_of_one_decoding(tmp_path: Path) -> None:
    """One task; what is common to a part and the whole is in it once."""
    file = PictureFile("a.jpg", "ab" * 32, 3000, 2000)
    other = PictureFile("b.jpg", "cd" * 32, 3000, 2000)
    prints = [Print(file), Print(file, "cover"), Print(file, "share"), Print(other)]
    prints.append(Print(file, "share", "某人"))
    tasks = together(t for each in prints if (t := missing(tmp_path, each, USUAL, ())))
    assert [(t.path, t.artist) for t in tasks] == [("a.jpg", ""), ("b.jpg", ""), ("a.jpg", "某人")]
    names = [size.name for size in tasks[0].sizes]
    assert len(names) == len(set(names))
    assert names == [s.name for p in (prints[0], prints[2]) for s in sizes(p, USUAL)]


def test_a_part_does_not_depend_on_what_else_is_made(tmp_path: Path) -> None:
    """The same bytes alone as with the whole: one that is lost comes back as it was."""
    gradient(3000, 2400).save(tmp_path / "a.jpg", "JPEG")
    file = PictureFile("a.jpg", "ab" * 32, 3000, 2400)
    prints = [Print(file, "lead"), Print(file, "cover"), Print(file, "share")]
    [whole] = together(t for each in prints if (t := missing(tmp_path, each, USUAL, ())))
    still = tuple(size for size in whole.sizes if size.kind != "avif")
    every = {s.name: data for s, data in renditions(replace(whole, sizes=still))}
    for size in still:
        if size.box is not None:
            alone: Task = replace(whole, sizes=(size,))
            assert [data for _, data in renditions(alone)] == [every[size.name]]
