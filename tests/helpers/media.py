"""Films and sounds made in the tests: the least that is one, with what the test is about."""

import struct
from pathlib import Path

from tests.helpers.sites import ROOT

SAMPLE = ROOT / "content" / "columns" / "first-aid" / "2019" / "cpr"
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\n第一句。\n\n00:02.000 --> 00:04.500\n第二句。\n"


def film() -> bytes:
    """A WebM film of twenty seconds: VP9 and Opus, 426 x 240 pixels."""
    return (SAMPLE / "press-240.webm").read_bytes()


def sound() -> bytes:
    """An MP3 of forty seconds."""
    return (SAMPLE / "beat.mp3").read_bytes()


def box(kind: bytes, *content: bytes) -> bytes:
    """A box of an ISO media file."""
    data = b"".join(content)
    return struct.pack(">I4s", len(data) + 8, kind) + data


def avc(profile: int = 100) -> bytes:
    """A sample entry of H.264 pictures of 640 x 360 pixels."""
    head = bytes(24) + struct.pack(">HH", 640, 360) + bytes(50)
    return box(b"avc1", head, box(b"avcC", bytes([1, profile, 0, 31, 255])))


def entry(kind: bytes) -> bytes:
    """A sample entry of another codec for pictures."""
    return box(kind, bytes(24) + struct.pack(">HH", 640, 360) + bytes(50))


def aac(kind: int = 0x40) -> bytes:
    """A sample entry of MPEG-4 audio with its type of object."""
    config = bytes([4, 0x80, 0x80, 0x80, 17, kind]) + bytes(16)
    descriptor = bytes([3, 0x80, 0x80, 0x80, 25, 0, 1, 0]) + config
    return box(b"mp4a", bytes(28), box(b"esds", bytes(4), descriptor))


def track(handler: bytes, sample: bytes, matrix: tuple[int, ...] = (1, 0, 0, 1)) -> bytes:
    """A track; ``matrix`` turns its pictures."""
    a, b, c, d = (value << 16 & 0xFFFFFFFF for value in matrix)
    turn = struct.pack(">9I", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    head = box(b"tkhd", bytes(40), turn, struct.pack(">II", 640 << 16, 360 << 16))
    tables = box(b"stbl", box(b"stsd", struct.pack(">II", 0, 1), sample))
    media = box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(13)), box(b"minf", tables))
    return box(b"trak", head, media)


def mp4(*tracks: bytes, seconds: float = 12.4, more: bytes = b"", brand: bytes = b"isom") -> bytes:
    """An MP4 file; ``more`` stands among the boxes of its head."""
    head = box(b"mvhd", bytes(12), struct.pack(">II", 1000, round(seconds * 1000)), bytes(80))
    body = tracks or (track(b"vide", avc()), track(b"soun", aac()))
    return box(b"ftyp", brand, bytes(4)) + box(b"moov", head, *body, more) + box(b"mdat", b"x" * 99)


def write(folder: Path, name: str, data: bytes) -> Path:
    """Put a file into a folder."""
    file = folder / name
    file.write_bytes(data)
    return file
