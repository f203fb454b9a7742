"""A build that dies, is killed, or finds the disk full: the old site stands, or the new one."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.press.sink import MARK, Sink
from tests.helpers.sites import ROOT, tree

COUNT = 300
SCRIPT = """
import ctypes, resource, sys
from pathlib import Path
from plugins.press.sink import Sink

output, word, count, limit = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
if sys.argv[5:]:
    del ctypes.CDLL
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sink = Sink(output, None)
for number in range(count):
    data = f"{word} {number}".encode() * (2000 if limit else 1)
    sink.write(f"pages/{number % 20}/{number}.html", data, data)
print("ready", flush=True)
sink.commit()
"""

SERIES = """
import os, sys
from pathlib import Path
from plugins.press.sink import Sink

def site(number):
    pages = {f"pages/{n}/index.html": f"{n}" for n in range(8)}
    pages |= {f"pages/{n}/index.html": f"new {number}" for n in (number % 8, number * 3 % 8)}
    moving = {"moving": "a file"} if number % 2 else {"moving/x.html": "a folder"}
    return {path: text.encode() for path, text in {**pages, **moving}.items()}

def build(output, memory, number):
    sink = Sink(output, memory)
    for path, data in site(number).items():
        sink.keep(path) if sink.has(path, data) else sink.write(path, data, data)
    return sink.commit()

def pages(folder):
    files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    return {path: file.read_bytes() for path, file in files.items() if path != ".lanmu"}

def die_after(steps):
    left = steps
    def watch(event, _):
        nonlocal left
        if event == "open" or event.startswith(("os.", "ctypes.", "shutil.")):
            left -= 1
            if left < 0:
                os._exit(9)
    sys.addaudithook(watch)

steps, died = 0, True
while died:
    output = Path(sys.argv[1]) / str(steps) / "output"
    memory = None
    for number in (1, 2, 3):
        memory = build(output, memory, number)
    child = os.fork()
    if not child:
        die_after(steps)
        build(output, memory, 4)
        os._exit(0)
    died = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    assert pages(output) in (site(3), site(4)), steps
    for number in (5, 6):
        memory = build(output, memory, number)
        assert pages(output) == site(number), steps
    assert {p.name for p in output.parent.iterdir()} <= {"output", ".output.spare"}, steps
    steps += 1
print(steps)
"""

ENDLESS = """
import os, sys
from pathlib import Path
from plugins.press.sink import Sink

output, memory = Path(sys.argv[1]), Path(sys.argv[2])
number = int((output / "number.html").read_bytes()) if output.exists() else 0
while True:
    number += 1
    sink = Sink(output, memory.read_bytes() if memory.exists() else None)
    for n in range(100):
        path, data = f"pages/{n}.html", f"{n} {number * n // 50}".encode()
        sink.keep(path) if sink.has(path, data) else sink.write(path, data, data)
    sink.write("number.html", b"%d" % number, b"%d" % number)
    after = memory.with_suffix(".new")
    after.write_bytes(sink.commit())
    after.rename(memory)
    print("begun", flush=True)
"""


def endless(number: int) -> dict[str, bytes]:
    """The site that the program above makes in its build of a number."""
    site = {f"pages/{n}.html": f"{n} {number * n // 50}".encode() for n in range(100)}
    return {**site, "number.html": b"%d" % number}


def expected(word: str, count: int = COUNT) -> dict[str, bytes]:
    """The site that the program above makes of a word."""
    return {f"pages/{n % 20}/{n}.html": f"{word} {n}".encode() for n in range(count)}


def begin(output: Path, word: str, *more: str, limit: int = 0) -> subprocess.Popen[str]:
    """Start a build in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(output), word, str(COUNT), str(limit), *more],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def pages(output: Path) -> dict[str, bytes]:
    """The output's files, but for the mark."""
    return {path: data for path, data in tree(output).items() if path != MARK}


def built(output: Path, word: str) -> bytes:
    """A site of one word, built here."""
    sink = Sink(output, None)
    for path, data in expected(word).items():
        sink.write(path, data, data)
    return sink.commit()


@pytest.mark.parametrize("seed", range(10))
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path, seed: int) -> None:
    """Killed at any moment, early or in the swap: all old or all new; the next build is whole."""
    output = tmp_path / "output"
    built(output, "old")
    chance = random.Random(seed)  # noqa: S311 - a test's chance, not a key
    with begin(output, "new") as process:
        if seed:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 0.05))
        else:
            while not (tmp_path / ".output.spare").exists() and process.poll() is None:
                time.sleep(0.001)
        process.kill()
    assert pages(output) in (expected("old"), expected("new"))
    built(output, "third")
    assert pages(output) == expected("third")
    assert {path.name for path in tmp_path.iterdir()} <= {".output.spare", "output"}


