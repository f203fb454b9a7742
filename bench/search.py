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


class Built(NamedTuple):
    """A whole build with search, and the seconds of it in which the index was made."""

    run: Run
    indexed: float


class Searched(NamedTuple):
    """Builds: cold, one body edited, another one, nothing changed.

    ``files`` and ``size`` are those of the index, in bytes. ``fetched`` is what some queries
    cost a reader, ``quality`` how well a set of them is answered.
    """

    cold: Built
    body: Built
    another: Built
    nothing: Built
    files: int
    size: int
    fetched: tuple[Fetched, ...]
    quality: Quality


def searched(folder: Path, articles: int) -> Searched:
    """Build an archive with search: all of it, after one edit, after another, after none."""
    content = folder / "content"
    write_archive(content, articles, search=True)
    now = dt.datetime.now(dt.UTC).astimezone().isoformat(timespec="seconds")
    lanmu = Lanmu(content, folder / "lanmu", now)
    changes = Changes(content)
    cold = _built(lanmu)
    changes.body()
    body = _built(lanmu)
    changes.body()
    another = _built(lanmu)
    nothing = _built(lanmu)
    files = [path for path in (lanmu.output / "search").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    cost, good = fetched(lanmu.output), quality(lanmu.output, "archive")
    shutil.rmtree(folder)
    return Searched(cold, body, another, nothing, len(files), size, cost, good)


def _built(lanmu: Lanmu) -> Built:
    """A build, and how long its index took by its own account."""
    with tempfile.TemporaryFile() as said:
        command = lanmu.command("build", "--output", lanmu.output, "--format", "json")
        run = measure(command, ROOT, output=said.fileno())
        said.seek(0)
        return Built(run, float(json.load(said)["summary"]["stages"]["search"]))
