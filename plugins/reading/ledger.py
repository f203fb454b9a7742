"""``permalinks.tsv``: the ledger of published addresses, read line by line.

Text in UTF-8 with tabs between the fields (IANA, text/tab-separated-values), its first line
the fields' names. What ``write`` gives ``read_ledger`` reads, to the byte.
"""

import codecs
import re
from collections.abc import Iterable

from plugins.edition.sources import LedgerSource
from plugins.edition.specs import LedgerLine

from .moments import parse_day
from .notes import Notes

FIELDS = ("address", "id", "kind", "published", "withdrawn")

_PATH = re.compile(r"/(?:[!-.0-~]+/)*[!-.0-~]*")
_MOST_TOLD = 20


def read_ledger(path: str, data: bytes, notes: Notes) -> LedgerSource | None:
    """Read a ledger; a line that cannot be read is a finding, and the others count.

    Of two lines of one address the first counts, and a second that says otherwise is a finding.
    """
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        notes.add("error", "encoding", (line, 1), reason="unknown")
        return None
    lines: dict[str, LedgerLine] = {}
    faults: list[tuple[int, str]] = []
    for number, written in enumerate(text.split("\n"), 1):
        cells = written.removesuffix("\r").split("\t")
        if cells == [""] or cells[0] == FIELDS[0]:
            continue
        row = _line(cells, number)
        if row is None:
            faults.append((number, "ledger-line"))
        elif lines.setdefault(row.path, row).id != row.id:
            faults.append((number, "ledger-twice"))
    for number, rule in faults[:_MOST_TOLD]:
        notes.add("warning", rule, (number, 1), count=len(faults))
    return LedgerSource(path, tuple(lines.values()))


def _line(cells: list[str], number: int) -> LedgerLine | None:
    path, name, kind, since, withdrawn = (cell.strip() for cell in (*cells, *[""] * 5)[:5])
    days = all(parse_day(day) for day in (since, withdrawn) if day)
    if len(cells) > len(FIELDS) or not _PATH.fullmatch(path) or not days:
        return None
    return LedgerLine(path, name, kind, since, withdrawn, number)


def write(lines: Iterable[LedgerLine]) -> bytes:
    """A ledger's bytes: sorted by address, each line complete, no space at its end."""
    rows = sorted((line.path, line.id, line.kind, line.since, line.withdrawn) for line in lines)
    texts = ("\t".join(row).rstrip("\t") for row in (FIELDS, *rows))
    return "".join(f"{text}\n" for text in texts).encode()
