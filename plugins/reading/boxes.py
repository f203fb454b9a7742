"""MP4 and M4A: the boxes of ISO media files that say what is in them.

The format: ISO/IEC 14496-12 (boxes), 14496-14 and -15 (MP4, AVC and HEVC); the names of
codecs: mp4ra.org. Boxes are stepped over by their sizes, so a large file costs a few reads.
"""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from .streams import Stream, Unfit, take

PLAYED = frozenset(
    (b"avc1", b"avc3", b"av01", b"vp08", b"vp09", b"mp4a", b"Opus", b"fLaC", b".mp3", b"mp3 ")
)
"""Sample entries that the browsers of today play; of AVC and MPEG-4 audio not every sort."""

NAMES = {
    b"hvc1": "HEVC (H.265)",
    b"hev1": "HEVC (H.265)",
    b"dvh1": "Dolby Vision",
    b"dvhe": "Dolby Vision",
    b"mp4v": "MPEG-4 Visual",
    b"ap4h": "ProRes",
    b"ap4x": "ProRes",
    b"apch": "ProRes",
    b"apcn": "ProRes",
    b"apcs": "ProRes",
    b"apco": "ProRes",
    b"alac": "ALAC",
    b"ac-3": "AC-3",
    b"ec-3": "E-AC-3",
    b"encv": "DRM",
    b"enca": "DRM",
}

# Of Android (©xyz), of 3GPP (loci), of Apple: a place on earth.
_PLACES = (b"\xa9xyz", b"loci", b"location.ISO6709")
_NOTES_MOST = 1 << 20
_MANY = 4096
_HEAD = 8
_LARGE = 16
# Profiles of AVC with more than 8 bits or finer colour, which browsers do not play.
_DEEP_AVC = {110: "H.264 High 10", 122: "H.264 High 4:2:2", 244: "H.264 High 4:4:4"}
# 14496-1, objectTypeIndication: AAC and MP3.
_SOUNDS = frozenset((0x40, 0x66, 0x67, 0x68, 0x69, 0x6B))


class _Box(NamedTuple):
    kind: bytes
    start: int  # of what is in it
    end: int


def read_boxes(file: BinaryIO, size: int) -> Stream:
    """Read an ISO media file of ``size`` bytes. Raises ``Unfit``."""
    top = {box.kind: box for box in _boxes(file, 0, size)}
    if b"ftyp" not in top or not {b"moov", b"mdat"} <= top.keys():
        raise Unfit("truncated" if b"ftyp" in top else "damaged")
    moov = top[b"moov"]
    tracks = [_Track(file, box) for box in _boxes(file, *moov[1:]) if box.kind == b"trak"]
    pictures = [track for track in tracks if track.handler == b"vide"]
    sounds = [track for track in tracks if track.handler == b"soun"]
    if not pictures and not sounds:
        raise Unfit("damaged")
    foreign = tuple(dict.fromkeys(t.foreign for t in (*pictures, *sounds) if t.foreign))
    seconds = _seconds(file, moov)
    located = _is_located(file, moov)
    if not pictures:
        return Stream("audio", "audio/mp4", seconds, foreign=foreign, located=located)
    return Stream("video", "video/mp4", seconds, *pictures[0].size, foreign, located)


def _is_located(file: BinaryIO, moov: _Box) -> bool:
    """Whether the file tells where it was taken, as telephones write it."""
    for box in _boxes(file, moov.start, moov.end):
        if box.kind in {b"udta", b"meta"}:
            data = _content(file, box, _NOTES_MOST)
            if any(mark in data for mark in _PLACES):
                return True
    return False


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[_Box]:
    at = start
    for _ in range(_MANY):
        if at + _HEAD > end:
            return
        file.seek(at)
        head = take(file, _HEAD)
        size, begin = int.from_bytes(head[:4], "big"), at + _HEAD
        if size == 1:
            size, begin = int.from_bytes(take(file, 8), "big"), at + _LARGE
        if size == 0:
            size = end - at
        if size < begin - at:
            raise Unfit("damaged")
        if at + size > end:
            raise Unfit("truncated")
        yield _Box(head[4:], begin, at + size)
        at += size


