"""Says what the W3C feed validator finds in feeds: JSON, an entry for each finding.

A program of its own: ``feed_rules.py VALIDATOR OUTPUT ORIGIN``. Others' code, which warns of
what newer Pythons will take away, is not run among the tests.
"""

import json
import sys
from pathlib import Path


def main() -> None:
    """Judge every feed of an output folder in XML."""
    sys.path.insert(0, sys.argv[1])
    import feedvalidator  # type: ignore[import-not-found] # fetched by tools/feed_validator.py
    from feedvalidator.logging import Error, Warning  # type: ignore[import-not-found] # noqa: A004

    output, origin = Path(sys.argv[2]), sys.argv[3]
    found = []
    for path in feeds(output):
        url = path.relative_to(output).as_posix()
        judged = feedvalidator.validateString(
            path.read_text("utf-8"), firstOccurrenceOnly=0, base=f"{origin}/{url}"
        )
        for event in judged["loggedEvents"]:
            if isinstance(event, Error | Warning):
                kind = "error" if isinstance(event, Error) else "warning"
                found.append([kind, type(event).__name__, url, str(event.params)])
    sys.stdout.write(json.dumps(found))


def feeds(output: Path) -> list[Path]:
    """The feeds of a site in RSS and Atom, archives too."""
    every = (*output.rglob("feed.xml"), *output.rglob("atom.xml"), *output.rglob("feeds/*.xml"))
    return sorted(every)


if __name__ == "__main__":
    main()
