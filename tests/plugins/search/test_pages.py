"""The page for searching, made of an edition in memory."""

from typing import Any

from msgspec.structs import replace

from plugins.edition.specs import Name, Reference, SectionSpec, Text
from plugins.search.fold import fold
from plugins.search.pages import PAGE_TYPES
from tests.plugins.edition.making import SITE, article, assembled, column, frame, unit

RESCUE = replace(SITE, sections=(SectionSpec("rescue", "救护"),))
SOURCES = (
    column(section=Name("rescue")),
    column("empty"),
    unit("aid", "市红十字会", "市会"),
    unit("quiet", "县红十字会", "县会"),
    article(unit=Name("市会")),
    article("columns/news/2024/old.md", "2024-05-06"),
    article("columns/news/2019/draft.md", "2019-05-06", status="draft"),
)


def found(*, search: bool) -> dict[str, Any]:
    """The inputs of all that the room makes, by path."""
    made = assembled(SOURCES, site=RESCUE, over=frame(search=search))
    routes = [route for kind in PAGE_TYPES for route in kind.routes(made.edition)]
    return {route.url: route.inputs for route in routes}


def test_a_reader_is_offered_what_there_is() -> None:
    """Sections, columns and units with articles, under the names that the index has; years."""
    page = found(search=True)["/search/"]
    assert page.sections == ("救护",)
    assert page.columns == ("栏目 news",)
    assert page.units == ("市红十字会",)
    assert page.years == (2026, 2024)


def test_the_table_gives_a_simplified_character_for_each() -> None:
    """Two characters at a time: the traditional one and what it is folded to."""
    pairs = found(search=True)["/search/variants.txt"].pairs
    assert len(pairs) > 5000
    for at in range(0, len(pairs), 2):
        assert fold(pairs[at]) == pairs[at + 1]


def test_nothing_is_there_where_it_is_turned_off() -> None:
    """Neither page nor table."""
    assert found(search=False) == {}


def test_a_link_to_the_search_leads_there_where_there_is_one() -> None:
    """Elsewhere it is told of as one that leads nowhere."""
    text = Text("words", links=(Reference("/search/", "/search/"),))
    for search in (True, False):
        made = assembled([column(), article(text=text)], over=frame(search=search))
        (link,) = made.edition.articles[0].body.links
        assert link == ("/search/" if search else "")
        rules = {each.rule for each in made.findings}
        assert ("link-missing" in rules) is not search
