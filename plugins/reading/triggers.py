"""What a text must hold for a regular expression to match in it, read off the expression.

Python's own parser of regular expressions takes it apart. Where that parser is not to be
had, or the expression says too little, the answer is "anything may match".
"""

import importlib
import re
from collections.abc import Iterable
from types import ModuleType
from typing import Any

# A class of more characters than this says little.
_MOST = 64

Needles = frozenset[str]
_Items = Iterable[tuple[Any, Any]]


def _parser() -> ModuleType | None:
    try:
        return importlib.import_module("re._parser")
    except ImportError:  # another Python: nothing is known then
        return None


_PARSER = _parser()


def needles_of(pattern: re.Pattern[str]) -> Needles | None:
    """Give strings of which every match of ``pattern`` holds at least one.

    ``None`` where no such strings are known; a text is then to be searched in any case.
    """
    if _PARSER is None:
        return None
    try:
        tree = _PARSER.parse(pattern.pattern, pattern.flags)
        return _of_all(tree, bool(tree.state.flags & re.IGNORECASE))
    except (re.error, AttributeError, TypeError, ValueError, RecursionError):
        return None


def _of_all(items: _Items, caseless: bool) -> Needles | None:
    """Of things that follow each other each must be there: the rarest is enough."""
    best: Needles | None = None
    literal = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL" and _is_itself(argument, caseless):
            literal += chr(argument)
            continue
        best = _better(_better(best, literal), _of_one(name, argument, caseless))
        literal = ""
    return _better(best, literal)


def _better(one: Needles | None, other: Needles | str | None) -> Needles | None:
    """Of two answers, both right, the one that fewer texts hold."""
    if not other:
        return one
    other = frozenset((other,)) if isinstance(other, str) else other
    if one is None:
        return other
    return max(one, other, key=lambda needles: (min(map(len, needles)), -len(needles)))


def _of_one(name: str, argument: Any, caseless: bool) -> Needles | None:
    needles: Needles | None = None
    if name == "SUBPATTERN":
        _, on, off, inner = argument
        caseless = bool((caseless or on & re.IGNORECASE) and not off & re.IGNORECASE)
        needles = _of_all(inner, caseless)
    elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = argument
        needles = _of_all(inner, caseless) if least else None
    elif name == "ATOMIC_GROUP":
        needles = _of_all(argument, caseless)
    elif name == "BRANCH":
        needles = _of_any([_of_all(branch, caseless) for branch in argument[1]])
    elif name == "GROUPREF_EXISTS":
        _, there, absent = argument
        needles = _of_any([_of_all(branch or (), caseless) for branch in (there, absent)])
    elif name == "IN":
        needles = _of_class(argument, caseless)
    # Places, look-around and back references take no character of their own; a dot any.
    return needles


def _of_any(branches: list[Needles | None]) -> Needles | None:
    """Of alternatives any may be there; where one of them may be anything, so may all."""
    known = [branch for branch in branches if branch]
    total = frozenset[str]().union(*known)
    return total if len(known) == len(branches) and 0 < len(total) <= _MOST else None


def _of_class(members: _Items, caseless: bool) -> Needles | None:
    found: set[str] = set()
    for operation, argument in members:
        name = str(operation)
        if name not in ("LITERAL", "RANGE"):
            return None
        first, last = argument if name == "RANGE" else (argument, argument)
        if last - first >= _MOST:
            return None
        codes = range(first, last + 1)
        if not all(_is_itself(code, caseless) for code in codes):
            return None
        found.update(map(chr, codes))
    return frozenset(found) if 0 < len(found) <= _MOST else None


def _is_itself(code: int, caseless: bool) -> bool:
    """Whether a literal matches its own character alone."""
    return not caseless or (code < 128 and not chr(code).isalpha())  # noqa: PLR2004 - ASCII
