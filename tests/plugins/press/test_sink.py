"""The output folder: replaced as a whole, or not at all, and only where something changed."""

import ctypes
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.press.page import PressError
from plugins.press.sink import MARK, Sink
from tests.helpers.sites import tree

Memory = bytes | None
SPARE = ".output.spare"
Stamp = tuple[int, int, int]


def build(output: Path, memory: Memory, files: dict[str, bytes]) -> tuple[Sink, bytes]:
    """A build of these files; the digest of each is its content."""
    sink = Sink(output, memory)
    for path, data in files.items():
        if sink.has(path, data):
            sink.keep(path)
        else:
            sink.write(path, data, data)
    return sink, sink.commit()


def pages(output: Path) -> dict[str, bytes]:
    """The output's files, but for the mark."""
    return {path: data for path, data in tree(output).items() if path != MARK}


def stamps(output: Path) -> dict[str, Stamp]:
    """Which file each path is: number, time, size."""
    files = {path: path.stat() for path in sorted(output.rglob("*")) if path.is_file()}
    return {
        path.relative_to(output).as_posix(): (state.st_ino, state.st_mtime_ns, state.st_size)
        for path, state in files.items()
    }


def no_library(*_: object, **__: object) -> NoReturn:
    """A system whose C library cannot be asked."""
    raise OSError("no library")


def beside(output: Path) -> list[str]:
    """What lies in the folder of the output, but for the spare."""
    return sorted(path.name for path in output.parent.iterdir() if path.name != SPARE)


