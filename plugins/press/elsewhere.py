"""Work on other machines: what a worker there must make sure of, and how one is reached."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import cache
from typing import Any, cast

from .digest import code_version
from .page import PressError

SCHEME = "dask://"
"""How the address of a Dask scheduler begins; HOST:PORT follows."""

SECONDS = 10
"""How long a scheduler is waited for."""

_alone = threading.Lock()


class NoExecutor(PressError):
    """The cluster cannot be used: nothing is wrong with the site, the call is."""

    exitcode = 2


class StaleWorker(RuntimeError):
    """A worker was started with other code than the build has."""


@cache
def own_code() -> bytes:
    """A hash of the code that this process works with: taken once, as modules are loaded once."""
    return code_version(frozenset((__name__.partition(".")[0],)))


def work_elsewhere(
    code: bytes, work: Callable[[Any, Sequence[Any]], Any], setup: Any, things: Sequence[Any]
) -> Any:
    """Do ``work`` in a process that lives longer than a build.

    Raises ``StaleWorker`` where it has other code than ``code``: what it made would not be
    what the build makes. One at a time: a worker may have several threads, and what reads
    Markdown is kept for the whole process.
    """
    if own_code() != code:
        raise StaleWorker("this worker was started with other code; start it anew")
    with _alone:
        return work(setup, things)


@contextmanager
def executor(address: str) -> Iterator[Executor | None]:
    """The executor at ``address``: ``dask://HOST:PORT``, or none where it is empty.

    Raises ``NoExecutor`` where the address has another form, nobody answers there, or the
    optional package ``distributed`` (docs.dask.org/en/stable/futures.html) is missing.
    """
    if not address:
        yield None
        return
    host = address.removeprefix(SCHEME)
    if host == address or not host:
        said = "{address} is no address of a cluster: dask://HOST:PORT"
        raise NoExecutor("executor-address", said, address=address)
    try:
        import distributed
    except ImportError as error:
        raise NoExecutor("executor-missing", "the package distributed is missing") from error
    try:
        # Its types are not declared.
        client: Any = cast(Any, distributed).Client(
            f"tcp://{host}", timeout=SECONDS, set_as_default=False
        )
    except (OSError, ValueError) as error:
        said = "no scheduler answers at {address}: {detail}"
        raise NoExecutor("executor-silent", said, address=address, detail=error) from error
    with client:
        yield client.get_executor()
