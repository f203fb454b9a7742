"""What a preview says on the page: findings, and why there is no page."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from plugins.checks.say import SEVERITY_WORDS, hint, message, tongue
from plugins.edition.findings import Finding
from plugins.newsroom.live import PageFault, PressError, State

from .words import say, why

MOST = 30
"""Findings of other pages that are shown; how many more there are is said."""

_ENTRY = re.compile(r"/on-this-day/[^/]+/(\d\d-\d\d)-[^/]+/")
_PAGE = (
    '<!doctype html>\n<html class="lanmu" lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>{title}</title>\n"
    '<link rel="stylesheet" href="/__lanmu/preview.css">\n</head>\n'
    "<body>\n<main>\n<h1>{title}</h1>\n{rest}\n</main>\n</body>\n</html>\n"
)


def page_of(path: str) -> str:
    """The page on which a file of the content is shown: ``/columns/news/2026/a/``.

    That of a picture is the page of its folder.
    """
    if path == "site.toml":
        return "/"
    name = path.rpartition("/")[2]
    stem = path.removesuffix(".md") if path.endswith(".md") else path.removesuffix(name)
    url = f"/{stem}".rstrip("/") + "/"
    for last in ("/index/", "/_column/", "/_almanac/"):
        if url.endswith(last):
            url = url.removesuffix(last) + "/"
    found = _ENTRY.fullmatch(url)
    if found:
        return f"/on-this-day/{found[1]}/"
    return "/on-this-day/" if name == "_almanac.md" else url


def findings(state: State, url: str) -> dict[str, Any]:
    """What the panel of the page at ``url`` shows: faults, its own file's findings, others'."""
    language = state.language
    counted = [found for found in state.findings if found.severity != "notice"]
    counted.sort(key=lambda found: (found.severity != "error", found))
    own = [found for found in counted if page_of(found.path) == url]
    others = [found for found in counted if page_of(found.path) != url]
    groups: list[dict[str, Any]] = []
    if state.fault is not None:
        rows = [_fault_row(state.fault, language)]
        name = say(language, "panel_fault")
        groups.append({"name": name, "near": True, "rows": rows, "more": ""})
    for name, some in (("panel_own", own), ("panel_others", others)):
        if some:
            shown = some if name == "panel_own" else some[:MOST]
            left = len(some) - len(shown)
            groups.append(
                {
                    "name": say(language, name),
                    "near": name == "panel_own",
                    "rows": [_row(found, language) for found in shown],
                    "more": say(language, "panel_more", count=left) if left else "",
                }
            )
    return {
        "title": say(language, "panel"),
        "summary": _summary(counted, state.fault, language),
        "groups": groups,
    }


def _summary(counted: Sequence[Finding], fault: Exception | None, language: str) -> str:
    errors = sum(found.severity == "error" for found in counted) + (fault is not None)
    return say(language, "panel_summary", errors=errors, warnings=len(counted) - errors)


def _row(found: Finding, language: str) -> dict[str, str]:
    place = f"{found.path}:{found.line}:{found.column}" if found.line else found.path
    return {
        "severity": found.severity,
        "word": SEVERITY_WORDS[tongue(language)][found.severity],
        "place": place,
        "rule": found.rule,
        "message": message(found, language),
        "hint": hint(found, language),
    }


def _fault_row(fault: Exception, language: str) -> dict[str, str]:
    place, told = fault_said(fault, language)
    word = SEVERITY_WORDS[tongue(language)]["error"]
    return {
        "severity": "error",
        "word": word,
        "place": place,
        "rule": "",
        "message": told,
        "hint": say(language, "fault_hint"),
    }


def fault_said(fault: Exception, language: str) -> tuple[str, str]:
    """Where something is wrong, if that is known, and what."""
    if isinstance(fault, PageFault):
        return f"{_near(fault.file)}:{fault.line}", fault.detail
    if isinstance(fault, PressError):
        return "", why(language, fault)
    if isinstance(fault, SyntaxError):
        return f"{_near(fault.filename or '')}:{fault.lineno}", f"SyntaxError: {fault.msg}"
    return "", f"{type(fault).__name__}: {fault}"


def _near(file: str) -> str:
    """A file as it is named from here."""
    path, here = Path(file), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else file


def page_said(fault: Exception, language: str) -> bytes:
    """A page in the place of one that cannot be shown."""
    place, told = fault_said(fault, language)
    title = say(language, "page_fault" if isinstance(fault, PageFault) else "site_fault")
    lines = escape(f"{place}\n{told}" if place else told)
    rest = f"<pre>{lines}</pre>\n<p>{escape(say(language, 'fault_hint'))}</p>"
    return _PAGE.format(language=language, title=escape(title), rest=rest).encode()


def reading_said(state: State, *, whole: bool = True) -> bytes:
    """How far reading has come: a page that waits for the site, or its one line."""
    key = "reading_of" if state.of else "reading_begins"
    said = escape(say(state.language, key, done=state.done, of=state.of))
    if not whole:
        return said.encode()
    rest = f'<p data-reading role="status">{said}</p>'
    title = escape(say(state.language, "reading_title"))
    return _PAGE.format(language=state.language, title=title, rest=rest).encode()
