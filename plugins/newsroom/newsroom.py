"""One build's newsroom: content, edition and pictures, from reading to the press."""

import fcntl
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

import msgspec

from plugins.edition.assemble import Assembled, Tools, assemble
from plugins.edition.cards import Picture, SiteFrame
from plugins.edition.findings import Finding, finding
from plugins.edition.select import Clock
from plugins.edition.sources import PictureFile, SiteSource
from plugins.images.make import Darkroom
from plugins.images.plan import develop
from plugins.press.assets import bundle
from plugins.press.hooks import Subject
from plugins.press.page import PressError
from plugins.press.store import Store, Texts
from plugins.press.templates import RenderSetup
from plugins.press.work import Crew

from .config import Config, SettingsError
from .frame import frame_of
from .load import Loaded, Loader
from .slugs import Slugs

RENDERED_WITH = ("babel", "feedgen", "jinja2", "lxml", "markupsafe")
"""Libraries whose versions may show in a page."""

Progress = Callable[[str, int, int], None]
"""Told what is being done (``read``, ``pictures``, ``pages``), how many of how many."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Progress that nobody watches."""


class Summary(msgspec.Struct, frozen=True):
    """What became of the article files: in = out + held + left out."""

    articles_in: int
    articles_out: int
    held: int
    left_out: tuple[str, ...]


class Newsroom:
    """Reads ``content``, puts the edition together, and hands it to the press.

    Raises ``SettingsError`` where site.toml cannot be used, ``PressError`` where another
    build is at work with the same cache.
    """

    def __init__(
        self,
        config: Config,
        content: Path,
        theme: Path,
        filters: Mapping[str, Callable[..., Any]],
        progress: Progress = silent,
    ) -> None:
        self._config = config
        self._content = content
        self._theme = theme
        self._filters = filters
        self._progress = progress
        cache = Path(config.cache)
        cache.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(cache / "lock")
        self._store = Store(cache / "store.sqlite")
        self._darkroom = Darkroom(cache / "images", self._store)
        self._crew = Crew(config.jobs)
        self.language = "zh-Hans"
        self.findings: list[Finding] = []
        self._loaded = Loaded((), {}, (), ())
        self._assembled: Assembled | None = None
        self._static: dict[str, bytes] = {}

    def close(self) -> None:
        """Let store and lock go."""
        self.texts.close()
        self._store.close()
        self._lock.close()

    def open(self, *, pictures: bool = True) -> None:
        """Read the content and put the edition together; make the pictures it shows."""
        if not self._content.is_dir():
            raise SettingsError("content-missing", "there is no folder {path}", path=self._content)
        loader = Loader(self._content, self._store, self._crew)
        self._loaded = loader.load(lambda done, of: self._progress("read", done, of))
        self._static = bundle(self._theme)
        site = self._site()
        self.language = site.language
        frame, found = frame_of(site, self._config.address, self._static, self._loaded.sources)
        self.findings = [*self._loaded.findings, *found]
        # One moment for the whole build: an embargo must not end in the middle of it.
        clock = Clock(self._config.moment(), ZoneInfo(site.time_zone), drafts=self._config.drafts)
        self._assembled = self._assemble(site, frame, clock, self._loaded.pictures)
        shown = self._assembled.pictures if pictures else ()
        faults = self._darkroom.make(self._content, shown, self._crew)
        if faults:
            # Sound at its head, broken further on: the edition goes without it.
            self.findings += [
                finding("error", "picture-unreadable", path, detail=detail)
                for path, detail in sorted(faults.items())
            ]
            sound = {
                path: msgspec.structs.replace(file, width=0) if path in faults else file
                for path, file in self._loaded.pictures.items()
            }
            self._assembled = self._assemble(site, frame, clock, sound)
        self.findings += self._assembled.findings
        self._darkroom.prune(self._loaded.pictures.values())

    def _site(self) -> SiteSource:
        for source in self._loaded.sources:
            if isinstance(source, SiteSource):
                return source
        self.findings = [f for f in self._loaded.findings if f.path == "site.toml"] or [
            finding("error", "site-missing", "site.toml")
        ]
        error = SettingsError("site-unusable", "{path} cannot be used", path="site.toml")
        error.findings = self.findings
        raise error

    def _assemble(
        self,
        site: SiteSource,
        frame: SiteFrame,
        clock: Clock,
        pictures: Mapping[str, PictureFile],
    ) -> Assembled:
        def at_root(file: PictureFile, alt: str, caption: str, credit: str) -> Picture:
            return develop(frame.root, file, alt, caption, credit)

        slugs = Slugs(self._store)
        tools = Tools(at_root, slugs)
        assembled = assemble(self._loaded.sources, pictures, site, frame, clock, tools)
        slugs.save()
        return assembled

    @property
    def assembled(self) -> Assembled:
        """The edition and what was found on the way."""
        if self._assembled is None:
            raise PressError("not-begun", "the newsroom was not opened")
        return self._assembled

    @cached_property
    def texts(self) -> Texts:
        """The texts of the edition's bodies."""
        return Texts(self._store.path)

    def subject(self) -> Subject:
        """What the press needs to know."""
        return Subject(
            value=self.assembled.edition,
            files=self._darkroom.files(self.assembled.pictures),
            static=self._static,
            store=self._store,
            setup=self._setup(),
            crew=self._crew,
            progress=lambda done, of: self._progress("pages", done, of),
            versions=tuple(f"{name} {version(name)}" for name in RENDERED_WITH),
        )

    def _setup(self) -> RenderSetup:
        locale = self.language.replace("-", "_")
        catalogue = self._theme / "locale" / locale / "LC_MESSAGES" / "lanmu.po"
        return RenderSetup(
            folders=(str(self._theme / "templates"), str(self._theme)),
            store=str(Path(self._config.cache) / "store.sqlite"),
            filters=tuple((name, _where(f)) for name, f in sorted(self._filters.items())),
            options=(("language", self.language),),
            catalogue=str(catalogue),
        )

    def summary(self) -> Summary:
        """Count the article files: published, held back, left out for a fault."""
        edition = self.assembled.edition
        published = {article.path for article in edition.articles}
        held = set(self.assembled.held)
        accounted = published | held
        left_out = [path for path in self._loaded.article_files if path not in accounted]
        return Summary(len(self._loaded.article_files), len(published), len(held), tuple(left_out))


def _where(function: Callable[..., Any]) -> str:
    """``module:name`` of a filter: workers import it, so a lambda will not do."""
    name = function.__qualname__
    if "<" in name:
        said = "JINJA_FILTERS: {name} is no function of a module"
        raise SettingsError("filter-local", said, name=name)
    return f"{function.__module__}:{name}"


def _locked(path: Path) -> IO[str]:
    lock = path.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        said = "another build is at work with {path}; wait for it"
        raise PressError("build-running", said, path=path.parent) from error
    return lock


def look_over(config: Config, content: Path) -> tuple[tuple[Finding, ...], str]:
    """What is found in ``content``, without a page rendered, and the site's language."""
    theme = Path(__file__).parents[2] / "theme"
    newsroom = Newsroom(config, content, theme, {})
    try:
        newsroom.open(pictures=False)
        return tuple(sorted(set(newsroom.findings))), newsroom.language
    finally:
        newsroom.close()
