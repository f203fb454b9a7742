"""The two builders, each with its folders: the same archive in, a site out."""

import datetime as dt
import shutil
import sys
from pathlib import Path

from . import hugo
from .measure import Run, measure

ROOT = Path(__file__).parents[1]
THEME = ROOT / "theme"


class Lanmu:
    """``lanmu build`` of the archive in ``content``, as of ``now``."""

    def __init__(self, content: Path, folder: Path, now: str) -> None:
        self.content = content
        self.output = folder / "output"
        self.cache = folder / "cache"
        self._now = now

    def command(self, *words: str | Path) -> list[str | Path]:
        """The command line of ``lanmu`` with ``words``."""
        places: list[str | Path] = [
            "--content",
            self.content,
            "--cache",
            self.cache,
            "--now",
            self._now,
        ]
        return [sys.executable, "-m", "plugins.desk", *words, *places]

    def build(self) -> Run:
        """Build the site once."""
        return measure(self.command("build", "--output", self.output), ROOT)

    def wait(self, days: int) -> None:
        """Build from now on as of some days later."""
        later = dt.datetime.fromisoformat(self._now) + dt.timedelta(days)
        self._now = later.isoformat(timespec="seconds")

    def forget(self) -> None:
        """Throw away the output and the cache."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.cache, ignore_errors=True)

    def fresh(self, folder: Path) -> "Lanmu":
        """The same archive with an output and a cache of its own, which are new."""
        return Lanmu(self.content, folder, self._now)

    def clone(self, folder: Path, *, output: bool) -> "Lanmu":
        """A fresh clone in ``folder``: new files of the same content, the cache restored.

        With ``output`` the last output is restored, too. All lies as it did, but elsewhere.
        """
        made = Lanmu(folder / "content", folder / "lanmu", self._now)
        shutil.copytree(self.content, made.content, copy_function=shutil.copyfile)
        made.cache.parent.mkdir()
        preserve(self.cache, made.cache)
        if output:
            preserve(self.output, made.output)
        return made


class Hugo:
    """Hugo's build of the same archive, written as a Hugo site into ``site``."""

    def __init__(self, content: Path, site: Path) -> None:
        program = hugo.program()
        if program is None:
            raise SystemExit("no hugo: install what requirements-dev.txt lists")
        self._archive = content
        self._site = site
        self.program = program
        self.content = site / "content"
        self.output = site / "public"
        self.environment = {"HUGO_CACHEDIR": str(site.absolute() / "cache")}
        if not site.exists():
            hugo.write_site(content, THEME, site)

    def command(self, *words: str | Path) -> list[str | Path]:
        """The command line of Hugo with ``words``."""
        return [self.program, *words, "--source", self._site.absolute(), "--noBuildLock"]

    def build(self) -> Run:
        """Build the site once: always the whole of it, for Hugo keeps no pages."""
        return measure(self.command("build", "--quiet"), ROOT, self.environment)

    def forget(self) -> None:
        """Throw away the output and the renditions that Hugo keeps."""
        for name in ("public", "resources", "cache"):
            shutil.rmtree(self._site / name, ignore_errors=True)

    def take(self, path: Path) -> None:
        """Write a changed text into the site."""
        hugo.write_article(self._archive, self._site, path)


def preserve(source: Path, target: Path) -> None:
    """Copy a folder as ``cp -a`` does: times, modes and hard links stay."""
    measure(["cp", "-a", source, target], ROOT)
