"""The newsroom while editors are at work: it follows the files, and answers for every page.

One thread watches and takes up what changed; readers are served from the last edition that
stands until the next one does.
"""

import gc
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from plugins.edition.findings import Finding
from plugins.edition.prints import Print
from plugins.edition.site_specs import RenditionSpec
from plugins.edition.slugs import slug
from plugins.edition.sources import PictureFile
from plugins.images import make, plan
from plugins.images.card_plan import is_card
from plugins.press.hooks import get_page_types
from plugins.press.live import Answer, Desk, PageFault, Pages
from plugins.press.page import Inputs, PressError
from plugins.press.store import Store, TextLost
from plugins.press.work import Crew

from .config import SettingsError, read_config
from .newsroom import Newsroom
from .watch import changes

R = TypeVar("R")
T = TypeVar("T")

MANY = 64
"""From so many texts on, reading them is worth the start of other processes."""

TELL = 0.1
"""Seconds between two words on how far reading has come."""


class State(NamedTuple):
    """How the preview stands.

    ``version`` is another one after each change. ``fault`` keeps the newest from being
    shown, ``done`` of ``of`` texts are read while there is nothing to show yet.
    """

    version: str
    language: str
    findings: tuple[Finding, ...] = ()
    fault: Exception | None = None
    done: int = 0
    of: int = 0


class Stopped(Exception):
    """The preview ends while it reads."""


