"""Films in the preview: the bytes that a player asks for, and no more."""

import io
from http import HTTPStatus
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.playing import piece_of, send


@pytest.mark.parametrize(
    ("asked", "status", "start", "length"),
    [
        ("", 200, 0, 100),
        ("bytes=0-", 206, 0, 100),
        ("bytes=10-19", 206, 10, 10),
        ("bytes=90-999", 206, 90, 10),
        ("bytes=-5", 206, 95, 5),
        ("bytes=-999", 206, 0, 100),
        ("bytes=100-", 416, 0, 0),
        ("bytes=-0", 416, 0, 0),
        ("bytes=20-10", 200, 0, 100),
        ("bytes=0-1,5-6", 200, 0, 100),
        ("items=0-1", 200, 0, 100),
        ("bytes=-", 200, 0, 100),
    ],
)
def test_a_range_is_read_as_http_has_it(asked: str, status: int, start: int, length: int) -> None:
    """RFC 9110, section 14."""
    piece = piece_of(asked, 100)
    assert (piece.status, piece.start, piece.length) == (status, start, length)
    said = {206: f"bytes {start}-{start + length - 1}/100", 416: "bytes */100"}
    assert piece.range == said.get(status, "")


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 100))
def test_a_piece_lies_within_its_file(start: int, end: int, size: int) -> None:
    """Whatever is asked for."""
    piece = piece_of(f"bytes={start}-{end}", size)
    assert 0 <= piece.start <= piece.start + piece.length <= size
    assert piece.length or piece.status in {HTTPStatus.OK, 416}


def test_just_the_piece_is_sent(tmp_path: Path) -> None:
    """Of a file larger than one block."""
    file = tmp_path / "f.mp4"
    data = bytes(range(256)) * 4096
    file.write_bytes(data)
    out = io.BytesIO()
    send(file, piece_of("bytes=1000-700000", len(data)), out)
    assert out.getvalue() == data[1000:700_001]
