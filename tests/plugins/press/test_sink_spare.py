"""The spare: the last but one output, of which a build changes but what two builds changed."""

import errno
import multiprocessing
import os
from pathlib import Path
from typing import NoReturn

import pytest

from plugins.press.page import PressError
from plugins.press.sink import MARK, MARK_TEXT, Made, Sink
from tests.helpers.sites import tree
from tests.plugins.press.spare import PAGE, SITE, build, folders, pages

SPARE = ".output.spare"

sinks: list[Sink] = []


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder to be."""
    return tmp_path / "output"


@pytest.fixture
def spare(output: Path) -> Path:
    """What lies beside it."""
    return output.with_name(SPARE)


def test_two_trees_take_turns(output: Path, spare: Path) -> None:
    """The third change is laid out where the first one was, all else being linked in both."""
    memory = build(output, None, SITE)
    assert not spare.exists()
    memory = build(output, memory, {**SITE, PAGE: b"1"})
    first, second = folders(spare), folders(output)
    assert pages(spare) == SITE
    memory = build(output, memory, {**SITE, PAGE: b"2"})
    assert (folders(output), folders(spare)) == (first, second)
    assert pages(output) == {**SITE, PAGE: b"2"}
    assert pages(spare) == {**SITE, PAGE: b"1"}
    memory = build(output, memory, {**SITE, "feed.xml": b"3"})
    assert (folders(output), folders(spare)) == (second, first)
    for path in SITE.keys() - {PAGE, "feed.xml"}:
        assert (output / path).samefile(spare / path)


def test_a_change_touches_but_what_changed(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the spare there, what did not change is not linked again."""
    memory = build(output, None, SITE)
    memory = build(output, memory, {**SITE, PAGE: b"1"})
    links: list[str] = []
    link = os.link

    def watched(source: str, target: str, *, follow_symlinks: bool) -> None:
        links.append(source)
        link(source, target, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "link", watched)
    memory = build(output, memory, {**SITE, PAGE: b"2"})
    assert not links
    build(output, memory, {**SITE, PAGE: b"2", "feed.xml": b"3"})
    assert links == [f"{output}/{PAGE}"]


def test_no_change_makes_no_spare_and_leaves_it(output: Path, spare: Path) -> None:
    """A build that changes nothing does nothing to either tree, rendered anew or not."""
    memory = build(output, None, SITE)
    memory = build(output, memory, SITE)
    assert not spare.exists()
    sink = Sink(output, memory)
    for path, data in SITE.items():
        sink.write(path, b"other inputs", data)
    memory = sink.commit()
    assert sink.written == 0
    assert not spare.exists()
    changed = {**SITE, PAGE: b"1"}
    memory = build(output, memory, changed)
    first, second = folders(spare), folders(output)
    sink = Sink(output, memory)
    for path, data in changed.items():
        sink.write(path, b"other inputs", data)
    memory = sink.commit()
    assert pages(spare) == SITE
    assert (folders(spare), folders(output)) == (first, second)
    build(output, memory, {**changed, "feed.xml": b"2"})
    assert pages(output) == {**changed, "feed.xml": b"2"}
    assert (folders(output), folders(spare)) == (first, second)


def test_the_outputs_mark_is_always_the_same(output: Path) -> None:
    """A site built anew equals one that was changed, to the last byte."""
    memory = build(output, None, SITE)
    for text in (b"1", b"2", b"3"):
        memory = build(output, memory, {**SITE, PAGE: text})
        assert (output / MARK).read_bytes() == MARK_TEXT


def test_a_page_written_again_leaves_the_spare(output: Path, spare: Path) -> None:
    """Nothing is written in place: a link elsewhere to an old page keeps its bytes."""
    memory = build(output, None, SITE)
    kept = output.with_name("kept.html")
    os.link(output / PAGE, kept)
    for text in (b"1", b"2", b"3"):
        before = pages(output)
        memory = build(output, memory, {**SITE, PAGE: text})
        assert pages(spare) == before
    assert kept.read_bytes() == SITE[PAGE]


