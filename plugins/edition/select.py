"""Which sources are published: by status and time, one to an id, one to a URL."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar
from zoneinfo import ZoneInfo

from .cards import State
from .findings import Finding, finding
from .slots import turns
from .sources import AlmanacSource, ArticleSource, GallerySource, SiteSource
from .specs import Moment
from .times import whole_minutes

ISSUED = dt.time(6)
"""When a day's entries of the almanacs go out in their feeds, in the site's zone."""

Dated = TypeVar("Dated", ArticleSource, GallerySource)


class Clock:
    """The moment of the build and the site's time zone."""

    def __init__(self, now: dt.datetime, zone: ZoneInfo, *, drafts: bool) -> None:
        # A moment without an offset is the site's own time.
        self.now = now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
        self.zone = zone
        self.drafts = drafts
        # By what the moments are, not what they say: many thousands are asked for again and again.
        self._known: dict[int, tuple[Moment, dt.datetime]] = {}

    @property
    def today(self) -> dt.date:
        """The day of the build in the site's zone."""
        return self.now.date()

    def issue(self, day: dt.date) -> dt.datetime:
        """When the almanacs' entries of a day go out."""
        return whole_minutes(dt.datetime.combine(day, ISSUED, self.zone))

    @property
    def issued(self) -> dt.date:
        """The last day whose entries are out: today's from six in the morning on."""
        if self.now.time() >= ISSUED or self.today == dt.date.min:
            return self.today
        return self.today - dt.timedelta(days=1)

    def at(self, moment: Moment) -> dt.datetime:
        """A moment as written, in the site's zone."""
        known = self._known.get(id(moment))
        if known is None:
            when, zone = moment.when, self.zone
            local = when.astimezone(zone) if when.tzinfo else when.replace(tzinfo=zone)
            # The moment is kept, too: as long as it is, no other has its id.
            known = self._known[id(moment)] = moment, whole_minutes(local)
        return known[1]

    def state(self, source: ArticleSource | GallerySource) -> State:
        """Whether a source is published, a draft, or waits for its time."""
        if source.status == "draft":
            return "draft"
        return "embargoed" if self.at(source.date) > self.now else "published"

    def next_change(self, sources: Iterable[object]) -> dt.datetime | None:
        """When time alone next makes another edition of these sources; a new day apart.

        That is when one that waits for its time is published, a slot of the front page
        begins or ends, or today's entries of the almanacs go out.
        """
        return min(self._changes(sources), default=None)

    def _changes(self, sources: Iterable[object]) -> Iterator[dt.datetime]:
        for source in sources:
            if isinstance(source, SiteSource):
                yield from (turn for turn in turns(source.front, self.zone) if turn > self.now)
            elif isinstance(source, AlmanacSource):
                if self.issued != self.today:
                    yield self.issue(self.today)
            elif not isinstance(source, ArticleSource | GallerySource):
                continue
            elif self.state(source) == "embargoed":
                yield self.at(source.date)

    def shows(self, state: State) -> bool:
        """Tell whether this build holds what is in ``state``."""
        return state == "published" or self.drafts


def one_each(
    sources: Sequence[Dated], keys: Mapping[str, Callable[[Dated], str]], clock: Clock
) -> tuple[list[Dated], list[Finding]]:
    """Leave out sources whose key (an id, a URL) an earlier one has; ``keys`` are by rule.

    Of those that are published the earliest by date keeps it, since readers and feeds
    know it already: an editor who begins an article, or a draft, with a copy of an old one
    must not lose the old one.
    """
    findings = []

    def rank(source: Dated) -> tuple[bool, dt.datetime, str]:
        return clock.state(source) != "published", clock.at(source.date), source.path

    left = sorted(sources, key=rank)
    for rule, key in keys.items():
        kept: dict[str, Dated] = {}
        for source in left:
            own = key(source)
            first = kept.setdefault(own, source)
            if first is not source:
                values = {rule.removesuffix("-duplicate"): own, "other": first.path}
                findings.append(finding("error", rule, source.path, **values))
        left = list(kept.values())
    return left, findings
