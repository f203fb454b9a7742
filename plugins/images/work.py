"""One picture's renditions made and written, in a process that is stopped where it takes too much.

Called by name (``plugins.press.guard``): bytes in, bytes out.
"""

import os
from pathlib import Path

import msgspec

from plugins.press.sink import checksum

from .pixels import renditions
from .tasks import Job, Made, Task


def make(given: bytes) -> bytes:
    """Make the renditions of a ``Job``; gives a ``Made``. Raises ``OSError`` of a full disk."""
    job = msgspec.msgpack.decode(given, type=Job)
    return msgspec.msgpack.encode(made(Path(job.folder), job.task))


def made(folder: Path, task: Task) -> Made:
    """Make the renditions of a task; all of them, or none and a fault."""
    try:
        every = list(renditions(task))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - Pillow raises whatever its parsers stumble over
        return Made(task.path, fault=str(error) or type(error).__name__)
    # A disk that is full is no fault of the picture's: that ends the build.
    for size, data in every:
        _replace(folder / size.name, data)
    files = [(size.name, size.kind, checksum(data), len(data)) for size, data in every]
    return Made(task.path, tuple(files))


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(target)
