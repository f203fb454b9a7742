"""``permalinks.tsv``: the ledger of published addresses, read line by line.

Text in UTF-8 with tabs between the fields (IANA, text/tab-separated-values), its first line
the fields' names.
"""

import codecs
import datetime as dt
import re
from collections.abc import Iterable

import msgspec

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


def written(data: bytes, more: Iterable[LedgerLine]) -> bytes:
    """A ledger's bytes with more lines in them: sorted by address, each line once.

    What stands in it already stays as it stands, also what cannot be read. Raises
    ``UnicodeDecodeError`` where it is no UTF-8.
    """
    old = data.removeprefix(codecs.BOM_UTF8).decode().replace("\r\n", "\n").split("\n")
    rows = {row.rstrip() for row in old if row.strip() and not row.startswith(FIELDS[0] + "\t")}
    rows.update(_row(line) for line in more)
    return "".join(f"{row}\n" for row in ("\t".join(FIELDS), *sorted(rows))).encode()


def _row(line: LedgerLine) -> str:
    return f"{line.path}\t{line.id}\t{line.kind}\t{line.since}\t{line.withdrawn}".rstrip()


def withdrawn(data: bytes, path: str, day: dt.date) -> bytes | None:
    """A ledger's bytes in which an address is withdrawn for good on a day; None without it.

    Raises ``UnicodeDecodeError`` where it is no UTF-8.
    """
    rows = data.decode().split("\n")
    for at, row in enumerate(rows):
        line = _line(row.rstrip("\r").split("\t"), at + 1)
        if line is not None and line.path == path:
            rows[at] = _row(msgspec.structs.replace(line, withdrawn=day.isoformat()))
            return "\n".join(rows).encode()
    return None
