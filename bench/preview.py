"""The preview: from a file saved to its new page served, over plain HTTP."""

import contextlib
import http.client
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from .builders import ROOT, Hugo, Lanmu

POLL = 0.002
"""Seconds between two questions for the page."""

PATIENCE = 20.0
"""Seconds until a saved file is given up."""

START = 900.0
"""Seconds until a server that answers nothing is given up."""

REST = 1.0
"""Seconds between two saves: either server finishes what it does after it has answered."""


class Preview(NamedTuple):
    """Seconds from a file's rename to its new page, medians; none where it never came."""

    hugo: float | None
    lanmu: float | None


def preview_case(lanmu: Lanmu, hugo: Hugo, texts: Sequence[Path], folder: Path) -> Preview:
    """Save each of ``texts`` once for either server, in turns, and wait for its page.

    ``texts`` are paths relative to the content; ``folder`` is on the same disk, for what is
    written before it is renamed.
    """
    address = _url(texts[0])
    server = hugo.command("server", "--renderToMemory")
    with (
        _serving(server, address, hugo.environment) as port,
        _serving(lanmu.command("preview"), address, {}) as own_port,
    ):
        theirs: list[float | None] = []
        ours: list[float | None] = []
        for number, text in enumerate(texts):
            words = f"现在是第{number}次修改"
            theirs.append(_saved(hugo.content, text, words, port, folder))
            time.sleep(REST)
            ours.append(_saved(lanmu.content, text, words, own_port, folder))
            time.sleep(REST)
            if None in (theirs[-1], ours[-1]):
                break
    return Preview(_median(theirs), _median(ours))


def _median(seconds: list[float | None]) -> float | None:
    """The median, or none where one page never came."""
    known = [each for each in seconds if each is not None]
    return median(known) if len(known) == len(seconds) else None


def _url(text: Path) -> str:
    return f"/{text.with_suffix('').as_posix()}/"


@contextlib.contextmanager
def _serving(
    command: Sequence[str | Path], address: str, environment: dict[str, str]
) -> Iterator[int]:
    """Start a server, wait until it serves the page at ``address``, and give its port."""
    port = _free_port()
    process = subprocess.Popen(
        [*(str(word) for word in command), "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    )
    try:
        ends = time.perf_counter() + START
        while _page(port, address) is None:
            if process.poll() is not None or time.perf_counter() > ends:
                raise SystemExit(f"{command[0]} serves nothing")
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def _saved(content: Path, text: Path, words: str, port: int, folder: Path) -> float | None:
    """Seconds from the rename of a changed text to the first page that holds the new words."""
    draft = folder / "saved.md"
    before = (content / text).read_text(encoding="utf-8")
    draft.write_text(f"{before}\n\n{words}。\n", encoding="utf-8")
    address, wanted = _url(text), words.encode()
    started = time.perf_counter()
    draft.rename(content / text)
    while (waited := time.perf_counter() - started) < PATIENCE:
        if wanted in (_page(port, address) or b""):
            return time.perf_counter() - started
        time.sleep(POLL)
    print(f"no new page within {waited:.0f} s at port {port}")
    return None


def _page(port: int, address: str) -> bytes | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        data = answer.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return data if answer.status == http.HTTPStatus.OK else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
