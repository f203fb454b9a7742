"""The feed of galleries, with their pictures in Media RSS."""

import datetime as dt
from collections.abc import Iterator

from plugins.edition.bodies import Show, absolute_picture, expand, plain_words
from plugins.edition.cards import Body
from plugins.edition.feeds import gallery_feed
from plugins.edition.model import PHOTOS, Edition, Gallery
from plugins.edition.picture_cards import Photo, Picture, Rendition
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer
from plugins.syndication.media import Content, Group
from plugins.syndication.rss import Channel, Post, figure, rss

PATH = "/galleries/feed.xml"

IN_TEXT = 12
"""So many pictures at most stand in the text that a feed reader shows."""

TYPES = {"jpg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}


class Shown(Value, frozen=True):
    """A gallery in the feed. ``id`` never changes, whatever else does.

    ``lengths`` are those of the files of its photographs, in bytes, by path; where they are
    not known nothing is said of them.
    """

    id: str
    title: str
    address: str
    date: dt.datetime
    summary: str
    unit: str
    body: Body
    photos: tuple[Photo, ...]
    lengths: tuple[tuple[str, int], ...]


def _render(inputs: "GalleryFeed", renderer: Renderer) -> bytes:
    address = inputs.origin + inputs.page_path
    channel = Channel(
        inputs.title, inputs.description, address, inputs.origin + inputs.path, inputs.language
    )
    return rss(channel, (_post(each, inputs.origin, renderer) for each in inputs.galleries))


@page_type(PATH, render=_render)
class GalleryFeed(Inputs, frozen=True):
    """The newest galleries, each with its first photographs."""

    title: str
    description: str
    path: str
    page_path: str
    origin: str
    language: str
    galleries: tuple[Shown, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one feed, if there is something to send."""
        site = subject.site
        if not subject.galleries:
            return
        feed = gallery_feed(subject)
        newest = subject.galleries[: subject.feed_items]
        inputs = cls(
            title=feed.label,
            description=site.description or site.slogan or feed.label,
            path=feed.rss,
            page_path=subject.href("/galleries/"),
            origin=site.origin,
            language=site.language,
            galleries=tuple(_shown(subject, gallery) for gallery in newest),
        )
        yield Route(PATH, inputs)


def _shown(edition: Edition, gallery: Gallery) -> Shown:
    photos = tuple([each for each in gallery.photos[:PHOTOS] if not each.picture.missing])
    urls = [each.url for photo in photos for each in _files(photo.picture)]
    lengths = edition.lengths
    return Shown(
        id=gallery.id,
        title=gallery.card.title,
        address=edition.site.origin + gallery.url,
        date=gallery.view.date,
        summary=gallery.description,
        unit=gallery.view.unit.label if gallery.view.unit else "",
        body=gallery.view.body,
        photos=photos,
        lengths=tuple((url, lengths[url]) for url in urls if url in lengths),
    )


def _files(picture: Picture) -> tuple[Rendition, ...]:
    """A picture's files: the JPEG, which every program shows, then the others."""
    return (picture.fallback, *reversed(picture.webp))


def _post(shown: Shown, origin: str, renderer: Renderer) -> Post:
    pictures = [figure(photo.picture, origin) for photo in shown.photos[:IN_TEXT]]
    text = expand(
        shown.body,
        renderer.texts(shown.body.key),
        Show(lambda picture: absolute_picture(picture, origin), plain_words),
        lambda url: origin + url if url.startswith("/") else url,
        fragments=shown.address,
    )
    lengths = dict(shown.lengths)
    return Post(
        id=shown.id,
        title=shown.title,
        address=shown.address,
        date=shown.date,
        changed=shown.date,
        summary=shown.summary or shown.title,
        content=text + "".join(pictures),
        author=shown.unit,
        media=tuple(_group(photo.picture, origin, lengths) for photo in shown.photos),
    )


def _group(picture: Picture, origin: str, lengths: dict[str, int]) -> Group:
    contents = tuple(_content(each, origin, lengths) for each in _files(picture))
    return Group(
        contents=contents,
        thumbnail=min(contents, key=lambda content: content.width),
        title=picture.alt,
        description=picture.caption,
        credit=picture.credit,
        copyright=picture.copyright,
    )


def _content(file: Rendition, origin: str, lengths: dict[str, int]) -> Content:
    kind = TYPES[file.url.rpartition(".")[2]]
    return Content(origin + file.url, kind, file.width, file.height, lengths.get(file.url, 0))
