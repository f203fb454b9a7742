"""The folder in which a build is laid out."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from plugins.press.stage import MANY, Stage


def a_tree(root: Path, files: int) -> set[str]:
    """Write a tree of so many files in folders of their own, and some side by side."""
    paths = {f"news/{number % 7}/{number}/index.html" for number in range(files - 3)}
    paths |= {"index.html", "news/feed.xml", "news/0/feed.xml"}
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)
    return paths


@pytest.mark.parametrize("files", [4, MANY, MANY + 1])
def test_all_are_linked(tmp_path: Path, files: int) -> None:
    """By one thread or by two: each file is the very one of the other tree."""
    source, stage = tmp_path / "source", Stage(tmp_path / "stage")
    paths = a_tree(source, files)
    stage.start(reused=False)
    stage.link_all(paths, str(source))
    found = {path for path in stage.path.rglob("*") if path.is_file()}
    assert {path.relative_to(stage.path).as_posix() for path in found} == paths
    assert all((source / path).samefile(stage.path / path) for path in paths)
    assert stage.linked


def test_what_a_thread_meets_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk ends the build, whichever thread it met."""
    source, stage = tmp_path / "source", Stage(tmp_path / "stage")
    paths = a_tree(source, MANY)
    stage.start(reused=False)

    def full(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "link", full)
    with pytest.raises(OSError, match="no space left"):
        stage.link_all(paths, str(source))
