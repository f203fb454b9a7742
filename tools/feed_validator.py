"""Fetches the W3C feed validator, which judges our feeds and is not kept in here.

Run it with the environment of the tests: ``.venv/bin/python tools/feed_validator.py``. It puts
the validator's modules into ``.cache/corpora/feedvalidator`` and does nothing where they are
there already. Git holds what it fetches to the commit named here.
"""

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "https://github.com/w3c/feedvalidator"
COMMIT = "43dabeb217bd8d8b0a3f12f3a6e7c39a8619d9a8"
GOAL = ROOT / ".cache" / "corpora" / "feedvalidator"
MARK = "COMMIT"
"""A file with the commit that lies there."""


def main() -> int:
    """Fetch what is missing; gives Git's exit code."""
    mark = GOAL / MARK
    if mark.is_file() and mark.read_text() == COMMIT:
        return 0
    GOAL.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=GOAL.parent) as name:
        folder = Path(name)
        packed = fetched(folder / "git")
        if packed is None:
            return 1
        goal = folder / "goal"
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(goal, filter="data")
        (goal / MARK).write_text(COMMIT)
        shutil.rmtree(GOAL, ignore_errors=True)
        goal.replace(GOAL)
    print(f"the W3C feed validator in {GOAL.relative_to(ROOT)}")
    return 0


def fetched(folder: Path) -> bytes | None:
    """The validator's modules as a tar archive; None where Git cannot get them."""
    git = ["git", f"--git-dir={folder}"]
    steps = [["init", "--quiet", "--bare"], ["fetch", "--quiet", "--depth=1", SOURCE, COMMIT]]
    for step in steps:
        if subprocess.run([*git, *step], check=False).returncode:
            return None
    packed = subprocess.run(
        [*git, "archive", "--format=tar", COMMIT, "src/feedvalidator"], check=False, stdout=-1
    )
    return packed.stdout if packed.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
