"""The search of an archive in several parts: the newest first, then those that may have it."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bench.archive import write_archive
from bench.search_quality import answers_to, asked, texts, unfolded
from tests.helpers.served import served
from tests.helpers.sites import NOW, lanmu

PAIR, TRIPLE = (re.compile(f"(?=([\u4e00-\u9fff]{{{length}}}))") for length in (2, 3))
LIMIT, LESS = "LATELY = 900", "LATELY = 1"


class Archive(NamedTuple):
    """A built archive: where it is served, and of each part, newest first, the texts by address.

    ``pairs`` says in how many texts of a part each pair of characters stands, ``days`` which
    day each article is of.
    """

    host: str
    parts: Sequence[Mapping[str, str]]
    pairs: Sequence[Counter[str]]
    days: Mapping[str, str]

    @property
    def new(self) -> Mapping[str, str]:
        """The texts of the newest part."""
        return self.parts[0]

    @property
    def old(self) -> Mapping[str, str]:
        """The texts of all others."""
        return {url: text for part in self.parts[1:] for url, text in part.items()}

    @property
    def all_pairs(self) -> Counter[str]:
        """In how many texts of all parts each pair stands."""
        return sum(self.pairs, Counter())

    @property
    def every(self) -> Mapping[str, str]:
        """The texts of all parts."""
        return {**self.old, **self.new}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """1,100 articles of ten years: each part has those of two."""
    folder = tmp_path_factory.mktemp("archive")
    write_archive(folder / "content", 1100, search=True)
    places = ("--content", str(folder / "content"), "--cache", str(folder / "cache"))
    done = lanmu("build", "--output", str(folder / "output"), "--now", NOW, *places)
    assert done.exit_code == 0, done.stderr
    every = texts(folder / "output")
    listed = json.loads((folder / "output/search/parts.json").read_bytes())["parts"]
    assert len(listed) == 5
    assert all("sieve" in part for part in listed)
    parts = [
        {
            url: text
            for url, text in every.items()
            if p["since"][:4] <= url.split("/")[3] <= p["until"][:4]
        }
        for p in listed
    ]
    assert [len(part) for part in parts] == [part["records"] for part in listed]
    with served(folder / "output") as host:
        pairs = [counted(part.values()) for part in parts]
        yield Archive(host, parts, pairs, {url: day(folder / "output", url) for url in every})


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


def day(output: Path, url: str) -> str:
    """The day that an article says it is of."""
    found = re.search(r'<time datetime="([\d-]+)', (output / url[1:] / "index.html").read_text())
    assert found
    return found[1]


def counted(some: Iterable[str]) -> Counter[str]:
    """In how many texts each two Chinese characters stand side by side."""
    return Counter(two for text in some for two in set(PAIR.findall(text)))


def triples(some: Mapping[str, str]) -> set[str]:
    """Each three Chinese characters that stand side by side."""
    return {three for text in some.values() for three in TRIPLE.findall(text)}


def addresses(page: Page) -> list[str]:
    """What a page fetches from now on: the list grows."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def asked_parts(fetched: Iterable[str]) -> set[str]:
    """The parts that some of these addresses are words of."""
    return {url.split("/")[5] for url in fetched if url.endswith(".pf_index")}


def common(archive: Archive, low: int, high: int) -> str:
    """A word in so many of the newest texts, and in some others, as few as may be."""
    every, new = archive.all_pairs, archive.pairs[0]
    found = [word for word in new if low <= new[word] <= high < every[word]]
    return min(found, key=lambda word: (every[word], word))


def test_what_is_common_is_found_in_the_newest_part(archive: Archive, page: Page) -> None:
    """Nothing of the others is fetched until more is asked for; then all of it is found."""
    word = common(archive, 11, 30)
    fetched = addresses(page)
    page.goto(f"{archive.host}/search/?q={word}")
    page.locator(".search-found[aria-busy=false]").wait_for()
    expect(page.locator(".search-status")).to_contain_text(f"在最新的 {len(archive.new)} 篇里找到")
    expect(page.locator(".search-result")).to_have_count(10)
    assert len(asked_parts(fetched)) == 1
    found = asked(page, archive.host, word)
    assert len(found) == len(set(found))
    assert set(found) == answers_to(word, archive.every)
    first = len(answers_to(word, archive.new))
    assert set(found[:first]) == answers_to(word, archive.new)
    expect(page.locator(".search-status")).to_have_text(f"找到 {len(found)} 篇。")


def test_what_is_old_alone_is_found_at_once(archive: Archive, page: Page) -> None:
    """Without a click: a reader finds a sentence from ten years ago, and few parts are asked.

    Beside the newest, which all others are added to, that is the one that has it; the filters
    may take another for it, or two.
    """
    some, every = archive.pairs[-1], archive.all_pairs
    words = sorted(word for word, count in some.items() if count == every[word] == 2)[:5]
    for word in words:
        fetched = addresses(page)
        page.goto(f"{archive.host}/search/?q={word}")
        expect(page.locator(".search-status")).to_have_text("找到 2 篇。")
        assert set(unfolded(page)) == answers_to(word, archive.old)
        if len(asked_parts(fetched)) == 2:
            break
    else:
        pytest.fail(f"none of {words} was looked for in its own part alone")


