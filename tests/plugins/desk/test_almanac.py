"""``lanmu almanac``: what editors plan by."""

import csv
import io
import json
from pathlib import Path

import pytest

from plugins.desk.almanac import missing, planned
from plugins.newsroom.plans import Filled, Gaps, Plan, PlanRow
from tests.helpers.sites import Site, small_site
from tests.site.kit import run


def entry(title: str, date: str, **more: str) -> str:
    """An entry's file."""
    lines = [f"title: {title}", f"date: {date}", *(f"{k}: {v}" for k, v in more.items())]
    return "\n".join(("---", *lines, "sources: [书]", "---", "正文。", ""))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two almanacs; one entry is a draft."""
    files: dict[str, str | bytes] = {
        "on-this-day/red/_almanac.md": "---\nname: 红十字\n---\n",
        "on-this-day/city/_almanac.md": "---\nname: 城市\n---\n",
        "on-this-day/red/05-08-born.md": entry("杜南出生", "1827-05-08", importance="5"),
        "on-this-day/red/02-29-leap.md": entry("闰日", "1880-02-29"),
        "on-this-day/city/05-12-quake.md": entry("地震", "2008-05-12"),
        "on-this-day/city/05-13-secret.md": entry("不可说", "2008-05-13", status="draft"),
    }
    return small_site(tmp_path_factory.mktemp("plans"), files)


def asked(content: Site, *words: str) -> tuple[int, str, str]:
    """Exit code, what was said, and what was said against it."""
    paths = ("--content", str(content.content), "--cache", str(content.cache))
    done = run("almanac", *words, *paths, "--now", "2026-11-21T08:00+08:00")
    return done.exit_code, done.stdout, done.stderr


def test_a_plan_for_people(content: Site) -> None:
    """Round ones are marked, 29 February is kept on the 28th; a draft is not told."""
    code, out, _ = asked(content, "plan", "--year", "2027")
    assert code == 0
    assert out.splitlines() == [
        "2027年史上的今天：共 3 条，其中整十 1 条、整五 0 条（★）。",
        "02-28 星期日  147周年  1880年2月29日 闰日 [2月29日，平年在28日]（红十字，重要程度 3）",
        "05-08 星期六  ★ 200周年（整十）  1827年5月8日 杜南出生（红十字，重要程度 5）",
        "05-12 星期三  19周年  2008年5月12日 地震（城市，重要程度 3）",
    ]


def test_without_a_year_it_is_this_one(content: Site) -> None:
    """By the site's clock."""
    assert asked(content, "plan")[1].startswith("2026年史上的今天：共 3 条")


def test_a_plan_for_programs_and_spreadsheets(content: Site) -> None:
    """The same rows; round ones alone where that is asked."""
    words = ("plan", "--year", "2027", "--round-only", "--format")
    whole = json.loads(asked(content, *words, "json")[1])
    assert whole["year"] == 2027
    assert whole["entries"] == [
        {
            "date": "2027-05-08",
            "almanac": "红十字",
            "title": "杜南出生",
            "when": "1827年5月8日",
            "years": 200,
            "round": 10,
            "leap": False,
            "importance": 5,
            "file": "on-this-day/red/05-08-born.md",
        }
    ]
    text = asked(content, *words, "csv")[1]
    assert text.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert (row["date"], row["years"], row["leap"]) == ("2027-05-08", "200", "")


def test_the_days_without_an_entry(content: Site) -> None:
    """Days in a row as one; of all almanacs, of one, of a month."""
    code, out, _ = asked(content, "gaps")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "一年 366 天（含2月29日）：3 天有条目，363 天空缺。"
    assert lines[1:3] == ["  城市：1 天有条目", "  红十字：2 天有条目"]
    assert lines[4] == " 2月 空缺 28 天：1–28"
    assert lines[7] == " 5月 空缺 29 天：1–7、9–11、13–31"
    assert len(lines) == 3 + 12
    out = asked(content, "gaps", "--almanac", "city", "--month", "5")[1]
    assert out.splitlines()[1:] == [" 5月 空缺 30 天：1–11、13–31"]
    whole = json.loads(asked(content, "gaps", "--month", "2", "--format", "json")[1])
    assert whole["gaps"] == [f"02-{day:02}" for day in range(1, 29)]
    told = {each["almanac"]: (each["name"], each["days"]) for each in whole["filled"]}
    assert told == {"red": ("红十字", 2), "city": ("城市", 1)}


def test_an_almanac_that_is_not_there(content: Site) -> None:
    """Is a wrong call, and those that are there are named."""
    code, out, said = asked(content, "plan", "--almanac", "no")
    assert (code, out) == (2, "")
    assert "没有名为 no 的" in said
    assert "city, red" in said


@pytest.mark.parametrize(
    "words",
    [("plan", "--year", "0"), ("plan", "--year", "10000"), ("gaps", "--month", "13"), (), ("x",)],
)
def test_a_wrong_call_is_told(content: Site, words: tuple[str, ...]) -> None:
    """With exit code 2."""
    assert asked(content, *words)[0] == 2


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    """The rest is planned all the same; the exit code says that something is wrong."""
    bad = {"on-this-day/red/02-30-bad.md": entry("坏", "1900-02-30")}
    almanac = {"on-this-day/red/_almanac.md": "---\nname: 红十字\n---\n"}
    code, out, said = asked(small_site(tmp_path, {**bad, **almanac}), "gaps")
    assert code == 1
    assert "0 天有条目" in out
    assert "2 个错误" in said


ROW = PlanRow(
    "2027-11", "城市", '=HYPERLINK("x")', "1862年11月", 165, 5, leap=False, importance=0, file="f"
)


def test_a_spreadsheet_takes_no_title_for_a_formula() -> None:
    """An apostrophe stands before what begins like one."""
    text = planned(Plan(2027, (ROW,), (), "zh-Hans"), "csv", round_only=False)
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert row["title"] == '\'=HYPERLINK("x")'


def test_what_has_no_day_says_so() -> None:
    """In both languages."""
    rows = (
        ROW,
        PlanRow("2027", "城市", "\x1b[31m", "1862年11月", 0, 0, leap=False, importance=0, file="f"),
    )
    said = planned(Plan(2027, rows, (), "zh-Hans"), "text", round_only=False).splitlines()
    assert said[1].startswith("11月内  ★ 165周年（整五）  1862年11月 ")
    assert said[2].startswith("年内  —  ")
    assert "\x1b" not in said[2]
    said = planned(Plan(2027, rows, (), "en"), "text", round_only=True).splitlines()
    assert said[1].startswith("month 11  ★ 165 years (five)  ")
    assert len(said) == 2


def test_a_full_year_has_no_gaps() -> None:
    """Then there is one line."""
    assert missing(Gaps((), (Filled("city", "城", 366),), (), "en"), "text", None).count("\n") == 0
