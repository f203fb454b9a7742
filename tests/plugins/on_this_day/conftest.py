"""Rendering the files of On This Day that machines read."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.edition.sources import Source
from plugins.press.page import Inputs
from plugins.press.store import Store, Texts
from plugins.press.templates import Renderer, RenderSetup
from tests.plugins.edition.making import edition_of
from tests.plugins.press.paper import key_of


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Callable[..., dict[str, bytes]]]:
    """Renders all files of a page type, for an edition of these sources: bytes by path."""
    store = Store(tmp_path / "store.sqlite")
    renderer = Renderer(RenderSetup((), str(store.path)))

    def make(
        kind: type[Inputs], *sources: Source, texts: Iterable[str] = (), **more: Any
    ) -> dict[str, bytes]:
        store.put(Texts.SPACE, [(key_of(text), text.encode()) for text in texts])
        found = {}
        for route in kind.routes(edition_of(*sources, **more)):
            assert kind.page.owns(route.url)
            found[route.url] = renderer.render(route.inputs)
        return found

    yield make
    store.close()
