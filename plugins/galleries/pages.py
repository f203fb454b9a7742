"""Page types of galleries."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Self

from plugins.edition.cards import GalleryCard, Head, Link, Pager, SiteFrame
from plugins.edition.feeds import gallery_feed, site_feed
from plugins.edition.gallery_cards import GalleryView, PhotoSection
from plugins.edition.lists import head
from plugins.edition.model import PHOTOS, Edition, Gallery
from plugins.edition.official import gallery_meta
from plugins.edition.picture_cards import Photo
from plugins.press.page import Inputs, Route, page_type

from .cut import pages_of
from .feed import GalleryArchive, GalleryFeed


@page_type("/galleries/", template="galleries.html")
class GalleryIndexPage(Inputs, frozen=True):
    """All galleries, newest first."""

    site: SiteFrame
    head: Head
    galleries: tuple[GalleryCard, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        feeds = (gallery_feed(subject).link,) if subject.galleries else ()
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/galleries/", feeds=feeds),
            galleries=tuple(gallery.card for gallery in subject.galleries),
        )
        yield Route("/galleries/", inputs)


@page_type("/galleries/{slug}/", "/galleries/{slug}/page/{number:number}/", template="gallery.html")
class GalleryPage(Inputs, frozen=True):
    """A page of a photo story."""

    site: SiteFrame
    head: Head
    gallery: GalleryView
    count: int
    sections: tuple[PhotoSection, ...]
    pager: Pager
    each: int

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The pages of each gallery."""
        for gallery in subject.galleries:
            for number, sections in enumerate(pages_of(gallery), 1):
                pager = Pager(number, gallery.pages, gallery.url)
                path = pager.url(number).removeprefix(subject.site.root)
                yield Route(path, partial(cls._of, subject, gallery, path, sections, pager))

    @classmethod
    def _of(
        cls,
        edition: Edition,
        gallery: Gallery,
        path: str,
        sections: tuple[PhotoSection, ...],
        pager: Pager,
    ) -> Self:
        return cls(
            site=edition.site,
            head=head(
                edition,
                gallery.card.title,
                path,
                description=gallery.description,
                image=gallery.share,
                feeds=(gallery_feed(edition).link,),
                meta=gallery_meta(edition, gallery, gallery.share),
            ),
            gallery=gallery.view,
            count=gallery.card.count,
            sections=sections,
            pager=pager,
            each=PHOTOS,
        )


@page_type("/galleries/{slug}/photos/{name}/", template="photo.html")
class PhotoPage(Inputs, frozen=True):
    """One photograph: its permalink, and its place for readers without script."""

    site: SiteFrame
    head: Head
    gallery: Link
    photo: Photo
    count: int
    up: str
    previous: Link | None
    next: Link | None

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each photograph of each gallery."""
        for gallery in subject.galleries:
            photos = gallery.photos
            for at, photo in enumerate(photos):
                path = photo.url.removeprefix(subject.site.root)
                yield Route(path, partial(cls._of, subject, gallery, photos, at))

    @classmethod
    def _of(cls, edition: Edition, gallery: Gallery, photos: Sequence[Photo], at: int) -> Self:
        photo, card = photos[at], gallery.card
        said = photo.picture.caption or photo.picture.alt
        return cls(
            site=edition.site,
            head=Head(
                title=f"{card.title} {photo.number}/{card.count}",
                url=photo.url,
                description=said or card.title,
                image=photo.picture,
                feeds=(site_feed(edition).link,),
                index=card.state == "published",
            ),
            gallery=Link(card.title, gallery.url),
            photo=photo,
            count=card.count,
            up=gallery.page_of(photo),
            previous=_named(photos[at - 1]) if at else None,
            next=_named(photos[at + 1]) if at + 1 < len(photos) else None,
        )


def _named(photo: Photo) -> Link:
    return Link(photo.picture.caption or photo.picture.alt, photo.url)


PAGE_TYPES = (GalleryIndexPage, GalleryPage, PhotoPage, GalleryFeed, GalleryArchive)
