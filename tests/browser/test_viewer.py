"""The viewer of photographs, by keyboard, by hand and without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visit, until
from tests.browser.test_axe import violations

STORY = "/galleries/village-notes/"
COUNT = 8
FOCUSED = "document.activeElement.closest('li')?.id ?? document.activeElement.dataset.do"
INSIDE = """document.activeElement === document.body
  || !!document.activeElement.closest('dialog')"""
BOXES = """all => all.map(one => {
  const box = one.getBoundingClientRect(), image = one.querySelector('img');
  const ratio = image.getAttribute('width') / image.getAttribute('height');
  return [box.top, box.height, box.width, ratio];
})"""
SHIFT = """new Promise(done => new PerformanceObserver(list =>
  done(list.getEntries().reduce((sum, one) => sum + one.value, 0))
).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 500))"""


def shown(seen: Visit, number: int, count: int = COUNT) -> Locator:
    """Wait until the viewer shows a photograph, alone, with its address."""
    viewer = seen.page.locator("dialog.viewer")
    expect(viewer).to_be_visible()
    expect(viewer.locator("[data-part=count]")).to_have_text(f"{number} / {count}")
    slide = viewer.locator("figure:not([inert])")
    expect(slide).to_have_count(1)
    expect(slide).to_be_in_viewport(ratio=0.9)
    return slide


def closed(seen: Visit) -> None:
    """Wait until the viewer is gone, and its address with it."""
    expect(seen.page.locator("dialog.viewer")).to_be_hidden()
    until(seen.page, "location.hash === ''")


def test_the_keyboard_does_all(visit: Callable[..., Visit]) -> None:
    """Enter opens, arrows, Home and End move, Esc closes; the focus stays in, and comes back."""
    seen = visit(STORY, reduced_motion="reduce")
    keys = seen.page.keyboard
    seen.page.locator("#photo-2 a").focus()
    keys.press("Enter")
    slide = shown(seen, 2)
    expect(slide.locator("figcaption")).to_contain_text("梯田灌了水")
    expect(slide.locator(".credit")).to_be_visible()
    for key, number in (
        ("ArrowRight", 3),
        ("End", 8),
        ("ArrowRight", 8),
        ("Home", 1),
        ("ArrowRight", 2),
    ):
        keys.press(key)
        shown(seen, number)
        assert seen.page.evaluate("location.hash") == f"#photo-{number}"
    for _ in range(12):
        keys.press("Tab")
        inside = (
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert seen.page.evaluate(inside)
    keys.press("ArrowRight")
    keys.press("Escape")
    closed(seen)
    until(seen.page, f"({FOCUSED}) === 'photo-3'")


def test_an_address_opens_its_photograph_and_back_closes_it(visit: Callable[..., Visit]) -> None:
    """From elsewhere too; the next Back leads away, and Forward comes again."""
    seen = visit("/galleries/")
    seen.open(f"{STORY}#photo-6")
    shown(seen, 6)
    seen.page.keyboard.press("ArrowRight")
    shown(seen, 7)
    seen.page.go_back()
    closed(seen)
    assert seen.page.url.endswith(STORY)
    seen.page.go_forward()
    shown(seen, 7)
    seen.page.reload()
    shown(seen, 7)
    seen.page.go_back()
    closed(seen)
    seen.page.go_back()
    seen.page.wait_for_url("**/galleries/")


def test_a_photograph_is_enlarged_where_it_is_tapped_twice(visit: Callable[..., Visit]) -> None:
    """The arrows then move about in it; a button does the same."""
    seen = visit(f"{STORY}#photo-3")
    slide = shown(seen, 3)
    picture, image = slide.locator("picture"), slide.locator("img")
    before = image.bounding_box()
    box = picture.bounding_box()
    assert before
    assert box
    seen.page.mouse.dblclick(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * 0.5)
    after = image.bounding_box()
    assert after
    assert after["width"] > before["width"] * 2
    left = picture.evaluate("one => one.scrollLeft / (one.scrollWidth - one.clientWidth)")
    assert left > 0.6
    seen.page.keyboard.press("ArrowRight")
    shown(seen, 3)
    button = seen.page.get_by_role("button", name="放大")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    seen.page.get_by_role("button", name="下一张").click()
    shown(seen, 4)
    seen.page.get_by_role("button", name="关闭").click()
    closed(seen)


def swipe(seen: Visit, start: float, end: float) -> None:
    """Move a finger across the screen, as fast as one does."""
    hand = seen.page.context.new_cdp_session(seen.page)

    def touch(kind: str, *at: float) -> None:
        points = [{"x": x, "y": 400} for x in at]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", start)
    for step in range(1, 11):
        touch("touchMove", start + (end - start) * step / 10)
        seen.page.wait_for_timeout(16)
    touch("touchEnd")


def test_a_finger_swipes(visit: Callable[..., Visit]) -> None:
    """The browser's own scrolling comes to rest on the next one, which was fetched before."""
    seen = visit(STORY, width=360, height=740, has_touch=True, is_mobile=True)
    seen.page.locator("#photo-1 a").tap()
    shown(seen, 1)
    rail = seen.page.locator("[data-part=rail]")
    until(seen.page, "document.querySelectorAll('.viewer figure')[1].querySelector('img').complete")
    swipe(seen, 320, 60)
    shown(seen, 2)
    assert rail.evaluate("one => one.scrollLeft % one.clientWidth") < 1
    until(seen.page, "location.hash === '#photo-2'")