def test_where_nothing_can_be_linked_there_is_no_spare(
    output: Path, spare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two trees of copies would have to be compared byte by byte."""

    def no_links(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    memory: bytes | None = None
    for text in (b"1", b"2", b"3"):
        memory = build(output, memory, {**SITE, PAGE: text})
        assert pages(output) == {**SITE, PAGE: text}
        assert not spare.exists()


def test_a_restored_output_needs_no_spare(output: Path, spare: Path) -> None:
    """Its files are known by their bytes; the spare that was not restored comes back."""
    memory = build(output, None, SITE)
    memory = build(output, memory, {**SITE, "feed.xml": b"1"})
    files = pages(output)
    for root in (output, spare):
        root.rename(root.with_name(root.name + ".lost"))
    for path, data in {**files, MARK: MARK_TEXT}.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
    sink = Sink(output, memory)
    assert all(sink.has(path, data) for path, data in files.items())
    memory = build(output, memory, {**SITE, "feed.xml": b"2"})
    assert pages(spare) == files
    assert pages(output) == {**SITE, "feed.xml": b"2"}


def test_a_build_that_fails_costs_the_spare_alone(output: Path, spare: Path) -> None:
    """The output is as it was; the build after is whole."""
    memory = build(output, None, SITE)
    memory = build(output, memory, {**SITE, PAGE: b"1"})
    sink = Sink(output, memory)
    sink.foreign.mkdir()
    (sink.foreign / "feed.xml").write_bytes(b"theirs")
    sink.write("feed.xml", b"2", b"2")
    with pytest.raises(PressError):
        sink.commit()
    assert pages(output) == {**SITE, PAGE: b"1"}
    assert not spare.exists()
    build(output, memory, {**SITE, "feed.xml": b"3"})
    assert pages(output) == {**SITE, "feed.xml": b"3"}


@pytest.mark.parametrize("call", ["link", "mkdir", "unlink", "open", "write"])
def test_a_system_error_leaves_the_output(
    output: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Disk full, folder read-only: said as it is; the site stands, and the next build is right."""
    memory = build(output, None, SITE)
    memory = build(output, memory, {**SITE, PAGE: b"1"})
    before = tree(output)

    def fails(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    sink = Sink(output, memory)
    wanted = {**SITE, "feed.xml": b"2", "new/folder/x.html": b"3"}
    with monkeypatch.context() as broken:
        broken.setattr(os, call, fails)
        with pytest.raises(OSError, match="No space"):  # noqa: PT012 - any of them may be the one
            sink.begin()
            for path in ("feed.xml", "new/folder/x.html"):
                sink.write(path, wanted[path], wanted[path])
            for path in SITE.keys() - {"feed.xml"}:
                sink.keep(path)
            sink.commit()
    assert tree(output) == before
    build(output, memory, wanted)
    assert pages(output) == wanted


def test_others_files_are_shared_too(output: Path, spare: Path) -> None:
    """What another generator wrote, and did not change, is one file in both trees."""
    memory: bytes | None = None
    for text in (b"1", b"2", b"3", b"4"):
        sink = Sink(output, memory)
        (sink.foreign / "api").mkdir(parents=True)
        (sink.foreign / "api" / "x.json").write_bytes(b"{}")
        sink.write("index.html", text, text)
        memory = sink.commit()
        assert pages(output) == {"index.html": text, "api/x.json": b"{}"}
    assert (output / "api" / "x.json").samefile(spare / "api" / "x.json")


# ------------------------------------------------------------ other processes


def share(sink: Sink) -> None:
    """What a forked process begins with."""
    sinks[:] = [sink]


def make(page: tuple[str, bytes]) -> Made:
    """Make a page, in whatever process this is."""
    path, data = page
    return sinks[0].make(path, data, data)


def test_forked_processes_make_files(output: Path) -> None:
    """They write and compare; the first process takes note: the site and its memory are the same.

    A file becomes a folder on the way, whoever meets it first.
    """
    memory: bytes | None = None
    series = [
        SITE,
        {**SITE, "new": b"a file"},
        {**SITE, **{f"new/{n}/index.html": b"%d" % n for n in range(40)}},
        {**SITE, "new": b"a file"},
        {**SITE, **{f"new/{n}/index.html": b"+%d" % n for n in range(40)}},
    ]
    for files in series:
        before = pages(output) if output.exists() else {}
        sink = Sink(output, memory)
        sink.begin()
        with multiprocessing.get_context("fork").Pool(4, share, (sink,)) as pool:
            made = pool.map(make, files.items(), chunksize=1)
        for path, each in zip(files, made, strict=True):
            sink.take(path, each)
        memory = sink.commit()
        assert pages(output) == files
        assert sink.written == len(files.items() - before.items())
        again = Sink(output, memory)
        assert all(again.has(path, data) for path, data in files.items())


def test_make_alone_changes_nothing(output: Path) -> None:
    """What is not taken is not in the build; what stands already is not written."""
    memory = build(output, None, SITE)
    sink = Sink(output, memory)
    assert not sink.make(PAGE, b"new digest", SITE[PAGE]).written
    with pytest.raises(RuntimeError):
        sink.make("new.html", b"x", b"x")
    sink.begin()
    assert sink.make(PAGE, b"x", b"x").written
    assert sink.written == 0
    assert pages(output) == SITE
