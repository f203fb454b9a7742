"""The nodes of the site itself: whole on the front page, named by their addresses elsewhere."""

from markupsafe import Markup

from plugins.edition.cards import Head, SiteFrame

from .script import script
from .vocabulary import (
    ContactPoint,
    EntryPoint,
    ImageObject,
    NewsMediaOrganization,
    Node,
    Ref,
    SearchAction,
    WebPage,
    WebSite,
)


def address(site: SiteFrame, fragment: str) -> str:
    """The address of a node of the whole site: ``organization`` or ``website``."""
    return f"{site.origin}{site.root}/#{fragment}"


def publisher(site: SiteFrame) -> NewsMediaOrganization:
    """The paper as an article names it: what a search engine asks for that sees no other page."""
    return NewsMediaOrganization(
        id=address(site, "organization"),
        name=site.name,
        url=f"{site.origin}{site.root}/",
        logo=ImageObject(content_url=site.origin + site.assets.icon),
    )


def front_data(head: Head, site: SiteFrame) -> Markup:
    """The front page: the paper, its site and how it is searched."""
    return script(_organization(site), _website(site), _front(head, site))


def _organization(site: SiteFrame) -> Node:
    whole, contact = publisher(site), site.contact
    whole.alternate_name = site.name_en
    whole.slogan = site.slogan
    whole.description = site.description
    whole.address = contact.address
    if contact.email or contact.phone:
        whole.contact_point = ContactPoint(
            contact_type="editorial",
            name=contact.organisation,
            email=contact.email,
            telephone=contact.phone,
        )
    return whole


def _website(site: SiteFrame) -> Node:
    return WebSite(
        id=address(site, "website"),
        url=f"{site.origin}{site.root}/",
        name=site.name,
        alternate_name=site.name_en,
        description=site.description,
        in_language=site.language,
        publisher=Ref(address(site, "organization")),
        potential_action=_search(site) if site.search else None,
    )


def _search(site: SiteFrame) -> SearchAction:
    target = f"{site.origin}{site.root}/search/?q={{search_term_string}}"
    return SearchAction(
        target=EntryPoint(url_template=target), query_input="required name=search_term_string"
    )


def _front(head: Head, site: SiteFrame) -> Node:
    url = site.origin + head.url
    return WebPage(
        id=url,
        url=url,
        name=site.name,
        description=head.description,
        in_language=site.language,
        is_part_of=Ref(address(site, "website")),
        about=[Ref(address(site, "organization"))],
    )
