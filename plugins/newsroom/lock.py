"""One build at a time with a cache."""

import fcntl
from pathlib import Path
from typing import IO

from plugins.press.page import PressError


def locked(cache: Path) -> IO[str]:
    """Lock a cache folder, until the file that is given back is closed or the process ends.

    Raises ``PressError`` where another build has it.
    """
    cache.mkdir(parents=True, exist_ok=True)
    lock = (cache / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        said = "another build is at work with {path}; wait for it"
        raise PressError("build-running", said, path=cache) from error
    return lock
