"""Tables for spreadsheets: CSV that Excel and WPS open as it is meant."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection)."""

_BOM = "\ufeff"
"""Without it Excel reads UTF-8 as the system's old encoding, and Chinese as rubbish."""


def sheet(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV by RFC 4180, with a byte order mark; None is an empty cell.

    A cell that would be taken for a formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        texts = ("" if value is None else str(value) for value in row)
        writer.writerow("'" + text if text.startswith(_FORMULA) else text for text in texts)
    return _BOM + out.getvalue()
