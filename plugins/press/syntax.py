"""Jinja's syntax trees: what they name, and copies in which what is known is put in place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import nodes

CONSTANT = (nodes.Const, nodes.TemplateData)
"""What is the same wherever it stands; lists and tuples may hold names."""

SETTING = (nodes.Assign, nodes.AssignBlock)
"""What sets a name for the rest of the statements that it stands among."""

BODIES = ("body", "else_")
"""The fields of nodes that hold statements one after the other."""

Known = Mapping[str, nodes.Expr]
"""Names, and what stands for each."""


def names(some: Iterable[nodes.Node]) -> Iterator[nodes.Name]:
    """All names in these trees."""
    for node in some:
        if isinstance(node, nodes.Name):
            yield node
        yield from node.find_all(nodes.Name)


def has(node: nodes.Node, kinds: tuple[type[nodes.Node], ...]) -> bool:
    """Tell whether there is a node of these kinds within."""
    return any(isinstance(each, kinds) for each in node.find_all(nodes.Node))


def imported(node: nodes.FromImport) -> Iterator[tuple[str, str]]:
    """What a template imports: the name there, the name here."""
    for each in node.names:
        yield (each, each) if isinstance(each, str) else each


def bound(*some: nodes.Node) -> set[str]:
    """The names that these statements set within, but for what they themselves import."""
    found = {each.name for each in names(some) if each.ctx != "load"}
    for node in some:
        for each in node.find_all((nodes.Macro, nodes.Import, nodes.FromImport)):
            match each:
                case nodes.FromImport():
                    found.update(here for _, here in imported(each))
                case nodes.Macro(name=name) | nodes.Import(target=name):
                    found.add(name)
    return found


def loaded(*some: nodes.Node) -> set[str]:
    """The names that are asked for, but for ``loop``, which a loop itself has."""
    found = {each.name for each in names(some) if each.ctx == "load"}
    looping = any(node.find(nodes.For) is not None for node in some)
    return found - {"loop"} if looping else found


def copied(node: nodes.Node, known: Known) -> Any:
    """A copy of an expression or statement down to the leaves, of the same type or simpler.

    What stands for a name must mean the same wherever the name does: a literal, or a name
    that nothing else has.
    """
    if isinstance(node, nodes.Name):
        found = known.get(node.name) if node.ctx == "load" else None
        return _twin(node) if found is None else copied(found, {})
    if isinstance(node, nodes.With):
        return _with(node, known)
    made = _twin(node)
    for field in node.fields:
        value = getattr(node, field)
        if isinstance(value, nodes.Node):
            setattr(made, field, copied(value, known))
        elif isinstance(value, list):
            setattr(made, field, (_body if field in BODIES else _list)(value, known))
    match made:
        case nodes.And(left=nodes.Const() as left, right=right):
            return right if left.value else left
        case nodes.Or(left=nodes.Const() as left, right=right):
            return left if left.value else right
        case nodes.Not(node=nodes.Const(value=value)):
            return nodes.Const(not value, lineno=made.lineno, environment=made.environment)
    return made


def _twin(node: Any) -> Any:
    """A copy of one node: not deepcopy, as a node knows its environment."""
    made = object.__new__(type(node))
    made.__dict__.update(node.__dict__)
    return made


def _list(some: list[Any], known: Known) -> list[Any]:
    return [copied(one, known) if isinstance(one, nodes.Node) else one for one in some]


def _body(some: list[Any], known: Known) -> list[Any]:
    made: list[Any] = []
    for each in some:
        for one in _simplified(copied(each, known)):
            if isinstance(one, nodes.Output) and made and isinstance(made[-1], nodes.Output):
                made[-1].nodes.extend(one.nodes)
            else:
                made.append(one)
    return made


def _simplified(node: nodes.Node) -> list[nodes.Node]:
    """A statement, or the statements that it comes to where all is known."""
    match node:
        case nodes.If(test=nodes.Const(value=value)) if value:
            return node.body
        case nodes.If(test=nodes.Const(), elif_=[first, *others]):
            first.elif_, first.else_ = others, node.else_
            return _simplified(first)
        case nodes.If(test=nodes.Const()):
            return node.else_
        case nodes.With(targets=[]) if not has(node, SETTING):
            return node.body
    return [node]


def _with(node: nodes.With, known: Known) -> nodes.With:
    """``{% with %}`` sets its names for its body alone; what is literal is put there at once."""
    values = [copied(value, known) for value in node.values]
    pairs = list(zip(node.targets, values, strict=True))
    literal = {
        target.name: value
        for target, value in pairs
        if isinstance(target, nodes.Name) and isinstance(value, CONSTANT)
    }
    if literal:
        for each in names(node.body):
            if each.ctx == "store":
                literal.pop(each.name, None)
    hidden = bound(*node.targets)
    outer = {name: value for name, value in known.items() if name not in hidden}
    left = [pair for pair in pairs if getattr(pair[0], "name", None) not in literal]
    made: nodes.With = _twin(node)
    made.targets = [copied(target, {}) for target, _ in left]
    made.values = [value for _, value in left]
    made.body = _body(node.body, {**outer, **literal})
    return made
