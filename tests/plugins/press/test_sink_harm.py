"""The output and the spare touched by hand: what cannot be trusted is made anew."""

import os
import time
from pathlib import Path

import pytest

from plugins.press.sink import MARK, Sink
from plugins.press.tree import DOUBTFUL, survey, times
from tests.helpers.sites import tree
from tests.plugins.press.spare import PAGE, SITE, build, pages, rest

SPARE = ".output.spare"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder to be."""
    return tmp_path / "output"


@pytest.fixture
def spare(output: Path) -> Path:
    """What lies beside it."""
    return output.with_name(SPARE)


HARMS = ["altered", "removed", "replaced", "added", "linked", "folder linked", "unmarked", "gone"]


@pytest.mark.parametrize("harm", HARMS)
def test_a_spare_touched_by_hand_is_not_trusted(output: Path, spare: Path, harm: str) -> None:
    """Whatever is done to it, the next site is right, and nothing outside is touched."""
    outside = output.with_name("outside")
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    memory = rest(output, build(output, None, SITE), SITE)
    changed = {**SITE, "feed.xml": b"1"}
    memory = rest(output, build(output, memory, changed), changed)
    page = spare / PAGE
    if harm == "altered":
        page.write_bytes(b"harm")
    elif harm == "added":
        (spare / "columns" / "stray.html").write_bytes(b"stray")
    elif harm == "unmarked":
        (spare / MARK).unlink()
        (spare / "columns" / "7" / "stray.html").write_bytes(b"stray")
    elif harm == "gone":
        spare.rename(output.with_name("aside"))
    else:
        page.unlink()
        if harm == "replaced":
            page.write_bytes(b"harm")
        elif harm == "linked":
            page.symlink_to(outside / "index.html")
        elif harm == "folder linked":
            page.parent.rmdir()
            page.parent.symlink_to(outside)
    for text in (b"2", b"3"):
        wanted = {**SITE, "feed.xml": text}
        memory = build(output, memory, wanted)
        assert pages(output) == wanted
    assert tree(outside) == {"index.html": b"mine"}


def test_an_empty_folder_in_the_spare_hides_nothing(output: Path, spare: Path) -> None:
    """What is put into it once it is part of the output is found, and goes."""
    memory = rest(output, build(output, None, SITE), SITE)
    changed = {**SITE, "feed.xml": b"1"}
    memory = rest(output, build(output, memory, changed), changed)
    (spare / "columns" / "empty").mkdir()
    changed = {**SITE, "feed.xml": b"2"}
    memory = rest(output, build(output, memory, changed), changed)
    (output / "columns" / "empty").mkdir(exist_ok=True)
    memory = rest(output, memory, changed)
    (output / "columns" / "empty" / "stray.html").write_bytes(b"stray")
    build(output, memory, changed)
    assert pages(output) == changed


def test_what_was_removed_does_not_come_back(output: Path, spare: Path) -> None:
    """The spare still has it, when the next change is laid out there."""
    memory = rest(output, build(output, None, SITE), SITE)
    changed = {**SITE, "feed.xml": b"1"}
    memory = rest(output, build(output, memory, changed), changed)
    del changed[PAGE]
    memory = rest(output, build(output, memory, changed), changed)
    assert (spare / PAGE).exists()
    changed["feed.xml"] = b"2"
    build(output, memory, changed)
    assert pages(output) == changed
    assert not (output / PAGE).parent.exists()


def test_a_spare_of_another_time_is_thrown_away(output: Path, spare: Path) -> None:
    """It must be the one remembered; one that a build was at, and did not finish, is none."""
    first = build(output, None, SITE)
    second = build(output, first, {**SITE, PAGE: b"1"})
    third = build(output, second, {**SITE, PAGE: b"2"})
    Sink(output, second)
    assert not spare.exists()
    fourth = build(output, third, {**SITE, PAGE: b"3"})
    Sink(output, fourth)
    assert spare.exists()
    Sink(output, fourth).begin()
    Sink(output, fourth)
    assert not spare.exists()


@pytest.mark.parametrize("at_once", [True, False])
def test_a_copy_put_in_a_pages_place_is_linked_again(
    output: Path, spare: Path, *, at_once: bool
) -> None:
    """Same bytes, same times, another file: what the spare has of it counts no more."""
    changed = {**SITE, "feed.xml": b"1"}
    memory = rest(output, build(output, None, SITE), SITE)
    memory = rest(output, build(output, memory, changed), changed)
    page = output / PAGE
    state, data = page.stat(), page.read_bytes()
    page.unlink()
    page.write_bytes(data)
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))
    (spare / PAGE).write_bytes(b"harm")
    if not at_once:
        memory = rest(output, memory, changed)
    memory = build(output, memory, {**SITE, "feed.xml": b"2"})
    assert pages(output) == {**SITE, "feed.xml": b"2"}
    assert (output / PAGE).samefile(spare / PAGE)


def test_links_of_somebodys_never_come_into_the_spare(output: Path) -> None:
    """A folder of the output was made a link: nothing is written to where it leads, ever."""
    outside = output.with_name("outside")
    (outside / "7").mkdir(parents=True)
    (outside / "7" / "index.html").write_bytes(b"mine")
    memory = rest(output, build(output, None, SITE), SITE)
    changed = {**SITE, "feed.xml": b"1"}
    memory = rest(output, build(output, memory, changed), changed)
    (output / "columns" / "7").rename(output.with_name("aside"))
    (output / "columns" / "7").symlink_to(outside)
    time.sleep(0.02)
    for text in (b"2", b"3", b"4"):
        wanted = {**SITE, "feed.xml": text, PAGE: text}
        memory = rest(output, build(output, memory, wanted), wanted)
        assert pages(output) == wanted
    assert tree(outside) == {"7/index.html": b"mine"}


def test_a_link_in_place_of_a_removed_page_is_not_followed(output: Path, spare: Path) -> None:
    """The spare's old page was made a link to a folder; then that page becomes a folder."""
    outside = output.with_name("outside")
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    with_page = {**SITE, "columns/page": b"x"}
    memory = rest(output, build(output, None, with_page), with_page)
    memory = rest(output, build(output, memory, SITE), SITE)
    (spare / "columns" / "page").unlink()
    (spare / "columns" / "page").symlink_to(outside)
    wanted = {**SITE, "columns/page/index.html": b"y"}
    build(output, memory, wanted)
    assert pages(output) == wanted
    assert tree(outside) == {"index.html": b"mine"}


