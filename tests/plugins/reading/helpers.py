"""What the tests of reading share: one article read from its parts."""

from typing import NamedTuple

from plugins.edition.findings import Finding
from plugins.edition.sources import Source
from plugins.reading.reader import ReaderSettings, read_source

PATH = "columns/first-aid/2021/aed.md"
HEAD = "---\nid: a\ntitle: 题目\ndate: 2021-07-15\n---\n"


class Read(NamedTuple):
    """What came of a file."""

    source: Source | None
    findings: tuple[Finding, ...]
    html: str

    @property
    def rules(self) -> list[str]:
        """The rules broken, in the order of their places."""
        return [note.rule for note in self.findings]

    def places(self, rule: str) -> list[tuple[int, int]]:
        """Where a rule is broken."""
        return [(note.line, note.column) for note in self.findings if note.rule == rule]


def read(data: str | bytes, path: str = PATH, seconds: float = 5.0) -> Read:
    """Read a file."""
    raw = data if isinstance(data, bytes) else data.encode()
    reading, html = read_source(path, raw, ReaderSettings(seconds=seconds))
    return Read(reading.source, reading.findings, html)


def front(lines: str, path: str = PATH) -> Read:
    """Read a file that is front matter alone."""
    return read(f"---\n{lines}\n---\n", path)


def body(text: str, path: str = PATH, seconds: float = 5.0) -> Read:
    """Read an article with this body; its first line is line 6."""
    return read(HEAD + text, path, seconds)
