"""Pelican's signals: the newsroom is ready before generators run, and feeds them.

Pelican sees its usual articles and pages, so that a foreign plugin that looks at them
works; they are made from the edition, not read again.
"""

import importlib
import logging
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

from blinker import signal
from pelican import signals
from pelican.contents import Article, Page
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag

from plugins.checks.say import message
from plugins.edition import model
from plugins.edition.bodies import Show, absolute_picture, expand
from plugins.press.elsewhere import executor
from plugins.press.hooks import Subject, before_commit, get_subject, press_finalized
from plugins.press.page import PressError
from plugins.press.report import Report
from plugins.press.store import Texts
from plugins.press.work import Crew

from .config import SettingsError, read_config
from .ledger import unlisted_in
from .newsroom import Newsroom
from .outcome import Outcome
from .progress import Progress, silent
from .stamp import Asked, Works, works_of

newsroom_finalized = signal("lanmu_newsroom_finalized")
"""Sent with Pelican's object and ``outcome`` when a build is in place."""

REQUIRED = frozenset(
    f"plugins.{room}"
    for room in (
        "press",
        "newsroom",
        "front",
        "articles",
        "columns",
        "topics",
        "on_this_day",
        "galleries",
        "search",
        "feeds",
        "subscribe",
        "discovery",
        "redirects",
    )
)
"""Pelican only logs a plugin that fails to register; a site without it would be published."""

_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "notice": logging.INFO}

logger = logging.getLogger(__name__)


class _Faults(logging.Handler):
    """Keeps what Pelican only logs: a plugin that fails must not pass for a build."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.faults: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # Findings are logged too; they are no faults of the build.
        if not record.name.startswith("plugins."):
            self.faults.append(record.getMessage())


class _Build:
    """The newsroom of the run of Pelican that is under way; one at a time in a process."""

    def __init__(self) -> None:
        self.newsroom: Newsroom | None = None
        self.pelican: Any = None
        self.progress: Progress = silent
        self.asked: Asked | None = None
        self.works: Works | None = None
        self.faults = _Faults()
        self._workers = ExitStack()

    @property
    def open(self) -> Newsroom:
        """The newsroom, read when it is first asked for: Pelican may run more than once."""
        if self.newsroom is None:
            pelican = self.pelican
            if pelican is None:
                raise SettingsError("not-begun", "the newsroom did not begin")
            config = read_config(pelican.settings)
            self.newsroom = Newsroom(
                config,
                Path(pelican.path),
                Path(pelican.theme),
                pelican.settings["JINJA_FILTERS"],
                self.progress,
                Crew(config.jobs, self._workers.enter_context(executor(config.executor))),
            )
            self.newsroom.open()
        return self.newsroom

    def close(self) -> None:
        """Let go of a build that ended or failed: its lock, its store, its workers."""
        if self.newsroom is not None:
            self.newsroom.close()
            self.newsroom = None
        self._workers.close()


_build = _Build()


def watch(progress: Progress, asked: Asked | None = None) -> None:
    """Tell ``progress`` how the builds of this process get on.

    ``asked`` is what they were asked, by which the next one may see that nothing changed.
    """
    _build.progress, _build.asked = progress, asked


def abandon() -> None:
    """Let go of a build that ended or failed."""
    _build.close()


def watch_log() -> None:
    """Hear from now on what Pelican logs as errors, and forget what was heard before."""
    _build.faults.faults.clear()
    logging.getLogger().addHandler(_build.faults)


def ask_only(plugins: Sequence[str]) -> None:
    """Let Pelican import no plugin but those asked for, by their full names.

    It imports every installed ``pelican.plugins.*`` to see what there is, and one with a
    missing dependency ends the build, asked for or not.
    """

    def asked_for(_namespace: object = None) -> dict[str, Any]:
        return {name: importlib.import_module(name) for name in plugins if name in installed}

    namespace = importlib.import_module("pelican.plugins")
    installed = {
        f"pelican.plugins.{module.name}" for module in pkgutil.iter_modules(namespace.__path__)
    }
    loader = importlib.import_module("pelican.plugins._utils")
    loader.get_namespace_plugins = asked_for  # type: ignore[attr-defined] # no other door


def connect() -> None:
    """Listen to Pelican and to the press; connecting twice is the same as once."""
    if _build.faults not in logging.getLogger().handlers:
        watch_log()
    signals.initialized.connect(_begin)
    signals.readers_init.connect(_set_reader)
    signals.article_generator_init.connect(_hand_articles)
    signals.page_generator_init.connect(_hand_pages)
    get_subject.connect(_subject)
    before_commit.connect(_check_faults)
    press_finalized.connect(_end)


def _begin(pelican: Any) -> None:
    missing = REQUIRED - set(pelican.settings["PLUGINS"])
    if missing:
        names = ", ".join(sorted(missing))
        raise SettingsError(
            "plugins-missing", "these plugins did not register: {names}", names=names
        )
    abandon()
    config = read_config(pelican.settings)
    _refuse_inside(Path(pelican.output_path), Path(pelican.path), Path(config.cache))
    _build.pelican = pelican
    # Before anything is made with it: what changes from now on is another build's.
    _build.works = works_of(_build.asked, pelican.settings) if _build.asked else None


def _refuse_inside(output: Path, content: Path, cache: Path) -> None:
    """What lies in the output would go with the old one; what lies in the content is read."""
    said = "{path} is inside the folder {output}"
    pairs = [(folder, output) for folder in (content, cache)]
    pairs += [(folder, content) for folder in (output, cache)]
    for inner, outer in pairs:
        if inner.absolute().resolve().is_relative_to(outer.absolute().resolve()):
            raise SettingsError("folder-inside", said, path=inner, output=outer)


def _subject(_pelican: object) -> Subject:
    return _build.open.subject()


def _check_faults(_pelican: object) -> None:
    if _build.faults.faults:
        detail = "; ".join(_build.faults.faults)
        raise PressError("pelican-faults", "{detail}", detail=detail)


def _end(pelican: Any, report: Report) -> None:
    newsroom = _build.open
    findings = newsroom.findings
    outcome = Outcome(
        report,
        newsroom.summary(),
        findings,
        newsroom.language,
        newsroom.beside.stages,
        unlisted_in(newsroom.assembled) if read_config(pelican.settings).ledger else (),
    )
    if _build.asked is not None:
        newsroom.leave_stamp(_build.asked, _build.works, outcome)
    abandon()
    # Pelican may run again in this process (its --autoreload): each run has its own faults.
    _build.faults.faults.clear()
    for finding in findings:
        said = message(finding, outcome.language)
        place = f"{finding.path}:{finding.line}:{finding.column}"
        logger.log(_LEVELS[finding.severity], "%s: %s", place, said)
    newsroom_finalized.send(pelican, outcome=outcome)


class _Reader(BaseReader):  # type: ignore[misc] # Pelican has no types
    """Pelican's door for Markdown: what is not in the edition is not read at all."""

    enabled = True
    file_extensions = ("md", "markdown")

    def read(self, _path: str) -> tuple[str, dict[str, Any]]:
        """Nothing, and that it is to be skipped: the edition's articles are handed over."""
        return "", {"status": "skip"}


