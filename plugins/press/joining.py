"""Templates made into one piece before Jinja compiles them: words and parts are put in place.

A part (a macro that a template imports by a fixed name) sees only what it is handed, and a
word of the catalogue is always the same: neither needs a call on each page. The syntax tree
that Jinja's code generator gets has the part's own nodes where the template says
``{{ part(...) }}``, and the catalogue's words where it says ``_("...")``. What does not fit
is left as it is: Jinja calls it.

The doors are Jinja's: ``code_generator_class`` of an environment, and the nodes of its
"Extending the AST".
"""

import re
from collections.abc import Iterator
from functools import cached_property
from keyword import iskeyword
from typing import Any, NamedTuple, Protocol, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from .syntax import CONSTANT, bound, copied, has, imported, loaded

SAYERS = frozenset({"_", "gettext"})
"""The functions that say a word of the catalogue."""

NOT_PLAIN = (
    *(nodes.Include, nodes.Import, nodes.FromImport, nodes.Block, nodes.EvalContextModifier),
    *(nodes.Macro, nodes.CallBlock),
)
"""What a macro may not hold to be put in place: it looks around, or has names of its own."""

_PLACE = re.compile(r"(%(?:\(\w+\)s|.?))", re.DOTALL)


class Words(Protocol):
    """A catalogue of translations."""

    def gettext(self, message: str) -> str:
        """What a message is in the catalogue's language."""


class Place(NamedTuple):
    """A macro: the template that has it, its name there."""

    template: str
    macro: str


class Scope(NamedTuple):
    """The macros of a template: its own, and where each name that it may call leads."""

    own: dict[str, nodes.Macro]
    macros: dict[str, Place]


class Part(NamedTuple):
    """A macro ready to be put in place, and the macros that it still asks for, by alias."""

    macro: nodes.Macro
    asks: dict[str, Place]


class Asked:
    """A macro that is called where it could not be put in place: found when it is first called.

    An import would look for it anew on each page.
    """

    def __init__(self, environment: jinja2.Environment, place: Place) -> None:
        self._environment = environment
        self._place = place

    @cached_property
    def _macro(self) -> Any:
        template = self._environment.get_template(self._place.template)
        return getattr(template.module, self._place.macro)

    def __call__(self, *values: object, **named: object) -> Any:
        """What the macro makes of these."""
        return self._macro(*values, **named)


class Joiner:
    """Joins the templates of one environment; each part is parsed and made ready once."""

    def __init__(self, environment: jinja2.Environment, words: Words) -> None:
        self._environment = environment
        self._words = words
        self._scopes: dict[str, Scope] = {}
        self._parts: dict[Place, Part | None] = {}
        self._aliases: dict[Place, str] = {}

    def join(self, tree: nodes.Template, name: str) -> None:
        """Put words and parts in place in a tree that no one else has."""
        if tree.find(nodes.EvalContextModifier) is not None:
            return  # What is escaped changes on the way.
        asks: dict[str, Place] = {}
        macros = _scope(tree, name).macros
        body: list[nodes.Node] = []
        for statement in tree.body:
            joining = _Joining(self, self._words, macros, statement, asks, name)
            body.extend(joining.visit_list(statement))
        called = self._called(asks)
        tree.body[:] = [copied(each, called) for each in body]
        if tree.find(nodes.Include) is None:
            tree.body[:] = _used(tree)
        for block in tree.find_all(nodes.Block):
            if has(block, (nodes.With, nodes.For)):
                block.body = _at_once(block)
        tree.set_environment(self._environment)

    def part(self, place: Place) -> Part | None:
        """The macro of that place; None where it is not there, or depends on where it stands."""
        if place not in self._parts:
            self._parts[place] = None  # what a macro that calls itself finds
            self._parts[place] = self._made(place)
        return self._parts[place]

    def _made(self, place: Place) -> Part | None:
        own, macros = self._scope(place.template)
        raw = own.get(place.macro)
        if raw is None or has(raw, NOT_PLAIN):
            return None
        local = bound(raw)
        free = loaded(raw) - local
        arguments = {each.name for each in raw.args}
        # A name that is a macro's here and something else there is too clever for this.
        if not free <= macros.keys() | SAYERS or (local - arguments) & macros.keys():
            return None
        # What it calls gets a name that no other template has.
        aliases = {name: self._alias(macros[name]) for name in free & macros.keys()}
        named = {alias: macros[name] for name, alias in aliases.items()}
        macro = copied(raw, {name: nodes.Name(alias, "load") for name, alias in aliases.items()})
        asks: dict[str, Place] = {}
        _Joining(self, self._words, named, macro, asks).visit(macro)
        left = loaded(macro)
        asks.update((alias, where) for alias, where in named.items() if alias in left)
        return None if left & SAYERS else Part(macro, asks)

    def _called(self, asks: dict[str, Place]) -> dict[str, nodes.Expr]:
        """What stands for each macro that is still asked for: it costs nothing until it is."""
        for alias, place in asks.items():
            setattr(self._environment, alias, Asked(self._environment, place))
        return {alias: nodes.EnvironmentAttribute(alias) for alias in asks}

    def _alias(self, place: Place) -> str:
        return self._aliases.setdefault(place, f"joined_{len(self._aliases)}")

    def _scope(self, name: str) -> Scope:
        if name not in self._scopes:
            self._scopes[name] = Scope({}, {})
            loader = self._environment.loader
            if loader is not None:
                source = loader.get_source(self._environment, name)[0]
                self._scopes[name] = _scope(self._environment.parse(source, name), name)
        return self._scopes[name]


