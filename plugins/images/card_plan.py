"""Cards drawn for links: their names, known before any pixel is drawn."""

import hashlib
import re
from typing import Final

from plugins.edition.picture_cards import Picture, Rendition
from plugins.edition.share_cards import CardWords

from .fonts import Typeface

WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels: what Open Graph's readers show without cutting, 1.91 to 1."""

DRAWING: Final = 1
"""Raised whenever other pixels come out of the same words."""

PAPER: Final = "#fffdf9"
ACCENTS: Final = {
    "red": "#b3121d",
    "blue": "#0b4f86",
    "green": "#1f6b3a",
    "amber": "#8a5300",
    "purple": "#6a3d91",
    "teal": "#0f6468",
    "rose": "#a62058",
    "slate": "#44525f",
}
"""The light scheme's colours (``theme/static/tokens.css``): paper has 4.5:1 on each of them."""

_NAME = re.compile(r"card-[0-9a-f]{20}\.png")
# No typeface for Chinese has them, and boxes would stand in their place.
_WITHOUT_GLYPHS = re.compile(
    r"[\u200b-\u200f\ufe00-\ufe0f\U0001f000-\U0001faff\U000e0000-\U000e01ef]"
)


def is_card(name: str) -> bool:
    """Tell whether a file of ``/images/`` has the name of a card."""
    return _NAME.fullmatch(name) is not None


def card_name(words: CardWords, face: Typeface) -> str:
    """The name of a card: what it says, in which type and colour, how it is drawn."""
    what = repr((DRAWING, tuple(words), PAPER, colour(words), face.identity))
    return f"card-{hashlib.blake2b(what.encode(), digest_size=10).hexdigest()}.png"


def colour(words: CardWords) -> str:
    """The colour of a card's ground."""
    return ACCENTS.get(words.accent, ACCENTS["red"])


def plain(text: str) -> str:
    """A text without signs that no typeface for Chinese has."""
    return " ".join(_WITHOUT_GLYPHS.sub("", text).split())


def card_picture(root: str, words: CardWords, name: str) -> Picture:
    """A card ready to be shown beside a link."""
    rendition = Rendition(f"{root}/images/{name}", WIDTH, HEIGHT)
    return Picture((), rendition, WIDTH, HEIGHT, alt=words.title)
