"""The search page over the sample: by keyboard, by input method, by address, and without script."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Response, Route, expect

from bench.search_quality import answers_to, ask_all, queries, texts, unfolded
from bench.search_quality import asked as asked_for
from tests.browser.conftest import Visit
from tests.browser.test_axe import violations
from tests.helpers.sites import Site

SEARCH = "/search/"
MOST = 300_000
"""Bytes that a query may fetch."""


def answered(seen: Visit) -> Locator:
    """Wait until what was asked is answered; gives what was found."""
    expect(seen.page.locator(".search-found")).to_have_attribute("aria-busy", "false")
    return seen.page.locator(".search-result")


def status(seen: Visit) -> Locator:
    """What is told to all readers."""
    return seen.page.locator(".search-status")


def asked(word: str) -> str:
    """The address of a query."""
    return f"{SEARCH}?q={quote(word)}"


def test_nothing_of_the_index_is_fetched_before_somebody_searches(
    visit: Callable[..., Visit],
) -> None:
    """Then at most 300 kB, and the policy allows all of it."""
    seen = visit(SEARCH)
    fetched: list[Response] = []
    seen.page.on("response", lambda each: fetched.append(each))  # noqa: PLW0108 - playwright marks it
    seen.page.locator("[name=q]").focus()
    seen.page.wait_for_timeout(200)
    assert not [url for url in seen.requests if "/search/parts" in url]
    seen.page.keyboard.type("造血干细胞")
    expect(status(seen)).to_contain_text("找到")
    answered(seen)
    assert sum(len(each.body()) for each in fetched) < MOST
    assert len(fetched) > 5
    assert seen.complaints == []


def test_by_keyboard_alone(visit: Callable[..., Visit]) -> None:
    """Words, Enter, the filters, a result; more of them take the focus along."""
    seen = visit(SEARCH)
    seen.page.locator("[name=q]").focus()
    seen.page.keyboard.type("红十字")
    seen.page.keyboard.press("Enter")
    expect(answered(seen)).to_have_count(10)
    expect(status(seen)).to_contain_text("先列出 10 篇")
    expect(seen.page).to_have_url(re.compile(r"\?q="))
    expect(seen.page.locator("[name=q]")).to_be_focused()
    for name in ("button", "section", "column", "unit", "year", "sort", "pictures"):
        seen.page.keyboard.press("Tab")
        at = seen.page.locator(":focus")
        found = at.get_attribute("name") or at.evaluate("one => one.localName")
        assert found == name
    seen.page.keyboard.press("Tab")
    expect(seen.page.locator(":focus")).to_have_attribute("href", re.compile("^/"))
    more = seen.page.locator("[data-do=more]")
    more.focus()
    seen.page.keyboard.press("Enter")
    eleventh = seen.page.locator(".search-result").nth(10)
    expect(eleventh.locator("a")).to_be_focused()
    address = eleventh.locator("a").get_attribute("href")
    seen.page.keyboard.press("Enter")
    expect(seen.page).to_have_url(f"{seen.host}{address}")
    # What was shown is shown again, from the browser's memory or anew.
    seen.page.go_back()
    expect(eleventh).to_be_attached()


def test_marks_show_what_was_asked_for(visit: Callable[..., Visit]) -> None:
    """In the title and in the passage, whatever form of the characters was typed."""
    seen = visit(asked("急救知識"))
    first = answered(seen).first
    expect(first.locator("h2 mark")).to_have_text("急救知识")
    expect(first.locator(".search-passage mark").first).to_have_text("急救知识")
    expect(first.locator("time")).to_have_attribute("datetime", re.compile(r"^\d{4}-\d\d-\d\d$"))


def test_an_input_method_is_waited_for(visit: Callable[..., Visit]) -> None:
    """What stands in the field while a word is composed is not searched for."""
    seen = visit(SEARCH)
    page = seen.page
    page.locator("[name=q]").focus()
    client = page.context.new_cdp_session(page)
    for letters in ("j", "ji", "ji j", "ji jiu"):
        client.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
    page.wait_for_timeout(600)
    expect(page.locator("[name=q]")).to_have_value("ji jiu")
    assert not [url for url in seen.requests if "/search/parts" in url]
    assert page.url == f"{seen.host}{SEARCH}"
    client.send("Input.insertText", {"text": "急救"})
    expect(status(seen)).to_contain_text("找到")
    expect(page).to_have_url(f"{seen.host}{asked('急救')}")


def test_filters_narrow_and_say_how_many(visit: Callable[..., Visit]) -> None:
    """Each choice tells how many it would leave; the address keeps it, and Back takes it away."""
    seen = visit(asked("心肺复苏"))
    whole = answered(seen).count()
    year = seen.page.locator("[name=year]")
    told = year.locator("option").filter(has_text=re.compile(r"2019.*\(\d+\)"))
    expect(told).to_have_count(1)
    count = int(re.search(r"\((\d+)\)", told.text_content() or "")[1])  # type: ignore[index] # it has one
    assert 0 < count < whole
    year.select_option("2019")
    expect(answered(seen)).to_have_count(count)
    expect(seen.page).to_have_url(re.compile("year=2019"))
    expect(seen.page.locator("[name=column] option").nth(1)).to_contain_text("(")
    seen.page.go_back()
    expect(answered(seen)).to_have_count(whole)
    expect(year).to_have_value("")


def test_newest_first(visit: Callable[..., Visit]) -> None:
    """By their days, through all that is found."""
    seen = visit(f"{asked('急救')}&sort=date")
    unfolded(seen.page)
    days = seen.page.locator(".search-result time").all_text_contents()
    assert len(days) > 10
    assert days == sorted(days, reverse=True)


def test_a_phrase_with_a_common_beginning_is_found(
    visit: Callable[..., Visit], sample_site: Site
) -> None:
    """Where many articles have its first characters, all of it is looked for."""
    limit, less = "EACH = 10, FEW = 20, ENOUGH = 20", "EACH = 10, FEW = 2, ENOUGH = 2"

    def hasten(route: Route) -> None:
        answer = route.fetch()
        assert limit in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(limit, less))

    seen = visit("/archive/")
    seen.page.route("**/static/search.*.js", hasten)
    phrase = "“红十字会法”"
    found = asked_for(seen.page, seen.host, phrase)
    assert set(found) == answers_to(phrase, texts(sample_site.output)) != set()


def test_nothing_found_and_no_connection_are_told_apart(visit: Callable[..., Visit]) -> None:
    """Each leads on."""
    seen = visit(asked("子虚乌有先生"))
    expect(status(seen)).to_contain_text("没有找到")
    expect(seen.page.locator("[data-part=ways]")).to_be_visible()
    seen = visit(SEARCH)
    seen.page.context.set_offline(offline=True)
    seen.page.locator("[name=q]").fill("急救")
    expect(status(seen)).to_contain_text("网络不通")
    seen.page.context.set_offline(offline=False)
    seen.page.locator(".search button").first.click()
    expect(status(seen)).to_contain_text("找到")


def test_without_script_it_says_so(visit: Callable[..., Visit]) -> None:
    """And leads to the archive and the tags; no field is there that does nothing."""
    seen = visit(SEARCH, java_script_enabled=False)
    expect(seen.page.locator(".search-without")).to_contain_text("JavaScript")
    expect(seen.page.locator(".search-without a[href='/archive/']")).to_be_visible()
    expect(seen.page.locator(".search-without a[href='/tags/']")).to_be_visible()
    expect(seen.page.locator("form.search")).to_be_hidden()


def test_every_page_leads_there(visit: Callable[..., Visit]) -> None:
    """From the masthead, on a phone too, beside a name in one line; and from the 404 page."""
    seen = visit("/archive/", width=360)
    link = seen.page.locator(".masthead-search")
    box, name = link.bounding_box(), seen.page.locator(".masthead-name").bounding_box()
    assert box is not None
    assert name is not None
    assert box["height"] >= 44
    assert name["height"] < 60
    link.click()
    expect(seen.page).to_have_url(f"{seen.host}{SEARCH}")
    assert visit("/404.html").page.locator(".lost-links a[href='/search/']").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_results(visit: Callable[..., Visit], width: int) -> None:
    """Names, contrast, order of headings; and nothing moves when they come."""
    shifts = "new PerformanceObserver(list => list.getEntries().forEach(one => sum += one.value))"
    seen = visit(SEARCH, width=width, bypass_csp=True, color_scheme="dark")
    seen.page.evaluate(
        f"() => {{ let sum = 0; {shifts}.observe({{ type: 'layout-shift', buffered: true }});"
        " globalThis.moved = () => sum; }"
    )
    seen.page.locator("[name=q]").fill("急救")
    expect(status(seen)).to_contain_text("找到")
    answered(seen)
    assert violations(seen) == []
    assert seen.page.evaluate("moved()") < 0.01


def test_the_search_finds_what_is_there(visit: Callable[..., Visit], sample_site: Site) -> None:
    """The sample's part of the set of queries: nearly all that is there, and nothing else."""
    among = texts(sample_site.output)
    every = queries("sample")
    assert len(every) >= 40
    assert all(answers_to(each.text, among) for each in every)
    seen = visit(SEARCH)
    answers = list(ask_all(seen.page, seen.host, among, every))
    assert sum(each.recall for each in answers) / len(answers) >= 0.97
    assert min(each.precision for each in answers) == 1
    assert all(each.recall == 1 for each in answers if each.query.kind == "phrase")
