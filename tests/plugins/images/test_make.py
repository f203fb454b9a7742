"""The pixels of renditions: right way up, in the right colours, with nothing left of the camera."""

import io
import itertools
import random
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw

from plugins.edition.prints import Print
from plugins.edition.sources import PictureFile
from plugins.images.make import Darkroom, missing
from plugins.images.tasks import Made
from plugins.images.work import made
from plugins.press.sink import checksum

from .rooms import GREEN, RED, USUAL, WHITE, Room, halves, near, noise, saved, sizes


def left_and_right(picture: Image.Image) -> tuple[Any, Any]:
    """The colours in the middle of the two halves."""
    width, height = picture.size
    return (
        picture.getpixel((width // 4, height // 2)),
        picture.getpixel((width * 3 // 4, height // 2)),
    )


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_each_form_is_read(room: Room, form: str) -> None:
    """And comes out in its colours."""
    left, right = left_and_right(room.shown(f"a.{form.lower()}", saved(halves(), form)))
    assert near(left, RED)
    assert near(right, WHITE)


ROTATED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("turn", ROTATED)
@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_a_picture_stands_upright(room: Room, turn: int, form: str) -> None:
    """However the camera was held: pixels turned, and no word of it left to turn them twice."""
    picture = halves(size=(1200, 600))
    how = ROTATED[turn]
    exif = Image.Exif()
    exif[0x0112] = turn
    data = saved(picture if how is None else picture.transpose(how), form, exif=exif)
    made = room.shown("a.jpg", data)
    assert made.size == (1200, 600)
    left, right = left_and_right(made)
    assert near(left, RED)
    assert near(right, WHITE)


def test_the_inks_of_a_print_become_light(room: Room) -> None:
    """CMYK is set in RGB."""
    left, right = left_and_right(room.shown("a.jpg", saved(halves("CMYK"), "JPEG")))
    assert near(left, RED)
    assert near(right, WHITE)


@pytest.mark.parametrize(("mode", "form"), [("I;16", "PNG"), ("I;16", "TIFF"), ("I;16B", "TIFF")])
def test_sixteen_bits_become_eight(room: Room, mode: str, form: str) -> None:
    """A grey of 16 bits is that grey, not white, whichever of its bytes comes first."""
    data = saved(Image.new(mode, (400, 200), 0x8000), form)
    colour = room.shown(f"a.{form.lower()}", data).getpixel((200, 100))
    assert near(colour, (128, 128, 128)), colour


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_lies_on_white(room: Room, mode: str) -> None:
    """No black shadow behind a logo."""
    clear = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    ImageDraw.Draw(clear).rectangle((0, 0, 199, 200), fill=(255, 0, 0, 255))
    data = saved(clear.quantize(4) if mode == "P" else clear.convert(mode), "PNG")
    left, right = left_and_right(room.shown("a.png", data))
    assert near(right, WHITE)
    assert near(left, RED if mode != "LA" else (76, 76, 76))


def swapped_profile() -> bytes:
    """A colour profile in which red and green have changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack_from(">I", profile, 128)[0]
    for at in range(132, 132 + 12 * count, 12):
        name = bytes(profile[at : at + 4])
        profile[at : at + 4] = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}.get(name, name)
    return bytes(profile)


@pytest.mark.parametrize(("mode", "form"), [("RGB", "JPEG"), ("RGB", "PNG"), ("RGBA", "PNG")])
def test_colours_are_those_that_the_profile_means(room: Room, mode: str, form: str) -> None:
    """A picture of a wide camera or phone is set in sRGB, for readers assume it."""
    data = saved(halves(mode), form, icc_profile=swapped_profile())
    left, right = left_and_right(room.shown("a.jpg", data))
    assert near(left, GREEN), left
    assert near(right, WHITE)


def test_a_broken_profile_leaves_the_colours(room: Room) -> None:
    """No fault of the picture's."""
    data = saved(halves(), "JPEG", icc_profile=b"no profile at all")
    assert near(left_and_right(room.shown("a.jpg", data))[0], RED)


@pytest.mark.parametrize("profile", [swapped_profile(), b"broken", None])
@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG"])
def test_no_metadata_is_published(room: Room, form: str, profile: bytes | None) -> None:
    """Not where it was taken, by whom, with what: not a word of EXIF, XMP, profile or comment."""
    exif = Image.Exif()
    exif[0x010F] = "CanaryCam"
    exif.get_ifd(0x8825)[2] = (39.0, 54.0, 20.0)
    exif.get_ifd(0x8825)[1] = "N"
    options = {"exif": exif, "xmp": b"<x:xmpmeta>canary xmp</x:xmpmeta>"}
    if form == "JPEG":
        options["comment"] = b"canary comment"
    if profile is not None:
        options["icc_profile"] = profile
    data = saved(halves(), form, **options)
    assert b"Canary" in data
    room.shown("a.jpg", data)
    exiftool = shutil.which("exiftool")
    for name, bytes_ in room.bytes().items():
        assert b"anary" not in bytes_
        with Image.open(io.BytesIO(bytes_)) as opened:
            assert not opened.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & set(opened.info)
        if exiftool:
            done = subprocess.run(
                [exiftool, "-gps:all", "-exif:all", "-xmp:all", "-icc_profile:all", "-"],
                input=bytes_,
                capture_output=True,
                check=False,
            )
            assert done.stdout == b"", name


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_a_film_the_first_frame_is_shown(room: Room, form: str) -> None:
    """Red, then white: red."""
    frames = [Image.new("RGB", (300, 200), colour) for colour in ("red", "white")]
    data = saved(frames[0], form, save_all=True, append_images=frames[1:], duration=100)
    assert near(room.shown("a.gif", data).getpixel((150, 100)), RED)


@pytest.mark.parametrize("size", [(1080, 20000), (20000, 30), (1, 1), (1, 5000), (1601, 3)])
def test_pictures_of_odd_shapes_are_made_or_are_faults(room: Room, size: tuple[int, int]) -> None:
    """A long poster (长图) of a phone must cost at most itself, not the whole build."""
    file = room.file("long.png", saved(Image.new("RGB", size, "red"), "PNG"))
    faults = room.made(file)
    assert set(faults) <= {"long.png"}


def task(room: Room, data: bytes, file: PictureFile) -> Made:
    """Make all renditions of these bytes, here, taken for a picture of that size."""
    (room.content / file.path).write_bytes(data)
    room.folder.mkdir(exist_ok=True)
    todo = missing(room.content, Print(file), USUAL, ())
    assert todo is not None
    return made(room.folder, todo)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_cut_file_is_a_fault(room: Room, form: str) -> None:
    """Sound at its head, broken further on: nothing of it is made."""
    data = saved(halves(size=(1700, 900)), form)
    file = room.file("a.jpg", data)
    result = task(room, data[: len(data) // 2], file)
    assert result.fault
    assert result.files == ()
    assert room.bytes() == {}


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::RuntimeWarning")
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_hostile_bytes_are_a_fault_at_most(room: Room, form: str) -> None:
    """Whatever bytes are wrong, in metadata too, the work goes on: nothing is raised."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[2] = (39.0, 54.0, 20.0)
    options = {} if form == "GIF" else {"exif": exif, "icc_profile": swapped_profile()}
    data = saved(halves(size=(64, 48)), form, **options)
    file = PictureFile("a.jpg", "a" * 64, 48, 64)
    chance = random.Random(form)  # noqa: S311 - a test's chance, not a key
    for _ in range(50):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 3, 30))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        result = task(room, bytes(broken), file)
        assert result.fault or len(result.files) == len(sizes(file))


def test_the_same_bytes_each_time_and_on_any_number_of_workers(tmp_path: Path) -> None:
    """Two clean builds have equal pictures, made by one process or by many."""
    results = []
    for jobs in (1, 3):
        (tmp_path / str(jobs)).mkdir()
        room = Room(tmp_path / str(jobs))
        data = [saved(halves(size=(500 + n, 90)), "JPEG") for n in range(14)]
        files = [room.file(f"{n}.jpg", each) for n, each in enumerate(data)]
        assert room.made(*files, jobs=jobs) == {}
        results.append(room.bytes())
        room.store.close()
    assert results[0] == results[1]
    assert len(results[0]) == 14 * 4


@pytest.mark.parametrize("lost", [0, 1, 2, 3, 4])
def test_a_rendition_that_was_lost_comes_back_as_it_was(room: Room, lost: int) -> None:
    """A cache that lost one file must give the same site as a clean build."""
    file = room.file("a.jpg", noise(2000, 400))
    room.made(file)
    before = room.bytes()
    (room.folder / sizes(file)[lost].name).unlink()
    room.made(file)
    assert room.bytes() == before


def test_a_full_disk_is_no_fault_of_a_picture(room: Room) -> None:
    """Where a rendition cannot be written the build ends: no picture goes missing from the site."""
    file = room.file("a.jpg", saved(halves(), "JPEG"))
    todo = missing(room.content, Print(file), USUAL, ())
    assert todo is not None
    with pytest.raises(OSError, match="No such file"):
        made(room.folder / "not there", todo)


def test_what_is_there_is_not_made_again(room: Room) -> None:
    """A second build touches no pixel; a picture that goes takes its renditions with it."""
    one = room.file("one.jpg", saved(halves(), "JPEG"))
    two = room.file("two.png", saved(halves(), "PNG"))
    room.made(one, two)
    before = {path: path.stat().st_mtime_ns for path in room.folder.iterdir()}
    room.made(one, two)
    assert {path: path.stat().st_mtime_ns for path in room.folder.iterdir()} == before
    darkroom = Darkroom(room.folder, room.store)
    darkroom.prune([Print(one)], USUAL, [one])
    assert set(room.bytes()) == {size.name for size in sizes(one)}
    for entry in Darkroom(room.folder, room.store).files([Print(one)], USUAL):
        assert entry.url == f"/images/{entry.file.name}"
        assert entry.sum == checksum(entry.file.read_bytes())


def test_a_picture_that_cannot_be_made_is_told_and_harms_no_other(room: Room) -> None:
    """By its path, with what is wrong; the others are made."""
    good = room.file("good.jpg", saved(halves(), "JPEG"))
    data = saved(halves(size=(1700, 900)), "PNG")
    bad = room.file("bad.png", data)
    (room.content / "bad.png").write_bytes(data[: len(data) // 2])
    faults = room.made(good, bad)
    assert list(faults) == ["bad.png"]
    assert faults["bad.png"]
    assert set(room.bytes()) == {size.name for size in sizes(good)}


def test_an_animation_is_kept_and_its_first_frame_stands(room: Room) -> None:
    """A short one moves, at its own pace, is no wider than a phone."""
    frames = [Image.new("RGB", (600, 400), colour) for colour in ("red", "white", "lime")]
    data = saved(
        frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300]
    )
    file = room.file("a.gif", data)
    assert file.frames == 3
    assert room.made(file) == {}
    (moving,) = (size for size in sizes(file) if size.kind == "animation")
    with Image.open(room.folder / moving.name) as opened:
        assert opened.size == (480, 320)
        assert getattr(opened, "n_frames", 1) == 3
        seen = []
        for number in range(3):
            opened.seek(number)
            colour = opened.convert("RGB").getpixel((240, 160))
            seen.append((opened.info["duration"], colour))
    assert [pace for pace, _ in seen] == [100, 200, 300]
    for (_, colour), wanted in zip(seen, (RED, WHITE, GREEN), strict=True):
        assert near(colour, wanted)
    still = next(size for size in sizes(file) if size.kind == "webp")
    with Image.open(room.folder / still.name) as opened:
        assert getattr(opened, "n_frames", 1) == 1
        assert near(opened.convert("RGB").getpixel((99, 99)), RED)


def test_the_picture_of_an_iphone_is_read(room: Room) -> None:
    """HEIC, where the optional package is installed; it stands upright in its colours."""
    heif = pytest.importorskip("pillow_heif", reason="pip install pillow-heif")
    out = io.BytesIO()
    heif.from_pillow(halves()).save(out, quality=90)
    assert out.getvalue()[4:8] == b"ftyp"
    left, right = left_and_right(room.shown("a.heic", out.getvalue()))
    assert near(left, RED)
    assert near(right, WHITE)


def inks_profile() -> bytes:
    """A colour profile of four inks, in which any cyan at all is green: a table of two steps."""
    table = b"".join(
        bytes((0x80, 0x80, 0x80) if not ink[0] else (0xC0, 0x30, 0xB0))
        for ink in itertools.product((0, 1), repeat=4)
    )
    unit = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    straight = bytes(range(256))
    lut = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + unit + straight * 4 + table + straight * 3
    lut += b"\0" * (-len(lut) % 4)
    text = b"desc\0\0\0\0" + struct.pack(">I", 2) + b"x\0" + b"\0" * 78
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    tags, at, body = b"", 128 + 4 + 12 * 4, b""
    for name, data in ((b"desc", text), (b"A2B0", lut), (b"wtpt", white), (b"cprt", text)):
        padded = data + b"\0" * (-len(data) % 4)
        tags += name + struct.pack(">II", at + len(body), len(data))
        body += padded
    head = struct.pack(
        ">I4sI4s4s4s", at + len(body), b"lcms", 0x02400000, b"prtr", b"CMYK", b"Lab "
    )
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    head += struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", 4) + tags + body


def test_the_inks_of_a_print_are_those_that_its_profile_means(room: Room) -> None:
    """CMYK with a profile: cyan is what the profile says, not what its name is."""
    inks = Image.new("CMYK", (400, 200), (255, 0, 0, 0))
    colour = room.shown("a.jpg", saved(inks, "JPEG", icc_profile=inks_profile()))
    red, green, blue = colour.getpixel((200, 100))  # type: ignore[misc]
    assert green > red + 60, (red, green, blue)
    assert green > blue + 60, (red, green, blue)


@pytest.mark.parametrize(("given", "seen"), [(0, 0), (0x4000, 64), (0x8000, 128), (0xFFFF, 255)])
def test_greys_of_sixteen_bits_keep_their_order(room: Room, given: int, seen: int) -> None:
    """From black to white, in steps of 256."""
    data = saved(Image.new("I;16", (40, 20), given), "PNG")
    assert near(room.shown("a.png", data).getpixel((20, 10)), (seen, seen, seen))


def test_each_rendition_is_the_same_whichever_others_are_made(room: Room) -> None:
    """A width more or less, or one that is made later, changes not a byte of the others."""
    file = room.file("a.jpg", noise(2600, 600))
    room.made(file)
    before = room.bytes()
    for wanted in sizes(file):
        todo = missing(
            room.content, Print(file), USUAL, {s.name for s in sizes(file)} - {wanted.name}
        )
        assert todo is not None
        (room.folder / wanted.name).unlink()
        assert not made(room.folder, todo).fault
    assert room.bytes() == before
