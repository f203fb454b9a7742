"""What a browser has to fetch for a query: counted where it is served."""

import os
import tomllib
from pathlib import Path
from typing import IO, NamedTuple

from playwright.sync_api import Page

from tests.helpers.served import Host

from .search_quality import QUERIES, looked_at

WARM = "人们"
"""What is asked before a later query: a common word, found among the newest articles."""


class Fetched(NamedTuple):
    """A query, and its bytes: as the first of a visit, and as a later one."""

    what: str
    first: int
    later: int


def fetched(output: Path) -> tuple[Fetched, ...]:
    """Ask a built site each query of ``[fetched]`` twice, each time in a new browser."""
    every = tomllib.loads(QUERIES.read_text(encoding="utf-8"))["fetched"]
    return tuple(
        Fetched(what, _bytes(output, query, ""), _bytes(output, query, WARM))
        for what, query in every.items()
    )


def _bytes(output: Path, query: str, before: str) -> int:
    sizes: list[int] = []

    class Counting(Host):
        """A host that remembers how large the files are that it sends."""

        def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override] # stricter than the base
            sizes.append(os.fstat(source.fileno()).st_size)
            super().copyfile(source, outputfile)

    with looked_at(output, Counting) as (page, host):
        page.goto(f"{host}/search/")
        if before:
            _ask(page, before)
        sizes.clear()
        _ask(page, query)
    return sum(sizes)


def _ask(page: Page, query: str) -> None:
    page.locator("[name=q]").fill(query)
    page.locator("form.search button").click()
    page.locator(".search-found[aria-busy=false]").wait_for()
