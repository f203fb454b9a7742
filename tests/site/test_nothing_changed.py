"""A build without changes is told before Pelican is loaded; with any change it is not."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.sites import NOW, ROOT, SITE_TOML, Site, lanmu, small_site
from tests.site.kit import Quick, article, articles, photo

ONE = "columns/news/2026/a01.md"
LATER = "2026-11-21T08:01+08:00"
TOMORROW = "2026-11-22T08:00+08:00"
NOTICE = '[[front.notices]]\ntext = "夜里停电"\nuntil = "2026-11-21 21:30"\n'
LOADED = "pelican.generators"
LANMU = {"address": "", "now": NOW}


def age(site: Site) -> None:
    """Let the files be an hour old: what changed just now is looked at again."""
    for file in site.content.rglob("*"):
        state = file.stat()
        os.utime(file, (state.st_atime - 3600, state.st_mtime - 3600))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small newsroom, built; one article in it waits for the evening, one is at fault.

    Whether Pelican is loaded is asked of processes of their own; other builds are made here.
    """
    files = articles(3)
    files["columns/news/2026/late.md"] = article("晚间", "2026-11-21T20:00", "晚。", id="late")
    files["columns/news/2026/bad.md"] = article("坏", "昨天")
    files["columns/news/2026/a01/p.jpg"] = photo()
    files["site.toml"] = SITE_TOML + NOTICE
    made = Quick(small_site(tmp_path, files).root)
    age(made)
    assert made.build().exit_code == 1
    return made


def loads_pelican(site: Site, *options: str, now: str = NOW) -> bool:
    """Build, and tell whether Pelican was loaded for it."""
    site.build(*options, now=now, env={"PYTHONPROFILEIMPORTTIME": "1"})
    return LOADED in site.last.stderr


