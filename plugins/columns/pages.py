"""Page types of columns and sections."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Self

from plugins.edition.cards import ArticleCard, Head, Pager, SiteFrame
from plugins.edition.column_cards import ColumnGroup, ColumnRow, ColumnView, SeriesCard
from plugins.edition.feeds import column_feed, section_feed
from plugins.edition.lists import head, paged
from plugins.edition.model import Article, Column, Edition, Section
from plugins.edition.official import column_meta, section_meta
from plugins.edition.series import series_cards
from plugins.press.page import Inputs, Route, page_type

from .rows import groups, rows


@page_type("/columns/", template="columns.html")
class ColumnIndexPage(Inputs, frozen=True):
    """All columns by section, in the order that the editors gave them."""

    site: SiteFrame
    head: Head
    groups: tuple[ColumnGroup, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        inputs = cls(site=subject.site, head=head(subject, "", "/columns/"), groups=groups(subject))
        yield Route("/columns/", inputs)


@page_type("/sections/{slug}/", template="section.html")
class SectionPage(Inputs, frozen=True):
    """A section (频道): its columns with their newest headlines."""

    site: SiteFrame
    head: Head
    name: str
    description: str
    columns: tuple[ColumnRow, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each section of ``site.toml``."""
        for section in subject.sections:
            path = section.url.removeprefix(subject.site.root)
            yield Route(path, partial(cls._of, subject, section, path))

    @classmethod
    def _of(cls, edition: Edition, section: Section, path: str) -> Self:
        feeds = (section_feed(edition, section).link,) if section.columns else ()
        return cls(
            site=edition.site,
            head=head(
                edition,
                section.name,
                path,
                description=section.description,
                feeds=feeds,
                meta=section_meta(edition, section),
            ),
            name=section.name,
            description=section.description,
            columns=rows(edition, section.columns),
        )


@page_type("/columns/{slug}/", "/columns/{slug}/page/{number:number}/", template="column.html")
class ColumnPage(Inputs, frozen=True):
    """One page of a column's list of articles.

    On the first stand banner, opener and closing note, the sub-columns and the series too.
    """

    site: SiteFrame
    head: Head
    column: ColumnView
    children: tuple[ColumnRow, ...]
    series: tuple[SeriesCard, ...]
    articles: tuple[ArticleCard, ...]
    pager: Pager

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Every page of every column."""
        series = series_cards(subject)
        for column in subject.columns.values():
            path = f"/columns/{column.slug}/"
            articles = subject.in_column[column.slug]
            if column.oldest_first:
                articles = articles[::-1]
            cards = series.get(column.slug, ())
            for each, shown, pager in paged(subject, path, articles):
                yield Route(each, partial(cls._of, subject, column, cards, each, shown, pager))

    @classmethod
    def _of(
        cls,
        edition: Edition,
        column: Column,
        series: tuple[SeriesCard, ...],
        path: str,
        articles: Sequence[Article],
        pager: Pager,
    ) -> Self:
        first = pager.number == 1
        return cls(
            site=edition.site,
            head=head(
                edition,
                column.card.name,
                path,
                description=column.card.description,
                image=column.share,
                feeds=(column_feed(edition, column.slug).link,),
                meta=column_meta(edition, column),
            ),
            column=_view(column, first=first),
            children=rows(edition, column.children) if first else (),
            series=series if first else (),
            articles=tuple(article.card for article in articles),
            pager=pager,
        )


def _view(column: Column, *, first: bool) -> ColumnView:
    card, rhythm = column.card, column.rhythm
    return ColumnView(
        name=card.name,
        name_en=card.name_en,
        url=card.url,
        accent=card.accent,
        description=card.description,
        banner=column.banner,
        started=card.started,
        ended=card.ended,
        phase=card.phase,
        trail=column.trail,
        rhythm=rhythm.every if rhythm else "",
        days=rhythm.days if rhythm else (),
        editor=column.editor,
        contact=column.contact,
        opener=column.opener if first and column.opener.key else None,
        closing=column.closing if first else None,
    )


PAGE_TYPES = (ColumnIndexPage, SectionPage, ColumnPage)
