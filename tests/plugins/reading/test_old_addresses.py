"""``aliases:`` as editors write it, and the ledger as it is read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition import sources as s
from plugins.edition.specs import LedgerLine, Name, Place
from plugins.reading.ledger import read_ledger, written
from plugins.reading.notes import Notes
from plugins.reading.reader import ReaderSettings, read_source

from .helpers import read

WHERE = {
    "columns/a/2021/x.md": "title: 甲\nid: x\ndate: 2021-01-01\n",
    "columns/a/_column.md": "name: 甲\n",
    "units/u.md": "name: 甲\n",
    "tags/t.md": "name: 甲\n",
    "pages/p.md": "title: 甲\n",
    "topics/t.md": "title: 甲\n",
    "galleries/g/index.md": "title: 甲\nid: g\ndate: 2021-01-01\n",
    "on-this-day/h/_almanac.md": "name: 甲\n",
}


@pytest.mark.parametrize("path", WHERE)
@pytest.mark.parametrize("key", ["aliases", "旧网址", "原网址"])
def test_all_that_has_an_address_may_have_had_others(path: str, key: str) -> None:
    """In either language, one or several, each in its one form with its place."""
    made = read(f"---\n{WHERE[path]}{key}: [/旧/甲, /%E6%97%A7/甲/, /b.html]\n---\n文\n", path)
    assert made.findings == ()
    assert [each.text for each in getattr(made.source, "aliases")] == ["/旧/甲/", "/b.html"]  # noqa: B009 - of any kind
    alone = read(f"---\n{key}: /旧，甲/\n{WHERE[path]}---\n文\n", path)
    assert getattr(alone.source, "aliases") == (Name("/旧，甲/", Place(2, len(key) + 3)),)  # noqa: B009


def test_what_is_no_address_costs_only_itself() -> None:
    """It is told with its place, and the text goes out."""
    path = "columns/a/2021/x.md"
    front = "aliases:\n  - https://a.example/b\n  - {a: b}\n  -\n  - /good/\n"
    made = read(f"---\n{WHERE[path]}{front}---\n文\n", path)
    assert isinstance(made.source, s.ArticleSource)
    assert made.source.aliases == (Name("/good/", Place(9, 5)),)
    told = [(each.rule, each.severity, each.line) for each in made.findings]
    assert told == [
        ("alias-unfit", "warning", 6),
        ("value-invalid", "warning", 7),
        ("value-invalid", "warning", 8),
    ]


def ledger(data: bytes) -> tuple[s.LedgerSource | None, list[tuple[str, int]]]:
    """What is read of a ledger, and what is found in which lines."""
    reading, _ = read_source("permalinks.tsv", data, ReaderSettings())
    assert isinstance(reading.source, s.LedgerSource | None)
    return reading.source, [(each.rule, each.line) for each in reading.findings]


def test_a_line_that_cannot_be_read_costs_only_itself() -> None:
    """Of what a merge leaves behind, what an editor's program adds, and what stands twice."""
    rows = (
        b"\xef\xbb\xbfaddress\tid\tkind\tpublished\twithdrawn\r\n"
        b"<<<<<<< HEAD\n"
        b"/a/\tid-a\tarticle\t2021-01-01\r\n"
        b"\n"
        b"/a/\tid-a\tarticle\t2021-01-01\n"
        b"/a/\tid-b\tarticle\t2021-01-01\n"
        b"/b.xml\t\tfeed\t2021-01-01\t2022-02-30\n"
        b"/c/\t\tcolumn\t2021-01-01\t2022-02-03\tx\n"
        b"/\xe6\x97\xa7/\t\tcolumn\t2021-01-01\n"
        b"/d/\n"
    )
    source, told = ledger(rows)
    assert source is not None
    assert source.lines == (
        LedgerLine("/a/", "id-a", "article", "2021-01-01", number=3),
        LedgerLine("/d/", "", "", "", number=10),
    )
    wrong = [("ledger-line", line) for line in (2, 7, 8, 9)]
    assert told == sorted([*wrong, ("ledger-twice", 6)], key=lambda each: each[1])


def test_what_is_no_text_is_no_ledger() -> None:
    """It is an error, so that nothing is published without it."""
    assert ledger("/旧/".encode("gb18030")) == (None, [("encoding", 1)])


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=9)
LINES = st.lists(
    st.builds(
        LedgerLine,
        st.text("abc-/.", max_size=9).map(lambda text: f"/{text}").filter(lambda p: "//" not in p),
        WORDS,
        st.sampled_from(["article", "feed", ""]),
        st.sampled_from(["", "2021-01-02"]),
        st.sampled_from(["", "2022-03-04"]),
    ),
    max_size=9,
    unique_by=lambda line: line.path,
)


@given(LINES)
def test_what_is_written_is_read_again(lines: list[LedgerLine]) -> None:
    """In order, complete, and the same whatever order it had."""
    data = written(b"", lines)
    assert data == written(written(b"", lines[1:]), lines[:1])
    notes = Notes("permalinks.tsv")
    made = read_ledger("permalinks.tsv", data, notes)
    assert notes.all() == ()
    assert made is not None
    kept = [
        LedgerLine(*each.path and (each.path, each.id, each.kind, each.since, each.withdrawn))
        for each in made.lines
    ]
    assert kept == sorted(lines, key=lambda line: line.path)
    assert [each.number for each in made.lines] == list(range(2, len(lines) + 2))
