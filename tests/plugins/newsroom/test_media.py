"""Films and sounds on their way from the content to the press."""

from pathlib import Path

from plugins.edition.media_files import MediaFile, TextFile
from plugins.newsroom import media
from plugins.newsroom.load import Loaded, Loader
from plugins.newsroom.media import Projection
from plugins.press.sink import checksum
from plugins.press.store import Store
from plugins.press.work import Crew
from tests.helpers.media import VTT, film, mp4
from tests.helpers.sites import COLUMN, SITE_TOML
from tests.site.kit import article


def loaded(root: Path) -> Loaded:
    """All that lies in a content folder, read by a loader with a store beside it."""
    store = Store(root / "cache" / "store.sqlite")
    try:
        return Loader(root / "content", store, Crew(1)).load(lambda _done, _of: None)
    finally:
        store.close()


def write(root: Path, files: dict[str, str | bytes]) -> None:
    """Put files into the content."""
    for name, data in {"site.toml": SITE_TOML, "columns/news/_column.md": COLUMN, **files}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    """By the hash of its bytes; what was found comes again."""
    write(tmp_path, {"media/f.mp4": mp4(), "media/f.vtt": VTT, "media/x.mp4": b"x" * 99})
    first = loaded(tmp_path)
    assert first.media.files["media/f.mp4"].seconds == 12
    assert first.media.texts["media/f.vtt"].text == VTT
    assert [f.rule for f in first.findings if f.path == "media/x.mp4"] == ["media-unreadable"]
    (tmp_path / "content/media/f.mp4").rename(tmp_path / "content/media/g.mp4")
    second = loaded(tmp_path)
    assert list(second.media.files) == ["media/g.mp4", "media/x.mp4"]
    assert second.media.findings == first.media.findings


def test_a_film_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """The limit is the chief editor's; with another limit it is read."""
    small = f'{SITE_TOML}\n[media]\nlargest = "1 KB"\n'
    write(tmp_path, {"site.toml": small, "media/f.webm": film()})
    refused = loaded(tmp_path).media
    assert refused.files["media/f.webm"] == MediaFile("media/f.webm", "")
    assert [f.rule for f in refused.findings] == ["media-too-large"]
    write(tmp_path, {"media/f.webm": film()})
    assert loaded(tmp_path).media.files["media/f.webm"].kind == "video"


def test_a_film_is_never_held_whole(tmp_path: Path) -> None:
    """Half a gigabyte costs no memory: the file is sparse, and read a block at a time."""
    import tracemalloc

    path = tmp_path / "content" / "media" / "f.mp4"
    write(tmp_path, {"site.toml": f'{SITE_TOML}\n[media]\nlargest = "1 GB"\n', "media/f.mp4": b""})
    head = mp4()[: mp4().index(b"mdat") - 4]
    size = 64 << 20
    with path.open("wb") as file:
        file.write(head + size.to_bytes(4, "big") + b"mdat")
        file.truncate(len(head) + size)
    tracemalloc.start()
    known = loaded(tmp_path).media.files["media/f.mp4"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (known.kind, known.size) == ("video", len(head) + size)
    assert peak < 24 << 20


def test_formats_that_nobody_plays_are_told_by_name(tmp_path: Path) -> None:
    """A film that is missed is worse than a stray file."""
    write(tmp_path, {"media/f.mov": b"x", "media/a.wav": b"x", "media/n.pdf": b"x"})
    found = {f.path: f.rule for f in loaded(tmp_path).findings if f.path.startswith("media/")}
    assert found == {
        "media/a.wav": "media-format",
        "media/f.mov": "media-format",
        "media/n.pdf": "file-unused",
    }


def test_only_what_is_shown_is_laid_out(tmp_path: Path) -> None:
    """Captions in UTF-8, whatever they were; transcripts stand on the page alone."""
    shown = (
        MediaFile("media/f.mp4", "1" * 64, sum=b"s"),
        TextFile("media/f.vtt", "2" * 64, VTT),
        TextFile("media/f.txt", "3" * 64, "话"),
    )
    projection = Projection(tmp_path / "content", tmp_path / "media")
    files = {file.url: file for file in projection.files(shown)}
    assert list(files) == ["/media/f-111111111111.mp4", "/media/f-222222222222.vtt"]
    captions = files["/media/f-222222222222.vtt"]
    assert captions.file.read_bytes() == VTT.encode()
    assert captions.sum == checksum(VTT.encode())
    projection.prune({})
    assert list((tmp_path / "media").iterdir()) == []


def test_a_change_that_may_touch_a_film_is_a_full_look(tmp_path: Path) -> None:
    """A picture of its name becomes its poster; an article's text does not matter."""
    entries = {"a/f.mp4", "a/x.md"}
    assert media.touches_media("a/f.jpg", entries)
    assert media.touches_media("a/g.vtt", entries)
    assert not media.touches_media("a/g.jpg", entries)
    assert not media.touches_media("a/x.md", entries)
    write(tmp_path, {"media/f.mp4": mp4(), "columns/news/2026/a.md": article()})
    store = Store(tmp_path / "cache" / "store.sqlite")
    loader = Loader(tmp_path / "content", store, Crew(1))
    loader.load(lambda _done, _of: None)
    (tmp_path / "content/media/f.vtt").write_text(VTT)
    assert loader.reread(["media/f.vtt"]) is None
    assert loader.reread(["columns/news/2026/a.md"]) is not None
    store.close()
