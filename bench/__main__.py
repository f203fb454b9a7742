"""``python -m bench [N]``: times whole builds of an archive of N articles (1,000)."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .archive import write_archive


class Run(NamedTuple):
    """One build: seconds by the clock, and the largest process in MiB."""

    seconds: float
    memory: float


class Bench:
    """An archive and the builds of it."""

    def __init__(self, folder: Path, articles: int) -> None:
        self._folder = folder
        self.content = folder / "content"
        write_archive(self.content, articles)
        self._texts = sorted(self.content.glob("columns/*/*/*.md"))

    def build(self) -> Run:
        """Build once, in a process of its own."""
        command = [sys.executable, "-m", "plugins.desk", "build", "--content", str(self.content)]
        command += [
            "--output",
            str(self._folder / "output"),
            "--cache",
            str(self._folder / "cache"),
        ]
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"the build failed with {process.returncode}")
        # Linux gives kibibytes, macOS bytes.
        unit = 2**20 if sys.platform == "darwin" else 2**10
        return Run(seconds, usage.ru_maxrss / unit)

    def edit(self, number: int) -> None:
        """Add a sentence to the end of one article."""
        with self._texts[number].open("a", encoding="utf-8") as file:
            file.write("\n又添了一句。\n")

    def retitle(self, number: int) -> None:
        """Change the title of one article."""
        text = self._texts[number].read_text(encoding="utf-8")
        self._texts[number].write_text(text.replace("title: ", "title: 新", 1), encoding="utf-8")

    def clean(self) -> None:
        """Forget everything that was built."""
        subprocess.run(
            ["rm", "-rf", str(self._folder / "output"), str(self._folder / "cache")], check=True
        )


def main() -> None:
    """Time the cases and print one line each."""
    options = argparse.ArgumentParser(prog="bench", description=__doc__)
    options.add_argument("articles", nargs="?", type=int, default=1000)
    options.add_argument("--runs", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="lanmu-bench-") as folder:
        bench = Bench(Path(folder), given.articles)
        print(f"{given.articles} articles, {os.cpu_count()} cores, medians of {given.runs}")
        cases: list[tuple[str, Callable[[int], None]]] = [
            ("cold", lambda _run: bench.clean()),
            ("nothing changed", lambda _run: None),
            ("one body edited", bench.edit),
            ("one title edited", bench.retitle),
        ]
        for name, prepare in cases:
            runs = []
            for number in range(given.runs):
                prepare(number)
                runs.append(bench.build())
            seconds = statistics.median(run.seconds for run in runs)
            memory = max(run.memory for run in runs)
            print(f"{name:>18}: {seconds:7.2f} s, largest process {memory:5.0f} MiB")


if __name__ == "__main__":
    main()
