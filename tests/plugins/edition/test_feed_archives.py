"""Archives of feeds: everything is in them or in the feed, and they stay as they are."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.feed_archives import MUCH, archived

DATES = st.lists(
    st.dates(dt.date(2019, 1, 1), dt.date(2022, 12, 31)).map(
        lambda day: dt.datetime.combine(day, dt.time(), dt.UTC)
    ),
    max_size=40,
).map(lambda dates: sorted(dates, reverse=True))


def parts(dates: list[dt.datetime], newest: int) -> dict[str, list[dt.datetime]]:
    """Archives by name."""
    return {part.name: list(part.items) for part in archived(dates, newest, lambda each: each)}


@given(DATES, st.integers(1, 8))
def test_a_reader_can_go_back_to_the_beginning(dates: list[dt.datetime], newest: int) -> None:
    """Each item is among the newest or in just one archive; the archives stand latest first."""
    made = archived(dates, newest, lambda each: each)
    kept = [each for part in made for each in part.items]
    assert kept == dates[len(dates) - len(kept) :]
    if len(dates) > newest:
        assert len(dates) - len(kept) <= newest
    else:
        assert kept == []
    assert all(part.items for part in made)


@given(DATES, st.integers(1, 8))
def test_what_is_added_changes_no_archive(dates: list[dt.datetime], newest: int) -> None:
    """A reader's program may keep what it has: a name never stands for other items."""
    grown = list(reversed(dates))
    known: dict[str, list[dt.datetime]] = {}
    for count in range(1, len(grown) + 1):
        for name, items in parts(grown[count - 1 :: -1], newest).items():
            assert known.setdefault(name, items) == items


def test_a_large_year_is_kept_by_months() -> None:
    """So that what is withdrawn costs one small document."""
    first = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    days = [first + dt.timedelta(days=n) for n in range(366)]
    assert len(days) > MUCH
    names = list(parts([*days[::-1], first - dt.timedelta(days=1)], 20))
    assert names == ["2020-12-first-20", *(f"2020-{n:02}" for n in range(11, 0, -1)), "2019"]
    assert list(parts(days[:50:-2], 20)) == ["2020-first-140"]