def _find(file: BinaryIO, within: _Box, *path: bytes) -> _Box | None:
    """The first box at a path of names."""
    box: _Box | None = within
    for name in path:
        if box is None:
            return None
        box = next((b for b in _boxes(file, box.start, box.end) if b.kind == name), None)
    return box


def _content(file: BinaryIO, box: _Box, most: int) -> bytes:
    file.seek(box.start)
    return take(file, min(box.end - box.start, most))


def _seconds(file: BinaryIO, moov: _Box) -> float:
    """The length that the whole says of itself; of a fragmented file that of all fragments."""
    head = _find(file, moov, b"mvhd")
    if head is None:
        raise Unfit("damaged")
    data = _content(file, head, 32)
    wide = data[:1] == b"\x01"
    scale = int.from_bytes(data[20:24] if wide else data[12:16], "big")
    length = int.from_bytes(data[24:32] if wide else data[16:20], "big")
    if not length or length in (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF):
        more = _find(file, moov, b"mvex", b"mehd")
        length = int.from_bytes(_content(file, more, 12)[4:], "big") if more else 0
    return length / scale if scale else 0.0


class _Track:
    """A track: what handles it, its size as it is shown, and its codec where it is foreign."""

    def __init__(self, file: BinaryIO, trak: _Box) -> None:
        handler = _find(file, trak, b"mdia", b"hdlr")
        self.handler = _content(file, handler, 12)[8:12] if handler else b""
        self.size = (0, 0)
        self.foreign = ""
        if self.handler not in {b"vide", b"soun"}:
            return
        entry = _find(file, trak, b"mdia", b"minf", b"stbl", b"stsd")
        # A version, flags and a count come before the entries, each of them a box.
        found = next(_boxes(file, entry.start + 8, entry.end), None) if entry else None
        if found is None:
            raise Unfit("damaged")
        data = _content(file, found, 4096)
        self.foreign = _foreign(found.kind, data)
        if self.handler == b"vide":
            self.size = _shown_size(file, trak, data)


def _shown_size(file: BinaryIO, trak: _Box, entry: bytes) -> tuple[int, int]:
    """Width and height as a player shows them: a phone held upright says so in a matrix."""
    coded = int.from_bytes(entry[24:26], "big"), int.from_bytes(entry[26:28], "big")
    head = _find(file, trak, b"tkhd")
    if head is None:
        return coded
    data = _content(file, head, 96)
    at = 52 if data[:1] == b"\x01" else 40
    matrix = [int.from_bytes(data[n : n + 4], "big") for n in range(at, at + 36, 4)]
    # 16.16 fixed point, with the shape of the pixels worked in.
    width, height = (int.from_bytes(data[n : n + 4], "big") >> 16 for n in (at + 36, at + 40))
    width, height = (width, height) if width and height else coded
    turned = len(data) >= at + 36 and matrix[0] == 0 and matrix[4] == 0
    return (height, width) if turned else (width, height)


def _foreign(kind: bytes, entry: bytes) -> str:
    """The name of a codec that browsers do not play, or nothing."""
    if kind not in PLAYED:
        return NAMES.get(kind) or kind.decode("ascii", "replace").strip()
    if kind.startswith(b"avc"):
        at = entry.find(b"avcC")
        profile = entry[at + 5] if 0 <= at < len(entry) - 5 else 0
        return _DEEP_AVC.get(profile, "")
    if kind == b"mp4a":
        # In the box "esds" a DecoderConfigDescriptor (tag 4) begins with the object's type; each
        # length before it takes one byte or, padded, four.
        at = entry.find(b"esds")
        found = _object_type(entry[at + 8 :]) if at >= 0 else 0
        return "" if found in _SOUNDS or not found else f"MPEG-4 audio {found:#x}"
    return ""


def _object_type(data: bytes) -> int:
    at = 0
    for tag, skip in ((3, 3), (4, 0)):
        if data[at : at + 1] != bytes([tag]):
            return 0
        at += 1
        while data[at : at + 1] >= b"\x80":
            at += 1
        at += 1 + skip
    return data[at] if at < len(data) else 0
