"""What all tests share: the order they run in, the sample site, and small sites of their own."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.helpers.sites import NOW, ROOT, Build, Content, Site, small_site
from tests.site.kit import Quick

# Fixtures that make a test slow, the slowest last. A test that uses none of them, and is not marked
# slow, is fast.
COSTLY = ("site", "built", "sample_site", "chromium")
BROWSER_FOLDER = ROOT / "tests" / "browser"


def cost(item: pytest.Item) -> int:
    """Say how late a test should run: 0 for the fast ones."""
    if item.get_closest_marker("slow"):
        return len(COSTLY) + 1
    used: list[str] = getattr(item, "fixturenames", [])
    return max((COSTLY.index(name) + 1 for name in used if name in COSTLY), default=0)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first, and all browser tests in one process, so that one Chromium does."""
    items.sort(key=cost)
    for item in items:
        if cost(item) == 0:
            item.add_marker(pytest.mark.fast)
        if item.path.is_relative_to(BROWSER_FOLDER):
            item.add_marker(pytest.mark.xdist_group("browser"))


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
