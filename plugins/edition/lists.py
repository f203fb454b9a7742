"""Lists over several pages, and the heads that every page needs."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from .cards import FeedLink, Head, Pager
from .feeds import site_feed
from .model import Edition
from .official import site_meta
from .picture_cards import Picture

T = TypeVar("T")


def paged(
    edition: Edition, path: str, items: Sequence[T]
) -> Iterator[tuple[str, Sequence[T], Pager]]:
    """Cut a list into pages: each page's path, its items, and where it stands.

    The first page is ``path`` itself, the second ``path`` + ``page/2/``. An empty list
    has one page.
    """
    size = edition.articles_per_page
    count = max(1, -(-len(items) // size))
    first = edition.href(path)
    for at in range(count):
        pager = Pager(at + 1, count, first)
        url = pager.url(at + 1).removeprefix(edition.site.root)
        yield url, items[at * size : (at + 1) * size], pager


def head(  # noqa: PLR0913 - each names one thing of the head
    edition: Edition,
    title: str,
    path: str,
    *,
    description: str = "",
    image: Picture | None = None,
    feeds: tuple[FeedLink, ...] = (),
    meta: tuple[tuple[str, str], ...] = (),
) -> Head:
    """The head of a page that is no article; the site's feed belongs to every page."""
    return Head(
        title=title,
        url=edition.href(path),
        description=description or edition.site.description,
        image=image or edition.card(edition.href(path)),
        feeds=(site_feed(edition).link, *feeds),
        meta=(*site_meta(edition), *meta),
    )
