"""The feed of galleries, with their pictures in Media RSS."""

from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from plugins.edition.bodies import Show, absolute_picture, expand, plain_words
from plugins.edition.cards import Body
from plugins.edition.feed_archives import Part, archived
from plugins.edition.feeds import FILES, Format, gallery_feed
from plugins.edition.model import PHOTOS, Edition, Gallery
from plugins.edition.picture_cards import Photo, Picture, Rendition
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer
from plugins.syndication.archives import Archive
from plugins.syndication.channels import channel_of
from plugins.syndication.feed import feed_of
from plugins.syndication.html import figure
from plugins.syndication.media_data import Content, Group
from plugins.syndication.posts import Attachment, Channel, Post

FOLDER = "/galleries/"

IN_TEXT = 12
"""So many pictures at most stand in the text that a feed reader shows."""

TYPES = {"jpg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}


class Shown(Value, frozen=True):
    """A gallery in the feed: ``post`` but for its text and pictures.

    ``lengths`` are those of the files of its photographs, in bytes, by path; where they are
    not known nothing is said of them.
    """

    post: Post
    body: Body
    photos: tuple[Photo, ...]
    lengths: tuple[tuple[str, int], ...]


def _render(inputs: "GalleryFeed", renderer: Renderer) -> bytes:
    posts = [
        _filled(each, inputs.origin, renderer) if inputs.full else each.post
        for each in inputs.galleries
    ]
    return feed_of(inputs.channel, posts, inputs.form)


@page_type(*(FOLDER + name for name in FILES.values()), render=_render)
class GalleryFeed(Inputs, frozen=True):
    """The newest galleries in one format, each with its first photographs, or its summary."""

    form: Format
    channel: Channel
    origin: str
    full: bool
    galleries: tuple[Shown, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each format, if there is something to send."""
        if not subject.galleries:
            return
        feed, older = gallery_feed(subject), next(iter(_parts(subject)), None)
        shown = tuple(_shown(subject, each) for each in subject.galleries[: subject.feed_items])
        for form, name in FILES.items():
            inputs = cls(
                form=form,
                channel=channel_of(subject, feed, form, older=older.name if older else ""),
                origin=subject.site.origin,
                full="galleries" in subject.feeds.full_text,
                galleries=shown,
            )
            yield Route(FOLDER + name, inputs)


@page_type(f"{FOLDER}feeds/{{name}}", render=Archive.render)
class GalleryArchive(Archive, frozen=True):
    """Older galleries in one format: their summaries."""

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Each part of the archives of galleries."""
        every = _parts(subject)
        feed = gallery_feed(subject)
        for part, older in zip_longest(every, every[1:]):
            posts = tuple(_post(subject, each) for each in part.items)
            for form in FILES:
                behind = older.name if older else ""
                channel = channel_of(subject, feed, form, part=part.name, older=behind)
                url = feed.archive_url(form, part.name).removeprefix(subject.site.root)
                yield Route(url, cls(form=form, channel=channel, posts=posts))


def _parts(edition: Edition) -> tuple[Part[Gallery], ...]:
    if "galleries" not in edition.feeds.archives:
        return ()
    return archived(edition.galleries, edition.feed_items, lambda each: each.view.date)


def _post(edition: Edition, gallery: Gallery) -> Post:
    unit = gallery.view.unit
    return Post(
        id=gallery.id,
        title=gallery.card.title,
        address=edition.site.origin + gallery.url,
        date=gallery.view.date,
        changed=gallery.view.date,
        summary=gallery.description or gallery.card.title,
        unit=unit.label if unit else "",
    )


def _shown(edition: Edition, gallery: Gallery) -> Shown:
    photos = tuple([each for each in gallery.photos[:PHOTOS] if not each.picture.missing])
    urls = [each.url for photo in photos for each in _files(photo.picture)]
    lengths = edition.lengths
    return Shown(
        post=_post(edition, gallery),
        body=gallery.view.body,
        photos=photos,
        lengths=tuple((url, lengths[url]) for url in urls if url in lengths),
    )


def _files(picture: Picture) -> tuple[Rendition, ...]:
    """A picture's files: the JPEG, which every program shows, then the others."""
    return (picture.fallback, *reversed(picture.webp))


def _filled(shown: Shown, origin: str, renderer: Renderer) -> Post:
    """A gallery's item with its text and its pictures."""
    pictures = [figure(photo.picture, origin) for photo in shown.photos[:IN_TEXT]]
    text = expand(
        shown.body,
        renderer.texts(shown.body.key),
        Show(lambda picture: absolute_picture(picture, origin), plain_words),
        lambda url: origin + url if url.startswith("/") else url,
        fragments=shown.post.address,
    )
    lengths = dict(shown.lengths)
    first = shown.photos[0].picture.fallback.url if shown.photos else ""
    length = lengths.get(first, 0)
    return replace(
        shown.post,
        content=text + "".join(pictures),
        image=origin + first if first else "",
        attachments=(Attachment(origin + first, TYPES["jpg"], length),) if length else (),
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
