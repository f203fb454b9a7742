"""Page types of feeds of articles, and of their archives."""

from collections.abc import Iterator, Sequence
from functools import partial
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
            for form in FILES:
                make = partial(cls._of, subject, feed, form, newest, older)
                yield Route(feed.url(form).removeprefix(subject.site.root), make)

    @classmethod
    def _of(
        cls, edition: Edition, feed: Feed, form: Format, articles: Sequence[Article], older: str
    ) -> Self:
        return cls(
            form=form,
            channel=channel_of(edition, feed, form, older=older),
            origin=edition.site.origin,
            items=tuple(_item(edition, article, feed.kind) for article in articles),
        )


@page_type(*(f"{folder}feeds/{{name}}" for folder in FOLDERS), render=Archive.render)
class ArticleArchive(Archive, frozen=True):
    """Older articles of one subject in one format: their summaries."""

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Each part of each feed of articles that has archives."""
        for feed, _, parts in _feeds(subject):
            for part, older in zip_longest(parts, parts[1:]):
                for form in FILES:
                    url = feed.archive_url(form, part.name).removeprefix(subject.site.root)
                    yield Route(url, partial(cls._of, subject, feed, form, part, older))

    @classmethod
    def _of(
        cls,
        edition: Edition,
        feed: Feed,
        form: Format,
        part: Part[Article],
        older: Part[Article] | None,
    ) -> Self:
        return cls(
            form=form,
            channel=channel_of(
                edition, feed, form, part=part.name, older=older.name if older else ""
            ),
            posts=_posts(edition, part.items, feed.kind),
        )


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


_last: list[tuple[Sequence[Article], Edition, tuple[Post, ...]]] = []
"""The archive made last: its other formats, which come next, hold the same."""


def _posts(edition: Edition, articles: Sequence[Article], kind: str) -> tuple[Post, ...]:
    if not _last or _last[0][0] is not articles or _last[0][1] is not edition:
        posts = tuple([post_of(edition, article, kind) for article in articles])
        _last[:] = [(articles, edition, posts)]
    return _last[0][2]


def _item(edition: Edition, article: Article, kind: str) -> Item:
    post = post_of(edition, article, kind)
    if kind not in edition.feeds.full_text:
        return Item(post, None, (), None)
    view = article.view
    notes = tuple(notes_of(edition.site.language, view.corrections)) if view.corrections else ()
    return Item(post, view.lead, view.media, article.body, notes)