def test_a_folder_moved_away_and_linked_is_made_anew(output: Path) -> None:
    """The same files at the same paths, but elsewhere: they are not the site's any more."""
    aside = output.with_name("aside")
    memory = rest(output, build(output, None, SITE), SITE)
    (output / "columns").rename(aside)
    (output / "columns").symlink_to(aside)
    memory = build(output, memory, SITE)
    assert pages(output) == SITE
    assert not (output / "columns").is_symlink()
    assert not (output / PAGE).samefile(aside / "7" / "7" / "index.html")


def test_a_link_that_looks_like_the_page_is_none(output: Path) -> None:
    """Its size and time are those of the file that it took the place of."""
    memory = rest(output, build(output, None, SITE), SITE)
    page = output / PAGE
    state = page.stat()
    page.unlink()
    page.symlink_to("x" * state.st_size)
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns), follow_symlinks=False)
    build(output, memory, SITE)
    assert not page.is_symlink()
    assert pages(output) == SITE


def test_a_file_added_within_the_same_moment_is_found(output: Path) -> None:
    """A folder's time tells nothing where the last build changed it just now."""
    memory = build(output, None, SITE)
    for number in range(20):
        wanted = {**SITE, PAGE: b"%d" % number}
        memory = build(output, memory, wanted)
        (output / PAGE).with_name("stray.html").write_bytes(b"stray")
        memory = build(output, memory, wanted)
        assert pages(output) == wanted


def test_a_folder_changed_this_very_moment_is_doubtful(tmp_path: Path) -> None:
    """A change to come could have the same time: only what is older is trusted by it."""
    now = tmp_path.stat().st_ctime_ns
    for moment, time_kept in ((now, DOUBTFUL), (now + 1, now)):
        assert times(str(tmp_path), [""], moment) == {"": time_kept}
        assert survey(str(tmp_path), {}, [], {}, moment).folders == {"": time_kept}


def test_a_file_changed_within_the_same_moment_is_read(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock that does not move tells nothing: same size and same time may be other bytes."""
    monkeypatch.setattr("plugins.press.sink.moment", lambda _: 1)
    memory: bytes | None = None
    for text in (b"1", b"1", b"1", b"2"):
        for _ in range(2):
            memory = build(output, memory, {**SITE, PAGE: text})
            state = (output / PAGE).stat()
            (output / PAGE).write_bytes(b"?")
            os.utime(output / PAGE, ns=(state.st_atime_ns, state.st_mtime_ns))
        memory = build(output, memory, {**SITE, PAGE: text})
        assert pages(output) == {**SITE, PAGE: text}
        # From its old bytes to its old bytes: it stays, and is no more to be trusted.
        memory = build(output, memory, {**SITE, PAGE: text})
