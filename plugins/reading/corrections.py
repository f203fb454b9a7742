"""What an article's front matter says of its corrections (更正)."""

from plugins.edition.specs import CorrectionSpec

from .fields import Fields
from .keys import CORRECTION_KEYS
from .nodes import Mapping
from .notes import Notes


def read_corrections(fields: Fields, notes: Notes, folder: str) -> tuple[CorrectionSpec, ...]:
    """Read one correction or a list of them; what is not whole is told, and left out."""
    found = []
    for node in fields.nodes("corrections"):
        spec = None
        if isinstance(node, Mapping):
            inner = Fields(node, CORRECTION_KEYS, notes, folder)
            date, text = inner.moment("date"), inner.text("text")
            spec = CorrectionSpec(date, text) if date is not None and text else None
        if spec is None:
            fields.refuse("corrections", node, "corrections")
        else:
            found.append(spec)
    return tuple(found)
