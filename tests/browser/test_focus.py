"""The contact sheet of ``lanmu focus``: a click shows what a build would make."""

from pathlib import Path

from playwright.sync_api import Browser

from plugins.desk.focus import rendered
from plugins.images.crops import CROPS, Box, box
from plugins.newsroom.focusing import Cropped, Focused, Sheet
from tests.site.kit import photo

WIDTH, HEIGHT = 3001, 1000


def test_a_click_shows_what_a_build_would_make(chromium: Browser, tmp_path: Path) -> None:
    """The crops of the point that was clicked, reckoned in the browser as they are here."""
    crops = [
        Cropped(crop.name, crop.across, crop.down, box(WIDTH, HEIGHT, crop, (30, 40)))
        for crop in CROPS.values()
    ]
    row = Focused("media/a.jpg", WIDTH, HEIGHT, (30, 40), "guess", tuple(crops), photo())
    path = tmp_path / "sheet.html"
    path.write_text(rendered(Sheet((row,), 1, 1, (), (), "zh-Hans")), "utf-8")
    page = chromium.new_page(viewport={"width": 1200, "height": 900})
    try:
        page.goto(path.as_uri())
        whole = page.locator(".whole svg")
        size = whole.bounding_box()
        assert size is not None
        for across, down in ((0.02, 0.5), (0.41, 0.1), (0.5, 0.5), (0.97, 0.99)):
            whole.click(position={"x": across * size["width"], "y": down * size["height"]})
            page.keyboard.press("ArrowRight")
            words = page.locator("code .point").all_inner_texts()
            assert len(set(words)) == 1
            left, top = (int(each.strip("%")) for each in words[0].split())
            assert abs(left - 100 * across - 1) <= 1
            assert abs(top - 100 * down) <= 1
            views = [each.get_attribute("viewBox") for each in page.locator(".crop").all()]
            made = [Box(*map(int, (view or "").split())) for view in views]
            assert made == [box(WIDTH, HEIGHT, crop, (left, top)) for crop in CROPS.values()]
        assert page.locator(".how").inner_text() == "新选的，还没有写进稿件"
    finally:
        page.close()
