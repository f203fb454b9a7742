"""What galleries and photographs tell machines of themselves."""

from collections.abc import Iterable

from markupsafe import Markup

from plugins.edition.cards import Head, Link, SiteFrame
from plugins.edition.gallery_cards import GalleryView, PhotoSection
from plugins.edition.picture_cards import Photo
from plugins.edition.times import whole_minutes

from .pages import Trail, breadcrumb, page
from .pictures import of_photo, of_photos, once
from .script import script
from .site import publisher
from .vocabulary import ImageGallery, Ref, WebPage


def gallery_data(
    head: Head,
    site: SiteFrame,
    view: GalleryView,
    sections: Iterable[PhotoSection],
    home: str,
    trail: Trail,
) -> Markup:
    """A page of a gallery, with the photographs that it shows."""
    made = page(ImageGallery, head, site, view.title, view.summary)
    made.date_published = whole_minutes(view.date)
    made.publisher = publisher(site)
    photos = (photo for section in sections for photo in section.photos)
    made.image = once(of_photos(photos, site))
    if head.url != view.url:
        made.is_part_of = _gallery(site, Link(view.title, view.url))
    return script(made, breadcrumb(head, site, home, trail, view.title))


def photo_data(
    head: Head, site: SiteFrame, photo: Photo, gallery: Link, home: str, trail: Trail
) -> Markup:
    """A photograph on a page of its own, which is about it; nothing of one that is missing."""
    made = page(WebPage, head, site, head.title, head.description)
    place = breadcrumb(head, site, home, trail, head.title)
    if photo.picture.missing:
        return script(made, place)
    image = of_photo(photo, site)
    image.id = f"{made.id}#photo"
    image.representative_of_page = True
    image.main_entity_of_page = Ref(made.id)
    image.is_part_of = _gallery(site, gallery)
    made.main_entity = made.primary_image_of_page = Ref(image.id)
    return script(made, place, image)


def _gallery(site: SiteFrame, gallery: Link) -> ImageGallery:
    return ImageGallery(id=site.origin + gallery.url, name=gallery.label)
