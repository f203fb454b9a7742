"""Chinese numerals up to 99, as dates and issues have them."""

DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "元": 1,
    "正": 1,
    "冬": 11,
    "腊": 12,
    "廿": 20,
    "卅": 30,
}
ONE = "[一二三四五六七八九]"
NUMBER = f"{ONE}?十{ONE}?|[廿卅]{ONE}?|元|{ONE}"
"""A number as a regular expression has it: what ``number_of`` reads."""


def number_of(text: str) -> int:
    """A Chinese number up to 99: ``十二`` is 12, ``廿四`` 24, ``三十`` 30, ``元`` 1."""
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)
    first, rest = DIGITS[text[0]], text[1:]
    return first + DIGITS[rest] if rest else first
