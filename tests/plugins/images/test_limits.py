"""What takes too much is stopped; what was cut, killed or left over is never used."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from plugins.edition.prints import Print
from plugins.images.make import Darkroom
from plugins.images.plan import ENCODING, recipe
from plugins.press.guard import Limits
from plugins.press.work import Crew

from .rooms import USUAL, Room, halves, noise, saved, sizes


def test_what_takes_too_much_is_stopped_and_named(room: Room) -> None:
    """The others are made: neither time nor memory of one picture is another's."""
    small = room.file("small.png", saved(halves(size=(60, 40)), "PNG"))
    big = room.file("big.jpg", saved(Image.effect_noise((3000, 2200), 90), "JPEG"))
    tight = Limits(seconds=0.5)
    prints = [Print(small), Print(big)]
    slow = Darkroom(room.folder, room.store, tight).make(room.content, prints, USUAL, Crew(2))
    assert slow == {"big.jpg": "it takes more than 20 seconds"}
    narrow = Limits(memory=150_000_000)
    there = set(room.bytes())
    assert there == {size.name for size in sizes(small)}
    wide = room.file("wide.png", saved(Image.new("RGB", (5000, 5000)), "PNG"))
    full = Darkroom(room.folder, room.store, narrow).make(
        room.content, [Print(wide)], USUAL, Crew(1)
    )
    assert full == {"wide.png": "it takes more than 1 GiB of memory"}
    assert set(room.bytes()) == there


KILLED = """
import sys
from pathlib import Path
from plugins.edition.prints import Print
from plugins.edition.site_specs import RenditionSpec
from plugins.images.make import Darkroom
from plugins.press.store import Store
from plugins.press.work import Crew
from plugins.reading.pictures import measure
root = Path(sys.argv[1])
content = root / "content"
prints = [Print(measure(p.name, p.read_bytes())[0]) for p in sorted(content.iterdir())]
room = Darkroom(root / "images", Store(root / "store.sqlite"))
room.make(content, prints, RenditionSpec(), Crew(2))
"""


def test_killed_in_the_middle_nothing_half_written_is_used(tmp_path: Path) -> None:
    """By SIGKILL, among the first files: the next run makes just what a whole one makes."""
    roots = [tmp_path / name for name in ("whole", "killed")]
    for root in roots:
        (root / "content").mkdir(parents=True)
        for number in range(4):
            (root / "content" / f"{number}.jpg").write_bytes(noise(1000 + number, 700))

    def start(root: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", KILLED, str(root)])

    assert start(roots[0]).wait() == 0
    victim = start(roots[1])
    images = roots[1] / "images"
    while not images.is_dir() or not list(images.iterdir()):
        assert victim.poll() is None
        time.sleep(0.002)
    victim.kill()
    victim.wait()
    assert start(roots[1]).wait() == 0
    whole, killed = (
        {p.name: p.read_bytes() for p in (root / "images").iterdir() if p.name[0] != "."}
        for root in roots
    )
    assert killed == whole


def test_a_file_that_was_cut_is_made_again(room: Room) -> None:
    """A power cut may leave an empty file under the right name."""
    file = room.file("a.jpg", saved(halves(), "JPEG"))
    room.made(file)
    before = room.bytes()
    (room.folder / sizes(file)[0].name).write_bytes(b"")
    room.made(file)
    assert room.bytes() == before


def test_what_only_a_draft_shows_is_kept_until_its_recipe_changes(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview made it; a build that does not show it must not make it go."""
    file = room.file("a.jpg", saved(halves(), "JPEG"))
    room.made(file)
    Darkroom(room.folder, room.store).prune([], USUAL, [file])
    assert set(room.bytes()) == {size.name for size in sizes(file)}
    recipe.cache_clear()
    monkeypatch.setitem(ENCODING, "webp", {"quality": 81, "method": 2})
    Darkroom(room.folder, room.store).prune([], USUAL, [file])
    recipe.cache_clear()
    assert {name[-4:] for name in room.bytes()} == {".jpg"}
