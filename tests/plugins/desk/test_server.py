"""The preview's server: one site, on this machine, and nothing else."""

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.desk.server import Server
from tests.helpers.sites import picture, small_site
from tests.site.kit import article

from .previewing import PATIENCE, Preview, previewed

SECRET = "not for anybody"  # noqa: S105 - a word to look for
GALLERY = "---\nid: g\ntitle: 集\ndate: 2026-01-02\ndownloads: true\n---\n"
LOST = "没有找到这一页"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A site in preview, and beside it what is nobody's business."""
    root = tmp_path_factory.mktemp("served")
    (root / "secret.txt").write_text(SECRET)
    site = small_site(
        root,
        {
            "columns/news/2026/a.md": article("甲", body="![图](/media/m.png)"),
            "media/m.png": picture(),
            "galleries/g/index.md": GALLERY,
            "galleries/g/p.png": picture(),
            "media/secret.md": SECRET,
        },
    )
    with previewed(site) as made:
        yield made


def test_pages_are_served_and_not_kept(preview: Preview) -> None:
    """A preview changes: browsers ask again."""
    status, text, headers = preview.ask("/columns/news/2026/a/?x=1")
    assert status == 200
    assert "<h1>甲</h1>" in text
    assert headers["cache-control"] == "no-store"
    assert headers["content-type"] == "text/html; charset=utf-8"
    status, _, headers = preview.ask("/columns/news")
    assert (status, headers["location"]) == (301, "/columns/news/")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feed.xml", "application/rss+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/__lanmu/preview.js", "text/javascript; charset=utf-8"),
        ("/__lanmu/preview.css", "text/css; charset=utf-8"),
    ],
)
def test_each_kind_of_file_is_named(preview: Preview, path: str, kind: str) -> None:
    """And the preview's script is put into pages alone."""
    status, text, headers = preview.ask(path)
    assert (status, headers["content-type"]) == (200, kind)
    assert "data-version=" not in text


def test_a_page_may_ask_this_server_and_no_other(preview: Preview) -> None:
    """The script stands in the page once, and the policy lets it connect to its own host."""
    text = preview.read("/")
    assert text.count('<script src="/__lanmu/preview.js"') == 1
    assert "connect-src 'self'; default-src 'none'" in text


def test_pictures_are_made_when_they_are_asked_for(preview: Preview) -> None:
    """In each size that the page names, and no other."""
    text = preview.read("/columns/news/2026/a/")
    [name] = {word for word in text.split('"') if word.endswith("-640.jpg")}
    folder = preview.site.cache / "preview" / "images"
    assert not (folder / name.rpartition("/")[2]).exists()
    status, _, headers = preview.ask(name)
    assert (status, headers["content-type"]) == (200, "image/jpeg")
    assert (folder / name.rpartition("/")[2]).exists()
    assert preview.ask("/images/other.webp")[0] == 404
    assert preview.ask("/images/../../../secret.txt")[0] == 404


def test_originals_are_made_when_they_are_asked_for(preview: Preview) -> None:
    """Those that a gallery offers, and no other file."""
    assert 'href="/galleries/g/originals/p.png"' in preview.read("/galleries/g/photos/p/")
    status, _, headers = preview.ask("/galleries/g/originals/p.png")
    assert (status, headers["content-type"]) == (200, "image/png")
    assert preview.ask("/galleries/g/originals/q.png")[0] == 404


@pytest.mark.parametrize("path", ["/columns/news/2026/", "/no/", "/no.html", "/%00", "/%ff", "*"])
def test_what_is_not_there_is_the_sites_own_page(preview: Preview, path: str) -> None:
    """No list of a folder either."""
    status, text, headers = preview.ask(path)
    assert status == 404
    assert LOST in text
    assert headers["content-type"] == "text/html; charset=utf-8"


def test_a_head_has_no_body(preview: Preview) -> None:
    """Of the page that is not there too."""
    assert preview.ask("/", "HEAD")[:2] == (200, "")
    assert preview.ask("/no/", "HEAD")[:2] == (404, "")


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
        "/media/secret.md",
        "/site.toml",
        "/__lanmu/../../secret.txt",
        "/__lanmu/server.py",
    ],
)
def test_no_path_leads_out(preview: Preview, path: str) -> None:
    """However it is written."""
    status, text, _ = preview.ask(path)
    assert SECRET not in text
    assert status == 404


@pytest.mark.parametrize("name", ["evil.example", "192.168.1.7:8000", "127.0.0.1.evil.example", ""])
def test_a_foreign_name_is_no_door(preview: Preview, name: str) -> None:
    """A name that was made to lead here, or an address that is not this machine's own."""
    status, text, _ = preview.ask("/", Host=name)
    assert (status, text) == (421, "")


def test_nobody_else_is_served() -> None:
    """It listens on the loopback alone: drafts are not for the office's network."""
    with Server("127.0.0.1", 0) as made:
        assert made.socket.getsockname()[0] == "127.0.0.1"
        assert made.answers_to("localhost")
        assert not made.answers_to("192.168.1.7")


def test_opened_to_a_network_it_answers_to_addresses_and_its_own_name() -> None:
    """No name can be made to stand for an address; other names still are no door."""
    with Server("0.0.0.0", 0) as made:  # noqa: S104 - what is tested
        assert made.answers_to("192.168.1.7")
        assert made.answers_to(socket.gethostname().lower())
        assert not made.answers_to("evil.example")
        assert not made.answers_to(None)


def test_a_port_that_is_taken_is_told() -> None:
    """By the system's own error."""
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(OSError, match="in use"):
        Server("127.0.0.1", other.getsockname()[1])


def test_changes_are_told_to_all_who_listen(preview: Preview) -> None:
    """Each open page hears of each change at once; one that has gone is no hindrance."""
    listening = [listen(preview) for _ in range(3)]
    first = {event(answer)["version"] for _, answer in listening}
    assert first == {preview.live.state.version}
    gone, _ = listening.pop()
    gone.close()
    state = preview.save({"columns/news/2026/b.md": article("乙")})
    assert {event(answer)["version"] for _, answer in listening} == {state.version}
    assert f'data-version="{state.version}"' in preview.read("/")
    for connection, _ in listening:
        connection.close()


def listen(preview: Preview) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    """Ask for events, as an open page does."""
    connection = http.client.HTTPConnection("127.0.0.1", preview.server.port, timeout=PATIENCE)
    connection.request("GET", "/__lanmu/events")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"
    return connection, answer


def event(answer: http.client.HTTPResponse) -> dict[str, str]:
    """The next event."""
    while not (line := answer.readline().decode()).startswith("data: "):
        assert line
    value = json.loads(line.removeprefix("data: "))
    assert isinstance(value, dict)
    return value


def test_the_site_is_not_touched(preview: Preview, tmp_path: Path) -> None:
    """A preview writes nothing but its cache."""
    assert not preview.site.output.exists()
    assert {path.name for path in preview.site.root.iterdir()} <= {
        *("content", "cache", "secret.txt", tmp_path.name),
    }
