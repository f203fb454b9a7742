"""What editors do to an archive between two builds."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from .archive import DAYS, FIRST_DAY, Writer

STEP = 37
"""How far apart the articles are that one run after another changes."""


class Changes:
    """Changes to the texts of an archive; each gives the path it changed.

    Every change takes the next article of a fixed walk, so that two walks are alike.
    """

    def __init__(self, content: Path) -> None:
        self._content = content
        self._texts = sorted(content.glob("columns/*/*/*.md"))
        self._at = self._added = 0
        self._writer = Writer(seed=7)

    def next(self) -> Path:
        """The next text of the walk."""
        self._at = (self._at + STEP) % len(self._texts)
        return self._texts[self._at]

    def nothing(self) -> None:
        """Change nothing."""

    def body(self) -> Path:
        """Add a sentence to the end of one article."""
        path = self.next()
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n又添了一句：{self._writer.words(8, 16)}。\n")
        return path

    def title(self) -> Path:
        """Give one article another title."""
        return self._replace("\ntitle: ", "\ntitle: 新")

    def withdraw(self) -> Path:
        """Withdraw one article: its file stays, as a draft."""
        path = self._replace("\ntitle: ", "\nstatus: draft\ntitle: ")
        self._texts.remove(path)
        return path

    def add(self) -> Path:
        """Add one article, the newest of all: every list that it is in moves on by one."""
        self._added += 1
        day = FIRST_DAY + dt.timedelta(days=DAYS + self._added)
        path, text = self._writer.article(900_000 + self._added, [], day)
        target = self._content / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    def bodies(self, count: int) -> list[Path]:
        """Add a sentence to each of ``count`` articles."""
        return [self.body() for _ in range(count)]

    def _replace(self, old: str, new: str) -> Path:
        path = self.next()
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path


CHANGES: dict[str, Callable[[Changes], Path | None]] = {
    "nothing": Changes.nothing,
    "body": Changes.body,
    "title": Changes.title,
    "added": Changes.add,
    "withdrawn": Changes.withdraw,
}
"""The changes of the table, by the name of their case."""
