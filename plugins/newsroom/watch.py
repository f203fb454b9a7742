"""Which files changed, as the system tells it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import Change, DefaultFilter, watch

STEP = 10
"""Milliseconds without a further change after which changes are told."""

TICK = 100
"""Milliseconds after which it is told that nothing changed."""


class _Filter(DefaultFilter):
    """Leaves out what editors and systems keep for themselves, as reading does."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__()
        self._folders = [str(folder) for folder in folders]

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change counts."""
        inner = next((path[len(f) :] for f in self._folders if path.startswith(f)), path)
        return "/." not in inner.replace("\\", "/") and super().__call__(change, inner)


def changes(folders: Sequence[Path], stop: Event) -> Iterator[set[Path]]:
    """Paths that changed under ``folders`` (or are one of them), time after time.

    An empty set says that the watch stands, or that time has gone by. On network drives,
    where no system tells of changes, ``WATCHFILES_FORCE_POLLING=true`` looks for them
    (watchfiles.helpmanual.io); where the system has no watches left, that is done anyway.
    """
    names = [folder for folder in folders if folder.is_dir()]
    files = [path for path in folders if not path.is_dir()]
    for polling in (None, True):
        try:
            yield from _watched(names, files, stop, polling)
            return
        except OSError:
            # Too many watches, or a folder that is gone.
            names = [folder for folder in names if folder.is_dir()]
            if polling:
                raise


def _watched(
    folders: Sequence[Path], files: Sequence[Path], stop: Event, polling: bool | None
) -> Iterator[set[Path]]:
    states = _states(files)
    for found in watch(
        *folders,
        watch_filter=_Filter(folders),
        step=STEP,
        stop_event=stop,
        rust_timeout=TICK,
        yield_on_timeout=True,
        raise_interrupt=False,
        force_polling=polling,
    ):
        now = _states(files)
        # Single files are few, and often replaced whole: their states are looked at.
        changed = {path for path in files if now[path] != states[path]}
        states = now
        yield {Path(name) for _, name in found} | changed


def _states(files: Sequence[Path]) -> dict[Path, tuple[int, int, int] | None]:
    states: dict[Path, tuple[int, int, int] | None] = {}
    for path in files:
        try:
            info = path.stat()
        except OSError:
            states[path] = None
        else:
            states[path] = (info.st_ino, info.st_size, info.st_mtime_ns)
    return states
