"""Bodies with their links and pictures filled in, for pages and for feeds."""

import re
from collections.abc import Callable
from html import escape

from .cards import Body, Picture

_MARKS = re.compile(r'<img ([^>]*?)src="lanmu:picture/(\d+)"([^>]*)>|href="lanmu:link/(\d+)"')
_FIGURE = re.compile(
    r'<figure>(<img [^>]*?src="lanmu:picture/(\d+)"[^>]*>)'
    r"(?:<figcaption>.*?</figcaption>)?</figure>",
    re.DOTALL,
)
_ALT = re.compile(r' alt="([^"]*)"')
_OPEN = re.compile(r'<a ([^>]*?)href="lanmu:link/(\d+)"([^>]*)>')
_OWN = re.compile(r'(<a (?:[a-z]+="[^"]*" )*?href=")#')
_ID = re.compile(r'(<[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")*?) id="[^"]*"')
_ANCHOR = re.compile(r"<a\b[^>]*>|</a>")


def expand(
    body: Body,
    html: str,
    picture: Callable[[Picture], str],
    link: Callable[[str], str] = lambda url: url,
    *,
    fragments: str = "",
) -> str:
    """The HTML of a body as it is shown: ``html`` is the text that ``body.key`` names.

    ``picture`` makes HTML of a picture, ``link`` may change an address (a feed makes it
    absolute). A picture that is not there leaves its alt text, and no figure around it; a
    link that leads nowhere leaves its words. ``fragments`` is put before links to places
    in the text itself.
    """
    if fragments:
        html = _OWN.sub(lambda found: f"{found[1]}{escape(fragments)}#", html)
    if "lanmu:" not in html:
        return html

    def fill(found: re.Match[str]) -> str:
        if found[4] is not None:
            return f'href="{escape(link(body.links[int(found[4])]))}"'
        shown = body.pictures[int(found[2])]
        return picture(shown) if shown is not None else _alt(found[0])

    if None in body.pictures:
        html = _FIGURE.sub(lambda found: _without_picture(body, found), html)
    return _MARKS.sub(fill, _without_dead_links(body, html))


def without_ids(html: str) -> str:
    """A text's HTML without ids: on a page with another text they would be there twice."""
    return _ID.sub(r"\1", html)


def _alt(image: str) -> str:
    """The alt text of an ``img``, escaped as text as it was as an attribute."""
    found = _ALT.search(image)
    return found[1] if found else ""


def _without_picture(body: Body, figure: re.Match[str]) -> str:
    """A figure as it is; a paragraph of its alt text where its picture is not there."""
    if body.pictures[int(figure[2])] is not None:
        return figure[0]
    alt = _alt(figure[1])
    return f"<p>{alt}</p>" if alt else ""


def _without_dead_links(body: Body, html: str) -> str:
    """Take away the tags of links that lead to nothing published."""
    if all(body.links):
        return html
    # HTML allows no link within a link, so each end tag ends the link opened last.
    dead = False

    def keep(found: re.Match[str]) -> str:
        nonlocal dead
        tag = found[0]
        if tag == "</a>":
            ended, dead = dead, False
            return "" if ended else tag
        named = _OPEN.fullmatch(tag)
        dead = named is not None and not body.links[int(named[2])]
        return "" if dead else tag

    return _ANCHOR.sub(keep, html)


def absolute_picture(picture: Picture, origin: str) -> str:
    """A picture as plain HTML with a full address, for a feed reader."""
    shown = picture.fallback
    return (
        f'<img src="{escape(origin + shown.url)}" alt="{escape(picture.alt)}" '
        f'width="{shown.width}" height="{shown.height}">'
    )
