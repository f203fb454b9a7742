"""Front matter as nodes that know their place: YAML's plain part, and nothing more.

libyaml's events are read one by one and no node is built by recursion, so that neither
depth nor an alias can be used against the reader. Scalars stay text: ``2021-07-15`` and
``no`` mean what the key says, not what YAML guesses.
"""

import re
from typing import NamedTuple

import yaml

from .keys import ALL_NAMES
from .nodes_model import Mapping, Node, Scalar, Sequence
from .notes import Edits, Notes
from .plain_front import plain_mapping

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "Split", "read_yaml", "split"]

MAX_LENGTH = 65_536
MAX_DEPTH = 8
# libyaml takes quadratic time over open brackets, and cannot be stopped from Python.
MAX_BRACKETS = 2_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = re.compile(r"---[ \t]*")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
# A key, and what editors type after it: a full-width colon, or a colon without a space.
_COLON = re.compile(
    r"(?P<key>[^\s:：#\"'\[\]{},&*!|>%@`-][^\s:：]{0,39})[ \t]*(?P<colon>：|:(?=\S))"
)
_ITEM = re.compile(r"[ \t]*(?:- +)*")
_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?[ \t]*(?:#.*)?$")


class Split(NamedTuple):
    """A source file in two: the nodes of its front matter, and its body."""

    front: Mapping
    body: str
    body_line: int


class _Refused(Exception):
    def __init__(self, reason: str, at: tuple[int, int]) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


def split(text: str, notes: Notes) -> Split | None:
    """Take a decoded file apart; ``None`` where there is no front matter to be read."""
    start, line = _opening(text)
    if start < 0:
        notes.add("error", "front-matter-missing", (line, 1))
        return None
    closing = _CLOSING.search(text, start)
    if closing is None:
        notes.add("error", "front-matter-unclosed", (line, 1))
        return None
    front = text[start : closing.start()]
    body = text[closing.end() + 1 :]
    body_line = line + front.count("\n") + 2
    plain = plain_mapping(front, line + 1) if len(front) <= MAX_LENGTH else None
    if plain is not None:
        return Split(plain, body, body_line)
    edits = Edits()
    try:
        node = read_yaml(_open_colons(front, line + 1, edits), line + 1)
    except _Refused as refusal:
        at = edits.original(*refusal.at)
        notes.add("error", "front-matter-invalid", at, reason=refusal.reason)
        return None
    return Split(_placed(node, edits), body, body_line)


def _opening(text: str) -> tuple[int, int]:
    """Find the first ``---``: offset of the line after it (-1: none), and its own line."""
    offset = 0
    for number, line in enumerate(text.split("\n", 50)[:50], 1):
        if _FENCE.fullmatch(line):
            return min(offset + len(line) + 1, len(text)), number
        if line.strip():
            return -1, number
        offset += len(line) + 1
    return -1, 1


def _open_colons(front: str, first: int, edits: Edits) -> str:
    """Make ``标题：x`` and ``title:x`` say ``title: x``, but not inside a block of text."""
    if "：" not in front and not re.search(r":\S", front):
        return front
    lines = front.split("\n")
    block = -1
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (indent > block or not line.strip()):
            continue
        block = indent if _BLOCK.search(line) else -1
        lead = _ITEM.match(line)
        start = lead.end() if lead else 0
        match = _COLON.match(line, start)
        if match is None or (match["key"] not in ALL_NAMES and (start or match["colon"] == ":")):
            continue
        rest = line[match.end() :]
        gap = "" if rest[:1] in ("", " ", "\t") else " "
        lines[index] = f"{line[: match.start('colon')]}:{gap}{rest}"
        if _BLOCK.fullmatch(rest.strip()):
            block = indent
        if gap:
            edits.add(first + index, match.end() + 2, -1)
    return "\n".join(lines)


def read_yaml(front: str, first: int) -> Node:
    """Build nodes from YAML events; ``first`` is the line of the file they begin at.

    Raises an exception of this module where it is no YAML, or more than its plain part.
    """
    if len(front) > MAX_LENGTH:
        raise _Refused("long", (first, 1))
    if front.count("[") + front.count("{") > MAX_BRACKETS:
        raise _Refused("deep", (first, 1))
    builder = _Builder(first)
    try:
        for event in yaml.parse(front, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as fault:
        raise _fault(fault, front, first) from None
    except (yaml.YAMLError, ValueError):
        raise _Refused("other", builder.at) from None
    return builder.root


class _Builder:
    """Puts events together on a stack of its own: depth costs no recursion."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.at = (first, 1)
        self.root: Node = Mapping((), self.at)
        # Each open collection: whether it is a mapping, its place, its children so far.
        self.stack: list[tuple[bool, tuple[int, int], list[Node]]] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        mark = event.start_mark
        if mark:
            self.at = (mark.line + self.first, mark.column + 1)
        if isinstance(event, yaml.NodeEvent):
            self._check(event)
        if isinstance(event, yaml.ScalarEvent):
            self._put(Scalar(event.value, self.at, event.style in ("'", '"')))
        elif isinstance(event, yaml.CollectionStartEvent):
            self.stack.append((isinstance(event, yaml.MappingStartEvent), self.at, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._put(_collection(*self.stack.pop()))

    def _check(self, event: yaml.NodeEvent) -> None:
        # A lone "!" is what libyaml reports in some styles where no tag was written.
        tagged = getattr(event, "tag", None) not in (None, "!")
        if isinstance(event, yaml.AliasEvent) or event.anchor or tagged:
            raise _Refused("alias", self.at)
        if len(self.stack) > MAX_DEPTH:
            raise _Refused("deep", self.at)

    def _put(self, node: Node) -> None:
        if self.stack:
            self.stack[-1][2].append(node)
        else:
            self.root = node


def _collection(mapping: bool, at: tuple[int, int], children: list[Node]) -> Node:
    if not mapping:
        return Sequence(tuple(children), at)
    pairs: list[tuple[Scalar, Node]] = []
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise _Refused("shape", key.at)
        pairs.append((key, value))
    return Mapping(tuple(pairs), at)


def _fault(fault: yaml.MarkedYAMLError, front: str, first: int) -> _Refused:
    """Turn a YAML error into the reason an editor can act on, at the likeliest place."""
    mark = fault.problem_mark or fault.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = f"{fault.context or ''} {fault.problem or ''}"
    lines = front.split("\n")
    # A quote or bracket that is never closed is told where it was opened.
    if fault.context_mark and ("quoted scalar" in problem or "flow" in problem):
        line, column = fault.context_mark.line, fault.context_mark.column
    reason = "other"
    if "quoted scalar" in problem:
        reason = "quote"
    elif "flow" in problem:
        reason = "bracket"
    elif "\t" in lines[min(line, len(lines) - 1)][: column + 1] or "tab" in problem:
        reason = "tab"
    elif "mapping values" in problem:
        reason = "colon"
    elif "cannot start any token" in problem or "alias" in problem or "anchor" in problem:
        reason = "sign"
    elif "block" in problem or "simple key" in problem:
        reason = "indent"
    return _Refused(reason, (line + first, column + 1))


def _placed(node: Node, edits: Edits) -> Mapping:
    """Give every node its place in the text as it was before colons were opened."""
    if not isinstance(node, Mapping):
        if isinstance(node, Scalar) and not node.text:
            return Mapping((), node.at)
        # A front matter that is one text or list has no keys: the caller sees none.
        return Mapping((), edits.original(*node.at))
    return _moved_mapping(node, edits) if edits else node


def _moved_mapping(node: Mapping, edits: Edits) -> Mapping:
    pairs = tuple((_moved_scalar(k, edits), _moved(v, edits)) for k, v in node.pairs)
    return Mapping(pairs, edits.original(*node.at))


def _moved_scalar(node: Scalar, edits: Edits) -> Scalar:
    return node._replace(at=edits.original(*node.at))


def _moved(node: Node, edits: Edits) -> Node:
    if isinstance(node, Scalar):
        return _moved_scalar(node, edits)
    if isinstance(node, Sequence):
        items = tuple(_moved(item, edits) for item in node.items)
        return Sequence(items, edits.original(*node.at))
    return _moved_mapping(node, edits)
