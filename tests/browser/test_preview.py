"""A page that is open in a browser while its files are edited."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.programs import node_file
from tests.helpers.sites import ROOT, small_site
from tests.plugins.desk.previewing import Preview, previewed
from tests.site.kit import article

A, PAGE = "columns/news/2026/a.md", "/columns/news/2026/a/"
BODY = "\n\n".join(f"第{number}段。" * 30 for number in range(40))
FAULTY = article("坏", date="2026-02-30")
PANEL = "lanmu-preview aside"
WIDTHS_AND_SCHEMES = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A site with a long article, in preview, with a theme of its own."""
    root = tmp_path_factory.mktemp("preview")
    shutil.copytree(ROOT / "theme", root / "theme")
    with previewed(small_site(root, {A: article("甲", body=BODY)}), root / "theme") as made:
        yield made


@pytest.fixture
def preview(house: Preview) -> Preview:
    """The same, as it was at first."""
    if house.live.state.version.rpartition("-")[2] != "1":
        house.save({A: article("甲", body=BODY)})
    return house


@pytest.fixture
def page(chromium: Browser, preview: Preview) -> Iterator[Page]:
    """The article, open and scrolled down; ``window.own`` is lost by any reload."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    made = context.new_page()
    complaints: list[str] = []
    made.on("console", lambda message: complaints.append(message.text))
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.goto(preview.host + PAGE)
    made.evaluate("window.own = true; window.scrollTo({top: 900, behavior: 'instant'})")
    yield made
    context.close()
    assert [text for text in complaints if "Failed to load resource" not in text] == []


def is_still_there(page: Page) -> None:
    """It was not loaded anew, and stands where it stood."""
    assert page.evaluate("window.own") is True
    assert page.evaluate("window.scrollY") == pytest.approx(900, abs=2)


def test_an_edit_comes_to_the_open_page(page: Page, preview: Preview) -> None:
    """Without a reload: the scroll, what has the focus and all that is the same stay."""
    page.evaluate(
        "window.first = document.querySelector('h1');"
        "document.querySelector('footer a').focus({preventScroll: true})"
    )
    preview.save({A: article("甲", body=BODY.replace("第20段。", "改过的一段。", 1))})
    expect(page.locator("main")).to_contain_text("改过的一段。")
    assert page.evaluate("document.querySelector('h1') === window.first")
    assert page.evaluate("document.activeElement === document.querySelector('footer a')")
    is_still_there(page)
    preview.save({A: article("新题", body=f"{BODY}\n\n- 一\n- 二")})
    expect(page.locator("main h1")).to_have_text("新题")
    expect(page.locator("main li", has_text="二")).to_have_count(1)
    assert page.title().startswith("新题")
    is_still_there(page)


def test_what_the_edit_does_not_touch_does_not_flicker(page: Page, preview: Preview) -> None:
    """Another article's body is saved: in the open page not a node is changed."""
    other = "columns/news/2026/z.md"
    preview.save({other: article("别的", "2020-01-01", id="z")})
    expect(page.get_by_role("link", name="别的").first).to_be_attached()
    page.evaluate(
        "window.changes = 0;"
        "new MutationObserver(all => { window.changes += all.length })"
        ".observe(document, {subtree: true, childList: true, attributes: true})"
    )
    # What was found is asked for when the page has been looked at.
    with page.expect_response(lambda answer: "/__lanmu/findings" in answer.url):
        preview.save({other: article("别的", "2020-01-01", "正文。\n\n第二段。", id="z")})
    assert page.evaluate("window.changes") == 0
    preview.save({A: article("改过的", body=BODY)})
    expect(page.locator("main h1")).to_have_text("改过的")
    assert page.evaluate("window.changes") > 0


