"""The filter of a part: it never misses what is there."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search.bloom import bloom
from plugins.search.sieve import SHARDS

MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
WORD = (1 << 64) - 1


def may_hold(found: bytes, key: int) -> bool:
    """What the search page asks of a filter, in plain numbers."""
    size = len(found) // SHARDS
    mixed = key * MIX[0] & WORD
    mixed = (mixed ^ mixed >> 32) * MIX[1] & WORD
    start = (mixed >> 55) * size
    places = ((mixed >> at & 0xFFFF) * size * 8 >> 16 for at in (39, 23, 7))
    return all(found[start + (place >> 3)] >> (place & 7) & 1 for place in places)


def keys(text: str) -> set[int]:
    """The UTF-16 units of a text, and each with the next one."""
    data = text.encode("utf-16-le", "surrogatepass")
    units = [int.from_bytes(data[n : n + 2], "little") for n in range(0, len(data), 2)]
    return {*units, *(a | b << 16 for a, b in pairwise(units))}


# NumPy is loaded by the first filter.
@settings(deadline=None)
@given(st.text())
def test_all_that_stands_there_is_found(text: str) -> None:
    """Characters beyond the Basic Multilingual Plane too; a filter is whole shards."""
    found = bloom(text)
    assert all(may_hold(found, key) for key in keys(text))
    assert len(found) % SHARDS == 0
    assert found == bloom(text)


def test_what_does_not_stand_there_is_seldom_found() -> None:
    """One pair in some eighteen, of characters that all stand there."""
    chance = Random(3)  # noqa: S311 - nothing secret: the same text each time
    characters = [chr(0x4E00 + n) for n in range(3000)]
    text = "".join(chance.choices(characters, k=100_000))
    found, there = bloom(text), keys(text)
    absent = [key for key in (pair(chance, characters) for _ in range(20_000)) if key not in there]
    assert 0.03 < sum(may_hold(found, key) for key in absent) / len(absent) < 0.08


def pair(chance: Random, characters: list[str]) -> int:
    """Two characters side by side, as a key."""
    return ord(chance.choice(characters)) | ord(chance.choice(characters)) << 16


def test_a_filter_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its places are counted in 16 bits; what is too much for it is found all the same."""
    assert len(bloom("")) == SHARDS
    monkeypatch.setattr("plugins.search.bloom.LARGEST", 2)
    text = "".join(map(chr, range(0x4E00, 0x9FFF)))
    found = bloom(text)
    assert len(found) == 2 * SHARDS
    assert all(may_hold(found, key) for key in keys(text))
