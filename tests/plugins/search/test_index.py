"""The index in parts: made once, kept, and never half."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from plugins.edition.sources import Source
from plugins.edition.specs import Text
from plugins.press.sink import checksum
from plugins.press.store import Store, Texts
from plugins.search.index import Index, Made
from plugins.search.pagefind import is_served, program
from plugins.search.work import Job, Task, main
from tests.helpers.programs import missing
from tests.helpers.search import texts
from tests.plugins.edition.making import article, edition_of, frame
from tests.plugins.press.paper import key_of

Build = Callable[..., Made]


def text(words: str) -> tuple[Text, str]:
    """A body as the edition has it, and its HTML."""
    html = f"<p>{words}</p>"
    return Text(key_of(html)), html


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """Makes the index of articles (by name: day and words) after the one before."""
    if program() is None:
        missing("pagefind_extended", "pip install pagefind-bin-extended")
    store = Store(tmp_path / "store.sqlite")
    index = Index(tmp_path / "search", store.path)

    def make(root: str = "", **articles: tuple[str, str]) -> Made:
        sources: list[Source] = []
        for name, (day, words) in articles.items():
            body, html = text(words)
            store.put(Texts.SPACE, [(body.key, html.encode())])
            sources.append(article(f"columns/news/{day[:4]}/{name}.md", day, text=body))
        index.begin(edition_of(*sources, over=frame(root)))
        return index.finish()

    yield make
    index.close()
    store.close()


def read(made: Made) -> dict[str, bytes]:
    """The files of an index by address, each with the checksum that it is said to have."""
    assert not made.fault
    assert all(checksum(file.file.read_bytes()) == file.sum for file in made.files)
    return {file.url: file.file.read_bytes() for file in made.files}


def parts(files: dict[str, bytes]) -> list[dict[str, object]]:
    """What the manifest lists."""
    listed: list[dict[str, object]] = json.loads(files["/search/parts.json"])["parts"]
    return listed


def test_an_index_has_what_was_written(build: Build) -> None:
    """The manifest names a part, whose files hold the words; no ready-made page is in it."""
    files = read(build("/weekly", a=("2026-01-02", "造血干细胞")))
    [part] = parts(files)
    assert part == {
        "name": "2026",
        "path": "/weekly/search/parts/2026/pagefind.js",
        "records": 1,
        "since": "2026-01-02",
        "until": "2026-01-02",
    }
    assert {"/search/parts/2026/pagefind.js", "/search/parts/2026/pagefind-entry.json"} < set(files)
    assert not any("ui" in url or "worker" in url or url.endswith("/pairs") for url in files)
    assert "造血干细胞" in texts(files)
    assert '"url":"/weekly/columns/news/2026/a/"' in texts(files)


def test_what_did_not_change_is_not_made_again(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two parts the one whose text changed; nothing where nothing did; old ones are pruned."""
    monkeypatch.setattr("plugins.search.records.FEW", 1)
    old = read(build(a=("2025-01-02", "旧文"), b=("2026-01-02", "新文")))
    again = build(a=("2025-01-02", "旧文"), b=("2026-01-02", "新文"))
    assert again.seconds == 0
    assert read(again) == old
    edited = build(a=("2025-01-02", "旧文"), b=("2026-01-02", "改过的"))
    new = read(edited)
    changed = {url for url in old.keys() | new.keys() if old.get(url) != new.get(url)}
    assert changed
    assert all(url.startswith("/search/parts/2026/") for url in changed)
    assert "新文" not in texts(new)
    assert len([path for path in (tmp_path / "search").iterdir() if path.is_dir()]) == 2


def test_an_index_of_nothing_has_no_part(build: Build) -> None:
    """The search page then says that nothing is found."""
    assert parts(read(build())) == []


def test_a_build_that_ends_early_leaves_nothing(tmp_path: Path) -> None:
    """What was under way is ended, and no part of it stays."""
    store = Store(tmp_path / "store.sqlite")
    body, html = text("正文")
    store.put(Texts.SPACE, [(body.key, html.encode())])
    index = Index(tmp_path / "search", store.path)
    index.begin(edition_of(article(text=body)))
    index.close()
    store.close()
    assert list((tmp_path / "search").iterdir()) == []


def test_a_text_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    """The site goes out without an index, and it is said why."""
    Store(tmp_path / "store.sqlite").close()
    index = Index(tmp_path / "search", tmp_path / "store.sqlite")
    index.begin(edition_of(article(text=Text("0" * 64))))
    made = index.finish()
    assert made.fault
    assert made.files == []


def test_a_worker_that_dies_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one does for which there is no memory."""
    Store(tmp_path / "store.sqlite").close()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    index = Index(tmp_path / "search", tmp_path / "store.sqlite")
    index.begin(edition_of(article(text=Text(""))))
    assert index.finish().fault


def test_pagefind_that_fails_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it said is told; the part is not there."""
    Store(tmp_path / "store.sqlite").close()
    work = tmp_path / "work"
    work.mkdir()
    job = Job(str(tmp_path), str(tmp_path / "store.sqlite"), "zh-Hans", ())
    records = msgspec.Raw(msgspec.msgpack.encode(()))
    job = msgspec.structs.replace(job, tasks=(Task("2026-x", records),))
    (work / "job").write_bytes(msgspec.msgpack.encode(job))
    monkeypatch.setattr("plugins.search.pagefind.program", lambda: Path("/bin/false"))
    main(work)
    assert b"2026-x" in (work / "result").read_bytes()
    assert not (tmp_path / "2026-x").exists()


@pytest.mark.parametrize("name", ["pagefind-ui.js", "pagefind-ui.css", "playground/index.html"])
def test_ready_made_pages_are_not_served(name: str) -> None:
    """The search page is the site's own."""
    assert not is_served(Path(name))
    assert is_served(Path("index/zh_1.pf_index"))
