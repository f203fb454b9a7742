"""Work on as many processes as there are, through ``concurrent.futures.Executor``."""

import logging
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import Any, Generic, TypeVar

from .elsewhere import own_code, work_elsewhere

logger = logging.getLogger(__name__)

R = TypeVar("R")
T = TypeVar("T")

FEW = 12
"""Below so many things to do, starting processes costs more than they save."""


class Crew:
    """Workers for a build: none until there is much to do.

    ``jobs`` is the number of processes; 0 means one for each processor. Another
    executor (a cluster's) can be handed in instead; it is not shut down here.
    """

    def __init__(self, jobs: int = 0, executor: Executor | None = None) -> None:
        self.jobs = jobs or _processors()
        self._given = executor

    @property
    def shares_memory(self) -> bool:
        """Tell whether work is done in this process or in copies of it.

        Things need not be picklable then, and what is done to files is done to ours.
        """
        return self._given is None

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
        ranges = [(at, min(at + size, len(things))) for at in range(0, len(things), size)]
        if self._alone(len(things)):
            yield from (work(setup, things[start:stop]) for start, stop in ranges)
            return
        broken: list[T] = []
        with self._gang(work, setup, things) as gang:
            waiting = {gang.give(start, stop): (start, stop) for start, stop in ranges}
            gang.begin()
            for future in as_completed(list(waiting)):
                # Taken out at once, so that a result lives no longer than its use.
                start, stop = waiting.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    broken.extend(things[start:stop])
                except Exception as error:
                    if self.shares_memory:
                        raise
                    # A cluster has troubles of its own; it costs the build time, no page.
                    logger.warning("work elsewhere failed and is done here: %s", error)
                    broken.extend(things[start:stop])
        yield from _one_by_one(work, setup, broken, crashed)

    def _alone(self, things: int) -> bool:
        few = self.jobs == 1 or things < FEW or not hasattr(os, "fork")
        return self._given is None and few

    @contextmanager
    def _gang(
        self, work: Callable[[Any, Sequence[T]], R], setup: Any, things: Sequence[T]
    ) -> Iterator["_Gang[R]"]:
        """Those who do the work, on the things numbered from one to another."""
        if self._given is not None:
            given = self._given
            task = partial(work_elsewhere, own_code(), work, setup)
            yield _Gang(lambda start, stop: given.submit(task, things[start:stop]), _nothing)
        else:
            with _processes(self.jobs, work, setup, things) as gang:
                yield gang


class _Gang(Generic[R]):
    """Workers: a stretch of the things is given to them, then they are told to begin."""

    def __init__(self, give: Callable[[int, int], Future[R]], begin: Callable[[], None]) -> None:
        self.give = give
        self.begin = begin


def _nothing() -> None:
    pass


def _one_by_one(
    work: Callable[[Any, Sequence[T]], R],
    setup: Any,
    things: Sequence[T],
    crashed: Callable[[T], R] | None,
) -> Iterator[R]:
    at = 0
    while at < len(things):
        with _processes(1, work, setup, things) as gang:
            gang.begin()
            while at < len(things):
                at += 1
                try:
                    yield gang.give(at - 1, at).result()
                except BrokenProcessPool:
                    if crashed is None:
                        raise
                    yield crashed(things[at - 1])
                    break


@contextmanager
def _processes(
    number: int, work: Callable[[Any, Sequence[T]], R], setup: Any, things: Sequence[T]
) -> Iterator[_Gang[R]]:
    """Forked workers, which have all that this process has, behind a gate.

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
        # A fork hands these over as they are: nothing is pickled.
        initargs=(os.getpid(), inner, outer, work, setup, things),
    )
    try:
        yield _Gang(lambda start, stop: pool.submit(_on_stretch, start, stop), begin)
    finally:
        begin()
        pool.shutdown(cancel_futures=True)
        os.close(inner)


_task: list[tuple[Callable[[Any, Sequence[Any]], Any], Any, Sequence[Any]]] = []
"""In a worker: the one thing it was forked for."""


def _on_stretch(start: int, stop: int) -> Any:
    work, setup, things = _task[0]
    return work(setup, things[start:stop])


def _start_worker(
    parent: int,
    inner: int,
    outer: int,
    work: Callable[[Any, Sequence[Any]], Any],
    setup: Any,
    things: Sequence[Any],
) -> None:
    """Wait at the gate; end when the build is killed, for a worker holds its lock."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    _task[:] = [(work, setup, things)]
    threading.Thread(target=watch, daemon=True).start()
    os.close(outer)
    os.read(inner, 1)


def _processors() -> int:
    # What this process may use, which in a container is less than what there is.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
