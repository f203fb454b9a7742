"""How far a build has come, for whoever watches."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told what is being done (``read``, ``pictures``, ``pages``), how many of how many."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Progress that nobody watches."""
