"""Slugs of names, remembered: pypinyin's dictionaries take half a second to load."""

from importlib.metadata import version

from plugins.edition.slugs import VERSION, slug
from plugins.press.store import Store

SPACE = "slug"


class Slugs:
    """Gives the slug of a name, and works out only those never asked for before."""

    def __init__(self, store: Store) -> None:
        self._store = store
        # Another pypinyin may read a name otherwise: its version is part of the key.
        self._prefix = f"{VERSION}:{version('pypinyin')}:"
        self._known = {key: value.decode() for key, value in store.items(SPACE)}
        self._new: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """The slug of a name."""
        key = self._prefix + name
        if key not in self._known:
            self._known[key] = self._new[key] = slug(name)
        return self._known[key]

    def save(self) -> None:
        """Keep what was worked out."""
        self._store.put(SPACE, [(key, value.encode()) for key, value in self._new.items()])
        self._new.clear()
