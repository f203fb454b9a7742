"""Page types of feeds."""

import datetime as dt
from collections.abc import Iterator, Sequence

from plugins.edition.cards import Body
from plugins.edition.feeds import column_feed, topic_feed
from plugins.edition.media_cards import Media
from plugins.edition.model import Article, Edition
from plugins.edition.picture_cards import Picture
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type

from .rss import render


class Item(Value, frozen=True):
    """An article in a feed. ``id`` never changes, whatever else does."""

    id: str
    title: str
    address: str
    date: dt.datetime
    changed: dt.datetime
    author: str
    categories: tuple[str, ...]
    summary: str
    lead: Picture | None
    body: Body
    media: tuple[Media, ...] = ()


@page_type("/feed.xml", "/columns/{slug}/feed.xml", "/topics/{slug}/feed.xml", render=render)
class Feed(Inputs, frozen=True):
    """RSS 2.0 with the full text of the newest articles."""

    title: str
    description: str
    address: str
    own_address: str
    origin: str
    language: str
    items: tuple[Item, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The site's, and one for each column and each topic."""
        site = subject.site
        yield cls._route(
            subject, "/feed.xml", "/", site.name, site.description or site.slogan, subject.articles
        )
        for slug, column in subject.columns.items():
            path = f"/columns/{slug}/"
            title = column_feed(subject, slug).label
            description = column.card.description
            articles = subject.in_column[slug]
            yield cls._route(subject, f"{path}feed.xml", path, title, description, articles)
        for topic in subject.topics:
            path = topic.url.removeprefix(site.root)
            title, description = topic_feed(subject, topic).label, topic.description
            yield cls._route(subject, f"{path}feed.xml", path, title, description, topic.members)

    @classmethod
    def _route(
        cls,
        edition: Edition,
        url: str,
        page: str,
        title: str,
        description: str,
        articles: Sequence[Article],
    ) -> Route:
        origin = edition.site.origin
        inputs = cls(
            title=title,
            # RSS 2.0 asks for a description; a feed without one is invalid.
            description=description or title,
            address=origin + edition.href(page),
            own_address=origin + edition.href(url),
            origin=origin,
            language=edition.site.language,
            items=tuple(_item(edition, article) for article in articles[: edition.feed_items]),
        )
        return Route(url, inputs)


def _item(edition: Edition, article: Article) -> Item:
    view = article.view
    return Item(
        id=article.id,
        title=view.title,
        address=edition.site.origin + article.url,
        date=article.date,
        changed=article.changed,
        author=view.author or (view.unit.label if view.unit else ""),
        categories=(view.column.name, *(tag.label for tag in view.tags)),
        summary=article.description,
        lead=view.lead,
        body=article.body,
        media=view.media,
    )


PAGE_TYPES = (Feed,)
