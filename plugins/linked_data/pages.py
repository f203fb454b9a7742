"""The nodes that pages have in common: the page, its breadcrumb, what it lists."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from markupsafe import Markup

from plugins.edition.cards import Head, Link, SiteFrame

from .script import script
from .site import address
from .vocabulary import (
    BreadcrumbList,
    CollectionPage,
    ImageGallery,
    ItemList,
    ListItem,
    Organization,
    Ref,
    WebPage,
)

Trail = Sequence[tuple[str, str] | Link]
"""The pages above one, from that below the front page down: names and paths."""

Kind = TypeVar("Kind", WebPage, CollectionPage, ImageGallery)


class Listed(Protocol):
    """What a list shows, as far as it is told of here."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def url(self) -> str:
        """Its path, or the full address of a page elsewhere."""


def page_data(
    head: Head, site: SiteFrame, name: str, about: str, home: str, trail: Trail
) -> Markup:
    """A page that is no list: its name, what it is about (both markup), and where it stands.

    ``home`` is what the front page is called.
    """
    made = page(WebPage, head, site, name, about)
    return script(made, breadcrumb(head, site, home, trail, made.name))


def list_data(  # noqa: PLR0913 - each names one thing of the page
    head: Head,
    site: SiteFrame,
    name: str,
    about: str,
    home: str,
    trail: Trail,
    *,
    listed: Iterable[Listed] = (),
    whose: Organization | None = None,
) -> Markup:
    """A page that is a list: what is ``listed``, and of whom."""
    made = page(CollectionPage, head, site, name, about)
    made.main_entity = item_list(site, ((each.title, each.url) for each in listed))
    if whose is not None:
        made.about = (whose,)
    return script(made, breadcrumb(head, site, home, trail, made.name))


def unit(name: str, short: str, website: str) -> Organization:
    """A unit that sends articles in."""
    return Organization(name=name, alternate_name=short if short != name else "", url=website)


def page(kind: type[Kind], head: Head, site: SiteFrame, name: str, about: str) -> Kind:
    """A page of a kind, with its name and description."""
    url = site.origin + head.url
    return kind(
        id=url,
        url=url,
        name=plain(name),
        description=plain(about),
        in_language=site.language,
        is_part_of=Ref(address(site, "website")),
        breadcrumb=Ref(f"{url}#breadcrumb"),
    )


def breadcrumb(head: Head, site: SiteFrame, home: str, trail: Trail, name: str) -> BreadcrumbList:
    """The way down to a page; the last item is the page itself, and leads nowhere."""
    origin = site.origin
    steps = [ListItem(position=1, name=plain(home), item=Ref(f"{origin}{site.root}/"))]
    for number, each in enumerate(trail, 2):
        label, path = (each.label, each.url) if isinstance(each, Link) else each
        steps.append(ListItem(position=number, name=plain(label), item=Ref(origin + path)))
    steps.append(ListItem(position=len(steps) + 1, name=name))
    return BreadcrumbList(id=f"{origin}{head.url}#breadcrumb", item_list_element=steps)


def item_list(site: SiteFrame, listed: Iterable[tuple[str, str]]) -> ItemList | None:
    """What a page lists, by names and paths, in its order; None where that is nothing."""
    items = [
        ListItem(position=number, name=name, url=full(site, url))
        for number, (name, url) in enumerate(listed, 1)
    ]
    return ItemList(item_list_element=items) if items else None


def full(site: SiteFrame, url: str) -> str:
    """A path of the site as a full address; one elsewhere is that already."""
    return site.origin + url if url.startswith("/") else url


def plain(text: str) -> str:
    """What a template shows as the text that it is: words of the catalogue come as markup."""
    return text.unescape() if isinstance(text, Markup) else text
