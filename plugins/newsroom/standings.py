"""How the columns stand: what ``lanmu report`` tells."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from plugins.edition.column_cards import Phase
from plugins.edition.findings import Finding
from plugins.edition.model import Edition
from plugins.edition.rhythm import standings

from .config import Config
from .newsroom import opened


class ColumnReport(NamedTuple):
    """A column: ``parent`` is a slug, ``rhythm`` a period or, empty, ``days`` of the month.

    ``last`` is the day of the newest article in it or its sub-columns, ``due`` of the next,
    ``overdue`` how many days ago that was. ``articles`` are its own that are published.
    """

    slug: str
    name: str
    parent: str
    section: str
    state: Phase
    rhythm: str
    days: tuple[int, ...]
    articles: int
    last: dt.date | None
    due: dt.date | None
    overdue: int


def rows_of(edition: Edition) -> list[ColumnReport]:
    """A row for each column, in the order of the columns; a section by its name."""
    sections = {section.slug: section.name for section in edition.sections}
    rows = []
    for slug, stands in standings(edition.columns, edition.in_column, edition.today).items():
        column = stands.column
        articles = edition.in_column[slug]
        rows.append(
            ColumnReport(
                slug=slug,
                name=column.card.name,
                parent=column.parent,
                section=sections.get(column.section, ""),
                state=column.card.phase,
                rhythm=column.rhythm.every if column.rhythm else "",
                days=column.rhythm.days if column.rhythm else (),
                articles=sum(article.view.state == "published" for article in articles),
                last=stands.last,
                due=stands.due,
                overdue=stands.overdue,
            )
        )
    return rows


def column_rows(
    config: Config, content: Path
) -> tuple[list[ColumnReport], tuple[Finding, ...], str]:
    """How the columns in ``content`` stand, what is found wrong, and the site's language.

    Raises what ``Newsroom`` does.
    """
    with opened(config, content) as newsroom:
        return rows_of(newsroom.assembled.edition), newsroom.findings, newsroom.language
