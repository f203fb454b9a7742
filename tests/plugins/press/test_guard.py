"""Work that is stopped where it takes too much: the one thing dies, all others are done."""

import os
import signal
import time
from contextlib import closing

import pytest

from plugins.press.guard import Limits, each, one

HERE = "tests.plugins.press.test_guard"
LIMITS = Limits(memory=2**29, seconds=0.3, clock=20)


def turn(given: bytes) -> bytes:
    """What is done: the bytes the other way round, or harm."""
    match given:
        case b"hang":
            while True:
                pass
        case b"sleep":
            time.sleep(60)
        case b"eat":
            return b"x" * 2**30
        case b"die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"fail":
            raise ValueError("no such thing")
        case b"full":
            raise OSError(28, "No space left on device", "there")
        case b"print":
            os.write(1, b"a library has something to say")
    return given[::-1]


def test_each_harm_is_told_and_hurts_no_other() -> None:
    """Time, memory and a crash are told apart; what is sound is done, whatever died before it."""
    given = [b"one", b"hang", b"two", b"eat", b"die", b"print", b"three"]
    results = dict(each(f"{HERE}:turn", [(g, g) for g in given], 2, LIMITS))
    stopped = {name: result.stopped for name, result in results.items() if result.stopped}
    assert stopped == {b"hang": "time", b"eat": "memory", b"die": "crash"}
    assert [results[name].made for name in (b"one", b"two", b"three", b"print")] == [
        b"eno",
        b"owt",
        b"eerht",
        b"tnirp",
    ]


def test_who_waits_for_ever_is_stopped_by_the_clock() -> None:
    """A disk that does not answer takes no time of a processor."""
    assert one(f"{HERE}:turn", b"sleep", Limits(clock=0.3)).stopped == "time"


def test_the_time_is_that_of_one_thing() -> None:
    """A process that did much before has all its time for the next thing."""
    busy = [(n, b"print") for n in range(20)]
    assert all(r.stopped is None for _, r in each(f"{HERE}:turn", busy, 1, LIMITS))


def test_what_is_raised_is_raised_here() -> None:
    """A full disk stays one; other errors have their words."""
    with pytest.raises(OSError, match="No space left") as caught:
        one(f"{HERE}:turn", b"full", LIMITS)
    assert caught.value.errno == 28
    with pytest.raises(RuntimeError, match="ValueError: no such thing"):
        one(f"{HERE}:turn", b"fail", LIMITS)


def test_who_takes_no_more_results_ends_the_work() -> None:
    """Closed after the first, the rest is not begun."""
    with closing(each(f"{HERE}:turn", [(n, b"a") for n in range(200)], 1, LIMITS)) as results:
        next(results)
