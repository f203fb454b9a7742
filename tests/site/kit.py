"""Small sites built in this process: quick enough to be built many times in one test."""

import contextlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any
from unittest.mock import patch

from PIL import Image

from plugins.desk.__main__ import main
from plugins.press.templates import Environment, renderer
from tests.helpers.sites import NOW, ROOT, SITE_TOML, Build, Content, Site, tree

SITE_EN = SITE_TOML.replace('"zh-Hans"', '"en"')
ADDRESS = "https://news.example"


def article(
    title: str = "标题", date: str = "2026-01-02", body: str = "正文。", **more: object
) -> str:
    """Write an article's file; further keys of front matter by name, in YAML's JSON form."""
    front = {"title": title, "date": date, **more}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(("---", *lines, "---", body, ""))


def column(name: str, **more: object) -> str:
    """Write a column's file."""
    lines = [f"{key}: {json.dumps(v, ensure_ascii=False)}" for key, v in more.items()]
    return "\n".join(("---", f"name: {json.dumps(name, ensure_ascii=False)}", *lines, "---", ""))


def feeds(*folders: str) -> frozenset[str]:
    """Name the output files of the feeds of some folders, in every format."""
    names = ("feed.xml", "atom.xml", "feed.json")
    return frozenset(f"{folder}/{name}".removeprefix("/") for folder in folders for name in names)


def photo(colour: str = "#7a8c9e", width: int = 64, height: int = 40, **options: object) -> bytes:
    """Make a plain photograph as JPEG; options are Pillow's."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "JPEG", **options)
    return file.getvalue()


def articles(count: int, folder: str = "columns/news/2026") -> dict[str, str | bytes]:
    """Write so many plain articles, one a day from New Year on."""
    return {
        f"{folder}/a{n:02}.md": article(
            f"第{n}篇",
            f"2026-{n // 28 + 1:02}-{n % 28 + 1:02}",
            f"第{n}篇的正文。",
            id=f"a{n}",
            tags=[f"标签{n % 3}"],
        )
        for n in range(count)
    }


@dataclass(frozen=True)
class Change:
    """Which output files a build added, changed and removed."""

    added: frozenset[str]
    changed: frozenset[str]
    removed: frozenset[str]

    @classmethod
    def between(cls, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> "Change":
        """Compare two trees."""
        both = old.keys() & new.keys()
        return cls(
            frozenset(new.keys() - old.keys()),
            frozenset(path for path in both if old[path] != new[path]),
            frozenset(old.keys() - new.keys()),
        )


@dataclass
class Quick(Site):
    """A site whose builds run in this process, by the settings file in ``house``."""

    house: Path = ROOT

    def build(
        self,
        *options: str,
        now: str = NOW,
        jobs: int = 1,
        env: Mapping[str, str] | None = None,
        output: Path | None = None,
        cache: Path | None = None,
    ) -> Build:
        """Build as the command line does; with ``env`` in a process of its own."""
        if env is not None:
            return super().build(*options, now=now, jobs=jobs, env=env, output=output, cache=cache)
        self.last = run(
            *("build", "--format", "json", "--now", now, "--jobs", str(jobs)),
            *("--content", str(self.content)),
            *("--output", str(output or self.output)),
            *("--cache", str(cache or self.cache)),
            *options,
            house=self.house,
        )
        return self.last

    def edit(self, files: Content | None = None, remove: Iterable[str] = ()) -> Change:
        """Change source files, build again, and tell what that did to the output."""
        before = self.snapshot()
        self.remove(*remove)
        self.rebuild(files)
        assert self.exit_code in {0, 1}, self.last.stderr
        return Change.between(before, self.snapshot())

    def clean(self, *options: str, now: str = NOW) -> dict[str, bytes]:
        """The tree of a build of the same content that knows nothing of earlier ones."""
        other = Quick(self.root / "clean", house=self.house)
        other.content = self.content
        number = len(list(self.root.glob("clean*")))
        output, cache = self.root / f"clean-{number}", self.root / f"clean-cache-{number}"
        build = other.build(*options, now=now, output=output, cache=cache)
        assert build.exit_code in {0, 1}, build.stderr
        return tree(output)

    @property
    def total(self) -> str:
        """All that a reader could see, in one text: names and content of every output file."""
        return "\n".join(
            f"{name}\n{data.decode('utf-8', 'replace')}" for name, data in self.snapshot().items()
        )

    def found(self, rule: str) -> list[tuple[str, int, int]]:
        """Where a rule was found broken: path in ``content/``, line and column."""
        prefix = f"{self.content}/"
        return [
            (str(f["path"]).removeprefix(prefix), int(f["line"]), int(f["column"]))
            for f in self.last.findings
            if f["rule"] == rule
        ]


_COMPILED: dict[tuple[str, str | None, str | None], CodeType] = {}


def _compile(
    environment: Environment, source: str, name: str | None = None, filename: str | None = None
) -> CodeType:
    """Compile a template as Jinja does, but once a process: its code depends on its source alone.

    That of a joined one has words and parts in it, and is made each time.
    """
    if environment.joiner is not None:
        return plain_compile(environment, source, name, filename)
    key = (source, name, filename)
    if key not in _COMPILED:
        _COMPILED[key] = plain_compile(environment, source, name, filename)
    return _COMPILED[key]


plain_compile = Environment.compile


def run(*words: str, house: Path = ROOT) -> Build:
    """Run the editors' command in this process, from the folder ``house``."""
    # As a terminal's are: bytes can be written to them too.
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    # A process that builds once sees each template as it is; so must one that builds often.
    renderer.cache_clear()
    with (
        contextlib.chdir(house),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        patch.object(Environment, "compile", _compile),
    ):
        try:
            code = main(words)
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
    for stream in (out, err):
        stream.seek(0)
    return Build(code, out.read(), err.read())


def settled(folder: Path, theme: Path = ROOT / "theme", more: str = "") -> Path:
    """Write settings like the project's, with another theme or more lines; give their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    own = (ROOT / "pelicanconf.py").read_text("utf-8")
    (folder / "pelicanconf.py").write_text(f"{own}\nTHEME = {str(theme)!r}\n{more}\n", "utf-8")
    return folder


def states(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file's inode and time of change, by its path."""
    return {
        str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def words(element: Any) -> str:
    """The text of an element with all that is in it."""
    return "" if element is None else "".join(map(str, element.itertext()))


def texts_of(output: Path, *suffixes: str) -> Iterator[tuple[str, str]]:
    """Every output file with one of the endings: its path and its text."""
    for path in sorted(output.rglob("*")):
        if path.suffix in suffixes:
            yield path.relative_to(output).as_posix(), path.read_text("utf-8")
