"""What an article tells machines of itself."""

import datetime as dt

from markupsafe import Markup

from plugins.edition.cards import ArticleView, Body, Head, SiteFrame
from plugins.edition.times import whole_minutes

from .pages import Trail, breadcrumb
from .pictures import of_photos, of_pictures, once, people
from .recordings import Recordings, recordings
from .script import script
from .site import address, publisher
from .vocabulary import (
    CollectionPage,
    CorrectionComment,
    ImageObject,
    NewsArticle,
    Organization,
    Person,
    Ref,
    WebPage,
)

_NOTHING = Recordings()


def article_data(head: Head, site: SiteFrame, view: ArticleView, body: Body, home: str) -> Markup:
    """An article, its page, the films on it; ``home`` is what the front page is called."""
    url = site.origin + view.url
    media = (*view.media, *body.media)
    played = recordings(media, head, site, view.date) if media else _NOTHING
    trail: Trail = (*view.trail, (view.column.name, view.column.url))
    place = breadcrumb(head, site, home, trail, view.title)
    page = WebPage(id=url, is_part_of=Ref(address(site, "website")), breadcrumb=Ref(place.id))
    return script(_article(head, site, view, body, played), page, place, *played.nodes)


def _article(
    head: Head, site: SiteFrame, view: ArticleView, body: Body, played: Recordings
) -> NewsArticle:
    url, column = site.origin + view.url, view.column
    return NewsArticle(
        id=f"{url}#article",
        headline=view.title,
        url=url,
        main_entity_of_page=Ref(url),
        description=head.description,
        in_language=head.language or site.language,
        date_published=whole_minutes(view.date),
        date_modified=_modified(view),
        article_section=column.name,
        keywords=tuple(tag.label for tag in view.tags),
        author=_authors(view, site),
        editor=tuple(each for each in people(view.editor) if isinstance(each, Person)),
        publisher=publisher(site),
        is_part_of=CollectionPage(id=site.origin + column.url, name=column.name),
        correction=tuple(
            CorrectionComment(text=each.text, date_published=whole_minutes(each.date))
            for each in view.corrections
        ),
        image=_images(view, body, site),
        video=played.video,
        audio=played.audio,
    )


def _modified(view: ArticleView) -> dt.datetime | None:
    """When it was last changed, be it only by a correction, of which the latest stands first."""
    changes = [*([view.updated] if view.updated else ()), *(c.date for c in view.corrections[:1])]
    return whole_minutes(max(changes)) if changes else None


def _authors(view: ArticleView, site: SiteFrame) -> tuple[Person | Organization, ...]:
    if view.author:
        return people(view.author)
    if view.unit is not None:
        return (Organization(name=view.unit.label, url=site.origin + view.unit.url),)
    return ()


def _images(view: ArticleView, body: Body, site: SiteFrame) -> tuple[ImageObject, ...]:
    if view.lead is None and not body.pictures and not body.galleries:
        return ()
    hung = (photo for inset in body.galleries if inset is not None for photo in inset.photos)
    return once((*of_pictures((view.lead, *body.pictures), site), *of_photos(hung, site)))
