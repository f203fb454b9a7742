"""Picture files measured, each once, by way of the store: on processes that may be stopped."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from plugins.edition.findings import finding
from plugins.edition.sources import PictureFile
from plugins.press import guard
from plugins.press.guard import Limits
from plugins.press.store import Store, decoded
from plugins.reading.measuring import Asked, Measured
from plugins.reading.pictures import MAX_BYTES, measuring_version, too_large
from plugins.reading.tree import FileEntry

from .states import States, sha256_of

PICTURES = "picture"
"""Where the store keeps what is known of picture files, by their paths."""

LIMITS = Limits()
"""What measuring one picture may take."""

_WORK = "plugins.reading.measuring:measure_file"


def measured(
    content: Path, entries: Sequence[FileEntry], states: States, store: Store, jobs: int
) -> dict[str, Measured]:
    """What is known of picture files by path; looks at no file that is as it was."""
    kept = {path: m for path, value in store.items(PICTURES) if (m := _kept(value))}
    known: dict[str, Measured] = {}
    waiting = []
    for entry in entries:
        old = kept.get(entry.path)
        if entry.size > MAX_BYTES:
            known[entry.path] = Measured(*too_large(entry.path, entry.size))
        elif old is not None and old.file.sha256 == states.trusted(entry):
            known[entry.path] = old
        else:
            hash_known = old.file.sha256 if old is not None else ""
            asked = Asked(str(content), entry.path, hash_known)
            waiting.append((entry, msgspec.msgpack.encode(asked)))
    with closing(guard.each(_WORK, waiting, jobs, LIMITS)) as results:
        for entry, result in results:
            new = _result(content, entry, result)
            if new is not None:
                store.put(PICTURES, [(entry.path, msgspec.msgpack.encode(new))])
            known[entry.path] = new or kept[entry.path]
    for entry in entries:
        states.set(entry, known[entry.path].file.sha256)
    store.drop(PICTURES, store.keys(PICTURES) - known.keys())
    return {entry.path: known[entry.path] for entry in entries}


def measured_again(content: Path, entry: FileEntry) -> Measured:
    """What is known of one file, looked at now."""
    if entry.size > MAX_BYTES:
        return Measured(*too_large(entry.path, entry.size))
    asked = msgspec.msgpack.encode(Asked(str(content), entry.path))
    result = guard.one(_WORK, asked, LIMITS)
    return _result(content, entry, result) or Measured(PictureFile(entry.path, "", 0, 0), ())


def _result(content: Path, entry: FileEntry, result: guard.Result) -> Measured | None:
    """What came of a file; None where it is what was known of it."""
    if result.stopped is None:
        return msgspec.msgpack.decode(result.made, type=Measured) if result.made else None
    # Its hash is remembered, so that the next build does not try it again.
    file = PictureFile(entry.path, sha256_of(content, entry.path), 0, 0)
    found = finding("error", "picture-too-hard", entry.path, reason=result.stopped)
    return Measured(file, (found,), measuring_version())


def _kept(value: bytes) -> Measured | None:
    found = decoded(value, Measured)
    return found if found is not None and found.is_current else None
