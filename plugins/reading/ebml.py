"""WebM: the elements of Matroska that say what is in a file.

The format: RFC 8794 (EBML), RFC 9559 (Matroska); which codecs WebM has:
www.webmproject.org/docs/container.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from .streams import Stream, Unfit, take

PLAYED = frozenset(("V_VP8", "V_VP9", "V_AV1", "A_OPUS", "A_VORBIS"))

_EBML, _DOCTYPE, _SEGMENT = 0x1A45DFA3, 0x4282, 0x18538067
_INFO, _SCALE, _DURATION = 0x1549A966, 0x2AD7B1, 0x4489
_TRACKS, _ENTRY, _TYPE, _CODEC, _VIDEO = 0x1654AE6B, 0xAE, 0x83, 0x86, 0xE0
_WIDTH, _HEIGHT, _SHOWN_WIDTH, _SHOWN_HEIGHT, _UNIT = 0xB0, 0xBA, 0x54B0, 0x54BA, 0x54B2
_CLUSTER = 0x1F43B675
_MANY = 4096
_PICTURE, _SOUND = 1, 2


class _Element(NamedTuple):
    id: int
    start: int  # of what is in it
    end: int


def read_webm(file: BinaryIO, size: int) -> Stream:
    """Read a WebM file of ``size`` bytes. Raises ``Unfit``."""
    top = _elements(file, 0, size)
    head = next(top, None)
    if head is None or head.id != _EBML:
        raise Unfit("damaged")
    if _text(file, _inner(file, head).get(_DOCTYPE)) != "webm":
        raise Unfit("mislabelled")
    segment = next((each for each in top if each.id == _SEGMENT), None)
    if segment is None:
        raise Unfit("truncated")
    seconds, tracks = 0.0, None
    for each in _elements(file, segment.start, segment.end):
        if each.id == _INFO:
            seconds = _seconds(file, _inner(file, each))
        elif each.id == _TRACKS:
            tracks = each
        elif each.id == _CLUSTER and tracks is not None:
            break
    if tracks is None:
        raise Unfit("truncated")
    return _stream(file, tracks, seconds)


def _stream(file: BinaryIO, tracks: _Element, seconds: float) -> Stream:
    entries = [
        _inner(file, each)
        for each in _elements(file, tracks.start, tracks.end)
        if each.id == _ENTRY
    ]
    by_kind: dict[int, list[dict[int, _Element]]] = {_PICTURE: [], _SOUND: []}
    for entry in entries:
        by_kind.get(_number(file, entry.get(_TYPE)), []).append(entry)
    shown = [*by_kind[_PICTURE], *by_kind[_SOUND]]
    if not shown:
        raise Unfit("damaged")
    codecs = dict.fromkeys(_text(file, entry.get(_CODEC)) for entry in shown)
    foreign = tuple(name for name in codecs if name not in PLAYED)
    if not by_kind[_PICTURE]:
        return Stream("audio", "audio/webm", seconds, foreign=foreign)
    video = by_kind[_PICTURE][0].get(_VIDEO)
    values = _inner(file, video) if video else {}
    width, height = (_number(file, values.get(each)) for each in (_WIDTH, _HEIGHT))
    if not _number(file, values.get(_UNIT)):
        # In pixels: where they are not square, the size as shown is another one.
        width = _number(file, values.get(_SHOWN_WIDTH)) or width
        height = _number(file, values.get(_SHOWN_HEIGHT)) or height
    return Stream("video", "video/webm", seconds, width, height, foreign)


def _elements(file: BinaryIO, start: int, end: int) -> Iterator[_Element]:
    at = start
    for _ in range(_MANY):
        if at >= end:
            return
        file.seek(at)
        name, _unknown = _vint(file, keep=True)
        size, unknown = _vint(file, keep=False)
        begin = file.tell()
        if unknown:
            # As it is recorded: it goes on as far as the file does.
            size = end - begin
        if begin + size > end:
            raise Unfit("truncated")
        yield _Element(name, begin, begin + size)
        at = begin + size


def _vint(file: BinaryIO, *, keep: bool) -> tuple[int, bool]:
    """A number of variable length, with its length mark or without; whether it is "unknown"."""
    first = take(file, 1)[0]
    if not first:
        raise Unfit("damaged")
    length = 9 - first.bit_length()
    value = int.from_bytes(bytes([first]) + take(file, length - 1), "big")
    bare = value & ((1 << 7 * length) - 1)
    return (value if keep else bare), bare == (1 << 7 * length) - 1


def _inner(file: BinaryIO, element: _Element) -> dict[int, _Element]:
    return {each.id: each for each in _elements(file, element.start, element.end)}


def _bytes(file: BinaryIO, element: _Element | None, most: int) -> bytes:
    if element is None:
        return b""
    file.seek(element.start)
    return take(file, min(element.end - element.start, most))


def _text(file: BinaryIO, element: _Element | None) -> str:
    return _bytes(file, element, 64).rstrip(b"\0").decode("ascii", "replace")


def _number(file: BinaryIO, element: _Element | None) -> int:
    return int.from_bytes(_bytes(file, element, 8), "big")


def _seconds(file: BinaryIO, info: dict[int, _Element]) -> float:
    # Ticks of so many nanoseconds each; a million where nothing is said.
    scale = _number(file, info.get(_SCALE)) or 1_000_000
    data = _bytes(file, info.get(_DURATION), 8)
    form = {4: ">f", 8: ">d"}.get(len(data))
    ticks = float(struct.unpack(form, data)[0]) if form else 0.0
    return ticks * scale / 1e9 if 0 < ticks < 1e12 else 0.0  # noqa: PLR2004 - and no NaN
