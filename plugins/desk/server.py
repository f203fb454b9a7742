"""The preview's server: pages when asked for, on this machine alone unless told otherwise."""

import ipaddress
import json
import mimetypes
import re
import socket
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, unquote, urlsplit

from plugins.newsroom.live import Live, PageFault, State

from .overlay import findings, page_said, reading_said
from .playing import piece_of, send

LOCAL = ("127.0.0.1", "localhost", "::1")
"""The names that a preview answers to."""

HOME = "/__lanmu/"
"""The preview's own addresses; no page of a site can have one."""

BEAT = 15.0
"""Seconds after which a silent connection is tried: whether anybody is still there."""

HTML = "text/html; charset=utf-8"
_POLICY = b'<meta http-equiv="Content-Security-Policy" content="'
_MAY_ASK = b"connect-src 'self'; "
_ORIGINAL = re.compile(r"/galleries/[^/]+/originals/[^/]+")
_STRANGE = re.compile(r"[\x00-\x1f\\]|(?:^|/)\.\.?(?:/|$)")
_OWN = {"preview.js": "text/javascript; charset=utf-8", "preview.css": "text/css; charset=utf-8"}
_TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
}


class Server(ThreadingHTTPServer):
    """Listens on ``host`` and ``port``, or on a socket that listens already.

    ``live`` is what answers, set before the first request. Raises ``OSError`` where the
    port is taken.
    """

    daemon_threads = True
    request_queue_size = 64
    live: Live

    def __init__(self, host: str, port: int, inherited: int | None = None) -> None:
        self.host = host
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), Handler, bind_and_activate=inherited is None)
        if inherited is not None:
            self.socket.close()
            self.socket = socket.socket(fileno=inherited)
            self.server_address = self.socket.getsockname()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def answers_to(self, name: str | None) -> bool:
        """Tell whether a name in ``Host`` is one of ours.

        A foreign name that was made to lead here (DNS rebinding) shows drafts to nobody.
        """
        if name in LOCAL:
            return True
        if name is None or self.host in LOCAL:
            return False
        # Whoever opened the preview to a network calls it by an address or this machine's name.
        return name in (self.host, socket.gethostname().lower()) or _is_address(name)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a reader who went away."""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Handler(BaseHTTPRequestHandler):
    """One reader: pages, pictures, and what the preview says of itself."""

    protocol_version = "HTTP/1.1"
    server_version = "lanmu"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer; nothing is kept by browsers, for a preview changes."""
        name = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if not cast(Server, self.server).answers_to(name):
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", HTML)
            return
        url = _url(self.path)
        if url is None:
            self._page("/404.html")
        elif url.startswith(HOME):
            self._own(url.removeprefix(HOME))
        elif url.startswith("/images/"):
            self._file(url, self._live.picture(url.removeprefix("/images/")))
        elif _ORIGINAL.fullmatch(url):
            self._file(url, self._live.original(url))
        elif url.startswith("/media/"):
            self._media(url.removeprefix("/media/"))
        else:
            self._page(url)

    do_HEAD = do_GET  # noqa: N815 - http.server looks for this name

    @property
    def _live(self) -> Live:
        return cast(Server, self.server).live

    def log_message(self, *_: Any) -> None:
        """Say nothing of each request."""

    def _page(self, url: str) -> None:
        live = self._live
        # What the page is told to be of must not be newer than the page.
        state = live.state
        try:
            answer = live.answer(url)
        except PageFault as fault:
            said = page_said(fault, state.language)
            self._html(HTTPStatus.INTERNAL_SERVER_ERROR, said, state)
            return
        if answer is None:
            said = page_said(state.fault, state.language) if state.fault else reading_said(state)
            self._html(HTTPStatus.SERVICE_UNAVAILABLE, said, state)
        elif answer.found or not live.has(url + "/"):
            status = HTTPStatus.OK if answer.found else HTTPStatus.NOT_FOUND
            kind = _type(url) if answer.found else HTML
            if kind == HTML:
                self._html(status, answer.data, state)
            else:
                self._send(status, answer.data, kind)
        else:
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", HTML, Location=url + "/")

    def _html(self, status: HTTPStatus, data: bytes, state: State) -> None:
        self._send(status, _with_script(data, state), HTML)

    def _file(self, url: str, data: bytes | None) -> None:
        if data is None:
            self._page("/404.html")
        else:
            self._send(HTTPStatus.OK, data, _type(url))

    def _media(self, name: str) -> None:
        path = self._live.media(name)
        if path is None or not path.is_file():
            self._page("/404.html")
            return
        piece = piece_of(self.headers.get("Range", ""), path.stat().st_size)
        self.send_response(piece.status)
        self.send_header("Content-Type", _type(name))
        self.send_header("Content-Length", str(piece.length))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if piece.range:
            self.send_header("Content-Range", piece.range)
        self.end_headers()
        if self.command != "HEAD":
            # A player that has seen enough hangs up.
            with suppress(OSError):
                send(path, piece, self.wfile)

    def _own(self, name: str) -> None:
        if name == "events":
            self._events()
        elif name == "findings":
            asked = parse_qs(urlsplit(self.path).query).get("url", [""])[0]
            told = findings(self._live.state, unquote(asked))
            self._send(HTTPStatus.OK, json.dumps(told).encode(), "application/json")
        elif name in _OWN:
            data = (Path(__file__).parent / name).read_bytes()
            self._send(HTTPStatus.OK, data, _OWN[name])
        else:
            self._page("/404.html")

    def _events(self) -> None:
        """Tell of each change as it comes (html.spec.whatwg.org, server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        live = self._live
        state = live.state
        told = f"retry: 300\n{_event(state)}"
        try:
            while self.command == "GET":
                self.wfile.write(told.encode())
                before, state = state, live.wait(state, BEAT)
                told = ":\n\n" if state is before else _event(state)
        except OSError:
            return  # The reader has gone.

    def _send(self, status: HTTPStatus, data: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def _url(target: str) -> str | None:
    """The path that a request names, or None where no page can have it."""
    path = re.sub(r"^https?://[^/]*", "", target).partition("?")[0].partition("#")[0]
    if "%2f" in path.lower() or "%5c" in path.lower():
        return None
    try:
        url = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    if not url.startswith("/") or url.startswith("//") or _STRANGE.search(url):
        return None
    return url


def _type(url: str) -> str:
    name = url.rpartition("/")[2]
    if not name:
        return HTML
    if name == "feed.xml":
        return "application/rss+xml; charset=utf-8"
    suffix = f".{name.rpartition('.')[2]}"
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _event(state: State) -> str:
    told = {"version": state.version, "reading": reading_said(state, whole=False).decode()}
    return f"data: {json.dumps(told)}\n\n"


def _with_script(page: bytes, state: State) -> bytes:
    """A page with the preview's script in it, allowed to ask this server what has changed."""
    script = f'<script src="{HOME}preview.js" data-version="{state.version}"></script>\n'
    head, end, foot = page.rpartition(b"</body>")
    if not end:
        return page
    if _POLICY + _MAY_ASK not in head:
        # The theme's own pages may ask; another theme's may not.
        head = head.replace(_POLICY, _POLICY + _MAY_ASK, 1)
    return head + script.encode() + end + foot
