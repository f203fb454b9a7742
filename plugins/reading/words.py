"""Small laws of text: what is Han, how lines are joined, how a value is tidied."""

import re
import unicodedata

from .decode import CONTROL, strip_controls

# Han, kana, hangul is left out: Korean puts spaces between words. With it CJK punctuation,
# full-width forms, and the quotation marks, dash and ellipsis that Chinese shares with Latin.
HAN = (
    "\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3200-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U000323af"
)
_SHARED = "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"
# A shared mark counts as Han on one side only where the other side is Han without doubt.
_END = r"[ \t]*\n[ \t]*"
_JOIN = re.compile(rf"(?<=[{HAN}]){_END}(?=[{HAN}{_SHARED}])|(?<=[{_SHARED}]){_END}(?=[{HAN}])")
# The line break comes first, for there are few; blank lines are passed over.
_BREAK_BEFORE = re.compile(rf"\n(?<!\n\n)[ \t]*[{HAN}{_SHARED}*_\[!<(]")
_MAY_END = re.compile(rf"[{HAN}{_SHARED}*_`~)\]}}>]")
_IS_HAN = re.compile(f"[{HAN}]")
_IS_SHARED = re.compile(f"[{_SHARED}]")
_BREAK = re.compile(r"[ \t]*\n\s*")


def has_han(text: str) -> bool:
    """Whether a text has any Han in it."""
    return _IS_HAN.search(text) is not None


def joins(before: str, after: str) -> bool:
    """Whether a line break between these two characters is none to a reader of Chinese."""
    if _IS_HAN.match(before):
        return bool(_IS_HAN.match(after) or _IS_SHARED.match(after))
    return bool(_IS_SHARED.match(before) and _IS_HAN.match(after))


def may_join(source: str) -> bool:
    """Whether Markdown may have a line break between Han, markup in between or not."""
    for match in _BREAK_BEFORE.finditer(source):
        last = match.start() - 1
        while last > 0 and source[last] in " \t":
            last -= 1
        if last >= 0 and _MAY_END.match(source, last):
            return True
    return False


def join_lines(text: str) -> str:
    """Drop the line breaks between Han, keep the others."""
    return _JOIN.sub("", text)


def tidy(text: str) -> str:
    """Make a value one line in NFC, without control characters or space at its ends."""
    if CONTROL.search(text):
        text = strip_controls(text)
    text = unicodedata.normalize("NFC", text)
    return _BREAK.sub(" ", join_lines(text)).strip() if "\n" in text else text.strip()


def cut(text: str, most: int) -> str:
    """Shorten a text to ``most`` characters, with an ellipsis where it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
