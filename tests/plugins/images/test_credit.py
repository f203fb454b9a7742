"""What is written into each rendition: the credit, the copyright, and nothing else."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.edition.prints import Print
from plugins.edition.site_specs import RenditionSpec
from plugins.edition.sources import PictureFile
from plugins.images.make import missing
from plugins.images.pixels import credit
from plugins.images.work import made
from tests.helpers.programs import missing as absent

ARTIST, COPYRIGHT = "张三; 红十字报", "© 2026 某市红十字会"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The renditions of a photograph full of metadata, in all formats, and of an animation."""
    root = tmp_path_factory.mktemp("credit")
    exif = Image.Exif()
    exif[0x010F] = "CanaryCam"
    exif[0x013B] = "Somebody else"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (39.0, 54.0, 20.0)
    exif.get_ifd(0x8769)[0xA431] = "SERIAL-1234"
    plain = Image.new("RGB", (60, 40), "red")
    plain.save(root / "a.jpg", exif=exif, xmp=b"<x:xmpmeta>canary</x:xmpmeta>")
    plain.save(root / "b.gif", save_all=True, append_images=[Image.new("RGB", (60, 40))])
    out = root / "images"
    out.mkdir()
    for name, frames in (("a.jpg", 0), ("b.gif", 2)):
        file = PictureFile(name, name[0] * 64, 60, 40, frames=frames)
        task = missing(root, Print(file, "lead", ARTIST, COPYRIGHT), RenditionSpec(), ())
        assert task is not None
        assert not made(out, task).fault
    return out


def test_exiftool_finds_the_credit_and_nothing_of_a_camera(folder: Path) -> None:
    """In all formats: who took it and whose it is; not where, nor with what."""
    if shutil.which("exiftool") is None:
        absent("exiftool", "sudo apt-get install libimage-exiftool-perl")
    done = subprocess.run(
        ["exiftool", "-json", "-G", "-a", "-u", *map(str, sorted(folder.iterdir()))],
        capture_output=True,
        check=True,
    )
    files = json.loads(done.stdout)
    assert {Path(each["SourceFile"]).suffix for each in files} == {".avif", ".webp", ".jpg"}
    for each in files:
        told = {
            key: value for key, value in each.items() if key.startswith(("EXIF", "XMP", "IPTC"))
        }
        assert told.pop("EXIF:Artist") == ARTIST
        assert told.pop("EXIF:Copyright") == COPYRIGHT
        assert set(told) <= {"EXIF:ExifByteOrder"}
        assert not [key for key in each if "GPS" in key or "Serial" in key or "Make" in key]


def test_nothing_of_the_file_s_own_words_is_left(folder: Path) -> None:
    """Not a byte of camera, place or comment."""
    for path in folder.iterdir():
        data = path.read_bytes()
        assert not [word for word in (b"anary", b"SERIAL", b"Somebody") if word in data]


TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40)


@given(TEXTS, TEXTS)
def test_any_names_are_read_back(artist: str, rights: str) -> None:
    """A tiny TIFF that Pillow reads, too, whatever is in it; nothing of nothing."""
    data = credit(artist, rights)
    assert bool(data) == bool(artist or rights)
    exif = Image.Exif()
    exif.load(data)
    found = {tag: _text(exif.get(tag, "")) for tag in (0x013B, 0x8298)}
    assert found == {0x013B: artist, 0x8298: rights}
    assert set(exif) <= {0x013B, 0x8298}


def _text(found: str) -> str:
    # Pillow reads such texts as Latin-1, for Exif knows ASCII alone.
    return found.encode("latin-1").decode()


def test_the_file_with_a_credit_is_a_sound_picture(folder: Path) -> None:
    """Its size and its frames are still there."""
    found = []
    for path in folder.glob("b-*.webp"):
        with Image.open(path) as opened:
            assert opened.size == (60, 40)
            if getattr(opened, "n_frames", 1) > 1:
                found.append(opened.info["loop"])
    assert found == [25], "two frames of a tenth of a second each: five seconds in all"
