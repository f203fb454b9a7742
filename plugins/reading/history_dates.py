"""Dates of history as editors write them: exact, or not, and before the common era too."""

import re

from plugins.edition.dates import When, exists

_WIDE = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_CIRCA = re.compile(r"(?:约|大约|circa|ca\.|c\.)\s*", re.IGNORECASE)
_BEFORE = re.compile(r"(?:公元)?前\s*")
_AFTER = re.compile(r"\s*(?:BCE|BC)", re.IGNORECASE)
_FORMS = (
    re.compile(
        # "03-10" is no year 3: before a month a year has all its digits.
        r"(?P<sign>-?)(?P<y>\d{1,4})"
        r"(?:(?<=\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?:(?P=sep)(?P<d>\d{1,2}))?)?"
    ),
    re.compile(
        r"(?P<sign>)(?P<y>\d{1,4})\s*年(?:\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*日)?)?"
    ),
)


def parse_when(text: str) -> When | None:
    """Read ``1904-03-10``, ``1904年3月10日``, ``1904-03``, ``1904``, ``约1904年``, ``公元前44年``.

    ``-0043-03-15`` is ISO 8601's way of 15 March 44 BCE, whose year 0 is 1 BCE. Gives None for
    what is no date, and for a day that there is not: before 15 October 1582 days are those of
    the Julian calendar, as historians tell them.
    """
    rest = text.translate(_WIDE).strip()
    circa = _CIRCA.match(rest)
    rest = rest[circa.end() :] if circa else rest
    before = _BEFORE.match(rest)
    if before:
        rest = rest[before.end() :]
    elif after := _AFTER.search(rest):
        # Nothing may follow it: the whole must match.
        before, rest = after, rest[: after.start()] + rest[after.end() :]
    found = next(filter(None, (form.fullmatch(rest) for form in _FORMS)), None)
    if found is None:
        return None
    year = int(found["y"])
    if before or found["sign"]:
        # "公元前0年" is no year, and "公元前-44年" is said twice.
        if before and (found["sign"] or not year):
            return None
        year = -year + 1 if before else -year
    elif not year and len(found["y"]) < 4:  # noqa: PLR2004 - a year of ISO 8601 has four digits
        return None
    month, day = (int(found[name]) if found[name] is not None else None for name in ("m", "d"))
    if month is not None and not exists(year, month, 1 if day is None else day):
        return None
    return When(year, month or 0, day or 0, circa=circa is not None)
