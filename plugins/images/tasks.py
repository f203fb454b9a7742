"""What is asked of a darkroom's process, and what it answers: known without loading Pillow."""

import msgspec

from .plan import Kind, Size


class Task(msgspec.Struct, frozen=True, array_like=True):
    """A picture of a width and height, and those of its renditions that are to be made."""

    source: str
    path: str
    width: int
    height: int
    sizes: tuple[Size, ...]
    artist: str = ""
    copyright: str = ""


class Job(msgspec.Struct, frozen=True, array_like=True):
    """A task, and the folder in which its renditions are kept."""

    folder: str
    task: Task


class Made(msgspec.Struct, frozen=True, array_like=True):
    """What came of a task: name, kind, checksum and length of each file, or what is wrong."""

    path: str
    files: tuple[tuple[str, Kind, bytes, int], ...] = ()
    fault: str = ""
