"""What the pages of On This Day tell machines: what happened, as events.

schema.org's Event is anything "happening at a certain time and location"; it does not say that
it is yet to come. An entry whose date is near only (约), or told by the Julian calendar, or from
before the common era, is none here: a machine would take its date for another one.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from markupsafe import Markup

from plugins.edition.cards import EntryView, Head, SiteFrame
from plugins.edition.dates import GREGORIAN, When
from plugins.edition.urls import history_url

from .pages import Listed, Trail, breadcrumb, full, item_list, page
from .pictures import of_pictures
from .script import script
from .vocabulary import CollectionPage, Event, NewsArticle, Person, Place, Ref


class Told(Protocol):
    """An entry as a page shows it in full, and the site's own articles that tell of it."""

    @property
    def entry(self) -> EntryView:
        """The entry."""

    @property
    def stories(self) -> Sequence[Listed]:
        """The articles."""


def history_data(  # noqa: PLR0913 - each names one thing of the page
    head: Head,
    site: SiteFrame,
    name: str,
    about: str,
    home: str,
    trail: Trail,
    *,
    entries: Iterable[Told],
    listed: Iterable[Listed] = (),
) -> Markup:
    """A page of a day, month or year: its entries as events, and what it only lists."""
    made = page(CollectionPage, head, site, name, about)
    events = [_event(each, site) for each in entries if dated(each.entry.when)]
    made.about = tuple(Ref(event.id) for event in events)
    made.main_entity = item_list(site, ((each.title, each.url) for each in listed))
    return script(made, breadcrumb(head, site, home, trail, made.name), *events)


def dated(when: When) -> str:
    """A date as ISO 8601 has it; nothing where that would say more than is known."""
    julian = when.day > 0 and when.key < GREGORIAN
    return "" if when.circa or julian or when.year <= 0 else str(when)


def _event(told: Told, site: SiteFrame) -> Event:
    entry = told.entry
    # The same on each page that shows it: the address of the page that it stands on.
    url = f"{site.origin}{site.root}{history_url(entry.when)}#{entry.anchor}"
    return Event(
        id=url,
        name=entry.title,
        start_date=dated(entry.when),
        url=url,
        location=tuple(Place(name=each) for each in entry.places),
        about=tuple(Person(name=each) for each in entry.people),
        image=next(of_pictures((entry.picture,), site), None),
        subject_of=tuple(_story(each, site) for each in told.stories),
    )


def _story(story: Listed, site: SiteFrame) -> NewsArticle:
    url = full(site, story.url)
    return NewsArticle(id=f"{url}#article", headline=story.title, url=url)
