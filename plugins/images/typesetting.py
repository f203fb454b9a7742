"""Lines of Chinese, with Latin words and figures in it, broken where they may be broken.

The rules are those of GB/T 15834-2011, 5 (which signs begin no line, which end none, and that
dashes and ellipses are never cut) and of the W3C's Requirements for Chinese Text Layout.
Words and figures of other scripts stay whole.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

NOT_FIRST: Final = frozenset("、，。．：；！？％‰℃·・」』）】》〉〕］｝”’,.:;!?)]}%…—～/-–")
"""Signs that begin no line."""

NOT_LAST: Final = frozenset("「『（【《〈〔［｛“‘([{￥＄$#№")
"""Signs that end no line."""

GAP: Final = 0.125
"""What parts Han from a word or a figure beside it, in em."""

_FULL = (
    r"\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
    r"\U00020000-\U0003fffd“”‘’…—·"
)
_TOKEN = re.compile(rf"\s+|—+|…+|[{_FULL}]|[^\s{_FULL}]+")
_RUN = re.compile(rf"[{_FULL}]+|[^{_FULL}]+")

Measure = Callable[[str], float]
"""How wide a text of one run is, in em."""


class Fit(NamedTuple):
    """A size of type in pixels, and how many lines of it there is room for."""

    size: int
    lines: int


class Set(NamedTuple):
    """A text set in lines, at a size in pixels."""

    size: int
    lines: tuple[str, ...]


def runs(line: str) -> Iterator[tuple[str, float]]:
    """A line in runs of one kind of type, each with what parts it from the one before, in em."""
    before = ""
    for match in _RUN.finditer(line):
        run = match[0]
        # A space parts enough, and so does the white of a sign.
        beside = before and not {before[-1], run[0]} & {" ", *NOT_FIRST, *NOT_LAST}
        yield run, GAP if beside else 0.0
        before = run


def width(line: str, measure: Measure) -> float:
    """How wide a line is, in em."""
    return sum(measure(run) + gap for run, gap in runs(line))


def units(text: str) -> list[str]:
    """What is never cut, in order; a unit begins with the space before it."""
    found: list[str] = []
    space, open_ = "", False
    for match in _TOKEN.finditer(text.strip()):
        token = match[0]
        if token.isspace():
            space = " "
            continue
        glued = bool(found) and (open_ or (not space and token[0] in NOT_FIRST))
        if glued:
            found[-1] += space + token
        else:
            found.append(space + token)
        space, open_ = "", token[-1] in NOT_LAST
    return found


def broken(text: str, most: float, measure: Measure) -> list[str]:
    """Lines of at most ``most`` em; a unit that is longer than a line is cut."""
    lines: list[str] = []
    line = ""
    for unit in units(text):
        if line and width(line + unit, measure) <= most:
            line += unit
            continue
        if line:
            lines.append(line)
        line = unit.lstrip(" ")
        while width(line, measure) > most:
            at = _cut(line, most, measure)
            lines.append(line[:at])
            line = line[at:]
    return [*lines, line] if line else lines


def _cut(line: str, most: float, measure: Measure) -> int:
    """So many characters fill a line; one at least."""
    low, high = 1, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(line[:middle], measure) <= most else (low, middle - 1)
    return low


def fitted(text: str, pixels: int, fits: Sequence[Fit], measure: Measure) -> Set:
    """A text at the largest size that has room for it; at the last one it ends with …."""
    for size, most in fits:
        lines = broken(text, pixels / size, measure)
        if len(lines) <= most:
            return Set(size, tuple(_even(text, lines, pixels / size, measure)))
    size, most = fits[-1]
    lines = broken(text, pixels / size, measure)
    return Set(size, tuple(_ended(lines[:most], pixels / size, measure)))


def _even(text: str, lines: list[str], most: float, measure: Measure) -> list[str]:
    """As many lines, of about one length: no last line of a single character."""
    if len(lines) < 2:  # noqa: PLR2004 - one line is even
        return lines
    low, high = most / len(lines), most
    while high - low > 0.5:  # noqa: PLR2004 - half a character
        middle = (low + high) / 2
        tried = broken(text, middle, measure)
        if len(tried) == len(lines):
            high, lines = middle, tried
        else:
            low = middle
    return lines


def _ended(lines: list[str], most: float, measure: Measure) -> list[str]:
    last = lines[-1]
    while last and (last[-1] in NOT_FIRST | NOT_LAST or width(last + "…", measure) > most):
        last = last[:-1].rstrip()
    return [*lines[:-1], last + "…"]
