"""What is said of a picture, in front matter or in its sidecar: the same keys, the same forms."""

import re
from typing import TYPE_CHECKING, Final

from plugins.edition.specs import Consent, PictureNotes

from .figures import partial_date
from .keys import CONSENT_WORDS
from .nodes_model import Node, Scalar, Sequence
from .words import tidy

if TYPE_CHECKING:
    from .fields import Fields

_ACROSS: Final = {"左": 33, "中": 50, "右": 67, "": 50}
_DOWN: Final = {"上": 33, "中": 50, "下": 67, "": 50}
_WORDS: Final = {
    word: (_ACROSS[left], _DOWN[top])
    for left in _ACROSS
    for top in _DOWN
    for word in (left + top, top + left)
    if word
}
_PAIR = re.compile(r"(\d{1,3})\s*[%％]?\s*[\s,，、]\s*(\d{1,3})\s*[%％]?")
_WHOLE = 100


def notes_of(fields: "Fields") -> PictureNotes:
    """Read what is said of a picture; what is wrong becomes findings."""
    date = fields.text("date")
    return PictureNotes(
        alt=fields.text("alt"),
        caption=fields.text("caption"),
        credit=fields.text("credit"),
        place=fields.text("place"),
        date=date,
        when=partial_date(date),
        consent=_consent(fields),
        license=fields.url("license"),
        focus=_focus(fields),
    )


def _consent(fields: "Fields") -> Consent:
    """Read whether people agree. What cannot be understood is a "no": it must not publish."""
    node = fields.node("consent")
    # Neither must "consnet: false", nor the second of two answers that differ.
    doubted = any(
        name == "consent" and _answer(value) in (("false", None) if sure else ("false",))
        for name, value, sure in fields.strange
    )
    if node is None:
        return "false" if doubted else ""
    answer = _answer(node)
    if answer is None:
        fields.refuse("consent", node, "consent")
    return "false" if doubted or answer is None else answer


def _answer(node: Node) -> Consent | None:
    return CONSENT_WORDS.get(tidy(node.text).lower()) if isinstance(node, Scalar) else None


def _focus(fields: "Fields") -> tuple[int, int] | None:
    node = fields.node("focus")
    if node is None:
        return None
    if isinstance(node, Sequence):
        text = " ".join(item.text if isinstance(item, Scalar) else "?" for item in node.items)
    else:
        text = node.text if isinstance(node, Scalar) else ""
    point = parse_focus(text)
    if point is None:
        fields.refuse("focus", node, "focus")
    return point


def parse_focus(text: str) -> tuple[int, int] | None:
    """Read ``30% 40%``, ``30 40`` or ``左上``: per cent from the left and from the top."""
    text = tidy(text)
    pair = _PAIR.fullmatch(text)
    if pair:
        left, top = int(pair[1]), int(pair[2])
        return (left, top) if left <= _WHOLE and top <= _WHOLE else None
    return _WORDS.get(text)
