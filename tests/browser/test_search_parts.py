"""The search of an archive in several parts: the newest are asked first, then all of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bench.archive import write_archive
from bench.search_quality import answers_to, asked, texts, unfolded
from tests.helpers.served import served
from tests.helpers.sites import NOW, lanmu

LIMIT, LESS = "LATELY = 900", "LATELY = 1"


class Archive(NamedTuple):
    """A built archive: where it is served, and each article's text by its address."""

    host: str
    old: Mapping[str, str]
    new: Mapping[str, str]

    @property
    def every(self) -> Mapping[str, str]:
        """The texts of both parts."""
        return {**self.old, **self.new}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Five hundred articles of ten years: those of the last two are the newest part."""
    folder = tmp_path_factory.mktemp("archive")
    write_archive(folder / "content", 500, search=True)
    places = ("--content", str(folder / "content"), "--cache", str(folder / "cache"))
    done = lanmu("build", "--output", str(folder / "output"), "--now", NOW, *places)
    assert done.exit_code == 0, done.stderr
    every = texts(folder / "output")
    parts = sorted(path.name for path in (folder / "output/search/parts").iterdir())
    assert len(parts) == 2
    border = re.search(r"\d{4}", parts[1])
    assert border
    new = {url: text for url, text in every.items() if url.split("/")[3] >= border[0]}
    old = {url: text for url, text in every.items() if url not in new}
    with served(folder / "output") as host:
        yield Archive(host, old, new)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page whose search takes the newest part alone for what is new."""

    def lessen(route: Route) -> None:
        answer = route.fetch()
        assert LIMIT in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(LIMIT, LESS))

    context = chromium.new_context(locale="zh-CN")
    made = context.new_page()
    made.route("**/static/search.*.js", lessen)
    yield made
    context.close()


def pairs(some: Mapping[str, str]) -> Counter[str]:
    """In how many texts each pair of characters stands."""
    found = (set(map("".join, pairwise(text))) for text in some.values())
    return Counter(p for each in found for p in each if re.fullmatch("[\u4e00-\u9fff]{2}", p))


def common(archive: Archive, low: int, high: int) -> str:
    """A word in so many of the newest texts, and in some others, as few as may be."""
    every, new = pairs(archive.every), pairs(archive.new)
    found = [word for word in new if low <= new[word] <= high < every[word]]
    return min(found, key=lambda word: (every[word], word))


def test_what_is_common_is_found_in_the_newest_part(archive: Archive, page: Page) -> None:
    """Nothing of the others is fetched until more is asked for; then all of it is found."""
    word = common(archive, 11, 30)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{archive.host}/search/?q={word}")
    page.locator(".search-found[aria-busy=false]").wait_for()
    expect(page.locator(".search-status")).to_contain_text(f"在最新的 {len(archive.new)} 篇里找到")
    expect(page.locator(".search-result")).to_have_count(10)
    assert len({url.split("/")[5] for url in fetched if "/search/parts/" in url}) == 1
    found = asked(page, archive.host, word)
    assert len(found) == len(set(found))
    assert set(found) == answers_to(word, archive.every)
    first = len(answers_to(word, archive.new))
    assert set(found[:first]) == answers_to(word, archive.new)
    expect(page.locator(".search-status")).to_have_text(f"找到 {len(found)} 篇。")


def test_what_is_old_alone_is_found_at_once(archive: Archive, page: Page) -> None:
    """Without a click: a reader finds a sentence from ten years ago."""
    new = pairs(archive.new)
    word = next(word for word, count in pairs(archive.old).items() if count == 2 and not new[word])
    page.goto(f"{archive.host}/search/?q={word}")
    expect(page.locator(".search-status")).to_have_text("找到 2 篇。")
    assert set(unfolded(page)) == answers_to(word, archive.old)


def test_of_a_phrase_the_least_common_characters_are_looked_up(
    archive: Archive, page: Page
) -> None:
    """Two of them in each part, wherever in the phrase they stand; the text decides."""
    every = pairs(archive.every)
    rare = next(pair for pair, count in reversed(every.most_common()) if count == 1)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    assert asked(page, archive.host, f"“的一{rare}”") == ()
    assert 2 <= len({url for url in fetched if url.endswith(".pf_index")}) <= 2 * 2


def test_a_year_is_looked_for_in_its_own_part(archive: Archive, page: Page) -> None:
    """Its articles alone are found, and counted for certain."""
    word = next(word for word, count in pairs(archive.old).most_common() if count <= 100)
    right = {url for url in answers_to(word, archive.old) if url.split("/")[3] == "2015"}
    assert right
    page.goto(f"{archive.host}/search/?q={word}&year=2015")
    found = unfolded(page)
    assert len(found) == len(right)
    assert set(found) == right


def test_the_newest_come_first_through_both_parts(archive: Archive, page: Page) -> None:
    """By their days, where the order is by days."""
    word = common(archive, 6, 9)
    page.goto(f"{archive.host}/search/?q={word}&sort=date")
    unfolded(page)
    days = page.locator(".search-result time").all_text_contents()
    assert len(days) == len(answers_to(word, archive.every)) > 9
    assert days == sorted(days, reverse=True)
