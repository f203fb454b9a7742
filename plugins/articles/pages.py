"""Page types of articles and of what gathers them by tag, unit and time."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Self

from plugins.edition.cards import (
    ArchiveMonth,
    ArchiveYear,
    ArticleCard,
    ArticleView,
    Body,
    Counted,
    FeedLink,
    Head,
    Link,
    Pager,
    SiteFrame,
    State,
)
from plugins.edition.column_cards import ColumnNote, SeriesView
from plugins.edition.feeds import Feed, column_feed, site_feed, tag_feed, unit_feed
from plugins.edition.lists import head, paged
from plugins.edition.media_data import media_of, told
from plugins.edition.model import Article, Edition, Group
from plugins.edition.official import article_meta
from plugins.edition.open_graph import article_properties
from plugins.edition.related import Related
from plugins.edition.series import series_view
from plugins.edition.share_cards import has_picture
from plugins.edition.stats import UnitLine, UnitStats, unit_lines, unit_stats
from plugins.press.page import Inputs, Route, page_type

from .archive import years_of
from .chart import Bar, bars
from .notes import Ends


@page_type("/columns/{column}/{year:number}/{slug}/", template="article.html")
class ArticlePage(Inputs, frozen=True):
    """One article."""

    site: SiteFrame
    head: Head
    article: ArticleView
    opener: ColumnNote | None
    closing: ColumnNote | None
    series: SeriesView | None
    body: Body
    previous: ArticleCard | None
    next: ArticleCard | None
    related: tuple[ArticleCard, ...]
    topics: tuple[Link, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each article, with its neighbours in the column."""
        others = Related(subject)
        root = len(subject.site.root)
        for slug, group in subject.in_column.items():
            feeds = (site_feed(subject).link, column_feed(subject, slug).link)
            ends = Ends(subject.columns[slug], group)
            for at, article in enumerate(group):
                source = partial(cls._of, subject, group, at, feeds, others, ends)
                yield Route(article.url[root:], source)

    @classmethod
    def _of(
        cls,
        edition: Edition,
        group: Sequence[Article],
        at: int,
        feeds: tuple[FeedLink, ...],
        others: Related,
        ends: Ends,
    ) -> Self:
        article = group[at]
        media, image = media_of(article), article.share
        if image is None and not has_picture(article):
            image = edition.card(article.url)
        versions = edition.versions.get(article.path)
        language = versions.language if versions else article.language
        head = Head(
            title=article.view.title,
            url=article.url,
            description=article.description,
            kind="article",
            image=image,
            feeds=feeds,
            meta=article_meta(edition, article, image or media[0].poster if media else image),
            properties=article_properties(
                article.date,
                article.updated,
                article.view.column.name,
                [tag.label for tag in article.view.tags],
            ),
            index=article.view.state == "published",
            language=language if language != edition.site.language else "",
            alternates=versions.alternates if versions else (),
        )
        return cls(
            site=edition.site,
            head=told(head, media),
            article=article.view,
            opener=ends.opener(article),
            closing=ends.closing(article),
            series=series_view(edition, article),
            body=article.body,
            # The group is newest first: the article before it in time comes after.
            previous=group[at + 1].card if at + 1 < len(group) else None,
            next=group[at - 1].card if at else None,
            related=others.cards(article),
            topics=edition.in_topics.get(article.path, ()),
        )


@page_type("/tags/{slug}/", "/tags/{slug}/page/{number:number}/", template="tag.html")
class TagPage(Inputs, frozen=True):
    """A page of the articles with one tag, newest first."""

    site: SiteFrame
    head: Head
    name: str
    intro: Body | None
    articles: tuple[ArticleCard, ...]
    pager: Pager

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Pages of every tag."""
        for group in subject.tags.values():
            for path, articles, pager in _pages(subject, group, subject.with_tag):
                yield Route(path, partial(cls._of, subject, group, path, articles, pager))

    @classmethod
    def _of(
        cls, edition: Edition, group: Group, path: str, articles: Sequence[Article], pager: Pager
    ) -> Self:
        return cls(
            site=edition.site,
            head=head(edition, group.name, path, feeds=_links(tag_feed(edition, group.slug))),
            name=group.name,
            intro=_intro(group, pager),
            articles=_cards(articles),
            pager=pager,
        )


@page_type("/units/{slug}/", "/units/{slug}/page/{number:number}/", template="unit.html")
class UnitPage(Inputs, frozen=True):
    """A page of the articles that one unit sent in, newest first."""

    site: SiteFrame
    head: Head
    name: str
    short: str
    website: str
    intro: Body | None
    stats: UnitStats | None
    bars: tuple[Bar, ...]
    articles: tuple[ArticleCard, ...]
    pager: Pager

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Pages of every unit."""
        for group in subject.units.values():
            for path, articles, pager in _pages(subject, group, subject.of_unit):
                yield Route(path, partial(cls._of, subject, group, path, articles, pager))

    @classmethod
    def _of(
        cls, edition: Edition, group: Group, path: str, articles: Sequence[Article], pager: Pager
    ) -> Self:
        # Figures stand where the list begins, and a unit without articles has none.
        stats = unit_stats(edition, group.slug) if articles and pager.number == 1 else None
        return cls(
            site=edition.site,
            head=head(edition, group.name, path, feeds=_links(unit_feed(edition, group.slug))),
            name=group.name,
            short=group.short,
            website=group.website,
            intro=_intro(group, pager),
            stats=stats,
            bars=bars(stats.years) if stats is not None else (),
            articles=_cards(articles),
            pager=pager,
        )


