"""Pelican's other plugins: their files are there, their faults are told."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.sites import NOW, ROOT, Build, lanmu
from tests.site.kit import Quick, article, settled, states

Make = Callable[..., Quick]

FILES: dict[str, str | bytes] = {
    "columns/news/2026/a.md": article(
        "甲<b>", "2026-02-03 04:05", "见[乙](b.md)。", id="a", tags=["水"], author="某人"
    ),
    "columns/news/2026/b.md": article("乙", body="**正文**", id="b"),
    "columns/news/2026/later.md": article("LATER", "2030-01-01", "LATER", id="later"),
    "columns/news/2026/draft.md": article("DRAFT", body="DRAFT", id="draft", status="draft"),
    "pages/about.md": "---\ntitle: 关于\n---\n关于我们。\n",
}
LISTER = """\
import json, os
from pelican import signals
from pelican.generators import Generator

class Lister(Generator):
    def generate_output(self, writer):
        os.makedirs(self.output_path, exist_ok=True)
        rows = [
            [a.title, a.url, a.save_as, a.content, a.summary, a.date.isoformat(), a.slug,
             a.category.name, [t.name for t in a.tags], a.author.name, a.status, a.source_path]
            for a in self.context["articles"]
        ]
        pages = [[p.title, p.url, p.content] for p in self.context["pages"]]
        with open(os.path.join(self.output_path, "list.json"), "w", encoding="utf-8") as file:
            json.dump({"articles": rows, "pages": pages}, file, ensure_ascii=False)

def register():
    signals.get_generators.connect(generators)

def generators(pelican):
    return Lister
"""
WRITER = """\
from pelican import signals
from pelican.generators import Generator
from jinja2 import Environment, DictLoader

class Own(Generator):
    def generate_output(self, writer):
        loader = DictLoader({"t": "{{ articles|length }} of own"})
        template = Environment(loader=loader).get_template("t")
        writer.write_file("own/index.html", template, self.context, url="own/")

def register():
    signals.get_generators.connect(generators)

def generators(pelican):
    return Own
"""
FINALIZER = """\
import os
from pelican import signals

def register():
    signals.finalized.connect(finish)

def finish(pelican):
    os.makedirs(pelican.output_path, exist_ok=True)
    with open(os.path.join(pelican.output_path, "finished.txt"), "w") as file:
        file.write("finished")
"""
WATCHER = """\
from pelican import signals

seen = []

def register():
    signals.article_generator_finalized.connect(seen_by)
    signals.content_object_init.connect(lambda content: None)
    signals.all_generators_finalized.connect(lambda generators: None)

def seen_by(generator):
    titles = sorted(a.title for a in generator.articles)
    assert titles == ["乙", "甲<b>"], titles
    assert not generator.drafts and not generator.hidden_articles
"""


def house(tmp_path: Path, name: str, code: str) -> Path:
    """Write settings with one plugin more."""
    folder = settled(tmp_path / "house", more=f"PLUGINS = [*PLUGINS, {name!r}]")
    (folder / f"{name}.py").write_text(code, "utf-8")
    return folder


def build(made: Quick, where: Path, **env: str) -> Build:
    """Build in a process of its own, where the plugin can be found."""
    path = f"{ROOT}:{where}:{env.pop('path', '')}"
    words = ("--content", made.content, "--output", made.output, "--cache", made.cache)
    return lanmu(
        *("build", "--format", "json", "--jobs", "1", "--now", NOW, *map(str, words)),
        cwd=where,
        env={"PYTHONPATH": path, **env},
    )


def test_generator_that_reads_and_writes(site: Make, tmp_path: Path) -> None:
    """A foreign generator finds Pelican's articles, and its file is part of the site."""
    made = site(FILES)
    own = made.snapshot()
    where = house(tmp_path, "lister", LISTER)
    first = build(made, where)
    assert first.exit_code == 0, first.stderr
    assert made.snapshot().keys() - own.keys() == {"list.json"}
    listed = (made.output / "list.json").read_text("utf-8")
    assert "LATER" not in listed
    assert "DRAFT" not in listed
    row = '["甲<b>", "columns/news/2026/a/", "columns/news/2026/a/index.html", '
    assert row in listed
    assert "<strong>正文</strong>" in listed
    assert "lanmu:" not in listed
    assert '"2026-02-03T04:05:00+08:00", "a", "新闻", ["水"], "某人", "published"' in listed
    assert '["关于", "pages/about/"' in listed
    before = states(made.output)
    again = build(made, where)
    assert again.exit_code == 0
    assert again.summary["rendered"] == again.summary["written"] == again.summary["removed"] == 0
    assert states(made.output) == before
    made.build()
    assert made.snapshot() == own


@pytest.mark.parametrize(
    ("name", "code", "path"),
    [("own", WRITER, "own/index.html"), ("finalizer", FINALIZER, "finished.txt")],
)
def test_other_ways_to_write(site: Make, tmp_path: Path, name: str, code: str, path: str) -> None:
    """Pelican's writer, and its last signal, are ways to write too; the site stays stable."""
    made = site(FILES)
    where = house(tmp_path, name, code)
    first = build(made, where)
    assert first.exit_code == 0, first.stderr
    assert (made.output / path).is_file()
    before = made.snapshot()
    again = build(made, where)
    assert again.exit_code == 0
    assert again.summary["removed"] == 0
    assert made.snapshot() == before
    shutil.rmtree(made.output)
    assert build(made, where).exit_code == 0
    assert made.snapshot() == before


def test_plugin_that_looks_on(site: Make, tmp_path: Path) -> None:
    """Signals tell what is published, and nothing else."""
    made = site(FILES)
    assert build(made, house(tmp_path, "watcher", WATCHER)).exit_code == 0


REGISTER_RAISES = "def register():\n    raise RuntimeError('no good')\n"
IMPORT_RAISES = "import no_such_module\n"
GENERATOR_RAISES = LISTER.replace("rows = [", "raise RuntimeError('no good')\n        rows = [")
CLASHES = LISTER.replace("list.json", "index.html")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("registers", REGISTER_RAISES),
        ("imports", IMPORT_RAISES),
        ("generates", GENERATOR_RAISES),
        ("clashes", CLASHES),
    ],
)
def test_failing_plugin_is_no_passed_build(
    site: Make, tmp_path: Path, name: str, code: str
) -> None:
    """What Pelican would only log ends the build, and the site stays as it was."""
    made = site(FILES)
    before = states(made.output)
    made.write({"columns/news/2026/b.md": article("新题", id="b")})
    failed = build(made, house(tmp_path, name, code))
    assert failed.exit_code in {2, 3}, failed.stdout
    assert failed.stderr.strip()
    assert states(made.output) == before
    assert made.build().exit_code == 0


def test_missing_own_plugin_is_no_passed_build(site: Make, tmp_path: Path) -> None:
    """A site without its feeds must not be published because a line was deleted."""
    made = site(FILES)
    before = states(made.output)
    where = settled(tmp_path / "house", more="PLUGINS.remove('plugins.feeds')")
    assert build(made, where).exit_code == 2
    assert states(made.output) == before


def test_broken_installed_plugin_is_none_of_ours(site: Make, tmp_path: Path) -> None:
    """A plugin that is installed, not asked for, and broken does not stop the build."""
    made = site(FILES)
    broken = tmp_path / "installed" / "pelican" / "plugins" / "broken"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("import no_such_module\n")
    done = build(made, settled(tmp_path / "house"), path=str(tmp_path / "installed"))
    assert done.exit_code == 0, done.stderr
