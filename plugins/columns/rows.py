"""Columns as other pages list them: by section, under their parents, with headlines."""

from collections.abc import Iterable

from plugins.edition.cards import Link
from plugins.edition.column_cards import ColumnGroup, ColumnRow, Headline
from plugins.edition.model import Edition

NEWEST = 3
"""How many headlines stand for a column."""


def rows(edition: Edition, slugs: Iterable[str], newest: int = NEWEST) -> tuple[ColumnRow, ...]:
    """Columns with so many of their newest headlines, and their sub-columns by name."""
    return tuple(_row(edition, slug, newest) for slug in slugs)


def _row(edition: Edition, slug: str, newest: int) -> ColumnRow:
    column = edition.columns[slug]
    children = (edition.columns[child].ref for child in column.children)
    views = (article.view for article in edition.in_column[slug][:newest])
    return ColumnRow(
        column.card,
        tuple(Headline(view.title, view.url, view.state) for view in views),
        tuple(Link(child.name, child.url) for child in children),
    )


def groups(edition: Edition) -> tuple[ColumnGroup, ...]:
    """All columns by section, each under its parent where both are of one section.

    Those of no section come last, and alone where the site has none.
    """
    made = [
        ColumnGroup(each.name, each.url, each.description, rows(edition, each.columns, 0))
        for each in edition.sections
    ]
    rest = [c.slug for c in edition.columns.values() if not c.section and not c.parent]
    made.append(ColumnGroup("", "", "", rows(edition, rest, 0)))
    return tuple(group for group in made if group.columns)
