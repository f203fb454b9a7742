"""The lock files: everything pinned and hashed, no address of any registry."""

import json
import re
import tomllib

import pytest

from tests.helpers.sites import ROOT

PYTHON_LOCKS = (
    "requirements-build.txt",
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-corpora.txt",
)
PIN = re.compile(r"([a-z0-9.-]+)==([^ ]+)( ;.*)?")


def pins(name: str) -> dict[str, set[str]]:
    """The pinned versions of each package in a lock file; some have one version per Python."""
    found: dict[str, set[str]] = {}
    for entry in entries(name):
        matched = PIN.match(entry)
        assert matched, f"{name}: not pinned: {entry}"
        found.setdefault(matched[1], set()).add(matched[2])
    return found


def entries(name: str) -> list[str]:
    """The entries of a lock file, each with its hashes on one line."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", PYTHON_LOCKS)
def test_every_package_is_pinned_and_hashed(name: str) -> None:
    """Each entry is one version with at least one sha256, and nothing else is said."""
    assert entries(name)
    for entry in entries(name):
        head, *hashes = re.split(r" +--hash=", entry)
        assert PIN.fullmatch(head.strip()), head
        assert hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each.strip()) for each in hashes), head


@pytest.mark.parametrize("name", [*PYTHON_LOCKS, "package-lock.json"])
def test_no_lock_names_an_address(name: str) -> None:
    """Where packages come from is each machine's own affair."""
    text = (ROOT / name).read_text(encoding="utf-8")
    text = re.sub(r'"(url|funding)": "[^"]*"', "", text)
    assert not re.search(r"https?://|file:|--index|--extra|--find-links|--trusted", text)


def test_the_npm_lock_is_hashed() -> None:
    """Each npm package has its version and its integrity, and no address."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: value for name, value in lock["packages"].items() if name}
    assert packages
    for name, value in packages.items():
        assert value["version"], name
        assert value["integrity"].startswith("sha512-"), name
        assert "resolved" not in value, name


def test_the_tests_run_on_what_readers_get() -> None:
    """What both lists name has the same versions in both."""
    runtime, tests = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: tests.get(name) for name in runtime} == runtime


def test_texts_of_others_are_of_the_version_that_is_used() -> None:
    """The documentation that tests read is that of the library they run."""
    runtime = pins("requirements.txt")
    assert {name: runtime.get(name) for name in pins("requirements-corpora.txt")} == pins(
        "requirements-corpora.txt"
    )


def test_every_dependency_is_locked() -> None:
    """What pyproject.toml asks for is in the lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=!~ ;\[]", each)[0].lower() for each in project["dependencies"]}
    assert names <= set(pins("requirements.txt"))
