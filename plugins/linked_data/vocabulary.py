"""The terms of schema.org that pages use, as typed values that are written as they stand.

A field is a property of schema.org by its own name; what is empty is not written, for an empty
value would be a claim (an empty list is ``()``). ``id`` is the node's own address (``@id``), by
which others name it: ``Ref``. Whether the terms are right is judged against the vocabulary
(tests/judges).

Sources: schema.org/docs/full.html, json-ld.org; which properties search engines ask for:
developers.google.com/search/docs/appearance/structured-data.
"""

import datetime as dt
from collections.abc import Sequence

import msgspec


def _property(field: str) -> str:
    head, *tail = field.split("_")
    return head + "".join(word.capitalize() for word in tail)


class Node(
    msgspec.Struct, kw_only=True, omit_defaults=True, rename=_property, tag_field="@type", gc=False
):
    """Base of all nodes, which are no circles; their class is their ``@type``."""

    id: str = msgspec.field(default="", name="@id")


class Ref(msgspec.Struct, gc=False):
    """A node by its address alone."""

    id: str = msgspec.field(name="@id")


def pixels(number: int) -> str:
    """A width or height as schema.org/Distance has it: ``1600 px``; nothing where it is 0."""
    return f"{number} px" if number else ""


class Place(Node, tag=True):
    """Where something is."""

    name: str


class Person(Node, tag=True):
    """Who wrote, took or edited something, or whom it is about."""

    name: str


class Organization(Node, tag=True):
    """A desk, an agency, a unit that sends articles in."""

    name: str
    alternate_name: str = ""
    url: str = ""


class ContactPoint(Node, tag=True):
    """How to reach the editors."""

    contact_type: str
    name: str = ""
    email: str = ""
    telephone: str = ""


class ImageObject(Node, tag=True):
    """A picture, what is said of it, and whose it is."""

    content_url: str
    url: str = ""
    width: str = ""
    height: str = ""
    caption: str = ""
    credit_text: str = ""
    creator: Sequence[Person | Organization] = ()
    copyright_notice: str = ""
    license: str = ""
    acquire_license_page: str = ""
    content_location: Place | None = None
    date_created: str = ""
    representative_of_page: bool = False
    main_entity_of_page: Ref | None = None
    is_part_of: "ImageGallery | None" = None


class NewsMediaOrganization(Node, tag=True):
    """The paper itself, whole on the front page, its name and sign elsewhere."""

    name: str
    url: str
    logo: ImageObject
    alternate_name: str = ""
    slogan: str = ""
    description: str = ""
    address: str = ""
    contact_point: ContactPoint | None = None


class EntryPoint(Node, tag=True):
    """Where an action is asked for: a URI template (RFC 6570)."""

    url_template: str


class SearchAction(Node, tag=True):
    """How the site is searched, where it can be.

    ``query_input`` names the variable of the template (schema.org/docs/actions.html).
    """

    target: EntryPoint
    query_input: str = msgspec.field(name="query-input")


class WebSite(Node, tag=True):
    """The site."""

    url: str
    name: str
    publisher: Ref
    alternate_name: str = ""
    description: str = ""
    in_language: str = ""
    potential_action: SearchAction | None = None


class ListItem(Node, tag=True):
    """One of a list."""

    position: int
    name: str = ""
    item: Ref | None = None
    url: str = ""


class ItemList(Node, tag=True):
    """What a list shows, in its order."""

    item_list_element: Sequence[ListItem]


class BreadcrumbList(Node, tag=True):
    """The way from the front page down to a page."""

    item_list_element: Sequence[ListItem]


class _Page(Node):
    """What all kinds of web page have."""

    url: str = ""
    name: str = ""
    alternate_name: str = ""
    description: str = ""
    in_language: str = ""
    date_published: dt.datetime | None = None
    is_part_of: "Ref | ImageGallery | None" = None
    breadcrumb: Ref | None = None
    about: "Sequence[Ref | Organization]" = ()
    main_entity: Ref | ItemList | None = None
    publisher: NewsMediaOrganization | None = None
    image: Sequence[ImageObject] = ()
    video: Sequence[Ref] = ()
    audio: Sequence[Ref] = ()
    primary_image_of_page: Ref | None = None


class WebPage(_Page, tag=True):
    """A page that is of no other kind."""


class CollectionPage(_Page, tag=True):
    """A page that is a list: of a column, a tag, a day ..."""


class ImageGallery(_Page, tag=True):
    """A page of a photo story."""


class CorrectionComment(Node, tag=True):
    """What was put right in an article, and when."""

    text: str
    date_published: dt.datetime


class NewsArticle(Node, tag=True):
    """An article."""

    headline: str
    url: str
    main_entity_of_page: Ref | None = None
    description: str = ""
    in_language: str = ""
    date_published: dt.datetime | None = None
    date_modified: dt.datetime | None = None
    article_section: str = ""
    keywords: Sequence[str] = ()
    author: Sequence[Person | Organization] = ()
    editor: Sequence[Person] = ()
    publisher: NewsMediaOrganization | None = None
    is_part_of: CollectionPage | None = None
    correction: Sequence[CorrectionComment] = ()
    image: Sequence[ImageObject] = ()
    video: Sequence[Ref] = ()
    audio: Sequence[Ref] = ()


class _Recording(Node):
    """What films and sounds have."""

    name: str
    description: str
    content_url: str
    encoding_format: str
    content_size: str
    url: str
    thumbnail_url: str = ""
    upload_date: dt.datetime | None = None
    duration: str = ""
    width: str = ""
    height: str = ""
    credit_text: str = ""
    transcript: str = ""
    accessibility_feature: Sequence[str] = ()


class VideoObject(_Recording, tag=True):
    """A film."""


class AudioObject(_Recording, tag=True):
    """A piece of sound."""


class Event(Node, tag=True):
    """Something that happened, on a day that is known exactly, or within a month or year."""

    name: str
    start_date: str
    url: str = ""
    location: Sequence[Place] = ()
    about: Sequence[Person] = ()
    image: ImageObject | None = None
    subject_of: Sequence[NewsArticle] = ()


class Graph(msgspec.Struct, kw_only=True):
    """All nodes of a page."""

    context: str = msgspec.field(default="https://schema.org", name="@context")
    nodes: Sequence[Node] = msgspec.field(name="@graph")
