"""``aliases:`` in front matter: the addresses that a text, a column or a unit had before."""

from plugins.edition.old_paths import Unfit, old_path
from plugins.edition.specs import Name

from .fields import Fields
from .nodes import Scalar
from .notes import Notes
from .words import cut, tidy


def old_addresses(fields: Fields, notes: Notes) -> tuple[Name, ...]:
    """Read one address or a list of them, each in its one form and once.

    A text is one address: there may be a comma in it.
    """
    found: dict[str, Name] = {}
    for node in fields.nodes("aliases"):
        if not isinstance(node, Scalar) or not tidy(node.text):
            fields.refuse("aliases", node, "old_paths")
            continue
        written = tidy(node.text)
        try:
            path = old_path(written)
        except Unfit as unfit:
            shown = cut(written, 60)
            notes.add("warning", "alias-unfit", node.at, address=shown, reason=unfit.fault)
        else:
            found.setdefault(path, Name(path, notes.place(node.at)))
    return tuple(found.values())