def test_the_original_is_there_to_be_taken(visit: Callable[..., Visit]) -> None:
    """In the viewer of a gallery that offers it, and in no other."""
    seen = visit(f"{STORY}#photo-1")
    shown(seen, 1)
    with seen.page.expect_download() as taken:
        seen.page.get_by_role("link", name="下载").click()
    assert taken.value.suggested_filename == "01-mountain-road.jpg"
    seen.open("/galleries/first-aid-classroom/#photo-1")
    shown(seen, 1, 10)
    expect(seen.page.locator("[data-part=original]")).to_be_hidden()


def test_an_article_opens_its_gallery_in_place(visit: Callable[..., Visit]) -> None:
    """Under addresses of its own."""
    seen = visit("/columns/first-aid/2019/cpr/")
    seen.page.locator("#page--first-aid-classroom-4 a").click()
    shown(seen, 4, 10)
    assert seen.page.evaluate("location.hash") == "#page--first-aid-classroom-4"
    seen.page.keyboard.press("Escape")
    closed(seen)


def test_without_script_each_photograph_has_its_page(visit: Callable[..., Visit]) -> None:
    """With its words, its neighbours, and the way back."""
    seen = visit(STORY, java_script_enabled=False)
    seen.page.locator("#photo-2 a").click()
    expect(seen.page).to_have_url(f"{seen.host}{STORY}photos/02-terraces/")
    expect(seen.page.locator("h1")).to_contain_text("2/8")
    expect(seen.page.locator("figcaption")).to_contain_text("梯田灌了水")
    seen.page.locator("[rel=next]").click()
    expect(seen.page).to_have_url(f"{seen.host}{STORY}photos/03-covered-bridge/")
    seen.page.locator("h1 a").click()
    expect(seen.page).to_have_url(f"{seen.host}{STORY}")
    expect(seen.page.locator("dialog")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_rows_are_even_and_nothing_moves(visit: Callable[..., Visit], width: int) -> None:
    """Pictures side by side are of one height, each in its proportion, before they are there."""
    seen = visit(STORY, width=width)
    boxes = seen.page.locator(".photo-grid a").evaluate_all(BOXES)
    assert len(boxes) == COUNT
    rows: dict[int, list[float]] = {}
    for top, height, wide, ratio in boxes:
        rows.setdefault(round(top), []).append(height)
        assert abs(wide / height - ratio) < 0.03
    assert all(max(row) - min(row) < 1 for row in rows.values())
    assert any(len(row) > 1 for row in rows.values()) is (width > 1000)
    assert seen.page.evaluate(SHIFT) < 0.01


def test_axe_finds_nothing_in_the_open_viewer(visit: Callable[..., Visit]) -> None:
    """Names, focus, contrast."""
    seen = visit(f"{STORY}#photo-3", width=360, bypass_csp=True)
    shown(seen, 3)
    assert violations(seen) == []
