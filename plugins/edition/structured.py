"""What articles and galleries tell machines of themselves and their pictures, as JSON-LD.

The terms are schema.org's (NewsArticle, ImageGallery, ImageObject); what search engines show
of a picture's rights is told in developers.google.com/search, "Image metadata".
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from .cards import ArticleView, Body, SiteFrame
from .gallery_cards import GalleryView, PhotoSection
from .json_ld import filled, json_ld
from .picture_cards import Photo, Picture
from .times import whole_minutes

# What a desk, an agency or a society ends in: 本报编辑部, 新华社, 红十字会.
_OFFICE = re.compile(r"^本(?:报|刊|网|社)|[部社会局处室院所校馆台站队组网报刊团]$")

Thing = dict[str, Any]


def article_data(view: ArticleView, site: SiteFrame, body: Body) -> str:
    """An article as JSON-LD, fit to stand in a ``script`` of an HTML page."""
    by: list[Thing] = _people(view.author)
    if not by and view.unit is not None:
        by = [{"@type": "Organization", "name": view.unit.label}]
    shown = filter(None, (view.lead, *body.pictures))
    hung = (photo for inset in filter(None, body.galleries) for photo in inset.photos)
    images = (*_images(shown, site), *_of_photos(hung, site))
    return json_ld(
        {
            "@type": "NewsArticle",
            "headline": view.title,
            "url": site.origin + view.url,
            "inLanguage": site.language,
            "datePublished": _moment(view.date),
            "dateModified": _moment(view.updated) if view.updated else "",
            "articleSection": view.column.name,
            "author": by,
            "publisher": _publisher(site),
            "image": _once(images),
        }
    )


def gallery_data(view: GalleryView, site: SiteFrame, sections: Iterable[PhotoSection]) -> str:
    """A gallery with these photographs as JSON-LD, fit to stand in a ``script``."""
    photos = (photo for section in sections for photo in section.photos)
    return json_ld(
        {
            "@type": "ImageGallery",
            "name": view.title,
            "url": site.origin + view.url,
            "inLanguage": site.language,
            "datePublished": _moment(view.date),
            "description": view.summary,
            "publisher": _publisher(site),
            "image": _once(_of_photos(photos, site)),
        }
    )


def photo_data(photo: Photo, site: SiteFrame) -> str:
    """A photograph on a page of its own as JSON-LD, fit to stand in a ``script``."""
    return json_ld({**_of_photo(photo, site), "representativeOfPage": True})


def image_object(picture: Picture, site: SiteFrame) -> Thing:
    """A picture with what is said of it, and whose it is; what is not known is left out."""
    largest = max((*picture.webp, picture.fallback), key=lambda one: one.width)
    return filled(
        {
            "@type": "ImageObject",
            "contentUrl": site.origin + largest.url,
            "width": largest.width,
            "height": largest.height,
            "caption": picture.caption or picture.alt,
            "creditText": picture.credit,
            "creator": _people(picture.creator),
            "copyrightNotice": picture.copyright,
            "license": picture.license or site.license,
            "acquireLicensePage": site.acquire,
            "contentLocation": {"@type": "Place", "name": picture.place} if picture.place else "",
            "dateCreated": picture.when,
        }
    )


def _images(pictures: Iterable[Picture], site: SiteFrame) -> Iterator[Thing]:
    return (image_object(each, site) for each in pictures if not each.missing)


def _of_photos(photos: Iterable[Photo], site: SiteFrame) -> Iterator[Thing]:
    return (_of_photo(each, site) for each in photos if not each.picture.missing)


def _of_photo(photo: Photo, site: SiteFrame) -> Thing:
    return {**image_object(photo.picture, site), "url": site.origin + photo.url}


def _once(images: Iterable[Thing]) -> list[Thing]:
    return [*{each["contentUrl"]: each for each in images}.values()]


def _people(names: str) -> list[Thing]:
    kinds = (
        (name, "Organization" if _OFFICE.search(name) else "Person") for name in names.split("、")
    )
    return [{"@type": kind, "name": name} for name, kind in kinds if name]


def _publisher(site: SiteFrame) -> Thing:
    return {"@type": "Organization", "name": site.name, "url": f"{site.origin}/"}


def _moment(when: dt.datetime) -> str:
    return whole_minutes(when).isoformat()
