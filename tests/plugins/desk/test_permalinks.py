"""``lanmu alias``: files are edited, and nothing else in them; what cannot be is said."""

from pathlib import Path

import pytest

from plugins.desk.__main__ import main
from plugins.edition.specs import LedgerLine
from plugins.newsroom.ledger import add

FILES = {
    "site.toml": 'name = "周报"\nbase_url = "https://news.example"\n',
    "columns/news/_column.md": "---\nname: 新闻\n---\n",
    "columns/news/2021/a.md": "---\r\n标题：甲\r\n日期：2021-07-01\r\n---\r\n文\r\n",
    "columns/news/2021/b/index.md": "---\ntitle: 乙\n---\n文\n",
    "units/u.md": "---\n{name: 队}\n---\n",
    "permalinks.tsv": "address\tid\n/gone/\tx\tarticle\t2021-01-01\r\n<<<<<<< HEAD\n",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A newsroom's files."""
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path / "content"


def alias(content: Path, *words: str) -> int:
    """Run the command."""
    return main(["alias", "--content", str(content), *words])


@pytest.mark.parametrize(
    ("new", "file"),
    [
        ("/columns/news/2021/a/", "columns/news/2021/a.md"),
        ("/columns/news/2021/a", "columns/news/2021/a.md"),
        ("columns/news/2021/a.md", "columns/news/2021/a.md"),
        ("/columns/news/2021/a.md", "columns/news/2021/a.md"),
        ("content/columns/news/2021/a.md", "columns/news/2021/a.md"),
        ("/columns/news/2021/b/", "columns/news/2021/b/index.md"),
        ("/columns/news/", "columns/news/_column.md"),
    ],
)
def test_an_old_address_is_written_once(
    content: Path, capsys: pytest.CaptureFixture[str], new: str, file: str
) -> None:
    """Into the file of an address, or one that is named; a second time nothing changes."""
    before = (content / file).read_bytes()
    (content / file).chmod(0o640)
    assert alias(content, "/%E6%97%A7/文", new) == 0
    after = (content / file).read_bytes()
    end = b"\r\n" if b"\r\n" in before else b"\n"
    key = "旧网址" if "标题".encode() in before else "aliases"
    added = f"{key}:".encode() + end + "  - /旧/文/".encode() + end
    assert after.replace(added, b"") == before
    assert (content / file).stat().st_mode & 0o777 == 0o640
    assert file in capsys.readouterr().out
    assert alias(content, "/旧/文/", new) == 0
    assert (content / file).read_bytes() == after
    assert not list(content.rglob(".*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("/old/",), "lanmu alias"),
        (("--withdrawn", "/old/", "/columns/news/"), "lanmu alias"),
        (("https://a.example/", "/columns/news/"), "outside"),
        (("/old/", "/tags/none/"), "/tags/none/"),
        (("/old/", "/../../etc/passwd.md"), "passwd"),
        (("/old/", "site.toml"), "site.toml"),
        (("/columns/news/2021/a/", "/columns/news/2021/b/"), "2021/a.md"),
        (("/old/", "/units/u/"), "aliases: [/old/]"),
        (("--withdrawn", "/never/"), "/never/"),
    ],
)
def test_what_cannot_be_written_is_said(
    content: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    """With exit code 2; no file is touched."""
    assert alias(content, *words) == 2
    assert said in capsys.readouterr().err
    assert {name: (content / name).read_bytes().decode() for name in FILES} == FILES


def test_a_link_is_not_written_through(content: Path, tmp_path: Path) -> None:
    """What lies elsewhere stays as it is."""
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text("---\ntitle: x\n---\n")
    (content / "pages").mkdir()
    (content / "pages/x.md").symlink_to(elsewhere)
    assert alias(content, "/old/", "/pages/x/") == 2
    assert elsewhere.read_text() == "---\ntitle: x\n---\n"


def test_what_was_withdrawn_is_marked_in_its_line(content: Path) -> None:
    """With the day; the other lines stay as they stand."""
    assert alias(content, "--withdrawn", "/gone/", "--now", "2026-11-21T08:00+08:00") == 0
    text = (content / "permalinks.tsv").read_text()
    assert text == ("address\tid\n/gone/\tx\tarticle\t2021-01-01\t2026-11-21\n<<<<<<< HEAD\n")


def test_the_ledger_grows_in_order(content: Path) -> None:
    """What stands in it stays, also what cannot be read; nothing new leaves it alone."""
    path = add(content, [LedgerLine("/b/", "i", "article", "2026-01-02")])
    text = (
        "address\tid\tkind\tpublished\twithdrawn\n/b/\ti\tarticle\t2026-01-02\n"
        "/gone/\tx\tarticle\t2021-01-01\n<<<<<<< HEAD\n"
    )
    assert path.read_text() == text
    inode = path.stat().st_ino
    add(content, [])
    assert (path.read_text(), path.stat().st_ino) == (text, inode)
