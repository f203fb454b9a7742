"""What a reader does with the pages, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.helpers.pages import STANDING, fullest
from tests.helpers.sites import Site

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FONT_SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
# The press for large type, by what it is to a program that reads the page aloud.
LARGE_TYPE = "大字"


@pytest.mark.parametrize("width", [320, 1920])
@pytest.mark.parametrize("page_type", STANDING)
def test_no_page_scrolls_sideways(
    look: Callable[..., Visit], sample_site: Site, page_type: str, width: int
) -> None:
    """The narrowest phone and the widest desk both hold every page."""
    seen = look(fullest(sample_site.output, page_type), width=width)
    assert seen.page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("page_type", STANDING)
def test_a_page_keeps_to_its_own_host(
    look: Callable[..., Visit], sample_site: Site, page_type: str
) -> None:
    """No request to another host, and nothing that the browser complains of (CSP among it)."""
    seen = look(fullest(sample_site.output, page_type))
    # Pictures further down load when they come into sight.
    seen.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    seen.page.wait_for_load_state("networkidle")
    strangers = [url for url in seen.requests if not url.startswith((seen.host + "/", "data:"))]
    assert strangers == []
    assert seen.complaints == []


@pytest.mark.parametrize("page_type", STANDING)
def test_a_page_is_whole_without_script(
    look: Callable[..., Visit], sample_site: Site, page_type: str
) -> None:
    """With JavaScript off, heading, text and ways onward are all there."""
    seen = look(fullest(sample_site.output, page_type), width=320, java_script_enabled=False)
    expect(seen.page.locator("h1")).to_have_count(1)
    expect(seen.page.locator("h1")).not_to_be_empty()
    expect(seen.page.locator("main a").first).to_be_attached()
    # The small page stands in a frame of another site, which has a footer of its own.
    footers = seen.page.locator("body > footer")
    expect(footers).to_have_count(0 if page_type == "day-embed" else 1)


BADGES = """all => all.every(one => {
  const box = name => one.querySelector(name).getBoundingClientRect();
  return box(".timeline-year").right <= box("h2, h3").left;
})"""


def test_the_longest_year_stands_clear_of_the_title(look: Callable[..., Visit]) -> None:
    """约公元前460年 is a badge twice as long as others, on the line beside the titles."""
    seen = look("/on-this-day/years/bce-460/")
    assert seen.page.locator(".timeline article").evaluate_all(BADGES)
    # Where its year's entries stand in a part of the page, they are headings below the part's.
    seen.open("/on-this-day/11/")
    expect(seen.page.locator(".dayless > h2")).to_have_count(1)
    expect(seen.page.locator(".dayless .timeline h3")).not_to_have_count(0)


HEIGHT = "one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)"


def test_the_first_column_of_a_table_holds_a_word(look: Callable[..., Visit]) -> None:
    """On a phone too, words of two characters are not set one below the other."""
    seen = look("/columns/first-aid/2019/cpr/", width=360)
    assert seen.page.locator(".prose tbody td").first.evaluate(HEIGHT) < 2


def test_large_type_is_kept_from_page_to_page(
    visit: Callable[..., Visit], sample_site: Site
) -> None:
    """One press enlarges the text, here and on the next page; another press takes it back."""
    article, column = (fullest(sample_site.output, name) for name in ("article", "column"))
    seen = visit(article)
    plain = seen.page.evaluate(FONT_SIZE)
    seen.page.get_by_role("button", name=LARGE_TYPE).first.click()
    large = seen.page.evaluate(FONT_SIZE)
    assert large > plain * 1.15
    seen.open(column)
    seen.open(article)
    assert seen.page.evaluate(FONT_SIZE) == large
    seen.page.set_viewport_size({"width": 320, "height": 800})
    assert seen.page.evaluate(OVERFLOW) <= 0
    seen.page.get_by_role("button", name=LARGE_TYPE).first.click()
    seen.page.set_viewport_size({"width": 1280, "height": 900})
    assert seen.page.evaluate(FONT_SIZE) == plain


def test_an_article_prints(visit: Callable[..., Visit], sample_site: Site) -> None:
    """The article comes out on paper, without the site's navigation."""
    seen = visit(fullest(sample_site.output, "article"))
    assert seen.page.pdf(format="A4").startswith(b"%PDF-")
    seen.page.emulate_media(media="print")
    expect(seen.page.locator("main h1")).to_be_visible()
    for navigation in seen.page.locator("nav").all():
        expect(navigation).to_be_hidden()


def test_the_keyboard_reaches_the_text_first(visit: Callable[..., Visit]) -> None:
    """The first stop of the Tab key leads past the masthead to the text."""
    seen = visit("/")
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.getAttribute('href')") == "#page--main"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("location.hash") == "#page--main"
    expect(seen.page.locator("main#page--main")).to_have_count(1)


def test_an_address_that_is_no_page_helps_onward(look: Callable[..., Visit]) -> None:
    """The 404 page is found from any depth, with its style and ways onward."""
    seen = look("/columns/nowhere/2020/gone/")
    expect(seen.page.locator("main h1")).to_be_visible()
    # The style sheet came, though the address is three folders deep.
    assert seen.page.evaluate("getComputedStyle(document.body).lineHeight") != "normal"
    assert seen.page.locator("main a").count() > 2
