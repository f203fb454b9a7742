"""``lanmu preview``: a newsroom that follows its files, a server for it, and a new start."""

import argparse
import os
import shutil
import signal
import sys
import threading
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from plugins.checks.formats import render
from plugins.edition.findings import SEVERITIES
from plugins.newsroom.live import Live, PressError, State

from . import exits, hooks
from .overlay import fault_said
from .server import LOCAL, Server
from .words import say

SOCKET = "LANMU_PREVIEW_SOCKET"
"""In the environment of a preview started anew: the number of the socket that listens."""

CODE = Path(__file__).parents[1]


class PortTaken(Exception):
    """The port cannot be listened on."""


def serve(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C.

    Raises ``PortTaken``, or ``PressError`` where the preview cannot begin.
    """
    inherited = os.environ.pop(SOCKET, "")
    try:
        # Bound before anything is read: a port that is taken is told at once.
        server = Server(options.host, options.port, int(inherited) if inherited else None)
    except (OSError, OverflowError) as error:
        raise PortTaken(str(error)) from error
    shown = "127.0.0.1" if options.host in ("0.0.0.0", "::") else options.host  # noqa: S104
    address = f"http://[{shown}]:{server.port}" if ":" in shown else f"http://{shown}:{server.port}"
    cache = options.cache / "preview"
    _seed(options.cache, cache)
    lanmu = {
        "cache": str(cache),
        "jobs": options.jobs,
        "now": options.now,
        "drafts": True,
        "address": address,
    }
    paths = {"PATH": str(options.content), "OUTPUT_PATH": str(options.cache / "output")}
    live = Live(
        partial(hooks.ready, Path("pelicanconf.py"), paths, lanmu),
        [CODE, Path("pelicanconf.py")],
        partial(_start_anew, server, options.language),
        options.language,
    )
    server.live = live
    # To be told to end is the same as Ctrl-C, also where the shell turned that off.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    with server, suppress(KeyboardInterrupt):
        fault = _fault(live, anew=bool(inherited))
        live.start(fault)
        print(say(options.language, "serving", address=address), flush=True)
        if options.host not in LOCAL:
            print(say(options.language, "open", host=options.host), flush=True)
        talker = threading.Thread(target=_talk, args=(live, str(options.content)), daemon=True)
        talker.start()
        server.serve_forever(poll_interval=0.1)
    live.close()
    return exits.WELL


def _fault(live: Live, *, anew: bool) -> Exception | None:
    """Begin; tell why that could not be done, where the preview had begun once before.

    An editor of the program sees it on the page then, and goes on.
    """
    try:
        live.begin()
    except Exception as error:
        if not anew:
            raise
        return error
    return None


def _seed(cache: Path, own: Path) -> None:
    """Let a first preview begin with what a build has read and made already."""
    store = own / "store.sqlite"
    if store.exists() or not (cache / "store.sqlite").is_file():
        return
    own.mkdir(parents=True, exist_ok=True)
    # A copy of a store that is just being written is a damaged one, and as such thrown away.
    shutil.copyfile(cache / "store.sqlite", store)
    if (cache / "images").is_dir() and not (own / "images").exists():
        shutil.copytree(cache / "images", own / "images", copy_function=_linked)


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _start_anew(server: Server, language: str) -> None:
    """Put this program, as it is now, in the place of the process; the socket stays open."""
    print(say(language, "restarted"), flush=True)
    number = server.socket.fileno()
    os.set_inheritable(number, True)  # noqa: FBT003 - the name of the function says it
    environment: Mapping[str, str] = {**os.environ, SOCKET: str(number)}
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606


def _talk(live: Live, root: str) -> None:
    """Say in the terminal what is found, as it changes."""
    said: State | None = None
    state = live.state
    while True:
        news = said is None or (state.findings, state.fault) != (said.findings, said.fault)
        if news and (state.fault is not None or not state.version.endswith("-0")):
            _say(state, said, root)
            said = state
        state = live.wait(state, 60)


def _say(state: State, before: State | None, root: str) -> None:
    if state.fault is not None:
        print(" ".join(filter(None, fault_said(state.fault, state.language))), flush=True)
        return
    known = set(before.findings) if before is not None else set()
    fresh = [found for found in state.findings if found not in known]
    text = render(fresh, format="text", language=state.language, root=root)
    print(text, end="")
    counts = Counter(found.severity for found in state.findings)
    if counts:
        told = {name: counts[name] for name in SEVERITIES}
        print(say(state.language, "findings", **told), flush=True)
    else:
        print(say(state.language, "none"), flush=True)


__all__ = ["PortTaken", "PressError", "serve"]
