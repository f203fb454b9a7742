"""Digests: equal exactly if everything that a page is made from is."""

import sys
import types
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.digest import Digester, code_version
from plugins.press.page import Inputs
from tests.plugins.press.paper import Frame, Note, Plain


class Many(Inputs, frozen=True):
    """Inputs of every kind."""

    one: str
    two: str
    number: int
    words: tuple[str, ...]
    frame: Frame | None
    table: dict[str, int]


class Word(msgspec.Struct, frozen=True, array_like=True):
    """A value of one page alone."""

    name: str
    parts: tuple[str, ...] = ()


class Rows(Inputs, frozen=True):
    """Inputs with rows of values: shared ones, others, both."""

    frames: tuple[Frame, ...]
    words: tuple[Word, ...]
    mixed: tuple[Frame | Word | None, ...]
    one: Frame | Word | None


WORD = st.text(max_size=4)
FRAME = st.builds(Frame, WORD, st.lists(WORD, max_size=2).map(tuple))
MANY = st.builds(
    Many,
    one=WORD,
    two=WORD,
    number=st.integers(-3, 300),
    words=st.lists(WORD, max_size=3).map(tuple),
    frame=st.none() | FRAME,
    table=st.dictionaries(st.sampled_from("ab"), st.integers(0, 2)).map(
        lambda table: dict(sorted(table.items()))
    ),
)
FEW = st.text(alphabet="ab", max_size=1)
ONE, OTHER = st.builds(Frame, FEW), st.builds(Word, FEW)
ANY = st.none() | ONE | OTHER
ROWS = st.builds(
    Rows,
    frames=st.lists(ONE, max_size=3).map(tuple),
    words=st.lists(OTHER, max_size=10).map(tuple),
    mixed=st.lists(ANY, max_size=3).map(tuple),
    one=ANY,
)
VERSION = st.binary(max_size=3)


def digest(version: bytes, inputs: Inputs) -> bytes:
    """A digest by nobody who has seen anything before."""
    return Digester().digest(version, inputs)


@given(MANY, MANY)
def test_digests_are_equal_exactly_if_inputs_are(one: Many, other: Many) -> None:
    """No input may change unseen, and none that is equal may count as changed."""
    assert (digest(b"", one) == digest(b"", other)) == (one == other)


@given(ROWS, ROWS)
def test_rows_count_by_what_is_in_them(one: Rows, other: Rows) -> None:
    """A value that is shared is not taken for one that says the same, nor a row for its parts."""
    assert (digest(b"", one) == digest(b"", other)) == (one == other)


@given(st.lists(ROWS, min_size=1, max_size=4), st.lists(st.integers(0, 3), max_size=8))
def test_rows_that_come_again_have_the_same_digest(some: list[Rows], order: list[int]) -> None:
    """Also those of the page before, and equal ones that are other objects."""
    shared = Digester()
    for which in order:
        inputs = some[which % len(some)]
        assert shared.digest(b"v", inputs) == digest(b"v", inputs)
        again = msgspec.structs.replace(inputs, words=(*inputs.words[:1], *inputs.words[1:]))
        assert shared.digest(b"v", again) == digest(b"v", inputs)


@given(VERSION, VERSION, MANY)
def test_a_version_counts(one: bytes, other: bytes, inputs: Many) -> None:
    """Another template or other code is another page."""
    assert (digest(one, inputs) == digest(other, inputs)) == (one == other)


@given(WORD, WORD)
def test_a_field_counts_where_it_stands(one: str, two: str) -> None:
    """The same values in other fields are another page: none runs into the next."""
    first = Many(one=one, two=two, number=1, words=(), frame=None, table={})
    second = Many(one=two, two=one, number=1, words=(), frame=None, table={})
    assert (digest(b"", first) == digest(b"", second)) == (one == two)


@given(st.lists(st.tuples(WORD, st.integers(0, 3)), max_size=12), st.lists(FRAME, min_size=4))
def test_what_is_shared_is_never_taken_for_another(
    pages: list[tuple[str, int]], frames: list[Frame]
) -> None:
    """However pages with shared and with new frames follow each other, each digest is its own."""
    shared = Digester()
    for title, which in pages:
        frame = frames[which]
        inputs = Note(site=frame, title=title)
        assert shared.digest(b"v", inputs) == digest(b"v", inputs)
        # An equal frame that is another object, at once thrown away.
        again = Note(site=Frame(frame.name, frame.parts), title=title)
        assert shared.digest(b"v", again) == digest(b"v", inputs)
        del again
        other = Note(site=Frame(frame.name + "x"), title=title)
        assert shared.digest(b"v", other) != digest(b"v", inputs)


def test_a_digest_is_the_same_in_every_process() -> None:
    """It is kept on disk: no hash seed, no address may be in it."""
    inputs = Note(site=Frame("周报", ("a", "b")), title="标题")
    assert digest(b"v", inputs).hex() == "478610fd859dfc9662d8f86f482dc7e2"
    assert len(digest(b"v", Plain(text="x"))) == 16


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of its own, loaded."""
    folder = tmp_path / "lanmu_sample"
    (folder / "deep").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "deep" / "part.py").write_text("X = 1\n")
    module = types.ModuleType("lanmu_sample")
    module.__path__ = [str(folder)]
    monkeypatch.setitem(sys.modules, "lanmu_sample", module)
    return folder


def test_code_has_a_version(package: Path) -> None:
    """A changed, new, renamed or removed source file anywhere in the package is another version."""
    packages = frozenset(["lanmu_sample"])
    seen = [code_version(packages)]
    assert code_version(packages) == seen[0]
    (package / "deep" / "part.py").write_text("X = 2\n")
    seen.append(code_version(packages))
    (package / "new.py").write_text("")
    seen.append(code_version(packages))
    (package / "new.py").rename(package / "other.py")
    seen.append(code_version(packages))
    (package / "other.py").unlink()
    assert code_version(packages) == seen[1]
    assert len(set(seen)) == 4


def test_code_has_no_version_of_what_is_no_code(package: Path) -> None:
    """What Python compiled, and notes, change no page."""
    before = code_version(frozenset(["lanmu_sample"]))
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "part.pyc").write_bytes(b"x")
    (package / "README.md").write_text("x")
    assert code_version(frozenset(["lanmu_sample"])) == before


def test_versions_of_what_others_wrote_count(package: Path) -> None:
    """A library that renders may render otherwise in its next version."""
    packages = frozenset([package.name])
    assert code_version(packages, ("1",)) != code_version(packages, ("2",))
