"""Posters taken out of films: by ffmpeg where it is, once, and never without an end."""

import shutil
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from plugins.edition.media_files import MediaFile
from plugins.edition.sources import PictureFile
from plugins.images import posters
from plugins.images.posters import Posters
from plugins.press.store import Store
from plugins.press.work import Crew
from tests.helpers.media import film
from tests.helpers.programs import program

FILM = MediaFile("f.webm", "ab" * 32, 1, "video", "video/webm", 426, 240, 20)


def take(root: Path, *films: MediaFile) -> dict[str, PictureFile]:
    """The posters of films that lie in ``root``, by way of a store there."""
    store = Store(root / "store.sqlite")
    try:
        return Posters(root / "posters", store).take(root, films, Crew(1))
    finally:
        store.close()


def fake(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put another program in ffmpeg's place; it notes that it was called."""
    log = folder / "calls"
    program_ = folder / "bin" / "ffmpeg"
    program_.parent.mkdir()
    program_.write_text(f"#!/bin/sh\necho called >> {log}\n{script}\n")
    program_.chmod(program_.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program_.parent}:/usr/bin:/bin")
    return log


def test_a_frame_is_taken_once(tmp_path: Path) -> None:
    """In the film's own shape, and the same bytes each time; what needs it no more is gone."""
    program("ffmpeg", package="ffmpeg")
    (tmp_path / "f.webm").write_bytes(film())
    made = take(tmp_path, FILM)["f.webm"]
    assert (made.width, made.height) == (426, 240)
    with Image.open(made.path) as image:
        assert image.size == (426, 240)
        # Not one colour: the matter has begun.
        assert len(set(image.resize((8, 8)).get_flattened_data())) > 8
    state = Path(made.path).stat().st_mtime_ns
    assert take(tmp_path, FILM) == {"f.webm": made}
    assert Path(made.path).stat().st_mtime_ns == state
    Path(made.path).unlink()
    assert take(tmp_path, FILM) == {"f.webm": made}
    assert take(tmp_path) == {}
    assert not Path(made.path).exists()


def test_without_ffmpeg_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is tried again when it is there."""
    (tmp_path / "f.webm").write_bytes(film())
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "which", lambda _: None)
        assert take(tmp_path, FILM) == {}
    program("ffmpeg", package="ffmpeg")
    assert list(take(tmp_path, FILM)) == ["f.webm"]


@pytest.mark.parametrize("script", ["exit 1", "exit 0", "for last; do :; done; echo x > $last"])
def test_a_film_that_gives_none_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    """Whether it is refused, says nothing, or writes what is no picture; no half file stays."""
    log = fake(tmp_path, script, monkeypatch)
    assert take(tmp_path, FILM) == {}
    assert take(tmp_path, FILM) == {}
    assert log.read_text().split() == ["called"]
    assert list((tmp_path / "posters").iterdir()) == []
    # Other bytes are another film.
    take(tmp_path, replace(FILM, sha256="cd" * 32))
    assert len(log.read_text().split()) == 2


def test_a_film_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its time, which no film may overrun."""
    fake(tmp_path, "exec sleep 60", monkeypatch)
    monkeypatch.setattr(posters, "LONGEST", 0.2)
    assert take(tmp_path, FILM) == {}
