"""``lanmu stats``: counted as a build would publish, for a terminal, Excel and programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from plugins.desk.__main__ import main
from plugins.desk.stats import as_text, rendered
from plugins.newsroom.stats import Line, Table, Wanted

TABLE = Table(
    ("栏,目", "=1+1"), (Line("@甲", (1, 22), 23), Line("", (0, 1), 1)), Line("", (1, 23), 24)
)
WANTED = Wanted("unit", "column")


def test_csv_is_what_a_spreadsheet_reads() -> None:
    """A mark for Excel, line ends of RFC 4180, a comma in quotes, no cell that is a formula."""
    text = rendered(TABLE, WANTED, "csv", "zh-Hans")
    assert text.startswith("\ufeff供稿单位,")
    assert text.count("\r\n") == text.count("\n") == 4
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows == [
        ["供稿单位", "栏,目", "'=1+1", "合计"],
        ["'@甲", "1", "22", "23"],
        ["（未注明单位）", "0", "1", "1"],
        ["合计", "1", "23", "24"],
    ]


def test_columns_stand_under_each_other() -> None:
    """Han is two columns wide on a terminal; what could command one is escaped."""
    table = Table(("2021",), (Line("急\x1b救a", (1,), 1),), Line("", (1,), 1))
    assert as_text(table, Wanted("tag", "year"), "zh-Hans").split("\n") == [
        "标签         2021  合计",
        "急\\u001b救a     1     1",
        "合计            1     1",
    ]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A tiny newsroom: two published articles, a draft, one that waits, one with a fault."""
    files = {
        "site.toml": 'name = "周报"\nbase_url = "https://news.example"\n',
        "columns/news/_column.md": "---\nname: 新闻\n---\n",
        "columns/news/2021/a.md": "---\ntitle: 甲\ndate: 2021-07-01\nunit: 一队\n---\n文\n",
        "columns/news/2022/b.md": "---\ntitle: 乙\ndate: 2022-01-02\nunit: 一队\n---\n文\n",
        "columns/news/2022/c.md": "---\ntitle: 丙\ndate: 2022-01-03\nunit: 密\nstatus: 草稿\n---\n",
        "columns/news/2099/d.md": "---\ntitle: 丁\ndate: 2099-01-03\nunit: 密队\n---\n文\n",
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "content"


def asked(content: Path, *arguments: str) -> int:
    """Run ``lanmu stats`` on a content folder."""
    cache = content.parent / "cache"
    return main(
        ["stats", "--content", str(content), "--cache", str(cache), "--jobs", "1", *arguments]
    )


def test_what_is_published_is_counted(
    content: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Drafts and what waits for its time leave no name and no number."""
    assert asked(content, "--across", "year", "--format", "csv") == 0
    out, err = capfdbinary.readouterr()
    assert out.decode("utf-8-sig") == "供稿单位,2021,2022,合计\r\n一队,1,1,2\r\n合计,1,1,2\r\n"
    assert err == b""
    assert asked(content, "--year", "2021", "--format", "json") == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert (told["from"], told["until"]) == ("2021-01-01", "2021-12-31")
    assert told["lines"] == [{"name": "一队", "counts": [1], "total": 1}]
    assert told["totals"] == {"counts": [1], "total": 1}


def test_a_faulty_file_is_told_of(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers of the others stand; the exit code says that some are missing."""
    (content / "columns/news/2021/e.md").write_text("---\ntitle: 戊\n---\n", encoding="utf-8")
    assert asked(content, "--by", "column") == 1
    said = capsys.readouterr()
    assert "新闻" in said.out.split("\n")[1]
    assert "1 个错误" in said.err


@pytest.mark.parametrize(
    "arguments",
    [("--from", "2022-01-01", "--until", "2021-01-01"), ("--year", "2021", "--from", "2022-01-01")],
)
def test_no_day_can_be_meant(
    content: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong call is refused, not answered with nothing."""
    assert asked(content, *arguments) == 2
    assert "--from 2022-01-01" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [("--year", "今年"), ("--from", "2021-02-30")])
def test_what_is_no_day_is_refused(content: Path, arguments: tuple[str, ...]) -> None:
    """As all wrong calls are."""
    with pytest.raises(SystemExit) as ended:
        asked(content, *arguments)
    assert ended.value.code == 2
