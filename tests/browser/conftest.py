"""One Chromium for all browser tests, and the sample site served to it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)

from tests.helpers.programs import browser
from tests.helpers.served import served
from tests.helpers.sites import Site

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # The tests may run as root, where Chromium has no sandbox.
    "--no-sandbox",
)


PATIENCE = 300
"""Tenths of a second that a page may take to do something: others may be at work."""


@dataclass
class Visit:
    """A page in the browser, and what was seen while it was looked at."""

    page: Page
    host: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, url: str) -> None:
        """Go to an address of the site, and wait until all of it is there."""
        self.page.goto(self.host + url, wait_until="load")

    def heard(self, message: ConsoleMessage) -> None:
        """Keep what the console says against the page."""
        # The 404 page is answered with a 404, which the console tells too.
        if message.type in {"error", "warning"} and "404 (Not Found)" not in message.text:
            self.complaints.append(message.text)

    def asked(self, request: Request) -> None:
        """Keep each address that the page asks for."""
        self.requests.append(request.url)


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true of a page.

    Playwright's own waiting asks the page itself, whose policy on scripts may forbid it.
    """
    for _ in range(PATIENCE):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never true: {expression}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium, the system's own."""
    program = browser()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def host(sample_site: Site) -> Iterator[str]:
    """The address at which the sample site is served."""
    with served(sample_site.output) as address:
        yield address


def opened(chromium: Browser, host: str, options: dict[str, Any]) -> Visit:
    """Open an empty page in a context of its own, and listen to it."""
    options.setdefault("locale", "zh-CN")
    context: BrowserContext = chromium.new_context(**options)
    made = Visit(context.new_page(), host)
    made.page.on("console", made.heard)
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    made.page.on("request", made.asked)
    return made


@pytest.fixture
def visit(chromium: Browser, host: str) -> Iterator[Callable[..., Visit]]:
    """Open a page in a context of its own: ``visit("/", width=320, color_scheme="dark")``."""
    with ExitStack() as stack:

        def start(url: str, width: int = 1280, height: int = 900, **options: Any) -> Visit:
            options["viewport"] = {"width": width, "height": height}
            made = opened(chromium, host, options)
            stack.callback(made.page.context.close)
            made.open(url)
            return made

        yield start


@pytest.fixture(scope="session")
def look(chromium: Browser, host: str) -> Iterator[Callable[..., Visit]]:
    """Open a page to look at it and no more: nothing is pressed, typed or kept in storage.

    A context of its own is three times the work of the page in it, so those who look with the
    same options do it in one, one after another: ``look("/", width=320, color_scheme="dark")``.
    """
    kept: dict[tuple[tuple[str, Any], ...], Visit] = {}

    def start(url: str, width: int = 1280, color_scheme: Any = "light", **options: Any) -> Visit:
        key = tuple(sorted(options.items()))
        if key not in kept:
            kept[key] = opened(chromium, host, options)
        made = kept[key]
        made.page.set_viewport_size({"width": width, "height": 900})
        made.page.emulate_media(color_scheme=color_scheme)
        made.requests.clear()
        made.complaints.clear()
        made.open(url)
        return made

    yield start
    for made in kept.values():
        made.page.context.close()
