"""What is wrong in an editor's text, as a value; ``plugins.checks`` says it in words."""

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "notice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")


class Finding(msgspec.Struct, frozen=True, array_like=True, order=True):
    """One thing found in one file.

    ``path`` is relative to ``content/`` with forward slashes; ``line`` and ``column``
    count from 1 in characters, 0 where the file as a whole is meant. ``rule`` is a
    stable id of ``plugins.checks.rules``; ``values`` fill the places of its message.
    An error leaves the file out of the edition, a warning or a notice does not.
    """

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    values: tuple[tuple[str, str], ...] = ()


def finding(
    severity: Severity, rule: str, path: str, line: int = 0, column: int = 0, /, **values: object
) -> Finding:
    """Make a finding; ``values`` are turned to text in the order they are given."""
    texts = tuple((name, str(value)) for name, value in values.items())
    return Finding(path, line, column, rule, severity, texts)
