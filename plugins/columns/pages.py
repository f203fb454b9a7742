"""Page types of columns."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Self

from plugins.edition.cards import ArticleCard, ColumnCard, ColumnView, Head, Pager, SiteFrame
from plugins.edition.lists import column_meta, head, paged
from plugins.edition.model import Article, Column, Edition
from plugins.press.page import Inputs, Route, page_type


@page_type("/columns/", template="columns.html")
class ColumnIndexPage(Inputs, frozen=True):
    """All columns, in the order that the editors gave them."""

    site: SiteFrame
    head: Head
    columns: tuple[ColumnCard, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/columns/"),
            columns=tuple(column.card for column in subject.columns.values()),
        )
        yield Route("/columns/", inputs)


@page_type("/columns/{slug}/", "/columns/{slug}/page/{number:number}/", template="column.html")
class ColumnPage(Inputs, frozen=True):
    """One page of a column's list of articles, newest first; the opener is on the first."""

    site: SiteFrame
    head: Head
    column: ColumnView
    articles: tuple[ArticleCard, ...]
    pager: Pager

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Every page of every column."""
        for column in subject.columns.values():
            path = f"/columns/{column.slug}/"
            for each, articles, pager in paged(subject, path, subject.in_column[column.slug]):
                yield Route(each, partial(cls._of, subject, column, each, articles, pager))

    @classmethod
    def _of(
        cls, edition: Edition, column: Column, path: str, articles: Sequence[Article], pager: Pager
    ) -> Self:
        return cls(
            site=edition.site,
            head=head(
                edition,
                column.card.name,
                path,
                description=column.card.description,
                image=column.banner,
                feeds=(edition.column_feed(column.slug),),
                meta=column_meta(edition, column.slug),
            ),
            column=_view(column, first=pager.number == 1),
            articles=tuple(article.card for article in articles),
            pager=pager,
        )


def _view(column: Column, *, first: bool) -> ColumnView:
    card = column.card
    return ColumnView(
        name=card.name,
        name_en=card.name_en,
        url=card.url,
        accent=card.accent,
        description=card.description,
        banner=column.banner,
        started=card.started,
        ended=card.ended,
        closed=card.closed,
        opener=column.opener if first and column.opener.key else None,
    )


PAGE_TYPES = (ColumnIndexPage, ColumnPage)