def test_what_is_in_no_text_asks_no_part(archive: Archive, page: Page) -> None:
    """The filters say so, and so does the page; where they cannot be had, the parts say it."""
    fetched = addresses(page)
    page.goto(f"{archive.host}/search/?q=饕餮魑魅魍魉")
    expect(page.locator(".search-status")).to_contain_text("没有找到。请")
    assert not [url for url in fetched if url.endswith(".pf_meta")]
    page.route("**/search/pairs/**", lambda route: route.abort())
    page.goto(f"{archive.host}/search/?q=饕餮魑魅魍魉")
    expect(page.locator(".search-status")).to_contain_text("在最新的")
    assert [url for url in fetched if url.endswith(".pf_meta")]


def test_a_phrase_whose_pairs_are_everywhere_is_looked_for_step_by_step(
    archive: Archive, page: Page
) -> None:
    """What is looked through is told; each click goes on, and the last one leaves nothing out."""
    whole = ["\n".join(part.values()) for part in archive.parts]
    phrase = next(
        three
        for three in sorted(triples(archive.parts[-1]))
        if not any(three in text for text in whole[:-1])
        and all(two in text for two in (three[:2], three[1:]) for text in whole)
    )
    page.goto(f"{archive.host}/search/?q=“{phrase}”")
    looked = len(archive.new)
    status = page.locator(".search-status")
    expect(status).to_have_text(f"在最新的 {looked} 篇里没有找到。")
    expect(page.locator("[data-do=more]")).to_have_text("往前接着找")
    expect(page.locator("[data-part=ways]")).to_be_hidden()
    assert set(unfolded(page)) == answers_to(f"“{phrase}”", archive.every)
    expect(status).to_have_text(re.compile(r"^找到 \d+ 篇。$"))
    expect(page.locator("[data-do=more]")).to_be_hidden()


def test_what_is_everywhere_is_not_asked_for_further_unseen(archive: Archive, page: Page) -> None:
    """Where a filter leaves none of it, the reader says whether to go on."""
    every = archive.all_pairs
    word = max(every, key=lambda two: (every[two], two))
    fetched = addresses(page)
    page.goto(f"{archive.host}/search/?q={word}&pictures=yes")
    said = f"在最新的 {len(archive.new)} 篇里没有找到。"
    expect(page.locator(".search-status")).to_have_text(said)
    assert len(asked_parts(fetched)) == 1


def test_of_a_phrase_the_least_common_characters_are_looked_up(
    archive: Archive, page: Page
) -> None:
    """Two of them in each part, wherever in the phrase they stand; the text decides."""
    every = archive.all_pairs
    rare = max(pair for pair, count in every.items() if count == 1)
    [(url, text)] = [(url, text) for url, text in archive.every.items() if rare in text]
    around = re.search(f"[\u4e00-\u9fff]*{rare}[\u4e00-\u9fff]*", text)
    assert around
    assert len(around[0]) > 5
    fetched = addresses(page)
    assert asked(page, archive.host, f"“{around[0]}”") == (url,)
    words = {url for url in fetched if url.endswith(".pf_index")}
    assert 2 <= len(words) <= 2 * len(asked_parts(fetched)) <= 2 * 4


def test_a_year_is_looked_for_in_its_own_part(archive: Archive, page: Page) -> None:
    """Its articles alone are found, and counted for certain."""
    old = archive.all_pairs - archive.pairs[0]
    word = max((count, word) for word, count in old.items() if count <= 100)[1]
    right = {url for url in answers_to(word, archive.old) if url.split("/")[3] == "2015"}
    assert right
    page.goto(f"{archive.host}/search/?q={word}&year=2015")
    found = unfolded(page)
    assert len(found) == len(right)
    assert set(found) == right


def test_the_newest_come_first_through_all_parts(archive: Archive, page: Page) -> None:
    """By their days, where the order is by days; of no more of the words than in another order."""
    # The oldest of a part is in no part by its score.
    oldest = min(archive.parts[1], key=lambda url: archive.days[url])
    every = archive.all_pairs
    word = next(two for two in PAIR.findall(archive.every[oldest]) if 10 < every[two] < 30)
    fetched = addresses(page)
    page.goto(f"{archive.host}/search/?q={word}&sort=date")
    unfolded(page)
    days = page.locator(".search-result time").all_text_contents()
    assert len(days) == len(answers_to(word, archive.every)) > 9
    assert days == sorted(days, reverse=True)
    words = {url for url in fetched if url.endswith(".pf_index")}
    assert len(words) <= 2 * len(asked_parts(fetched))
