"""The press as Pelican's output: page types are asked for by signal, as generators are.

Pelican runs as it always does; what its article and page generators would write comes
from the press instead. Other generators stay, and write into the same new output.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from blinker import signal
from pelican import signals
from pelican.generators import ArticlesGenerator, PagesGenerator

from . import assets
from .build import File, Progress, Run
from .digest import code_version
from .page import Inputs, PressError, Route
from .report import Report
from .store import Store, StoreDamaged, TextLost
from .templates import RenderSetup
from .work import Crew
from .yielding import free

get_page_types = signal("lanmu_get_page_types")
"""Sent with Pelican's object; a feature answers with its page types."""

get_subject = signal("lanmu_get_subject")
"""Sent with Pelican's object; one plugin answers with a ``Subject``."""

before_commit = signal("lanmu_before_commit")
"""Sent with Pelican's object when all is made; who raises keeps the old output in place."""

press_finalized = signal("lanmu_press_finalized")
"""Sent with Pelican's object and ``report`` when the output is in place."""


class Subject:
    """What a site is made from, as the press needs to know it."""

    def __init__(  # noqa: PLR0913 - the parts of a whole, by name
        self,
        *,
        value: Any,
        files: Iterable[File],
        static: dict[str, bytes],
        store: Store,
        setup: RenderSetup,
        crew: Crew,
        progress: Progress,
        versions: tuple[str, ...] = (),
        beside: Callable[[], Iterable[File]] = tuple,
    ) -> None:
        self.value = value
        self.files = files
        # Files that are made while the pages are; asked for when these are done.
        self.beside = beside
        self.static = static
        self.store = store
        self.setup = setup
        self.crew = crew
        self.progress = progress
        # Of libraries that pages are rendered with: with another one they are rendered anew.
        self.versions = versions


class _Press:
    """The press of one run of Pelican."""

    def __init__(self, pelican: Any) -> None:
        self._pelican = pelican
        self._output = Path(pelican.output_path)
        self._run: Run | None = None
        self._subject: Subject | None = None

    def take_over(self, generators: list[Any]) -> None:
        """Let the generators of articles and pages write what the press makes.

        They stay in the list: Pelican looks them up again to count their articles.
        """
        types = _asked(get_page_types, self._pelican)
        subjects = _asked(get_subject, self._pelican)
        if len(subjects) != 1:
            raise PressError("not-begun", "one plugin must say what the site is made from")
        self._subject = subjects[0]
        modules = [kind.__module__ for kind in types]
        modules += [target.partition(":")[0] for _, target in self._subject.setup.filters]
        packages = frozenset(module.partition(".")[0] for module in modules)
        code = code_version(packages, self._subject.versions)
        self._run = Run(self._subject.store, self._output, self._subject.setup, code)
        for generator in generators:
            if isinstance(generator, ArticlesGenerator):
                generator.generate_output = lambda _writer: self.write(types)
            elif isinstance(generator, PagesGenerator):
                generator.generate_output = lambda _writer: None
            else:
                generator.output_path = str(self._run.sink.foreign)
        # Foreign files go beside the output first, to be put in place with ours: those of
        # generators, of Pelican's writer (made after this), of plugins that come last.
        self._pelican.output_path = str(self._run.sink.foreign)

    def write(self, types: list[type[Inputs]]) -> None:
        """Render all pages of all page types."""
        run, subject = self._made()
        run.know(types)
        files = list(subject.files)
        try:
            run.pages(_all_routes(types, subject, files), subject.crew, subject.progress)
        except TextLost as lost:
            subject.store.start_anew()
            said = "the store was damaged and is thrown away; build again"
            raise StoreDamaged("store-damaged", said) from lost
        run.files(chain(files, subject.beside()))

    def commit(self) -> Report:
        """Put the output in place."""
        before_commit.send(self._pelican)
        return self._made()[0].commit()

    def give_up(self) -> None:
        """Let the output stand as it is; nothing is left lying beside it."""
        if self._run is not None:
            self._run.sink.give_up()

    def leave(self) -> None:
        """Let Pelican's object be as it was."""
        self._pelican.output_path = str(self._output)

    def _made(self) -> tuple[Run, Subject]:
        if self._run is None or self._subject is None:
            raise PressError("not-begun", "nothing was taken over")
        return self._run, self._subject


_current: list[_Press] = []


def connect() -> None:
    """Listen to Pelican; connecting twice is the same as once."""
    signals.initialized.connect(_begin)
    signals.all_generators_finalized.connect(_take_over)


def _begin(pelican: Any) -> None:
    """Put the output in place after the whole run.

    Receivers of ``finalized``, Pelican's last signal, are called in no order, and may
    write files too: only when ``run`` returns has each had its turn.
    """
    run = pelican.run

    def whole_run() -> None:
        press = _Press(pelican)
        _current[:] = [press]
        try:
            run()
            report = press.commit()
        except BaseException:
            press.give_up()
            raise
        finally:
            press.leave()
            _current.clear()
        press_finalized.send(pelican, report=report)

    pelican.run = whole_run


def _take_over(generators: list[Any]) -> None:
    # One run at a time in a process: Pelican's signals for generators do not say whose.
    for press in _current:
        press.take_over(generators)


def _all_routes(
    types: Sequence[type[Inputs]], subject: Subject, files: Sequence[File]
) -> list[Route]:
    """The routes of all pages; those that give way to others come last."""
    routes = [*_routes(types, subject, last=False), *assets.routes(subject.static)]
    yielding = list(_routes(types, subject, last=True))
    if yielding:
        others = chain((route.url for route in routes), (file.url for file in files))
        routes += free(yielding, others)
    return routes


def _routes(types: Iterable[type[Inputs]], subject: Subject, *, last: bool) -> Iterator[Route]:
    for kind in types:
        if kind.page.yields == last:
            yield from kind.routes(subject.value)


def _asked(question: Any, pelican: Any) -> list[Any]:
    """All answers to a signal, in the order of their plugins' names."""
    answers: list[Any] = []
    for receiver, answer in question.send(pelican):
        answers.append((receiver.__module__, answer if isinstance(answer, tuple) else (answer,)))
    return [value for _, values in sorted(answers, key=lambda pair: pair[0]) for value in values]
