"""Reading: a whole source file, and its Markdown alone."""

# ruff: noqa: S101 - it is pytest that runs this

import markdown
from pytest_benchmark.fixture import BenchmarkFixture

from plugins.reading.markdown_set import convert
from plugins.reading.reader import ReaderSettings, read_source

from .conftest import Text

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "sane_lists",
    "tables",
)
"""What Lanmu's Markdown offers, in Python-Markdown's own words."""


def test_read_an_article(benchmark: BenchmarkFixture, text: Text) -> None:
    """Bytes to a frozen value: front matter, Markdown, sanitising."""
    # Once before: the first text of a process sets Markdown up.
    first, _ = read_source(text.path, text.data, ReaderSettings())
    reading, html = benchmark(read_source, text.path, text.data, ReaderSettings())
    assert reading == first
    assert html


def test_set_its_markdown(benchmark: BenchmarkFixture, text: Text) -> None:
    """Markdown to HTML, as Lanmu does it."""
    html, _ = benchmark(convert, text.markdown)
    assert "<p>" in html


def test_set_its_markdown_by_stock_python_markdown(benchmark: BenchmarkFixture, text: Text) -> None:
    """The same by Python-Markdown with the same extensions, as it comes."""
    stock = markdown.Markdown(extensions=EXTENSIONS)

    def once() -> str:
        stock.reset()
        return stock.convert(text.markdown)

    assert "<p>" in benchmark(once)
