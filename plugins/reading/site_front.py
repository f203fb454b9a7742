"""``[front]`` of ``site.toml``: what the chief editor sets for the front page."""

from plugins.edition.specs import FrontSpec, NoticeSpec, Reference, SlotSpec

from .fields import is_web
from .refs import resolve
from .site_tables import Table


def read_front(front: Table) -> FrontSpec:
    """Read what is set; each part of it may be left out."""
    lead = front.text("lead")
    return FrontSpec(
        lead=SlotSpec(_path(lead), place=front.place("lead")) if lead else None,
        leads=_slots(front, "leads"),
        seconds=_slots(front, "seconds"),
        pinned=_slots(front, "pinned"),
        notices=_notices(front),
        columns=front.names("columns"),
        topics=front.names("topics"),
        galleries=front.names("galleries"),
        blocks=front.names("blocks"),
    )


def _slots(front: Table, key: str) -> tuple[SlotSpec, ...]:
    found = []
    for entry in front.tables(key):
        article = _path(_filled(entry, "article"))
        start, end = entry.moment("from"), entry.moment("until")
        found.append(SlotSpec(article, start, end, entry.place("article")))
    return tuple(found)


def _notices(front: Table) -> tuple[NoticeSpec, ...]:
    found = []
    for entry in front.tables("notices"):
        text, to = _filled(entry, "text"), entry.text("to")
        start, end = entry.moment("from"), entry.moment("until")
        reference = None
        if to:
            target = resolve(to, "")
            if target.path or is_web(to):
                reference = Reference(to, target.path, target.fragment, entry.place("to"))
            else:
                entry.bad("to", "to", "warning")
        found.append(NoticeSpec(text, reference, start, end, entry.place("text")))
    return tuple(found)


def _filled(entry: Table, key: str) -> str:
    value = entry.text(key)
    if not value and isinstance(entry.get(key), str | None):
        entry.bad(key, "empty")
    return value


def _path(text: str) -> str:
    """Name a file from the top of ``content/``, without the leading slash."""
    return text.lstrip("/")
