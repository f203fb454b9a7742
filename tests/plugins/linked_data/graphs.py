"""What the tests of machines' data share."""

import json
from typing import Any

HOST = "https://news.example"


def nodes(data: str) -> dict[str, Any]:
    """The nodes of a page by their types; where there are several of one, the last."""
    made = json.loads(data)
    assert made["@context"] == "https://schema.org"
    assert list(made) == ["@context", "@graph"]
    return {each["@type"]: each for each in made["@graph"]}
