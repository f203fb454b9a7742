"""Values that the press takes for the same while they are one object."""

import datetime as dt
import typing

import pytest

from plugins.edition.cards import ArticleCard, SiteFrame
from plugins.edition.values import Value

FIXED = (str, int, float, bool, bytes, type(None), dt.date, dt.datetime)


def every(kind: type[Value]) -> typing.Iterator[type[Value]]:
    """All types below one."""
    for each in kind.__subclasses__():
        yield each
        yield from every(each)


def parts(kind: object) -> typing.Iterator[object]:
    """The types that a type is put together of, in the end."""
    if typing.get_origin(kind) is typing.Literal:
        return
    inner = typing.get_args(kind)
    if inner and typing.get_origin(kind) in {tuple, typing.Union, type(int | str)}:
        for each in inner:
            yield from parts(each)
    elif kind is not Ellipsis:
        yield kind


SHARED = [kind for kind in every(Value) if kind.shared]


def test_cards_and_frames_are_shared() -> None:
    """They stand in the inputs of thousands of pages."""
    assert {ArticleCard, SiteFrame} <= {*SHARED}


@pytest.mark.parametrize("kind", SHARED, ids=lambda kind: kind.__name__)
def test_what_is_shared_cannot_change(kind: type[Value]) -> None:
    """Frozen, with all that is in it: its sum is taken once."""
    waiting: list[object] = [kind]
    seen: set[object] = set()
    while waiting:
        each = waiting.pop()
        if each in seen or each in FIXED:
            continue
        seen.add(each)
        assert isinstance(each, type)
        assert issubclass(each, Value), each
        assert each.__struct_config__.frozen
        for hint in typing.get_type_hints(each).values():
            if typing.get_origin(hint) is not typing.ClassVar:
                waiting.extend(parts(hint))
