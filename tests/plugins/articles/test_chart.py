"""Bars: as high as their numbers, side by side, with room for words."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.articles.chart import BOTTOM, NAMED, NUMBERED, TOP, bars
from plugins.edition.stats import YearCounts


def years(counts: dict[int, int]) -> list[YearCounts]:
    """Years with these numbers, newest first."""
    return [YearCounts(year, (n,), n) for year, n in sorted(counts.items(), reverse=True)]


def share(text: str) -> float:
    """A share in per cent."""
    assert text.endswith("%")
    return float(text[:-1])


@given(st.dictionaries(st.integers(1950, 2030), st.integers(1, 5000), min_size=2, max_size=40))
def test_bars_stand_in_the_chart(counts: dict[int, int]) -> None:
    """One for each year in between, none over another, none outside."""
    made = bars(years(counts))
    assert len(made) == max(counts) - min(counts) + 1
    end = 0.0
    for bar in made:
        x, width, y, height = map(share, (bar.x, bar.width, bar.y, bar.height))
        assert end - 0.02 <= x < x + width <= 100.02
        assert TOP - 0.02 <= y <= y + height <= BOTTOM + 0.02
        end = x + width
    highest = max(made, key=lambda bar: share(bar.height))
    assert counts[min(counts) + made.index(highest)] == max(counts.values())
    assert sum(bool(bar.name) for bar in made) <= NAMED
    assert made[-1].name == str(max(counts))
    numbered = [bar.number for bar in made if bar.number]
    assert len(numbered) == (len(counts) if len(made) <= NUMBERED else 0)


def test_a_year_without_any_is_a_gap() -> None:
    """It has its place and no height."""
    first, gap, last = bars(years({2019: 2, 2021: 4}))
    assert (first.name, gap.name, last.name) == ("2019", "2020", "2021")
    assert (first.number, gap.number, last.number) == ("2", "", "4")
    assert share(gap.height) == 0
    assert 2 * share(first.height) == share(last.height) == BOTTOM - TOP


def test_one_year_is_no_chart() -> None:
    """The table says it."""
    assert bars(years({2021: 7})) == ()
    assert bars([]) == ()
