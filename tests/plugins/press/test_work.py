"""Work on one process and on many: the same results, and a death harms nobody else."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from plugins.press.work import FEW, Crew
from tests.helpers.sites import ROOT
from tests.plugins.press import paper

MEMO = paper.Memo("")


def flat(batches: list[list[int]]) -> list[int]:
    """All results, sorted."""
    return sorted(result for batch in batches for result in batch)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 1, FEW, 95])
def test_any_number_of_processes_gives_the_same(jobs: int, count: int) -> None:
    """Every thing is done once, in batches of at most the size asked for."""
    crew = Crew(jobs)
    batches = list(crew.each_batch(paper.double, MEMO, range(count), 10))
    assert flat(batches) == [2 * number for number in range(count)]
    assert all(0 < len(batch) <= 10 for batch in batches)


def test_much_work_is_shared_out_and_little_is_not() -> None:
    """Two processes for much, none but our own for little or with one job."""

    def processes(jobs: int, count: int) -> set[int]:
        crew = Crew(jobs)
        batches = list(crew.each_batch(paper.where, MEMO, range(count), 2))
        return {process for batch in batches for _, process in batch}

    assert processes(1, 60) == {os.getpid()}
    assert processes(2, FEW - 1) == {os.getpid()}
    assert os.getpid() not in processes(2, 60)


def test_no_number_means_one_for_each_processor() -> None:
    """At least one, whatever the machine."""
    assert Crew().jobs >= 1
    assert Crew(3).jobs == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_comes_back(jobs: int) -> None:
    """As it was raised, wherever the work was done."""
    crew = Crew(jobs)
    with pytest.raises(LookupError, match="seven"):
        list(crew.each_batch(paper.refuse, MEMO, range(40), 5))


def test_an_executor_of_ones_own_is_used_and_left_open() -> None:
    """A cluster's, say."""
    with ThreadPoolExecutor(1) as mine:
        crew = Crew(1, executor=mine)
        assert flat(list(crew.each_batch(paper.double, MEMO, range(3), 2))) == [0, 2, 4]
        assert mine.submit(int, "7").result() == 7


def test_a_worker_that_dies_takes_nobody_with_it() -> None:
    """For what it died of the stand-in is given; all other things are done, each once."""
    crew = Crew(2)
    batches = list(
        crew.each_batch(paper.die, MEMO, range(1, 60), 7, crashed=lambda thing: [-thing])
    )
    expected = [2 * n for n in range(1, 60) if n % 10] + [-n for n in (10, 20, 30, 40, 50)]
    assert flat(batches) == sorted(expected)
    # The crew goes on working after it.
    assert flat(list(crew.each_batch(paper.double, MEMO, range(40), 5)))[-1] == 78


@pytest.mark.timeout(60)
def test_a_worker_may_die_while_work_is_still_given_out() -> None:
    """With many batches the first worker is dead before the last batch is on its way."""
    things = [0, *(n for n in range(6000) if n % 10)]
    crew = Crew(2)
    batches = crew.each_batch(paper.die, MEMO, things, 1, crashed=lambda thing: [-1 - thing])
    assert len([next(batches) for _ in range(3)]) == 3


def test_without_a_stand_in_a_death_is_told() -> None:
    """Nothing is left out in silence."""
    crew = Crew(2)
    with pytest.raises(BrokenProcessPool):
        list(crew.each_batch(paper.die, MEMO, range(1, 30), 5))


def eventually(is_so: Callable[[], bool], seconds: float = 6) -> bool:
    """Wait until something is so, for some seconds at most."""
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.05)
    return is_so()


PARENT = """
import sys
from plugins.press.work import Crew
from tests.plugins.press import paper
crew = Crew(2)
list(crew.each_batch(paper.linger, paper.Memo(sys.argv[1]), range(2000), 1))
"""


def test_workers_do_not_outlive_a_build_that_was_killed(tmp_path: Path) -> None:
    """They would hold the newsroom's lock, and no other build could begin."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)], cwd=ROOT)
    try:
        assert eventually(lambda: len(list(tmp_path.glob("*.pid"))) == 2, 20)
    finally:
        parent.kill()
        parent.wait()
    workers = [int(file.stem) for file in tmp_path.glob("*.pid")]

    def alive(process: int) -> bool:
        state = Path(f"/proc/{process}/stat")
        return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"

    gone = eventually(lambda: not any(map(alive, workers)))
    for worker in filter(alive, workers):
        os.kill(worker, 9)
    assert gone
