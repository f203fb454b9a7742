"""Page types of galleries."""

from collections.abc import Iterator

from plugins.edition.cards import GalleryCard, GalleryView, Head, Picture, SiteFrame
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.press.page import Inputs, Route, page_type


@page_type("/galleries/", template="galleries.html")
class GalleryIndexPage(Inputs, frozen=True):
    """All galleries, newest first."""

    site: SiteFrame
    head: Head
    galleries: tuple[GalleryCard, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/galleries/"),
            galleries=tuple(gallery.card for gallery in subject.galleries),
        )
        yield Route("/galleries/", inputs)


@page_type("/galleries/{slug}/", template="gallery.html")
class GalleryPage(Inputs, frozen=True):
    """A photo story."""

    site: SiteFrame
    head: Head
    gallery: GalleryView
    photos: tuple[Picture, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each gallery."""
        for gallery in subject.galleries:
            path = gallery.url.removeprefix(subject.site.root)
            inputs = cls(
                site=subject.site,
                head=head(
                    subject,
                    gallery.card.title,
                    path,
                    description=gallery.description,
                    image=gallery.share,
                ),
                gallery=gallery.view,
                photos=gallery.photos,
            )
            yield Route(path, inputs)


PAGE_TYPES = (GalleryIndexPage, GalleryPage)
