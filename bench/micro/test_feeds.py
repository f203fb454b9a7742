"""Feeds: the site's own, of the newest articles in full text, in each format."""

# ruff: noqa: S101 - it is pytest that runs this

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from plugins.edition.feeds import FILES, Format
from plugins.feeds.documents import ArticleFeed
from plugins.newsroom.newsroom import Newsroom
from plugins.press.digest import Digester
from plugins.press.page import Inputs
from plugins.press.templates import Renderer

FORMATS = pytest.mark.parametrize("form", list(FILES))


def inputs_of(newsroom: Newsroom, form: Format) -> Inputs:
    """The inputs of the site's feed in one format."""
    routes = ArticleFeed.routes(newsroom.assembled.edition)
    return next(route.inputs for route in routes if route.url == f"/{FILES[form]}")


@FORMATS
def test_digest_a_feed(benchmark: BenchmarkFixture, newsroom: Newsroom, form: Format) -> None:
    """The digest of all that a feed is made of: no text is read for it."""
    inputs = inputs_of(newsroom, form)
    assert benchmark(lambda: Digester().digest(b"version", inputs))


@FORMATS
def test_make_a_feed(benchmark: BenchmarkFixture, newsroom: Newsroom, form: Format) -> None:
    """Texts cleaned for readers' programs, addresses made absolute, the document written."""
    renderer = Renderer(newsroom.subject().setup)
    inputs = inputs_of(newsroom, form)
    assert renderer.render(inputs) == benchmark(renderer.render, inputs)
    renderer.texts.close()
