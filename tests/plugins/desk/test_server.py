"""The preview's server: one folder, on this machine, and nothing else."""

import contextlib
import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.desk.server import server

SECRET = "not for anybody"  # noqa: S105 - a word to look for


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site, and beside it what is nobody's business."""
    root = tmp_path_factory.mktemp("served")
    (root / "secret.txt").write_text(SECRET)
    output = root / "output"
    for name, text in {
        "index.html": "front",
        "404.html": "lost",
        "columns/index.html": "columns",
        "empty/deep/page.html": "deep",
    }.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text(text)
    return output


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Serve a folder; yields the port."""
    with server(folder, 0) as made:
        thread = threading.Thread(target=made.serve_forever, daemon=True)
        thread.start()
        yield made.server_address[1]
        made.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    """The port where the site is."""
    with serving(folder) as number:
        yield number


def asked(port: int, path: str, method: str = "GET") -> tuple[int, str, dict[str, str]]:
    """The answer to a request, its path sent just as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_accept_encoding=True)
    connection.endheaders()
    answer = connection.getresponse()
    text = answer.read().decode()
    headers = {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return answer.status, text, headers


def test_pages_are_served_and_not_kept(port: int) -> None:
    """A preview changes: browsers ask again."""
    status, text, headers = asked(port, "/")
    assert (status, text) == (200, "front")
    assert headers["cache-control"] == "no-store"
    assert asked(port, "/columns/")[1] == "columns"
    assert asked(port, "/columns")[0] == 301


@pytest.mark.parametrize("path", ["/empty/", "/empty/deep/", "/no/", "/no.html", "/%00"])
def test_what_is_not_there_is_the_sites_own_page(port: int, path: str) -> None:
    """No list of a folder either."""
    status, text, headers = asked(port, path)
    assert (status, text) == (404, "lost")
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert "page.html" not in text


def test_a_head_has_no_body(port: int) -> None:
    """Of the page that is not there too."""
    assert asked(port, "/no/", "HEAD")[:2] == (404, "")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/columns/../../secret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/....//secret.txt",
        "/%252e%252e/secret.txt",
        "http://127.0.0.1/../secret.txt",
    ],
)
def test_no_path_leads_out(port: int, path: str) -> None:
    """However it is written."""
    status, text, _ = asked(port, path)
    assert SECRET not in text
    assert status in (301, 400, 404)


def test_nobody_else_is_served(folder: Path) -> None:
    """It listens on the loopback alone: drafts are not for the office's network."""
    with server(folder, 0) as made:
        assert made.server_address[0] == "127.0.0.1"
        assert made.socket.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told(folder: Path) -> None:
    """By the system's own error."""
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(OSError, match="in use"):
        server(folder, other.getsockname()[1])


def test_without_a_page_of_its_own_it_still_answers(tmp_path: Path) -> None:
    """A site whose build has no 404 page."""
    with serving(tmp_path) as number:
        status, text, _ = asked(number, "/")
        assert status == 404
        assert "Directory listing" not in text
