"""The search index of a whole site: what is in it, what is not, and what an edit does to it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.search.pagefind import program
from tests.helpers.programs import missing
from tests.helpers.search import texts
from tests.helpers.sites import SITE_TOML
from tests.site.kit import Quick, article

SEARCHED = SITE_TOML.replace("search.enabled = false\n", "")
FOUND = ("造血干细胞", "春天的导语", "桥头的说明")
HIDDEN = "金丝雀"
"""A word that must be nowhere."""

FILES: dict[str, str | bytes] = {
    "site.toml": SEARCHED,
    "columns/news/2026/a.md": article(
        "公开", "2026-01-02", "捐献造血干细胞。", summary="春天的导语"
    ),
    "columns/news/2026/draft.md": article(HIDDEN, "2026-01-02", HIDDEN, status="draft"),
    "columns/news/2026/later.md": article(HIDDEN, "2030-01-02", HIDDEN),
    "galleries/g/index.md": article("图集", "2026-02-02", "桥头的说明。", id="g"),
    "galleries/draft/index.md": article(HIDDEN, "2026-02-02", HIDDEN, id="d", status="draft"),
}


@pytest.fixture
def made(site: Callable[..., Quick]) -> Quick:
    """A site with search, and things in it that nobody may find."""
    if program() is None:
        missing("pagefind_extended", "pip install pagefind-bin-extended")
    return site(FILES)


def index(made: Quick) -> str:
    """All that the index says."""
    files = {
        path: data for path, data in made.snapshot().items() if path.startswith("search/parts")
    }
    return texts(files)


def test_what_is_published_is_found_and_nothing_else(made: Quick) -> None:
    """Drafts and what waits leave no trace in any file of the index, nor do mastheads.

    Withdrawn, an article is gone from it; with search left out no file of it is there.
    """
    said = index(made)
    assert all(words in said for words in FOUND)
    assert HIDDEN not in said
    assert "试验周报" not in said
    assert made.report["summary"]["stages"]["search"] > 0
    withdrawn = article("公开", "2026-01-02", "捐献造血干细胞。", status="draft")
    change = made.edit({"columns/news/2026/a.md": withdrawn})
    assert FOUND[0] not in index(made)
    assert FOUND[2] in index(made)
    assert {path for path in change.changed if path.startswith("search/parts")}
    done = made.rebuild({"site.toml": SITE_TOML}, "--format", "text")
    assert "检索 0.00" in done.stdout
    assert not made.path("/search/parts.json").exists()
    assert not list(Path(made.output).glob("search/parts/*"))


def test_without_pagefind_the_site_goes_out(
    site: Callable[..., Quick], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no program for the machine, a warning says what to install."""
    monkeypatch.setattr("plugins.newsroom.frame.program", lambda: None)
    made = site(FILES)
    assert made.exit_code == 0
    assert made.found("search-missing") == [("site.toml", 0, 0)]
    assert not made.path("/search/parts.json").exists()
    assert made.path("/columns/news/2026/a/").exists()
