"""A small site in preview, in this process: what is asked of it, and what comes of a change."""

import http.client
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread

from plugins.desk.hooks import ready
from plugins.desk.server import Server
from plugins.newsroom.live import Live, State
from tests.helpers.sites import NOW, ROOT, Content, Site

PATIENCE = 60
"""Seconds after which a change that was not taken up is a failure."""


@dataclass
class Preview:
    """A preview that runs, and the files it follows."""

    site: Site
    live: Live
    server: Server
    theme: Path

    @property
    def host(self) -> str:
        """Its address, without a slash at its end."""
        return f"http://127.0.0.1:{self.server.port}"

    def ask(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, str, dict[str, str]]:
        """The answer to a request, its path sent just as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_accept_encoding=True, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, text, {name.lower(): value for name, value in answer.getheaders()}

    def read(self, path: str) -> str:
        """The page at a path."""
        return self.ask(path)[1]

    def after(self, change: Callable[[], object]) -> State:
        """How things stand when a change was taken up."""
        before = state = self.live.state
        change()
        while state.version == before.version:
            # How far reading has come is told too.
            waited = self.live.wait(state, PATIENCE)
            assert waited is not state
            state = waited
        return state

    def save(self, files: Content) -> State:
        """Save content files as an editor does: beside, then by rename."""

        def write() -> None:
            for name, value in files.items():
                path = self.site.content / name
                path.parent.mkdir(parents=True, exist_ok=True)
                beside = self.site.root / "beside"
                beside.write_bytes(value.encode() if isinstance(value, str) else value)
                beside.rename(path)

        return self.after(write)

    def style(self, name: str, text: str) -> State:
        """Save a file of the theme."""
        return self.after(lambda: (self.theme / name).write_text(text, encoding="utf-8"))


@contextmanager
def previewed(site: Site, theme: Path = ROOT / "theme", now: str = NOW) -> Iterator[Preview]:
    """Preview a site; ready when all is read, or found wrong."""
    paths = {"PATH": str(site.content), "OUTPUT_PATH": str(site.output), "THEME": str(theme)}
    with Server("127.0.0.1", 0) as server:
        address = f"http://127.0.0.1:{server.port}"
        lanmu = {
            "cache": str(site.cache / "preview"),
            "jobs": 1,
            "now": now,
            "drafts": True,
            "address": address,
        }
        opened = partial(ready, ROOT / "pelicanconf.py", paths, lanmu)
        server.live = live = Live(opened, [], lambda: None, "zh-Hans")
        live.begin()
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            preview = Preview(site, live, server, theme)
            preview.after(live.start)
            yield preview
        finally:
            server.shutdown()
            thread.join()
            live.close()
