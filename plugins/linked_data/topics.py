"""What topics tell machines of themselves: what they gather, play, and tell the course of."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from plugins.edition.cards import Body, Head, SiteFrame
from plugins.edition.topic_cards import TopicBlock, TopicItem

from .history import dated
from .pages import Trail, breadcrumb, full, item_list, page
from .recordings import recordings
from .script import script
from .vocabulary import CollectionPage, Event, Ref


def topic_data(  # noqa: PLR0913 - each names one thing of the page
    head: Head,
    site: SiteFrame,
    name: str,
    about: str,
    home: str,
    trail: Trail,
    *,
    blocks: Sequence[TopicBlock],
    items: Iterable[TopicItem],
    body: Body | None,
) -> Markup:
    """A page of a topic: its list, the events of its timelines, its films and sounds."""
    made = page(CollectionPage, head, site, name, about)
    made.main_entity = item_list(site, _listed(items))
    events = tuple(_events(made.id, blocks, site))
    made.about = tuple(Ref(event.id) for event in events)
    media = (*(m for block in blocks for m in block.media), *(body.media if body else ()))
    played = recordings(media, head, site)
    made.video, made.audio = played.video, played.audio
    place = breadcrumb(head, site, home, trail, made.name)
    return script(made, place, *events, *played.nodes)


def _listed(items: Iterable[TopicItem]) -> Iterable[tuple[str, str]]:
    for item in items:
        card = item.article or item.gallery or item.entry or item.outside
        if card is not None:
            yield card.title, card.url


def _events(url: str, blocks: Iterable[TopicBlock], site: SiteFrame) -> Iterable[Event]:
    told = (event for block in blocks for event in block.events)
    for number, event in enumerate(told, 1):
        day = dated(event.when) if event.when is not None else ""
        if day:
            yield Event(
                id=f"{url}#event-{number}",
                name=event.text,
                start_date=day,
                url=full(site, event.url) if event.url else "",
            )
