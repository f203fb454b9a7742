"""The articles of a newsroom, counted."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from plugins.edition.findings import Finding
from plugins.edition.stats import ACROSS, BY, Across, By, Line, Table, tabulate

from .config import Config
from .newsroom import opened

__all__ = ["ACROSS", "BY", "Across", "By", "Counted", "Line", "Table", "Wanted", "count"]


class Wanted(NamedTuple):
    """What is to be counted: lines by heads, from a day to a day, both among them."""

    by: By
    across: Across
    first: dt.date = dt.date.min
    last: dt.date = dt.date.max


class Counted(NamedTuple):
    """What was counted, what was found wrong on the way, and the site's language."""

    table: Table
    findings: tuple[Finding, ...]
    language: str


def count(config: Config, content: Path, wanted: Wanted) -> Counted:
    """Count what is published of ``content``; no page is rendered, no picture made."""
    with opened(config, content) as newsroom:
        table = tabulate(newsroom.assembled.edition, *wanted)
        return Counted(table, newsroom.findings, newsroom.language)
