"""Which renditions a picture has: sizes and names, before a pixel is made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.prints import Print
from plugins.edition.site_specs import RenditionSpec
from plugins.edition.sources import PictureFile
from plugins.edition.specs import PictureNotes
from plugins.images import plan
from plugins.images.plan import TALLEST, develop, digest_of, recipe, sizes, widest

SIDE = st.integers(1, 30_000)
FILES = st.builds(
    PictureFile,
    path=st.sampled_from(["media/a.jpg", "b/旗.png", "c/A b!.JPG", "d/...png", "e/😀 '\".png"]),
    sha256=st.sampled_from(["a" * 64, "b" * 64]),
    width=SIDE,
    height=SIDE,
    frames=st.sampled_from([0, 3]),
)
PRINTS = st.builds(
    Print,
    FILES,
    purpose=st.sampled_from(["text", "lead", "gallery"]),
    artist=st.sampled_from(["", "张三"]),
    copyright=st.sampled_from(["", "© 红十字会"]),
)
WIDTHS = st.lists(st.integers(100, 5000), min_size=1, max_size=4).map(tuple)
FORMATS = st.lists(st.sampled_from(["avif", "webp", "jpeg"]), max_size=3).map(tuple)
SPECS = st.builds(RenditionSpec, FORMATS, FORMATS, WIDTHS, WIDTHS)
USUAL = RenditionSpec()
FILE = PictureFile("media/a.jpg", "a" * 64, 2000, 1000)


@given(PRINTS, SPECS)
def test_no_rendition_is_larger_than_its_picture(wanted: Print, spec: RenditionSpec) -> None:
    """Pictures are made smaller, never larger, and keep their shape to a pixel."""
    file, made = wanted.file, sizes(wanted, spec)
    for size in made:
        assert 1 <= size.width <= file.width
        assert 1 <= size.height <= max(1, min(file.height, TALLEST))
        assert abs(size.height - file.height * size.width / file.width) <= 1
    for kind in {size.kind for size in made}:
        widths = [size.width for size in made if size.kind == kind]
        assert widths == sorted(set(widths))
    assert len({size.name for size in made}) == len(made)


@given(PRINTS, SPECS)
def test_each_format_has_the_widths_that_are_asked_for(wanted: Print, spec: RenditionSpec) -> None:
    """As far as the picture has them; JPEG is always there, and all widths of one format are."""
    file = wanted.file
    most = widest(file.width, file.height)
    made: dict[str, list[int]] = {}
    for size in sizes(wanted, spec):
        made.setdefault(size.kind, []).append(size.width)
    asked = spec.formats if wanted.purpose == "text" else spec.lead_formats
    still = set(made) - {"animation"}
    assert still == {*asked, "jpeg"}
    for kind in still:
        small = kind == "jpeg" and len(still) > 1
        widths = spec.fallback_widths if small else spec.widths
        assert made[kind] == sorted({min(width, most) for width in widths})
    assert ("animation" in made) == bool(file.frames)


@given(PRINTS, PRINTS)
def test_a_name_says_what_is_in_it(one: Print, other: Print) -> None:
    """Of other bytes, or with another credit, a file has another name: it is kept for ever."""
    other = replace(other, file=replace(one.file, sha256=other.file.sha256))
    mine, others = ({size.name: size for size in sizes(each, USUAL)} for each in (one, other))
    same = (one.file.sha256, one.artist, one.copyright) == (
        other.file.sha256,
        other.artist,
        other.copyright,
    )
    if not same:
        assert not mine.keys() & others.keys()
    for name in mine.keys() & others.keys():
        assert mine[name] == others[name]


@given(PRINTS)
def test_names_are_plain(wanted: Print) -> None:
    """Safe in a URL and in a path, whatever the editor's file is called."""
    for size in sizes(wanted, USUAL):
        assert size.name.isascii()
        assert size.name == size.name.lower()
        assert not set(size.name) & set(" /%?#!\\'\"")
        assert not size.name.startswith((".", "-"))
        assert wanted.file.sha256.startswith(digest_of(size.name))


def test_a_changed_recipe_changes_just_what_it_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another quality of one format: other names for its files, the same for all others."""
    before = {size.name: size.kind for size in sizes(Print(FILE, "lead"), USUAL)}
    recipe.cache_clear()
    monkeypatch.setitem(plan.ENCODING, "webp", {"quality": 81, "method": 2})
    after = {size.name: size.kind for size in sizes(Print(FILE, "lead"), USUAL)}
    recipe.cache_clear()
    assert {kind for name, kind in before.items() if name not in after} == {"webp"}
    assert {kind for name, kind in after.items() if name not in before} == {"webp"}


def test_another_width_changes_no_name() -> None:
    """What is there stays as it is."""
    more = replace(USUAL, widths=(480, 800, *USUAL.widths[1:]))
    before, after = ({s.name for s in sizes(Print(FILE), spec)} for spec in (USUAL, more))
    assert before < after
    assert all("-800." in name for name in after - before)


def test_the_best_format_is_for_the_head_of_a_page_and_for_galleries() -> None:
    """AVIF costs the most time by far."""
    kinds = {"webp", "jpeg"}
    assert {size.kind for size in sizes(Print(FILE), USUAL)} == kinds
    assert {size.kind for size in sizes(Print(FILE, "lead"), USUAL)} == {"avif", *kinds}
    assert {size.kind for size in sizes(Print(FILE, "gallery"), USUAL)} == {"avif", *kinds}


def test_a_picture_is_ready_before_its_pixels() -> None:
    """Addresses in the site's folder, the size of the largest, what is said of it."""
    file = PictureFile("media/a.jpg", "a" * 64, 1200, 600, tone="210", frames=4)
    made = develop("/weekly", file, PictureNotes("旗", "说明", "摄影"), "lead")
    assert [each.width for each in made.webp] == [480, 960, 1200]
    assert [each.width for each in made.avif] == [480, 960, 1200]
    assert [each.width for each in made.jpeg] == [480, 960]
    assert (made.width, made.height) == (1200, 600)
    assert made.fallback == made.jpeg[-1]
    assert made.animation is not None
    assert made.animation.width == 480
    assert made.fallback.url.startswith("/weekly/images/a-aaaaaaaaaa-")
    assert (made.alt, made.caption, made.credit) == ("旗", "说明", "摄影")
    assert made.tone == "210"
    narrow = replace(file, width=100, height=50, frames=0)
    small = develop("", narrow, PictureNotes())
    assert [each.width for each in small.webp] == [100]
    assert small.avif == ()
    assert small.animation is None


def test_a_credit_is_the_photographer_and_whoever_is_to_be_named() -> None:
    """Each once; as EXIF has it, parted by semicolons."""
    notes = PictureNotes(credit="红十字报", creator="张三", copyright="© 张三")
    assert Print.of(FILE, notes).artist == "张三; 红十字报"
    assert Print.of(FILE, PictureNotes(credit="张三", creator="张三")).artist == "张三"
    assert Print.of(FILE, PictureNotes()) == Print(FILE)
