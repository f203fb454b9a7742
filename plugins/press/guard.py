"""Work that may do harm: each thing on a process that is stopped where it takes too much.

A file that somebody made to burn memory or time, or that a C library stumbles over, costs its
own process and is told by name; all other work goes on. The kernel itself keeps the limits, so
that no library can hold them up. The processes are started anew instead of forked: they are
small, and may be started from a process that has threads.
"""

import atexit
import contextlib
import importlib
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple, TypeVar

import msgspec

K = TypeVar("K")

Stop = Literal["memory", "time", "crash"]
"""Why work was stopped: it took too much memory or time, or its process died of it."""

IDLE = 2
"""So many processes are kept for the next work."""

_HEAD = struct.Struct(">I")
_START = "import sys; sys.path[0] = sys.argv[1]; from plugins.press.guard import serve; serve()"


class Limits(msgspec.Struct, frozen=True, array_like=True):
    """What one thing may take: bytes of memory, seconds of a processor, seconds by the clock.

    The clock is for who waits for a disk that does not answer: a machine that is busy, or was
    asleep, must not decide what a build makes.
    """

    memory: int = 2**30
    seconds: float = 20.0
    clock: float = 300.0


class _Ask(msgspec.Struct, frozen=True, array_like=True):
    """A thing to do: a function as ``module:name``, its one argument, its limits."""

    where: str
    given: bytes
    limits: Limits


class _Reply(msgspec.Struct, frozen=True, array_like=True):
    """What came of it; where it failed, ``errno`` and words, or words alone."""

    made: bytes = b""
    memory: bool = False
    errno: int = 0
    words: str = ""


class Result(NamedTuple):
    """What a function gave, or why it was stopped."""

    made: bytes
    stopped: Stop | None = None


def each(
    where: str, things: Iterable[tuple[K, bytes]], jobs: int, limits: Limits
) -> Generator[tuple[K, Result], None, None]:
    """Call ``where`` (``module:name``, bytes in, bytes out) on each thing, as they end.

    Raises ``OSError`` as the function did, ``RuntimeError`` for all else that it raises. Who does
    not take all results closes the generator, which ends the work.
    """
    threads = ThreadPoolExecutor(max(1, jobs), "guard")
    try:
        waiting = {
            threads.submit(_one, _Ask(where, given, limits)): thing for thing, given in things
        }
        for future in as_completed(list(waiting)):
            yield waiting.pop(future), future.result()
    finally:
        threads.shutdown(cancel_futures=True)


def one(where: str, given: bytes, limits: Limits) -> Result:
    """Call ``where`` on one thing; as ``each`` does."""
    return _one(_Ask(where, given, limits))


def _one(ask: _Ask) -> Result:
    worker = _take()
    try:
        reply = worker.ask(ask)
    except BaseException:
        worker.end()
        raise
    if reply is None:
        code = worker.end()
        overdue = code in {-getattr(signal, name, 0) for name in ("SIGALRM", "SIGPROF")}
        return Result(b"", "time" if overdue else "crash")
    if reply.memory:
        # What is left of its memory may be in pieces.
        worker.end()
        return Result(b"", "memory")
    _give_back(worker)
    if reply.errno:
        raise OSError(reply.errno, reply.words)
    if reply.words:
        raise RuntimeError(reply.words)
    return Result(reply.made)


# ---------------------------------------------------------------------- this side


class _Worker:
    """A process that waits for things to do."""

    def __init__(self) -> None:
        root = str(Path(__file__).parents[2])
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Ctrl-C is for the process that started it, which closes the pipe.
            start_new_session=True,
        )

    def ask(self, ask: _Ask) -> _Reply | None:
        """Have something done; None where the process died of it."""
        process = self._process
        if process.stdin is None or process.stdout is None:
            return None
        try:
            _send(process.stdin, msgspec.msgpack.encode(ask))
            data = _receive(process.stdout)
        except BrokenPipeError:
            data = None
        return None if data is None else msgspec.msgpack.decode(data, type=_Reply)

    def end(self) -> int:
        """End the process; its exit code."""
        with self._process as process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                # One that died by itself is let say of what.
                process.wait(0.05)
            process.kill()
            with contextlib.suppress(BrokenPipeError):
                process.communicate()
        return process.returncode


_idle: list[_Worker] = []
_others: list[_Worker] = []
_lock = threading.Lock()


def _take() -> _Worker:
    with _lock:
        return _idle.pop() if _idle else _Worker()


def _give_back(worker: _Worker) -> None:
    with _lock:
        if len(_idle) < IDLE:
            _idle.append(worker)
            return
    worker.end()


def _end_all() -> None:
    while _idle:
        _idle.pop().end()


def _forget() -> None:
    """In a forked process: those that wait are another's."""
    global _lock  # noqa: PLW0603 - a lock that a thread of the other process holds is never let go
    _lock = threading.Lock()
    _others.extend(_idle)
    _idle.clear()


atexit.register(_end_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


# ---------------------------------------------------------------------- the other side


def serve() -> None:
    """In a process of its own: do what is asked, until nobody asks any more."""
    source = sys.stdin.buffer
    # What a library prints must not come between.
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while (data := _receive(source)) is not None:
        ask = msgspec.msgpack.decode(data, type=_Ask)
        reply = _done(ask)
        try:
            _send(target, msgspec.msgpack.encode(reply))
        except BrokenPipeError:
            break
    os._exit(0)


def _done(ask: _Ask) -> _Reply:
    module, _, name = ask.where.partition(":")
    function: Callable[[bytes], bytes] = getattr(importlib.import_module(module), name)
    try:
        with _limited(ask.limits):
            return _Reply(function(ask.given))
    except MemoryError:
        return _Reply(memory=True)
    except OSError as error:
        return _Reply(errno=error.errno or 5, words=f"{error.strerror}: {error.filename}")
    except Exception as error:  # noqa: BLE001 - whatever it is, the other side is told
        return _Reply(words=f"{type(error).__name__}: {error}")


@contextlib.contextmanager
def _limited(limits: Limits) -> Generator[None, None, None]:
    """The kernel's own limits, at which it ends this process (setrlimit(2), setitimer(2))."""
    if sys.platform == "win32":
        yield
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = limits.memory if hard == resource.RLIM_INFINITY else min(hard, limits.memory)
    # macOS knows the limit and does not take it.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    signal.setitimer(signal.ITIMER_REAL, limits.clock)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _send(file: IO[bytes], data: bytes) -> None:
    file.write(_HEAD.pack(len(data)) + data)
    file.flush()


def _receive(file: IO[Any]) -> bytes | None:
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    length = _HEAD.unpack(head)[0]
    data: bytes = file.read(length)
    return data if len(data) == length else None
