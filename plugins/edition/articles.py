"""Sources made into what the edition holds: URLs, dates in the site's zone, pictures."""

from collections.abc import Iterator

from .cards import ArticleCard, ArticleView, Correction, GalleryCard, Link
from .cards import Source as Origin
from .gallery_cards import GalleryView
from .groups import Groups
from .hanging import Hung
from .languages import resolved
from .media_cards import Media
from .model import Article, Column, Gallery, Group, Page
from .picture_cards import Picture
from .resolve import Resolver
from .select import Clock
from .sources import ArticleSource, GallerySource, PageSource
from .specs import Name, SourceSpec


class Maker:
    """Makes the edition's values of sources, once all URLs are known."""

    def __init__(self, resolver: Resolver, clock: Clock, units: Groups, tags: Groups) -> None:
        self._resolver = resolver
        self._clock = clock
        self._units = units
        self._tags = tags
        # One link for all articles that have it.
        self._links: dict[str, Link] = {}

    def article(self, source: ArticleSource, column: Column) -> Article:
        """An article with its card, its view and its body."""
        url = self._resolver.urls[source.path]
        date = self._clock.at(source.date)
        updated = self._clock.at(source.updated) if source.updated is not None else None
        unit = self._unit(source.path, source.unit)
        issue, series, part = _counted(source, column)
        tags = self._tags.each(source.path, source.tags)
        summary = source.summary or source.text.excerpt
        view = ArticleView(
            title=source.title,
            url=url,
            date=date,
            updated=updated,
            trail=column.trail,
            column=column.ref,
            issue=issue,
            unit=self._link(unit) if unit else None,
            author=source.author,
            editor=source.editor,
            source=_origin(source.source),
            standfirst=source.summary,
            lead=self._resolver.picture(source.path, source.lead, "lead"),
            tags=tuple([self._link(tag) for tag in tags]),
            state=self._clock.state(source),
            media=tuple(self._media(source)),
            corrections=self._corrections(source) if source.corrections else (),
        )
        return Article(
            path=source.path,
            id=source.id,
            url=url,
            date=date,
            updated=updated,
            column=column.slug,
            tags=tuple([tag.slug for tag in tags]),
            unit=unit.slug if unit else "",
            issue=issue,
            series=series,
            part=part,
            related=self._resolver.articles(source.path, source.related),
            terms=source.terms,
            description=summary,
            view=view,
            card=_card(view, unit, summary, self._resolver.cut(source.lead, "cover")),
            share=self._resolver.cut(source.lead, "share"),
            body=self._resolver.body(source.path, source.text, source.lead),
            language=source.language,
            translations=resolved(self._resolver, source.path, source.translations),
        )

    def _link(self, group: Group) -> Link:
        link = self._links.get(group.url)
        if link is None or link.label != group.name:
            link = self._links[group.url] = Link(group.name, group.url)
        return link

    def _media(self, source: ArticleSource) -> Iterator[Media]:
        """The film and the sound that its front matter names."""
        for spec in (source.video, source.audio):
            made = self._resolver.media(source.path, spec)
            if made is not None:
                yield made

    def _corrections(self, source: ArticleSource) -> tuple[Correction, ...]:
        """What was put right in it, the latest first."""
        made = [Correction(self._clock.at(each.date), each.text) for each in source.corrections]
        return tuple(sorted(made, key=lambda each: each.date, reverse=True))

    def _unit(self, path: str, name: Name | None) -> Group | None:
        return self._units.of(path, name) if name is not None else None

    def gallery(self, source: GallerySource, hung: Hung) -> Gallery:
        """A gallery of photographs that hang already."""
        url = self._resolver.urls[source.path]
        date = self._clock.at(source.date)
        state = self._clock.state(source)
        photos = [photo.picture for section in hung.sections for photo in section.photos]
        cover = source.cover
        # Where it is missing, this tells.
        self._resolver.picture(source.path, cover, "gallery")
        if cover is None or not self._resolver.stands(cover):
            cover = hung.first
        unit = self._unit(source.path, source.unit)
        card = GalleryCard(
            url=url,
            title=source.title,
            date=date,
            count=len(photos),
            summary=source.summary,
            cover=self._resolver.cut(cover, "cover"),
            state=state,
        )
        view = GalleryView(
            title=source.title,
            url=url,
            date=date,
            summary=source.summary,
            unit=Link(unit.name, unit.url) if unit else None,
            body=self._resolver.body(source.path, source.text),
            state=state,
            credits=tuple(dict.fromkeys(photo.credit for photo in photos if photo.credit)),
            downloads=source.downloads,
        )
        description = source.summary or source.text.excerpt
        share = self._resolver.cut(cover, "share")
        return Gallery(source.id, url, card, view, hung.sections, description, share)

    def page(self, source: PageSource) -> Page:
        """A plain page."""
        return Page(
            slug=source.slug,
            url=self._resolver.urls[source.path],
            title=source.title,
            summary=source.summary,
            description=source.summary or source.text.excerpt,
            body=self._resolver.body(source.path, source.text),
            state=source.status,
        )


def _card(
    view: ArticleView, unit: Group | None, summary: str, picture: Picture | None
) -> ArticleCard:
    """What lists show of an article."""
    return ArticleCard(
        url=view.url,
        title=view.title,
        date=view.date,
        column=view.column,
        unit=(unit.short or unit.name) if unit else "",
        issue=view.issue,
        summary=summary,
        picture=picture,
        state=view.state,
    )


def _counted(source: ArticleSource, column: Column) -> tuple[int, str, int]:
    """The number of an issue, the series and the part of an article, as far as they count."""
    issue = source.issue.number if source.issue and column.numbered else 0
    if source.series is None or source.part is None:
        return issue, "", 0
    return issue, source.series.text, source.part.number


def _origin(spec: SourceSpec | None) -> Origin | None:
    return Origin(spec.name, spec.url) if spec is not None else None
