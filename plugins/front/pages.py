"""The front page: what the chief editor set, and without any of it what is newest."""

import datetime as dt
from collections.abc import Iterator, Sequence

from plugins.edition.cards import (
    ArticleCard,
    ColumnBlock,
    DayBlock,
    GalleryCard,
    Head,
    SiteFrame,
    TopicCard,
)
from plugins.edition.lists import head
from plugins.edition.model import Article, Edition
from plugins.edition.today import today_block
from plugins.press.page import Inputs, Route, page_type

SECONDS = 2
LATEST = 8
IN_BLOCK = 5
GALLERIES = 8
TOPICS = 3


@page_type("/", template="front.html")
class FrontPage(Inputs, frozen=True):
    """The front page of the day. ``seconds`` are the pinned articles, else the newest."""

    site: SiteFrame
    head: Head
    today: dt.date
    lead: ArticleCard | None
    seconds: tuple[ArticleCard, ...]
    latest: tuple[ArticleCard, ...]
    blocks: tuple[ColumnBlock, ...]
    day: DayBlock | None
    galleries: tuple[GalleryCard, ...]
    topics: tuple[TopicCard, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        lead = _lead(subject)
        taken = {lead.path} if lead else set()
        seconds = _seconds(subject, taken)
        taken |= {article.path for article in seconds}
        rest = [article for article in subject.articles if article.path not in taken]
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/", image=lead.view.lead if lead else None),
            today=subject.today,
            lead=lead.card if lead else None,
            seconds=_cards(seconds),
            latest=_cards(rest[:LATEST]),
            blocks=tuple(_blocks(subject, taken)),
            day=today_block(subject),
            galleries=tuple(gallery.card for gallery in subject.galleries[:GALLERIES]),
            topics=tuple(topic.card for topic in subject.topics[:TOPICS]),
        )
        yield Route("/", inputs)


def _lead(edition: Edition) -> Article | None:
    """The chosen lead, else the newest article with a picture, else the newest."""
    if edition.front.lead is not None:
        return edition.front.lead
    newest = edition.articles[: LATEST + SECONDS]
    pictured = next((article for article in newest if article.view.lead), None)
    return pictured or next(iter(newest), None)


def _seconds(edition: Edition, taken: set[str]) -> list[Article]:
    """All that is pinned, and the newest where that is less than two."""
    chosen = {a.path: a for a in edition.front.pinned if a.path not in taken}
    for article in edition.articles:
        if len(chosen) >= SECONDS:
            break
        if article.path not in taken:
            chosen.setdefault(article.path, article)
    return list(chosen.values())


def _blocks(edition: Edition, taken: set[str]) -> Iterator[ColumnBlock]:
    """The newest of each column, but for what stands above; all of it where no other is."""
    for slug in edition.front.columns:
        newest = edition.in_column[slug][: IN_BLOCK + len(taken)]
        articles = [article for article in newest if article.path not in taken] or newest
        if articles:
            yield ColumnBlock(edition.columns[slug].ref, _cards(articles[:IN_BLOCK]))


def _cards(articles: Sequence[Article]) -> tuple[ArticleCard, ...]:
    return tuple(article.card for article in articles)


PAGE_TYPES = (FrontPage,)
