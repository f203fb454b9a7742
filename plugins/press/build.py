"""One run of the press: routes in, files out, only what changed rendered."""

import os
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from .digest import Digester
from .page import Inputs, PressError, Route, output_path
from .sink import Kept, Sink
from .store import Store, StoreDamaged, TextLost
from .templates import RenderSetup, renderer
from .work import Crew

BATCH = 40
"""Pages sent to a worker at a time: enough to be worth the way, few enough to share out."""

SPACE = "output"
"""Where the store keeps what it remembers of an output folder's files."""

Progress = Callable[[int, int], None]
"""Told how many pages of how many are done."""


class File(NamedTuple):
    """A ready file for the output: its path on the site, where it is, its checksum."""

    url: str
    file: Path
    sum: bytes


class Report(msgspec.Struct, frozen=True):
    """What a run did: files in the output, rendered, written anew, removed."""

    pages: int
    rendered: int
    written: int
    removed: int


class Job(NamedTuple):
    """A page to render: its path, the digest of what it is made from, its inputs."""

    url: str
    digest: bytes
    inputs: Inputs


class Failure(NamedTuple):
    """Why a page could not be rendered."""

    detail: str
    text_lost: bool = False


Result = tuple[str, bytes, bytes | Failure]
"""A page's path and digest, and its bytes or why there are none."""


def render_batch(setup: RenderSetup, jobs: Sequence[Job]) -> list[Result]:
    """Render pages, on whatever worker this is. Never raises: what goes wrong comes back."""
    own = renderer(setup)
    results: list[Result] = []
    for url, digest, inputs in jobs:
        try:
            results.append((url, digest, own.render(inputs)))
        except TextLost as lost:
            results.append((url, digest, Failure(str(lost), text_lost=True)))
        except Exception as error:  # noqa: BLE001 - templates may raise anything
            results.append((url, digest, Failure(_told(error))))
    return results


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
        self._rendered = 0
        # A process may build again with other templates, or another file as its store.
        renderer.cache_clear()
        self.sink = Sink(output, _remembered(store, self._key))

    def pages(self, routes: Iterable[Route], crew: Crew, progress: Progress) -> None:
        """Render every route whose digest is new.

        Raises ``PressError`` where two routes have one path, a route has a path that its
        page type does not declare, or a page cannot be rendered; ``TextLost`` where the
        store no longer holds what a page needs.
        """
        waiting = self._changed(routes)
        self._rendered += len(waiting)
        progress(0, len(waiting))
        done = 0
        rendering = crew.each_batch(render_batch, self._setup, waiting, BATCH, _crashed)
        with closing(rendering) as batches:
            for results in batches:
                for url, digest, result in results:
                    if isinstance(result, Failure):
                        _fail(url, result)
                    else:
                        self.sink.write(output_path(url), digest, result)
                done += len(results)
                progress(done, len(waiting))

    def _changed(self, routes: Iterable[Route]) -> list[Job]:
        digester = Digester()
        versions: dict[str, bytes] = {}
        waiting = []
        for url, inputs in routes:
            page = inputs.page
            if not page.owns(url):
                raise PressError(
                    "url-undeclared", "{name} has no path {url}", name=page.name, url=url
                )
            version = versions.get(page.name)
            if version is None:
                version = versions[page.name] = self._version(page.name, page.template)
            path, digest = self._claim(url), digester.digest(version, inputs)
            if self.sink.has(path, digest):
                self.sink.keep(path)
            else:
                waiting.append(Job(url, digest, inputs))
        return waiting

    def _version(self, name: str, template: str) -> bytes:
        own = renderer(self._setup).version(template) if template else b""
        return b"\0".join((name.encode(), own, self._code))

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
        kept = self.sink.commit()
        self._store.put(SPACE, [(self._key, msgspec.msgpack.encode(kept))])
        return Report(len(kept), self._rendered, self.sink.written, self.sink.removed)


def _crashed(job: Job) -> list[Result]:
    return [(job.url, job.digest, Failure("the worker that rendered it died"))]


def _remembered(store: Store, key: str) -> dict[str, Kept]:
    try:
        return msgspec.msgpack.decode(store.get(SPACE, key) or b"\x80", type=dict[str, Kept])
    except msgspec.DecodeError:
        return {}


def _fail(url: str, failure: Failure) -> None:
    if failure.text_lost:
        raise TextLost(failure.detail)
    raise PressError("page-failed", "{url}: {detail}", url=url, detail=failure.detail)
