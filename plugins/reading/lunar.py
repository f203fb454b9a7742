"""Dates of the old Chinese calendar, held to the new one by lunar_python."""

import re

from plugins.edition.dates import When

from .numerals import DIGITS, NUMBER, ONE, number_of

_CYCLE = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_TEXT = re.compile(
    rf"(?:(?P<year>.*?)年(?:[（(]?(?P<cycle>{_CYCLE})年?[）)]?)?)?"
    rf"(?P<leap>闰)?(?P<month>正|冬|腊|十[一二]?|{ONE})月"
    rf"(?P<day>初(?:{ONE}|十)|[一二三]?十{ONE}?|廿{ONE}?|卅|{ONE}(?=日))日?"
)
_YEAR = re.compile(
    rf"(?P<cycle>{_CYCLE})|(?P<plain>[0-9]{{4}}|[〇零一二三四五六七八九]{{4}})"
    rf"|(?P<reign>..)(?P<number>{NUMBER})"
)

REIGNS = {
    "顺治": 1644, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821,
    "咸丰": 1851, "同治": 1862, "光绪": 1875, "宣统": 1909, "民国": 1912,
}  # fmt: skip
"""The first year of each reign of the Qing, and of the Republic: the years that newspapers name.

A year of another reign is not checked, its month and day are.
"""


def compare(text: str, date: When) -> dict[str, str] | None:
    """What is wrong with a date of the old calendar beside one of the new, or None.

    ``reason`` is ``unread`` where it cannot be read, or is not of the same exactness; else
    ``found`` is what the library makes of ``date``.
    """
    written = re.sub(r"\s|农历|阴历|旧历|夏历|清", "", text)
    match = _TEXT.fullmatch(written)
    if match is None or not date.day:
        return {"value": text, "reason": "unread"}
    # Imported here: few files have such a date.
    from lunar_python import Solar

    there = Solar.fromYmd(date.year, date.month, date.day).getLunar()
    month = number_of(match["month"]) * (-1 if match["leap"] else 1)
    same = (there.getMonth(), there.getDay()) == (month, number_of(match["day"].removeprefix("初")))
    if same and _is_year(match, there.getYear(), there.getYearInGanZhi()):
        return None
    found = f"{there.getYearInGanZhi()}年{there.getMonthInChinese()}月{there.getDayInChinese()}"
    return {"value": text, "date": str(date), "found": found}


def _is_year(match: re.Match[str], year: int, cycle: str) -> bool:
    """Whether a year as written may be that one: by its cycle, its number, its reign.

    What is written otherwise (a reign that is not known here) is not doubted.
    """
    if match["cycle"] and match["cycle"] != cycle:
        return False
    year_text = match["year"] or ""
    written = _YEAR.fullmatch(year_text)
    if written is None:
        # The number of a reign that is known must be one.
        return year_text[:2] not in REIGNS
    if written["cycle"]:
        return written["cycle"] == cycle
    if written["plain"]:
        return int("".join(str(DIGITS.get(sign, sign)) for sign in written["plain"])) == year
    first = REIGNS.get(written["reign"])
    return first is None or first + number_of(written["number"]) - 1 == year
