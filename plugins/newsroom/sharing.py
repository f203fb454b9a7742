"""What stands beside links to pages without a picture: cards, by the typeface of this system."""

import threading
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from plugins.edition.findings import Finding, finding
from plugins.edition.model import Edition
from plugins.edition.share_cards import drawn, shown
from plugins.edition.sources import SiteSource
from plugins.images.card_plan import card_name, card_picture
from plugins.images.cards import Cards, Task
from plugins.images.fonts import Typeface, find, opened
from plugins.press.build import File
from plugins.press.store import Store
from plugins.press.work import Crew


class Sharing:
    """The cards of one edition after another; ``findings`` are those of the last."""

    def __init__(self, content: Path, folder: Path, store: Store) -> None:
        self._content = content
        self._cards = Cards(folder, store)
        self._tasks: dict[str, Task] = {}
        self._face: Typeface | None = None
        self._lock = threading.Lock()
        self.findings: tuple[Finding, ...] = ()

    def told(self, edition: Edition, site: SiteSource) -> Edition:
        """An edition that knows what stands beside links to its pages; nothing is drawn yet."""
        words = drawn(edition, site.share.newest) if site.share.cards else {}
        face, self.findings = self._typeface(site) if words else (None, ())
        if face is None:
            words = {}
        tasks = {url: Task(card_name(each, face), each) for url, each in words.items() if face}
        self._tasks = {task.name: task for task in tasks.values()}
        self._face = face
        root = edition.site.root
        made = {url: card_picture(root, task.words, task.name) for url, task in tasks.items()}
        return replace(edition, cards=shown(edition, made))

    def draw(self, crew: Crew) -> None:
        """Draw the cards that are missing, and throw away those of other editions."""
        if self._face is not None:
            self._cards.draw(self._tasks.values(), self._face.path, crew)
        self._cards.prune(self._tasks)

    def card(self, name: str) -> bytes | None:
        """A card by its name, drawn when it is asked for; None where no page has it."""
        task, face = self._tasks.get(name), self._face
        if task is None or face is None:
            return None
        with self._lock:
            return self._cards.one(task, face.path)

    def files(self) -> list[File]:
        """The cards, ready for the output."""
        return self._cards.files(self._tasks)

    def _typeface(self, site: SiteSource) -> tuple[Typeface | None, tuple[Finding, ...]]:
        """The typeface that is set, or the system's; and what is wrong with that."""
        set_, found = site.share.font, []
        if set_:
            face = self._read(set_)
            if face is not None:
                return face, ()
            place = site.share.font_place
            at = (site.path, place.line, place.column)
            found.append(finding("warning", "share-font-unusable", *at, file=set_))
        if self._systems is None:
            found.append(finding("notice", "share-font-missing", site.path))
        return self._systems, tuple(found)

    def _read(self, file: str) -> Typeface | None:
        """The typeface in a file that somebody named; None where it is none."""
        # Imported here: Pillow takes time, and few name a file.
        from plugins.images.card_pixels import is_typeface

        path = self._content / Path(file).expanduser()
        face = opened(path)
        return face if face is not None and is_typeface(str(path)) else None

    @cached_property
    def _systems(self) -> Typeface | None:
        return find()
