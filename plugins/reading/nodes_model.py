"""The nodes of front matter: texts, lists and mappings that know their place."""

from typing import NamedTuple


class Scalar(NamedTuple):
    """A text with its place (line and column from 1)."""

    text: str
    at: tuple[int, int]
    quoted: bool = False


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    at: tuple[int, int]


class Mapping(NamedTuple):
    """Keys with their values, in the order written, doubled keys too."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    at: tuple[int, int]


Node = Scalar | Sequence | Mapping
