"""Page types of the search: the page, and the table of characters that its script may ask for."""

from collections.abc import Iterator

from plugins.edition.cards import Head, SiteFrame
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer

from .fold import known, simplified

VARIANTS = "/search/variants.txt"


@page_type("/search/", template="search.html")
class SearchPage(Inputs, frozen=True):
    """The page for searching the whole paper.

    ``sections``, ``columns`` and ``units`` are the names that the index has them under.
    ``known`` are characters that ask for the table of traditional ones although simplified
    texts hold them too. The index is no input: the page's script fetches it.
    """

    site: SiteFrame
    head: Head
    sections: tuple[str, ...]
    columns: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[int, ...]
    known: str

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page, where the paper can be searched."""
        if not subject.site.search:
            return
        years = {year for year, _ in subject.in_month}
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/search/"),
            sections=tuple(section.name for section in subject.sections),
            columns=tuple(
                column.ref.name
                for slug, column in subject.columns.items()
                if subject.in_column[slug]
            ),
            units=tuple(
                unit.name for slug, unit in subject.units.items() if subject.of_unit.get(slug)
            ),
            years=tuple(sorted(years, reverse=True)),
            known=known(),
        )
        yield Route("/search/", inputs)


def _variants(inputs: "Variants", _renderer: Renderer) -> bytes:
    return inputs.pairs.encode()


@page_type(VARIANTS, render=_variants)
class Variants(Inputs, frozen=True):
    """Traditional characters, each followed by its simplified form, without anything between."""

    pairs: str

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one file, where the paper can be searched."""
        if subject.site.search:
            yield Route(VARIANTS, cls(pairs="".join(a + b for a, b in simplified().items())))


PAGE_TYPES = (SearchPage, Variants)