def test_the_same_is_said_again(site: Site) -> None:
    """Findings, counts and exit code of the build that found nothing to do are the first one's."""
    first, before = site.last, site.snapshot()
    assert not loads_pelican(site)
    assert site.last.exit_code == first.exit_code == 1
    assert site.last.findings == first.findings
    counts = {"rendered": 0, "written": 0, "removed": 0}
    times = {name: site.last.summary[name] for name in ("seconds", "stages")}
    expected = {**first.summary, **counts, **times}
    assert site.last.summary == expected
    assert site.snapshot() == before
    # By how many processes it is made does not matter.
    site.build(jobs=2, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert LOADED not in site.last.stderr


CHANGES: dict[str, Callable[[Site], object]] = {
    "edited": lambda site: site.write({ONE: article("改", "2026-01-02", id="a1")}),
    "added": lambda site: site.write({"pages/about.md": "---\ntitle: 关于\n---\n"}),
    "removed": lambda site: site.remove(ONE),
    "picture": lambda site: site.write({"media/m.jpg": photo("#111111")}),
    "settings": lambda site: site.write(
        {"site.toml": (site.content / "site.toml").read_text().replace("试验周报", "周报")}
    ),
    "touched": lambda site: (site.content / ONE).touch(),
    "page edited": lambda site: site.path("/").write_text("x"),
    "page removed": lambda site: site.path("/").unlink(),
    "file added": lambda site: (site.output / "stray.html").write_text("x"),
    "output gone": lambda site: shutil.rmtree(site.output),
    "cache gone": lambda site: shutil.rmtree(site.cache),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(site: Site, change: str, tmp_path: Path) -> None:
    """Of content or of the output; and what comes of it is what a clean build makes."""
    CHANGES[change](site)
    assert loads_pelican(site)
    clean = tmp_path / "clean"
    site.build(output=clean / "output", cache=clean / "cache")
    assert site.snapshot() == Site(clean).snapshot()


def test_time_is_a_change(site: Site) -> None:
    """A day passes, an embargo or a notice ends, a clock is set back; an hour alone is nothing."""
    assert not loads_pelican(site, now=LATER)
    assert loads_pelican(site, now="2026-11-21T20:00+08:00")
    assert "晚间" in site.read("/")
    assert not loads_pelican(site, now="2026-11-21T21:00+08:00")
    assert "夜里停电" in site.read("/")
    assert loads_pelican(site, now="2026-11-21T21:30+08:00")
    assert "夜里停电" not in site.read("/")
    assert loads_pelican(site, now=NOW)
    assert "晚间" not in site.read("/")
    assert not loads_pelican(site, now=NOW)
    assert loads_pelican(site, now=TOMORROW)
    # No embargo is left: it is the day alone that counts, and the site's zone has it.
    assert not loads_pelican(site, now="2026-11-22T15:59+00:00")
    assert loads_pelican(site, now="2026-11-22T16:00+00:00")


def test_another_address_is_another_build(site: Site) -> None:
    """To look at and to publish are two things, and the one is not taken for the other."""
    assert loads_pelican(site, "--publish")
    assert not loads_pelican(site, "--publish")
    assert loads_pelican(site)


def test_pelicans_own_build_is_another_build(site: Site) -> None:
    """It leaves no stamp; what stood before it is not taken for what stands after it."""
    command = [sys.executable, "-m", "pelican", str(site.content), "-s", "publishconf.py"]
    command += [
        "-o",
        str(site.output),
        "-e",
        f"LANMU={json.dumps(LANMU | {'cache': str(site.cache)})}",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "https://news.example" in site.read("/")
    assert loads_pelican(site)
    assert "https://news.example" not in site.read("/")


def copied(tmp_path: Path) -> Path:
    """The project's own files in another folder, where they may be changed."""
    house = tmp_path / "house"
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, house / name)
    return house


HOUSE: dict[str, tuple[str, str]] = {
    "template": ("theme/templates/front.html", "{# another #}"),
    "style": ("theme/parts/card/part.css", "/* another */"),
    "code": ("plugins/edition/lists.py", "# another"),
    "settings": ("pelicanconf.py", "# another"),
    "module": ("own.py", "NAME = 2"),
}


def test_code_theme_and_settings_are_seen(tmp_path: Path) -> None:
    """Also a module of one's own that the settings file takes in."""
    house = copied(tmp_path)
    (house / "own.py").write_text("NAME = 1\n")
    with (house / "pelicanconf.py").open("a") as conf:
        conf.write("\nimport own\n")
    site = small_site(tmp_path, articles(2))
    age(site)

    def loads() -> bool:
        words = ("build", "--format", "json", "--now", NOW, "--content", str(site.content))
        paths = ("--output", str(site.output), "--cache", str(site.cache))
        build = lanmu(*words, *paths, cwd=house, env={"PYTHONPROFILEIMPORTTIME": "1"})
        assert build.exit_code == 0, build.stderr[-2000:]
        return LOADED in build.stderr

    assert loads()
    for change, (name, text) in HOUSE.items():
        assert not loads(), f"before {change}"
        with (house / name).open("a") as file:
            file.write(f"\n{text}\n")
        assert loads(), change


def test_a_plugin_of_others_is_never_passed_over(tmp_path: Path) -> None:
    """Who knows what it goes by: with one of those Pelican runs each time."""
    house = copied(tmp_path)
    (house / "foreign.py").write_text("def register():\n    pass\n")
    with (house / "pelicanconf.py").open("a") as conf:
        conf.write('\nPLUGINS = [*PLUGINS, "foreign"]\n')
    site = small_site(tmp_path, articles(2))
    age(site)
    words = ("build", "--now", NOW, "--content", str(site.content))
    paths = ("--output", str(site.output), "--cache", str(site.cache))
    for _ in range(3):
        build = lanmu(*words, *paths, cwd=house, env={"PYTHONPROFILEIMPORTTIME": "1"})
        assert LOADED in build.stderr


def test_another_build_at_work_is_told(site: Site) -> None:
    """It has the lock: nothing is said in its place."""
    import fcntl

    with (site.cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert site.build().exit_code == 3
