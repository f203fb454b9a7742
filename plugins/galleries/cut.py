"""A gallery cut into pages."""

from collections.abc import Iterator
from itertools import groupby

from plugins.edition.gallery_cards import PhotoSection
from plugins.edition.model import PHOTOS, Gallery


def pages_of(gallery: Gallery) -> Iterator[tuple[PhotoSection, ...]]:
    """The sections on each of a gallery's pages, of which an empty one has one.

    A section that goes on keeps its title there, not its text.
    """
    placed = [
        ((photo.number - 1) // PHOTOS, at, photo)
        for at, section in enumerate(gallery.sections)
        for photo in section.photos
    ]
    if not placed:
        yield ()
    begun: set[int] = set()
    for _, on_page in groupby(placed, key=lambda one: one[0]):
        made = []
        for at, group in groupby(on_page, key=lambda one: one[1]):
            whole = gallery.sections[at]
            summary = "" if at in begun else whole.summary
            begun.add(at)
            made.append(PhotoSection(tuple(one[2] for one in group), whole.title, summary))
        yield tuple(made)
