"""The feeds by what they are of, as the page and the OPML file show them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from plugins.edition.feeds import Feed, FeedKind
from plugins.edition.values import Value

GroupKey = Literal["sections", "columns", "topics", "more", "days", "units", "tags"]

_GROUPS: Mapping[GroupKey, tuple[FeedKind, ...]] = {
    "columns": ("column",),
    "sections": ("section",),
    "topics": ("topic",),
    "more": ("galleries", "media", "corrections"),
    "days": ("days", "almanac"),
    "units": ("unit",),
    "tags": ("tag",),
}
"""The groups in the order in which they stand, and what is in each."""

_NAMES: Mapping[str, Mapping[GroupKey, str]] = {
    "zh-Hans": {
        "columns": "栏目",
        "sections": "频道",
        "topics": "专题",
        "more": "影像、视频和更正",
        "days": "史上的今天",
        "units": "供稿单位",
        "tags": "标签",
    },
    "en": {
        "columns": "Columns",
        "sections": "Sections",
        "topics": "Topics",
        "more": "Pictures, film and corrections",
        "days": "On this day",
        "units": "Contributors",
        "tags": "Tags",
    },
}


class FeedGroup(Value, frozen=True):
    """Feeds of one sort; ``key`` is the same in every language."""

    key: GroupKey
    name: str
    feeds: tuple[Feed, ...]


def grouped(feeds: Sequence[Feed], language: str) -> Iterator[FeedGroup]:
    """All feeds but the paper's own, by group; groups without feeds are left out."""
    for key, kinds in _GROUPS.items():
        of_it = tuple(feed for feed in feeds if feed.kind in kinds)
        if of_it:
            yield FeedGroup(key, _NAMES[language][key], of_it)
