"""How long the search index takes, and how much of it there is: Lanmu alone, for Hugo has none."""

import datetime as dt
import json
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from .archive import write_archive
from .builders import ROOT, Lanmu
from .changes import Changes
from .measure import Run, measure
from .search_bytes import Fetched, fetched
from .search_quality import Quality, quality


class Searched(NamedTuple):
    """Whole builds with search, and ``took``: the seconds of the first that the index took.

    ``files`` and ``size`` are those of the index, in bytes. ``fetched`` is what some queries
    cost a reader, ``quality`` how well a set of them is answered.
    """

    cold: Run
    took: float
    body: Run
    nothing: Run
    files: int
    size: int
    fetched: tuple[Fetched, ...]
    quality: Quality


def searched(folder: Path, articles: int) -> Searched:
    """Build an archive with search: all of it, one body edited, nothing changed."""
    content = folder / "content"
    write_archive(content, articles, search=True)
    now = dt.datetime.now(dt.UTC).astimezone().isoformat(timespec="seconds")
    lanmu = Lanmu(content, folder / "lanmu", now)
    cold, took = _built(lanmu)
    Changes(content).body()
    body, _ = _built(lanmu)
    nothing, _ = _built(lanmu)
    files = [path for path in (lanmu.output / "search").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    cost, good = fetched(lanmu.output), quality(lanmu.output, "archive")
    shutil.rmtree(folder)
    return Searched(cold, took, body, nothing, len(files), size, cost, good)


def _built(lanmu: Lanmu) -> tuple[Run, float]:
    """A build, and how long its index took by its own account."""
    with tempfile.TemporaryFile() as said:
        command = lanmu.command("build", "--output", lanmu.output, "--format", "json")
        run = measure(command, ROOT, output=said.fileno())
        said.seek(0)
        return run, float(json.load(said)["summary"]["stages"]["search"])
