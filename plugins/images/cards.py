"""Cards drawn where they are missing, kept by name, and thrown away with their pages."""

import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.edition.share_cards import CardWords
from plugins.press.build import File
from plugins.press.sink import checksum
from plugins.press.store import Store, decoded
from plugins.press.work import Crew

SPACE = "card"
"""Where the store keeps what is known of each card."""

_PER_BATCH = 8


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A card in the folder: its checksum, its length."""

    sum: bytes
    length: int


class Task(NamedTuple):
    """A card to be drawn: the name of its file, and what it says."""

    name: str
    words: CardWords


class Setup(NamedTuple):
    """Where cards are kept, and the file of the typeface."""

    folder: str
    font: str


class Cards:
    """Draws the cards that are missing and keeps them by name in a folder."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder.absolute()
        self._store = store
        self._kept = {
            name: kept for name, value in store.items(SPACE) if (kept := decoded(value, Kept))
        }

    def draw(self, wanted: Iterable[Task], font: str, crew: Crew) -> None:
        """Draw what is missing of the cards wanted. Raises ``OSError`` of a full disk."""
        tasks = [task for task in wanted if not self._stands(task.name)]
        if not tasks:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        setup = Setup(str(self._folder), font)
        # The typeface is this machine's.
        crew = crew if crew.shares_memory else Crew(crew.jobs)
        with closing(crew.each_batch(draw_batch, setup, tasks, _PER_BATCH)) as batches:
            for made in batches:
                self._kept.update(made)
                rows = [(name, msgspec.msgpack.encode(kept)) for name, kept in made]
                self._store.put(SPACE, rows)

    def one(self, task: Task, font: str) -> bytes:
        """A card, drawn if it was not before: for the preview, which asks for few."""
        path = self._folder / task.name
        if not path.is_file():
            self._folder.mkdir(parents=True, exist_ok=True)
            draw_batch(Setup(str(self._folder), font), [task])
        return path.read_bytes()

    def _stands(self, name: str) -> bool:
        kept = self._kept.get(name)
        try:
            return kept is not None and (self._folder / name).stat().st_size == kept.length
        except OSError:
            return False

    def files(self, names: Iterable[str]) -> list[File]:
        """Cards that were drawn, ready for the output."""
        return [
            File(f"/images/{name}", self._folder / name, self._kept[name].sum)
            for name in dict.fromkeys(names)
        ]

    def prune(self, wanted: Collection[str]) -> None:
        """Throw away what no page needs."""
        if not self._folder.is_dir():
            return
        with os.scandir(self._folder) as found:
            for entry in found:
                if entry.name not in wanted:
                    Path(entry.path).unlink()
        gone = self._kept.keys() - set(wanted)
        self._store.drop(SPACE, gone)
        for name in gone:
            del self._kept[name]


def draw_batch(setup: Setup, tasks: Sequence[Task]) -> list[tuple[str, Kept]]:
    """Draw cards and write them, each whole or not at all, on whatever worker this is."""
    # Imported here: Pillow takes time that a build without new cards does not need.
    from .card_pixels import card

    made = []
    for task in tasks:
        data = card(task.words, setup.font)
        _write(Path(setup.folder) / task.name, data)
        made.append((task.name, Kept(checksum(data), len(data))))
    return made


def _write(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(target)
