"""The micro-benchmarks' figures: what pytest-benchmark writes down of ``bench/micro``."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from .builders import ROOT


class Micro(NamedTuple):
    """A small thing done once: its name, and the median in seconds."""

    name: str
    seconds: float


def run_micro() -> tuple[Micro, ...]:
    """Run ``bench/micro`` in a process of its own; raises ``CalledProcessError``."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "micro.json"
        command = [sys.executable, "-m", "pytest", "bench/micro", "-q", "-p", "no:cacheprovider"]
        command.append(f"--benchmark-json={written}")
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return figures(written.read_bytes())


def figures(written: bytes) -> tuple[Micro, ...]:
    """The figures in pytest-benchmark's JSON, by name."""
    found = json.loads(written)["benchmarks"]
    named = (Micro(_name(each["name"]), float(each["stats"]["median"])) for each in found)
    return tuple(sorted(named))


def _name(test: str) -> str:
    return test.removeprefix("test_").replace("_", " ")
