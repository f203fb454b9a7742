"""Work on as many processes as there are, through ``concurrent.futures.Executor``."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

FEW = 12
"""Below so many things to do, starting processes costs more than they save."""


class Serial(Executor):
    """An executor that does everything at once, where it stands."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Call ``fn`` now."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - the future carries it to whoever asks
            future.set_exception(error)
        return future


class Crew:
    """Workers for a build: none until there is much to do.

    ``jobs`` is the number of processes; 0 means one for each processor. Another
    executor (a cluster's) can be handed in instead; it is not shut down here.
    """

    def __init__(self, jobs: int = 0, executor: Executor | None = None) -> None:
        self.jobs = jobs or _processors()
        self._given = executor

    def each_batch(
        self,
        work: Callable[[Any, Sequence[T]], R],
        setup: Any,
        things: Sequence[T],
        size: int,
        crashed: Callable[[T], R] | None = None,
    ) -> Generator[R, None, None]:
        """Call ``work(setup, batch)`` on batches of at most ``size`` things, as they end.

        Results come in no order. Where a worker dies (of memory, of a fault in a C
        library), the things that were not done are tried one by one, each on a worker of
        its own; for the one it dies of, ``crashed(thing)`` stands in, if given. Without
        workers (one job, or few things) it is this process that dies. Who does not take
        all results closes the generator (``contextlib.closing``), which ends the workers.
        """
        broken: list[T] = []
        with self._executor(len(things)) as (executor, begin):
            waiting: dict[Future[R], Sequence[T]] = {}
            for at in range(0, len(things), size):
                batch = things[at : at + size]
                waiting[executor.submit(work, setup, batch)] = batch
            begin()
            for future in as_completed(list(waiting)):
                # Taken out at once, so that a result lives no longer than its use.
                batch = waiting.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    broken.extend(batch)
        yield from _one_by_one(work, setup, broken, crashed)

    @contextmanager
    def _executor(self, things: int) -> Iterator[tuple[Executor, Callable[[], None]]]:
        """What does the work, and what to call when all of it is given out."""
        if self._given is not None:
            yield self._given, _nothing
        elif self.jobs == 1 or things < FEW or not hasattr(os, "fork"):
            yield Serial(), _nothing
        else:
            with _processes(self.jobs) as pool_and_gate:
                yield pool_and_gate


def _nothing() -> None:
    pass


def _one_by_one(
    work: Callable[[Any, Sequence[T]], R],
    setup: Any,
    things: Sequence[T],
    crashed: Callable[[T], R] | None,
) -> Iterator[R]:
    left = list(things)
    while left:
        with _processes(1) as (pool, begin):
            begin()
            while left:
                thing = left.pop(0)
                try:
                    yield pool.submit(work, setup, [thing]).result()
                except BrokenProcessPool:
                    if crashed is None:
                        raise
                    yield crashed(thing)
                    break


@contextmanager
def _processes(number: int) -> Iterator[tuple[Executor, Callable[[], None]]]:
    """Forked workers, which have every module loaded already, behind a gate.

    They begin when the gate is opened, after all is given out: a worker that dies while
    something is still being submitted can leave CPython's pool waiting for ever (its
    ``terminate_broken`` takes no lock; seen with 3.11).
    """
    inner, outer = os.pipe()
    gate = [outer]

    def begin() -> None:
        while gate:
            os.close(gate.pop())

    pool = ProcessPoolExecutor(
        number,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_start_worker,
        initargs=(os.getpid(), inner, outer),
    )
    try:
        yield pool, begin
    finally:
        begin()
        pool.shutdown(cancel_futures=True)
        os.close(inner)


def _start_worker(parent: int, inner: int, outer: int) -> None:
    """Wait at the gate; end when the build is killed, for a worker holds its lock."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    os.close(outer)
    os.read(inner, 1)


def _processors() -> int:
    # What this process may use, which in a container is less than what there is.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
