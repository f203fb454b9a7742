"""Front matter of plain lines, read without YAML; all other goes to YAML.

A line is plain that says ``key: value`` or ``key: [value, value]`` with values of letters and
a few signs that mean nothing in YAML where they may stand here. What is made of such lines is
what libyaml makes of them, places included.
"""

import re

from .nodes_model import Mapping, Node, Scalar, Sequence

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_KEY = rf"[A-Za-z_{_HAN}][A-Za-z0-9_{_HAN}]{{0,39}}"
# Neither a value's first nor its last character is a sign or a space. A colon that has no
# space behind it, as in times and addresses, ends nothing outside of brackets.
_SIGNS = "\u3001\u3002\u300a\u300b\u2014\u2018-\u201d\u2026\uff01\uff08-\uff0c\uff1b\uff1f"
_CORE = f"[A-Za-z0-9_{_HAN}{_SIGNS}]++"
_VALUE = f"{_CORE}(?:(?: |[-./]++|:(?:(?=[A-Za-z0-9])|//)){_CORE})*+"
_ITEM = f"[A-Za-z0-9{_HAN}](?:[-.]?[A-Za-z0-9_{_HAN}])*+"
_LINE = re.compile(rf"({_KEY}): (?:({_VALUE})|\[({_ITEM}(?:, {_ITEM})*)\])")


def plain_mapping(front: str, first: int) -> Mapping | None:
    """Read front matter whose every line is plain; ``None`` where one is not.

    ``first`` is the line of the file that it begins at.
    """
    pairs: list[tuple[Scalar, Node]] = []
    lines = front.removesuffix("\n").split("\n")
    for number, line in enumerate(lines, first):
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        key, value, items = match.groups()
        column = len(key) + 3
        node: Node = (
            Scalar(value, (number, column)) if items is None else _list(items, number, column)
        )
        pairs.append((Scalar(key, (number, 1)), node))
    return Mapping(tuple(pairs), (first, 1))


def _list(items: str, line: int, column: int) -> Sequence:
    nodes: list[Scalar] = []
    at = column + 1
    for item in items.split(", "):
        nodes.append(Scalar(item, (line, at)))
        at += len(item) + 2
    return Sequence(tuple(nodes), (line, column))
