"""MP3 and Ogg: their length and codec, by mutagen, which is made for just this."""

from typing import BinaryIO

from mutagen import MutagenError
from mutagen.mp3 import MPEGInfo
from mutagen.oggflac import OggFLAC
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from .streams import Stream, Unfit

_FOREIGN = {b"\x80theora": "Theora", b"Speex   ": "Speex", b"BBCD\0": "Dirac"}
_OGG = ((b"OpusHead", OggOpus), (b"\x01vorbis", OggVorbis), (b"\x7fFLAC", OggFLAC))
# An ID3 tag of more is no tag but somebody's mischief; a cover picture has its place in it.
_TAG_MOST = 32 * 1024 * 1024
_LAYER_3 = 3
# A file may lack this part of what its head counts, for tags are cut off by some programs.
_LITTLE = 0.02


def read_mp3(file: BinaryIO, size: int) -> Stream:
    """Read an MP3 file of ``size`` bytes. Raises ``Unfit``."""
    start = _after_tag(file)
    if start >= min(size, _TAG_MOST):
        raise Unfit("truncated")
    try:
        # Its tags are not asked for: titles and covers stand in front matter.
        info = MPEGInfo(file, start)
    except (MutagenError, EOFError, ValueError, ArithmeticError) as fault:
        raise Unfit("damaged") from fault
    if info.layer != _LAYER_3 or info.sketchy:
        raise Unfit("damaged")
    if size - start < _counted(file, start) * (1 - _LITTLE):
        raise Unfit("truncated")
    return Stream("audio", "audio/mpeg", float(info.length))


def _after_tag(file: BinaryIO) -> int:
    """Where the ID3v2 tag ends (id3.org/id3v2.4.0-structure): 28 bits in four bytes."""
    file.seek(0)
    head = file.read(10)
    if head[:3] != b"ID3" or len(head) < 10:  # noqa: PLR2004 - its length
        return 0
    length = 0
    for byte in head[6:]:
        length = length << 7 | byte & 0x7F
    return length + 10


def _counted(file: BinaryIO, start: int) -> int:
    """How many bytes the file has by its own account, in the Xing head; 0 without one."""
    file.seek(start)
    head = file.read(2048)
    at = max(head.find(b"Xing"), head.find(b"Info"))
    if at < 0 or not head[at + 7 : at + 8]:
        return 0
    flags = head[at + 7]
    place = at + 8 + (4 if flags & 1 else 0)
    return int.from_bytes(head[place : place + 4], "big") if flags & 2 else 0


def read_ogg(file: BinaryIO, size: int) -> Stream:  # noqa: ARG001 - as all readers are called
    """Read an Ogg file. Raises ``Unfit``."""
    file.seek(0)
    head = file.read(512)
    for mark, name in _FOREIGN.items():
        if mark in head:
            return Stream("audio", "audio/ogg", 0.0, foreign=(name,))
    kind = next((kind for mark, kind in _OGG if mark in head), None)
    if kind is None:
        raise Unfit("damaged")
    file.seek(0)
    try:
        length = float(getattr(kind(file).info, "length", 0.0))
    except (MutagenError, EOFError, ValueError, ArithmeticError, IndexError) as fault:
        raise Unfit("damaged") from fault
    return Stream("audio", "audio/ogg", length)
