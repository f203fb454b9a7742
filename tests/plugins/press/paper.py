"""Page types and work for the tests of the press, where worker processes can find them."""

import hashlib
import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

import msgspec

from plugins.press.build import Run
from plugins.press.page import Inputs, Route, page_type
from plugins.press.report import Report
from plugins.press.store import Store
from plugins.press.templates import Renderer, RenderSetup
from plugins.press.work import Crew


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """What all pages share."""

    shared: ClassVar[bool] = True

    name: str
    parts: tuple[str, ...] = ()


@page_type("/{slug}/", "/{slug}/page/{number}/", template="note.html")
class Note(Inputs, frozen=True):
    """A page by template."""

    site: Frame
    title: str
    text: str = ""


def upper(inputs: "Plain", _renderer: Renderer) -> bytes:
    """The bytes of a plain file."""
    if inputs.text == "fault":
        raise ValueError("this text cannot be set")
    if inputs.text == "death" and multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return inputs.text.upper().encode()


@page_type("/{name}.txt", render=upper)
class Plain(Inputs, frozen=True):
    """A page by function."""

    text: str


def plain(url: str, text: str = "x") -> Route:
    """A route to a plain file."""
    return Route(url, Plain(text=text))


class Desk:
    """A store, an output folder and templates, and builds with them."""

    def __init__(self, root: Path) -> None:
        self.output = root / "output"
        self.templates = root / "templates"
        self.templates.mkdir(parents=True, exist_ok=True)
        self.store = Store(root / "cache" / "store.sqlite")
        self.setup = RenderSetup(folders=(str(self.templates),), store=str(self.store.path))
        self.code = b"1"

    def run(self) -> Run:
        """A build to be."""
        return Run(self.store, self.output, self.setup, self.code)

    def build(self, *routes: Route, jobs: int = 1) -> Report:
        """Build these pages."""
        run = self.run()
        crew = Crew(jobs)
        run.pages(routes, crew, lambda _done, _all: None)
        return run.commit()


def key_of(text: str) -> str:
    """The key that a text has in a store."""
    return hashlib.sha256(text.encode()).hexdigest()


class Memo(NamedTuple):
    """Setup of the work below: where it leaves notes."""

    folder: str


def double(_setup: Memo, things: Sequence[int]) -> list[int]:
    """Plain work."""
    return [2 * thing for thing in things]


def where(_setup: Memo, things: Sequence[int]) -> list[tuple[int, int]]:
    """Say which process did what."""
    return [(thing, os.getpid()) for thing in things]


def refuse(_setup: Memo, things: Sequence[int]) -> list[int]:
    """Raise at 7."""
    if 7 in things:
        raise LookupError("seven")
    return list(things)


def die(_setup: Memo, things: Sequence[int]) -> list[int]:
    """Die at each multiple of 10, as a process does that the system kills."""
    for thing in things:
        if thing % 10 == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return [2 * thing for thing in things]


def linger(setup: Memo, things: Sequence[int]) -> list[int]:
    """Leave the process's number, and take a little time."""
    (Path(setup.folder) / f"{os.getpid()}.pid").touch()
    time.sleep(0.05)
    return list(things)
