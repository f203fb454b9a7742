"""A build on a Dask cluster: two worker processes of this machine, the same bytes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.sites import ROOT, Site, lanmu, small_site
from tests.site.kit import Quick, article, articles, photo

SECONDS = 60


def start(module: str, *words: str) -> subprocess.Popen[bytes]:
    """Start one of Dask's programs in the project's folder, as docs/cluster.md says."""
    command = [sys.executable, "-m", f"distributed.cli.{module}", *words, "--no-dashboard"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet, start_new_session=True)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    told = tmp_path_factory.mktemp("cluster") / "scheduler.json"
    workers = ("--nthreads", "1", "--no-nanny", "--memory-limit", "0")
    running = [
        start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
    ]
    try:
        end = time.monotonic() + SECONDS
        while not told.exists() and time.monotonic() < end:
            time.sleep(0.05)
        uri = str(json.loads(told.read_text())["address"])
        running += [start("dask_worker", uri, *workers) for _ in range(2)]
        yield uri.replace("tcp://", "dask://")
    finally:
        for process in running:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small newsroom with a photograph, and one article that cannot be read."""
    files = articles(30)
    files["columns/news/2026/photo/index.md"] = article(
        "照片", "2026-05-05", "![河](a.jpg)", id="photo"
    )
    files["columns/news/2026/photo/a.jpg"] = photo(width=700, height=500)
    files["columns/news/2026/bad.md"] = article("坏", "昨天")
    return small_site(tmp_path, files)


def test_a_cluster_makes_the_same_bytes(site: Site, address: str, tmp_path: Path) -> None:
    """Read, rendered and painted elsewhere; then an edit, told apart from what stands."""
    alone = Quick(tmp_path / "here")
    alone.content = site.content
    here = alone.build()
    there = site.build("--executor", address)
    assert (there.exit_code, there.stderr) == (1, "")
    assert there.findings == here.findings
    assert there.summary["rendered"] == here.summary["rendered"] > 30
    assert site.snapshot() == alone.snapshot()
    assert site.build("--executor", address).summary["rendered"] == 0
    edited = {"columns/news/2026/a03.md": article("第3篇", "2026-01-04", "改了。", id="a3")}
    assert 0 < site.rebuild(edited, "--executor", address).summary["rendered"] < 20
    alone.build()
    assert site.snapshot() == alone.snapshot()


@pytest.mark.parametrize(
    ("address", "word"), [("dask://127.0.0.1:1", "127.0.0.1:1"), ("http://x", "dask://")]
)
def test_a_cluster_that_is_not_there_is_told(site: Site, address: str, word: str) -> None:
    """In words, before anything is read; the exit code says that the call was wrong."""
    build = site.build("--executor", address)
    assert build.exit_code == 2
    assert word in build.stderr
    assert "Traceback" not in build.stderr
    assert not site.output.exists()


def test_check_knows_no_cluster() -> None:
    """It reads what is here."""
    assert lanmu("check", "--executor", "dask://127.0.0.1:1").exit_code == 2
