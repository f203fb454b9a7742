"""What a page shows of pictures: by themselves, in galleries, and galleries within texts."""

from .values import Value


class Rendition(Value, frozen=True):
    """One size of a picture, in pixels, at its path on the site."""

    url: str
    width: int
    height: int


class Picture(Value, frozen=True):
    """A picture ready to be shown: in up to three formats, in several widths each.

    ``fallback`` is the largest of ``jpeg``, for readers that know no choice; ``animation`` a
    short WebP of what moves. ``tone`` stands for the colour that is there before the pixels are.
    ``width`` and ``height`` are those of the largest rendition, in pixels. ``at`` is where what
    matters is in it, in quarters from the left and the top: the stylesheet may cut it further.
    ``when`` is ``date`` for machines, or empty. With drafts shown, ``missing`` names the file
    of a picture that is not there, or broken: it has no renditions then, and an empty address.
    """

    webp: tuple[Rendition, ...]
    fallback: Rendition
    width: int
    height: int
    avif: tuple[Rendition, ...] = ()
    jpeg: tuple[Rendition, ...] = ()
    animation: Rendition | None = None
    tone: str = ""
    missing: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    place: str = ""
    date: str = ""
    when: str = ""
    license: str = ""
    creator: str = ""
    copyright: str = ""
    at: tuple[int, int] = (2, 2)


class Photo(Value, frozen=True):
    """A photograph of a gallery, ``number`` from 1: ``name`` is its own part of addresses.

    ``url`` is its own page, ``anchor`` its id on pages that show it among others; ``original``
    is the path of the file itself where the gallery offers it, ``size`` that file's width and
    height in pixels.
    """

    name: str
    number: int
    picture: Picture
    url: str
    anchor: str
    original: str = ""
    size: tuple[int, int] = (0, 0)

    @property
    def ratio(self) -> int:
        """Width by height in twenty-fourths, held to what a row of pictures can show."""
        return max(12, min(72, round(24 * self.picture.width / self.picture.height)))


class Inset(Value, frozen=True):
    """A gallery within a text: some of its photographs, how many it has in all.

    ``title`` and ``url`` are empty where it is made of the text's own folder.
    """

    photos: tuple[Photo, ...]
    count: int
    title: str = ""
    url: str = ""
