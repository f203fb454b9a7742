"""Findings of one file as they gather, told at the places the editor sees."""

from plugins.edition.findings import Finding, Severity, finding
from plugins.edition.specs import Place


class Edits:
    """Where text was taken out or put in, so that a place can be told in the original.

    Places are (line, column) from 1, in characters.
    """

    def __init__(self) -> None:
        """Start with no edit."""
        self._lines: dict[int, list[tuple[int, int]]] = {}

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, line: int, column: int, delta: int) -> None:
        """Note that from ``column`` of the edited text the original is ``delta`` further."""
        self._lines.setdefault(line, []).append((column, delta))

    def original(self, line: int, column: int) -> tuple[int, int]:
        """Give the place in the original text for one in the edited text."""
        edits = self._lines.get(line)
        if not edits or not column:
            return line, column
        return line, column + sum(delta for start, delta in edits if column >= start)


class Notes:
    """The findings of one file."""

    def __init__(self, path: str) -> None:
        """Start with none; ``path`` is relative to ``content/``."""
        self.path = path
        self.edits = Edits()
        self._found: dict[Finding, None] = {}

    def add(
        self, severity: Severity, rule: str, at: tuple[int, int] = (0, 0), **values: object
    ) -> None:
        """Add a finding at a place of the decoded text; the same one twice counts once."""
        line, column = self.edits.original(*at)
        note = finding(severity, rule, self.path, line, column, **values)
        self._found.setdefault(note)

    def place(self, at: tuple[int, int]) -> Place:
        """Turn a place of the decoded text into one of the file."""
        return Place(*self.edits.original(*at))

    @property
    def failed(self) -> bool:
        """Whether an error is among them: the file is then left out."""
        return any(note.severity == "error" for note in self._found)

    def all(self) -> tuple[Finding, ...]:
        """All findings in the order of their places."""
        return tuple(sorted(self._found))
