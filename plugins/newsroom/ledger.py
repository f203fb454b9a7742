"""The ledger of addresses as a file: ``lanmu publish`` adds to it, ``lanmu alias`` marks in it."""

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

from plugins.edition.addresses import lasting
from plugins.edition.assemble import Assembled
from plugins.edition.ledger import unlisted
from plugins.edition.specs import LedgerLine
from plugins.reading import ledger

from .config import SettingsError

NAME = "permalinks.tsv"
"""Its name in the content folder."""


def unlisted_in(made: Assembled) -> tuple[LedgerLine, ...]:
    """What an edition publishes and its ledger lacks."""
    lines = made.ledger.lines if made.ledger is not None else ()
    return unlisted(lines, lasting(made.edition), made.edition.today)


def add(content: Path, lines: Iterable[LedgerLine]) -> Path:
    """Add lines to the ledger of a content folder; the file that they are in.

    Raises ``SettingsError`` where the file is no text, ``OSError`` where it cannot be written.
    """
    path = content / NAME
    old = _bytes(path)
    try:
        new = ledger.written(old, lines)
    except UnicodeDecodeError as fault:
        raise SettingsError("ledger-unreadable", "{path} is no UTF-8", path=path) from fault
    if new != old:
        replace(path, new)
    return path


def withdraw(content: Path, address: str, day: dt.date) -> Path:
    """Write down that what was at an address is gone for good since a day; the file written.

    Raises ``SettingsError`` where the ledger does not have it.
    """
    path = content / NAME
    try:
        new = ledger.withdrawn(_bytes(path), address, day)
    except UnicodeDecodeError as fault:
        raise SettingsError("ledger-unreadable", "{path} is no UTF-8", path=path) from fault
    if new is None:
        said = "{address} is not in {path}"
        raise SettingsError("ledger-without", said, address=address, path=path)
    replace(path, new)
    return path


def replace(path: Path, data: bytes) -> None:
    """Put other bytes in a file's place in one step; it keeps its rights.

    A symbolic link is not written through: the file takes its place.
    """
    # Hidden, so that who reads the folder meanwhile passes it over.
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            if path.is_file():
                beside.chmod(path.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
