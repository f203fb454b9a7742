"""Dates of history as editors write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.dates import When, exists, is_leap
from plugins.edition.sources import EntrySource
from plugins.reading.history_dates import parse_when
from tests.plugins.reading.helpers import front

years = st.integers(-9998, 9999)
days = st.builds(When, years, st.integers(1, 12), st.integers(1, 31)).filter(
    lambda when: exists(*when.key)
)
whens = st.one_of(days, st.builds(When, years, st.integers(1, 12)), st.builds(When, years))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1904-03-10", When(1904, 3, 10)),
        ("1904/3/10", When(1904, 3, 10)),
        ("1904.3.10", When(1904, 3, 10)),
        ("１９０４－０３－１０", When(1904, 3, 10)),
        ("1904年3月10日", When(1904, 3, 10)),
        (" 1904 年 3 月 ", When(1904, 3)),
        ("1904-03", When(1904, 3)),
        ("1904年", When(1904)),
        ("1904", When(1904)),
        ("约1904年", When(1904, circa=True)),
        ("大约 1904-03", When(1904, 3, circa=True)),
        ("c. 1904", When(1904, circa=True)),
        ("circa 460 BCE", When(-459, circa=True)),
        ("约公元前460年", When(-459, circa=True)),
        ("公元前44年3月15日", When(-43, 3, 15)),
        ("前44年", When(-43)),
        ("-0043-03-15", When(-43, 3, 15)),
        ("0000", When(0)),
        ("公元前1年", When(0)),
        ("1500-02-29", When(1500, 2, 29)),
        ("1582-10-04", When(1582, 10, 4)),
        ("1582-10-15", When(1582, 10, 15)),
    ],
)
def test_a_date_is_read(text: str, when: When) -> None:
    """In the ways that Chinese papers and ISO 8601 write it, as exact as it is known."""
    assert parse_when(text) == when


@pytest.mark.parametrize(
    "text",
    [
        *("", "约", "昨天", "1904-", "1904-03-", "1904-3/10", "03-10", "19040310", "12345"),
        *("1904-13", "1904-00", "1904-03-00", "1904-03-32", "2021-02-29", "1900-02-29"),
        *("公元前0年", "公元前-44年", "0", "1582-10-05", "1582-10-14", "1904-03-10 08:00"),
        *("44 BCE 3", "公元前44年 BCE x", "约约1904"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    """Neither words, nor half a date, nor a day that there is not."""
    assert parse_when(text) is None


@given(whens, st.booleans())
def test_what_a_date_says_of_itself_is_read_as_that_date(when: When, circa: bool) -> None:
    """ISO 8601 there and back, from 9999 BCE on."""
    text = f"约{when}" if circa else str(when)
    assert parse_when(text) == When(*when.key, circa=circa)


@given(whens)
def test_chinese_and_digits_say_the_same(when: When) -> None:
    """公元前44年3月15日 is -0043-03-15."""
    text = f"{when.year}年" if when.year > 0 else f"公元前{1 - when.year}年"
    text += f"{when.month}月" if when.month else ""
    text += f"{when.day}日" if when.day else ""
    assert parse_when(text) == when


@given(st.dates(dt.date(1582, 10, 15)))
def test_every_day_of_the_gregorian_calendar_is_there(date: dt.date) -> None:
    """As the standard library has it; the precision is the day's."""
    when = parse_when(date.isoformat())
    assert when == When(date.year, date.month, date.day)
    assert when.precision == "day"


@given(st.integers(-9999, 1581))
def test_before_the_reform_every_fourth_year_is_a_leap_year(year: int) -> None:
    """The calendar of the time was the Julian one."""
    assert is_leap(year) is (year % 4 == 0)
    assert exists(year, 2, 29) is is_leap(year)


@given(st.text(max_size=20))
def test_any_text_is_read_or_is_none(text: str) -> None:
    """No text of an editor breaks the reading."""
    when = parse_when(text)
    assert when is None or when.month == 0 or exists(when.year, when.month, when.day or 1)


def test_a_day_that_is_not_there_is_found_with_its_line() -> None:
    """30 February leaves the entry out, and says where it stands."""
    result = front("title: 甲\ndate: 1904-02-30", "on-this-day/a/02-29-x.md")
    assert result.places("date-invalid") == [(3, 7)]
    assert [found.severity for found in result.findings] == ["error"]


def test_an_entry_has_all_that_is_said_of_it() -> None:
    """English and Chinese names of keys; names in a list or in one line."""
    lines = "标题: 甲\n日期: 约1904-03\n人物: 张三、李四\n地点: [上海]\n文章: columns/a/2024/b.md"
    result = front(lines, "on-this-day/a/03-00-x.md")
    assert isinstance(result.source, EntrySource)
    assert result.source.date == When(1904, 3, circa=True)
    assert result.source.people == ("张三", "李四")
    assert result.source.places == ("上海",)
    assert [each.target for each in result.source.articles] == ["columns/a/2024/b.md"]
