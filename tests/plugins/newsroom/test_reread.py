"""A loader that was told what changed knows what one knows that looks at everything."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.newsroom.load import Loader
from plugins.press.store import Store, Texts
from plugins.press.work import Crew
from tests.helpers.sites import COLUMN, SITE_TOML, picture
from tests.site.kit import article

START: dict[str, str | bytes] = {
    "site.toml": SITE_TOML,
    "columns/news/_column.md": COLUMN,
    "columns/news/2026/a.md": article("甲"),
    "columns/news/2026/b.md": article("乙"),
    "media/m.png": picture(),
}
NAMES = [
    *START,
    "columns/news/2026/c.md",
    "columns/news/2026/C.md",
    "columns/news/2026/d/index.md",
    "columns/news/2026/d/p.png",
    "columns/news/2026/.a.md.swp",
    "columns/news/2026/a.md~",
    "columns/news/2026/notes.pdf",
    "columns/new/2026/e.md",
    "media/deep/down/n.png",
    "media/m.png.toml",
    "media/m.mp4",
    "media/m.vtt",
]
VALUES: list[str | bytes] = [
    article("甲"),
    article("丙", date="2026-02-30"),
    picture(70, 50),
    "consent = false\n",
    b"\xff",
]

writes = st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES))
removals = st.tuples(st.sampled_from([*NAMES, "columns/news/2026", "media"]), st.none())


def change(root: Path, name: str, value: str | bytes | None) -> str:
    """Write or remove a file, or a folder; tell which path a watch would name."""
    path = root / name
    if value is None:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        return name
    made = next((p for p in reversed(path.parents) if not p.exists()), path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(value.encode() if isinstance(value, str) else value)
    return made.relative_to(root).as_posix()


def known(loader: Loader) -> tuple[Any, ...]:
    """All that a loader knows; the order does not count."""
    made = loader.loaded()
    sources = sorted(made.sources, key=lambda source: source.path)
    return sources, made.pictures, sorted(made.findings), made.article_files, made.media


def loader_of(root: Path, cache: str) -> tuple[Loader, Store]:
    """A loader with a store of its own, and all read."""
    store = Store(root / cache / "store.sqlite")
    loader = Loader(root / "content", store, Crew(1))
    loader.load(lambda _done, _of: None)
    return loader, store


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(writes | removals, min_size=1, max_size=2), max_size=5))
@example([[("media/m.mp4", picture(70, 50))], [("site.toml", b"\xff")]])
def test_what_is_reread_is_what_is_there(
    edits: list[list[tuple[str, str | bytes | None]]],
) -> None:
    """Whatever is written, added or removed; and every text of it is in the store."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, value in START.items():
            change(root / "content", name, value)
        loader, store = loader_of(root, "cache")
        for number, edit in enumerate(edits):
            paths = [change(root / "content", name, value) for name, value in edit]
            if loader.reread(paths) is None:
                loader.load(lambda _done, _of: None)
            fresh, other = loader_of(root, f"cache-{number}")
            assert known(loader) == known(fresh)
            keys = other.keys(Texts.SPACE)
            assert keys <= store.keys(Texts.SPACE)
            loader.settle()
            assert keys == store.keys(Texts.SPACE)
            assert list(store.items("reading")) == list(other.items("reading"))
            other.close()
        store.close()


def test_an_edit_is_not_a_full_look(tmp_path: Path) -> None:
    """One file is read; a new one, a folder of its own with a picture, and one that goes too."""
    root = tmp_path
    for name, value in START.items():
        change(root / "content", name, value)
    loader, store = loader_of(root, "cache")
    edits: list[tuple[str, str | None]] = [
        ("columns/news/2026/a.md", article("新")),
        ("columns/news/2026/c.md", article("丙")),
        ("columns/news/2026/d/index.md", article("丁")),
        ("columns/news/2026/b.md", None),
    ]
    for name, text in edits:
        path = change(root / "content", name, text)
        reread = loader.reread([path])
        assert reread is not None
        assert list(reread.sources) == [name]
        assert (reread.sources[name] is None) == (text is None)
    assert loader.reread(["columns/news/2026/.swp", "columns/news/2026/gone.md"]) == ({}, {})
    store.close()
