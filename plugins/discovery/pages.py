"""Page types for machines, and for readers who took a wrong turn."""

from collections.abc import Iterator

from plugins.edition.cards import ArticleCard, ColumnRef, Head, SiteFrame
from plugins.edition.model import Edition
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer

from . import sitemaps


def _robots(inputs: "Robots", _renderer: Renderer) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {inputs.sitemap}\n".encode()


@page_type("/robots.txt", render=_robots)
class Robots(Inputs, frozen=True):
    """What search engines may read (RFC 9309): everything; and where the sitemaps are."""

    sitemap: str

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one file."""
        address = subject.site.origin + subject.href(sitemaps.INDEX)
        yield Route("/robots.txt", cls(sitemap=address))


@page_type("/404.html", template="404.html")
class NotFoundPage(Inputs, frozen=True):
    """What a reader gets who asks for a page that is not there."""

    site: SiteFrame
    head: Head
    latest: tuple[ArticleCard, ...]
    columns: tuple[ColumnRef, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page; search engines are told not to keep it."""
        inputs = cls(
            site=subject.site,
            head=Head(title="", url=subject.href("/404.html"), index=False),
            latest=tuple(article.card for article in subject.articles[:6]),
            columns=tuple(column.ref for column in subject.columns.values()),
        )
        yield Route("/404.html", inputs)


PAGE_TYPES = (*sitemaps.PAGE_TYPES, Robots, NotFoundPage)
