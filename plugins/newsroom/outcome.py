"""What a build came to, as values."""

import msgspec

from plugins.edition.findings import Finding
from plugins.press.report import Report


class Summary(msgspec.Struct, frozen=True):
    """What became of the article files: in = out + held + left out."""

    articles_in: int
    articles_out: int
    held: int
    left_out: tuple[str, ...]


class Outcome(msgspec.Struct, frozen=True):
    """What a build came to: ``findings`` are sorted, ``language`` is the site's."""

    report: Report
    summary: Summary
    findings: tuple[Finding, ...]
    language: str
