"""The Makefile's promises: it explains itself, and names the command for what is missing."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.helpers.sites import ROOT

TARGETS = ("site", "preview", "publish", "check", "stats", "test", "lint", "bench", "clean")


def make(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run make in a folder."""
    return subprocess.run(
        ["make", *words], cwd=cwd, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile and nothing installed."""
    for name in ("Makefile", "requirements-build.txt", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def python(folder: Path, script: str) -> Path:
    """Put a false interpreter into a folder."""
    path = folder / "python-of-old"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_make_alone_explains() -> None:
    """Each command has its line, in Chinese and in English, and nothing is done."""
    done = make()
    assert done.returncode == 0
    for target in TARGETS:
        line = re.search(rf"^  make {target} .*$", done.stdout, re.MULTILINE)
        assert line, target
        assert re.search(r"[\u4e00-\u9fff].* · [A-Za-z]", line[0]), line[0]


def test_an_old_python_is_told_from_a_new_one(checkout: Path) -> None:
    """Python before 3.11: one line says so, the next is the command, and make fails."""
    old = python(checkout, "exit 1")
    done = make("site", f"PYTHON={old}", cwd=checkout)
    assert done.returncode != 0
    assert "3.11" in done.stdout
    assert re.search(r"^ {4}(sudo apt-get|brew) install ", done.stdout, re.MULTILINE)
    assert not (checkout / ".venv").exists()


def test_a_missing_venv_module_is_named(checkout: Path) -> None:
    """Debian packs venv apart from Python: the message names its package."""
    bare = python(checkout, 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac')
    done = make("site", f"PYTHON={bare}", cwd=checkout)
    assert done.returncode != 0
    assert re.search(r"^ {4}(sudo apt-get install python3-venv|brew )", done.stdout, re.MULTILINE)


def test_clean_never_touches_content(checkout: Path) -> None:
    """What was built and kept goes; what editors wrote stays."""
    built = ("output/index.html", ".output.spare/index.html", ".cache/kept")
    for name in (*built, "content/columns/a.md"):
        path = checkout / name
        path.parent.mkdir(parents=True)
        path.write_text("x")
    done = make("clean", cwd=checkout)
    assert done.returncode == 0, done.stderr
    assert not (checkout / "output").exists()
    assert not (checkout / ".output.spare").exists()
    assert not (checkout / ".cache").exists()
    assert (checkout / "content/columns/a.md").exists()
