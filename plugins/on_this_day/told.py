"""An entry as it is handed on to programs: feeds, calendars, data."""

from html import escape

from plugins.edition.bodies import Show, absolute_picture, expand
from plugins.edition.cards import EntryView
from plugins.edition.model import Almanac, Edition, Entry
from plugins.edition.values import Value
from plugins.press.templates import Renderer


class Told(Value, frozen=True):
    """An entry. ``id`` never changes; ``address`` is the full one of its place on its page."""

    id: str
    almanac: str
    address: str
    importance: int
    view: EntryView


def told(edition: Edition, entry: Entry) -> Told:
    """An entry of an edition."""
    address = edition.site.origin + entry.card.url
    return Told(entry.id, entry.almanac, address, entry.importance, entry.view)


def text_of(entry: Told, origin: str, renderer: Renderer) -> str:
    """The HTML of an entry's text, every address a full one."""
    return expand(
        entry.view.body,
        renderer.texts(entry.view.body.key),
        Show(lambda picture: absolute_picture(picture, origin)),
        lambda url: origin + url if url.startswith("/") else url,
        fragments=entry.address.partition("#")[0],
    )


def sources_of(entry: Told, between: str) -> str:
    """The names of an entry's sources as HTML, each a link where it has an address."""
    names = [
        f'<a href="{escape(source.url)}">{escape(source.name)}</a>'
        if source.url
        else escape(source.name)
        for source in entry.view.sources
    ]
    return between.join(names)


def parts(edition: Edition) -> list[tuple[str, Almanac | None]]:
    """All almanacs together, then each alone: the folder's path, and the almanac.

    Nothing for a site that has none.
    """
    each = [(f"/on-this-day/{slug}/", almanac) for slug, almanac in edition.almanacs.items()]
    return [("/on-this-day/", None), *each] if each else []
