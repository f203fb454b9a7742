"""The documentation of plugins says what is there."""

import re
from pathlib import Path

import msgspec
import pytest

from plugins.newsroom.config import Config

ROOT = Path(__file__).parents[2]
ROOMS = sorted(
    folder.name for folder in (ROOT / "plugins").iterdir() if (folder / "__init__.py").is_file()
)


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_says_what_it_is_for(room: str) -> None:
    """Each plugin has a page with the four parts."""
    text = (ROOT / f"docs/plugins/{room}.md").read_text(encoding="utf-8")
    for part in ("What for", "How it works", "When to use it", "Settings"):
        assert f"**{part}.**" in text


@pytest.mark.parametrize("room", ROOMS)
def test_files_named_are_there(room: str) -> None:
    """A page that names a file of its room names one that exists."""
    text = (ROOT / f"docs/plugins/{room}.md").read_text(encoding="utf-8")
    for name in re.findall(r"`([a-z_/]+\.py)`", text):
        places = (ROOT / "plugins" / room / name, ROOT / "plugins" / name, ROOT / name)
        assert any(place.is_file() for place in places), name


def test_the_settings_table_is_the_struct() -> None:
    """The newsroom's table has every setting with its default, and no other."""
    text = (ROOT / "docs/plugins/newsroom.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| `([^`]*)` \|", text, re.MULTILINE))
    declared = {
        field.name: repr(field.default).replace("'", '"')
        for field in msgspec.structs.fields(Config)
    }
    assert rows == declared


def test_every_room_stands_in_the_architecture() -> None:
    """ARCHITECTURE.md names each room."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for room in ROOMS:
        assert f"`plugins/{room}/`" in text or f"`{room}/`" in text, room