def test_a_build_killed_at_each_of_its_steps(tmp_path: Path) -> None:
    """Between any two calls to the system: old or new, and what is built next is right."""
    command = [sys.executable, "-c", SERIES, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 30


@pytest.mark.parametrize("seed", range(6))
def test_a_series_of_builds_killed_at_random(tmp_path: Path, seed: int) -> None:
    """Build upon build until it is killed: one of them stands, whole, and the next one is right."""
    output, memory = tmp_path / "output", tmp_path / "memory"
    chance = random.Random(seed)  # noqa: S311 - a test's chance, not a key
    for _ in range(3):
        command = [sys.executable, "-c", ENDLESS, str(output), str(memory)]
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            time.sleep(chance.uniform(0, 0.15))
            process.kill()
        found = pages(output)
        number = int(found["number.html"])
        assert found == endless(number)
        sink = Sink(output, memory.read_bytes())
        for path, data in endless(number + 1).items():
            sink.keep(path) if sink.has(path, data) else sink.write(path, data, data)
        memory.write_bytes(sink.commit())
        assert pages(output) == endless(number + 1)


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_swap_in_two_steps_loses_nothing(tmp_path: Path, seed: int) -> None:
    """Where folders cannot change places the old one may lie aside; the next build finds it."""
    output = tmp_path / "output"
    built(output, "old")
    chance = random.Random(seed)  # noqa: S311 - a test's chance, not a key
    with begin(output, "new", "in two steps") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.04))
        process.kill()
    Sink(output, None)
    assert pages(output) in (expected("old"), expected("new"))


def test_a_build_that_raises_before_its_end_changes_nothing(tmp_path: Path) -> None:
    """What was laid out is cleared away by the next build."""
    output = tmp_path / "output"
    memory = built(output, "old")
    sink = Sink(output, memory)
    sink.write("pages/new.html", b"x", b"x")
    del sink
    assert pages(output) == expected("old")
    again = Sink(output, memory)
    for path, data in expected("old").items():
        assert again.has(path, data)
        again.keep(path)
    again.commit()
    assert again.written == 0
    assert pages(output) == expected("old")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output"]


def test_leftovers_of_a_swap_in_two_steps_are_put_right(tmp_path: Path) -> None:
    """Killed where the old folder was set aside and the new one not yet in place: it comes back."""
    output = tmp_path / "output"
    memory = built(output, "old")
    output.rename(tmp_path / ".output.old")
    (tmp_path / ".output.spare").mkdir()
    (tmp_path / ".output.spare" / "half.html").write_bytes(b"half")
    sink = Sink(output, memory)
    assert pages(output) == expected("old")
    for path, data in expected("old").items():
        assert sink.has(path, data)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output"]


def test_a_kill_between_swap_and_memory_is_noticed(tmp_path: Path) -> None:
    """The new site stands, the old one is remembered: the next build trusts only bytes."""
    output = tmp_path / "output"
    memory = built(output, "old")
    built(output, "new")
    sink = Sink(output, memory)
    assert not any(sink.has(path, data) for path, data in expected("old").items())


def test_a_write_that_fails_leaves_the_output(tmp_path: Path) -> None:
    """No file may grow beyond a limit, as where a disk is full: the old site stays."""
    output = tmp_path / "output"
    built(output, "old")
    before = tree(output)
    with begin(output, "new", limit=8000) as process:
        _, said = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "File too large" in said
    assert tree(output) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a quarter of a mebibyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() != 0 or mount is None or unmount is None:
        pytest.skip("only root may mount a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    yield disk
    subprocess.run([unmount, str(disk)], check=True)


def fill(sink: Sink) -> None:
    """Write more than there is room for."""
    for number in range(100):
        sink.write(f"{number}.html", b"new", os.urandom(20_000))


def test_a_full_disk_leaves_the_output(small_disk: Path) -> None:
    """The build ends with the system's own error; the site is as it was, with room again."""
    output = small_disk / "output"
    sink = Sink(output, None)
    sink.write("index.html", b"old", b"old")
    memory = sink.commit()
    before = tree(output)
    sink = Sink(output, memory)
    sink.keep("index.html")
    with pytest.raises(OSError, match="No space left"):
        fill(sink)
    assert tree(output) == before
    after = Sink(output, memory)
    assert after.has("index.html", b"old")
    after.keep("index.html")
    after.write("new.html", b"n", b"n" * 100_000)
    after.commit()
    assert pages(output) == {"index.html": b"old", "new.html": b"n" * 100_000}
