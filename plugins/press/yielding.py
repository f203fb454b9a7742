"""Pages that give way: to whatever else has their path, or lies on the way to it."""

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from .page import Route, output_path


def free(routes: Iterable[Route], others: Iterable[str]) -> Iterator[Route]:
    """Those routes whose file neither is, nor is in the way of, a file at one of ``others``.

    Names count as one that are one on some system: those that differ by case, or in the
    form of their signs. Of two routes that are in each other's way the first stays.
    """
    taken = {_folded(output_path(url)) for url in others}
    folders = {folder for path in taken for folder in _folders(path)}
    for route in routes:
        path = _folded(output_path(route.url))
        above = _folders(path)
        if path not in taken and path not in folders and taken.isdisjoint(above):
            taken.add(path)
            folders.update(above)
            yield route


def _folded(path: str) -> str:
    return path.lower() if path.isascii() else normalize("NFC", path.casefold())


def _folders(path: str) -> list[str]:
    return [path[:at] for at, sign in enumerate(path) if sign == "/"]
