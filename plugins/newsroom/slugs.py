"""Slugs of names, remembered: pypinyin's dictionaries take half a second to load."""

import re
from importlib.metadata import version

from plugins.edition.slugs import VERSION, slug
from plugins.press.store import Store

SPACE = "slug"


_SLUG = re.compile(rb"[a-z0-9-]+")


class Slugs:
    """Gives the slug of a name, and works out only those never asked for before."""

    def __init__(self, store: Store) -> None:
        self._store = store
        # Another pypinyin may read a name otherwise: its version is part of the key.
        self._prefix = f"{VERSION}:{version('pypinyin')}:"
        self._known = dict(store.items(SPACE))
        self._asked: dict[str, bytes] = {}

    def __call__(self, name: str) -> str:
        """The slug of a name."""
        key = self._prefix + name
        made = self._known.get(key, b"")
        if not _SLUG.fullmatch(made):
            made = slug(name).encode()
        self._asked[key] = made
        return made.decode()

    def save(self) -> None:
        """Keep what was asked for, forget the rest."""
        self._store.put(SPACE, self._asked.items() - self._known.items())
        self._store.drop(SPACE, self._known.keys() - self._asked.keys())
