"""How a reader subscribes, in a real browser."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Visit

CLIPBOARD = "navigator.clipboard.readText()"
FETCHED = "document.querySelector('#column-first-aid img').naturalWidth > 0"
SIZES = (
    "Math.min(...[...document.querySelectorAll('.feed-ways button')].map(one => one.offsetHeight))"
)


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
    seen.page.keyboard.press("Enter")
    expect(row.get_by_role("img", name="救在身边")).to_be_visible()
    seen.page.wait_for_function(FETCHED)
    assert [url for url in seen.requests if url.endswith(code)]


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
