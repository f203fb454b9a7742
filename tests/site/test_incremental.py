"""What a second build does: nothing, or just what an edit asks for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.sites import NOW, ROOT, SITE_TOML
from tests.site.kit import Change, Quick, article, column, feeds, photo, settled, states

Make = Callable[..., Quick]

NEWS, AID = "columns/news/2026", "columns/aid/2026"
FILES: dict[str, str | bytes] = {
    "columns/aid/_column.md": column("急救"),
    f"{NEWS}/one.md": article("一", "2026-01-01", "甲一\n\n乙一", tags=["水"], id="one"),
    f"{NEWS}/two.md": article("二", "2026-02-02", "甲二\n\n乙二", unit="某队", id="two"),
    f"{NEWS}/three.md": article("三", "2026-03-03", "甲三\n\n乙三", tags=["火"], id="three"),
    f"{AID}/four.md": article("四", "2026-04-04", "甲四\n\n乙四", tags=["火"], id="four"),
    f"{AID}/five/index.md": article(
        "五", "2026-05-05", "甲五\n\n![图](p.jpg)", lead_image="/media/m.jpg", id="five"
    ),
    f"{AID}/five/p.jpg": photo("#123456"),
    "media/m.jpg": photo("#654321"),
    "pages/about.md": "---\ntitle: 关于\n---\n关于我们。\n",
}


def page(*places: str) -> frozenset[str]:
    """Name the output files of some addresses."""
    return frozenset(f"{place}/index.html".removeprefix("/") for place in places)


def test_second_build_touches_nothing(site: Make) -> None:
    """Nothing is rendered, written or removed; every file is the very same one."""
    made = site(FILES)
    before = states(made.output)
    assert made.build().exit_code == 0
    counts = {key: made.last.summary[key] for key in ("rendered", "written", "removed")}
    assert counts == {"rendered": 0, "written": 0, "removed": 0}
    assert states(made.output) == before


def test_touched_sources_render_nothing(site: Make) -> None:
    """New times without new bytes are no edit."""
    made = site(FILES)
    before = states(made.output)
    for file in made.content.rglob("*"):
        file.touch()
    made.build()
    assert made.last.summary["rendered"] == 0
    assert states(made.output) == before


def test_body_edit_reaches_page_and_feeds_alone(site: Make) -> None:
    """A body is on its page and in the feeds that hold it; its unit's holds summaries alone."""
    made = site(FILES)
    kept = states(made.output)
    text = article("二", "2026-02-02", "甲二\n\n改过的乙二", unit="某队", id="two")
    change = made.edit({f"{NEWS}/two.md": text})
    expected = page(f"{NEWS}/two") | feeds("", "columns/news")
    assert change == Change(frozenset(), expected, frozenset())
    assert made.last.summary["rendered"] == made.last.summary["written"] == 7
    after = states(made.output)
    moved = {path for path in after if after[path] != kept.get(path)}
    # The mark that says whose folder it is may be written with each change of the folder.
    assert moved - {str(made.output / ".lanmu")} == {str(made.output / p) for p in expected}


def test_title_edit_reaches_where_the_title_stands(site: Make) -> None:
    """Lists, neighbours and related articles show a title; other pages do not."""
    made = site(FILES)
    text = article("二改", "2026-02-02", "甲二\n\n乙二", unit="某队", id="two")
    change = made.edit({f"{NEWS}/two.md": text})
    own = page(f"{NEWS}/two", "units/mou-dui", "archive/2026/02", "columns/news", "")
    beside = page(f"{NEWS}/one", f"{NEWS}/three") | {"404.html"}
    sent = feeds("", "columns/news", "units/mou-dui")
    assert change == Change(frozenset(), own | beside | sent, frozenset())


def test_added_article(site: Make) -> None:
    """A new article in a column of its own month: the lists it enters, its neighbour, the map."""
    made = site(FILES)
    change = made.edit({f"{NEWS}/six.md": article("六", "2026-06-06", "甲六", id="six")})
    assert change.added == page(f"{NEWS}/six", "archive/2026/06")
    assert change.removed == frozenset()
    lists = page("", "columns/news", "archive", "archive/2026", "archive/2026/05")
    beside = page(f"{NEWS}/one", f"{NEWS}/two", f"{NEWS}/three")
    files = feeds("", "columns/news") | {"sitemap.xml", "sitemaps/2026.xml", "404.html"}
    assert change.changed <= lists | beside | files
    assert change.changed >= lists | page(f"{NEWS}/three") | files


@pytest.mark.parametrize("way", ["draft", "deleted"])
def test_withdrawn_article(site: Make, way: str) -> None:
    """A withdrawn article takes its page, its unit's page and its month with it."""
    made = site(FILES)
    name = f"{NEWS}/two.md"
    text = article("二", "2026-02-02", "甲二\n\n乙二", unit="某队", id="two", status="draft")
    change = made.edit({name: text}) if way == "draft" else made.edit(remove=[name])
    assert change.added == frozenset()
    gone = page(f"{NEWS}/two", "units/mou-dui", "archive/2026/02")
    assert change.removed == gone | feeds("units/mou-dui") | {"subscribe/qr/unit-mou-dui.svg"}
    lists = page("", "columns/news", "archive", "archive/2026", "units")
    months = page("archive/2026/01", "archive/2026/03")
    beside = page(f"{NEWS}/one", f"{NEWS}/three")
    offers = page("subscribe") | {"subscriptions.opml"}
    files = feeds("", "columns/news") | {"sitemaps/2026.xml", "404.html"}
    assert change.changed == lists | months | beside | files | offers
    assert made.last.summary["removed"] == 7
    assert "乙二" not in made.total
    assert made.snapshot() == made.clean()


