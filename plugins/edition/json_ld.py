"""JSON-LD (json-ld.org) of schema.org's terms, fit to stand in a ``script`` of an HTML page."""

import json
from collections.abc import Mapping
from typing import Any

_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld(thing: Mapping[str, Any]) -> str:
    """A thing by its own, what is empty left out; nothing in it ends the script it stands in."""
    whole = {"@context": "https://schema.org", **filled(thing)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_SIGNS)


def filled(thing: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a thing."""
    return {name: value for name, value in thing.items() if value}
