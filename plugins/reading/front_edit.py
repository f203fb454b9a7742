"""An old address written into a file's front matter, and nothing else of the file changed."""

import re
from contextlib import suppress

from plugins.edition.old_paths import Unfit, old_path

from .keys import Key, names_of
from .nodes import Mapping, Node, Scalar, Sequence, split
from .notes import Notes
from .words import tidy

_PLAIN = re.compile(r"/[\w./~%+-]*")


class TooHard(Exception):
    """The front matter is written in a way that is left to people."""


def with_alias(text: str, keys: tuple[Key, ...], path: str) -> str:
    """A file's text with one more old address in the form of ``plugins.edition.old_paths``.

    ``keys`` are those of its kind. Line ends stay as they are; where it is there already, in
    whatever form, all does. Raises ``TooHard`` where what would come of it is not just that:
    it is read again, and compared.
    """
    parts = split(_unix(text), Notes(""))
    if parts is None:
        raise TooHard
    lines = text.split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    names = names_of(keys)
    node = next((v for k, v in parts.front.pairs if names.get(tidy(k.text)) == "aliases"), None)
    if node is not None and path in _paths(node):
        return text
    value = path if _PLAIN.fullmatch(path) else f'"{path}"'
    if node is None:
        # In the language that the other keys are in.
        chinese = bool(parts.front.pairs) and not parts.front.pairs[0][0].text.isascii()
        name = next(
            key.aliases[0] if chinese else key.name for key in keys if key.name == "aliases"
        )
        closing = parts.body_line - 2
        lines[closing:closing] = [f"{name}:{end}", f"  - {value}{end}"]
    else:
        _add(lines, node, value, end)
    made = "\n".join(lines)
    _compare(parts.front, parts.body, made, (names, path))
    return made


def _paths(node: Node) -> set[str]:
    """The old addresses that a value has already."""
    found = set()
    for item in node.items if isinstance(node, Sequence) else (node,):
        with suppress(Unfit):
            found.add(old_path(tidy(item.text)) if isinstance(item, Scalar) else "")
    return found


def _add(lines: list[str], node: Node, value: str, end: str) -> None:
    """Add a value to what there is: a list of lines, a list in brackets, one text, or nothing."""
    line, column = node.at
    row = lines[line - 1].removesuffix("\r")
    if isinstance(node, Sequence) and row[column - 1 :].startswith("["):
        head, bracket, tail = row.rpartition("]")
        comma = "" if not node.items or head.rstrip().endswith(",") else ", "
        lines[line - 1] = f"{head.rstrip()}{comma}{value}{bracket}{tail}{end}"
    elif isinstance(node, Sequence) and node.items:
        last, at = node.items[-1].at
        lines[last:last] = [f"{lines[last - 1][: at - 1]}{value}{end}"]
    elif isinstance(node, Scalar) and node.text:
        lines[line - 1] = f"{row[: column - 1]}[{row[column - 1 :].rstrip()}, {value}]{end}"
    elif isinstance(node, Scalar):
        lines[line:line] = [f"  - {value}{end}"]
    else:
        raise TooHard


def _compare(front: Mapping, body: str, made: str, change: tuple[dict[str, str], str]) -> None:
    names, path = change
    parts = split(_unix(made), Notes(""))
    if parts is None or parts.body != body:
        raise TooHard
    old, new = _by_name(front, names), _by_name(parts.front, names)
    before = old.pop("aliases", [])
    before = before if isinstance(before, list) else [before] if before else []
    if new.pop("aliases", None) != [*before, path] or old != new:
        raise TooHard


def _by_name(front: Mapping, names: dict[str, str]) -> dict[str, object]:
    return {names.get(tidy(key.text), key.text): _plain(value) for key, value in front.pairs}


def _plain(node: Node) -> object:
    """What a node says, wherever it stands."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return [(key.text, _plain(value)) for key, value in node.pairs]


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")
