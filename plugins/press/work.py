"""Work on as many processes as there are, through ``concurrent.futures.Executor``."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any, ParamSpec, Self, TypeVar

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
        self._pool: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _executor(self, things: int) -> Executor:
        if self._given is not None:
            return self._given
        if self.jobs == 1 or things < FEW:
            return Serial()
        if self._pool is None:
            self._pool = _processes(self.jobs)
        return self._pool

    def each_batch(
        self,
        work: Callable[[Any, Sequence[T]], R],
        setup: Any,
        things: Sequence[T],
        size: int,
        crashed: Callable[[T], R] | None = None,
    ) -> Iterator[R]:
        """Call ``work(setup, batch)`` on batches of at most ``size`` things, as they end.

        Results come in no order. Where a worker dies (of memory, of a fault in a C
        library), the things that were not done are tried one by one, each on a worker of
        its own; for the one it dies of, ``crashed(thing)`` stands in, if given.
        """
        executor = self._executor(len(things))
        waiting: dict[Future[R], Sequence[T]] = {}
        broken: list[T] = []
        for at in range(0, len(things), size):
            try:
                waiting[executor.submit(work, setup, things[at : at + size])] = things[
                    at : at + size
                ]
            except BrokenProcessPool:
                broken.extend(things[at:])
                break
        for future in as_completed(list(waiting)):
            # Taken out at once, so that a result lives no longer than its use.
            batch = waiting.pop(future)
            try:
                yield future.result()
            except BrokenProcessPool:
                broken.extend(batch)
        if broken:
            self._pool = None
            yield from self._one_by_one(work, setup, broken, crashed)

    def _one_by_one(
        self,
        work: Callable[[Any, Sequence[T]], R],
        setup: Any,
        things: Sequence[T],
        crashed: Callable[[T], R] | None,
    ) -> Iterator[R]:
        pool = _processes(1)
        for thing in things:
            try:
                yield pool.submit(work, setup, [thing]).result()
            except BrokenProcessPool:
                if crashed is None:
                    raise
                pool = _processes(1)
                yield crashed(thing)
        pool.shutdown()


def _processors() -> int:
    # What this process may use, which in a container is less than what there is.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processes(number: int) -> Executor:
    return ProcessPoolExecutor(
        number, mp_context=_context(), initializer=_end_with, initargs=(os.getpid(),)
    )


def _end_with(parent: int) -> None:
    """Let a worker end when the build is killed: it would hold the newsroom's lock."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _context() -> multiprocessing.context.BaseContext:
    # Forked workers have every module loaded already; where there is no fork, spawn.
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else None)
