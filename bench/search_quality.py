"""``python -m bench.search_quality OUTPUT``: how much of what is there the search finds.

Asks a built site's own page, in Chromium, each query of ``search_queries.toml``, and compares
what it lists with what the pages hold: the true answers are the articles whose text has every
word of the query, and each phrase as it stands, both sides in simplified and narrow characters.
Recall is how much of that is listed, precision how much of what is listed is among it.
"""

import argparse
import re
import tomllib
import urllib.parse
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import lxml.html
from playwright.sync_api import Page, sync_playwright

from plugins.search.fold import fold
from tests.browser.conftest import QUIET
from tests.helpers.programs import browser
from tests.helpers.served import Host, served

QUERIES = Path(__file__).with_name("search_queries.toml")
PATIENCE = 120_000
"""Milliseconds that a query may take: others may be at work on the machine."""

ARTICLES = re.compile(r"/columns/[^/]+/\d{4}/[^/]+/")
_OWN = (
    "//header[@class='article-head']/h1"
    " | //p[@class='standfirst']"
    " | //article//figure//figcaption"
    " | //article/div[contains(concat(' ', @class, ' '), ' prose ')]"
)
_QUOTED = re.compile(r"“([^”]*)”")


class Query(NamedTuple):
    """What is asked, and what kind of asking it is."""

    kind: str
    text: str


class Answer(NamedTuple):
    """What came of a query: addresses."""

    query: Query
    true: frozenset[str]
    listed: tuple[str, ...]

    @property
    def recall(self) -> float:
        """How much of what is there is listed; all of it where nothing is there."""
        return len(self.true & set(self.listed)) / len(self.true) if self.true else 1.0

    @property
    def precision(self) -> float:
        """How much of what is listed is right; all of it where nothing is listed."""
        right = sum(url in self.true for url in self.listed)
        return right / len(self.listed) if self.listed else 1.0


def queries(over: str) -> list[Query]:
    """The queries of ``sample`` or ``archive``."""
    kinds = tomllib.loads(QUERIES.read_text(encoding="utf-8"))[over]
    return [Query(kind, text) for kind, some in kinds.items() for text in some]


def texts(output: Path) -> dict[str, str]:
    """The own text of each article of a built site, folded, by its address."""
    found = {}
    for path in sorted(output.glob("columns/*/*/*/index.html")):
        url = f"/{path.parent.relative_to(output).as_posix()}/"
        if ARTICLES.fullmatch(url):
            own = lxml.html.document_fromstring(path.read_bytes()).xpath(_OWN)
            nodes = own if isinstance(own, list) else []
            parts = [each for each in nodes if isinstance(each, lxml.html.HtmlElement)]
            found[url] = _plain("\n".join(part.text_content() for part in parts))
    return found


def answers_to(query: str, among: Mapping[str, str]) -> frozenset[str]:
    """The articles that a query is about: their text has all of it."""
    phrases = _QUOTED.findall(query)
    wanted = [_plain(each) for each in (*phrases, *_QUOTED.sub(" ", query).split())]
    return frozenset(url for url, text in among.items() if all(each in text for each in wanted))


def _plain(text: str) -> str:
    # Where a line of the page ends is no part of the text.
    return re.sub(r"[^\S\n]+", " ", fold(text)).lower()


def asked(page: Page, host: str, query: str) -> tuple[str, ...]:
    """The articles that the search page lists for a query, in its order."""
    page.goto(f"{host}/search/?q={urllib.parse.quote(query)}")
    return tuple(url for url in unfolded(page) if ARTICLES.fullmatch(url))


def unfolded(page: Page) -> list[str]:
    """All that a search page lists, more and more of it asked for: addresses in its order."""
    page.locator(".search-found[aria-busy=false]").wait_for()
    more = page.locator("[data-do=more]")
    while more.is_visible():
        more.click()
        page.locator(".search-found[aria-busy=false]").wait_for()
    links = page.locator(".search-result h2 a")
    found: list[str] = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return found


def ask_all(
    page: Page, host: str, among: Mapping[str, str], every: Iterable[Query]
) -> Iterator[Answer]:
    """Ask each query, and say what should have come."""
    for query in every:
        yield Answer(query, answers_to(query.text, among), asked(page, host, query.text))


def table(answers: Iterable[Answer]) -> str:
    """Recall and precision by kind, and what went wrong, as Markdown."""
    kinds: dict[str, list[Answer]] = {}
    for each in answers:
        kinds.setdefault(each.query.kind, []).append(each)
    kinds["all"] = [each for some in kinds.values() for each in some]
    lines = ["| kind | queries | recall | precision |", "| --- | --- | --- | --- |"]
    for kind, some in kinds.items():
        recall, precision = mean(a.recall for a in some), mean(a.precision for a in some)
        lines.append(f"| {kind} | {len(some)} | {recall:.3f} | {precision:.3f} |")
    worse = [a for a in kinds["all"] if a.recall < 1 or a.precision < 1]
    lines += ["", *map(_told, worse)] if worse else []
    return "\n".join(lines)


def _told(answer: Answer) -> str:
    right = len(answer.true & set(answer.listed))
    said = f"{right} of {len(answer.true)} found, {len(answer.listed) - right} beside them"
    return f"- {answer.query.text}: {said}"


class Quality(NamedTuple):
    """How much of what is there is listed, and how much of what is listed is right: means."""

    queries: int
    recall: float
    precision: float


def quality(output: Path, over: str) -> Quality:
    """Ask a built site all queries of ``sample`` or ``archive``."""
    with looked_at(output) as (page, host):
        answers = list(ask_all(page, host, texts(output), queries(over)))
    recall, precision = mean(a.recall for a in answers), mean(a.precision for a in answers)
    return Quality(len(answers), recall, precision)


@contextmanager
def looked_at(output: Path, server: type[Host] = Host) -> Iterator[tuple[Page, str]]:
    """A page of a new browser, and the address at which a built site is served to it."""
    with served(output, server) as host, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=list(QUIET))
        page = chromium.new_page(locale="zh-CN")
        page.set_default_timeout(PATIENCE)
        yield page, host
        chromium.close()


def main() -> None:
    """Print how good the search of a built site is."""
    options = argparse.ArgumentParser(prog="bench.search_quality", description=__doc__)
    options.add_argument("output", type=Path, help="a built site")
    options.add_argument("--over", choices=("sample", "archive"), default="sample")
    given = options.parse_args()
    among = texts(given.output)
    with looked_at(given.output) as (page, host):
        print(table(ask_all(page, host, among, queries(given.over))))


if __name__ == "__main__":
    main()
