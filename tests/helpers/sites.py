"""Whole sites for tests: written inline, built through the command line, read back by URL."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-21T08:00+08:00"
"""The time that every test's build takes for now."""

SITE_TOML = """\
name = "试验周报"
name_en = "Test Weekly"
slogan = "试验"
description = "一份试验用的周报。"
base_url = "https://news.example"
language = "zh-Hans"
time_zone = "Asia/Shanghai"
# Few tests search, and each index takes a third of a second.
search.enabled = false
share = { cards = false }
"""
COLUMN = """\
---
name: 新闻
name_en: News
description: 试验栏目。
---
"""

Content = Mapping[str, str | bytes]


@dataclass(frozen=True)
class Build:
    """What one run of the command line came to."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report: findings and summary."""
        value = json.loads(self.stdout)
        assert isinstance(value, dict)
        return value

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings, each a dict."""
        value = self.report["findings"]
        assert isinstance(value, list)
        return value

    @property
    def summary(self) -> dict[str, Any]:
        """The closing figures."""
        value = self.report["summary"]
        assert isinstance(value, dict)
        return value

    @property
    def rules(self) -> list[str]:
        """The rule ids of the findings, in the report's order."""
        return [str(each["rule"]) for each in self.findings]


def lanmu(
    *words: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT, timeout: float = 280
) -> Build:
    """Run the editors' command as a person would, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.desk", *words],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    return Build(done.returncode, done.stdout, done.stderr)


@dataclass
class Site:
    """A site in a folder of its own: its sources, its output, and the last build's result.

    A column ``news`` and a ``site.toml`` are there unless the files given bring their own.
    """

    root: Path
    content: Path = field(init=False)
    output: Path = field(init=False)
    cache: Path = field(init=False)
    last: Build = field(init=False)

    def __post_init__(self) -> None:
        self.content = self.root / "content"
        self.output = self.root / "output"
        self.cache = self.root / "cache"

    def write(self, files: Content) -> None:
        """Write source files; text is written as UTF-8 with the line ends it has."""
        for name, value in files.items():
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(value.encode() if isinstance(value, str) else value)

    def remove(self, *names: str) -> None:
        """Remove source files."""
        for name in names:
            (self.content / name).unlink()

    def build(
        self,
        *options: str,
        now: str = NOW,
        jobs: int = 1,
        env: Mapping[str, str] | None = None,
        output: Path | None = None,
        cache: Path | None = None,
    ) -> Build:
        """Build, and keep what came of it in ``last``."""
        words: Sequence[str] = (
            *("build", "--format", "json", "--now", now, "--jobs", str(jobs)),
            *("--content", str(self.content)),
            *("--output", str(output or self.output)),
            *("--cache", str(cache or self.cache)),
            *options,
        )
        self.last = lanmu(*words, env=env)
        return self.last

    def rebuild(self, files: Content | None = None, *options: str) -> Build:
        """Change files and build again, with the cache of the builds before."""
        self.write(files or {})
        return self.build(*options)

    @property
    def exit_code(self) -> int:
        """The last build's exit code."""
        return self.last.exit_code

    @property
    def report(self) -> dict[str, Any]:
        """The last build's JSON report."""
        return self.last.report

    def path(self, url: str) -> Path:
        """Where the output for an address such as ``/columns/news/`` lies."""
        return self.output / (url.lstrip("/") + ("index.html" if url.endswith("/") else ""))

    def read(self, url: str) -> str:
        """Read the output at an address."""
        return self.path(url).read_text(encoding="utf-8")

    def snapshot(self) -> dict[str, bytes]:
        """Every output file's bytes, by its path."""
        return tree(self.output)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file's bytes under a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def picture(width: int = 640, height: int = 400, colour: str = "#7a8c9e") -> bytes:
    """A plain picture as PNG, for articles that need one."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "PNG")
    return file.getvalue()


def small_site(root: Path, files: Content) -> Site:
    """Write a site: what is given, and where it is not given, the least that a site needs."""
    site = Site(root)
    site.write({"site.toml": SITE_TOML, "columns/news/_column.md": COLUMN, **files})
    return site
