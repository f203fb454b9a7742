"""One content, one site: whoever builds it, wherever, however."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.helpers.sites import COLUMN, NOW, ROOT, SITE_TOML, Build, lanmu, tree
from tests.site.kit import Quick, article, articles, column, photo, settled

Make = Callable[..., Quick]

WHOLE: dict[str, str | bytes] = {
    **articles(20),
    **articles(6, "columns/aid/2026"),
    "site.toml": SITE_TOML.replace("news.example", "news.example/red"),
    "columns/news/_column.md": COLUMN,
    "columns/aid/_column.md": column("急救", order=1),
    "columns/aid/2026/a00.md": article(
        "有图",
        "2026-05-05",
        "![图](/media/m.jpg)\n\n[^1]文\n\n[^1]: 注",
        unit="某队",
        id="pictured",
    ),
    "columns/aid/2026/bad.md": "no front matter",
    "media/m.jpg": photo(width=700),
    "pages/about.md": "---\ntitle: 关于\n---\n见[首页](/)。\n",
    "on-this-day/red/_almanac.md": "---\nname: 红十字\n---\n",
    "on-this-day/red/11-21-event.md": "---\ntitle: 往事\ndate: 1950-11-21\n---\n往事。\n",
    "galleries/river/index.md": "---\ntitle: 影集\ndate: 2026-02-02\n---\n",
    "galleries/river/one.jpg": photo("#123456", width=500),
    "topics/water.md": "---\ntitle: 专题\ntags: [标签1]\n---\n导语。\n",
}


def test_one_worker_equals_three(site: Make) -> None:
    """More than a dozen files start worker processes; what they make is the same."""
    # How deep Python may still call depends on who calls: that must not show.
    deep = {
        f"columns/news/2026/deep-{n}.md": article(body="> " * n + "x", id=f"deep{n}")
        for n in (150, 250, 3000)
    }
    made = site({**WHOLE, **deep})
    assert made.exit_code == 1
    serial = made.snapshot()
    for folder in (made.output, made.cache):
        shutil.rmtree(folder)
    made.build(jobs=3)
    assert made.snapshot() == serial


def stock(house: Path, made: Quick, *options: str) -> Build:
    """Run Pelican's own command as its documentation says."""
    done = subprocess.run(
        [sys.executable, "-m", "pelican", *options],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert made.content.is_dir()
    return Build(done.returncode, done.stdout, done.stderr)


def test_stock_pelican_equals_lanmu(site: Make, tmp_path: Path) -> None:
    """``pelican`` and ``pelican -s publishconf.py`` build what our own commands build."""
    made = site(WHOLE)
    for conf, options in (("pelicanconf.py", ()), ("publishconf.py", ("--publish",))):
        house = settled(tmp_path / f"house-{conf}")
        output = tmp_path / f"output-{conf}"
        lines = {"cache": str(tmp_path / f"cache-{conf}"), "now": NOW, "jobs": 1}
        shutil.copy(ROOT / "publishconf.py", house)
        with (house / conf).open("a", encoding="utf-8") as file:
            file.write(f"\nLANMU = {{**LANMU, **{lines!r}}}\n")
        said = stock(house, made, str(made.content), "-o", str(output), "-s", conf)
        assert said.exit_code == 0, said.stderr
        assert tree(output) == made.clean(*options)


def test_stock_pelican_says_what_was_found(site: Make, tmp_path: Path) -> None:
    """Findings are in Pelican's log, and ``--fatal errors`` ends with them."""
    made = site({"columns/news/2026/bad.md": "no front matter"})
    house = settled(tmp_path / "house")
    words = (str(made.content), "-o", str(tmp_path / "out"), "-s", "pelicanconf.py")
    said = stock(house, made, *words)
    assert "columns/news/2026/bad.md" in said.stdout + said.stderr
    assert stock(house, made, *words, "--fatal", "errors").exit_code != 0


def test_environment_and_order_do_not_matter(tmp_path: Path) -> None:
    """Zone, locale, hash seed, the order and times of the files: none of it is in the output."""
    trees = []
    worlds = (
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "4242"},
    )
    for number, env in enumerate(worlds):
        made = Quick(tmp_path / f"{number}" / ("deeper" * number) / "site")
        names = sorted(WHOLE)
        random.Random(number).shuffle(names)  # noqa: S311 - an order, no secret
        for at, name in enumerate(names):
            made.write({name: WHOLE[name]})
            moment = 1_000_000_000 + at * 86_400 * (number + 1)
            os.utime(made.content / name, (moment, moment))
        made.build("--publish", env=env, jobs=number + 1)
        assert made.exit_code == 1, made.last.stderr
        trees.append(made.snapshot())
    assert trees[0] == trees[1]


def test_told_paths_are_as_given(site: Make) -> None:
    """A finding's path begins as the caller named the folder."""
    made = site({"columns/news/2026/bad.md": "no front matter"})
    paths = {name: f"{made.content}/columns/news/{name}" for name in ("_column.md", "2026/bad.md")}
    # The column is empty without it.
    assert [f["path"] for f in made.last.findings] == [paths["2026/bad.md"], paths["_column.md"]]


def test_cache_may_move(site: Make, tmp_path: Path) -> None:
    """A restored cache and output at another path, with new times, is still good."""
    made = site(WHOLE)
    root = tmp_path / "elsewhere" / "site"
    shutil.copytree(made.root, root, copy_function=shutil.copyfile)
    moved = Quick(root)
    moved.build()
    assert moved.last.summary["rendered"] == 0
    assert moved.snapshot() == made.snapshot()


def test_output_somewhere_else(site: Make, tmp_path: Path) -> None:
    """One cache serves several outputs; none of them is thought to be another."""
    made = site(WHOLE)
    first = made.snapshot()
    made.build(output=tmp_path / "second")
    assert tree(tmp_path / "second") == first
    shutil.rmtree(made.output)
    made.build()
    assert made.snapshot() == first


def test_hand_made_changes_to_the_output_are_undone(site: Make) -> None:
    """An edited, deleted or added output file does not survive the next build."""
    made = site(WHOLE)
    first = made.snapshot()
    made.path("/").write_text("defaced", "utf-8")
    made.path("/columns/news/").unlink()
    (made.output / "extra.html").write_text("extra", "utf-8")
    made.build()
    assert made.snapshot() == first


def test_foreign_folder_is_left_alone(site: Make, tmp_path: Path) -> None:
    """A folder that Lanmu did not make is never replaced."""
    made = site({})
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "family.jpg").write_bytes(b"dear")
    assert made.build(output=photos).exit_code == 3
    assert tree(photos) == {"family.jpg": b"dear"}


def test_command_line_runs_as_a_program(site: Make) -> None:
    """What is tested in this process is what a person gets."""
    made = site(WHOLE)
    output, cache = made.root / "own", made.root / "own-cache"
    words = ("--content", str(made.content), "--output", str(output), "--cache", str(cache))
    assert lanmu("build", *words, "--now", NOW).exit_code == 1
    assert tree(output) == made.snapshot()
