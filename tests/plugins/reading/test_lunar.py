"""Dates of the old calendar, held to those of the new."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lunar_python import Lunar, Solar

from plugins.edition.dates import When
from plugins.reading.lunar import REIGNS, compare
from plugins.reading.numerals import number_of
from tests.plugins.reading.helpers import front

SHANGHAI = When(1904, 3, 10)
MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
SIGNS = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("光绪三十年正月廿四", SHANGHAI),
        ("清光绪三十年正月二十四日", SHANGHAI),
        ("光绪卅年正月廿四", SHANGHAI),
        ("光绪三十年（甲辰年）正月廿四", SHANGHAI),
        ("光绪三十年甲辰正月廿四", SHANGHAI),
        ("甲辰年正月廿四", SHANGHAI),
        ("一九〇四年正月廿四", SHANGHAI),
        ("1904年正月廿四", SHANGHAI),
        ("农历正月廿四", SHANGHAI),
        ("民国十年六月十九", When(1921, 7, 23)),
        ("宣统元年正月初一", When(1909, 1, 22)),
        ("腊月廿三", When(2024, 2, 2)),
        ("十二月廿三", When(2024, 2, 2)),
        ("冬月初三", When(2023, 12, 15)),
        ("闰二月初一", When(2023, 3, 22)),
        ("正月一日", When(2024, 2, 10)),
        ("万历九年十月初十", When(1581, 11, 6)),
    ],
)
def test_a_date_that_agrees_is_left_alone(text: str, date: When) -> None:
    """However it is written; a leap month is its own."""
    assert compare(text, date) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("光绪三十年正月廿五", SHANGHAI),
        ("光绪三十年二月廿四", SHANGHAI),
        ("光绪三十一年正月廿四", SHANGHAI),
        ("光绪三五十年正月廿四", SHANGHAI),
        ("光绪三十年（乙巳年）正月廿四", SHANGHAI),
        ("乙巳年正月廿四", SHANGHAI),
        ("一九〇五年正月廿四", SHANGHAI),
        ("二月初一", When(2023, 3, 22)),
        ("闰二月初一", When(2023, 2, 20)),
    ],
)
def test_a_date_that_disagrees_is_told_with_what_it_should_be(text: str, date: When) -> None:
    """By its day, its month, its year of a reign, of the cycle, of ours."""
    said = compare(text, date)
    assert said is not None
    assert "reason" not in said
    there = Solar.fromYmd(*date.key).getLunar()
    assert said["found"].endswith(f"月{there.getDayInChinese()}")


@pytest.mark.parametrize(
    "text", ["正月", "昨天", "十三月初一", "三十二月廿四", "正月初", "1904-01-24"]
)
def test_what_cannot_be_read_is_told(text: str) -> None:
    """It is left as it is written."""
    assert compare(text, SHANGHAI) == {"value": text, "reason": "unread"}


def test_a_day_needs_a_day_beside_it() -> None:
    """A month of the new calendar has no one day of the old."""
    assert compare("光绪三十年正月廿四", When(1904, 3)) is not None


def chinese(number: int) -> str:
    """A number up to 99 in Han characters."""
    tens, ones = divmod(number, 10)
    lead = "" if tens < 2 else SIGNS[tens]
    return (lead + "十" if tens else "") + (SIGNS[ones] if ones or not tens else "")


@settings(deadline=None, max_examples=60)
@given(st.dates(dt.date(1645, 1, 1), dt.date(2010, 1, 1)))
def test_what_the_library_makes_of_a_day_agrees_with_that_day(date: dt.date) -> None:
    """Written out with its reign and its year of the cycle; the next day does not."""
    there = Solar.fromYmd(date.year, date.month, date.day).getLunar()
    text = f"{reign_of(there)}年（{there.getYearInGanZhi()}年）{day_of(there)}"
    assert compare(text, When(date.year, date.month, date.day)) is None
    after = date + dt.timedelta(days=1)
    assert compare(text, When(after.year, after.month, after.day)) is not None


def reign_of(there: Lunar) -> str:
    """A year of the old calendar by the reign in which it lies."""
    name, first = max(
        ((name, first) for name, first in REIGNS.items() if first <= there.getYear()),
        key=lambda each: each[1],
    )
    number = there.getYear() - first + 1
    return name + ("元" if number == 1 else chinese(number))


def day_of(there: Lunar) -> str:
    """A month, with its leap, and a day in Han characters."""
    month, day = there.getMonth(), there.getDay()
    leap = "闰" if month < 0 else ""
    return f"{leap}{MONTHS[abs(month) - 1]}月{'初' if day <= 10 else ''}{chinese(day)}"


@given(st.integers(1, 99))
def test_numbers(number: int) -> None:
    """From 1 to 99, and the short forms of the tens."""
    assert number_of(chinese(number)) == number
    if 20 < number < 40:
        assert number_of(("廿", "卅")[number // 30] + SIGNS[number % 10].strip("〇")) == number


@given(
    st.text("光绪民国年闰正冬腊月初廿卅日一二三四五六七八九十〇元甲乙丙子丑寅（）清 1", max_size=14)
)
def test_any_text_is_answered(text: str) -> None:
    """Nothing that an editor writes breaks the reading."""
    said = compare(text, SHANGHAI)
    assert said is None or said["value"] == text


def test_the_finding_stands_at_the_key() -> None:
    """A warning: the entry stays."""
    lines = "title: 甲\ndate: 1904-03-10\n农历: 光绪三十年正月廿五"
    result = front(lines, "on-this-day/a/03-10-x.md")
    assert result.places("lunar-mismatch") == [(4, 5)]
    assert result.source is not None