def test_a_style_changes_without_a_reload(page: Page, preview: Preview) -> None:
    """Only the style sheet is another."""
    base = preview.theme / "static" / "base.css"
    was = base.read_text(encoding="utf-8")
    preview.style("static/base.css", was + "\nh1 { color: rgb(1, 2, 3) !important }\n")
    expect(page.locator("main h1")).to_have_css("color", "rgb(1, 2, 3)")
    expect(page.locator("head link[rel=stylesheet]")).to_have_count(1)
    is_still_there(page)
    preview.style("static/base.css", was)
    expect(page.locator("main h1")).not_to_have_css("color", "rgb(1, 2, 3)")


def test_a_template_changes_and_breaks_and_is_mended(page: Page, preview: Preview) -> None:
    """What is wrong with it stands in its place, until it is mended."""
    template = preview.theme / "templates" / "article.html"
    was = template.read_text(encoding="utf-8")
    preview.style("templates/article.html", was.replace("<article ", "<article data-new "))
    expect(page.locator("article[data-new]")).to_have_count(1)
    is_still_there(page)
    preview.style("templates/article.html", was.replace("article.column", "article.colum"))
    expect(page.locator("h1")).to_have_text("这一页排不出来")
    expect(page.locator("pre")).to_contain_text("templates/article.html")
    preview.style("templates/article.html", was)
    expect(page.locator("main h1")).to_have_text("甲")


def test_the_panel_comes_and_goes(page: Page, preview: Preview) -> None:
    """With what is wrong in the page's own file, said in words, with line and column."""
    expect(page.locator(PANEL)).to_have_count(0)
    text = article("甲", body=f"{BODY}\n\n[那篇](nowhere.md)")
    preview.save({A: text})
    line = text.splitlines().index("[那篇](nowhere.md)") + 1
    expect(page.locator(PANEL)).to_contain_text(f"{A}:{line}:")
    expect(page.locator(PANEL)).to_contain_text("link-missing")
    is_still_there(page)
    button = page.locator(f"{PANEL} button")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(f"{PANEL} #found")).to_be_hidden()
    page.reload()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{PANEL} #found")).to_be_visible()
    preview.save({A: article("甲", body=BODY)})
    expect(page.locator(PANEL)).to_have_count(0)


def test_a_draft_has_a_banner(page: Page, preview: Preview) -> None:
    """As soon as it is made one."""
    banner = page.get_by_role("note").filter(has_text="草稿")
    expect(banner).to_have_count(0)
    preview.save({A: article("甲", body=BODY, status="draft")})
    expect(banner).to_be_attached()
    preview.save({A: article("甲", "2099-01-01 09:00", BODY)})
    expect(page.get_by_role("note").filter(has_text="2099年1月1日")).to_be_attached()


@pytest.mark.parametrize(("width", "scheme"), WIDTHS_AND_SCHEMES)
def test_axe_finds_nothing_in_the_panel(
    chromium: Browser, preview: Preview, width: int, scheme: Any
) -> None:
    """Narrow and wide, light and dark; and the page does not scroll sideways for it."""
    preview.save({A: article("甲", body=f"[那篇](nowhere.md)\n\n{BODY}")})
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(preview.host + PAGE)
    expect(page.locator(f"{PANEL} #found")).to_be_visible()
    page.add_script_tag(path=node_file("axe-core/axe.min.js"))
    found = page.evaluate("axe.run().then(result => result.violations.map(each => each.help))")
    assert found == []
    sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(sideways) <= 0
    context.close()


def test_the_page_that_waits_becomes_the_page(chromium: Browser, tmp_path: Path) -> None:
    """site.toml is wrong from the start: its fault is a page, and mended it is the site."""
    site = small_site(tmp_path, {A: article("甲")})
    sound = (site.content / "site.toml").read_text(encoding="utf-8")
    site.write({"site.toml": "name = "})
    with previewed(site) as preview:
        page = chromium.new_context().new_page()
        page.goto(preview.host + PAGE)
        expect(page.locator("h1")).to_have_text("现在没有页面可看")
        preview.save({"site.toml": sound})
        expect(page.locator("main h1")).to_have_text("甲")
        page.context.close()
