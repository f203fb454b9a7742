"""``lanmu report``: how each column stands."""

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from plugins.desk.report import rendered
from plugins.edition.specs import Name, Rhythm, SectionSpec
from plugins.newsroom.standings import ColumnReport, rows_of
from tests.helpers.sites import Content, Site
from tests.plugins.edition.making import SITE, article, assembled, column
from tests.site.kit import SITE_EN, run
from tests.site.kit import article as written

DAYS = {"zh-Hans": "每月5、20日", "en": "days 5, 20"}
STATES = {"zh-Hans": ("在办", "已结栏"), "en": ("running", "closed")}
ROWS = [
    ColumnReport(
        *("news", "要闻", "", "频道", "running", "weekly", ()),
        *(3, dt.date(2026, 11, 1), dt.date(2026, 11, 8), 13),
    ),
    ColumnReport("aid", "Aid, “第一”", "news", "", "closed", "", (5, 20), 0, None, None, 0),
]


def test_a_row_says_how_a_column_stands() -> None:
    """Its own articles are counted, drafts are not; those of sub-columns keep it in time."""
    made = assembled(
        [
            column(rhythm=Rhythm("weekly"), section=Name("all")),
            column("sub", parent=Name("news"), ended=dt.date(2026, 11, 20)),
            article("columns/news/2026/a.md", "2026-11-01"),
            article("columns/news/2026/b.md", "2026-11-20", status="draft"),
            article("columns/sub/2026/c.md", "2026-11-10"),
        ],
        site=replace(SITE, sections=(SectionSpec("all", "全部"),)),
        drafts=True,
    )
    news, sub = rows_of(made.edition)
    assert news == ColumnReport(
        *("news", "栏目 news", "", "全部", "running", "weekly", ()),
        *(1, dt.date(2026, 11, 10), dt.date(2026, 11, 17), 4),
    )
    assert (sub.parent, sub.section, sub.state) == ("news", "全部", "closed")
    assert (sub.articles, sub.due, sub.overdue) == (1, None, 0)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_table_stands_in_columns(language: str) -> None:
    """Han characters take two places; the closing line counts."""
    head, *rows, closing = rendered(ROWS, "text", language).split("\n")
    assert "要闻" in rows[0]
    assert "2026-11-08" in rows[0]
    assert DAYS[language] in rows[1]
    assert rows[0].endswith("13")
    assert cell_len(rows[0]) == cell_len(head)
    words = zip(rows, STATES[language], strict=True)
    assert len({cell_len(row[: row.index(word)]) for row, word in words}) == 1
    assert "1" in closing


def test_a_spreadsheet_and_a_program_read_the_same() -> None:
    """Every field of every row, with the mark by which a spreadsheet knows UTF-8."""
    text = rendered(ROWS, "csv", "zh-Hans")
    assert text.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    told = json.loads(rendered(ROWS, "json", "zh-Hans"))["columns"]
    names = [[row["name"] for row in rows] for rows in (table, told)]
    assert names == [["要闻", "Aid, “第一”"]] * 2
    assert list(table[0]) == list(told[0])
    assert list(table[0])[:2] == ["slug", "name"]
    assert (table[1]["days"], told[1]["days"]) == ("5 20", [5, 20])
    assert (table[1]["last"], told[1]["last"]) == ("", None)


@pytest.mark.parametrize("name", ['=HYPERLINK("https://a.example")', "+1", "-1", "@SUM(A1)"])
def test_a_name_is_no_formula(name: str) -> None:
    """A spreadsheet shows it; a program reads it as it is."""
    rows = [ROWS[0]._replace(name=name, section=name)]
    [row] = csv.DictReader(io.StringIO(rendered(rows, "csv", "zh-Hans").removeprefix("\ufeff")))
    assert row["name"] == row["section"] == f"'{name}"
    [told] = json.loads(rendered(rows, "json", "zh-Hans"))["columns"]
    assert told["name"] == name


def test_the_command_reads_a_newsroom(tmp_path: Path) -> None:
    """As of a moment, and whatever is overdue: the command itself went well."""
    house = Site(tmp_path)
    files: Content = {
        "site.toml": SITE_EN,
        "columns/news/_column.md": "---\nname: News\nrhythm: weekly\n---\n",
        "columns/news/2026/a.md": written(date="2026-01-02"),
    }
    house.write(files)
    asked = (
        *("report", "--content", str(house.content), "--cache", str(house.cache)),
        *("--now", "2026-01-12T08:00+08:00"),
    )
    done = run(*asked)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "2026-01-09" in done.stdout
    assert "1 columns, 1 overdue." in done.stdout
    house.write({"columns/news/2026/b.md": "---\ntitle: B\n---\n"})
    done = run(*asked)
    assert (done.exit_code, "1 columns, 1 overdue." in done.stdout) == (1, True)
    assert "1 errors" in done.stderr
