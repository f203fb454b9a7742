"""What is in an index that Pagefind made: its files are compressed."""

import gzip
from collections.abc import Mapping

SIGNATURE = b"pagefind_dcd"
"""What each of Pagefind's files begins with, once it is decompressed."""


def opened(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files by path, those of an index decompressed."""
    return {path: _opened(data) for path, data in files.items()}


def _opened(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def texts(files: Mapping[str, bytes]) -> str:
    """All that an index says, in one text, without the spaces between words."""
    every = b"\n".join(opened(files).values())
    return every.decode("utf-8", "replace").replace(" ", "")
