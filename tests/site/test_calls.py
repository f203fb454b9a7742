"""Wrong calls, wrong settings, builds that fail: the exit code tells, the output stands."""

import fcntl
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.sites import NOW, ROOT, SITE_TOML
from tests.site.kit import Quick, article, articles, run, settled, states

Make = Callable[..., Quick]

FILES: dict[str, str | bytes] = {"columns/news/2026/a.md": article("甲", id="a")}


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("bild",),
        ("build", "--colour"),
        ("build", "--jobs", "-1"),
        ("build", "--jobs", "many"),
        ("build", "--format", "xml"),
        ("build", "--now", "yesterday"),
        ("build", "--content", "no/such/folder"),
        ("check", "--output", "x"),
    ],
)
def test_wrong_call(words: tuple[str, ...], tmp_path: Path) -> None:
    """What the command line cannot mean ends with 2 and words, before anything is done."""
    house = settled(tmp_path / "house")
    build = run(*words, house=house)
    assert build.exit_code == 2
    assert build.stderr.strip()
    assert not (house / "output").exists()


def test_folder_without_settings(tmp_path: Path) -> None:
    """Run anywhere else, the command says where it belongs."""
    build = run("build", house=tmp_path)
    assert build.exit_code == 2
    assert "pelicanconf.py" in build.stderr


BAD_SITES = {
    "missing": (None, "site-missing"),
    "empty": ("", "name-missing"),
    "no-toml": ('name = "x\n', "toml-invalid"),
    "gbk": (SITE_TOML.encode("gbk"), "encoding"),
    "number": ("name = 1\n", "value-invalid"),
    **{
        f"base-url-{number}": (
            SITE_TOML.replace("https://news.example", address),
            "value-invalid",
        )
        for number, address in enumerate(
            (
                "news.example",
                "ftp://news.example",
                "javascript:alert(1)",
                "https://",
                "https://news.example/?a=1",
                "https://news.example/#x",
                "https://me:secret@news.example",
                "https://news.example/<b>",
                "https://news.example/ x",
            )
        )
    },
}


@pytest.mark.parametrize("name", BAD_SITES)
def test_unusable_site_toml(site: Make, name: str) -> None:
    """Exit 2, the rule that was broken, and not a file touched."""
    made = site(FILES)
    before = states(made.root / "output")
    value, rule = BAD_SITES[name]
    if value is None:
        made.remove("site.toml")
    else:
        made.write({"site.toml": value})
    assert made.build().exit_code == 2
    assert f'"{rule}"' in made.last.stdout
    assert "site.toml" in made.last.stdout
    assert made.last.stderr.strip()
    assert states(made.root / "output") == before
    made.rebuild({"site.toml": SITE_TOML})
    assert made.exit_code == 0
    assert states(made.root / "output") == before


def test_no_base_url_is_no_publishing(site: Make) -> None:
    """Without an address feeds and the sitemap would be wrong: nothing is published so."""
    made = site({**FILES, "site.toml": 'name = "报"\n'}, "--publish")
    assert made.exit_code == 2, made.last.stdout
    assert not made.output.exists()


@pytest.mark.parametrize(
    "fault", ["{{ nothing_of_the_sort }}", "{{ 1 // 0 }}", "{% if %}", '{% include "no.html" %}']
)
def test_failing_template(site: Make, tmp_path: Path, fault: str) -> None:
    """A template that fails on one page ends the build with 3; the site stays as it was."""
    theme = Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))
    made = site(FILES)
    before = states(made.output)
    template = theme / "templates" / "article.html"
    template.write_text(
        template.read_text("utf-8").replace("{% endblock %}", fault + "{% endblock %}")
    )
    made.house = settled(tmp_path / "house", theme)
    made.rebuild({"columns/news/2026/a.md": article("乙", id="a")})
    assert made.exit_code == 3
    assert made.last.stderr.strip()
    assert "Traceback" not in made.last.stderr
    assert states(made.output) == before
    assert [path.name for path in made.root.iterdir() if path.name.startswith(".")] == []


def test_another_build_at_work(site: Make) -> None:
    """Two builds with one cache would spoil each other: the second does not begin."""
    made = site(FILES)
    before = states(made.output)
    with (made.cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert made.rebuild({"columns/news/2026/a.md": article("乙")}).exit_code == 3
    assert states(made.output) == before
    assert made.build().exit_code in {0, 1}


def test_output_is_a_file_or_link(site: Make, tmp_path: Path) -> None:
    """A link could lead anywhere; a file is no folder."""
    made = site(FILES)
    there = tmp_path / "there"
    there.mkdir()
    (tmp_path / "link").symlink_to(there)
    (tmp_path / "file").touch()
    for name in ("link", "file"):
        assert made.build(output=tmp_path / name).exit_code == 3
    assert list(there.iterdir()) == []


def test_content_inside_the_output_is_refused(site: Make) -> None:
    """What is replaced as a whole must not hold what an editor wrote."""
    made = site(FILES)
    assert made.build(output=made.root).exit_code in {2, 3}
    assert (made.content / "site.toml").is_file()


def test_full_disk(site: Make) -> None:
    """Where a file cannot be written to its end, the old site stands whole."""
    made = site({**FILES, **articles(20)})
    before = states(made.output)
    made.write({"site.toml": SITE_TOML.replace("试验周报", "新名")})
    words = ("--content", made.content, "--output", made.output, "--cache", made.cache)
    build = subprocess.run(
        [sys.executable, "-m", "plugins.desk", "build", *map(str, words), "--now", NOW],
        cwd=ROOT,
        capture_output=True,
        timeout=100,
        check=False,
        # No file may grow past a page's size, as on a disk that is full.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000)),
    )
    assert build.returncode == 3, build.stdout + build.stderr
    assert b"Traceback" not in build.stderr
    assert states(made.output) == before
    made.build()
    assert made.exit_code == 0
    assert made.snapshot() == made.clean()


def test_json_is_one_form(site: Make) -> None:
    """Whoever reads the JSON finds the findings at the same place, built or not."""
    made = site(FILES)
    assert made.last.findings == []
    made.remove("site.toml")
    made.build()
    assert [finding["rule"] for finding in made.last.findings] == ["site-missing"]
