"""Films and sound: what a file is, told from its bytes and not from its name."""

import hashlib
import posixpath
from pathlib import Path
from typing import BinaryIO, Final

from plugins.edition.findings import Finding, finding
from plugins.edition.media_files import MediaFile

from .boxes import read_boxes
from .ebml import read_webm
from .streams import Stream, Unfit

TYPES: Final = {
    ".mp4": "ISO",
    ".m4v": "ISO",
    ".m4a": "ISO",
    ".webm": "WebM",
    ".mp3": "MP3",
    ".ogg": "Ogg",
    ".oga": "Ogg",
    ".opus": "Ogg",
}
"""Endings, in lower case, of the films and sounds that are read, and what they are to be."""

FOREIGN_SUFFIXES: Final = frozenset(
    f".{name}"
    for name in (
        *("mov", "avi", "mkv", "wmv", "flv", "mpg", "mpeg", "rmvb", "3gp", "ts", "mts", "ogv"),
        *("wav", "aac", "flac", "wma", "amr", "ape", "aif", "aiff", "mid"),
    )
)
"""Endings of films and sounds that are not read, so that an editor can be told."""

_BLOCK = 1 << 20


def measure_media(path: str, source: Path, sha256: str) -> tuple[MediaFile, tuple[Finding, ...]]:
    """Read what the file at ``source`` holds; it is gone through once, a block at a time.

    A file without a kind cannot be used; a finding of severity error then says why. Never
    raises.
    """
    try:
        with source.open("rb") as file:
            total, size = _sum(file)
            stream = _read(path, file, size)
    except Unfit as fault:
        return _refused(path, sha256, "media-unreadable", reason=fault.reason)
    except OSError:
        return _refused(path, sha256, "media-unreadable", reason="damaged")
    if stream.foreign:
        return _refused(path, sha256, "media-codec", codec="、".join(stream.foreign)[:80])
    if stream.located:
        return _refused(path, sha256, "media-location")
    seconds = max(1, round(stream.seconds)) if stream.seconds > 0 else 0
    shape = (stream.width, stream.height)
    return MediaFile(path, sha256, size, stream.kind, stream.type, *shape, seconds, total), ()


def too_large(path: str, size: int, most: int) -> tuple[MediaFile, tuple[Finding, ...]]:
    """What is said of a file of more bytes than site.toml lets through: it is not read."""
    shown = {"size": f"{size / 1e6:.0f}", "limit": f"{most / 1e6:.0f}"}
    return _refused(path, "", "media-too-large", **shown)


def _refused(
    path: str, sha256: str, rule: str, **values: str
) -> tuple[MediaFile, tuple[Finding, ...]]:
    return MediaFile(path, sha256), (finding("error", rule, path, **values),)


def _sum(file: BinaryIO) -> tuple[bytes, int]:
    total, size = hashlib.blake2b(digest_size=16), 0
    while block := file.read(_BLOCK):
        total.update(block)
        size += len(block)
    return total.digest(), size


def _read(path: str, file: BinaryIO, size: int) -> Stream:
    if not size:
        raise Unfit("empty")
    wanted = TYPES[posixpath.splitext(path)[1].lower()]
    file.seek(0)
    found = _kind(file.read(16))
    if found != wanted:
        raise Unfit("mislabelled" if found else "damaged")
    if wanted == "ISO":
        return read_boxes(file, size)
    if wanted == "WebM":
        return read_webm(file, size)
    # Imported here: mutagen takes time to load, and few builds read sound anew.
    from .sound import read_mp3, read_ogg

    return read_mp3(file, size) if wanted == "MP3" else read_ogg(file, size)


def _kind(head: bytes) -> str:
    """What the first bytes say that a file is, or nothing."""
    if head[4:8] == b"ftyp":
        # Pictures (HEIC, AVIF) and QuickTime films are of the same family, and are neither.
        brand = head[8:12]
        return "other" if brand in {b"qt  ", b"heic", b"mif1", b"avif"} else "ISO"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "WebM"
    if head.startswith(b"OggS"):
        return "Ogg"
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"):
        return "MP3"
    others = (
        b"\xff\xd8\xff",
        b"\x89PNG",
        b"RIFF",
        b"GIF8",
        b"PK\x03\x04",
        b"%PDF",
        b"\x30\x26\xb2",
    )
    return "other" if head.startswith(others) else ""
