"""An archive, its edition and one article of it, for all micro-benchmarks."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bench.archive import write_archive
from bench.builders import THEME
from plugins.newsroom.config import Config
from plugins.newsroom.filters import FILTERS
from plugins.newsroom.newsroom import Newsroom

ARTICLES = 200


class Text(NamedTuple):
    """A source file: its path below ``content/``, its bytes, and its Markdown alone."""

    path: str
    data: bytes
    markdown: str


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive."""
    folder = tmp_path_factory.mktemp("archive") / "content"
    write_archive(folder, ARTICLES)
    return folder


@pytest.fixture(scope="session")
def text(content: Path) -> Text:
    """The article of middle length."""
    paths = sorted(content.glob("columns/*/*/*.md"), key=lambda path: path.stat().st_size)
    path = paths[len(paths) // 2]
    data = path.read_bytes()
    markdown = data.decode().split("\n---\n", 1)[1]
    return Text(path.relative_to(content).as_posix(), data, markdown)


@pytest.fixture(scope="session")
def newsroom(content: Path) -> Iterator[Newsroom]:
    """The archive read and put together."""
    config = Config(cache=str(content.with_name("cache")), jobs=1, address="http://127.0.0.1")
    made = Newsroom(config, content, THEME, FILTERS)
    made.open()
    yield made
    made.close()
