"""Which kind of source a file is: its place under ``content/`` decides."""

import re
import unicodedata
from typing import NamedTuple

from plugins.edition import sources as s

SLUG = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NAME = r"[^/]+"
_SHAPES: tuple[tuple[re.Pattern[str], type[s.Source]], ...] = tuple(
    (re.compile(shape), kind)
    for shape, kind in (
        (r"site\.toml", s.SiteSource),
        (r"permalinks\.tsv", s.LedgerSource),
        # The name of a picture, and .toml: photo.jpg.toml.
        (r"(?:.*/)?[^/]*[^/.]\.[A-Za-z0-9]{2,5}\.toml", s.SidecarSource),
        (rf"columns/(?P<slug>{_NAME})/_column\.md", s.ColumnSource),
        (rf"columns/(?P<column>{_NAME})/_closing\.md", s.ClosingSource),
        (
            rf"columns/(?P<column>{_NAME})/(?P<year>[0-9]{{4}})/(?P<slug>[^/]+)(?:/index)?\.md",
            s.ArticleSource,
        ),
        (rf"units/(?P<slug>{_NAME})\.md", s.UnitSource),
        (rf"tags/(?P<slug>{_NAME})\.md", s.TagSource),
        (rf"pages/(?P<slug>{_NAME})\.md", s.PageSource),
        (rf"topics/(?P<slug>{_NAME})\.md", s.TopicSource),
        (rf"on-this-day/(?P<slug>{_NAME})/_almanac\.md", s.AlmanacSource),
        (
            rf"on-this-day/(?P<almanac>{_NAME})/(?P<day>[0-9]{{2}}-[0-9]{{2}})-(?P<slug>{_NAME})\.md",
            s.EntrySource,
        ),
        (rf"galleries/(?P<slug>{_NAME})/index\.md", s.GallerySource),
    )
)


class Spot(NamedTuple):
    """What a path says: the kind of source, and the names that stand in the path."""

    kind: type[s.Source]
    names: dict[str, str]

    @property
    def slugs(self) -> tuple[str, ...]:
        """The names that become part of an address."""
        return tuple(n for k, n in self.names.items() if k in ("column", "almanac", "slug"))


def spot_of(path: str) -> Spot | None:
    """Read a path relative to ``content/``; ``None`` where no source has its place."""
    for shape, kind in _SHAPES:
        match = shape.fullmatch(path)
        if match is None:
            continue
        names = match.groupdict()
        slug = names.get("slug", "")
        if slug.startswith("_") or (slug == "index" and kind is not s.GallerySource):
            return None
        return Spot(kind, names)
    return None


def kind_of(path: str) -> type[s.Source] | None:
    """Tell the kind of source at ``path`` (relative to ``content/``, forward slashes)."""
    spot = spot_of(path)
    return None if spot is None else spot.kind


def suggest_slug(name: str) -> str:
    """Make an ASCII slug of a name; empty where too little of it is ASCII."""
    folded = unicodedata.normalize("NFKD", name).lower()
    # A name that is mostly Han would lose its meaning: "2021年" is not well told by "2021".
    if any(unicodedata.category(c) == "Lo" for c in folded):
        return ""
    ascii_only = folded.encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", ascii_only).strip("-")
