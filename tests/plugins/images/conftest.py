"""A darkroom for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .rooms import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A darkroom to work in."""
    made = Room(tmp_path)
    yield made
    made.store.close()
