"""Which records there are, and in which parts."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.cards import Body
from plugins.edition.specs import Name, SectionSpec
from plugins.search.records import ENOUGH, FEW, MANY, Part, Record, parts_of, records_of
from tests.plugins.edition.making import (
    SITE,
    article,
    column,
    edition_of,
    gallery,
    photo,
    shown,
    unit,
)


def record(day: str, url: str = "") -> Record:
    """A record of a day."""
    return Record(
        url or f"/{day}/", "题", day, "", "", "", pictures=False, summary="", body=Body("")
    )


def year(number: int, count: int) -> list[Record]:
    """So many records of a year, over all its months."""
    return [record(f"{number}-{n % 12 + 1:02}-01", f"/{number}/{n}/") for n in range(count)]


def names(parts: list[Part]) -> list[str]:
    """The names of parts."""
    return [part.name for part in parts]


def test_what_is_published_has_a_record() -> None:
    """Articles and galleries with what they are found and sorted by; drafts have none."""
    lead = "columns/news/2026/p.jpg"
    edition = edition_of(
        column(section=Name("rescue")),
        unit("aid", "市红十字会", "市会"),
        article(lead=shown(lead, "说明", "张三"), summary="导语"),
        article("columns/news/2026/draft.md", status="draft"),
        article("columns/news/2026/later.md", "2030-01-02"),
        gallery(),
        gallery("hidden", status="draft"),
        pictures=[photo(lead), photo("galleries/g/p.jpg")],
        site=replace(SITE, sections=(SectionSpec("rescue", "救护"),)),
    )
    found = {record.url: record for record in records_of(edition)}
    assert set(found) == {"/columns/news/2026/a/", "/galleries/g/"}
    one = found["/columns/news/2026/a/"]
    assert (one.section, one.column, one.day, one.pictures) == (
        "救护",
        "栏目 news",
        "2026-01-02",
        True,
    )
    assert (one.summary, one.captions) == ("导语", ("说明 张三",))
    assert found["/galleries/g/"].pictures


def test_drafts_that_a_preview_shows_have_no_record() -> None:
    """The index is for readers, whoever looks."""
    edition = edition_of(article(status="draft"), drafts=True)
    assert edition.articles
    assert not list(records_of(edition))


def test_years_with_few_records_share_a_part() -> None:
    """As many as make one worth its requests, the oldest first; the newest part comes first."""
    records = [*year(2001, 3), *year(2005, FEW), *year(2006, FEW), *year(2007, 1)]
    assert names(parts_of(records)) == ["2007", "2006", "2001-2005"]


def test_a_year_with_very_many_is_cut_between_months() -> None:
    """No part is larger than the memory that it may take."""
    parts = parts_of([*year(2001, 3), *year(2002, MANY * 2)])
    assert names(parts) == ["2002-09", "2002-05", "2002-01", "2001"]
    assert all(len(part.records) <= MANY for part in parts)


def test_nothing_published_makes_no_part() -> None:
    """No part is empty."""
    assert parts_of([]) == []


@settings(deadline=None, max_examples=20)
@given(st.dictionaries(st.integers(2000, 2009), st.integers(1, ENOUGH * 4), max_size=4))
def test_every_record_is_in_one_part(counts: dict[int, int]) -> None:
    """Whatever the years hold; and one more article today changes the newest part alone."""
    records = [record for number, count in counts.items() for record in year(number, count)]
    parts = parts_of(records)
    assert Counter(r.url for p in parts for r in p.records) == Counter(r.url for r in records)
    assert len(set(names(parts))) == len(parts)
    assert all(part.records for part in parts)
    more = parts_of([*records, record("2010-01-01")])
    assert set(parts[1:]) <= set(more)
