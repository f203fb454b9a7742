"""Makes the parts of the index that are missing, in a process of its own beside the build.

It is started anew, not forked: it is small, and ends when the build does, for the build holds
the other end of its standard input.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import msgspec

from plugins.press.page import output_path
from plugins.press.sink import checksum
from plugins.press.store import Texts

from .html import found_by, page, plain
from .pagefind import is_served, start
from .records import Record
from .sieve import LIST, PAIRS, Listed

RESULT = "result"
"""The file in the working folder that says how the work went."""

AT_ONCE = 2
"""So many parts are made at a time; each takes some 300 MiB."""


class Task(msgspec.Struct, frozen=True, array_like=True):
    """A part to be made: its folder's name, and its records, encoded as one tuple."""

    name: str
    records: msgspec.Raw


class Job(msgspec.Struct, frozen=True, array_like=True):
    """All that is to be done: parts by parts, into ``folder``, of texts in ``store``."""

    folder: str
    store: str
    language: str
    tasks: tuple[Task, ...]


class Result(msgspec.Struct, frozen=True, array_like=True):
    """How it went: seconds by the clock, and what went wrong, if anything did."""

    seconds: float
    fault: str = ""


class Failed(Exception):
    """Pagefind did not make an index."""


def main(work: Path) -> None:
    """Do the job that lies in the folder ``work``, and say there how it went."""
    began = time.monotonic()
    job = msgspec.msgpack.decode((work / "job").read_bytes(), type=Job)
    fault = ""
    try:
        _all_parts(job, work)
    except (Failed, OSError, LookupError) as error:
        fault = str(error) or type(error).__name__
    result = Result(time.monotonic() - began, fault)
    (work / RESULT).write_bytes(msgspec.msgpack.encode(result))


def _all_parts(job: Job, work: Path) -> None:
    """Make all parts, some at a time."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        making = [
            threads.submit(_make, job, task, work / f"pages-{number}")
            for number, task in enumerate(job.tasks)
        ]
        try:
            for each in making:
                each.result()
        except BaseException:
            threads.shutdown(cancel_futures=True)
            raise


def _make(job: Job, task: Task, pages: Path) -> None:
    """Lay out the pages of a part and let Pagefind index them."""
    # SQLite's connections are a thread's own.
    with closing(Texts(Path(job.store))) as texts:
        words = _lay_out(task, pages, texts, job.language)
    made = pages.with_name(pages.name.replace("pages", "index"))
    program = start(pages, made)
    _programs.append(program)
    # Only now: NumPy is loaded while Pagefind is at work.
    from .bloom import bloom

    pairs = bloom(words)
    _, said = program.communicate()
    _programs.remove(program)
    shutil.rmtree(pages)
    if program.returncode or not (made / "pagefind-entry.json").is_file():
        detail = said.decode("utf-8", "replace").strip()
        raise Failed(f"{task.name}: {detail[-300:] or program.returncode}")
    _finish(made, pairs, Path(job.folder) / task.name)


_programs: list["subprocess.Popen[bytes]"] = []


def _lay_out(task: Task, pages: Path, texts: Texts, language: str) -> str:
    """Write the page of each record where Pagefind takes its address from; give their words."""
    pages.mkdir()
    words = []
    for record in msgspec.msgpack.decode(task.records, type=tuple[Record, ...]):
        file = pages / output_path(record.url)
        file.parent.mkdir(parents=True, exist_ok=True)
        found = found_by(record, texts(record.body.key))
        words.append(plain(found))
        file.write_text(page(record, found, language), "utf-8")
    return "\n".join(words)


def _finish(made: Path, pairs: bytes, place: Path) -> None:
    """Put what is served of an index, and its filter, in its place, whole or not at all."""
    files = []
    for file in sorted(path for path in made.rglob("*") if path.is_file()):
        if is_served(file):
            path = file.relative_to(made).as_posix()
            files.append(Listed(path, checksum(file.read_bytes())))
        else:
            file.unlink()
    (made / PAIRS).write_bytes(pairs)
    (made / LIST).write_bytes(msgspec.msgpack.encode(files))
    made.rename(place)


def _end_with_the_build() -> None:
    """End when the build ends or is killed: nobody waits for what is made here any more."""
    # Not by way of sys.stdin, whose lock Python wants to have at its own end.
    os.read(0, 1)
    for program in _programs:
        program.kill()
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=_end_with_the_build, daemon=True).start()
    main(Path(sys.argv[1]))
