"""Bytes to text: UTF-8 alone is read, anything else is recognised and named."""

import codecs
import re
import unicodedata

from .notes import Notes

MAX_BYTES = 2 * 1024 * 1024
_MOST_TOLD = 20

# C0 without tab and newline, DEL, C1, line and paragraph separators, bidi overrides and
# isolates, a BOM inside the text, and the two code points that XML cannot hold.
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_SEPARATORS = "\u2028\u2029"

# The commonest characters of running text, simplified and traditional: the encoding under
# which a file shows most of them is the one it was written in.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发"
    "后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开"
    "這個們來為國說時會對過後裡種經學現當沒動還進樣開長從問無與業產關應機實車區體書門東員應"
    "，。、：；“”《》！？\n "
)


def strip_controls(text: str) -> str:
    """Take out control characters; line separators become a space."""
    return CONTROL.sub(lambda m: " " if m[0] in _SEPARATORS else "", text)


def decode(data: bytes, notes: Notes) -> str | None:
    r"""Turn a file's bytes into text with ``\n`` at line ends and no control characters.

    Returns ``None`` where that cannot be done; ``notes`` says why.
    """
    if len(data) > MAX_BYTES:
        notes.add("error", "file-too-large", size=f"{len(data) / 1048576:.1f}", limit=2)
        return None
    if data.startswith(codecs.BOM_UTF8):
        data = data[3:]
    wide = _wide_encoding(data)
    if wide:
        notes.add("error", "encoding", (1, 1), encoding=wide)
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        head = data[: fault.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        at = (head.count("\n") + 1, len(head) - (head.rfind("\n") + 1) + 1)
        guess = guess_encoding(data)
        if guess:
            notes.add("error", "encoding", at, encoding=guess)
        else:
            notes.add("error", "encoding", at, reason="unknown")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _without_controls(text, notes) if CONTROL.search(text) else text


def _wide_encoding(data: bytes) -> str:
    """Name UTF-16 or UTF-32 by its byte order mark, or by every second byte being NUL."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    head = data[:4096]
    return "UTF-16" if head.count(0) * 4 >= max(len(head), 8) else ""


def guess_encoding(data: bytes) -> str:
    """Name the likeliest encoding of bytes that are no UTF-8, or give nothing."""
    best, name = 0.15, ""
    # The tail may cut a character in two; a whole line cannot.
    head = data[:65536]
    if len(data) > len(head):
        head = head[: head.rfind(b"\n") + 1] or head
    for codec, label in (
        ("gb18030", "GBK"),
        ("big5hkscs", "Big5"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ):
        try:
            text = head.decode(codec)
        except UnicodeDecodeError:
            continue
        wide = [c for c in text if c > "\x7f"]
        score = sum(c in _COMMON for c in wide) / len(wide) if wide else 0
        if score > best:
            best, name = score, label
    return name


def _without_controls(text: str, notes: Notes) -> str:
    """Take control characters out of a text, and say of each where it stood."""
    told = 0
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        taken = 0
        for match in CONTROL.finditer(line):
            if told < _MOST_TOLD:
                # Its place is told before the edits of this line are known: it is exact.
                code = f"U+{ord(match[0]):04X}"
                name = unicodedata.name(match[0], "")
                at = (number, match.start() + 1 - taken)
                notes.add("warning", "control-character", at, code=code, name=name)
                told += 1
            if match[0] not in _SEPARATORS:
                notes.edits.add(number, match.start() + 1 - taken, 1)
                taken += 1
        lines[number - 1] = strip_controls(line)
    return "\n".join(lines)
