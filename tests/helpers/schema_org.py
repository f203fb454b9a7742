"""schema.org's vocabulary, as the npm package ``schema-dts`` writes it down, and a judge by it.

Its one file of TypeScript has a line for each thing that is asked here: which types a type
extends, which properties these have, what a property takes. So it is read as text; no compiler
is needed, and a fault can be told in words.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.helpers.programs import node_file

_INTERFACE = re.compile(r"(?:export )?interface (\w+) extends ([\w, <>]+) \{")
_PROPERTY = re.compile(r' {4}"(\w+)"\?: SchemaValue<(.+), "\w+">;')
_ALIAS = re.compile(r"export type (\w+)(?:<[^=]+>)? = (.+);")
_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_FORMS = {
    "Text": re.compile(r".+", re.DOTALL),
    "URL": re.compile(r"https?://[^\s<>\"]+"),
    "Date": re.compile(_DAY),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)"),
    "Distance": re.compile(r"\d+(?:\.\d+)? [a-z]+"),
    "Duration": re.compile(r"P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?(?<=\w)(?<!P)(?<!T)"),
}
"""Data types that are written as text, and their forms (ISO 8601, schema.org/Distance)."""


class Vocabulary:
    """Types, what they extend, their properties and what these take."""

    def __init__(self, text: str) -> None:
        self._extends: dict[str, list[str]] = {}
        self._properties: dict[str, dict[str, set[str]]] = {}
        self._narrower: dict[str, set[str]] = {}
        own: dict[str, set[str]] = {}
        for line in text.splitlines():
            if found := _INTERFACE.match(line):
                self._extends[found[1]] = re.findall(r"\w+", found[2])
                own = self._properties[found[1]] = {}
            elif found := _PROPERTY.match(line):
                own[found[1]] = set(re.findall(r"[^\s|]+", found[2]))
            elif found := _ALIAS.match(line):
                self._narrower[found[1]] = set(re.findall(r"[^\s|]+", found[2]))

    def knows(self, name: str) -> bool:
        """Tell whether there is a type of this name."""
        return f"{name}Leaf" in self._extends

    def properties(self, name: str) -> dict[str, set[str]]:
        """The properties of a type and of all that it extends, and the types that each takes."""
        found: dict[str, set[str]] = {}
        waiting = [f"{name}Leaf"]
        while waiting:
            each = waiting.pop()
            found |= self._properties.get(each, {})
            waiting += self._extends.get(each, [])
        return found

    def narrower(self, names: set[str]) -> set[str]:
        """Types and all that are kinds of them."""
        found: set[str] = set()
        waiting = [*names]
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += self._narrower.get(each, ())
        return found

    def faults(self, value: Any, where: str = "@graph") -> Iterator[str]:
        """What is wrong with a node, and with those within it."""
        kind = value.get("@type", "") if isinstance(value, dict) else ""
        if not isinstance(kind, str) or not self.knows(kind):
            yield f"{where}: no node of a known type: {value!r}"
            return
        known = self.properties(kind)
        for name, given in value.items():
            place = f"{where} {kind}.{name}"
            if name in {"@type", "@id"}:
                continue
            if name.endswith("-input"):
                # An annotation of an action's property: schema.org/docs/actions.html.
                if name.removesuffix("-input") not in known or "Action" not in kind:
                    yield f"{place}: not a property of an action"
            elif name not in known:
                yield f"{place}: not a property of this type"
            else:
                yield from self._taken(given, known[name], place)

    def _taken(self, given: Any, takes: set[str], where: str) -> Iterator[str]:
        if isinstance(given, list):
            if not given or any(isinstance(each, list) for each in given):
                yield f"{where}: an empty list, or a list within a list"
            for each in given:
                yield from self._taken(each, takes, where)
        elif isinstance(given, dict):
            if set(given) == {"@id"}:
                if "IdReference" not in takes:
                    yield f"{where}: takes no node"
                return
            yield from self.faults(given, where)
            if f"{given.get('@type')}Leaf" not in self.narrower(takes):
                yield f"{where}: takes no {given.get('@type')}"
        elif not self._fits(given, self.narrower(takes)):
            yield f"{where}: takes no {given!r}"

    def _fits(self, given: object, takes: set[str]) -> bool:
        if isinstance(given, bool):
            return "Boolean" in takes
        if isinstance(given, int | float):
            return "number" in takes
        text = str(given)
        forms = (_FORMS[each] for each in takes if each in _FORMS)
        return f'"{text}"' in takes or any(form.fullmatch(text) for form in forms)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the package that package-lock.json pins."""
    path = Path(node_file("schema-dts/dist/schema.d.ts"))
    return Vocabulary(path.read_text(encoding="utf-8"))
