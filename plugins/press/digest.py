"""Digests: two pages with the same digest are the same, byte for byte."""

import hashlib
import sys
from pathlib import Path

import msgspec

from .page import Inputs

_encode = msgspec.msgpack.Encoder().encode


class Digester:
    """Takes digests of inputs; what successive pages share is hashed once.

    Most fields differ from page to page, but some (the site's frame) are one object
    in all of them: the last object seen in a field is remembered with its hash.
    """

    def __init__(self) -> None:
        self._last: dict[str, tuple[object, bytes]] = {}

    def digest(self, version: bytes, inputs: Inputs) -> bytes:
        """16 bytes over ``version`` (of template and code) and every input."""
        whole = hashlib.blake2b(version, digest_size=16)
        for name in inputs.__struct_fields__:
            value = getattr(inputs, name)
            if isinstance(value, msgspec.Struct):
                whole.update(self._of_struct(name, value))
            else:
                encoded = _encode(value)
                whole.update(len(encoded).to_bytes(8, "big"))
                whole.update(encoded)
        return whole.digest()

    def _of_struct(self, name: str, value: msgspec.Struct) -> bytes:
        last = self._last.get(name)
        if last is not None and last[0] is value:
            return last[1]
        digest = hashlib.blake2b(_encode(value), digest_size=16).digest()
        self._last[name] = (value, digest)
        return digest


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
