"""Texts of others that tests are run on: only texts come out of their archives."""

import io
import tarfile
from pathlib import Path

import pytest

from tools import corpora


def test_nothing_but_texts_is_unpacked(tmp_path: Path) -> None:
    """No link, no program, and no name that leads out of the folder."""
    archive = tmp_path / "x-1.tar.gz"
    with tarfile.open(archive, "w:gz") as made:
        for name in ("docs/a.md", "docs/b/c.md", "docs/d.py", "e.md", "docs/../../f.md"):
            info = tarfile.TarInfo(f"x-1/{name}")
            info.size = 1
            made.addfile(info, io.BytesIO(b"x"))
        link = tarfile.TarInfo("x-1/docs/g.md")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        made.addfile(link)
    goal = tmp_path / "goal" / "docs"
    assert corpora.unpack(archive, goal) == 2
    found = {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path != archive
    }
    assert found == {"goal", "goal/docs", "goal/docs/a.md", "goal/docs/b", "goal/docs/b/c.md"}


def test_what_is_there_is_not_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run asks no one; another list does."""
    calls: list[Path] = []

    def download(folder: Path) -> int:
        calls.append(folder)
        return 3

    monkeypatch.setattr(corpora, "GOAL", tmp_path / "texts")
    monkeypatch.setattr(corpora, "download", download)
    assert corpora.main() == 3
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / corpora.MARK).write_bytes(corpora.LIST.read_bytes())
    assert corpora.main() == 0
    (tmp_path / "texts" / corpora.MARK).write_bytes(b"other")
    assert corpora.main() == 3
    assert len(calls) == 2
