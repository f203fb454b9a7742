"""The Nu HTML checker, the W3C's own, over every page."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.pages import judged
from tests.helpers.programs import node_file, program
from tests.helpers.served import served
from tests.helpers.sites import Site

# What the checker warns of and we mean; each line says why.
MEANT: tuple[str, ...] = (
    # JSON-LD is data that no browser runs, so no policy blocks it; the checker asks for none of
    # the types. That no other script is inline is test_csp's to see.
    r"^Inline script violates Content Security Policy",
)
# The checker is also a public service, and as such would not look at the loopback.
OWN_HOST = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
# For some hundred pages the second compiler takes more time than its code wins.
BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")


@pytest.mark.timeout(300)
def test_every_page_is_valid(sample_site: Site) -> None:
    """No page has an error, nor a warning that is not explained."""
    messages = nu(sample_site.output)
    faults = [
        f"{each.get('url', '')}:{each.get('lastLine', 0)}: {each['message']}"
        for each in messages
        if not any(re.search(pattern, each["message"]) for pattern in MEANT)
    ]
    assert not faults, "\n".join(sorted(faults)[:40])
    assert len(judged(sample_site.output)) > 50


def test_the_checker_sees_faults(tmp_path: Path) -> None:
    """The judge itself is awake: an element left open is found."""
    (tmp_path / "broken.html").write_text("<!doctype html><title>x</title><p><b>y</p>")
    assert any("open elements" in each["message"] for each in nu(tmp_path))


def nu(output: Path) -> list[dict[str, Any]]:
    """Run the checker over a folder of pages; returns its messages, its plain notes left out."""
    java = program("java", package="default-jre-headless")
    jar = node_file("vnu-jar/build/dist/vnu.jar")
    # Over HTTP, not as files: only then does the checker know what a policy's 'self' means.
    with served(output) as host:
        done = subprocess.run(
            [
                *(java, *BRIEF, OWN_HOST, "-jar", str(jar)),
                *("--format", "json", "--exit-zero-always"),
                *(host + url for url in judged(output)),
            ],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [each for each in messages if each["type"] != "info" or each.get("subType") == "warning"]
