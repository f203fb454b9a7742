"""Actionlint and zizmor over the workflows, and that every action is pinned by its hash."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.helpers.programs import node_file, program, tool
from tests.helpers.sites import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
# This build of actionlint is older than the runner that the workflows ask for by name.
NEWER = 'label "ubuntu-24.04" is unknown'
LINT = """
const { createLinter } = require(process.argv[1]);
const { readFileSync } = require("node:fs");
createLinter().then((lint) => {
  const file = process.argv[2];
  console.log(JSON.stringify(lint(readFileSync(file, "utf8"), file)));
});
"""


def actionlint(file: Path) -> list[dict[str, object]]:
    """Run actionlint, a WebAssembly module here, which may fall over at a second file."""
    node = program("node", package="nodejs")
    module = node_file("actionlint/node.cjs")
    done = subprocess.run(
        [node, "-e", LINT, str(module), str(file)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_actionlint_finds_nothing() -> None:
    """The workflows are what GitHub can run."""
    assert WORKFLOWS
    found = [each for file in WORKFLOWS for each in actionlint(file)]
    assert [each for each in found if NEWER not in str(each["message"])] == []


def test_actionlint_is_awake(tmp_path: Path) -> None:
    """A wrong key is found."""
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    stepz: []\n")
    assert actionlint(wrong)


def test_zizmor_finds_nothing() -> None:
    """The workflows give nobody a way in; asked as pedantically as it can."""
    done = subprocess.run(
        [
            *(tool("zizmor"), "--offline"),
            *("--no-progress", "--persona", "pedantic", str(ROOT / ".github")),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned(path: Path) -> None:
    """A tag can be moved, a commit's hash cannot; the version stands beside it for people."""
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert uses
    for each in uses:
        assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each


def test_publishing_is_daily_at_ten_past_midnight_in_beijing() -> None:
    """On This Day turns its page with the reader's calendar, not with Greenwich's."""
    text = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert re.findall(r'cron: "(.*)"', text) == ["10 16 * * *", "10 22 * * *"]
