"""The same redirects for web servers that can tell of them before a page is sent.

Each server reads its file from the top and takes the first line that fits: single addresses
stand before folders, and the most particular folders first. Old paths have none of the signs
that mean something in these files (``plugins.edition.old_paths``); what they lead to is ASCII,
and of what is asked for below a folder no more than that goes into an answer: servers decode
it, and a line break in it would begin another header.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from plugins.edition.old_paths import encoded

Pairs = Sequence[tuple[str, str]]
"""Paths from the top of the host, decoded, and where they lead."""

BUCKET = 64
"""Bytes of a bucket of nginx's hashes, unless it is told otherwise, on most processors."""


def netlify(lines: Pairs, moves: Pairs) -> str:
    """``_redirects``, as Netlify and Cloudflare Pages read it from the top of a site.

    The format: docs.netlify.com/routing/redirects/redirect-options and, with fewer ways of
    saying it, developers.cloudflare.com/pages/configuration/redirects.
    """
    rows = [f"{encoded(old)} {new} 301" for old, new in lines]
    rows += [f"{encoded(old)}* {new}:splat 301" for old, new in moves]
    return _text(["# Lanmu: old addresses. Netlify and Cloudflare Pages read this file."], rows)


def nginx(lines: Pairs, moves: Pairs) -> str:
    """A ``map`` of nginx (nginx.org/en/docs/http/ngx_http_map_module.html).

    ``$uri`` is decoded. A key that is longer than a bucket keeps nginx from starting, so the
    file says how large they must be where that is more than is usual.
    """
    head = [
        "# Lanmu: old addresses, for nginx. In the http block:",
        "#   include /path/to/redirects.nginx.conf;",
        "# and in the server block:",
        "#   if ($lanmu_moved) { return 301 $lanmu_moved$is_args$args; }",
    ]
    # A bucket holds the key, its length, a pointer, and a pointer at its end.
    longest = max((len(old.encode()) for old, _ in lines), default=0) + 32
    rows = []
    if longest > BUCKET:
        rows.append(f"map_hash_bucket_size {-(-longest // BUCKET) * BUCKET};")
    rows += ["map $uri $lanmu_moved {", '    default "";']
    rows += [f'    "{old}" "{new}";' for old, new in lines]
    rows += [
        f'    "~^{_literal(old)}(?<lanmu_rest>[!-~]*)$" "{new}$lanmu_rest";' for old, new in moves
    ]
    return _text(head, [*rows, "}"])


def caddy(lines: Pairs, moves: Pairs) -> str:
    """A ``map`` of Caddy, and what redirects by it.

    The format: caddyserver.com/docs/caddyfile/directives/map. A placeholder in the address
    is filled in by the line that fits.
    """
    head = [
        "# Lanmu: old addresses, for Caddy. In the block of the site:",
        "#   import /path/to/redirects.caddy",
    ]
    rows = ["map {path} {lanmu_moved} {"]
    rows += [f'\t"{old}" "{new}"' for old, new in lines]
    rows += [f'\t"~^{_literal(old)}([!-~]*)$" "{new}${{1}}"' for old, new in moves]
    rows += ['\tdefault ""', "}", '@lanmu_moved expression `{lanmu_moved} != ""`']
    return _text(head, [*rows, "redir @lanmu_moved {lanmu_moved} 301"])


def _literal(path: str) -> str:
    """A path as a regular expression of PCRE and RE2 that means just it, without a backslash."""
    return re.sub(r"[.+()\[\]]", lambda sign: f"[{sign[0]}]", path)


def _text(head: Iterable[str], rows: Iterable[str]) -> str:
    return "".join(f"{row}\n" for row in (*head, *rows))


def at_root(pairs: Pairs, root: str) -> Iterator[tuple[str, str]]:
    """Paths from the top of the site as paths from the top of its host."""
    return ((root + old, root + new) for old, new in pairs)
