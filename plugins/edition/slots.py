"""When a slot of the front page is in force: its times as instants."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .specs import FrontSpec, Moment, NoticeSpec, SlotSpec

ALWAYS = dt.datetime.min.replace(tzinfo=dt.UTC)
NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)

_DAY = dt.timedelta(days=1)


class Span(NamedTuple):
    """From ``start`` until just before ``end``, both in UTC.

    In UTC, because Python compares two times of one zone by the clock on the wall, which
    shows one hour twice when summer time ends.
    """

    start: dt.datetime = ALWAYS
    end: dt.datetime = NEVER

    @property
    def is_empty(self) -> bool:
        """Whether it ends before it begins."""
        return self.end <= self.start

    def holds(self, moment: dt.datetime) -> bool:
        """Tell whether a moment lies in it."""
        return self.start <= moment < self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether there is a moment that lies in both."""
        return max(self.start, other.start) < min(self.end, other.end)


def span_of(spec: SlotSpec | NoticeSpec, zone: ZoneInfo) -> Span:
    """The time of a slot. A day begins and ends at midnight of ``zone``."""
    start = _instant(spec.start.when, zone) if spec.start else ALWAYS
    end = NEVER
    if spec.end:
        # The day that follows, not 24 hours: a day of the zone may have 23 or 25.
        end = _instant(spec.end.when + (dt.timedelta() if spec.end.timed else _DAY), zone)
    return Span(start, end)


def turns(front: FrontSpec, zone: ZoneInfo) -> Iterator[dt.datetime]:
    """All moments, in no order, at which a slot of the front page begins or ends."""
    slots: Iterable[SlotSpec | NoticeSpec] = chain(
        front.leads, front.seconds, front.pinned, front.notices
    )
    for slot in slots:
        span = span_of(slot, zone)
        if not span.is_empty:
            yield from (moment for moment in span if moment not in (ALWAYS, NEVER))


def free(spans: Iterable[Span]) -> list[Span]:
    """The time that none of these spans takes, in its order."""
    left, at = [], ALWAYS
    for span in sorted(spans):
        if span.start > at:
            left.append(Span(at, span.start))
        at = max(at, span.end)
    return [*left, Span(at)] if at < NEVER else left


def written(moment: Moment) -> str:
    """A moment as it may be written in site.toml."""
    return moment.when.isoformat(" ", "minutes") if moment.timed else moment.when.date().isoformat()


def _instant(when: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(dt.UTC)
