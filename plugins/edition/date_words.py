"""Dates of history in words, in Chinese and in English: for pages, feeds and calendars alike."""

from .dates import Day, When

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def year_in_words(year: int, language: str) -> str:
    """1859年, or 1859; 公元前44年, or 44 BC. 0 is 1 BC (astronomical years)."""
    if language.startswith("zh"):
        return f"{year}年" if year > 0 else f"公元前{1 - year}年"
    return str(year) if year > 0 else f"{1 - year} BC"


def day_in_words(day: Day, language: str) -> str:
    """5月8日, or 8 May."""
    month, number = day
    return f"{month}月{number}日" if language.startswith("zh") else f"{number} {_MONTHS[month - 1]}"


def in_words(when: When, language: str) -> str:
    """1904年3月10日, 1904年3月, 约1904年; 10 March 1904, March 1904, c. 1904."""
    chinese = language.startswith("zh")
    said = year_in_words(when.year, language)
    if when.day:
        day = day_in_words((when.month, when.day), language)
        said = f"{said}{day}" if chinese else f"{day} {said}"
    elif when.month:
        said = f"{said}{when.month}月" if chinese else f"{_MONTHS[when.month - 1]} {said}"
    if not when.circa:
        return said
    return f"约{said}" if chinese else f"c. {said}"
