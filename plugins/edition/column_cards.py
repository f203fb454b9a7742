"""What the templates are handed of columns (栏目), sections (频道) and series (系列)."""

import datetime as dt
from typing import Literal

from .cards import Body, ColumnRef, Link, State
from .picture_cards import Picture
from .values import Value

Phase = Literal["announced", "running", "closed"]
"""Where a column is in its life: before its first day, after its last, or between them."""


class ColumnCard(Value, frozen=True):
    """A column in the list of columns."""

    name: str
    name_en: str
    url: str
    accent: str
    description: str
    started: dt.date | None
    ended: dt.date | None
    phase: Phase
    banner: Picture | None = None


class Headline(Value, frozen=True):
    """An article of which a list shows the title alone."""

    title: str
    url: str
    state: State = "published"


class ColumnRow(Value, frozen=True):
    """A column with its newest headlines, and the names of its sub-columns."""

    column: ColumnCard
    newest: tuple[Headline, ...] = ()
    children: tuple[Link, ...] = ()


class ColumnGroup(Value, frozen=True):
    """Columns of one section (频道); without a name and URL where they belong to none."""

    name: str
    url: str
    description: str
    columns: tuple[ColumnRow, ...]


class ColumnNote(Value, frozen=True):
    """What a column's editors say at its beginning or end (开栏的话, 结栏的话)."""

    column: ColumnRef
    body: Body
    state: State = "published"


class SeriesCard(Value, frozen=True):
    """A series of a column in a list; ``total`` may count parts that are yet to come."""

    name: str
    description: str
    url: str
    published: int
    total: int


class SeriesPart(Value, frozen=True):
    """A part of a series in its list."""

    number: int
    title: str
    url: str
    current: bool = False
    state: State = "published"


class SeriesView(Value, frozen=True):
    """The series that an article is a part of, as the article's page shows it.

    ``whole`` tells whether ``parts`` are all that are published, or those near ``part``.
    """

    name: str
    description: str
    part: int
    total: int
    parts: tuple[SeriesPart, ...]
    whole: bool
    previous: SeriesPart | None = None
    next: SeriesPart | None = None


class ColumnView(Value, frozen=True):
    """A column as its own page shows it.

    ``trail`` is what it belongs to, the section first. ``rhythm`` is the period, empty where
    ``days`` of the month are named. ``contact`` is a text in pieces, some with an address.
    """

    name: str
    name_en: str
    url: str
    accent: str
    description: str
    banner: Picture | None
    started: dt.date | None
    ended: dt.date | None
    phase: Phase
    trail: tuple[Link, ...]
    rhythm: str
    days: tuple[int, ...]
    editor: str
    contact: tuple[Link, ...]
    opener: Body | None
    closing: ColumnNote | None
