"""A limit on the processor time that one text may take."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

FRAMES = 900
"""Calls within calls that one text may take, as Python counts them."""


@contextmanager
def level_ground() -> Iterator[None]:
    """Give the body the same depth of calls to go, however deep the caller stands.

    What nests too deep is found by Python's limit on calls, and Python-Markdown itself
    stops nesting when it comes near: without this, a text would turn out otherwise in a
    worker than in the process that started it.
    """
    depth = 0
    # Documented, and much cheaper than the module inspect.
    frame: FrameType | None = sys._getframe()  # noqa: SLF001
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + FRAMES)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


class TooSlow(BaseException):
    """The time is up. No ``Exception``, so that no library in between swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise ``TooSlow`` in the body after ``seconds`` of processor time.

    Works where signals do: in the main thread, on POSIX. Elsewhere there is no limit.
    """
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able or seconds <= 0:
        yield
        return
    armed = True

    def stop(_signal: int, _frame: FrameType | None) -> None:
        # A signal that was already on its way when the timer was stopped must not strike.
        if armed:
            raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    # Again and again: raised in a destructor or a callback of the collector, Python drops it.
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.05)
    try:
        yield
    finally:
        armed = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
