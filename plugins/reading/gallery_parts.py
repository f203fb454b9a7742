"""The parts of a gallery's front matter that have a form of their own."""

from collections.abc import Iterator

from plugins.edition.specs import PhotoOrder, PhotoSectionSpec

from .columns import one_of, value
from .fields import Fields
from .keys import PHOTO_SECTION_KEYS
from .nodes import Mapping
from .notes import Notes

_ORDERS: dict[str, PhotoOrder] = {
    **dict.fromkeys(("name", "文件名", "按文件名"), "name"),
    **dict.fromkeys(("time", "拍摄时间", "按拍摄时间", "时间"), "time"),
    **dict.fromkeys(("listed", "照列出的", "列出"), "listed"),
}


def photo_order(fields: Fields) -> PhotoOrder:
    """Read how the photographs are ordered."""
    return value(fields, "order", one_of(_ORDERS), "photo_order") or ""


def photo_sections(fields: Fields, notes: Notes, folder: str) -> tuple[PhotoSectionSpec, ...]:
    """Read the sections; one without photographs is told, and left out."""
    return tuple(_sections(fields, notes, folder))


def _sections(fields: Fields, notes: Notes, folder: str) -> Iterator[PhotoSectionSpec]:
    for node in fields.nodes("sections"):
        if not isinstance(node, Mapping):
            fields.refuse("sections", node, "photo_sections")
            continue
        inner = Fields(node, PHOTO_SECTION_KEYS, notes, folder)
        photos = inner.pictures("photos")
        if photos:
            yield PhotoSectionSpec(inner.text("title"), inner.text("summary"), photos)
        elif not inner.nodes("photos"):
            fields.refuse("sections", node, "photo_sections")
