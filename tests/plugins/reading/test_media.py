"""Films and sounds: what is read from their bytes, and what is refused, and why."""

import io
import struct
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.edition.findings import Finding
from plugins.edition.media_files import MediaFile
from plugins.reading.boxes import read_boxes
from plugins.reading.ebml import read_webm
from plugins.reading.media import TYPES, measure_media
from plugins.reading.sound import read_mp3, read_ogg
from plugins.reading.streams import Stream, Unfit
from tests.helpers.media import aac, avc, box, entry, film, mp4, sound, track, write

MP3 = b"\xff\xfb\x90\x00" + bytes(413)
READERS = {"mp4": read_boxes, "webm": read_webm, "mp3": read_mp3, "ogg": read_ogg}


def measured(folder: Path, name: str, data: bytes) -> tuple[MediaFile, tuple[Finding, ...]]:
    """What is known of a file."""
    return measure_media(name, write(folder, name, data), "ab" * 32)


def refused(folder: Path, name: str, data: bytes) -> tuple[str, str]:
    """The rule that a file breaks, and the reason."""
    file, (found,) = measured(folder, name, data)
    assert (file.kind, found.severity, found.path) == ("", "error", name)
    return found.rule, dict(found.values).get("reason", "")


def test_the_samples_film_and_sound_are_known(tmp_path: Path) -> None:
    """Kind, type, size and length come from the bytes."""
    made, found = measured(tmp_path, "a.webm", film())
    shape = (made.kind, made.type, made.width, made.height, made.seconds, made.size)
    assert shape == ("video", "video/webm", 426, 240, 20, len(film()))
    assert found == ()
    heard, found = measured(tmp_path, "a.mp3", sound())
    assert (heard.kind, heard.type, heard.width, heard.seconds) == ("audio", "audio/mpeg", 0, 41)
    assert found == ()
    assert made.sum != heard.sum


def test_an_mp4_says_its_size_as_it_is_shown() -> None:
    """A phone held upright says so in a matrix; a sound has no size."""
    assert _boxes(mp4()) == Stream("video", "video/mp4", 12.4, 640, 360)
    turned = track(b"vide", avc(), (0, 1, -1, 0))
    assert _boxes(mp4(turned))[3:5] == (360, 640)
    assert _boxes(mp4(track(b"soun", aac()))) == Stream("audio", "audio/mp4", 12.4)


def test_a_fragmented_mp4_says_its_length_elsewhere() -> None:
    """Its own head says nothing."""
    more = box(b"mvex", box(b"mehd", bytes(4), struct.pack(">I", 7000)))
    assert _boxes(mp4(seconds=0, more=more)).seconds == 7
    assert _boxes(mp4(seconds=0)).seconds == 0


def _boxes(data: bytes) -> Stream:
    return read_boxes(io.BytesIO(data), len(data))


@pytest.mark.parametrize(
    ("sample", "name"),
    [
        (avc(110), "H.264 High 10"),
        (entry(b"hvc1"), "HEVC (H.265)"),
        (entry(b"apch"), "ProRes"),
        (entry(b"mp4v"), "MPEG-4 Visual"),
        (entry(b"zzzz"), "zzzz"),
    ],
)
def test_what_browsers_do_not_play_is_told_by_its_name(
    tmp_path: Path, sample: bytes, name: str
) -> None:
    """The file is left out: a player that shows nothing helps nobody."""
    file, (found,) = measured(tmp_path, "a.mp4", mp4(track(b"vide", sample)))
    assert (file.kind, found.rule, dict(found.values)) == ("", "media-codec", {"codec": name})


def test_sound_in_a_film_counts_too(tmp_path: Path) -> None:
    """MPEG-4 audio is of many sorts."""
    odd = mp4(track(b"vide", avc()), track(b"soun", aac(0xA9)))
    assert refused(tmp_path, "a.mp4", odd)[0] == "media-codec"
    dolby = mp4(track(b"vide", avc()), track(b"soun", box(b"ac-3", bytes(28))))
    assert refused(tmp_path, "b.mp4", dolby)[0] == "media-codec"


@pytest.mark.parametrize(
    "note",
    [
        box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+28.4500+119.9200/")),
        box(b"meta", box(b"keys", b"mdtacom.apple.quicktime.location.ISO6709")),
    ],
)
def test_a_film_that_tells_where_it_was_taken_is_not_used(tmp_path: Path, note: bytes) -> None:
    """That may be a volunteer's home."""
    assert refused(tmp_path, "a.mp4", mp4(more=note))[0] == "media-location"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.mp4", b"", "empty"),
        ("a.mp4", b"hello, this is no film at all", "damaged"),
        ("a.mp4", b"\xff\xd8\xff\xe0" + bytes(99), "mislabelled"),
        ("a.mp4", box(b"ftyp", b"qt  ") + bytes(99), "mislabelled"),
        ("a.mp4", MP3 * 9, "mislabelled"),
        ("a.mp3", mp4(), "mislabelled"),
        ("a.webm", mp4(), "mislabelled"),
        ("a.ogg", MP3 * 9, "mislabelled"),
        ("a.mp4", mp4()[:-20], "truncated"),
        ("a.mp4", box(b"ftyp", b"isom", bytes(4)) + bytes(64), "truncated"),
        ("a.mp4", mp4(track(b"hint", b"")), "damaged"),
        ("a.mp3", b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + bytes(99), "truncated"),
        ("a.mp3", b"\xff\xfb" + bytes(999), "damaged"),
        ("a.mp3", sound()[: len(sound()) // 2], "truncated"),
        ("a.webm", film()[: len(film()) // 2], "truncated"),
        ("a.webm", film().replace(b"webm", b"matr", 1), "mislabelled"),
        ("a.ogg", b"OggS" + bytes(99), "damaged"),
    ],
)
def test_what_cannot_be_used_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """Empty, cut, forged, or something else under another name."""
    assert refused(tmp_path, name, data) == ("media-unreadable", reason)


def test_theora_is_no_longer_played(tmp_path: Path) -> None:
    """Browsers took it out."""
    data = b"OggS" + bytes(24) + b"\x80theora" + bytes(99)
    assert refused(tmp_path, "a.ogg", data)[0] == "media-codec"


def test_a_file_that_is_gone_is_damaged(tmp_path: Path) -> None:
    """It was there when the folder was listed."""
    file, (found,) = measure_media("a.mp4", tmp_path / "a.mp4", "")
    assert (file.kind, found.rule) == ("", "media-unreadable")


@settings(deadline=None, max_examples=200)
@given(
    kind=st.sampled_from(sorted(READERS)),
    cut=st.integers(0, 3000),
    holes=st.lists(st.tuples(st.integers(0, 2000), st.binary(min_size=1, max_size=8)), max_size=4),
)
def test_no_bytes_make_a_reader_fail(kind: str, cut: int, holes: list[tuple[int, bytes]]) -> None:
    """Whatever is cut off or written over, it is read or refused, and that in short time."""
    whole = {"mp4": mp4(), "webm": film()[:3000], "mp3": sound()[:3000], "ogg": b"OggS"}[kind]
    data = bytearray(whole[: max(1, cut)])
    for at, put in holes:
        data[at : at + len(put)] = put
    with suppress(Unfit):
        assert READERS[kind](io.BytesIO(bytes(data)), len(data)).seconds >= 0


def test_every_ending_has_a_reader() -> None:
    """The table and the readers belong together."""
    assert set(TYPES.values()) == {"ISO", "WebM", "MP3", "Ogg"}
