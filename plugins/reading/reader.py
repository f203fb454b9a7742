"""One source file read: bytes in, a frozen value, its findings and its HTML out."""

import functools
import hashlib
from importlib import metadata
from pathlib import Path

import msgspec

from plugins.edition import dates, media_files, old_paths, specs
from plugins.edition import sources as s

from .body import Body
from .decode import decode
from .fields import Fields
from .keys import KEYS
from .ledger import read_ledger
from .nodes import split
from .notes import Notes
from .places import SLUG, Spot, kind_of, spot_of, suggest_slug
from .records import MAKERS, Draft, folder_of
from .sidecars import read_sidecar
from .site import read_site

__all__ = ["ReaderSettings", "code_version", "kind_of", "read_source"]

DECEMBER = 12

_PACKAGES = (
    "defusedxml",
    "lunar_python",
    "markdown",
    "msgspec",
    "mutagen",
    "nh3",
    "pillow",
    "pyyaml",
)


class ReaderSettings(msgspec.Struct, frozen=True):
    """What reading goes by: ``seconds`` is the processor time that one text may take."""

    seconds: float = 5.0


@functools.cache
def code_version() -> str:
    """Give a hash of everything that decides what reading makes of the same bytes."""
    total = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    # The values' own shape counts too, or an old value could not be decoded.
    own = (s.__file__, specs.__file__, dates.__file__, media_files.__file__, old_paths.__file__)
    for name in own:
        total.update(Path(name).read_bytes())
    for name in _PACKAGES:
        total.update(f"{name}={metadata.version(name)}\0".encode())
    return total.hexdigest()


def read_source(path: str, data: bytes, settings: ReaderSettings) -> tuple[s.Reading, str]:
    """Read the file at ``path`` (relative to ``content/``) from its bytes.

    Gives what came of it and the HTML of its body, whose hash is the ``key`` of its text.
    Never raises: every fault is a finding with its line and column.
    """
    notes = Notes(path)
    spot = spot_of(path)
    if spot is None:
        notes.add("warning", "place-unknown")
        return s.Reading(None, notes.all()), ""
    try:
        source, html = _read(path, spot, data, settings, notes)
    except RecursionError:
        notes.add("error", "text-too-hard", reason="deep")
        source, html = None, ""
    except Exception as fault:  # noqa: BLE001 - a fault of ours must cost one file, not all
        notes.add("error", "text-broken", detail=type(fault).__name__)
        source, html = None, ""
    if source is None or notes.failed:
        return s.Reading(None, notes.all()), ""
    return s.Reading(source, notes.all()), html


def _read(
    path: str, spot: Spot, data: bytes, settings: ReaderSettings, notes: Notes
) -> tuple[s.Source | None, str]:
    if spot.kind is s.LedgerSource:
        return read_ledger(path, data, notes), ""
    text = decode(data, notes)
    if spot.kind is s.SiteSource:
        return (None if text is None else read_site(path, text, notes)), ""
    if spot.kind is s.SidecarSource:
        return (None if text is None else read_sidecar(path, text, notes)), ""
    _check_slugs(spot, notes)
    parts = None if text is None else split(text, notes)
    if parts is None:
        return None, ""
    folder = folder_of(path)
    fields = Fields(parts.front, KEYS[spot.kind], notes, folder)
    # Several entries share the page of their day, and their ids must not clash.
    prefix = f"{spot.names['almanac']}-{spot.names['slug']}-" if "almanac" in spot.names else ""
    if spot.kind is s.ClosingSource:
        # It stands on one page with the opener.
        prefix = "closing-"
    body = Body(parts.body, parts.body_line, folder, notes, prefix)
    content, html = body.read(settings.seconds)
    return MAKERS[spot.kind](Draft(path, spot, fields, content, html, notes)), html


def _check_slugs(spot: Spot, notes: Notes) -> None:
    for name in spot.slugs:
        if SLUG.fullmatch(name):
            continue
        suggestion = suggest_slug(name)
        if suggestion:
            notes.add("error", "slug-invalid", name=name, suggestion=suggestion)
        else:
            notes.add("error", "slug-invalid", name=name, reason="plain")
    day = spot.names.get("day", "")
    if day and not _is_day(day):
        notes.add("error", "day-invalid", name=day)


def _is_day(text: str) -> bool:
    # 05-00 is a month of which the day is not known, 00-00 a year of which no more is.
    month, day = int(text[:2]), int(text[3:])
    return (month, day) in dates.DAYS or (day == 0 and month <= DECEMBER)
