"""What all tests share: the order they run in, the sample site, and small sites of their own."""

import fcntl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.helpers.sites import NOW, ROOT, Build, Content, Site, small_site
from tests.site.kit import Quick

# Fixtures that make a test slow, the slowest last. A test that uses none of them, and is not marked
# slow, is fast.
COSTLY = ("site", "built", "sample_site", "chromium")
# Files whose tests share what takes long to make: each of them runs in one process.
TOGETHER = (
    "tests/browser/test_on_this_day.py",
    "tests/browser/test_preview.py",
    "tests/browser/test_search_parts.py",
    "tests/site/test_cluster.py",
)


def cost(item: pytest.Item) -> int:
    """Say how late a test should run: 0 for the fast ones."""
    # It takes as long as a hundred others: while it runs alone, another process does those.
    if item.get_closest_marker("slow"):
        return 1
    used: list[str] = getattr(item, "fixturenames", [])
    return max((COSTLY.index(name) + 2 for name in used if name in COSTLY), default=0)


def file_of(nodeid: str) -> str:
    """The file of a test."""
    return nodeid.partition("::")[0]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first; of others alike, first those that cannot be shared out."""
    items.sort(key=lambda item: (cost(item), file_of(item.nodeid) not in TOGETHER))
    for item in items:
        if cost(item) == 0:
            item.add_marker(pytest.mark.fast)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With ``--dist loadgroup``, keep the tests of a file together where that spares work.

    pytest-xdist's own way, a mark, is without effect: 3.8 writes it where pytest 9.2 does not look.
    """
    return Shared(config, log) if config.getvalue("dist") == "loadgroup" else None


class Shared(LoadScopeScheduling):  # type: ignore[misc] # xdist has no types
    """Shares out single tests, and some files whole."""

    def _split_scope(self, nodeid: str) -> str:
        file = file_of(nodeid)
        return file if file in TOGETHER else nodeid


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Quick]:
    """Write and build a small site: ``site({"columns/news/2026/a.md": text})``.

    It is built in this process: a process of its own takes two seconds, most of them to load
    what it needs and to compile templates.
    """
    count = 0

    def make(files: Content, *options: str, now: str = NOW) -> Quick:
        nonlocal count
        count += 1
        made = Quick(small_site(tmp_path / f"site-{count}", files).root)
        made.build(*options, now=now)
        return made

    return make


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Site:
    """The repository's own content, built once for publishing; every process shares it."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    made = Site(shared / "sample")
    made.content = ROOT / "content"
    made.root.mkdir(exist_ok=True)
    result = made.root / "result.json"
    with (made.root / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if result.exists():
            made.last = msgspec.json.decode(result.read_bytes(), type=Build)
        else:
            result.write_bytes(msgspec.json.encode(made.build("--publish", jobs=2)))
    assert made.exit_code == 0, made.last.stdout + made.last.stderr
    return made
