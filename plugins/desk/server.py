"""A small server for the preview: files of one folder, on this machine alone."""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LOCAL = ("127.0.0.1", "localhost", "::1")
"""The names that a preview answers to."""


class Handler(SimpleHTTPRequestHandler):
    """Serves pages; no list of a folder, the site's own 404 page, nothing kept by browsers."""

    def end_headers(self) -> None:
        """Add that a page must be asked for again: a preview changes."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_head(self) -> Any:
        """Serve this machine alone; an address that no file can have (with a NUL) is no page.

        A foreign name that was made to lead here (DNS rebinding) shows drafts to nobody.
        """
        name = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if name not in LOCAL:
            super().send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        try:
            return super().send_head()
        except ValueError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def list_directory(self, _path: Any) -> None:
        """A folder without a page is no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where there is none such."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """Say nothing of each request."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of ``folder`` at 127.0.0.1; port 0 lets the system choose.

    Raises ``OSError`` where the port is taken.
    """
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(folder)))
