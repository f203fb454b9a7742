"""What a build came to, as values."""

import msgspec

from plugins.edition.findings import Finding
from plugins.edition.specs import LedgerLine
from plugins.press.report import Report


class Summary(msgspec.Struct, frozen=True):
    """What became of the article files: in = out + held + left out."""

    articles_in: int
    articles_out: int
    held: int
    left_out: tuple[str, ...]


class Stages(msgspec.Struct, frozen=True):
    """How long each stage of a build took, in seconds by the clock.

    ``reading`` goes as far as the edition; ``images`` are all pictures; ``search`` is the index,
    which is made beside the pages, so that the stages come to more than the whole.
    """

    reading: float = 0.0
    images: float = 0.0
    pages: float = 0.0
    search: float = 0.0


class Outcome(msgspec.Struct, frozen=True):
    """What a build came to: ``findings`` are sorted, ``language`` is the site's.

    ``unlisted`` is what the ledger of addresses lacks, where that was asked for.
    """

    report: Report
    summary: Summary
    findings: tuple[Finding, ...]
    language: str
    stages: Stages = Stages()
    unlisted: tuple[LedgerLine, ...] = ()
