"""A record as the little HTML page that Pagefind indexes: an article's own text, weighted.

What the attributes mean: pagefind.app/docs/indexing, /weighting, /filtering, /sorts, /metadata.
No page of the site is indexed, so no masthead, list or footer can be found.
"""

import re
from html import escape, unescape

from plugins.edition.bodies import Show, expand, without_ids
from plugins.edition.cards import Body
from plugins.edition.media_cards import Media
from plugins.edition.picture_cards import Inset, Picture

from .fold import SEPARATOR, folded
from .records import Record

RECIPE = "2"
"""Goes into the name of each part: raised whenever other HTML is made of the same record."""

TITLE, SUMMARY, CAPTION = 8, 4, 2
"""How much more a word counts there than in the text."""

_CAPTION = f'<p data-pagefind-weight="{CAPTION}">'
_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r'<a [^>]*class="footnote-[^"]*"[^>]*>.*?</a>', re.DOTALL)
# Full-width letters and digits (U+FF10 and on) are found by plain ones.
_PLAIN = {0xFF01 + n: 0x21 + n for n in range(94) if chr(0x21 + n).isalnum()}


def page(record: Record, text: str, language: str) -> str:
    """The page of a record: ``text`` is what its ``body.key`` names in the store."""
    said = {"t": record.title, "d": record.day, "c": record.column, "s": record.section}
    said |= {"u": record.unit, "y": record.day[:4], "p": "yes" if record.pictures else ""}
    given = {name: escape(value) for name, value in said.items() if value}
    attributes = "".join(f' data-{name}="{value}"' for name, value in given.items())
    meta = _named(given, title="t", date="d", column="c")
    sort = _named(given, date="d")
    filters = _named(given, section="s", column="c", unit="u", year="y", pictures="p")
    told = f'data-pagefind-meta="{meta}" data-pagefind-sort="{sort}"'
    lines = [
        f'<!DOCTYPE html><html lang="{escape(language)}"><body data-pagefind-body>',
        f'<i {told} data-pagefind-filter="{filters}"{attributes}></i>',
        _words(f'<p data-pagefind-weight="{TITLE}">', record.title),
        _words(f'<p data-pagefind-weight="{SUMMARY}">', record.summary),
        _text(record.body, text).translate(_PLAIN),
        *(_words(_CAPTION, caption) for caption in record.captions),
    ]
    whole = "\n".join(filter(None, lines))
    return f"{whole}\n{_once_more(whole)}</body></html>"


def _once_more(html: str) -> str:
    """What traditional characters stand in, in simplified ones, for these are looked for."""
    again = folded(unescape(_TAG.sub("\n", html)))
    return f"<p>{SEPARATOR}</p><p>{escape(again)}</p>" if again else ""


def _named(given: dict[str, str], **names: str) -> str:
    """Which attribute holds what is known under a name: ``year[data-y], …``."""
    return ", ".join(f"{name}[data-{at}]" for name, at in names.items() if at in given)


def _words(start: str, words: str) -> str:
    return f"{start}{escape(words.translate(_PLAIN))}</p>" if words else ""


def _text(body: Body, text: str) -> str:
    """A body with the words of its pictures, galleries, films and sounds, and nothing to see."""
    shown = expand(body, text, Show(_nothing, _of_picture, _of_gallery, _of_media))
    return without_ids(_MARK.sub("", shown))


def _nothing(_picture: Picture) -> str:
    return ""


def _of_picture(picture: Picture) -> str:
    said = " ".join(filter(None, (picture.caption or picture.alt, picture.credit)))
    return f"{_CAPTION}{escape(said)}</p>" if said else ""


def _of_gallery(inset: Inset) -> str:
    return "".join(_of_picture(photo.picture) for photo in inset.photos)


def _of_media(media: Media) -> str:
    said = filter(None, (media.title, media.caption, media.credit, *media.transcript))
    return "".join(f"{_CAPTION}{escape(words)}</p>" for words in said)
