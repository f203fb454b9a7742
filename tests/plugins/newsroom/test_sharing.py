"""Cards of an edition: by this system's typeface, or none and a word on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.edition.site_specs import ShareSpec
from plugins.edition.specs import Place
from plugins.images.fonts import Typeface, find
from plugins.newsroom import sharing
from plugins.newsroom.sharing import Sharing
from plugins.press.store import Store
from plugins.press.work import Crew
from tests.helpers.programs import missing
from tests.plugins.edition.making import SITE, article, edition_of

FACE = Typeface("/x.ttc", "1")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Sharing]:
    """What draws cards for the editions of a test."""
    store = Store(tmp_path / "store.sqlite")
    yield Sharing(tmp_path, tmp_path / "cards", store)
    store.close()


def test_pages_know_their_cards_before_they_are_drawn(
    room: Sharing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Address and size at once; the words are the alternative text."""
    monkeypatch.setattr(sharing, "find", lambda: FACE)
    edition = room.told(edition_of(article()), SITE)
    card = edition.card("/columns/news/2026/a/")
    assert card is not None
    assert (card.fallback.width, card.fallback.height, card.alt) == (1200, 630, "标题 a.md")
    assert card.fallback.url.startswith("/images/card-")
    assert room.findings == ()
    assert room.card("card-00000000000000000000.png") is None


def test_a_card_is_drawn_when_it_is_asked_for(room: Sharing, tmp_path: Path) -> None:
    """By the preview, which draws none beforehand; a build keeps it."""
    if find() is None:
        missing("Noto Sans CJK", "apt-get install fonts-noto-cjk")
    card = room.told(edition_of(article()), SITE).card("/columns/news/2026/a/")
    assert card is not None
    name = card.fallback.url.rpartition("/")[2]
    made = room.card(name)
    assert made is not None
    assert made.startswith(b"\x89PNG")
    room.draw(Crew(1))
    assert (tmp_path / "cards" / name).read_bytes() == made
    assert f"/images/{name}" in {file.url for file in room.files()}
    gone = room.told(edition_of(), SITE)
    assert gone.cards
    assert room.card(name) is None
    room.draw(Crew(1))
    assert not (tmp_path / "cards" / name).exists()


def test_without_a_typeface_there_is_one_notice(
    room: Sharing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no card; who wants none is told nothing."""
    monkeypatch.setattr(sharing, "find", lambda: None)
    edition = edition_of(*(article(f"columns/news/2026/{n}.md") for n in range(9)))
    assert room.told(edition, SITE).cards == {}
    assert [(found.severity, found.rule) for found in room.findings] == [
        ("notice", "share-font-missing")
    ]
    assert room.told(edition, replace(SITE, share=ShareSpec(cards=False))).cards == {}
    assert room.findings == ()


def test_a_typeface_that_is_none_is_said(
    room: Sharing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On its line, and the system's is taken."""
    monkeypatch.setattr(sharing, "find", lambda: FACE)
    (tmp_path / "cut.ttf").write_bytes(b"\0\1\0\0 cut")
    for file in ("none.ttf", "cut.ttf", "site.toml"):
        share = ShareSpec(font=file, font_place=Place(9, 1))
        edition = room.told(edition_of(article()), replace(SITE, share=share))
        assert edition.cards
        assert [(found.rule, found.line) for found in room.findings] == [("share-font-unusable", 9)]
