"""What every value that a template is handed is built on."""

from typing import ClassVar

import msgspec


class Value(msgspec.Struct, frozen=True, array_like=True):
    """Base of every frozen value: encoded in field order, compared by its fields."""

    shared: ClassVar[bool] = False
    """Whether one such value stands in many pages' inputs: the press takes its digest once."""
