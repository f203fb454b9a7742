"""Jinja, set up for pages that say what they need, and versions of templates."""

import hashlib
import importlib
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import jinja2
import msgspec
from jinja2 import meta

from .page import Inputs, PressError
from .store import Texts


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

    texts: Texts
    options: dict[str, str]


class Renderer:
    """Renders inputs to bytes. One a process: see ``renderer``."""

    def __init__(self, setup: RenderSetup) -> None:
        self._setup = setup
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
        environment = Environment(
            loader=jinja2.FileSystemLoader(self._setup.folders),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            extensions=["jinja2.ext.i18n"],
        )
        environment.texts = self.texts
        environment.options = self.options
        for name, target in self._setup.filters:
            environment.filters[name] = _named(target)
        # install_gettext_translations comes with the extension, unknown to type checkers.
        install = cast(Any, environment).install_gettext_translations
        install(catalogue(self._setup.catalogue), newstyle=True)
        return environment

    def render(self, inputs: Inputs) -> bytes:
        """The bytes of one page.

        Raises what the template or function raises; the caller says for which page.
        """
        page = inputs.page
        if page.render is not None:
            return page.render(inputs, self)
        template = self.environment.get_template(page.template)
        context = {name: getattr(inputs, name) for name in inputs.__struct_fields__}
        return template.render(context).encode()

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
            loader = cast(jinja2.BaseLoader, self.environment.loader)
            try:
                source = loader.get_source(self.environment, name)[0]
            except jinja2.TemplateNotFound:
                # An include may say `ignore missing`; any other fails when it is rendered.
                return b"missing", ()
            named = list(meta.find_referenced_templates(self.environment.parse(source)))
            if None in named:
                raise PressError(
                    "template-dynamic", "{name} names a template by a variable", name=name
                )
            digest = hashlib.blake2b(source.encode()).digest()
            found = self._sources[name] = digest, tuple(n for n in named if n is not None)
        return found


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
