"""Cards drawn for links: their names, their pixels, and how they are kept."""

import re
from pathlib import Path

import pytest
from PIL import Image

from plugins.edition.share_cards import CardWords
from plugins.images import card_plan
from plugins.images.card_pixels import card, is_typeface
from plugins.images.card_plan import ACCENTS, PAPER, card_name, is_card
from plugins.images.cards import Cards, Task
from plugins.images.fonts import NAMES, Typeface, find, opened
from plugins.press.store import Store
from plugins.press.work import Crew
from tests.helpers.programs import missing
from tests.helpers.sites import ROOT

FACE = Typeface("/x.ttc", "1")


def words(
    title: str = "学会心肺复苏", above: str = "救在身边", site: str = "周报", accent: str = "teal"
) -> CardWords:
    """What a card says."""
    return CardWords(title, above, site, accent)


WORDS = words()


@pytest.fixture
def font() -> str:
    """A typeface of this system."""
    face = find()
    return face.path if face else missing("Noto Sans CJK", "apt-get install fonts-noto-cjk")


@pytest.mark.parametrize(
    "other",
    [
        words(title="别的"),
        words(above="别的"),
        words(site="别的"),
        words(accent="red"),
    ],
)
def test_a_name_says_all_that_is_drawn(other: CardWords, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other words, another colour, type or way of drawing: another name, and no card is stale."""
    name = card_name(WORDS, FACE)
    assert is_card(name)
    assert name == card_name(WORDS, Typeface("/elsewhere/x.ttc", "1"))
    assert card_name(other, FACE) != name
    assert card_name(WORDS, Typeface("/x.ttc", "2")) != name
    monkeypatch.setattr(card_plan, "DRAWING", 1000)
    assert card_name(WORDS, FACE) != name
    assert not is_card("card-0123456789-7c49cc35-480.webp")


def test_the_colours_are_the_themes() -> None:
    """Those of the light scheme, which are held to their contrast elsewhere."""
    css = (ROOT / "theme" / "static" / "tokens.css").read_text(encoding="utf-8")
    light = css.partition("@media")[0]
    tokens = dict(re.findall(r"--([a-z]+):\s*(#[0-9a-f]{6});", light))
    assert {name: tokens[name] for name in ACCENTS} == ACCENTS
    assert tokens["paper"] == PAPER


@pytest.mark.parametrize(
    "title",
    [
        "急",
        "学会心肺复苏",
        "2026年 AED 与 CPR 进1200个村",
        "长" * 500,
        "《公约》😀",
        "x" * 300,
        "",
    ],
)
def test_a_card_is_small_and_of_one_colour(title: str, font: str, tmp_path: Path) -> None:
    """Whatever the title is; the same bytes each time, and no pixel at the edges."""
    data = card(words(title=title), font)
    assert len(data) < 30_000
    assert card(words(title=title), font) == data
    (tmp_path / "c.png").write_bytes(data)
    with Image.open(tmp_path / "c.png") as opened_:
        assert opened_.size == (1200, 630)
        image = opened_.convert("RGB")
    ground = image.getpixel((5, 5))
    assert ground == tuple(int(ACCENTS["teal"][at : at + 2], 16) for at in (1, 3, 5))
    for box in ((0, 0, 60, 630), (1140, 0, 1200, 630), (0, 0, 1200, 60), (0, 600, 1200, 630)):
        assert {colour for _, colour in image.crop(box).getcolors() or []} == {ground}


def test_a_title_is_there(font: str) -> None:
    """Another title gives other pixels, and a sign without a glyph none."""
    assert card(WORDS, font) != card(words(title="学会心肺复疏"), font)
    assert card(WORDS, font) == card(words(title="学会心肺复苏😀"), font)


def test_cards_are_drawn_once_and_go_with_their_pages(tmp_path: Path, font: str) -> None:
    """What is there is not drawn again, also by another build; what is broken is."""
    tasks = [Task(card_name(each, FACE), each) for each in (WORDS, words(title="二"))]
    folder = tmp_path / "cards"
    store = Store(tmp_path / "store.sqlite")
    try:
        room = Cards(folder, store)
        room.draw(tasks, font, Crew(1))
        files = room.files(task.name for task in tasks)
        assert [file.url for file in files] == [f"/images/{task.name}" for task in tasks]
        states = [file.file.stat() for file in files]
        again = Cards(folder, store)
        again.draw(tasks, "/no/such/font.ttf", Crew(1))
        assert [file.file.stat() for file in again.files(t.name for t in tasks)] == states
        whole = files[0].file.read_bytes()
        files[0].file.write_bytes(b"cut")
        again.draw(tasks, font, Crew(1))
        assert files[0].file.read_bytes() == whole
        again.prune({tasks[1].name})
        assert [path.name for path in folder.iterdir()] == [tasks[1].name]
        assert set(store.keys("card")) == {tasks[1].name}
    finally:
        store.close()


def test_the_fittest_typeface_is_found(tmp_path: Path) -> None:
    """By the names of files, whatever folder they lie in; a file of another kind is none."""
    inner = tmp_path / "opentype" / "noto"
    inner.mkdir(parents=True)
    assert find([tmp_path, tmp_path / "none"]) is None
    (tmp_path / "Latin.ttf").write_bytes(b"\0\1\0\0")
    assert find([tmp_path]) is None
    (tmp_path / "wqy-zenhei.ttc").write_bytes(b"ttcf 1")
    (inner / "NotoSansCJK-Bold.ttc").write_bytes(b"ttcf 2")
    face = find([tmp_path])
    assert face is not None
    assert Path(face.path).name == NAMES[0]
    other = opened(tmp_path / "wqy-zenhei.ttc")
    assert other is not None
    assert other.identity != face.identity
    (tmp_path / "page.ttf").write_bytes(b"<html>")
    assert opened(tmp_path / "page.ttf") is None
    assert not is_typeface(str(inner / "NotoSansCJK-Bold.ttc"))
