"""A limit on the processor time that one text may take."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


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
