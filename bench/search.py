"""How long the search index takes, and how much of it there is: Lanmu alone, for Hugo has none."""

import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .archive import write_archive
from .builders import ROOT, Lanmu
from .changes import Changes
from .measure import Run, measure


class Searched(NamedTuple):
    """Whole builds with search, and ``took``: the seconds of the first that the index took.

    ``files`` and ``size`` are those of the index, in bytes. ``start`` is what a browser fetches
    before its first query: Pagefind itself, and what there is in each part.
    """

    cold: Run
    took: float
    body: Run
    nothing: Run
    files: int
    size: int
    start: int


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
    parts = sorted((lanmu.output / "search/parts").iterdir())
    start = [path for part in parts for path in part.glob("pagefind*.*") if path.suffix != ".js"]
    # The script, the worker and the WebAssembly are fetched from one part alone.
    start += [parts[-1] / name for name in ("pagefind.js", "pagefind-worker.js")]
    start += [parts[-1] / "wasm.unknown.pagefind"]
    sizes = _size(files), _size(start)
    shutil.rmtree(folder)
    return Searched(cold, took, body, nothing, len(files), *sizes)


def _built(lanmu: Lanmu) -> tuple[Run, float]:
    """A build, and how long its index took by its own account."""
    with tempfile.TemporaryFile() as said:
        command = lanmu.command("build", "--output", lanmu.output, "--format", "json")
        run = measure(command, ROOT, output=said.fileno())
        said.seek(0)
        return run, float(json.load(said)["summary"]["stages"]["search"])


def _size(files: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in files)
