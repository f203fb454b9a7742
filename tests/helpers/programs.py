"""Other programs that judge: found, or the test is skipped by name; in CI that is a failure."""

import ctypes
import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tests.helpers.sites import ROOT

IN_CI = os.environ.get("CI") == "true"
# Where Chrome lies on macOS, which puts no program on the path.
CHROME_APP = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def missing(what: str, command: str) -> NoReturn:
    """Say which command installs what is missing; skip the test, or fail it in CI."""
    message = f"{what} is missing: {command}"
    if IN_CI:
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def program(*names: str, package: str) -> str:
    """Find a system program by any of its names; ``package`` is apt's name for it."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing(names[0], f"sudo apt-get install {package}")


def tool(name: str) -> str:
    """Find a program that requirements-dev.txt brings, in this interpreter's own environment."""
    found = shutil.which(name, path=Path(sys.executable).parent)
    return found or missing(name, "make test")


def browser() -> str:
    """Find Chromium or Chrome, and what Playwright needs to steer it."""
    if sys.platform == "linux":
        try:
            ctypes.CDLL("libatomic.so.1")
        except OSError:
            missing("libatomic.so.1", "sudo apt-get install libatomic1")
    if CHROME_APP.exists():
        return str(CHROME_APP)
    return program("chromium", "chromium-browser", "google-chrome", package="chromium")


def node_file(path: str) -> Path:
    """Find a file of an npm package."""
    found = ROOT / "node_modules" / path
    if not found.exists():
        missing(f"node_modules/{path}", "sudo apt-get install npm, then npm ci --ignore-scripts")
    return found
