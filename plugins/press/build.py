"""One run of the press: routes in, files out, only what changed rendered."""

import os
import traceback
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, NoReturn

from .digest import Digester
from .page import Inputs, PageType, PressError, Route, output_path
from .report import Report
from .sink import SPACE, Made, Sink, checksum
from .store import Store, StoreDamaged, TextLost
from .templates import Renderer, RenderSetup, renderer
from .work import Crew

ALONE = 20_000
"""Up to so many pages one process looks at all: it is done before workers, which copy what
they touch of it, would have gained anything."""

STRETCH = 200
"""Pages that a worker here looks at in one go: most of them need no work."""

BATCH = 40
"""Pages sent to a worker elsewhere at a time: enough to be worth the way, few enough to share."""

Progress = Callable[[int, int], None]
"""Told how many pages of how many are done."""


class File(NamedTuple):
    """A ready file for the output: its path on the site, where it is, its checksum."""

    url: str
    file: Path
    sum: bytes


class Job(NamedTuple):
    """A page to render: its path, the digest of what it is made from, its inputs."""

    url: str
    digest: bytes
    inputs: Inputs


class Failure(NamedTuple):
    """Why a page could not be rendered."""

    detail: str
    text_lost: bool = False


_DIED = Failure("the worker that rendered it died")

Result = tuple[str, bytes, bytes | Failure]
"""A page's path and digest, and its bytes or why there are none."""


class Elsewhere(NamedTuple):
    """What a worker that outlives builds needs: with other templates it begins anew."""

    setup: RenderSetup
    version: bytes


def render_batch(elsewhere: Elsewhere, jobs: Sequence[Job]) -> list[Result]:
    """Render pages, on whatever worker this is. Never raises: what goes wrong comes back."""
    own = _renderer(elsewhere)
    return [(url, digest, _rendered(own, inputs)) for url, digest, inputs in jobs]


@lru_cache(maxsize=2)
def _renderer(elsewhere: Elsewhere) -> Renderer:
    return Renderer(elsewhere.setup)


def _rendered(own: Renderer, inputs: Inputs) -> bytes | Failure:
    try:
        return own.render(inputs)
    except TextLost as lost:
        return Failure(str(lost), text_lost=True)
    except Exception as error:  # noqa: BLE001 - templates may raise anything
        return Failure(_told(error))


def _told(error: Exception) -> str:
    """What was the matter, and where: in the innermost template, if one was at work."""
    frames = traceback.extract_tb(error.__traceback__)
    # Frozen modules of Python have names in angle brackets, and no file.
    templates = [frame for frame in frames if not frame.filename.endswith((".py", ">"))]
    where = (templates or frames)[-1]
    return f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})"