class _Joining(NodeTransformer):
    """Changes one statement of a template: a block or a macro, say."""

    def __init__(
        self,
        joiner: Joiner,
        words: Words,
        macros: dict[str, Place],
        statement: nodes.Node,
        asks: dict[str, Place],
        name: str = "",
    ) -> None:
        self._joiner = joiner
        self._words = words
        self._asks = asks
        self._name = name
        taken = bound(statement)
        self._macros = {name: place for name, place in macros.items() if name not in taken}
        self._sayers = SAYERS - taken

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's name
        """A word without values is put in place wherever it stands."""
        pieces = self._pieces(node)
        if pieces is not None and len(pieces) == 1:
            return pieces[0]
        return self.generic_visit(node)

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802
        """Words with their values, and parts, are put in place where they are shown."""
        made: list[nodes.Node] = []
        for child in self._spelled(node.nodes):
            shown = self.visit(child)
            placed = self._placed(shown)
            if placed is not None:
                made.append(placed)
            elif made and isinstance(made[-1], nodes.Output):
                made[-1].nodes.append(shown)
            else:
                made.append(nodes.Output([shown], lineno=shown.lineno))
        return made

    def _spelled(self, children: list[nodes.Expr]) -> Iterator[nodes.Expr]:
        for child in children:
            pieces = self._pieces(child)
            if pieces is None:
                yield child
            else:
                yield from self._spelled(pieces)

    def _pieces(self, said: nodes.Expr) -> list[nodes.Expr] | None:
        """A word as text and the values between; None where this says no word."""
        if not isinstance(said, nodes.Call) or said.dyn_args or said.dyn_kwargs:
            return None
        if not isinstance(said.node, nodes.Name) or said.node.name not in self._sayers:
            return None
        match said.args:
            case [nodes.Const(value=str(message))]:
                values = {each.key: each.value for each in said.kwargs}
                return _spelled_out(self._words.gettext(message), values, said.lineno)
        return None

    def _placed(self, shown: nodes.Node) -> nodes.Node | None:
        """The part that is called for, in place; None where this calls for none."""
        if not isinstance(shown, nodes.Call) or shown.dyn_args or shown.dyn_kwargs:
            return None
        if not isinstance(shown.node, nodes.Name) or shown.node.name not in self._macros:
            return None
        part = self._joiner.part(self._macros[shown.node.name])
        values = _arguments(part.macro, shown) if part is not None else None
        if part is None or values is None:
            return None
        if any(place.template == self._name for place in part.asks.values()):
            return None  # A template cannot import from itself.
        self._asks.update(part.asks)
        targets = [nodes.Name(name, "param", lineno=shown.lineno) for name in values]
        body = part.macro.body
        placed = nodes.With(targets, list(values.values()), body, lineno=shown.lineno)
        return cast(nodes.With, copied(placed, {}))


