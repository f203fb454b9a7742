"""A quicker ``site`` for tests that build whole sites over and over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.sites import COLUMN, NOW, SITE_TOML, Content
from tests.site.kit import Quick


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Quick]:
    """Write and build a small site: ``site({"columns/news/2026/a.md": text})``."""
    count = 0

    def make(files: Content, *options: str, now: str = NOW) -> Quick:
        nonlocal count
        count += 1
        made = Quick(tmp_path / f"site-{count}")
        made.write({"site.toml": SITE_TOML, "columns/news/_column.md": COLUMN, **files})
        made.build(*options, now=now)
        return made

    return make
