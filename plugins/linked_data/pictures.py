"""Pictures, what is said of them, and whose they are.

What search engines show of a picture's rights: developers.google.com/search, "Image metadata".
"""

import re
from collections.abc import Iterable, Iterator

from plugins.edition.cards import SiteFrame
from plugins.edition.picture_cards import Photo, Picture

from .vocabulary import ImageObject, Organization, Person, Place, pixels

# What a desk, an agency or a society ends in: 本报编辑部, 新华社, 红十字会.
_OFFICE = re.compile(r"^本(?:报|刊|网|社)|[部社会局处室院所校馆台站队组网报刊团]$")


def image_object(picture: Picture, site: SiteFrame) -> ImageObject:
    """A picture by its largest size; what is not known of it is left out."""
    largest = max((*picture.webp, picture.fallback), key=lambda one: one.width)
    return ImageObject(
        content_url=site.origin + largest.url,
        width=pixels(largest.width),
        height=pixels(largest.height),
        caption=picture.caption or picture.alt,
        credit_text=picture.credit,
        creator=people(picture.creator),
        copyright_notice=picture.copyright,
        license=picture.license or site.license,
        acquire_license_page=site.acquire,
        content_location=Place(name=picture.place) if picture.place else None,
        date_created=picture.when,
    )


def of_photo(photo: Photo, site: SiteFrame) -> ImageObject:
    """A photograph that has a page of its own."""
    made = image_object(photo.picture, site)
    made.url = site.origin + photo.url
    return made


def of_pictures(pictures: Iterable[Picture | None], site: SiteFrame) -> Iterator[ImageObject]:
    """Those that are there: one that is missing has no address."""
    return (image_object(each, site) for each in pictures if each and not each.missing)


def of_photos(photos: Iterable[Photo], site: SiteFrame) -> Iterator[ImageObject]:
    """Those that are there, each with its own page."""
    return (of_photo(each, site) for each in photos if not each.picture.missing)


def once(images: Iterable[ImageObject]) -> tuple[ImageObject, ...]:
    """Each picture once."""
    return tuple({each.content_url: each for each in images}.values())


def people(names: str) -> tuple[Person | Organization, ...]:
    """Those whom a line of names names; a desk is no person, by the word that its name ends in."""
    return tuple(
        Organization(name=name) if _OFFICE.search(name) else Person(name=name)
        for name in filter(None, names.split("、"))
    )
