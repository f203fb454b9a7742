"""What every value that a template is handed is built on."""

import msgspec


class Value(msgspec.Struct, frozen=True, array_like=True):
    """Base of every frozen value: encoded in field order, compared by its fields."""
