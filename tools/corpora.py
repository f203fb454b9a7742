"""Fetches texts that tests are run on, which others wrote and which are not kept in here.

Run it with the environment of the tests: ``.venv/bin/python tools/corpora.py``. It puts the
documentation of Python-Markdown, which is Markdown, into ``.cache/corpora/markdown-docs``,
and does nothing where it is there already.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "requirements-corpora.txt"
GOAL = ROOT / ".cache" / "corpora" / "markdown-docs"
# A copy of the list, by which one sees what was unpacked.
MARK = "requirements-corpora.txt"


def main() -> int:
    """Fetch what is missing; gives pip's exit code."""
    wanted = LIST.read_bytes()
    mark = GOAL / MARK
    if mark.is_file() and mark.read_bytes() == wanted:
        return 0
    GOAL.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=GOAL.parent) as name:
        folder = Path(name)
        code = download(folder)
        if code:
            return code
        (archive,) = folder.glob("*.tar.gz")
        docs = folder / "docs"
        print(f"{unpack(archive, docs)} texts in {GOAL.relative_to(ROOT)}")
        (docs / MARK).write_bytes(wanted)
        shutil.rmtree(GOAL, ignore_errors=True)
        docs.replace(GOAL)
    return 0


def download(folder: Path) -> int:
    """Have pip put the source distribution into a folder, its hash checked."""
    options = "--no-deps --no-binary :all: --no-build-isolation --require-hashes --quiet"
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download"]
    command += [*options.split(), "--dest", str(folder), "--requirement", str(LIST)]
    return subprocess.run(command, check=False).returncode


def unpack(archive: Path, goal: Path) -> int:
    """Write the ``docs/**/*.md`` of a source distribution into ``goal``; gives their number.

    Nothing else is taken from it: no link, and no name that leads elsewhere.
    """
    count = 0
    with tarfile.open(archive) as opened:
        for member in opened:
            parts = PurePosixPath(member.name).parts[1:]
            file = opened.extractfile(member) if member.isreg() else None
            if parts[:1] != ("docs",) or ".." in parts or not parts[-1].endswith(".md"):
                continue
            if file is not None:
                path = goal.joinpath(*parts[1:])
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.read())
                count += 1
    return count


if __name__ == "__main__":
    sys.exit(main())
