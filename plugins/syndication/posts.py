"""What a feed says, whatever its format: of itself, and in each of its items."""

import datetime as dt
from collections.abc import Iterable
from hashlib import sha1
from uuid import UUID

from plugins.edition.values import Value

from .media_data import Group
from .podcast_data import Episode, Programme

NEVER = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date of a feed without items: any fixed one keeps builds equal."""

GENERATOR = "Lanmu"

_IDS = UUID("6c6aa5a4-2c8c-5e5c-9f0e-6d5b7b1f4c11").bytes
"""The name space of ids that are no IRIs by themselves; it never changes."""

_IRIS = ("http://", "https://", "tag:", "urn:")


class Channel(Value, frozen=True):
    """What a feed says of itself; addresses are full ones, ``language`` is a BCP 47 tag.

    ``own_address`` is that of this file, ``id`` that of the feed in Atom: the same for its
    archives, whatever its address. ``hub`` is that of a WebSub hub. ``older`` leads to the
    items before these (RFC 5005); an archive has in ``current`` the address of the feed with
    the newest. ``author`` speaks where an item names nobody. ``style`` is the path of the styles
    that a browser shows it by, empty for none.
    """

    title: str
    description: str
    address: str
    own_address: str
    language: str
    id: str = ""
    author: str = ""
    hub: str = ""
    older: str = ""
    current: str = ""
    style: str = ""
    programme: Programme | None = None


class Attachment(Value, frozen=True):
    """A file that goes with an item: its full address, media type, length in bytes.

    ``seconds`` are those of a film or sound, 0 where they are not known.
    """

    address: str
    type: str
    length: int
    title: str = ""
    seconds: int = 0


class Post(Value, frozen=True):
    """One item. ``id`` never changes, whatever else does.

    ``content`` is HTML, or empty where only the ``summary``, plain text, is sent. ``unit`` is
    the body that an author wrote for. The first of ``attachments`` is the one that formats
    with room for one get; ``media`` are pictures for programs that show them by themselves.
    """

    id: str
    title: str
    address: str
    date: dt.datetime
    changed: dt.datetime
    summary: str
    content: str = ""
    categories: tuple[str, ...] = ()
    author: str = ""
    unit: str = ""
    image: str = ""
    attachments: tuple[Attachment, ...] = ()
    media: tuple[Group, ...] = ()
    episode: Episode | None = None

    @property
    def speaker(self) -> str:
        """Who speaks: the author, or else the unit."""
        return self.author or self.unit

    @property
    def contributor(self) -> str:
        """The unit, where an author speaks: formats name it beside, for many readers show one."""
        return self.unit if self.author and self.unit != self.author else ""


def newest_change(posts: Iterable[Post]) -> dt.datetime:
    """When a feed last changed: the time of a build would make no two builds equal."""
    return max((post.changed for post in posts), default=NEVER)


def iri(name: str) -> str:
    """An id as Atom wants it (RFC 4287, 4.2.6): an IRI; the same for the same name for ever."""
    if name.startswith(_IRIS):
        return name
    # What ``uuid.uuid5`` gives (RFC 9562, 5.5), in a fifth of its time.
    made = sha1(_IDS + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(made[16], 16) % 4]
    return f"urn:uuid:{made[:8]}-{made[8:12]}-5{made[13:16]}-{variant}{made[17:20]}-{made[20:32]}"
