"""One whole process, measured: seconds by the clock, of the processors, and its memory."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Run(NamedTuple):
    """A process and all the processes it waited for.

    ``seconds`` by the clock; ``cpu`` seconds of all processors, of users and system;
    ``memory`` MiB of the largest process at its largest.
    """

    seconds: float
    cpu: float
    memory: float


class Pair(NamedTuple):
    """The same change built by both, one after the other."""

    hugo: Run
    lanmu: Run

    @property
    def ratio(self) -> float:
        """How long Lanmu took for each second of Hugo's."""
        return self.lanmu.seconds / self.hugo.seconds


class Case(NamedTuple):
    """A case of the table: its name and its pairs, in the order they ran."""

    name: str
    pairs: tuple[Pair, ...]

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios."""
        return median(pair.ratio for pair in self.pairs)

    @property
    def hugo(self) -> Run:
        """Hugo's medians, and its largest memory."""
        return middle([pair.hugo for pair in self.pairs])

    @property
    def lanmu(self) -> Run:
        """Lanmu's medians, and its largest memory."""
        return middle([pair.lanmu for pair in self.pairs])


def middle(runs: Sequence[Run]) -> Run:
    """The medians of several runs, and the largest memory of all."""
    return Run(
        median(run.seconds for run in runs),
        median(run.cpu for run in runs),
        max(run.memory for run in runs),
    )


def measure(
    command: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    output: int = subprocess.DEVNULL,
) -> Run:
    """Run a command in ``folder`` and measure it; raises ``SystemExit`` where it fails.

    What it prints goes to the file ``output``, by its number.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=output,
    )
    # What wait4 tells of holds for the process and for those that it waited for itself.
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed with {process.returncode}")
    # Linux gives kibibytes, macOS bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)
