"""One build's newsroom: content, edition and pictures, from reading to the press."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from itertools import takewhile
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import structs

from plugins.edition.amend import Amender
from plugins.edition.assemble import Assembled, Assembly, Tools
from plugins.edition.feeds import weighed
from plugins.edition.findings import Finding, finding
from plugins.edition.media_files import MediaStock
from plugins.edition.picture_cards import Picture
from plugins.edition.prints import Focus, Purpose
from plugins.edition.select import Clock
from plugins.edition.site_specs import RenditionSpec
from plugins.edition.sources import PictureFile, SiteSource
from plugins.edition.specs import PictureNotes
from plugins.images.make import Darkroom
from plugins.images.plan import develop
from plugins.images.posters import Posters
from plugins.images.vault import Vault, bared
from plugins.press.assets import bundle
from plugins.press.build import File
from plugins.press.hooks import Subject
from plugins.press.page import PressError
from plugins.press.store import Store, Texts
from plugins.press.templates import RenderSetup
from plugins.press.work import Crew

from .beside import Beside
from .config import Config, SettingsError
from .frame import frame_of, served
from .load import Loaded, Loader
from .lock import locked
from .media import Projection
from .outcome import Outcome, Summary
from .progress import Progress, silent
from .relations import related_of
from .sharing import Sharing
from .slugs import Slugs
from .stamp import Asked, Holds, Works, leave

RENDERED_WITH = ("babel", "feedgen", "icalendar", "jinja2", "lxml", "markupsafe", "segno")
"""Libraries whose versions may show in a page."""


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
        crew: Crew | None = None,
    ) -> None:
        self._config = config
        self._content = content
        self._theme = theme
        self._filters = filters
        self._progress = progress
        cache = Path(config.cache)
        self._lock = locked(cache)
        self._store = Store(cache / "store.sqlite")
        self._darkroom = Darkroom(cache / "images", self._store)
        self._vault = Vault(cache / "originals", self._store)
        self._taker = Posters(cache / "posters", self._store)
        self._sharing = Sharing(content, cache / "cards", self._store)
        self._projection = Projection(content, cache / "media")
        self.beside = Beside(cache / "search", self._store.path)
        self._posters: dict[str, PictureFile] = {}
        self._crew = crew or Crew(config.jobs)
        self._loader = Loader(content, self._store, self._crew)
        self.language = "zh-Hans"
        self.static: dict[str, bytes] = {}
        self.renditions = RenditionSpec()
        """Which files are made of a picture, as site.toml says."""
        self._loaded = Loaded((), {}, (), ())
        self._faults: dict[PictureFile, str] = {}
        self._refused: frozenset[str] = frozenset()
        self._framed: list[Finding] = []
        self._assembly: Assembly | None = None
        self._assembled: Assembled | None = None
        self._amender: Amender | None = None

    def close(self) -> None:
        """Let store and lock go."""
        self.beside.close()
        self.texts.close()
        self._store.close()
        self._lock.close()

    def open(self, *, pictures: bool = True) -> None:
        """Read the content and put the edition together; make the pictures it shows."""
        began = time.monotonic()
        self.load()
        self.dress()
        self.put_together()
        read = time.monotonic()
        if pictures:
            known = {**self._loaded.pictures, **{f.path: f for f in self._posters.values()}}
            faults = self._darkroom.make(
                self._content,
                self.assembled.pictures,
                self.renditions,
                self._crew,
                lambda done, of: self._progress("pictures", done, of),
            )
            if faults:
                # Sound at its head, broken further on: the edition goes without it.
                self._faults = {known[path]: detail for path, detail in faults.items()}
                self.put_together()
            offered = self.assembled.originals
            self._refused = self._vault.make(self._content, offered, self._crew)
            if self._refused:
                self.put_together()
            self._vault.prune(self.assembled.originals)
            self._sharing.draw(self._crew)
            self._weigh()
        every = [*self._loaded.pictures.values(), *self._posters.values()]
        self._darkroom.prune(self.assembled.pictures, self.renditions, every)
        self._projection.prune(self._loaded.media.texts)
        self.beside.opened(began, read)

    def _weigh(self) -> None:
        """Tell the edition how long the files are that feeds name."""
        made, edition = self.assembled, self.assembled.edition
        lengths = {url: self._darkroom.length(url.rpartition("/")[2]) for url in weighed(edition)}
        self._assembled = replace(made, edition=replace(edition, lengths=lengths))

    def reopen(self) -> None:
        """Throw away what was kept, which was found damaged, and read everything anew."""
        self._store.start_anew()
        self._loader = Loader(self._content, self._store, self._crew)
        self.load()
        self.put_together()

    def load(self) -> None:
        """Read the content."""
        if not self._content.is_dir():
            raise SettingsError("content-missing", "there is no folder {path}", path=self._content)
        self._loaded = self._loader.load(lambda done, of: self._progress("read", done, of))
        films = [f for f in self._loaded.media.files.values() if f.kind == "video"]
        self._posters = self._taker.take(self._content, films, self._crew)

    def dress(self) -> None:
        """Take the theme's static files."""
        self.static = bundle(self._theme)

    def put_together(self) -> None:
        """Put the edition together from what was read, as of now."""
        self._assembly = self._amender = None
        site = self._site()
        self.language = site.language
        frame, self._framed = frame_of(
            site, self._config.address, self.static, self._loaded.sources
        )
        # One moment for the whole build: an embargo must not end in the middle of it.
        clock = Clock(self._config.moment(), ZoneInfo(site.time_zone), drafts=self._config.drafts)

        renditions = self.renditions = site.renditions

        def at_root(file: PictureFile, notes: PictureNotes, purpose: Purpose) -> Picture:
            return develop(frame.root, file, notes, purpose, renditions)

        slugs = Slugs(self._store)
        sources, pictures = self._loaded.sources, self._loaded.pictures
        sound = {path: self._sound(file) for path, file in pictures.items()}
        reels = self._loaded.media
        posters = {film: self._sound(file) for film, file in self._posters.items()}
        stock = MediaStock(reels.files, reels.texts, posters, site.language, frame.origin)
        tools = Tools(at_root, slugs, stock, self._refused)
        assembly = Assembly(sources, sound, site, frame, clock, tools)
        self._assembled = self._with_cards(assembly.finish(), site)
        self._assembly = assembly
        slugs.save()

    def _with_cards(self, made: Assembled, site: SiteSource) -> Assembled:
        """An edition with what stands beside links to its pages."""
        return replace(made, edition=self._sharing.told(made.edition, site))

    def card(self, name: str) -> bytes | None:
        """A card by its name in ``/images/``."""
        return self._sharing.card(name)

    def _sound(self, file: PictureFile) -> PictureFile:
        """A picture, or that it is none where it could not be made."""
        return structs.replace(file, width=0) if file in self._faults else file

    def follow(self, paths: Collection[str]) -> None:
        """Take up changes of files; ``paths`` are relative to the content.

        After what it raises (as ``open`` does) the edition is the one before.
        """
        over, assembly, amender = self.is_over(), self._assembly, self._amender
        if amender is None and assembly is not None:
            amender = Amender(assembly, self.assembled, self._loaded.sources)
        # Where the way is not gone to its end, the next one begins with a whole assembly.
        self._assembly = self._amender = None
        reread = self._loader.reread(paths)
        if reread is None:
            self.load()
        elif amender is not None and not over:
            pictures = {path: file and self._sound(file) for path, file in reread.pictures.items()}
            amended = amender.amend(reread.sources, pictures)
            if amended is not None and assembly is not None:
                self._assembly, self._amender = assembly, amender
                self._assembled = self._with_cards(amended, assembly.site)
                return
        if reread is not None:
            self._loaded = self._loader.loaded()
        self.put_together()

    def spoil(self, faults: Mapping[PictureFile, str]) -> None:
        """Take up that pictures cannot be made, and why; the edition goes without them."""
        self._faults.update(faults)
        self._loaded = self._loader.loaded()
        self.put_together()

    def is_over(self) -> bool:
        """Tell whether time alone has made another edition.

        Another day, an embargo's end, a slot of the front page that begins or ends, the hour
        when the almanacs' entries go out.
        """
        if self._assembly is None:
            return True
        before = self._assembly.clock
        now = Clock(self._config.moment(), before.zone, drafts=before.drafts)
        if now.today != before.today:
            return True
        turn = before.next_change([self._assembly.site])
        if turn is not None and turn <= now.now:
            return True
        edition = self.assembled.edition
        if edition.almanacs and now.issued != before.issued:
            return True
        # Newest first: what waits for its time comes before what is published.
        waiting = takewhile(lambda date: date > before.now, (a.date for a in edition.articles))
        hanging = takewhile(lambda d: d > before.now, (g.view.date for g in edition.galleries))
        return any(date <= now.now for date in (*waiting, *hanging))

    @property
    def pictures(self) -> tuple[PictureFile, ...]:
        """All picture files of the content, shown or not."""
        return tuple(self._loaded.pictures.values())

    def focus_beside(self, file: PictureFile) -> Focus | None:
        """The point that a sidecar sets for a picture."""
        return self._assembly.words.of(file, PictureNotes()).focus if self._assembly else None

    def original(self, url: str) -> bytes | None:
        """A file that a gallery offers, by its path; None where there is none."""
        found = (each for each in self.assembled.originals if each.url == url)
        original = next(found, None)
        return bared(self._content, original) if original is not None else None

    def settle(self) -> None:
        """Forget what only earlier states of the files needed."""
        self._loader.settle()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the content, and on the way to the edition: in order, each once."""
        faults = [
            finding("error", "picture-unreadable", file.path, detail=detail)
            for file, detail in self._faults.items()
            if self._loader.picture(file.path) == file
        ]
        assembled = self._assembled.findings if self._assembled is not None else ()
        if self.beside.fault is not None:
            faults.append(self.beside.fault)
        found = (*self._framed, *self._sharing.findings, *faults, *assembled)
        return tuple(sorted({*self._loader.findings(), *found}))

    def _site(self) -> SiteSource:
        for source in self._loaded.sources:
            if isinstance(source, SiteSource):
                return source
        error = SettingsError("site-unusable", "{path} cannot be used", path="site.toml")
        error.findings = [f for f in self._loaded.findings if f.path == "site.toml"] or [
            finding("error", "site-missing", "site.toml")
        ]
        raise error

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
        edition = self.assembled.edition
        self.beside.begin(edition)
        related = related_of(edition, self._store, self._crew)
        return Subject(
            value=replace(edition, related=related),
            files=self._files(),
            beside=lambda: self.beside.finish(edition),
            static=served(edition.site, self.static),
            store=self._store,
            setup=self.setup(),
            crew=self._crew,
            progress=lambda done, of: self._progress("pages", done, of),
            versions=tuple(f"{name} {version(name)}" for name in RENDERED_WITH),
        )

    def _files(self) -> Iterator[File]:
        """All files that are no pages, but for the search index."""
        yield from self._darkroom.files(self.assembled.pictures, self.renditions)
        yield from self._vault.files(self.assembled.originals)
        yield from self._sharing.files()
        yield from self.media()

    def media(self) -> list[File]:
        """The films, sounds and captions that the edition shows, and where each lies."""
        return self._projection.files(self.assembled.media)

    def setup(self) -> RenderSetup:
        """What pages are rendered with."""
        locale = self.language.replace("-", "_")
        catalogue = self._theme / "locale" / locale / "LC_MESSAGES" / "lanmu.po"
        return RenderSetup(
            folders=(str(self._theme / "templates"), str(self._theme)),
            store=str(Path(self._config.cache) / "store.sqlite"),
            filters=tuple((name, _where(f)) for name, f in sorted(self._filters.items())),
            options=(("language", self.language),),
            catalogue=str(catalogue),
        )

    def leave_stamp(self, asked: Asked, works: Works | None, outcome: Outcome) -> None:
        """Remember what this build went by, so that another one can tell that nothing changed."""
        assembly = self._assembly
        if assembly is None or self.beside.fault is not None:
            # What failed for a moment is to be tried again, though nothing changed.
            return
        clock = assembly.clock
        until = clock.next_change(self._loaded.sources)
        holds = Holds(str(clock.zone), clock.today, clock.now, until)
        seen = (self._loader.looked_ns, self._loader.entries)
        leave(self._store, asked, works, seen, holds, outcome)

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


@contextmanager
def opened(config: Config, content: Path) -> Iterator[Newsroom]:
    """A newsroom whose edition is assembled, to be asked: no page rendered, no picture made."""
    newsroom = Newsroom(config, content, Path(__file__).parents[2] / "theme", {})
    try:
        newsroom.open(pictures=False)
        yield newsroom
    finally:
        newsroom.close()


def look_over(config: Config, content: Path) -> tuple[tuple[Finding, ...], str]:
    """What is found in ``content``, and the site's language."""
    with opened(config, content) as newsroom:
        return newsroom.findings, newsroom.language