@pytest.fixture(params=["disk", "memory", "two steps"])
def output(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """An output folder to be: on a disk, in memory, and where no two folders change places."""
    if request.param != "memory":
        if request.param == "two steps":
            monkeypatch.setattr(ctypes, "CDLL", no_library)
        yield tmp_path / "output"
        return
    memory = Path("/dev/shm")  # noqa: S108 - a file system in memory
    if not memory.is_dir() or not os.access(memory, os.W_OK):
        pytest.skip("no file system in memory here")
    folder = memory / f"lanmu-test-{os.getpid()}-{tmp_path.name}"
    folder.mkdir()
    yield folder / "output"
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    folder.rmdir()


FIRST = {"index.html": b"one", "a/index.html": b"two", "a/b/c.xml": b"three"}


def test_a_first_build_makes_the_folder(output: Path) -> None:
    """Marked as ours, and with nothing left beside it."""
    sink, memory = build(output, None, FIRST)
    assert pages(output) == FIRST
    assert (output / MARK).is_file()
    assert (sink.written, sink.removed) == (3, 0)
    assert sink.count == 3
    assert memory
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_an_unchanged_build_writes_nothing(output: Path) -> None:
    """Each file stays the very file that it was."""
    _, memory = build(output, None, FIRST)
    before = stamps(output)
    folder = output.stat().st_ino
    sink, again = build(output, memory, FIRST)
    assert stamps(output) == before
    assert output.stat().st_ino == folder
    assert (sink.written, sink.removed, sink.count) == (0, 0, 3)
    assert [path.name for path in output.parent.iterdir()] == ["output"]
    assert again


def test_what_is_remembered_comes_to_rest(output: Path) -> None:
    """What was made just now is not trusted by its time; a moment later it is."""
    _, memory = build(output, None, FIRST)
    for _ in range(300):
        _, again = build(output, memory, FIRST)
        if again == memory:
            break
        memory = again
        time.sleep(0.01)
    else:
        pytest.fail("each build remembers something else")


def test_what_did_not_change_keeps_its_time(output: Path) -> None:
    """A new page beside it gives a page no new time: what copies the site copies little."""
    _, memory = build(output, None, FIRST)
    before = stamps(output)
    sink, _ = build(output, memory, {**FIRST, "new.html": b"new"})
    after = stamps(output)
    assert {path: after[path] for path in FIRST} == {path: before[path] for path in FIRST}
    assert sink.written == 1


def test_what_is_no_longer_wanted_goes(output: Path) -> None:
    """Its folder too."""
    _, memory = build(output, None, FIRST)
    sink, _ = build(output, memory, {"index.html": b"one"})
    assert pages(output) == {"index.html": b"one"}
    assert not (output / "a").exists()
    assert (sink.written, sink.removed) == (0, 2)


def test_the_site_is_there_at_every_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new folder takes the old one's place in one step: no reader meets a gap."""
    if sys.platform not in ("linux", "darwin"):
        pytest.skip("this system cannot let two folders change places")
    output = tmp_path / "output"
    _, memory = build(output, None, FIRST)
    gaps: list[bool] = []
    rename = Path.rename

    def watched(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        gaps.append(not output.exists())
        return moved

    monkeypatch.setattr(Path, "rename", watched)
    build(output, memory, {"index.html": b"new"})
    assert pages(output) == {"index.html": b"new"}
    assert not any(gaps)


def test_a_file_may_become_a_folder_and_back(output: Path) -> None:
    """``a`` and ``a/b`` cannot be together, but one after the other."""
    memory: Memory = None
    for files in ({"a": b"1"}, {"a/b": b"2"}, {"a": b"3"}):
        _, memory = build(output, memory, files)
        assert pages(output) == files


HARMS = ["altered", "same size", "emptied", "deleted", "linked", "folder", "added", "mark"]


@pytest.mark.parametrize("harm", HARMS)
def test_an_output_touched_by_hand_is_put_right(output: Path, harm: str) -> None:
    """The next build restores what was altered or deleted, and removes what was added."""
    _, memory = build(output, None, FIRST)
    page = output / "a" / "index.html"
    if harm == "altered":
        page.write_bytes(b"other")
    elif harm == "same size":
        page.write_bytes(b"owt")
        os.utime(page, ns=(1, 1))
    elif harm == "emptied":
        page.write_bytes(b"")
    elif harm == "added":
        (output / "a" / "stray.html").write_bytes(b"stray")
    elif harm == "mark":
        (output / MARK).write_bytes(b"")
    else:
        page.unlink()
        if harm == "linked":
            (output / "secret").write_bytes(b"two")
            page.symlink_to(output / "secret")
        elif harm == "folder":
            page.mkdir()
    build(output, memory, FIRST)
    assert pages(output) == FIRST
    assert not page.is_symlink()


def test_a_restored_copy_is_known_by_its_bytes(output: Path) -> None:
    """Other times, the same bytes: nothing is written, nothing rendered."""
    _, memory = build(output, None, FIRST)
    for path in FIRST:
        os.utime(output / path, ns=(5, 5))
    sink, again = build(output, memory, FIRST)
    assert sink.written == 0
    # From now on it is known by these times: nothing is read.
    (output / "index.html").write_bytes(b"eno")
    os.utime(output / "index.html", ns=(5, 5))
    assert Sink(output, again).has("index.html", b"one")


def test_a_page_that_comes_out_the_same_stays(output: Path) -> None:
    """Made of other things, the same bytes: the file is not touched, its digest is new."""
    _, memory = build(output, None, FIRST)
    before = stamps(output)
    sink = Sink(output, memory)
    for path, data in FIRST.items():
        assert not sink.has(path, b"other inputs")
        sink.write(path, b"other inputs", data)
    again = sink.commit()
    assert stamps(output) == before
    assert sink.written == 0
    assert Sink(output, again).has("index.html", b"other inputs")
    assert not Sink(output, again).has("index.html", b"one")


# ------------------------------------------------------- whose folder it is


def test_a_folder_of_somebody_elses_is_refused(output: Path) -> None:
    """``--output ~`` must not cost anybody their home."""
    output.mkdir()
    (output / "thesis.txt").write_text("years of work")
    with pytest.raises(PressError):
        Sink(output, None)
    assert tree(output) == {"thesis.txt": b"years of work"}


def test_what_is_no_folder_is_refused(output: Path) -> None:
    """A file, a link to a folder, a link to nothing."""
    output.write_text("mine")
    with pytest.raises(PressError):
        Sink(output, None)
    assert output.read_text() == "mine"
    output.unlink()
    elsewhere = output.with_name("elsewhere")
    build(elsewhere, None, FIRST)
    output.symlink_to(elsewhere)
    with pytest.raises(PressError):
        Sink(output, None)
    assert pages(elsewhere) == FIRST
    output.unlink()
    output.symlink_to(output.with_name("nowhere"))
    with pytest.raises(PressError):
        Sink(output, None)


def test_an_empty_folder_is_ours(output: Path) -> None:
    """One may make it beforehand."""
    output.mkdir()
    build(output, None, FIRST)
    assert pages(output) == FIRST


def test_a_refused_output_costs_nothing_beside_it(output: Path) -> None:
    """Who is refused a folder loses nothing that lies by it under a like name."""
    output.mkdir()
    (output / "thesis.txt").write_text("mine")
    near = output.with_name(".output.old")
    near.mkdir()
    (near / "draft.txt").write_text("mine")
    with pytest.raises(PressError):
        Sink(output, None)
    assert (near / "draft.txt").is_file()


# -------------------------------------------------------- foreign generators


def test_what_other_generators_write_becomes_part_of_it(output: Path) -> None:
    """It stays while it is written, and goes with its generator."""
    memory: Memory = None
    for text, written in ((b"one", True), (b"one", False), (b"two", True)):
        before = stamps(output) if output.exists() else {}
        sink = Sink(output, memory)
        (sink.foreign / "feeds").mkdir(parents=True)
        (sink.foreign / "feeds" / "x.xml").write_bytes(text)
        sink.write("index.html", b"1", b"1")
        memory = sink.commit()
        assert pages(output) == {"index.html": b"1", "feeds/x.xml": text}
        assert (stamps(output) != before) is written
        assert beside(output) == ["output"]
        assert sink.count == 1
    build(output, memory, {"index.html": b"1"})
    assert pages(output) == {"index.html": b"1"}


def test_a_generator_that_writes_a_page_of_ours_is_refused(output: Path) -> None:
    """Neither may win in silence; the output is as it was, and nothing is left."""
    _, memory = build(output, None, FIRST)
    sink = Sink(output, memory)
    sink.foreign.mkdir()
    (sink.foreign / "index.html").write_bytes(b"theirs")
    sink.write("index.html", b"new", b"new")
    with pytest.raises(PressError, match=r"index\.html"):
        sink.commit()
    assert pages(output) == FIRST
    assert beside(output) == ["output"]


def test_a_foreign_page_touched_by_hand_is_put_right(output: Path) -> None:
    """A link to a file of the same bytes is no such file: what it leads to may change."""
    secret = output.with_name("secret")
    secret.write_bytes(b"theirs")
    memory: Memory = None
    for _ in range(2):
        sink = Sink(output, memory)
        sink.foreign.mkdir()
        (sink.foreign / "x.xml").write_bytes(b"theirs")
        memory = sink.commit()
        if not (output / "x.xml").is_symlink():
            (output / "x.xml").unlink()
            (output / "x.xml").symlink_to(secret)
    sink = Sink(output, memory)
    sink.foreign.mkdir()
    (sink.foreign / "x.xml").write_bytes(b"theirs")
    sink.commit()
    assert pages(output) == {"x.xml": b"theirs"}
    assert not (output / "x.xml").is_symlink()


# ----------------------------------------------------------------- property

PATH = st.sampled_from(["a", "b", "c/d", "c/e", "f/g/h"])
FILES = st.dictionaries(PATH, st.sampled_from([b"", b"x", b"y", b"long text"]), max_size=5)


@settings(max_examples=25, deadline=None)
@given(builds=st.lists(st.tuples(FILES, st.booleans(), st.sampled_from(HARMS[:4])), max_size=5))
def test_any_builds_leave_what_was_wanted(
    tmp_path_factory: pytest.TempPathFactory, builds: list[tuple[dict[str, bytes], bool, str]]
) -> None:
    """Whatever came before, by builds and by hand, forgotten or not: the tree is the last one's."""
    output = tmp_path_factory.mktemp("sink") / "output"
    memory: Memory = None
    for files, forgotten, harm in builds:
        if forgotten:
            memory = None
        else:
            harmed = next((path for path in sorted(output.rglob("*")) if path.is_file()), None)
            if harmed is not None and harmed.name != MARK:
                harmed.unlink() if harm == "deleted" else harmed.write_bytes(b"harm")
        _, memory = build(output, memory, files)
        assert pages(output) == files
        assert beside(output) == ["output"]
        before = stamps(output)
        sink, memory = build(output, memory, files)
        assert (sink.written, sink.removed, stamps(output)) == (0, 0, before)


@pytest.mark.parametrize("harm", ["none", "edited", "removed", "added", "mark", "touched"])
def test_it_is_told_whether_the_output_stands(output: Path, harm: str) -> None:
    """As remembered, to the byte; new times alone are no harm."""
    memory = build(output, None, {"a/b.html": b"1", "c.txt": b"2"})[1]
    page = output / "a/b.html"
    if harm == "edited":
        page.write_bytes(b"3")
    elif harm == "removed":
        page.unlink()
    elif harm == "added":
        (output / "a/new.html").write_bytes(b"1")
    elif harm == "mark":
        (output / MARK).unlink()
        # Without its mark a folder is not ours, and no sink is made of it.
        with pytest.raises(PressError):
            Sink(output, memory)
        return
    elif harm == "touched":
        page.touch()
    assert Sink(output, memory).stands() == (harm in ("none", "touched"))


def test_nothing_stands_of_which_nothing_is_remembered(output: Path) -> None:
    """A first build has all to do."""
    assert not Sink(output, None).stands()
    build(output, None, {"a.txt": b"1"})
    assert not Sink(output, None).stands()
