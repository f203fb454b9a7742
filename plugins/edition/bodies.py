"""Bodies with their links and pictures filled in, for pages and for feeds."""

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

from .cards import Body
from .media_cards import Media
from .picture_cards import Inset, Picture

_MARKS = re.compile(r'<img ([^>]*?)src="lanmu:picture/(\d+)"([^>]*)>|href="lanmu:link/(\d+)"')
_FIGURE = re.compile(
    r'<figure>(<img [^>]*?src="lanmu:picture/(\d+)"[^>]*>)'
    r"(?:<figcaption>(.*?)</figcaption>)?</figure>",
    re.DOTALL,
)
# What reading makes of a caption and a credit; an editor's own HTML may hold more.
_PLAIN_WORDS = re.compile(r'[^<]*(?:<span class="credit">[^<]*</span>)?')
_MEDIA = re.compile(r'<hr class="lanmu:media/(\d+)">')
_GALLERY = re.compile(r'<div class="lanmu:gallery/(\d+)"></div>')
_ALT = re.compile(r' alt="([^"]*)"')
_OPEN = re.compile(r'<a ([^>]*?)href="lanmu:link/(\d+)"([^>]*)>')
_OWN = re.compile(r'(<a (?:[a-z]+="[^"]*" )*?href=")#')
_ID = re.compile(r'(<[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")*?) id="[^"]*"')
_ANCHOR = re.compile(r"<a\b[^>]*>|</a>")


class Show(NamedTuple):
    """How what a text names is shown: each makes HTML of one such thing.

    ``words`` are those said, in the text or elsewhere, of a picture that stands by itself;
    without it the text's own stay. Without ``gallery`` a gallery leaves nothing, without
    ``media`` a film or sound leaves a link to it.
    """

    picture: Callable[[Picture], str]
    words: Callable[[Picture], str] | None = None
    gallery: Callable[[Inset], str] | None = None
    media: Callable[[Media], str] | None = None


def expand(
    body: Body,
    html: str,
    show: Show,
    link: Callable[[str], str] = lambda url: url,
    *,
    fragments: str = "",
) -> str:
    """The HTML of a body as it is shown: ``html`` is the text that ``body.key`` names.

    ``link`` may change an address (a feed makes it absolute). A picture that is not there
    leaves its alt text, or nothing, and no figure around it; a link that leads nowhere leaves
    its words. ``fragments`` is put before links to places in the text itself.
    """
    if fragments:
        html = _OWN.sub(lambda found: f"{found[1]}{escape(fragments)}#", html)
    if "lanmu:" not in html:
        return html
    filling = _Filling(body, show, link)
    if body.pictures and "<figure>" in html:
        html = _FIGURE.sub(lambda found: _figure(body, found, show.words), html)
    if body.galleries:
        html = _GALLERY.sub(filling.gallery, html)
    if body.media:
        html = _MEDIA.sub(filling.media, html)
    return _MARKS.sub(filling.mark, _without_dead_links(body, html))


class _Filling(NamedTuple):
    """What stands in a text for each thing that it names by number."""

    body: Body
    show: Show
    link: Callable[[str], str]

    def mark(self, found: re.Match[str]) -> str:
        """A link's address, or a picture."""
        if found[4] is not None:
            return f'href="{escape(self.link(self.body.links[int(found[4])]))}"'
        number = int(found[2])
        shown = self.body.pictures[number]
        if shown is not None:
            return self.show.picture(shown)
        return "" if number in self.body.silent else _alt(found[0])

    def gallery(self, found: re.Match[str]) -> str:
        """A gallery, or nothing."""
        inset, show = self.body.galleries[int(found[1])], self.show.gallery
        return show(inset) if inset is not None and show is not None else ""

    def media(self, found: re.Match[str]) -> str:
        """A film or sound, or a link to it, or nothing."""
        media = self.body.media[int(found[1])]
        if media is None:
            return ""
        return self.show.media(media) if self.show.media else media_link(media, self.link)


def without_ids(html: str) -> str:
    """A text's HTML without ids: on a page with another text they would be there twice."""
    return _ID.sub(r"\1", html)


def _alt(image: str) -> str:
    """The alt text of an ``img``, escaped as text as it was as an attribute."""
    found = _ALT.search(image)
    return found[1] if found else ""


def _figure(body: Body, figure: re.Match[str], words: Callable[[Picture], str] | None) -> str:
    """A figure with its words; a paragraph of its alt text where its picture is not there."""
    number = int(figure[2])
    picture = body.pictures[number]
    if picture is None:
        alt = "" if number in body.silent else _alt(figure[1])
        return f"<p>{alt}</p>" if alt else ""
    if words is None or not _PLAIN_WORDS.fullmatch(figure[3] or ""):
        return figure[0]
    return f"<figure>{figure[1]}{words(picture)}</figure>"


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


def plain_words(picture: Picture) -> str:
    """What is said of a picture as plain HTML, for a feed reader; nothing where nothing is."""
    said = " ".join(filter(None, (picture.caption, picture.credit)))
    return f"<figcaption>{escape(said)}</figcaption>" if said else ""


def media_link(media: Media, link: Callable[[str], str]) -> str:
    """A film or sound as a paragraph with a link to it, for a reader that plays none."""
    url = media.url or media.sources[0].url
    title = media.title or media.caption or url.rpartition("/")[2]
    return f'<p><a href="{escape(link(url))}">▶ {escape(title)}</a></p>'


def absolute_picture(picture: Picture, origin: str) -> str:
    """A picture as plain HTML with a full address, for a feed reader; nothing of a missing one."""
    if picture.missing:
        return ""
    shown = picture.fallback
    return (
        f'<img src="{escape(origin + shown.url)}" alt="{escape(picture.alt)}" '
        f'width="{shown.width}" height="{shown.height}">'
    )
