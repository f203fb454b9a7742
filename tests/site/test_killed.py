"""A build that is killed leaves the old site or the new one, never something between."""

import multiprocessing
import os
import shutil
import signal
import time
from typing import Any

import pytest

from tests.helpers.sites import SITE_TOML, small_site, tree
from tests.site.kit import Quick, articles, photo

OLD: dict[str, str | bytes] = {**articles(60), "media/m.jpg": photo()}
NEW: dict[str, str | bytes] = {"site.toml": SITE_TOML.replace("试验周报", "另一份报")}

# What the output was one build ago stays beside it.
SPARE = ".output.spare"

# Forked, the child has everything imported: what is left of its time is the build alone.
FORK = multiprocessing.get_context("fork")


class Stage:
    """A site in its old state, its new state known, to be built and killed again and again."""

    def __init__(self, made: Quick) -> None:
        self.made = made
        self.old = made.snapshot()
        made.write(NEW)
        self.new = made.clean()
        self.saved = made.root.parent / "saved"
        for name in ("output", "cache"):
            shutil.copytree(made.root / name, self.saved / name)

    def reset(self) -> None:
        """Put output and cache back to what they were."""
        for path in self.made.root.iterdir():
            if path.name != "content":
                shutil.rmtree(path)
        for name in ("output", "cache"):
            shutil.copytree(self.saved / name, self.made.root / name)

    def check(self) -> bool:
        """See that the output is whole; tell whether it is the new one; then build on."""
        found = tree(self.made.output)
        assert found in (self.old, self.new)
        self.made.build()
        assert self.made.exit_code == 0, self.made.last.stderr
        assert self.made.snapshot() == self.new
        assert {p.name for p in self.made.root.iterdir()} - {SPARE} == {
            "content",
            "output",
            "cache",
        }
        return found == self.new


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """A site of sixty articles and a change that reaches every page."""
    made = small_site(tmp_path_factory.mktemp("killed") / "site", OLD)
    quick = Quick(made.root)
    quick.build()
    return Stage(quick)


def test_killed_at_any_moment(stage: Stage) -> None:
    """SIGKILL at eight moments from the start of a build to its end."""
    started = time.perf_counter()
    stage.reset()
    child = FORK.Process(target=stage.made.build)
    child.start()
    child.join()
    whole = time.perf_counter() - started
    for step in range(8):
        stage.reset()
        child = FORK.Process(target=stage.made.build)
        child.start()
        child.join(whole * (step + 0.5) / 8)
        child.kill()
        child.join()
        stage.check()


def dying(made: Quick, owner: Any, name: str, times: int) -> None:
    """Build, but die when a function is called for the so manieth time."""
    real = getattr(owner, name)
    left = times

    def fatal(*args: Any, **more: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **more)

    setattr(owner, name, fatal)
    made.build()


@pytest.mark.parametrize(
    ("owner", "name", "times", "is_new"),
    [
        (os, "write", 0, False),
        (os, "write", 30, False),
        (os, "link", 0, False),
        (os, "link", 3, False),
        (shutil, "rmtree", 0, True),
    ],
    ids=["first-page", "some-pages", "first-link", "some-links", "clearing-up"],
)
def test_killed_at_a_step(stage: Stage, owner: Any, name: str, times: int, is_new: bool) -> None:
    """The site changes in one step: before it all is old, after it all is new."""
    stage.reset()
    child = FORK.Process(target=dying, args=(stage.made, owner, name, times))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    assert stage.check() is is_new


def test_interrupted_by_the_keyboard(stage: Stage) -> None:
    """Ctrl+C is no crash: the old site stands, and nothing is left lying about."""
    stage.reset()
    child = FORK.Process(target=interrupted, args=(stage.made,))
    child.start()
    child.join()
    assert child.exitcode == 3
    assert tree(stage.made.output) == stage.old
    stage.check()


def interrupted(made: Quick) -> None:
    """Build, with Ctrl+C at the tenth page; exit as the command does."""
    real, left = os.write, 10

    def fatal(file: int, data: Any) -> int:
        nonlocal left
        left -= 1
        if left == 0:
            raise KeyboardInterrupt
        return real(file, data)

    os.write = fatal
    os._exit(made.build().exit_code)
