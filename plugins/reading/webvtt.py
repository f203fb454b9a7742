"""Captions: a WebVTT file looked through, and given back as browsers want it.

The format: www.w3.org/TR/webvtt1. Browsers pass over a file in silence where its first line
is wrong, and over a cue whose times are; here each is told with its line.
"""

import hashlib
import posixpath
import re

from plugins.edition.findings import Finding
from plugins.edition.media_files import TextFile

from .decode import decode, guess_encoding
from .notes import Notes
from .words import cut

SUFFIXES = (".vtt", ".txt")
"""Captions, and transcripts."""

_HEAD = re.compile(r"WEBVTT(?:[ \t].*)?")
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+.*)?", re.ASCII)
_SUBRIP = re.compile(r"\s*\d{1,2}:\d\d:\d\d,\d{1,3}\s*-->", re.ASCII)
_ARROW = "-->"


def read_text(path: str, data: bytes) -> tuple[TextFile, tuple[Finding, ...]]:
    """Read captions or a transcript from the bytes of its file. Never raises.

    Both may be in GBK, as many programs write them: they are turned into UTF-8, with a notice.
    """
    notes = Notes(path)
    text = _decoded(data, notes)
    if text is not None and posixpath.splitext(path)[1].lower() == ".vtt":
        text = _checked(text, notes)
    if text is None or notes.failed:
        return TextFile(path, ""), notes.all()
    return TextFile(path, hashlib.sha256(text.encode()).hexdigest(), text), notes.all()


def _decoded(data: bytes, notes: Notes) -> str | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if guess_encoding(data) == "GBK":
            notes.add("notice", "captions-encoding", encoding="GBK")
            # Of a byte that is wrong the rest must not suffer.
            data = data.decode("gb18030", "replace").encode()
    return decode(data, notes)


def _checked(text: str, notes: Notes) -> str | None:
    """Captions as they are published; None, with an error, where no browser would show them."""
    lines = text.split("\n")
    subrip = next((n for n, line in enumerate(lines, 1) if _SUBRIP.match(line)), 0)
    if subrip:
        notes.add("error", "captions-invalid", (subrip, 1), reason="srt")
        return None
    if not _HEAD.fullmatch(lines[0]):
        notes.add("error", "captions-invalid", (1, 1), reason="head")
        return None
    cues = _cues(lines, notes)
    if not cues:
        notes.add("error", "captions-invalid", (1, 1), reason="empty")
        return None
    return text if text.endswith("\n") else text + "\n"


def _cues(lines: list[str], notes: Notes) -> int:
    """Count the cues, and tell those whose times are wrong or not in order."""
    count, last, head = 0, 0, True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            head = False
        if _ARROW not in line or line.startswith("NOTE"):
            continue
        found = _TIMING.fullmatch(line)
        if found is None or head:
            shown = {"written": cut(line.strip(), 60)}
            notes.add("warning", "captions-time", (number, 1), **shown)
            continue
        start, end = _milliseconds(found.groups()[:4]), _milliseconds(found.groups()[4:])
        if end <= start:
            shown = {"written": cut(line.strip(), 60), "reason": "end"}
            notes.add("warning", "captions-time", (number, 1), **shown)
        elif start < last:
            shown = {"written": cut(line.strip(), 60), "reason": "order"}
            notes.add("warning", "captions-time", (number, 1), **shown)
        last = max(last, start)
        count += 1
    return count


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
