"""Jinja, set up for pages that say what they need, and versions of templates."""

import hashlib
import importlib
import re
from collections import Counter
from collections.abc import MutableMapping
from contextlib import suppress
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import jinja2
import msgspec
from jinja2 import meta

from .joining import Generator, Joiner
from .page import Inputs, PressError
from .store import Texts

MUCH = 2**19
"""Bytes of pages after which a template is joined, where many are to come."""

MANY = 1000
"""Pages that are many: what joining saves on fewer is less than it takes."""

EXTENSIONS = ("jinja2.ext.i18n",)

_NAMING = re.compile(
    r"""\{%[-+]?\s*(?:extends|include|import|from)\b"""
    r"""(?:\s*["'](?P<name>[^"'\\]*)["']\s*(?:[-+]?%\}|(?:import|as|ignore|with|without)\b))?"""
)
"""Where a template names another: with its name, if that stands there and nothing follows it."""


class RenderSetup(msgspec.Struct, frozen=True):
    """All that a renderer is made from; small, so that it can be sent to any worker.

    ``filters`` are pairs of a name in templates and ``module:function``. ``options``
    are what filters may ask of ``environment.options`` (the language, say).
    ``catalogue`` is a gettext PO file, or nothing for untranslated templates.
    """

    folders: tuple[str, ...]
    store: str
    filters: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    catalogue: str = ""


class Environment(jinja2.Environment):
    """Jinja's environment with the texts of the store and the site's options at hand."""

    joiner: Joiner | None = None
    texts: Texts
    options: dict[str, str]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """What every template knows, in one piece: Jinja copies it for each page."""
        return {**self.globals, **(d or {})}


class Renderer:
    """Renders inputs to bytes. One a process: see ``renderer``."""

    def __init__(self, setup: RenderSetup) -> None:
        self._setup = setup
        self._made: Counter[str] = Counter()
        self._joins = True
        self._versions: dict[str, bytes] = {}
        self._sources: dict[str, tuple[bytes, tuple[str, ...]]] = {}

    @cached_property
    def texts(self) -> Texts:
        """The texts that bodies stand for."""
        return Texts(Path(self._setup.store))

    @cached_property
    def options(self) -> dict[str, str]:
        """What the site sets for all its pages."""
        return dict(self._setup.options)

    @cached_property
    def environment(self) -> Environment:
        """The Jinja environment: strict about names, escaping everything."""
        return self._environment()

    @cached_property
    def joined(self) -> Environment:
        """The same, for templates of many pages: they are joined with their parts."""
        environment = self._environment()
        environment.joiner = Joiner(environment, self._words)
        environment.code_generator_class = Generator
        return environment

    def _environment(self) -> Environment:
        environment = Environment(
            loader=self._loader,
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            extensions=EXTENSIONS,
        )
        environment.texts = self.texts
        environment.options = self.options
        for name, target in self._setup.filters:
            environment.filters[name] = _named(target)
        # install_gettext_translations comes with the extension, unknown to type checkers.
        install = cast(Any, environment).install_gettext_translations
        install(self._words, newstyle=True)
        return environment

    @cached_property
    def _loader(self) -> jinja2.FileSystemLoader:
        return jinja2.FileSystemLoader(self._setup.folders)

    @cached_property
    def _words(self) -> Any:
        return catalogue(self._setup.catalogue)

    def render(self, inputs: Inputs) -> bytes:
        """The bytes of one page.

        Raises what the template or function raises; the caller says for which page.
        """
        page = inputs.page
        if page.render is not None:
            return page.render(inputs, self)
        context = {name: getattr(inputs, name) for name in inputs.__struct_fields__}
        made = self._by_joined(page.template, context)
        if made is None:
            made = self.environment.get_template(page.template).render(context).encode()
        self._made[page.template] += len(made)
        return made

    def expect(self, pages: int) -> None:
        """Hear how many pages are to come: of few, no template is joined."""
        self._joins = pages >= MANY

    def prepare(self, template: str) -> None:
        """Compile a template and all that it names, so that processes forked later need not.

        What is wrong with it is said when a page is rendered.
        """
        with suppress(Exception):
            for name in sorted(self._closure(template)):
                self.environment.get_template(name)

    def _by_joined(self, template: str, context: dict[str, Any]) -> bytes | None:
        """The page, if its template is joined by now, and can be."""
        if not self._joins or self._made[template] < MUCH:
            return None
        try:
            return self.joined.get_template(template).render(context).encode()
        except Exception:  # noqa: BLE001 - templates may raise anything
            return None  # As it is written, the template says in which part that was.

    def version(self, template: str) -> bytes:
        """A hash over a template and all that it is rendered with.

        That is every template that it extends, includes or imports, the filters' names, the
        options and the catalogue's words.
        """
        found = self._versions.get(template)
        if found is None:
            whole = hashlib.blake2b(self._surroundings, digest_size=16)
            for name in sorted(self._closure(template)):
                whole.update(name.encode() + b"\0" + self._source(name)[0])
            found = self._versions[template] = whole.digest()
        return found

    @cached_property
    def _surroundings(self) -> bytes:
        setup = self._setup
        words = Path(setup.catalogue).read_bytes() if setup.catalogue else b""
        return repr((setup.filters, setup.options)).encode() + b"\0" + words

    def _closure(self, template: str) -> set[str]:
        seen: set[str] = set()
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(self._source(name)[1])
        return seen

    def _source(self, name: str) -> tuple[bytes, tuple[str, ...]]:
        """A template's hash and the templates it names."""
        found = self._sources.get(name)
        if found is None:
            try:
                source = self._loader.get_source(self._parser, name)[0]
            except jinja2.TemplateNotFound:
                # An include may say `ignore missing`; any other fails when it is rendered.
                return b"missing", ()
            named = self._named_in(source)
            if None in named:
                raise PressError(
                    "template-dynamic", "{name} names a template by a variable", name=name
                )
            digest = hashlib.blake2b(source.encode()).digest()
            found = self._sources[name] = digest, tuple(n for n in named if n is not None)
        return found

    @cached_property
    def _parser(self) -> jinja2.Environment:
        return jinja2.Environment(extensions=EXTENSIONS)  # noqa: S701 - renders nothing

    def _named_in(self, source: str) -> list[str | None]:
        """The templates that a template names; None for one named by a variable.

        One in a comment may be among them: its change then counts for nothing, and does no harm.
        """
        named: list[str | None] = []
        for found in _NAMING.finditer(source):
            if found["name"] is None:
                return list(meta.find_referenced_templates(self._parser.parse(source)))
            named.append(found["name"])
        return named


@lru_cache(maxsize=4)
def renderer(setup: RenderSetup) -> Renderer:
    """The renderer of this process for a setup, made when first asked for."""
    return Renderer(setup)


def catalogue(path: str) -> Any:
    """The translations of a PO file, compiled in memory: no made file lies in the tree."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import NullTranslations, Translations

    if not path:
        return NullTranslations()
    compiled = BytesIO()
    with Path(path).open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return Translations(compiled)


def _named(target: str) -> Any:
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)
