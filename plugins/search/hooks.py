"""Pelican's signals for the page types of this plugin."""

from plugins.press.hooks import get_page_types
from plugins.press.page import Inputs

from .pages import PAGE_TYPES


def connect() -> None:
    """Answer when the press asks for page types."""
    get_page_types.connect(_offer)


def _offer(_pelican: object) -> tuple[type[Inputs], ...]:
    return PAGE_TYPES
