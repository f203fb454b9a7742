"""How a reader subscribes, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

CLIPBOARD = "navigator.clipboard.readText()"
SIZES = (
    "Math.min(...[...document.querySelectorAll('.feed-ways button')].map(one => one.offsetHeight))"
)


SHOWN = """() => {
  const seen = one => one.checkVisibility();
  const first = document.querySelector("item, entry");
  const inside = name => first.querySelector(`:scope > ${name}`);
  const titles = [...document.querySelectorAll("title")].filter(seen);
  const markup = [...document.querySelectorAll("*")].filter(
    one => !one.children.length && seen(one) && one.textContent.includes("<")
  );
  const top = document.querySelector("channel") ?? document.documentElement;
  return {
    order: ["title", "pubDate, published", "description, summary", "link"].map(
      names => names.split(", ").map(inside).find(one => one)
    ).map(one => one.getBoundingClientRect()).map(box => box.height > 0 && Math.round(box.top)),
    titles: titles.length,
    markup: markup.length,
    what: getComputedStyle(top, "::before").content
  };
}"""


@pytest.mark.parametrize("url", ["/feed.xml", "/atom.xml"])
def test_a_feed_can_be_read_in_a_browser(visit: Callable[..., Visit], url: str) -> None:
    """What to do with it, then title, date, summary and address of each item; no markup."""
    seen = visit(url, width=360)
    shown = seen.page.evaluate(SHOWN)
    assert "粘贴到阅读器" in shown["what"]
    assert shown["titles"] > 5
    assert shown["markup"] == 0
    assert False not in shown["order"]
    assert shown["order"] == sorted(shown["order"])
    assert seen.page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    assert seen.complaints == []


def test_an_address_is_copied_and_said_to_be(visit: Callable[..., Visit]) -> None:
    """By the keyboard alone; the line that says so is one that screen readers hear."""
    seen = visit("/subscribe/", width=360, permissions=["clipboard-read", "clipboard-write"])
    row = seen.page.locator("#column-first-aid")
    press = row.get_by_role("button", name="复制网址 救在身边")
    press.focus()
    seen.page.keyboard.press("Enter")
    expect(row.get_by_role("status")).to_have_text("网址已复制")
    address = row.locator(".feed-address").inner_text()
    assert seen.page.evaluate(CLIPBOARD) == address
    assert address.endswith("/columns/first-aid/feed.xml")
    assert seen.page.evaluate(SIZES) >= 44
    assert seen.complaints == []


def test_a_code_is_fetched_when_somebody_opens_it(visit: Callable[..., Visit]) -> None:
    """The page stays short and light until then."""
    seen = visit("/subscribe/", width=360)
    code = "/subscribe/qr/column-first-aid.svg"
    row = seen.page.locator("#column-first-aid")
    expect(row.locator("img")).to_be_hidden()
    assert not [url for url in seen.requests if url.endswith(code)]
    row.locator("summary").focus()
    with seen.page.expect_response(f"**{code}") as answer:
        seen.page.keyboard.press("Enter")
    assert answer.value.ok
    expect(row.get_by_role("img", name="救在身边")).to_be_visible()


def test_without_script_the_address_is_there(visit: Callable[..., Visit]) -> None:
    """And no press that could do nothing."""
    seen = visit("/subscribe/", width=360, java_script_enabled=False)
    expect(seen.page.locator("#site .feed-address")).to_be_visible()
    expect(seen.page.locator("#site button")).to_be_hidden()


def test_a_column_leads_to_its_place(visit: Callable[..., Visit]) -> None:
    """Where the page says what to do, and not to a page of XML."""
    seen = visit("/columns/first-aid/")
    seen.page.get_by_role("link", name="订阅本栏").click()
    expect(seen.page.locator("#column-first-aid")).to_be_in_viewport()
    assert seen.page.url.endswith("/subscribe/#column-first-aid")


def test_a_folded_place_opens_for_who_is_sent_there(visit: Callable[..., Visit]) -> None:
    """The many units are folded up; a link to one of them opens them."""
    seen = visit("/units/lishui/")
    seen.page.get_by_role("link", name="订阅这里的新内容").click()
    expect(seen.page.locator("#unit-lishui h3")).to_be_in_viewport()
