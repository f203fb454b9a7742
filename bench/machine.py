"""The machine that a run was made on."""

import datetime as dt
import os
import platform
import subprocess
from pathlib import Path
from typing import NamedTuple


class Machine(NamedTuple):
    """What a reader must know to compare figures."""

    cores: int
    processor: str
    memory: float
    """GiB."""
    system: str
    python: str
    hugo: str
    date: dt.date


def machine(hugo: Path) -> Machine:
    """Tell what machine runs this, with Hugo's version as its program tells it."""
    said = subprocess.run([hugo, "version"], capture_output=True, encoding="utf-8", check=True)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Machine(
        cores=cores or 1,
        processor=_processor(),
        memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30,
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        hugo=said.stdout.split()[1].partition("-")[0].lstrip("v"),
        date=dt.datetime.now(dt.UTC).date(),
    )


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    if known.is_file():
        for line in known.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()
