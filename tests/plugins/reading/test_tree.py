"""What lies under content/, and what only seems to."""

import os
import unicodedata
from pathlib import Path

import pytest

from plugins.reading.tree import walk


def write(root: Path, *paths: str) -> None:
    """Write small files."""
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")


def listed(root: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Give the paths found, and rule and path of each finding."""
    entries, findings = walk(root)
    return [e.path for e in entries], [(n.rule, n.path) for n in findings]


def test_files_are_sorted_and_leavings_passed_over(tmp_path: Path) -> None:
    """Hidden files, backups and what file managers leave are no content."""
    write(
        tmp_path, "b.md", "a/c.md", "a/.x", ".git/y", "b.md~", "Thumbs.db", "a/.DS_Store", "a b.md"
    )
    assert listed(tmp_path) == (["a b.md", "a/c.md", "b.md"], [])


def test_an_entry_tells_whether_a_file_changed(tmp_path: Path) -> None:
    """Size, time and inode are those of the file."""
    write(tmp_path, "a.md")
    ((entry,), _) = walk(tmp_path)
    info = (tmp_path / "a.md").stat()
    assert (entry.size, entry.mtime_ns, entry.inode) == (1, info.st_mtime_ns, info.st_ino)


def test_links_out_of_content_are_not_followed(tmp_path: Path) -> None:
    """Whatever a link leads to outside, to nothing or to itself, is not read."""
    root = tmp_path / "content"
    write(tmp_path, "content/a.md", "content-secret/k.txt", "content/.hidden/h.md")
    (root / "out.md").symlink_to(tmp_path / "content-secret" / "k.txt")
    (root / "dir").symlink_to(tmp_path / "content-secret")
    (root / "up").symlink_to("..")
    (root / "loop").symlink_to("loop")
    (root / "none.md").symlink_to("nothing.md")
    (root / "chain.md").symlink_to("out.md")
    (root / "hid.md").symlink_to(".hidden/h.md")
    files, findings = listed(root)
    assert files == ["a.md"]
    names = ("chain.md", "dir", "hid.md", "loop", "none.md", "out.md", "up")
    assert findings == [("link-outside-content", name) for name in names]


def test_a_link_within_content_is_fine_for_files_alone(tmp_path: Path) -> None:
    """A folder behind a link would be met twice, or without end."""
    write(tmp_path, "a/x.md")
    (tmp_path / "y.md").symlink_to("a/x.md")
    (tmp_path / "a" / "self").symlink_to("../a")
    assert listed(tmp_path) == (["a/x.md", "y.md"], [("link-to-folder", "a/self")])


def test_content_itself_may_be_a_link(tmp_path: Path) -> None:
    """Only what is inside must stay inside."""
    write(tmp_path, "real/a.md")
    (tmp_path / "content").symlink_to("real")
    assert listed(tmp_path / "content") == (["a.md"], [])


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("a.md", "A.md"),
        ("é.md", f"{unicodedata.normalize('NFD', 'é')}.md"),
        ("b/y.md", "B/x.md"),
        ("straße.md".replace("ß", "SS"), "straße.md"),
        ("b\nc.md", "b\nC.md"),
        ("a/b/c/x.md", "a/B/c/y.md"),
    ],
)
def test_names_that_are_one_elsewhere(tmp_path: Path, first: str, later: str) -> None:
    """Of names that differ by case or form the plainest stays: it alone can be an address."""
    write(tmp_path, first, later)
    files, findings = listed(tmp_path)
    assert files == [first]
    assert findings == [("name-collision", later)]


def test_names_that_are_other_names_stay(tmp_path: Path) -> None:
    """Whatever they are made of."""
    names = ["a.md", "a/b/x.md", "b/a/x.md", "c\nA.md", "c/a.md"]
    write(tmp_path, *names)
    assert listed(tmp_path) == (sorted(names), [])


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    """A named pipe would keep the build waiting for ever."""
    os.mkfifo(tmp_path / "pipe.md")
    assert listed(tmp_path) == ([], [("not-a-file", "pipe.md")])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The walk never raises."""
    assert listed(tmp_path / "none") == ([], [("file-unreadable", "")])


def test_a_name_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    """Such a name can be neither printed nor linked."""
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    files, findings = listed(tmp_path)
    assert files == []
    assert [rule for rule, _ in findings] == ["name-undecodable"]
    assert all(path.encode() for _, path in findings)
