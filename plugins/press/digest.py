"""Digests: two pages with the same digest are the same, byte for byte."""

import hashlib
import sys
from pathlib import Path

import msgspec

from .page import Inputs

_encoder = msgspec.msgpack.Encoder()


class Digester:
    """Takes digests of inputs.

    All of them are encoded every time: remembering what pages share (a card stands on a
    dozen) costs more in Python than encoding it again, which msgspec does in C.
    """

    def __init__(self) -> None:
        self._buffer = bytearray(65536)

    def digest(self, version: bytes, inputs: Inputs) -> bytes:
        """16 bytes over ``version`` (of template and code) and every input."""
        # Made anew for each page, a buffer would be grown and copied several times.
        _encoder.encode_into(inputs, self._buffer)
        whole = hashlib.blake2b(len(version).to_bytes(8, "big") + version, digest_size=16)
        whole.update(self._buffer)
        return whole.digest()


def code_version(packages: frozenset[str], versions: tuple[str, ...] = ()) -> bytes:
    """A hash over every Python file of the named top packages, and of Python's version.

    A page may call anything in the package of its page type; to follow the calls would
    be finer, and a stale page worse than a page rendered once more.
    """
    whole = hashlib.blake2b(digest_size=16)
    whole.update(repr((sys.version_info[:2], versions)).encode())
    for name in sorted(packages):
        # A module that is no package, a built-in one say, changes with Python's version.
        for folder in sorted(getattr(sys.modules[name], "__path__", ())):
            for file in sorted(Path(folder).rglob("*.py")):
                whole.update(file.relative_to(folder).as_posix().encode())
                whole.update(hashlib.blake2b(file.read_bytes()).digest())
    return whole.digest()
