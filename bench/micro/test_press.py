"""The press: digests, templates and the output folder, for one page."""

# ruff: noqa: S101 - it is pytest that runs this

import itertools
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from plugins.articles.pages import ArticlePage
from plugins.columns.pages import ColumnPage
from plugins.newsroom.newsroom import Newsroom
from plugins.press.digest import Digester
from plugins.press.page import Inputs
from plugins.press.sink import Sink
from plugins.press.templates import Renderer

PAGES = pytest.mark.parametrize(
    "page", [ArticlePage, ColumnPage], ids=["an article", "a column's list"]
)


def inputs_of(newsroom: Newsroom, page: type[Inputs]) -> Inputs:
    """The inputs of the first page of a type."""
    return next(iter(page.routes(newsroom.assembled.edition))).inputs


@PAGES
def test_digest(benchmark: BenchmarkFixture, newsroom: Newsroom, page: type[Inputs]) -> None:
    """The digest of all inputs, with nothing of them known from another page."""
    inputs = inputs_of(newsroom, page)
    assert benchmark(lambda: Digester().digest(b"version", inputs))


@PAGES
def test_render(benchmark: BenchmarkFixture, newsroom: Newsroom, page: type[Inputs]) -> None:
    """Inputs to bytes, once the template is compiled: the first rendering does that."""
    renderer = Renderer(newsroom.subject().setup)
    inputs = inputs_of(newsroom, page)
    assert renderer.render(inputs) == benchmark(renderer.render, inputs)
    renderer.texts.close()


def test_write(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A new file of 16 KiB, laid out in a folder of its own."""
    sink = Sink(tmp_path / "output", None)
    data = b"x" * 2**14
    sink.begin()
    numbers = itertools.count()
    benchmark(lambda: sink.write(f"{next(numbers)}/index.html", b"digest", data))
    assert sink.written
