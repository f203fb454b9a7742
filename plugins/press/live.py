"""Pages rendered one by one, when they are asked for: a site that need not be built first."""

import traceback
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from . import assets
from .page import Inputs, Route
from .store import TextLost
from .templates import RenderSetup, renderer

KEPT = 64
"""Rendered pages of the present state that are kept."""


class PageFault(Exception):
    """A page could not be rendered: in which file and line, and what was the matter."""

    def __init__(self, url: str, file: str, line: int, detail: str) -> None:
        super().__init__(f"{url}: {detail} ({file}:{line})")
        self.url, self.file, self.line, self.detail = url, file, line, detail


class Pages:
    """The pages of one subject by path, listed and rendered as far as they are asked for.

    For one thread: see ``Desk``.
    """

    def __init__(
        self,
        types: Sequence[type[Inputs]],
        subject: Any,
        static: dict[str, bytes],
        setup: RenderSetup,
    ) -> None:
        ordered = sorted(types, key=lambda kind: kind.page.yields)
        self._types = [(kind, _Listed(kind.routes(subject))) for kind in ordered]
        self._types.insert(0, (assets.StaticFile, _Listed(assets.routes(static))))
        self._setup = setup
        self._made: OrderedDict[str, bytes] = OrderedDict()

    def page(self, url: str) -> bytes | None:
        """The page at a path, or None where there is none.

        Raises ``PageFault``, or ``TextLost`` where the store no longer has a text of it.
        """
        made = self._made.get(url)
        if made is None:
            made = self._rendered(url)
            if made is None:
                return None
            self._made[url] = made
        self._made.move_to_end(url)
        if len(self._made) > KEPT:
            self._made.popitem(last=False)
        return made

    def has(self, url: str) -> bool:
        """Tell whether there is a page at a path."""
        return self._route(url) is not None

    def _route(self, url: str) -> Route | None:
        for kind, listed in self._types:
            if kind.page.owns(url):
                route = listed.find(url)
                if route is not None:
                    return route
        return None

    def _rendered(self, url: str) -> bytes | None:
        try:
            route = self._route(url)
            return renderer(self._setup).render(route.inputs) if route is not None else None
        except TextLost:
            raise
        except Exception as error:
            raise _fault(url, error) from error


class _Listed:
    """Routes by path, listed only as far as one was looked for."""

    def __init__(self, routes: Iterator[Route]) -> None:
        self._routes = routes
        self._known: dict[str, Route] = {}

    def find(self, url: str) -> Route | None:
        while url not in self._known:
            route = next(self._routes, None)
            if route is None:
                return None
            self._known[route.url] = route
        return self._known[url]


class Answer(NamedTuple):
    """A page as it is served: its bytes, and whether it is the one asked for.

    Where it is not, it is the site's own page for what is not there, or nothing.
    """

    data: bytes
    found: bool


LOST = "/404.html"


class Desk:
    """Renders pages for as many askers as there are, on one thread of its own.

    The templates' texts are read through one connection, which belongs to one thread; and
    a page takes milliseconds.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="press")
        self._pages: Pages | None = None

    def lay(self, pages: Pages) -> None:
        """From now on serve these pages; what is asked for already is of the old ones."""
        self._pages = pages

    @property
    def is_laid(self) -> bool:
        """Tell whether there is anything to serve."""
        return self._pages is not None

    def renew(self) -> None:
        """Forget templates and what the store was read with."""
        self._thread.submit(renderer.cache_clear).result()

    def answer(self, url: str) -> Answer:
        """What a reader gets at a path. Raises what ``Pages.page`` does."""
        return self._thread.submit(self._answer, url).result()

    def has(self, url: str) -> bool:
        """Tell whether there is a page at a path."""
        pages = self._pages
        return pages is not None and self._thread.submit(pages.has, url).result()

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown(cancel_futures=True)

    def _answer(self, url: str) -> Answer:
        pages = self._pages
        if pages is None:
            return Answer(b"", found=False)
        data = pages.page(url)
        if data is not None:
            return Answer(data, found=url != LOST)
        return Answer(pages.page(LOST) or b"", found=False)


def _fault(url: str, error: Exception) -> PageFault:
    """What was the matter, and where: in the innermost template, if one was at work."""
    detail = f"{type(error).__name__}: {error}"
    # A template that cannot be read at all says itself where.
    named, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(named, str) and isinstance(line, int):
        return PageFault(url, named, line, detail)
    frames = traceback.extract_tb(error.__traceback__)
    # Frozen modules of Python have names in angle brackets, and no file.
    templates = [frame for frame in frames if not frame.filename.endswith((".py", ">"))]
    where = (templates or frames)[-1]
    return PageFault(url, where.filename, where.lineno or 0, detail)
