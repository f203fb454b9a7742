"""The store: what goes in comes out, and what is damaged is as if it were not there."""

import contextlib
import hashlib
import os
import pickle
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.press.store import Store, TextLost, Texts, decoded
from tests.plugins.press.paper import key_of

NAME = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may lie."""
    return tmp_path / "cache" / "store.sqlite"


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Store]:
    """A store, and its end."""
    store = Store(path)
    try:
        yield store
    finally:
        store.close()


@pytest.mark.parametrize("value", [None, b"", b"\xc1", b"\xa1a", b"\x92\x01"])
def test_a_value_of_another_form_is_none(value: bytes | None) -> None:
    """Nothing, what is no msgpack, what is cut, what is of another type."""
    assert decoded(value, tuple[int, int]) is None
    assert decoded(b"\x92\x01\x02", tuple[int, int]) == (1, 2)


def filled(path: Path, count: int = 500) -> dict[str, bytes]:
    """A store of many rows, closed; returns what is in it."""
    rows = {f"key-{number:04}": bytes([number % 251]) * 300 for number in range(count)}
    with opened(path) as store:
        store.put("a", rows.items())
    return rows


def by_hand(path: Path, statement: str, *values: object) -> None:
    """Do to the file what any program could."""
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute(statement, values)


class Trap:
    """A thing whose pickle leaves a file behind when it is loaded."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """What loading the pickle calls."""
        return os.mkdir, (str(self.file),)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(NAME, st.binary(max_size=20), max_size=4), max_size=4), NAME)
def test_what_goes_in_comes_out(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[dict[str, bytes]], space: str
) -> None:
    """The last value of each key, by key, also after the store was closed."""
    path = tmp_path_factory.mktemp("store") / "store.sqlite"
    expected: dict[str, bytes] = {}
    for rows in rounds:
        with opened(path) as store:
            store.put(space, rows.items())
            store.put(f"{space}2", [("other", b"space")])
            expected |= rows
            assert dict(store.items(space)) == expected
    with opened(path) as store:
        assert dict(store.items(space)) == expected
        assert store.keys(space) == set(expected)
        for key, value in expected.items():
            assert store.get(space, key) == value
        assert store.get(space, "not there") is None
        store.drop(space, list(expected)[:1])
        assert store.keys(space) == set(list(expected)[1:])


def test_values_come_in_order_of_their_keys(path: Path) -> None:
    """Not in the order in which they were put: two builds must not differ by it."""
    with opened(path) as store:
        store.put("a", [("c", b"3"), ("a", b"1"), ("b", b"2")])
        assert list(store.items("a")) == [("a", b"1"), ("b", b"2"), ("c", b"3")]


def test_all_or_none_is_put(path: Path) -> None:
    """Where one value cannot be put, none of them is, and what was there stays."""
    with opened(path) as store:
        store.put("a", [("old", b"1")])
        with pytest.raises((TypeError, sqlite3.Error)):
            store.put("a", [("new", b"2"), ("bad", "text")])  # type: ignore[list-item] # on purpose
        assert dict(store.items("a")) == {"old": b"1"}


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE kept SET value = x'00' WHERE key = 'key-0007'",
        "UPDATE kept SET value = 'text' WHERE key = 'key-0007'",
        "UPDATE kept SET value = 5 WHERE key = 'key-0007'",
        "UPDATE kept SET sum = x'' WHERE key = 'key-0007'",
        "UPDATE kept SET sum = 'text' WHERE key = 'key-0007'",
        "UPDATE kept SET space = 'b' WHERE key = 'key-0007'",
        "UPDATE kept SET key = 'moved' WHERE key = 'key-0007'",
        "UPDATE kept SET key = x'ff' WHERE key = 'key-0007'",
        "DELETE FROM kept WHERE key = 'key-0007'",
    ],
)
def test_a_damaged_row_is_not_there(path: Path, harm: str) -> None:
    """One row changed by hand is as if it were missing; all the others are as they were."""
    rows = filled(path)
    by_hand(path, harm)
    del rows["key-0007"]
    with opened(path) as store:
        assert dict(store.items("a")) == rows
        assert store.get("a", "key-0007") is None
        assert dict(store.items("b")) == {}
        assert store.get("a", "moved") is None


@pytest.mark.parametrize("what", ["cut", "empty", "foreign", "older", "other form", "no database"])
def test_a_file_that_cannot_be_used_is_thrown_away(path: Path, what: str) -> None:
    """The build begins anew, and works; nothing raises."""
    filled(path)
    if what == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    elif what == "empty":
        path.write_bytes(b"")
    elif what == "foreign":
        by_hand(path, "PRAGMA application_id = 7")
    elif what == "older":
        by_hand(path, "PRAGMA user_version = 0")
    elif what == "other form":
        by_hand(path, "DROP TABLE kept")
        by_hand(
            path, "CREATE VIEW kept AS SELECT 1 AS space, 2 AS key, 3 AS sum, 4 AS value, 5 AS x"
        )
    else:
        path.write_text("<html>" * 5000)
    with opened(path) as store:
        left = dict(store.items("a"))
        assert left == {}
        store.put("a", [("x", b"1")])
    with opened(path) as store:
        assert dict(store.items("a")) == {"x": b"1"}


@pytest.mark.parametrize("seed", range(12))
def test_bytes_flipped_anywhere_do_no_harm(path: Path, seed: int) -> None:
    """Whatever was flipped, only true values come out, and the store goes on working."""
    rows = filled(path)
    chance = random.Random(seed)  # noqa: S311 - a test's chance, not a key
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 5, 200))):
        data[chance.randrange(100 if seed % 3 else 0, len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    with opened(path) as store:
        assert store.get("a", "key-0100") in {rows["key-0100"], None}
        assert dict(store.items("a")).items() <= rows.items()
        assert store.keys("a") is not None
        store.put("a", [("new", b"1")])
        store.put("a", rows.items())
        assert dict(store.items("a")) == {**rows, "new": b"1"}


def test_forgetting_rows_of_a_damaged_file_does_no_harm(path: Path) -> None:
    """A build ends by forgetting what it no longer needs: damage must not stop it there."""
    rows = filled(path)
    with opened(path) as store:
        data = bytearray(path.read_bytes())
        data[4096 * 3 :] = b"\xff" * (len(data) - 4096 * 3)
        path.write_bytes(data)
        store.drop("a", rows)
        store.put("a", [("new", b"1")])
        assert store.get("a", "new") == b"1"


def test_a_store_that_vanished_in_use_is_made_anew(path: Path) -> None:
    """``start_anew`` leaves an empty store that works."""
    filled(path)
    with opened(path) as store:
        store.start_anew()
        assert dict(store.items("a")) == {}
        store.put("a", [("x", b"1")])
    assert path.is_file()


def test_a_pickle_is_bytes_like_any_other(path: Path, tmp_path: Path) -> None:
    """Nothing in a store is ever loaded as code."""
    trap = tmp_path / "sprung"
    bait = pickle.dumps(Trap(trap))
    with opened(path) as store:
        store.put("a", [("bait", bait)])
        store.put(Texts.SPACE, [(hashlib.sha256(bait).hexdigest(), bait)])
        assert store.get("a", "bait") == bait
        assert dict(store.items("a")) == {"bait": bait}
    with contextlib.suppress(TextLost, UnicodeDecodeError):
        Texts(path)(hashlib.sha256(bait).hexdigest())
    assert not trap.exists()


def test_a_folder_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    """No store can be made there: an error that names it, no endless trying."""
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises((OSError, sqlite3.Error)):
        Store(folder / "store.sqlite")


def test_a_folder_in_its_place_is_not_thrown_away(tmp_path: Path) -> None:
    """What is no file is not ours to remove."""
    folder = tmp_path / "store.sqlite"
    (folder / "mine").mkdir(parents=True)
    with pytest.raises((OSError, sqlite3.Error)):
        Store(folder)
    assert (folder / "mine").is_dir()


# ---------------------------------------------------------------- texts


def test_a_text_is_read_by_its_key(path: Path) -> None:
    """And the empty key is the empty text."""
    with opened(path) as store:
        key = key_of("<p>急救</p>")
        store.put(Texts.SPACE, [(key, "<p>急救</p>".encode())])
        texts = Texts(path)
        assert texts(key) == "<p>急救</p>"
        assert texts("") == ""


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM kept",
        "UPDATE kept SET value = x'00'",
        "UPDATE kept SET value = 'text'",
        "UPDATE kept SET value = 5",
        "UPDATE kept SET space = 'other'",
        "DROP TABLE kept",
    ],
)
def test_a_text_that_is_damaged_is_lost(path: Path, harm: str) -> None:
    """It raises what tells the build to read it again."""
    with opened(path) as store:
        store.put(Texts.SPACE, [(key_of("text"), b"text")])
    by_hand(path, harm)
    with pytest.raises(TextLost):
        Texts(path)(key_of("text"))


def test_a_text_put_in_anothers_place_is_lost(path: Path) -> None:
    """With a sum that is right, as who prepares a cache can make it: the key tells."""
    with opened(path) as store:
        store.put(Texts.SPACE, [(key_of("text"), b"<script>")])
    with pytest.raises(TextLost):
        Texts(path)(key_of("text"))


def test_a_text_of_a_store_that_is_gone_is_lost(path: Path) -> None:
    """The file may be removed while a build runs."""
    with pytest.raises(TextLost):
        Texts(path)("k")


def test_a_text_that_is_no_text_is_lost(path: Path) -> None:
    """Bytes that are no UTF-8, with a sum that is right, must not stop each build from now on."""
    key = hashlib.sha256(b"\xff\xfe").hexdigest()
    with opened(path) as store:
        store.put(Texts.SPACE, [(key, b"\xff\xfe")])
    with pytest.raises(TextLost):
        Texts(path)(key)


def test_texts_write_nothing(path: Path) -> None:
    """Workers read the store; none may change it."""
    filled(path)
    before = hashlib.sha256(path.read_bytes()).digest()
    with pytest.raises(TextLost):
        Texts(path)("k")
    assert hashlib.sha256(path.read_bytes()).digest() == before
