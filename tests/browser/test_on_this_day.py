"""A page that is read on another day than it was built on."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.served import served
from tests.helpers.sites import COLUMN, SITE_TOML
from tests.site.kit import Quick, article

SHANGHAI = ZoneInfo("Asia/Shanghai")
ZONES = ["America/Los_Angeles", "Pacific/Kiritimati"]
BUILT = "2026-05-07"
BLOCK = "[data-do=on-this-day]"
PAGES = ("/", "/on-this-day/", "/on-this-day/embed/")


def entry(title: str, date: str, importance: int = 0) -> str:
    """An entry's file."""
    front = f"title: {title}\ndate: {date}\nimportance: {importance}\nsources: [书]"
    return f"---\n{front}\n---\n正文。\n"


FILES: dict[str, str | bytes] = {
    "site.toml": SITE_TOML,
    "columns/news/_column.md": COLUMN,
    "on-this-day/red/_almanac.md": "---\nname: 红十字\n---\n",
    "on-this-day/city/_almanac.md": "---\nname: 城市\n---\n",
    "on-this-day/red/05-07-eve.md": entry("前一天", "1900-05-07"),
    "on-this-day/red/05-08-born.md": entry("出生", "1828-05-08", 3),
    "on-this-day/red/05-08-a.md": entry("甲 <b>", "1926-05-08"),
    "on-this-day/red/05-08-b.md": entry("乙", "1921-05-08"),
    "on-this-day/city/05-08-c.md": entry("丙", "2025-05-08", 1),
    "on-this-day/city/05-08-d.md": entry("丁", "1950-05-08"),
    "on-this-day/red/02-28-plain.md": entry("月末", "1950-02-28"),
    "on-this-day/red/02-29-leap.md": entry("闰日", "1880-02-29"),
    "on-this-day/city/12-24-late.md": entry("岁末", "1999-12-24"),
    **{
        f"columns/news/{year}/n{n}.md": article(f"旧闻{year}-{n}", f"{year}-05-08", id=f"{year}{n}")
        for n, year in enumerate((2021, 2022, 2024, 2024))
    },
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Quick:
    """A site with two almanacs, as it was built on the eve of a day."""
    made = Quick(tmp_path_factory.mktemp("days"))
    made.write(FILES)
    assert made.build(now=f"{BUILT}T09:00+08:00").exit_code == 0, made.last.stderr
    return made


@pytest.fixture(scope="module")
def host(site: Quick) -> Iterator[str]:
    """Where it is served."""
    with served(site.output) as address:
        yield address


Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Open]:
    """Opens a page for somebody in a zone, whose clock shows a moment of the site's own time."""
    with ExitStack() as stack:

        def start(url: str, moment: str, zone: str = ZONES[0], *, script: bool = True) -> Page:
            context = chromium.new_context(
                timezone_id=zone, locale="zh-CN", java_script_enabled=script
            )
            stack.callback(context.close)
            page = context.new_page()
            if script:
                page.clock.set_fixed_time(at(moment))
            page.goto(url)
            return page

        yield start


def at(moment: str) -> dt.datetime:
    """A moment in the site's own time."""
    return dt.datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI)


def shown(page: Page, url: str, day: str) -> str:
    """What a reader sees of the block on a day, and where its links lead."""
    page.goto(url)
    block = page.locator(BLOCK).first
    expect(block).to_have_attribute("data-built", day)
    links = block.locator("a:visible").evaluate_all("all => all.map(one => one.pathname)")
    return "\n".join([*block.inner_text().split(), *links])


@pytest.mark.parametrize("zone", ZONES)
def test_the_day_turns_at_midnight_of_the_site(opened: Open, host: str, zone: str) -> None:
    """Wherever the reader is: a minute before it is the eve, a minute after it is the day."""
    before = opened(host + "/", f"{BUILT}T23:59", zone)
    expect(before.locator(BLOCK)).to_have_attribute("data-day", "05-07")
    expect(before.locator(BLOCK)).to_contain_text("前一天")
    expect(before.locator("[data-part=today]")).to_contain_text("2026年5月7日 星期四")
    after = opened(host + "/", "2026-05-08T00:01", zone)
    expect(after.locator(BLOCK)).to_have_attribute("data-day", "05-08")
    expect(after.locator(BLOCK)).not_to_contain_text("前一天")
    expect(after.locator(BLOCK)).to_contain_text("甲 <b>")
    expect(after.locator("[data-part=today]")).to_have_text("2026年5月8日 星期五")