def test_plain_page_edit(site: Make) -> None:
    """A plain page's second paragraph is on that page alone."""
    made = site(FILES)
    change = made.edit({"pages/about.md": "---\ntitle: 关于\n---\n关于我们。\n\n又一段。\n"})
    assert change == Change(frozenset(), page("pages/about"), frozenset())
    assert made.last.summary["rendered"] == 1


def test_slogan_renders_every_page(site: Make) -> None:
    """The site's slogan stands in every HTML page, and in no feed, map or picture."""
    made = site(FILES)
    change = made.edit({"site.toml": SITE_TOML.replace('slogan = "试验"', 'slogan = "新口号"')})
    pages = {path for path in made.snapshot() if path.endswith(".html")}
    assert change == Change(frozenset(), frozenset(pages), frozenset())


def test_changed_picture_renders_pages_that_show_it(site: Make) -> None:
    """New pixels have a new name: old files go, pages that show it follow."""
    made = site(FILES)
    change = made.edit({f"{AID}/five/p.jpg": photo("#ff0000")})
    assert all(path.startswith("images/p-") for path in change.added | change.removed)
    assert len(change.added) == len(change.removed) == 2
    named = feeds("", "columns/aid") | {"sitemaps/2026.xml"}
    assert change.changed == page(f"{AID}/five") | named


def test_changed_lead_picture_reaches_lists(site: Make) -> None:
    """A lead picture is on cards too."""
    made = site(FILES)
    change = made.edit({"media/m.jpg": photo("#00ff00")})
    assert change.changed >= page(f"{AID}/five", "columns/aid", "")
    assert not change.changed & page(f"{NEWS}/one", "pages/about", "tags/shui", "columns/news")
    assert made.snapshot() == made.clean()


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme, free to be changed."""
    return Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))


def themed(site: Make, theme: Path, tmp_path: Path) -> Quick:
    """Build the site with a theme of its own."""
    made = site(FILES)
    made.house = settled(tmp_path / "house", theme)
    made.build()
    assert made.last.summary["rendered"] == 0, "the same theme elsewhere is the same theme"
    return made


def test_changed_template_renders_its_pages(site: Make, theme: Path, tmp_path: Path) -> None:
    """A page type's template is the business of its pages alone."""
    made = themed(site, theme, tmp_path)
    template = theme / "templates" / "page.html"
    template.write_text(template.read_text("utf-8").replace("{% endblock %}", "ZZ{% endblock %}"))
    change = made.edit()
    assert change == Change(frozenset(), page("pages/about"), frozenset())
    assert made.last.summary["rendered"] == 1


def test_changed_part_renders_pages_that_use_it(site: Make, theme: Path, tmp_path: Path) -> None:
    """A part that a template imports by way of another belongs to it."""
    made = themed(site, theme, tmp_path)
    part = theme / "parts" / "share" / "part.html"
    text = part.read_text("utf-8")
    part.write_text(text.replace("{% endmacro %}", "<!-- ZZ -->{% endmacro %}"), "utf-8")
    change = made.edit()
    shared = {p for p in made.snapshot() if b"<!-- ZZ -->" in made.snapshot()[p]}
    assert change.changed == frozenset(shared)
    assert page(f"{NEWS}/one") <= change.changed
    assert not change.changed & page("tags", "columns")
    assert made.snapshot() == made.clean()


def test_changed_words_of_the_interface_are_shown(site: Make, theme: Path, tmp_path: Path) -> None:
    """A corrected translation reaches pages that are otherwise unchanged."""
    made = themed(site, theme, tmp_path)
    catalogue = theme / "locale" / "zh_Hans" / "LC_MESSAGES" / "lanmu.po"
    words = catalogue.read_text("utf-8")
    old = "下一篇"
    assert old in words
    catalogue.write_text(words.replace(old, "后一篇稿件"), "utf-8")
    made.build()
    assert made.snapshot() == made.clean()


def test_changed_style_has_a_new_name(site: Make, theme: Path, tmp_path: Path) -> None:
    """A style sheet is kept by browsers for ever, so its name goes with its bytes."""
    made = themed(site, theme, tmp_path)
    with (theme / "static" / "base.css").open("a") as file:
        file.write("/* ZZ */\n")
    change = made.edit()
    assert len(change.added) == len(change.removed) == 1
    assert next(iter(change.added)).startswith("static/site.")
    assert {p for p in made.snapshot() if p.endswith(".html")} == change.changed


def test_next_day_renders_what_shows_the_day(site: Make) -> None:
    """Midnight alone changes few pages."""
    entry = "---\ntitle: 往事\ndate: 1950-11-25\n---\n往事的正文。\n"
    almanac = {
        "on-this-day/red/_almanac.md": "---\nname: 红十字\n---\n",
        "on-this-day/red/11-25-event.md": entry,
    }
    made = site({**FILES, **almanac})
    before = made.snapshot()
    made.build(now="2026-11-22T08:00+08:00")
    change = Change.between(before, made.snapshot())
    assert change.added == change.removed == frozenset()
    todays = page("", "on-this-day", "on-this-day/red", "on-this-day/embed")
    assert page("", "on-this-day") <= change.changed <= todays
    # At six the day's entries go out in the feeds.
    made.build(now="2026-11-25T05:59+08:00")
    early = made.snapshot()
    made.build(now="2026-11-25T06:00+08:00")
    sent = feeds("on-this-day", "on-this-day/red")
    assert Change.between(early, made.snapshot()) == Change(frozenset(), sent, frozenset())
    made.build(now=NOW)
    assert made.snapshot() == before
