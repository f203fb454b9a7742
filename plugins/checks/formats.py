"""Findings as text for people, and as JSON, GitHub annotations or SARIF for machines."""

import json
import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any, Literal
from urllib.parse import quote

from plugins.edition.findings import Finding

from .rules import RULES
from .say import SEVERITY_WORDS, hint, message, tongue, words

Format = Literal["text", "json", "github", "sarif"]

# Controls, bidi marks and separators could rewrite what a terminal shows.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}


def render(
    findings: Sequence[Finding],
    *,
    format: Format,  # noqa: A002 - it is the option's name on the command line
    language: str,
    root: str = "content",
) -> str:
    """Print findings in one of the four formats, sorted, in the language of a BCP 47 tag.

    ``root`` is what goes before the paths, as the reader of the output knows the folder.
    The result ends with a line break unless it is empty. JSON is a list of objects with
    the keys ``path``, ``line``, ``column`` (0: the whole file), ``rule``, ``severity``,
    ``message``, ``hint`` and ``values``.
    """
    ordered = sorted(findings)
    if format == "text":
        return _text(ordered, language, root)
    if format == "json":
        return _json([_object(note, language, root) for note in ordered])
    if format == "github":
        return "".join(_annotation(note, language, root) for note in ordered)
    return _json(_sarif(ordered, language, root))


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # A lone surrogate, from a file name, is no UTF-8.
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _path(note: Finding, root: str) -> str:
    prefix = root.rstrip("/")
    return f"{prefix}/{note.path}" if prefix and note.path else note.path or prefix


def safe(text: str) -> str:
    """Escape what could command a terminal or reorder a line."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _text(findings: list[Finding], language: str, root: str) -> str:
    chinese = tongue(language) == "zh"
    blocks = []
    for _path_of, notes in groupby(findings, key=lambda note: note.path):
        lines = []
        for note in notes:
            place = f":{note.line}:{note.column}" if note.line and note.column else ""
            place = place or (f":{note.line}" if note.line else "")
            severity = SEVERITY_WORDS[tongue(language)][note.severity]
            told = hint(note, language)
            after = f"（提示：{told}）" if chinese else f" ({told})"
            head = f"{_path(note, root)}{place}: {severity} {note.rule} "
            lines.append(safe(head + message(note, language) + after) + "\n")
        blocks.append("".join(lines))
    return "\n".join(blocks)


def _object(note: Finding, language: str, root: str) -> dict[str, object]:
    return {
        "path": _path(note, root),
        "line": note.line,
        "column": note.column,
        "rule": note.rule,
        "severity": note.severity,
        "message": message(note, language),
        "hint": hint(note, language),
        "values": dict(note.values),
    }


def _data(text: str) -> str:
    """Escape what GitHub takes for commands in a message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what GitHub takes for commands in a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _annotation(note: Finding, language: str, root: str) -> str:
    properties = {"file": _path(note, root)}
    if note.line:
        properties["line"] = str(note.line)
    if note.column:
        properties["col"] = str(note.column)
    properties["title"] = note.rule
    listed = ",".join(f"{name}={_property(_printable(v))}" for name, v in properties.items())
    told = f"{message(note, language)}\n{hint(note, language)}"
    return f"::{note.severity} {listed}::{_data(_printable(told))}\n"


def _printable(text: str) -> str:
    return "\n".join(safe(line) for line in text.split("\n"))


def _sarif(findings: list[Finding], language: str, root: str) -> dict[str, Any]:
    ids = sorted({note.rule for note in findings})
    numbers = {rule: number for number, rule in enumerate(ids)}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Lanmu",
                        "rules": [_sarif_rule(rule, language) for rule in ids],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(note, numbers, language, root) for note in findings],
            }
        ],
    }


def _sarif_rule(rule: str, language: str) -> dict[str, Any]:
    told = words(rule, "", language)
    text = told.message if rule in RULES else rule
    return {
        "id": rule,
        "shortDescription": {"text": text},
        "help": {"text": told.hint},
    }


def _result(note: Finding, numbers: dict[str, int], language: str, root: str) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(_path(note, root))}}
    if note.line:
        location["region"] = {"startLine": note.line}
        if note.column:
            location["region"]["startColumn"] = note.column
    return {
        "ruleId": note.rule,
        "ruleIndex": numbers[note.rule],
        "level": _LEVELS[note.severity],
        "message": {"text": f"{message(note, language)} {hint(note, language)}"},
        "locations": [{"physicalLocation": location}],
    }


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"), safe="/-._~")
