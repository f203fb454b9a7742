"""Digests: two pages with the same digest are the same, byte for byte."""

import hashlib
import sys
from pathlib import Path

import msgspec

from .page import Inputs

_encoder = msgspec.msgpack.Encoder()
_ext = msgspec.msgpack.Ext

_MANY = 8
"""So many things in a row may be those of the page before: a feed's, in another format."""


class _Shared(dict[type, bool]):
    """Of each type, whether its values stand in many pages' inputs."""

    def __missing__(self, kind: type) -> bool:
        made = self[kind] = bool(getattr(kind, "shared", False))
        return made


class Digester:
    """Takes digests of inputs.

    All of them go into it, by what they say. What stands in the inputs of many pages (a value
    whose type says that it is ``shared``: a card, the frame of the site) goes in by a sum of
    its own, which is taken once: it is frozen, and kept here, so that no other has its id.
    To do so with all that pages have in common costs more in Python than it saves.
    """

    def __init__(self) -> None:
        self._buffer = bytearray(65536)
        self._known: dict[int, tuple[object, object]] = {}
        self._row: tuple[object, object] = (None, None)
        self._shared = _Shared()

    def digest(self, version: bytes, inputs: Inputs) -> bytes:
        """16 bytes over ``version`` (of template and code) and every input."""
        known, shared = self._known, self._shared
        values: list[object] = []
        for value in msgspec.structs.astuple(inputs):
            kind = type(value)
            if kind is tuple:
                values.append(self._of_row(value) if value else value)
            elif shared[kind]:
                values.append(known[id(value)][1] if id(value) in known else self._met(value))
            else:
                values.append(value)
        return self._sum(values, len(version).to_bytes(8, "big") + version)

    def _of_row(self, row: tuple[object, ...]) -> object:
        if self._shared[type(row[0])]:
            known = self._known
            return [known[id(v)][1] if id(v) in known else self._met(v) for v in row]
        if len(row) < _MANY:
            return row
        if self._row[0] is not row:
            self._row = row, _ext(2, self._sum(row))
        return self._row[1]

    def _met(self, value: object) -> object:
        """What stands for a value that was not met before: its sum, if it is shared."""
        if not self._shared[type(value)]:
            return value
        # No value is encoded as this is, so none is taken for another.
        made = _ext(1, self._sum(value))
        self._known[id(value)] = value, made
        return made

    def _sum(self, value: object, before: bytes = b"") -> bytes:
        # Made anew for each page, a buffer would be grown and copied several times.
        _encoder.encode_into(value, self._buffer)
        whole = hashlib.blake2b(before, digest_size=16)
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
