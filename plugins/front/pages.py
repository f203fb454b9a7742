"""The front page: what the chief editor set, and without any of it what is newest."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plugins.edition.cards import (
    ArticleCard,
    ColumnBlock,
    GalleryCard,
    Head,
    Notice,
    SiteFrame,
    TopicCard,
)
from plugins.edition.lists import head
from plugins.edition.model import Article, Edition
from plugins.edition.today import DayBlock, today_block
from plugins.press.page import Inputs, Route, page_type

SECONDS = 2
LATEST = 8
IN_BLOCK = 5


@page_type("/", template="front.html")
class FrontPage(Inputs, frozen=True):
    """The front page of the day.

    ``blocks`` are the parts of the page in their order; what is in none of them is empty.
    ``beside`` says that On This Day stands beside the lead. ``seconds`` are the second
    leads and what is pinned, else the newest.
    """

    site: SiteFrame
    head: Head
    today: dt.date
    blocks: tuple[str, ...]
    notices: tuple[Notice, ...]
    lead: ArticleCard | None
    seconds: tuple[ArticleCard, ...]
    latest: tuple[ArticleCard, ...]
    beside: bool
    day: DayBlock | None
    columns: tuple[ColumnBlock, ...]
    topics: tuple[TopicCard, ...]
    galleries: tuple[GalleryCard, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        front = subject.front
        shown = set(front.blocks)
        lead = _lead(subject) if "leads" in shown else None
        taken = {lead.path} if lead else set()
        seconds = _seconds(subject, taken) if "leads" in shown else []
        taken |= {article.path for article in seconds}
        # Only so many can stand above: no need to go through the whole archive.
        newest = subject.articles[: LATEST + len(taken)] if "leads" in shown else ()
        rest = [article for article in newest if article.path not in taken]
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/", image=lead.share if lead else None),
            today=subject.today,
            blocks=front.blocks,
            notices=front.notices if "notices" in shown else (),
            lead=lead.card if lead else None,
            seconds=_cards(seconds),
            latest=_cards(rest[:LATEST]),
            beside=_beside(front.blocks),
            day=today_block(subject) if "on-this-day" in shown else None,
            columns=_blocks(subject, taken) if "columns" in shown else (),
            topics=tuple(t.card for t in front.topics) if "topics" in shown else (),
            galleries=tuple(g.card for g in front.galleries) if "galleries" in shown else (),
        )
        yield Route("/", inputs)


def _lead(edition: Edition) -> Article | None:
    """The chosen lead, else the newest article with a picture, else the newest.

    What was chosen to stand second leads only where there is nothing else.
    """
    front = edition.front
    if front.lead is not None:
        return front.lead
    second = {article.path for article in (*front.seconds, *front.pinned)}
    newest = edition.articles[: LATEST + SECONDS + len(second)]
    others = [article for article in newest if article.path not in second] or newest
    pictured = next((article for article in others if article.view.lead), None)
    return pictured or next(iter(others), None)


def _seconds(edition: Edition, taken: set[str]) -> list[Article]:
    """The second leads and all that is pinned, and the newest where that is less than two."""
    front = edition.front
    chosen = {a.path: a for a in (*front.seconds, *front.pinned) if a.path not in taken}
    for article in edition.articles:
        if len(chosen) >= SECONDS:
            break
        if article.path not in taken:
            chosen.setdefault(article.path, article)
    return list(chosen.values())


def _beside(blocks: Sequence[str]) -> bool:
    """Tell whether On This Day follows the lead, and so has its place beside it."""
    return ("leads", "on-this-day") in pairwise(blocks)


def _blocks(edition: Edition, taken: set[str]) -> tuple[ColumnBlock, ...]:
    """The newest of each column, but for what stands above.

    A column of which all stands above is named with its headlines, so that it does not
    drop from the page; where that is so of every column, there is nothing to be told.
    """
    made = []
    for slug in edition.front.columns:
        newest = edition.in_column[slug][: IN_BLOCK + len(taken)]
        others = [article for article in newest if article.path not in taken]
        if newest:
            cards = _cards((others or newest)[:IN_BLOCK])
            made.append(ColumnBlock(edition.columns[slug].ref, cards, told=not others))
    return () if all(block.told for block in made) else tuple(made)


def _cards(articles: Sequence[Article]) -> tuple[ArticleCard, ...]:
    return tuple(article.card for article in articles)


PAGE_TYPES = (FrontPage,)
