"""JSON-LD (json-ld.org) of schema.org's terms, fit to stand in a ``script`` of an HTML page."""

from collections.abc import Mapping
from typing import Any

import msgspec

_SIGNS = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld(thing: Mapping[str, Any]) -> str:
    """A thing by its own, what is empty left out; nothing in it ends the script it stands in."""
    whole = {"@context": "https://schema.org", **filled(thing)}
    text = msgspec.json.encode(whole).decode()
    # Most texts have none of these: to look for each takes less time than to translate.
    for sign, written in _SIGNS.items():
        text = text.replace(sign, written)
    return text


def filled(thing: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a thing."""
    return {name: value for name, value in thing.items() if value}
