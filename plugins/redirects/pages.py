"""Page types of old addresses."""

from collections.abc import Callable, Iterator
from typing import Self

from plugins.edition.model import Edition
from plugins.edition.old_paths import is_page
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer

from .maps import Pairs, at_root, caddy, netlify, nginx


@page_type("/{old:path}", template="redirect.html", yields=True)
class RedirectPage(Inputs, frozen=True):
    """What stands at an old address: it leads on at once, and says so where it does not.

    ``address`` is the full address of the page that it leads to.
    """

    language: str
    name: str
    css: str
    url: str
    address: str

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each old address that a browser takes for a page's.

        A feed's or a picture's address cannot lead on by a page; servers' maps do it.
        """
        site = subject.site
        for old, new in sorted(subject.redirects.known.items()):
            if is_page(old):
                url = site.root + new
                made = cls(
                    language=site.language,
                    name=site.name,
                    css=site.assets.css,
                    url=url,
                    address=site.origin + url,
                )
                yield Route(old, made)


class _Map(Inputs, frozen=True):
    """Old addresses from the top of the host: single ones, and folders."""

    lines: Pairs
    moves: Pairs

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one file; it is there without a line, too, so that a server can count on it."""
        yield Route(cls.page.urls[0], cls._of(subject))

    @classmethod
    def _of(cls, edition: Edition) -> Self:
        known, root = edition.redirects, edition.site.root
        return cls(lines=tuple(at_root(known.lines, root)), moves=tuple(at_root(known.moves, root)))


def _by(write: Callable[[Pairs, Pairs], str]) -> Callable[[_Map, Renderer], bytes]:
    return lambda inputs, _renderer: write(inputs.lines, inputs.moves).encode()


@page_type("/_redirects", render=_by(netlify))
class NetlifyMap(_Map, frozen=True):
    """For Netlify and Cloudflare Pages, which look for it at the top of the site."""


@page_type("/redirects.nginx.conf", render=_by(nginx))
class NginxMap(_Map, frozen=True):
    """For nginx, to be included."""


@page_type("/redirects.caddy", render=_by(caddy))
class CaddyMap(_Map, frozen=True):
    """For Caddy, to be imported."""


PAGE_TYPES = (RedirectPage, NetlifyMap, NginxMap, CaddyMap)
