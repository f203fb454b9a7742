"""One picture file measured, in a process that is stopped where it takes too much.

Called by name (``plugins.press.guard``): bytes in, bytes out.
"""

import hashlib
from pathlib import Path

import msgspec

from plugins.edition.findings import Finding
from plugins.edition.sources import PictureFile

from .pictures import measure, measuring_version


class Measured(msgspec.Struct, frozen=True, array_like=True):
    """A picture file, what was found in it, and the version of what measured it."""

    file: PictureFile
    findings: tuple[Finding, ...]
    version: str = ""

    @property
    def is_current(self) -> bool:
        """Tell whether measuring would come to the same, as far as it depends on our code."""
        return self.version == measuring_version()


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """The file at ``path`` of the folder ``content``; ``known`` is the hash of what is known."""

    content: str
    path: str
    known: str = ""


def measure_file(given: bytes) -> bytes:
    """Measure the file of an ``Asked``; gives a ``Measured``, or nothing where it is known."""
    asked = msgspec.msgpack.decode(given, type=Asked)
    # Gone since it was listed: as good as empty, and said to be so.
    try:
        data = Path(asked.content, asked.path).read_bytes()
    except OSError:
        data = b""
    if asked.known and hashlib.sha256(data).hexdigest() == asked.known:
        return b""
    return msgspec.msgpack.encode(Measured(*measure(asked.path, data), measuring_version()))
