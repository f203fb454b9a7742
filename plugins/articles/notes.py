"""What a column's editors say at its beginning and end, in its first and last article."""

from collections.abc import Sequence

from plugins.edition.column_cards import ColumnNote
from plugins.edition.model import Article, Column


class Ends:
    """The first and the last article of a column; ``group`` is newest first.

    A preview has drafts too, which do not count: they may never come.
    """

    def __init__(self, column: Column, group: Sequence[Article]) -> None:
        self._column = column
        self._first = next((a.path for a in reversed(group) if _is_out(a)), "")
        self._last = next((a.path for a in group if _is_out(a)), "")

    def opener(self, article: Article) -> ColumnNote | None:
        """The column's opener (开栏的话), where this is its first article."""
        column = self._column
        if article.path != self._first or not column.opener.key:
            return None
        return ColumnNote(column.ref, column.opener)

    def closing(self, article: Article) -> ColumnNote | None:
        """The column's closing note (结栏的话), where this is its last article."""
        return self._column.closing if article.path == self._last else None


def _is_out(article: Article) -> bool:
    return article.view.state == "published"
