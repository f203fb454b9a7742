"""What the readers of films and sound give, and how they say what is wrong."""

from typing import BinaryIO, Literal, NamedTuple


class Stream(NamedTuple):
    """What a file holds: its kind, its type for machines, its size in pixels, its length.

    ``seconds`` is 0 where the file does not say; ``foreign`` are the names of the codecs that
    browsers do not play. ``located`` says that the file tells where it was taken.
    """

    kind: Literal["video", "audio"]
    type: str
    seconds: float
    width: int = 0
    height: int = 0
    foreign: tuple[str, ...] = ()
    located: bool = False


class Unfit(Exception):
    """A file that cannot be used; ``reason`` is ``damaged``, ``truncated`` or ``mislabelled``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def take(file: BinaryIO, count: int) -> bytes:
    """Just so many bytes; raises ``Unfit`` where the file ends before."""
    data = file.read(count)
    if len(data) < count:
        raise Unfit("truncated")
    return data