def _set_reader(readers: Any) -> None:
    for suffix in _Reader.file_extensions:
        readers.reader_classes[suffix] = _Reader


def _hand_articles(generator: Any) -> None:
    edition = _build.open.assembled.edition
    texts = _build.open.texts
    if _build.works is not None:
        # No plugin but ours is there to look at them, and nobody reads Pelican's count.
        _hand(generator, {})
        return
    # Pelican works out the slug of each name it is given: one object for all that share it.
    name = cache(lambda kind, label: kind(label, generator.settings))
    _hand(
        generator,
        {a.path: HandedArticle(a, edition, generator, texts, name) for a in edition.articles},
    )


def _hand_pages(generator: Any) -> None:
    edition = _build.open.assembled.edition
    texts = _build.open.texts
    handed = {
        f"pages/{page.slug}.md": HandedPage(page, edition, generator, texts)
        for page in edition.pages
    }
    _hand(generator, handed)


def _hand(generator: Any, handed: Mapping[str, Any]) -> None:
    """Let a generator find these contents, and nothing else."""

    def files(_paths: object, **asked: object) -> list[str]:
        # It also looks for files of readers that are turned off, to warn of them.
        return list(handed) if asked.get("extensions") is None else []

    # What is under ``content/`` is known: Pelican need not walk through it again.
    generator.get_files = files
    generator.get_cached_data = lambda path, default=None: handed.get(path, default)


class _Handed:
    """What a Pelican ``Content`` has, taken from the edition instead of being worked out."""

    settings: Any
    source_path: str
    relative_source_path: str
    lang: str

    def _take(
        self,
        source: model.Article | model.Page,
        edition: model.Edition,
        generator: Any,
        path: str,
        texts: Texts,
    ) -> None:
        self.settings = generator.settings
        self._context = generator.context
        self.source_path = f"{generator.path}/{path}"
        self.relative_source_path = path
        self.lang = edition.site.language
        self.in_default_lang = True
        self.translations: list[Any] = []
        self.status = "published"
        self.override_url = source.url.lstrip("/")
        self.override_save_as = (
            f"{source.url.removeprefix(edition.site.root).lstrip('/')}index.html"
        )
        self.slug = source.url.strip("/").rpartition("/")[2]
        self.summary = source.description
        self.metadata: dict[str, Any] = {}
        self._body, self._texts, self._origin = source.body, texts, edition.site.origin

    @property
    def content(self) -> str:
        """The body's HTML, with plain pictures."""
        origin = self._origin
        html = self._texts(self._body.key)
        return expand(self._body, html, Show(lambda picture: absolute_picture(picture, origin)))

    def get_relative_source_path(self, _path: str | None = None) -> str:
        """The source's path below ``content/``."""
        return self.relative_source_path

    def get_static_links(self) -> set[str]:
        """None: pictures come from the edition."""
        return set()

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing to do: links are resolved in the edition."""


class HandedArticle(_Handed, Article):  # type: ignore[misc] # Pelican has no types
    """An article of the edition as Pelican's plugins know it."""

    def __init__(
        self,
        article: model.Article,
        edition: model.Edition,
        generator: Any,
        texts: Texts,
        name: Callable[[type, str], Any],
    ) -> None:
        self._take(article, edition, generator, article.path, texts)
        view = article.view
        self.title, self.date = view.title, view.date
        self.modified = article.changed
        self.category = name(Category, view.column.name)
        self.tags = [name(Tag, tag.label) for tag in view.tags]
        self.author = name(Author, view.author or edition.site.name)
        self.authors = [self.author]
        self.metadata = {"title": view.title, "date": view.date, "id": article.id}


class HandedPage(_Handed, Page):  # type: ignore[misc] # Pelican has no types
    """A plain page of the edition as Pelican's plugins know it."""

    def __init__(
        self, page: model.Page, edition: model.Edition, generator: Any, texts: Texts
    ) -> None:
        self._take(page, edition, generator, f"pages/{page.slug}.md", texts)
        self.title = page.title
        self.metadata = {"title": page.title}