def test_what_stands_beneath_stays_in_its_place(opened: Open, host: str) -> None:
    """A day with less to tell leaves room, for nothing may jump under the reader's eyes."""
    page = opened(host + "/on-this-day/", "2026-05-08T23:59")
    expect(page.locator(BLOCK)).to_have_attribute("data-day", "05-08")
    beneath = page.locator(".all-days")
    before = beneath.bounding_box()
    page.clock.set_fixed_time(at("2026-05-09T00:01"))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(BLOCK)).not_to_have_attribute("data-day", "05-08")
    assert beneath.bounding_box() == pytest.approx(before)


def test_without_script_it_is_the_day_of_the_build(opened: Open, host: str) -> None:
    """Whole, and with links that lead somewhere."""
    page = opened(host + "/", BUILT, script=False)
    expect(page.locator(BLOCK)).to_contain_text("前一天")
    expect(page.locator(f"{BLOCK} [data-part=day]")).to_have_text("5月7日")


def test_a_clock_that_is_behind_turns_nothing(opened: Open, host: str) -> None:
    """No reader's today is before the build's."""
    page = opened(host + "/", "2020-01-01T12:00")
    expect(page.locator(BLOCK)).to_have_attribute("data-day", "05-07")


def test_what_fails_leaves_the_page(opened: Open, host: str) -> None:
    """Offline, the page stays; looked at again when it can, it turns."""
    page = opened(host + "/", f"{BUILT}T23:59")
    page.clock.set_fixed_time(at("2026-05-08T00:01"))
    page.route("**/data/*.json", lambda route: route.abort())
    seen = "document.dispatchEvent(new Event('visibilitychange'))"
    with page.expect_event("requestfailed"):
        page.evaluate(seen)
    expect(page.locator(BLOCK)).to_contain_text("前一天")
    page.unroute_all()
    page.evaluate(seen)
    expect(page.locator(BLOCK)).to_have_attribute("data-day", "05-08")


def test_the_small_page_stands_in_a_frame_of_another_site(
    opened: Open, host: str, tmp_path: Path
) -> None:
    """It turns there too, and its links open in the whole window."""
    frame = f'<!doctype html><title>别处</title><iframe src="{host}/on-this-day/embed/"></iframe>'
    (tmp_path / "index.html").write_text(frame, "utf-8")
    with served(tmp_path) as elsewhere:
        page = opened(elsewhere.replace("127.0.0.1", "localhost"), "2026-05-08")
        inner = page.frame_locator("iframe")
        expect(inner.locator(BLOCK)).to_have_attribute("data-day", "05-08")
        inner.locator("a[data-part=link]").first.click()
        page.wait_for_url(f"{host}/on-this-day/05-08/*")


DAYS = ("2026-05-08", "2026-05-09", "2027-02-28", "2028-02-28")
"""A day; one without entries, the next being in another month; a common year and a leap one."""


def test_it_is_what_a_build_of_that_day_shows(opened: Open, host: str, site: Quick) -> None:
    """The same entries in the same order, anniversaries, 29 February, the paper's own articles."""
    page = opened(host + "/", BUILT)
    seen: dict[str, list[str]] = {}
    for day in DAYS:
        page.clock.set_fixed_time(at(f"{day}T09:00"))
        seen[day] = [shown(page, host + path, day) for path in PAGES]
    for day in DAYS:
        assert site.build(now=f"{day}T09:00+08:00").exit_code == 0
        page.clock.set_fixed_time(at(f"{day}T09:00"))
        for turned, path in zip(seen[day], PAGES, strict=True):
            assert shown(page, host + path, day) == turned, f"{day} {path}"
            assert ("闰日" in turned and "2月29日" in turned) == (day == "2027-02-28")
    site.build(now=f"{BUILT}T09:00+08:00")
