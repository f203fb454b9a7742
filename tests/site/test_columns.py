"""Columns as readers see them: a whole small site with one of each."""

from collections.abc import Callable
from typing import Any

import lxml.html

from tests.site.kit import Quick, article, column, words

Make = Callable[..., Quick]

SITE = """name = "周报"
base_url = "https://news.example"
language = "zh-Hans"
[[navigation]]
label = "救护"
to = "/sections/rescue/"
[[sections]]
slug = "rescue"
name = "救护频道"
"""
PART = {"series": "讲座"}
OPENER = "## 为什么\n\n开栏。见[上面](#为什么)。\n"
FILES = {
    "site.toml": SITE,
    "columns/news/_column.md": column(
        "要闻", section="rescue", started="2026-01-01", ended="2026-01-31"
    )
    + OPENER,
    "columns/news/_closing.md": "---\n---\n## 为什么\n\n结栏。\n",
    "columns/news/2026/a.md": article("甲", "2026-01-02", OPENER, id="a", part=1, **PART),
    "columns/news/2026/b.md": article("乙", "2026-01-03", id="b", part=2, **PART),
    "columns/news/2026/c.md": article("丙", "2026-01-04", id="c"),
    "columns/news/2026/d.md": article("丁", "2026-01-05", id="d", part=3, status="draft", **PART),
    "columns/brief/_column.md": column(
        "简报", parent="news", numbered=True, sort="oldest", rhythm="每周", contact="a@news.example"
    ),
    "columns/brief/2026/one.md": article("壹", "2026-01-02", id="one", issue=1),
    "columns/brief/2026/two.md": article("贰", "2026-01-09", id="two", issue="第2期"),
}
NOTE = "//aside[@class='column-note']/h2"
CARD = "//p[@class='card-column']"


def found(made: Quick, url: str, path: str) -> list[Any]:
    """The elements of a page at an XPath."""
    elements = lxml.html.fromstring(made.read(url)).xpath(path)
    assert isinstance(elements, list)
    return elements


def said(made: Quick, url: str, path: str) -> list[str]:
    """Their words, white space made one."""
    return [" ".join(words(each).split()) for each in found(made, url, path)]


def test_columns_as_readers_see_them(site: Make) -> None:
    """Life, notes, series, numbers, sections: each where it belongs, and nowhere else."""
    made = site(FILES)
    assert made.exit_code == 0, made.last.stderr
    rules = {(str(f["rule"]), str(f["severity"])) for f in made.last.findings}
    assert rules == {("column-overdue", "warning")}
    assert made.found("column-overdue") == [("columns/brief/_column.md", 6, 9)]
    # The column's page: closed, with its words, its series and its sub-column.
    news = "/columns/news/"
    assert "已结栏" in said(made, news, "//*[@class='column-dates']")[0]
    assert said(made, news, "//section[@class='opener']/h2") == ["结栏的话", "开栏的话"]
    assert said(made, news, "//section[@class='series-list']//li") == ["讲座 共 2 篇"]
    assert said(made, news, "//*[@class='column-rows']//h3") == ["贰", "壹"]
    assert said(made, news, "//nav[@class='breadcrumb']//a") == ["首页", "全部栏目", "救护频道"]
    # First and last article, and no other; no id is there twice.
    noted = {name: said(made, f"{news}2026/{name}/", NOTE) for name in "abc"}
    assert noted == {"a": ["开栏的话"], "b": [], "c": ["结栏的话"]}
    for url in (news, *(f"{news}2026/{name}/" for name in "abc")):
        ids = [str(each) for each in found(made, url, "//@id")]
        assert len(ids) == len(set(ids)), url
    own = found(made, f"{news}2026/a/", "//aside//a/@href")
    assert own == ["/columns/news/#为什么", "/columns/news/"]
    # A series: its published parts, the present one marked.
    box = f"{news}2026/b/"
    assert said(made, box, "//nav[@class='series-box']/ol/li") == ["1 甲", "2 乙"]
    assert said(made, box, "//nav[@class='series-box']//*[@aria-current='page']") == ["乙"]
    assert said(made, box, "//*[@class='series-line']") == ["系列：讲座 第2篇，共2篇"]
    # Numbered, oldest first; the way up leads over section and parent.
    assert said(made, "/columns/brief/", "//*[@class='article-list']//h2") == ["壹", "贰"]
    assert said(made, "/columns/brief/", CARD) == ["第1期", "第2期"]
    assert said(made, "/columns/brief/2026/two/", "//p[@class='issue']") == ["第2期"]
    way = said(made, "/columns/brief/2026/two/", "//nav[@class='breadcrumb']//a")
    assert way == ["首页", "救护频道", "要闻", "简报"]
    about = said(made, "/columns/brief/", "//*[@class='column-about']/li")
    assert about == ["每周更新", "a@news.example", "订阅本栏"]
    assert said(made, "/sections/rescue/", "//main//h2") == ["要闻"]
    assert found(made, "/", "//nav//a[text()='救护']/@href") == ["/sections/rescue/"]
    # The feed's titles stay plain.
    assert "第2期" not in made.read("/columns/brief/feed.xml")


def test_an_edited_closing_note_reaches_two_pages(site: Make) -> None:
    """The column's and its last article's; a draft of it none."""
    made = site(FILES)
    edit = made.edit({"columns/news/_closing.md": "---\n---\n改了。\n"})
    pages = {path for path in edit.changed if path.endswith(".html")}
    assert pages == {"columns/news/index.html", "columns/news/2026/c/index.html"}
    made.edit({"columns/news/_closing.md": "---\nstatus: draft\n---\n机密。\n"})
    assert "机密" not in made.total
    assert "结栏的话" not in made.total
