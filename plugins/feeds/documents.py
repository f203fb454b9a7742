"""Page types of feeds of articles, and of their archives."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import zip_longest
from typing import Self

from plugins.edition.cards import Body
from plugins.edition.feed_archives import Part, archived
from plugins.edition.feeds import FILES, Feed, Format, articles_of, catalogue
from plugins.edition.media_cards import Media
from plugins.edition.model import Article, Edition
from plugins.edition.picture_cards import Picture
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type
from plugins.syndication.archives import Archive
from plugins.syndication.channels import channel_of
from plugins.syndication.posts import Channel, Post

from .posts import post_of
from .render import render
from .words import notes_of

FOLDERS = (
    "/",
    "/sections/{slug}/",
    "/columns/{slug}/",
    "/topics/{slug}/",
    "/podcast/",
    "/units/{slug}/",
    "/tags/{slug}/",
)
"""Where feeds of articles lie."""


class Item(Value, frozen=True):
    """An article in a feed: ``post`` but for its text, which is made of the rest.

    Without ``body`` the item has no more than its summary. ``notes`` are its corrections.
    """

    post: Post
    lead: Picture | None
    media: tuple[Media, ...]
    body: Body | None
    notes: tuple[str, ...] = ()


@page_type(*(folder + name for folder in FOLDERS for name in FILES.values()), render=render)
class ArticleFeed(Inputs, frozen=True):
    """The newest articles of one subject in one format."""

    form: Format
    channel: Channel
    origin: str
    items: tuple[Item, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Those of the catalogue that are of articles, in each format."""
        for feed, articles, parts in _feeds(subject):
            newest = articles[: subject.feed_items]
            older = parts[0].name if parts else ""
            # Made once, by the first format that is asked for.
            items = cache(partial(_items, subject, newest, feed.kind))
            for form in FILES:
                make = partial(cls._of, subject, feed, form, items, older)
                yield Route(feed.url(form).removeprefix(subject.site.root), make)

    @classmethod
    def _of(
        cls,
        edition: Edition,
        feed: Feed,
        form: Format,
        items: Callable[[], tuple[Item, ...]],
        older: str,
    ) -> Self:
        return cls(
            form=form,
            channel=channel_of(edition, feed, form, older=older),
            origin=edition.site.origin,
            items=items(),
        )


@page_type(*(f"{folder}feeds/{{name}}" for folder in FOLDERS), render=Archive.render)
class ArticleArchive(Archive, frozen=True):
    """Older articles of one subject in one format: their summaries."""

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Each part of each feed of articles that has archives."""
        for feed, _, parts in _feeds(subject):
            for part, older in zip_longest(parts, parts[1:]):
                posts = cache(partial(_posts, subject, part.items, feed.kind))
                names = part.name, older.name if older else ""
                for form in FILES:
                    url = feed.archive_url(form, part.name).removeprefix(subject.site.root)
                    yield Route(url, partial(cls._of, subject, feed, form, names, posts))

    @classmethod
    def _of(
        cls,
        edition: Edition,
        feed: Feed,
        form: Format,
        names: tuple[str, str],
        posts: Callable[[], tuple[Post, ...]],
    ) -> Self:
        part, older = names
        channel = channel_of(edition, feed, form, part=part, older=older)
        return cls(form=form, channel=channel, posts=posts())


def _feeds(
    edition: Edition,
) -> Iterator[tuple[Feed, Sequence[Article], tuple[Part[Article], ...]]]:
    """The feeds of articles, their articles and their archives."""
    for feed in catalogue(edition):
        if feed.kind in {"galleries", "days", "almanac", "corrections"}:
            continue
        articles = articles_of(edition, feed)
        kept = feed.kind in edition.feeds.archives
        parts = archived(articles, edition.feed_items, lambda a: a.date) if kept else ()
        yield feed, articles, parts


def _posts(edition: Edition, articles: Sequence[Article], kind: str) -> tuple[Post, ...]:
    return tuple([post_of(edition, article, kind) for article in articles])


def _items(edition: Edition, articles: Sequence[Article], kind: str) -> tuple[Item, ...]:
    return tuple([_item(edition, article, kind) for article in articles])


def _item(edition: Edition, article: Article, kind: str) -> Item:
    post = post_of(edition, article, kind)
    if kind not in edition.feeds.full_text:
        return Item(post, None, (), None)
    view = article.view
    notes = tuple(notes_of(edition.site.language, view.corrections)) if view.corrections else ()
    return Item(post, view.lead, view.media, article.body, notes)
