"""What site.toml sets of pictures, feeds, rights and shared links, as plain values."""

from typing import Literal

import msgspec

from .specs import Gravity, PictureFormat, PictureSpec, Place

FeedKinds = tuple[
    Literal[
        "site", "section", "column", "topic", "galleries", "media", "corrections", "unit", "tag"
    ],
    ...,
]
"""Kinds of feeds, as site.toml names them."""


class RenditionSpec(msgspec.Struct, frozen=True, array_like=True):
    """``[pictures]`` of site.toml, as far as it says which files are made of a picture.

    JPEG is always made, in ``fallback_widths``: feeds and others' programs know nothing else.
    Where it is the only format it has all ``widths``.
    """

    formats: tuple[PictureFormat, ...] = ("webp", "jpeg")
    lead_formats: tuple[PictureFormat, ...] = ("avif", "webp", "jpeg")
    widths: tuple[int, ...] = (480, 960, 1600, 2400)
    fallback_widths: tuple[int, ...] = (480, 960)


class FeedSpec(msgspec.Struct, frozen=True, array_like=True):
    """``[feeds]`` of site.toml.

    ``full_text`` are the kinds whose items hold whole texts, and not summaries alone;
    ``archives`` those whose older items are kept, too (RFC 5005). What units and tags have is in
    other feeds as well, so that they have neither unless that is asked for. ``tags_from`` says how
    many articles a tag must have for a feed of its own; ``hub`` is the full address of a WebSub
    hub (w3.org/TR/websub), or empty; ``category`` the one of Apple's under which podcast programs
    list the films and sounds.
    """

    full_text: FeedKinds = ("site", "section", "column", "topic", "galleries", "media")
    archives: FeedKinds = (
        *("site", "section", "column", "topic", "galleries", "media", "corrections"),
    )
    tags_from: int = 20
    hub: str = ""
    category: str = "News"


class RightsSpec(msgspec.Struct, frozen=True, array_like=True):
    """``[pictures]`` of site.toml, as far as it says what must be said of a picture.

    ``license`` is the address of the licence of all pictures that have none of their own,
    ``acquire`` a site path, file or address where others ask for leave to use them.
    """

    missing_alt: Gravity = "warning"
    missing_credit: Gravity = "notice"
    require_consent: bool = False
    license: str = ""
    acquire: str = ""
    acquire_place: Place = Place()


class ShareSpec(msgspec.Struct, frozen=True, array_like=True):
    """``[share]`` of site.toml: what stands beside links to pages that have no picture.

    ``image`` is a picture for pages of which nothing else is known; ``cards`` whether cards are
    drawn, for the ``newest`` articles and what they stand in; ``font`` the file of a typeface.
    """

    cards: bool = True
    newest: int = 30
    font: str = ""
    font_place: Place = Place()
    image: PictureSpec | None = None