def _pages(
    edition: Edition, group: Group, articles: Mapping[str, tuple[Article, ...]]
) -> Iterator[tuple[str, Sequence[Article], Pager]]:
    path = group.url.removeprefix(edition.site.root)
    return paged(edition, path, articles.get(group.slug, ()))


def _links(feed: Feed | None) -> tuple[FeedLink, ...]:
    return () if feed is None else (feed.link,)


def _cards(articles: Sequence[Article]) -> tuple[ArticleCard, ...]:
    return tuple(article.card for article in articles)


def _intro(group: Group, pager: Pager) -> Body | None:
    return group.intro if group.intro.key and pager.number == 1 else None


@page_type("/tags/", template="tags.html")
class TagIndexPage(Inputs, frozen=True):
    """All tags and how many articles each has."""

    site: SiteFrame
    head: Head
    items: tuple[Counted, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        used = subject.with_tag
        counts = [Counted(g.name, g.url, len(used.get(g.slug, ()))) for g in subject.tags.values()]
        items = tuple(sorted(counts, key=lambda item: (-item.count, item.url)))
        yield Route("/tags/", cls(site=subject.site, head=head(subject, "", "/tags/"), items=items))


@page_type("/units/", template="units.html")
class UnitIndexPage(Inputs, frozen=True):
    """All units, how many articles each sent in, and when the newest."""

    site: SiteFrame
    head: Head
    items: tuple[UnitLine, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        items = unit_lines(subject)
        yield Route(
            "/units/", cls(site=subject.site, head=head(subject, "", "/units/"), items=items)
        )


@page_type("/archive/", "/archive/{year:number}/", template="archive.html")
class ArchivePage(Inputs, frozen=True):
    """Years and their months, with the number of articles in each."""

    site: SiteFrame
    head: Head
    years: tuple[ArchiveYear, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The whole archive, and each year."""
        years = years_of(subject)
        yield Route(
            "/archive/",
            cls(site=subject.site, head=head(subject, "", "/archive/"), years=years),
        )
        for year in years:
            path = f"/archive/{year.year:04}/"
            inputs = cls(site=subject.site, head=head(subject, "", path), years=(year,))
            yield Route(path, inputs)


@page_type("/archive/{year:number}/{month:number}/", template="month.html")
class MonthPage(Inputs, frozen=True):
    """The articles of one month, newest first."""

    site: SiteFrame
    head: Head
    month: ArchiveMonth
    articles: tuple[ArticleCard, ...]
    previous: ArchiveMonth | None
    next: ArchiveMonth | None

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Every month that has articles."""
        months = [month for year in years_of(subject) for month in year.months]
        for at, month in enumerate(months):
            path = month.url.removeprefix(subject.site.root)
            yield Route(path, partial(cls._of, subject, months, at, path))

    @classmethod
    def _of(cls, edition: Edition, months: Sequence[ArchiveMonth], at: int, path: str) -> Self:
        month = months[at]
        return cls(
            site=edition.site,
            head=head(edition, f"{month.year:04}-{month.month:02}", path),
            month=month,
            articles=_cards(edition.in_month[month.year, month.month]),
            previous=months[at + 1] if at + 1 < len(months) else None,
            next=months[at - 1] if at else None,
        )


@page_type("/pages/{slug}/", template="page.html")
class PlainPage(Inputs, frozen=True):
    """A plain page: about, services ..."""

    site: SiteFrame
    head: Head
    title: str
    summary: str
    body: Body
    state: State

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Every page of ``content/pages/``."""
        for page in subject.pages:
            path = page.url.removeprefix(subject.site.root)
            inputs = cls(
                site=subject.site,
                head=head(subject, page.title, path, description=page.description),
                title=page.title,
                summary=page.summary,
                body=page.body,
                state=page.state,
            )
            yield Route(path, inputs)


PAGE_TYPES = (
    ArticlePage,
    TagPage,
    UnitPage,
    TagIndexPage,
    UnitIndexPage,
    ArchivePage,
    MonthPage,
    PlainPage,
)