def _spelled_out(text: str, values: dict[str, nodes.Expr], lineno: int) -> list[nodes.Expr] | None:
    """What Jinja's own formatting makes of a word: ``%(name)s`` a value, ``%%`` a sign."""
    pieces: list[nodes.Expr] = []
    literal = ""
    # Every second part is a place, or a sign that none has.
    for at, part in enumerate(_PLACE.split(text)):
        if at % 2 == 0:
            literal += part
        elif part == "%%":
            literal += "%"
        elif part[2:-2] in values:
            pieces += [nodes.TemplateData(literal, lineno=lineno), values[part[2:-2]]]
            literal = ""
        else:
            return None
    return [*pieces, nodes.TemplateData(literal, lineno=lineno)]


def _arguments(macro: nodes.Macro, call: nodes.Call) -> dict[str, nodes.Expr] | None:
    """What each argument of a macro is in a call; None where the call does not fit."""
    ordered = [each.name for each in macro.args]
    given: dict[str, nodes.Expr] = dict(zip(ordered, call.args, strict=False))
    for each in call.kwargs:
        if each.key in given or each.key not in ordered:
            return None
        given[each.key] = each.value
    defaults = dict(zip(reversed(ordered), reversed(macro.defaults), strict=False))
    whole = {**defaults, **given}
    if len(call.args) > len(ordered) or whole.keys() != set(ordered):
        return None
    # A default that is more than a constant may ask for another argument.
    if not all(name in given or isinstance(whole[name], CONSTANT) for name in ordered):
        return None
    return {name: whole[name] for name in ordered}


def _scope(tree: nodes.Template, name: str) -> Scope:
    own: dict[str, nodes.Macro] = {}
    macros: dict[str, Place] = {}
    for each in tree.body:
        match each:
            case nodes.Macro():
                own[each.name] = each
                macros[each.name] = Place(name, each.name)
            case nodes.FromImport(template=nodes.Const(value=str(template)), with_context=False):
                for there, here in imported(each):
                    macros[here] = Place(template, there)
    # A name that has something else besides may be anything.
    others = [each for each in tree.body if not isinstance(each, nodes.Macro | nodes.Block)]
    for other in bound(*others):
        macros.pop(other, None)
    return Scope(own, macros)


def _at_once(block: nodes.Block) -> list[nodes.Node]:
    """A block's statements, shown as one string: each on its own goes a long way."""
    whole = nodes.AssignBlock(nodes.Name("joined_block", "store"), None, block.body)
    shown = nodes.Output([nodes.Name("joined_block", "load")])
    return [each.set_lineno(block.lineno) for each in (whole, shown)]


def _used(tree: nodes.Template) -> list[nodes.Node]:
    """A template's statements without the imports that nothing asks for any more."""
    asked = {each.name for each in tree.find_all(nodes.Name)}
    return [
        each
        for each in tree.body
        if not isinstance(each, nodes.FromImport)
        or not asked.isdisjoint(here for _, here in imported(each))
    ]


class Generator(CodeGenerator):
    """Jinja's code generator, given joined templates; for an environment that has a ``joiner``."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write a template's code."""
        joiner: Joiner = cast(Any, self.environment).joiner
        joiner.join(node, self.name or "")
        super().visit_Template(node, frame)
        # The name that all output goes through, in this template's code.
        self.writeline(f"from {__name__} import written as escape")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute as Python has it: to look for an item as well takes a while.

        Where there is no such attribute, the page is rendered as its template is written.
        """
        blocks = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if blocks or not node.attr.isidentifier() or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


def written(value: object) -> str:
    """What a page shows of a value: as ``markupsafe.escape``, but a string where that will do."""
    if type(value) is not str:
        return value if type(value) is Markup else escape(value)
    # Most texts have none of these; to make a Markup of each takes longer than to look.
    value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return value.replace('"', "&#34;").replace("'", "&#39;")
