"""What windows, search engines and chats say of a page: ``title_pattern`` of ``site.toml``."""

import re
from typing import Final

from .site_tables import Table

TITLE_PATTERN: Final = "{title} – {site}"
"""What stands in a window's title where nothing else is set."""

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def read_title_pattern(top: Table) -> str:
    """Read how titles are made: ``{title}`` once, ``{site}`` once or not at all, nothing else."""
    pattern = top.text("title_pattern", TITLE_PATTERN)
    named = _BRACES.findall(pattern)
    if named.count("{title}") == 1 and sorted(named) in (["{title}"], ["{site}", "{title}"]):
        return pattern
    if isinstance(top.get("title_pattern"), str):
        top.bad("title_pattern", "title-pattern", "warning")
    return TITLE_PATTERN
