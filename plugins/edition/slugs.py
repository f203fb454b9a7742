"""Names in URLs: ASCII, pinyin for Chinese."""

import hashlib
import re
import unicodedata

VERSION = "2"
"""Raised whenever a name gets another slug."""

LONGEST = 100
"""Characters of a slug at most: a folder's name may have 255 bytes, and is read by people."""

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """The slug of a name: ``重庆`` -> ``chong-qing``, ``AED 101`` -> ``aed-101``.

    Polyphones are read by their phrase, as pypinyin knows them. A name of other signs
    alone gets its code points, so that no name is without a slug.
    """
    plain = unicodedata.normalize("NFKC", name)
    if not plain.isascii():
        # Its dictionaries take a tenth of a second to load: only where they are needed.
        from pypinyin import lazy_pinyin

        plain = " ".join(lazy_pinyin(plain))
        plain = unicodedata.normalize("NFKD", plain)
    made = _NOT_WORD.sub("-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    made = made or "-".join(f"{ord(sign):x}" for sign in name) or "unnamed"
    if len(made) > LONGEST:
        # Names that begin alike must not come to lie on one page.
        rest = hashlib.sha256(name.encode()).hexdigest()[:8]
        made = f"{made[: LONGEST - 9].rstrip('-')}-{rest}"
    return made
