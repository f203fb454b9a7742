"""``lanmu preview`` as a process: it begins, begins anew when the program changes, and ends."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.sites import ROOT, Site, small_site
from tests.site.kit import articles, settled

from .previewing import PATIENCE

SERVING = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with more articles than one process reads alone."""
    return small_site(tmp_path, articles(70))


@pytest.fixture
def house(site: Site) -> Path:
    """A folder with settings of its own."""
    return settled(site.root / "house")


def command(site: Site, *words: str) -> list[str]:
    """The call, on a port that the system chooses."""
    return [
        *(sys.executable, "-m", "plugins.desk", "preview", "--port", "0", "--jobs", "2"),
        *("--content", str(site.content), "--cache", str(site.cache), *words),
    ]


@pytest.fixture
def process(site: Site, house: Path) -> Iterator[subprocess.Popen[str]]:
    """A preview at work."""
    with subprocess.Popen(
        command(site),
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as made:
        yield made
        made.kill()


def told(port: int, wanted: Callable[[str], bool]) -> str:
    """The first version that is wanted, as an open page hears it: it asks again when cut off."""
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/__lanmu/events")
            answer = connection.getresponse()
            while line := answer.readline().decode():
                if line.startswith("data: "):
                    version = str(json.loads(line.removeprefix("data: "))["version"])
                    if wanted(version):
                        return version
        except (ConnectionError, http.client.HTTPException):
            continue
        finally:
            connection.close()


def asked(port: int, path: str) -> str:
    """What is answered."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def test_it_begins_anew_and_ends(process: subprocess.Popen[str], house: Path, site: Site) -> None:
    """Settings with a fault keep it as it was; mended, another process has the same port."""
    assert process.stdout is not None
    found = SERVING.search(process.stdout.readline())
    assert found is not None
    port = int(found[1])
    first = told(port, lambda version: not version.endswith("-0"))
    assert "第69篇" in asked(port, "/")
    conf = house / "pelicanconf.py"
    sound = conf.read_text(encoding="utf-8")
    conf.write_text(sound + "\n(", encoding="utf-8")
    told(port, lambda version: version != first)
    assert "SyntaxError" in asked(port, "/__lanmu/findings?url=/")
    assert "第69篇" in asked(port, "/")
    # It can be read, but not begun with.
    conf.write_text(sound + "\nraise RuntimeError('not ready')\n", encoding="utf-8")
    boot = first.rpartition("-")[0]
    failed = told(port, lambda v: not v.startswith(boot) and not v.endswith("-0"))
    assert "not ready" in asked(port, "/")
    conf.write_text(sound, encoding="utf-8")
    boots = (boot, failed.rpartition("-")[0])
    told(port, lambda v: not v.startswith(boots) and not v.endswith("-0"))
    assert "第69篇" in asked(port, "/")
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert "Traceback" not in process.stdout.read()
    assert not site.output.exists()


def test_one_preview_for_a_cache(process: subprocess.Popen[str], house: Path, site: Site) -> None:
    """A second one says that the first is at work, and ends."""
    assert process.stdout is not None
    process.stdout.readline()
    done = subprocess.run(
        command(site),
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 3
    assert str(site.cache) in done.stderr
