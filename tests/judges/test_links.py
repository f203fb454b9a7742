"""Lychee over every link inside the site, fragments too."""

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

from tests.helpers.programs import tool
from tests.helpers.sites import ROOT, Site


def test_every_link_leads_somewhere(sample_site: Site) -> None:
    """Links, pictures and fragments within the site exist, absolute addresses of its own too."""
    base = tomllib.loads((ROOT / "content/site.toml").read_text(encoding="utf-8"))["base_url"]
    report = lychee(sample_site.output, base)
    faults = [
        f"{page}: {each['url']}: {each['status']['text']}"
        for page, errors in report["error_map"].items()
        for each in errors
    ]
    assert not faults, "\n".join(faults[:40])
    assert report["successful"] > 1000


def test_the_checker_sees_faults(tmp_path: Path) -> None:
    """The judge itself is awake: a missing page, a missing fragment and a dead own address."""
    (tmp_path / "index.html").write_text(
        '<a href="/gone/">x</a><a href="#gone">y</a><a href="https://a.example/gone/">z</a>'
    )
    report = lychee(tmp_path, "https://a.example")
    assert report["errors"] == 3


def lychee(output: Path, base: str) -> dict[str, Any]:
    """Run the link checker, offline: links to other hosts are left alone."""
    pages = [str(path) for path in sorted(output.rglob("*.html"))]
    done = subprocess.run(
        [
            *(tool("lychee"), "--offline"),
            *("--no-progress", "--format", "json", "--include-fragments=anchor-only"),
            *("--root-dir", str(output), "--index-files", "index.html"),
            *("--remap", f"^{re.escape(base)}/(.*)$ file://{output}/$1"),
            *("--exclude", r"^file://.*\.(xml|ics)#"),
            *pages,
        ],
        cwd=output,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report
