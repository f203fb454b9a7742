"""A feed with an item a day: what that day's entries tell."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from html import escape
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from plugins.edition.date_words import day_in_words, year_in_words
from plugins.edition.feeds import FILES, Format, day_feed
from plugins.edition.model import Almanac, Edition
from plugins.edition.select import ISSUED
from plugins.edition.times import whole_minutes
from plugins.edition.today import day_link, occasions
from plugins.edition.values import Value
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer
from plugins.syndication.channels import channel_of
from plugins.syndication.feed import feed_of
from plugins.syndication.html import figure
from plugins.syndication.posts import Channel, Post

from .told import Told, parts, sources_of, text_of, told
from .words import say

DAYS = 30
"""Days that a feed goes back."""


class FeedDay(Value, frozen=True):
    """One day's item: its entries oldest first; whether each is kept for 29 February.

    ``id`` is a tag URI (RFC 4151) of the site, the day and the almanac: no edit changes it.
    """

    id: str
    title: str
    address: str
    date: dt.datetime
    entries: tuple[tuple[Told, bool], ...]


def _render(inputs: "DayFeed", renderer: Renderer) -> bytes:
    posts = [_post(day, inputs, renderer) for day in inputs.days]
    return feed_of(inputs.channel, posts, inputs.form)


def _post(day: FeedDay, feed: "DayFeed", renderer: Renderer) -> Post:
    language = feed.channel.language
    lines = [_line(entry, language) for entry, _ in day.entries]
    return Post(
        id=day.id,
        title=day.title,
        address=day.address,
        date=day.date,
        changed=day.date,
        summary=say(language, "between").join(lines),
        content="\n".join(_set(entry, leap, feed, renderer) for entry, leap in day.entries),
        categories=tuple(entry.view.almanac.label for entry, _ in day.entries),
    )


def _line(entry: Told, language: str) -> str:
    year = year_in_words(entry.view.when.year, language)
    return say(language, "event", year=year, title=entry.view.title)


def _set(entry: Told, leap: bool, feed: "DayFeed", renderer: Renderer) -> str:
    """An entry as HTML: its year and title, picture, text and sources."""
    language, origin = feed.channel.language, feed.origin
    head = f'<h2><a href="{escape(entry.address)}">{escape(_line(entry, language))}</a></h2>\n'
    mark = f"<p>{say(language, 'leap')}</p>\n" if leap else ""
    names = sources_of(entry, say(language, "between"))
    end = f"\n<p>{say(language, 'sources', names=names)}</p>" if names else ""
    return head + mark + figure(entry.view.picture, origin) + text_of(entry, origin, renderer) + end


FOLDERS = ("/on-this-day/", "/on-this-day/{almanac}/")


@page_type(*(folder + name for folder in FOLDERS for name in FILES.values()), render=_render)
class DayFeed(Inputs, frozen=True):
    """The last thirty days in one format, each with all that it recalls.

    They have no archives: the days come again each year, and each has its page.
    """

    form: Format
    channel: Channel
    origin: str
    days: tuple[FeedDay, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Those of all almanacs, and of each."""
        for path, almanac in parts(subject):
            for form, name in FILES.items():
                yield Route(path + name, partial(cls._of, subject, form, almanac))

    @classmethod
    def _of(cls, edition: Edition, form: Format, almanac: Almanac | None) -> "DayFeed":
        feed = day_feed(edition, almanac.slug if almanac else "")
        channel = channel_of(edition, feed, form)
        if not feed.description:
            said = say(channel.language, "about", name=feed.label)
            channel = replace(channel, description=said)
        return cls(
            form=form,
            channel=channel,
            origin=edition.site.origin,
            days=tuple(_days(edition, feed.key)),
        )


def _days(edition: Edition, almanac: str) -> Iterator[FeedDay]:
    """The days that are out and have entries, newest first."""
    last = edition.issued.toordinal()
    # The calendar's first day has no moment in zones that are ahead of UTC.
    for number in range(last, max(last - DAYS, dt.date.min.toordinal()), -1):
        date = dt.date.fromordinal(number)
        kept = occasions(edition, date, almanac)
        if kept:
            entries = tuple((told(edition, entry), occasion.leap) for entry, occasion in kept)
            yield _day(edition, date, almanac, entries)


def _day(
    edition: Edition, date: dt.date, almanac: str, entries: tuple[tuple[Told, bool], ...]
) -> FeedDay:
    site, day = edition.site, (date.month, date.day)
    first = max((entry for entry, _ in entries), key=lambda entry: entry.importance)
    title = say(
        site.language,
        "more" if len(entries) > 1 else "day",
        day=day_in_words(day, site.language),
        title=first.view.title,
        count=len(entries),
    )
    place = f"on-this-day/{almanac}".rstrip("/")
    at = dt.datetime.combine(date, ISSUED, ZoneInfo(edition.zone))
    return FeedDay(
        id=f"tag:{urlsplit(site.origin).hostname},{date.isoformat()}:{place}",
        title=title,
        address=site.origin + day_link(edition, day, almanac).url,
        date=whole_minutes(at),
        entries=entries,
    )
