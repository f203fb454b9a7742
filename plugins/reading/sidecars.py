"""``photo.jpg.toml``: what is said of a picture, in a file beside it."""

import datetime as dt
import re

from plugins.edition.sources import SidecarSource
from plugins.edition.specs import PictureNotes

from .fields import Fields
from .keys import SIDECAR_KEYS, names_of
from .nodes_model import Mapping, Node, Scalar, Sequence
from .notes import Notes
from .picture_fields import notes_of
from .site_tables import At, Lines, toml_values

_NAMES = "|".join(sorted(name for name in names_of(SIDECAR_KEYS) if not name.isascii()))
_CHINESE = re.compile(rf"([ \t]*)({_NAMES})(?=[ \t]*=)")
_LONG = re.compile(r"\"{3}|'{3}")


def read_sidecar(path: str, text: str, notes: Notes) -> SidecarSource | None:
    """Read the decoded sidecar at ``path``; ``None`` where it is no TOML or says nothing.

    Keys in Chinese need no quotes here, as TOML itself would have it. Errors are in ``notes``.
    """
    text = _quoted(text, notes)
    values = toml_values(text, notes)
    if values is None:
        return None
    if not values:
        # A file that could not be read looks like this, and it may have said "no".
        notes.add("error", "sidecar-empty")
        return None
    lines = Lines(text)
    pairs = []
    for key, value in values.items():
        at = lines.find("", 0, key)
        pairs.append((Scalar(key, at), _node(value, at)))
    return SidecarSource(
        path, notes_of(Fields(Mapping(tuple(pairs), (1, 1)), SIDECAR_KEYS, notes, ""))
    )


def refusal(path: str) -> SidecarSource:
    """Stand for a sidecar that cannot be read: its picture is kept back."""
    return SidecarSource(path, PictureNotes(consent="false"))


def _quoted(text: str, notes: Notes) -> str:
    """Put the names of keys in Chinese between quotes; places are told as they were."""
    inside = False
    rows = text.split("\n")
    for number, row in enumerate(rows, 1):
        found = None if inside else _CHINESE.match(row)
        if found:
            start, end = found.span(2)
            rows[number - 1] = f'{found[1]}"{found[2]}"{row[end:]}'
            notes.edits.add(number, start + 2, -1)
            notes.edits.add(number, end + 2, -1)
        inside ^= len(_LONG.findall(row)) % 2 == 1
    return "\n".join(rows)


def _node(value: object, at: At) -> Node:
    """A value of TOML as front matter would have it."""
    if isinstance(value, dict):
        return Mapping(
            tuple((Scalar(key, at), _node(inner, at)) for key, inner in value.items()), at
        )
    if isinstance(value, list):
        return Sequence(tuple(_node(inner, at) for inner in value), at)
    if isinstance(value, bool):
        return Scalar(str(value).lower(), at)
    if isinstance(value, dt.datetime):
        value = value.date()
    return Scalar(str(value), at, quoted=isinstance(value, str))
