"""The README's first command, as a newcomer gives it: in a fresh clone."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.helpers.sites import ROOT


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_newcomer_gets_a_site(tmp_path: Path) -> None:
    """Clone, ``make site``, and the site is there; the second time writes nothing."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    first = make_site(clone)
    assert "output/" in first
    pages = sorted(path.relative_to(clone) for path in (clone / "output").rglob("*.html"))
    assert len(pages) > 50
    before = {path: (clone / path).stat().st_mtime_ns for path in pages}
    second = make_site(clone)
    assert ".venv" not in second
    assert before == {path: (clone / path).stat().st_mtime_ns for path in pages}
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, check=True
    )
    assert status.stdout == b"", "building left traces beside output/, .venv and .cache"


def make_site(clone: Path) -> str:
    """Run ``make site``; returns what it said."""
    environment = {
        name: value
        for name, value in os.environ.items()
        # What this run of make hands down to those below it is none of the newcomer's.
        if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VIRTUAL_ENV", "PYTHONPATH"}
    }
    done = subprocess.run(
        ["make", "site"],
        cwd=clone,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
