"""Films and sounds in the preview: sent a piece at a time, from where a player asks for it."""

import re
from http import HTTPStatus
from io import BufferedIOBase
from pathlib import Path
from typing import NamedTuple

BLOCK = 1 << 18
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


class Piece(NamedTuple):
    """What is sent of a file: the status, the first byte and how many, the range's header."""

    status: HTTPStatus
    start: int
    length: int
    range: str = ""


def piece_of(asked: str, size: int) -> Piece:
    """Which bytes of a file of ``size`` a ``Range`` header asks for (RFC 9110, section 14).

    Of several ranges, or of what cannot be read, the whole file is the answer.
    """
    whole = Piece(HTTPStatus.OK, 0, size)
    found = _RANGE.fullmatch(asked.strip())
    if found is None or not (found[1] or found[2]):
        return whole
    if found[1]:
        start = int(found[1])
        end = min(int(found[2]), size - 1) if found[2] else size - 1
        if found[2] and int(found[2]) < start:
            return whole
    else:
        start, end = max(0, size - int(found[2])), size - 1
    if start >= size or start > end:
        return Piece(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0, f"bytes */{size}")
    said = f"bytes {start}-{end}/{size}"
    return Piece(HTTPStatus.PARTIAL_CONTENT, start, end - start + 1, said)


def send(path: Path, piece: Piece, out: BufferedIOBase) -> None:
    """Write a piece of a file; raises ``OSError`` where the reader has gone."""
    with path.open("rb") as file:
        file.seek(piece.start)
        left = piece.length
        while left and (block := file.read(min(BLOCK, left))):
            out.write(block)
            left -= len(block)