class Run:
    """A build under way: pages and files are put on it, then it is committed."""

    def __init__(self, store: Store, output: Path, setup: RenderSetup, code: bytes) -> None:
        self._store = store
        # Relative to the store: a clone or a restored cache may lie at another path.
        self._key = os.path.relpath(output, store.path.parent)
        self._setup = setup
        self._code = code
        self._taken: set[str] = set()
        self._versions: dict[str, bytes] = {}
        self._digester = Digester()
        self._rendered = 0
        # A process may build again with other templates, or another file as its store.
        renderer.cache_clear()
        self._remembered = store.get(SPACE, self._key)
        self.sink = Sink(output, self._remembered)

    def know(self, types: Iterable[type[Inputs]]) -> None:
        """Take the versions of these page types now, once, and not on each worker."""
        for kind in types:
            self._version(kind.page)

    def pages(self, routes: Iterable[Route], crew: Crew, progress: Progress) -> None:
        """Render every route whose digest is new.

        Raises ``PressError`` where two routes have one path, a route has a path that its
        page type does not declare, or a page cannot be rendered; ``TextLost`` where the
        store no longer holds what a page needs.
        """
        listed = list(routes)
        for route in listed:
            self._claim(route.url)
        progress(0, len(listed))
        if crew.shares_memory:
            self._pages_here(listed, crew, progress)
        else:
            self._pages_elsewhere(listed, crew, progress)

    def _pages_here(self, routes: Sequence[Route], crew: Crew, progress: Progress) -> None:
        """Let workers do all of it: they have what this process has, and the same files."""
        waiting = self._changed(routes, crew)
        done = len(routes) - len(waiting)
        progress(done, len(routes))
        if not waiting:
            return
        renderer(self._setup).expect(len(waiting))
        self.sink.begin()
        with closing(crew.each_batch(make_all, self, waiting, BATCH, _crashed_here)) as batches:
            for made in batches:
                for url, file in made:
                    if isinstance(file, Failure):
                        _fail(url, file)
                    self.sink.take(output_path(url), file)
                self._rendered += len(made)
                done += len(made)
                progress(done, len(routes))

    def _changed(self, routes: Sequence[Route], crew: Crew) -> list[Route]:
        """Keep the pages that stand in the output just so; give back all others.

        What those are rendered with is compiled now, once, and not on each worker.
        """
        if self._remembered is None:
            return list(routes)
        changed: dict[int, str] = {}
        numbered = list(enumerate(routes))
        with closing(self._looked_at(numbered, crew)) as stretches:
            for found in stretches:
                changed.update(found)
        for number, route in numbered:
            if number not in changed:
                self.sink.keep(output_path(route.url))
        for template in sorted({*changed.values()} - {""}):
            renderer(self._setup).prepare(template)
        return [routes[number] for number in sorted(changed)]

    def _looked_at(
        self, numbered: Sequence[tuple[int, Route]], crew: Crew
    ) -> Generator[list[tuple[int, str]], None, None]:
        if len(numbered) > ALONE:
            yield from crew.each_batch(look_at_all, self, numbered, STRETCH, _to_be_made)
        else:
            yield look_at_all(self, numbered)

    def _pages_elsewhere(self, routes: Sequence[Route], crew: Crew, progress: Progress) -> None:
        """Send what is to be rendered to workers that know nothing, and write what they send."""
        waiting = []
        for route in routes:
            digest, inputs = self.inputs_of(route)
            path = output_path(route.url)
            if self.sink.has(path, digest):
                self.sink.keep(path)
            else:
                waiting.append(Job(route.url, digest, inputs))
        self._rendered += len(waiting)
        done = len(routes) - len(waiting)
        version = checksum(b"".join(self._versions[name] for name in sorted(self._versions)))
        elsewhere = Elsewhere(self._setup, version)
        rendering = crew.each_batch(render_batch, elsewhere, waiting, BATCH, _crashed)
        with closing(rendering) as batches:
            for results in batches:
                for url, digest, result in results:
                    if isinstance(result, Failure):
                        _fail(url, result)
                    else:
                        self.sink.write(output_path(url), digest, result)
                done += len(results)
                progress(done, len(routes))

    def inputs_of(self, route: Route) -> tuple[bytes, Inputs]:
        """The inputs of a page, and the digest of all that it is made from.

        Raises ``PressError`` where its page type does not declare its path.
        """
        inputs = route.inputs
        page = inputs.page
        if not page.owns(route.url):
            raise PressError(
                "url-undeclared", "{name} has no path {url}", name=page.name, url=route.url
            )
        return self._digester.digest(self._version(page), inputs), inputs

    def outdated(self, route: Route) -> PageType | None:
        """The type of a page that does not stand in the output made of just these inputs.

        None where it does.
        """
        digest, inputs = self.inputs_of(route)
        return None if self.sink.has(output_path(route.url), digest) else inputs.page

    def make(self, route: Route) -> Made | Failure:
        """Render a page and write it.

        Changes nothing but files: a worker's copy of this object does as well.
        """
        digest, inputs = self.inputs_of(route)
        data = _rendered(renderer(self._setup), inputs)
        if isinstance(data, Failure):
            return data
        return self.sink.make(output_path(route.url), digest, data)

    def _version(self, page: PageType) -> bytes:
        version = self._versions.get(page.name)
        if version is None:
            own = renderer(self._setup).version(page.template) if page.template else b""
            version = b"\0".join((page.name.encode(), own, self._code))
            self._versions[page.name] = version
        return version

    def files(self, files: Iterable[File]) -> None:
        """Put ready files (pictures) into the output.

        Raises ``StoreDamaged`` where one has not the checksum that it is said to have.
        """
        for url, file, total in files:
            if not self.sink.copy(self._claim(url), total, file):
                self._store.start_anew()
                raise StoreDamaged("store-damaged", "{file} is not what it was", file=file)

    def _claim(self, url: str) -> str:
        path = output_path(url)
        if path in self._taken:
            raise PressError("url-twice", "two pages have the path {url}", url=url)
        self._taken.add(path)
        return path

    def commit(self) -> Report:
        """Put everything in place, and remember it."""
        row = self.sink.commit()
        if row != self._remembered:
            self._store.put(SPACE, [(self._key, row)])
        return Report(self.sink.count, self._rendered, self.sink.written, self.sink.removed)


def look_at_all(run: Run, numbered: Sequence[tuple[int, Route]]) -> list[tuple[int, str]]:
    """Those pages that do not stand in the output as they are to be: numbers and templates."""
    looked = ((number, run.outdated(route)) for number, route in numbered)
    return [(number, page.template) for number, page in looked if page is not None]


def _to_be_made(numbered: tuple[int, Route]) -> list[tuple[int, str]]:
    return [(numbered[0], "")]


def make_all(run: Run, routes: Sequence[Route]) -> list[tuple[str, Made | Failure]]:
    """Render pages and write them."""
    return [(route.url, run.make(route)) for route in routes]


def _crashed_here(route: Route) -> list[tuple[str, Made | Failure]]:
    return [(route.url, _DIED)]


def _crashed(job: Job) -> list[Result]:
    return [(job.url, job.digest, _DIED)]


def _fail(url: str, failure: Failure) -> NoReturn:
    if failure.text_lost:
        raise TextLost(failure.detail)
    raise PressError("page-failed", "{url}: {detail}", url=url, detail=failure.detail)
