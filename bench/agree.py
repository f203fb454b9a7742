"""Whether two outputs agree: the same pages, the same words and data in the articles."""

import filecmp
import json
import random
import re
from pathlib import Path

from bs4 import BeautifulSoup

PAGES = (".html", ".xml", ".txt", ".json")
MORE = re.compile(r"(?:.*/)?feeds/.*|sitemaps/.*")
"""What Lanmu makes and Hugo does not: archives of feeds, and sitemaps by year."""

SAMPLE = 200
"""Articles whose words are compared."""

BLOCKS = "p, li, h1, h2, h3, h4, h5, h6"
"""What the archive's Markdown becomes."""

_SHOWN = 5
_LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_FILE = re.compile(r'"contentUrl":"[^"]*"')


class Disagreement(SystemExit):
    """Two outputs that should agree do not; the message names the first few places."""


def pages(output: Path) -> set[str]:
    """The paths of all pages of an output, relative to it."""
    return {
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if path.suffix in PAGES and path.is_file()
    }


def same_pages(lanmu: Path, hugo: Path) -> int:
    """The number of pages; raises ``Disagreement`` where one output has a page more."""
    ours, theirs = pages(lanmu), pages(hugo)
    ours = {path for path in ours if not MORE.fullmatch(path)}
    if ours != theirs:
        raise Disagreement(f"pages of one output alone: {_few(ours ^ theirs)}")
    return len(ours)


def same_words(lanmu: Path, hugo: Path, seed: int = 1) -> int:
    """Compare texts, links and linked data of a sample of articles; how many were compared."""
    articles = sorted(
        path.relative_to(lanmu).as_posix() for path in lanmu.glob("columns/*/*/a*/index.html")
    )
    chosen = random.Random(seed).sample(articles, min(SAMPLE, len(articles)))
    for what, seen in (("words", text), ("linked data", linked_data)):
        unlike = [path for path in chosen if seen(lanmu / path) != seen(hugo / path)]
        if unlike:
            raise Disagreement(f"articles with other {what}: {_few(unlike)}")
    return len(chosen)


def text(page: Path) -> list[str]:
    """The blocks of an article's body as plain text, then where its links lead.

    White space is made one, and that between blocks, which nobody sees, is left out. What
    stands aside, as the opener of a column in its first article, is no part of the body.
    """
    whole = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    body = whole.select_one("article > .prose")
    if body is None:
        raise Disagreement(f"no article in {page}")
    blocks = [re.sub(r"\s+", " ", block.get_text()).strip() for block in body.select(BLOCKS)]
    return blocks + [str(link["href"]) for link in body.select("a[href]")]


def linked_data(page: Path) -> object:
    """What a page says of itself to programs, but for the names of files, which have hashes."""
    found = _LINKED_DATA.search(page.read_text(encoding="utf-8"))
    if found is None:
        raise Disagreement(f"no linked data in {page}")
    nodes = json.loads(_FILE.sub('"contentUrl":""', found[1]))["@graph"]
    return sorted(nodes, key=lambda node: str(node["@type"]))


def same_files(one: Path, other: Path) -> int:
    """The number of files of two equal folders; raises ``Disagreement`` where they differ."""
    ours, theirs = files(one), files(other)
    if ours != theirs:
        raise Disagreement(f"files of one folder alone: {_few(ours ^ theirs)}")
    unlike = [name for name in ours if not filecmp.cmp(one / name, other / name, shallow=False)]
    if unlike:
        raise Disagreement(f"files that differ: {_few(unlike)}")
    return len(ours)


def files(folder: Path) -> set[str]:
    """The paths of all files of a folder, relative to it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _few(names: set[str] | list[str]) -> str:
    return f"{len(names)}, as {', '.join(sorted(names)[:_SHOWN])}"
