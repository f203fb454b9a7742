"""The ledger of addresses that were published: what it holds an edition to.

It is ``permalinks.tsv`` in ``content/``: tab-separated, one address a line, with the id of
what was published there, its kind, the day from which, and the day on which it was withdrawn
for good, as far as it was. ``lanmu publish`` writes it; nothing of it is published.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from .addresses import Address
from .findings import Finding, finding
from .redirects import Redirects, target_of
from .sources import LedgerSource
from .specs import LedgerLine


def kept(ledger: LedgerSource, known: Mapping[str, Address], old: Redirects) -> Iterator[Finding]:
    """What became of each address: where it neither is nor leads anywhere, that is an error.

    ``known`` are those of the edition by their paths. Of what has an id it is an error, too,
    if the id is another one now: who follows a feed would get the same text again.
    """
    found, said = old.known, {line.path: line.id for line in ledger.lines}
    by_id: dict[str, Address] = {}
    for line in ledger.lines:
        there = known.get(line.path)
        if there is not None:
            if line.id and there.id != line.id:
                yield _renamed(ledger, line, there)
            continue
        there = known.get(target_of(line.path, found, old.moves))
        if there is not None:
            # Where two became one, or one a part of a column, an id was given up on purpose.
            if line.id and there.id not in ("", line.id, said.get(there.path)):
                yield _renamed(ledger, line, there)
        elif not line.withdrawn:
            by_id = by_id or {each.id: each for each in known.values() if each.id}
            yield _lost(ledger, line, by_id.get(line.id) if line.id else None)


def _lost(ledger: LedgerSource, line: LedgerLine, moved: Address | None) -> Finding:
    values = {"address": line.path}
    if moved is not None:
        values |= {"to": moved.path, "reason": "moved"}
    return finding("error", "address-lost", ledger.path, line.number, 1, **values)


def _renamed(ledger: LedgerSource, line: LedgerLine, there: Address) -> Finding:
    values = {"address": line.path, "id": line.id, "other": there.id, "file": there.file}
    return finding("error", "id-changed", ledger.path, line.number, 1, **values)


def unlisted(
    lines: Iterable[LedgerLine], known: Iterable[Address], today: dt.date
) -> tuple[LedgerLine, ...]:
    """What an edition publishes that the ledger does not have yet, by address.

    What does not say since when it is there is there since ``today``.
    """
    listed = {line.path for line in lines}
    return tuple(
        LedgerLine(each.path, each.id, each.kind, (each.since or today).isoformat())
        for each in sorted(known, key=attrgetter("path"))
        if each.path not in listed
    )
