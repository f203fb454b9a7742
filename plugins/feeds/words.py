"""What feeds say besides what editors wrote, in the site's language."""

from collections.abc import Iterable

from plugins.edition.cards import Correction


def title_of(language: str, title: str) -> str:
    """The title of a correction, by that of its article."""
    return f"Correction: {title}" if language.startswith("en") else f"更正：{title}"


def notes_of(language: str, corrections: Iterable[Correction]) -> list[str]:
    """An article's corrections as a line each, with their days."""
    return [f"{_day(language, note)}{note.text}" for note in corrections]


def _day(language: str, note: Correction) -> str:
    date = note.date
    if language.startswith("en"):
        return f"Correction, {date:%Y-%m-%d}: "
    return f"更正（{date.year}年{date.month}月{date.day}日）："
