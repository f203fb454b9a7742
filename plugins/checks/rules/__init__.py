"""Every rule with its words: what is wrong, and what to do about it, in each language.

Each module has the rules of one subject. Places in braces are filled from the finding's values.
Where a finding has a value ``reason``, the words under ``<rule>/<reason>`` stand before those
under ``<rule>``.
"""

from itertools import chain

from . import (
    columns,
    files,
    front_matter,
    galleries,
    media,
    newsroom,
    permalinks,
    pictures,
    settings,
    texts,
)
from .words import Rule, Words

__all__ = ["RULES", "TABLES", "Rule", "Words"]

TABLES = (
    *(files, front_matter, settings, texts, pictures, galleries, media, columns, permalinks),
    newsroom,
)
"""The modules that have a table, each called ``RULES``."""

RULES: dict[str, Rule] = dict(chain.from_iterable(table.RULES.items() for table in TABLES))
