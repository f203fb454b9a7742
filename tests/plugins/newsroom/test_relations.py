"""Related articles kept in the store: found once, and again where they could be others."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from plugins.edition.related import Related
from plugins.newsroom.relations import KEY, SPACE, related_of
from plugins.press.store import Store
from plugins.press.work import Crew
from tests.plugins.edition.making import article, column, edition_of, names

CREW = Crew(jobs=1)
ARTICLES = [
    article(f"columns/news/2025/{n:02}.md", f"2025-01-{n % 28 + 1:02}", tags=names(f"标签{n % 5}"))
    for n in range(40)
]
EDITION = edition_of(column(), *ARTICLES)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    made = Store(tmp_path / "store.sqlite")
    yield made
    made.close()


def test_what_is_found_is_kept(store: Store) -> None:
    """And is what is taken up the next time, found by nobody."""
    others = Related(EDITION)
    others.expect(EDITION.articles)
    whole = {each.path: others.paths(each) for each in EDITION.articles}
    assert related_of(EDITION, store, CREW) == whole
    before = store.get(SPACE, KEY)
    assert before is not None
    version, (traits, related) = msgspec.msgpack.decode(before)
    first, second = EDITION.articles[0].path, EDITION.articles[20].path
    told = [version, [traits, {**related, first: [second]}]]
    store.put(SPACE, [(KEY, msgspec.msgpack.encode(told))])
    assert related_of(EDITION, store, CREW) == {**whole, first: (second,)}
    # Of other code nothing is taken.
    told[0] = "another"
    store.put(SPACE, [(KEY, msgspec.msgpack.encode(told))])
    assert related_of(EDITION, store, CREW) == whole
    assert store.get(SPACE, KEY) == before


def test_one_that_goes_is_forgotten(store: Store) -> None:
    """Though nothing is found anew."""
    related_of(EDITION, store, CREW)
    fewer = edition_of(column(), *ARTICLES[:-1])
    known = related_of(fewer, store, CREW)
    assert ARTICLES[-1].path not in known
    assert ARTICLES[-1].path.encode() not in (store.get(SPACE, KEY) or b"")


@pytest.mark.parametrize("value", [b"", b"\xc1", msgspec.msgpack.encode(["x", [{}, {"a": 1}]])])
def test_a_damaged_row_is_as_if_it_were_not_there(store: Store, value: bytes) -> None:
    """The same comes of it as of none."""
    whole = related_of(EDITION, store, CREW)
    store.put(SPACE, [(KEY, value)])
    assert related_of(EDITION, store, CREW) == whole


def test_workers_find_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is much to find."""
    here = related_of(EDITION, store, CREW)
    store.drop(SPACE, [KEY])
    monkeypatch.setattr("plugins.newsroom.relations.MANY", 1)
    assert related_of(EDITION, store, Crew(jobs=2)) == here
