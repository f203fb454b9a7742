"""``[[sections]]`` of site.toml: the sections (频道) of the site."""

from collections.abc import Iterable

from plugins.edition.specs import SectionSpec

from .places import SLUG
from .site_tables import Table


def read_sections(tables: Iterable[Table]) -> tuple[SectionSpec, ...]:
    """Read the sections; one that cannot stand is passed over, for a site is more than it."""
    found: dict[str, SectionSpec] = {}
    names: set[str] = set()
    for table in tables:
        slug, name = table.text("slug"), table.text("name")
        if not SLUG.fullmatch(slug):
            table.bad("slug", "slug", "warning")
        elif not name:
            table.bad("name", "empty", "warning")
        elif slug in found or name in names:
            table.twice("slug" if slug in found else "name")
        else:
            found[slug] = SectionSpec(slug, name, table.text("description"), table.text("category"))
            names.add(name)
    return tuple(found.values())
