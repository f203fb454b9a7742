"""Page types: what a page is made from, which pages there are, and what renders them.

A page type is a frozen struct of inputs. Its fields are at once the whole context of
its template, what its digest is taken of, and what is sent to a worker process.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

import msgspec

if TYPE_CHECKING:
    from .templates import Renderer


class PressError(Exception):
    """The site could not be built; the output is untouched.

    ``reason`` is a stable name, for whoever says it in another language with ``values``;
    as text it is ``said``, in English.
    """

    exitcode = 3
    """What Pelican's command line ends with when it meets this error."""

    def __init__(self, reason: str, said: str, **values: object) -> None:
        super().__init__(said.format(**values))
        self.reason = reason
        self.values = values
        self._said = said

    def __reduce__(self) -> tuple[Any, ...]:
        # Workers send it: by what it was made with, not by its text alone.
        return _again, (type(self), self.reason, self._said, self.values)


def _again(kind: type[PressError], reason: str, said: str, values: dict[str, object]) -> PressError:
    return kind(reason, said, **values)


class Inputs(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Base of all page types: the declared inputs of one page."""

    page: ClassVar["PageType"]

    @classmethod
    def routes(cls, subject: Any) -> Iterator["Route"]:
        """Every page of this type that ``subject`` (the edition) asks for."""
        raise NotImplementedError


class Route(NamedTuple):
    """One page: its path from the top of the site (``/columns/``) and what it is made from.

    ``source`` is the inputs, or a function that makes them: where there are many pages,
    they are made where and when they are needed, on a worker or when a reader asks.
    """

    url: str
    source: Inputs | Callable[[], Inputs]

    @property
    def inputs(self) -> Inputs:
        """The inputs of the page."""
        return self.source if isinstance(self.source, Inputs) else self.source()


Render = Callable[[Any, "Renderer"], bytes]


class PageType(NamedTuple):
    """How the pages of one type are rendered: by a template, or by a function.

    ``urls`` are the patterns that their paths have: ``{slug}`` stands for a name (anything
    without a slash, but for ``.`` and ``..``), ``{year:number}`` for digits, ``{old:path}`` for
    names with slashes between them and perhaps one at the end. Pages of a type that ``yields``
    are left out where anything else has their path, or lies on the way to it.
    """

    name: str
    urls: tuple[str, ...]
    template: str
    render: Render | None
    yields: bool = False

    def owns(self, url: str) -> bool:
        """Tell whether ``url`` has one of the declared forms."""
        return _form(self.urls).fullmatch(url) is not None


_forms: dict[tuple[str, ...], re.Pattern[str]] = {}


def _form(urls: tuple[str, ...]) -> re.Pattern[str]:
    found = _forms.get(urls)
    if found is None:
        found = _forms[urls] = re.compile("|".join(map(_one_form, urls)))
    return found


def _one_form(pattern: str) -> str:
    parts = re.split(r"(\{\w+(?::number|:path)?\})", pattern)
    # Every second part is a name in braces.
    return "".join([_part(part) if at % 2 else re.escape(part) for at, part in enumerate(parts)])


_NAME = r"(?!\.{1,2}(?:/|$))[^/]+"


def _part(name: str) -> str:
    if name.endswith(":number}"):
        return "[0-9]+"
    return f"{_NAME}(?:/{_NAME})*/?" if name.endswith(":path}") else _NAME


T = TypeVar("T", bound=type[Inputs])


def page_type(
    *urls: str, template: str = "", render: Render | None = None, yields: bool = False
) -> Callable[[T], T]:
    """Declare a page type: ``@page_type("/columns/{slug}/", template="column.html")``.

    Exactly one of ``template`` and ``render`` is given. A render function takes the
    inputs and the renderer and returns the file's bytes.
    """
    if bool(template) == bool(render):
        raise TypeError("a page type has a template or a render function")

    def declare(cls: T) -> T:
        name = f"{cls.__module__}.{cls.__qualname__}"
        cls.page = PageType(name, urls, template, render, yields)
        return cls

    return declare


def output_path(url: str) -> str:
    """The file of a path, relative to the output folder: ``/a/`` -> ``a/index.html``."""
    path = url.removeprefix("/")
    return f"{path}index.html" if url.endswith("/") else path