class Live:
    """A newsroom that follows its files.

    ``opened`` gives Pelican's object, ready but not run; ``restart`` starts this program
    anew, after its own code changed.
    """

    def __init__(
        self,
        opened: Callable[[], Any],
        code: Sequence[Path],
        restart: Callable[[], None],
        language: str,
    ) -> None:
        self._opened = opened
        self._code = [path.resolve() for path in code]
        self._restart = restart
        self._boot = f"{os.getpid():x}-{time.time_ns():x}"
        self._count = 0
        self._told = threading.Condition()
        self._state = State(f"{self._boot}-0", language)
        self._stop = threading.Event()
        self._desk = Desk()
        self._newsroom: Newsroom | None = None
        self._types: tuple[type[Inputs], ...] = ()
        self._content = self._theme = Path()
        self._darkroom: _Darkroom | None = None
        self._lost = ""
        self._heard = 0.0
        self._thread = threading.Thread(target=self._follow, name="follow", daemon=True)

    # ------------------------------------------------------------------ for readers

    @property
    def state(self) -> State:
        """How things stand now."""
        return self._state

    def wait(self, state: State, seconds: float) -> State:
        """Wait until things stand otherwise than in ``state``; at most so long."""
        with self._told:
            self._told.wait_for(lambda: self._state is not state, seconds)
            return self._state

    def answer(self, url: str) -> Answer | None:
        """The page at a path; None while there is no edition to show.

        Raises ``PageFault`` where it cannot be rendered.
        """
        if not self._desk.is_laid:
            return None
        try:
            return self._desk.answer(url)
        except TextLost:
            # Its file changed just now, or the store is gone: what follows the files will see.
            self._lost = url
            return None

    def has(self, url: str) -> bool:
        """Tell whether there is a page at a path."""
        return self._desk.has(url)

    def picture(self, name: str) -> bytes | None:
        """A rendition by its name in ``/images/``, made when it is asked for."""
        darkroom, newsroom = self._darkroom, self._newsroom
        if darkroom is None or newsroom is None or not self._desk.is_laid:
            return None
        if is_card(name):
            return newsroom.card(name)
        return darkroom.picture(name, newsroom.assembled.pictures, newsroom.renditions)

    def original(self, url: str) -> bytes | None:
        """A file that a gallery offers, made bare when it is asked for."""
        newsroom = self._newsroom
        if newsroom is None or not self._desk.is_laid:
            return None
        return newsroom.original(url)

    def media(self, name: str) -> Path | None:
        """Where a film, a sound or captions lie, by the name in ``/media/``."""
        newsroom = self._newsroom
        if newsroom is None or not self._desk.is_laid:
            return None
        files = {file.url: file.file for file in newsroom.media()}
        return files.get(f"/media/{name}")

    # ------------------------------------------------------------------ the one thread

    def begin(self) -> None:
        """Get ready to read. Raises what Pelican or the settings have against it."""
        pelican = self._opened()
        self._content = Path(pelican.path).resolve()
        self._theme = Path(pelican.theme).resolve()
        answers = [answer for _, answer in get_page_types.send(pelican)]
        self._types = tuple(kind for answer in answers for kind in answer)
        config = read_config(pelican.settings)
        self._newsroom = Newsroom(
            config,
            Path(pelican.path),
            Path(pelican.theme),
            pelican.settings["JINJA_FILTERS"],
            self._progress,
            _FreshCrew(config.jobs),
        )
        cache = Path(config.cache)
        self._darkroom = _Darkroom(self._content, cache / "images", cache / "store.sqlite")

    def start(self, fault: Exception | None = None) -> None:
        """Read, and follow what changes from now on; ``fault`` is why it could not begin."""
        if fault is not None:
            self._tell(fault=fault)
        self._thread.start()

    def close(self) -> None:
        """End, and let store and lock go."""
        self._stop.set()
        with self._told:
            self._told.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        self._desk.close()
        if self._darkroom is not None:
            self._darkroom.close()
        if self._newsroom is not None:
            self._newsroom.settle()
            self._newsroom.close()

    def _follow(self) -> None:
        folders = [path for path in (self._content, self._theme) if path != Path()]
        first = True
        for paths in changes([*folders, *self._code], self._stop):
            if self._stop.is_set():
                return
            try:
                self._take(paths, first)
            except Stopped:
                return
            except Exception as error:  # noqa: BLE001 - the preview stays up, whatever happens
                if os.environ.get("LANMU_DEBUG"):
                    traceback.print_exception(error)
                self._tell(fault=error)
            first = False

    def _take(self, paths: Collection[Path], first: bool) -> None:
        """Take up changes; with none of them, see whether time has changed something."""
        if any(_within(path, self._code) and _is_code(path) for path in paths):
            _look_through(path for path in paths if path.suffix == ".py" and path.is_file())
            self._restart()
            return
        newsroom = self._newsroom
        if newsroom is None:
            return
        dressed = any(_within(path, [self._theme]) for path in paths)
        content = [
            path.relative_to(self._content).as_posix()
            for path in paths
            if _within(path, [self._content])
        ]
        if first or (paths and not self._desk.is_laid):
            newsroom.open(pictures=False)
        elif not self._change(newsroom, content, dressed):
            return
        self._lay(newsroom)
        if first:
            # What the first edits need is made ready now: pinyin's dictionaries too.
            newsroom.follow(())
            slug("栏目")

    def _change(self, newsroom: Newsroom, content: Sequence[str], dressed: bool) -> bool:
        """Let the newsroom take up what changed; tell whether anything did."""
        lost, self._lost = self._lost, ""
        if lost and self._is_lost(lost):
            newsroom.reopen()
        elif content:
            newsroom.follow(content)
        if dressed:
            self._desk.renew()
            before = newsroom.static
            newsroom.dress()
            if newsroom.static != before or self._state.fault is not None:
                newsroom.put_together()
        faults = self._darkroom.faults() if self._darkroom is not None else {}
        if faults:
            newsroom.spoil(faults)
        if lost or content or dressed or faults:
            return True
        if time.monotonic() < self._heard + 1:
            return False
        self._heard = time.monotonic()
        if self._state.fault is None and newsroom.is_over():
            newsroom.put_together()
            return True
        return False

    def _is_lost(self, url: str) -> bool:
        """Tell whether a text is still not in the store, asked for in a new way."""
        self._desk.renew()
        try:
            self._desk.answer(url)
        except TextLost:
            return True
        except PageFault:
            return False
        return False

    def _lay(self, newsroom: Newsroom) -> None:
        # What stands now is no rubbish: to look for some takes long where there is so much of it.
        gc.freeze()
        edition = newsroom.assembled.edition
        self._desk.lay(Pages(self._types, edition, newsroom.static, newsroom.setup()))
        self._tell(findings=newsroom.findings, language=newsroom.language)

    def _progress(self, _what: str, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Stopped
        if time.monotonic() > self._heard + TELL and not self._desk.is_laid:
            self._heard = time.monotonic()
            with self._told:
                self._state = self._state._replace(done=done, of=of)
                self._told.notify_all()

    def _tell(
        self,
        fault: Exception | None = None,
        findings: tuple[Finding, ...] | None = None,
        language: str = "",
    ) -> None:
        if findings is None:
            findings = self._state.findings
            if isinstance(fault, SettingsError):
                others = [f for f in findings if f.path != "site.toml"]
                findings = tuple(sorted({*others, *fault.findings}))
        with self._told:
            self._count += 1
            version = f"{self._boot}-{self._count}"
            language = language or self._state.language
            self._state = State(version, language, findings, fault)
            self._told.notify_all()


def _within(path: Path, folders: Sequence[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _is_code(path: Path) -> bool:
    return path.suffix in (".py", ".js", ".css")


def _look_through(paths: Iterator[Path]) -> None:
    """Raise ``SyntaxError`` where code cannot be read: nothing could be started with it."""
    for path in paths:
        compile(path.read_bytes(), str(path), "exec")


class _FreshCrew(Crew):
    """Workers that are started anew: this process has threads, and is no good to be copied."""

    def each_batch(
        self,
        work: Callable[[Any, Sequence[T]], R],
        setup: Any,
        things: Sequence[T],
        size: int,
        crashed: Callable[[T], R] | None = None,
    ) -> Generator[R, None, None]:
        """Call ``work`` on batches: here where they are few, else on other processes."""
        if self.jobs == 1 or len(things) < MANY:
            for at in range(0, len(things), size):
                yield work(setup, things[at : at + size])
            return
        context = multiprocessing.get_context("forkserver")
        pool = ProcessPoolExecutor(self.jobs, context, _leave_interrupts)
        try:
            yield from Crew(self.jobs, pool).each_batch(work, setup, things, size, crashed)
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """In a worker: Ctrl-C is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Darkroom:
    """Makes renditions when they are asked for, each once, whoever asks."""

    def __init__(self, content: Path, folder: Path, store: Path) -> None:
        self._content = content
        self._folder = folder
        # A connection of its own: what follows the files writes at the same time.
        self._store = Store(store)
        self._lock = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._faults: dict[PictureFile, str] = {}

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def faults(self) -> dict[PictureFile, str]:
        """Which pictures could not be made since this was asked last, and why."""
        with self._lock:
            faults, self._faults = self._faults, {}
        return faults

    def picture(self, name: str, pictures: tuple[Print, ...], spec: RenditionSpec) -> bytes | None:
        """A rendition of one of ``pictures``, by its name."""
        wanted = make.holder(name, pictures, spec)
        if wanted is None:
            return None
        with self._lock:
            lock = self._locks.setdefault(name, threading.Lock())
        with lock:
            path = self._folder / name
            if not path.is_file():
                self._make(name, wanted, spec)
            return path.read_bytes() if path.is_file() else None

    def _make(self, name: str, wanted: Print, spec: RenditionSpec) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        others = {size.name for size in plan.sizes(wanted, spec)} - {name}
        task = make.missing(self._content, wanted, spec, others)
        for made in make.make_batch(make.Setup(str(self._folder)), [task] if task else []):
            with self._lock:
                make.keep(self._store, made)
                if made.fault:
                    self._faults[wanted.file] = made.fault


__all__ = ["Answer", "Live", "PageFault", "PressError", "State"]
