"""Builds of a small site, for the tests of the sink's two trees."""

import time
from pathlib import Path

import pytest

from plugins.press.sink import MARK, Sink
from tests.helpers.sites import tree

SITE = {f"columns/{n % 10}/{n}/index.html": b"page %d" % n for n in range(60)} | {"feed.xml": b"0"}
PAGE = "columns/7/7/index.html"


def build(output: Path, memory: bytes | None, files: dict[str, bytes]) -> bytes:
    """A build of these files; the digest of each is its content."""
    sink = Sink(output, memory)
    for path, data in files.items():
        if sink.has(path, data):
            sink.keep(path)
        else:
            sink.write(path, data, data)
    return sink.commit()


def pages(folder: Path) -> dict[str, bytes]:
    """A tree's files, but for the mark."""
    return {path: data for path, data in tree(folder).items() if path != MARK}


def folders(root: Path) -> dict[str, int]:
    """Which folder each is."""
    return {
        path.relative_to(root).as_posix(): path.stat().st_ino
        for path in root.rglob("*")
        if path.is_dir()
    }


def rest(output: Path, memory: bytes, files: dict[str, bytes]) -> bytes:
    """Build until all is trusted by its times: what was made just now is not."""
    for _ in range(300):
        before, memory = memory, build(output, memory, files)
        if memory == before:
            return memory
        time.sleep(0.01)
    pytest.fail("each build remembers something else")
