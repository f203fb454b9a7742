"""A record as the little HTML page that Pagefind indexes: an article's own text.

Each Chinese character is a word of its own here, and a word in Chinese a phrase of them: what a
reader looks for is found wherever it stands, and nothing else. Programs that part Chinese into
words do not agree: Pagefind's takes 红十字会 for 红十字 and 会, Chromium's a query of 红十字 for 红
and 十字, and so two articles were found of twenty-two. Nor do they come cheap: a third of the time.

What the attributes mean: pagefind.app/docs/indexing, /filtering, /sorts, /metadata. No page of
the site is indexed, so no masthead, list or footer can be found.
"""

import re
import sys
from array import array
from html import escape, unescape

from plugins.edition.bodies import Show, expand, without_ids
from plugins.edition.cards import Body
from plugins.edition.media_cards import Media
from plugins.edition.picture_cards import Inset, Picture

from .fold import SEPARATOR, fold, folded
from .records import Record

RECIPE = "5"
"""Goes into the name of each part: raised whenever the same records make something else."""

UNKNOWN = "und"
"""The language of no words (BCP 47): Pagefind then takes those that have spaces between them."""

_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|i|mark|q|rb|ruby|s|span|strong|sub|sup)\b[^>]*>")
_HAN = (
    "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9"
    "\U00020000-\U000323af"
)
# Signs that stand between such characters part them anyway: fewer, longer stretches.
_SIGNS = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
_TAG_OR_HAN = re.compile(f"<[^>]*>|[{_HAN}][{_HAN}{_SIGNS}]*")
_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r'<a [^>]*class="footnote-[^"]*"[^>]*>.*?</a>', re.DOTALL)
# Full-width letters and digits (U+FF10 and on) are found by plain ones.
_PLAIN = {0xFF01 + n: 0x21 + n for n in range(94) if chr(0x21 + n).isalnum()}
# What JavaScript takes for space and Python does not, and what is not seen at all.
_UNSEEN = "\ufeff\u00ad\u200b\u200c\u200d\u2060"
_UTF_32 = f"utf-32-{sys.byteorder[0]}e"
_SPACE_CODE = array("I", [ord(" ")])
_FULL_WIDTH = re.compile(f"[{''.join(map(chr, _PLAIN))}]")


def found_by(record: Record, text: str) -> str:
    """All that a record is found by, as HTML; ``text`` is what ``body.key`` names in the store."""
    # What counts most comes first: of phrases Pagefind tells where they stand, and no weight.
    first = (record.title, record.summary, *record.captions)
    own = "\n".join((*(_words(each) for each in first if each), _text(record.body, text)))
    whole = _narrow(own)
    return whole + _once_more(whole)


def plain(found: str) -> str:
    """The text of what a record is found by, as the search page compares it with a query.

    Simplified, narrow, small, and without spaces: what stands side by side there does so here.
    """
    text = "".join(fold(unescape(_TAG.sub("", found))).lower().split())
    for unseen in _UNSEEN:
        text = text.replace(unseen, "")
    return text


def page(record: Record, found: str, language: str) -> str:
    """The page of a record, ``found`` being what it is found by."""
    said = {"t": record.title, "d": record.day, "c": record.column, "s": record.section}
    said |= {"u": record.unit, "y": record.day[:4], "p": "yes" if record.pictures else ""}
    given = {name: escape(value) for name, value in said.items() if value}
    attributes = "".join(f' data-{name}="{value}"' for name, value in given.items())
    meta = _named(given, title="t", date="d", column="c")
    sort = _named(given, date="d")
    filters = _named(given, section="s", column="c", unit="u", year="y", pictures="p")
    told = f'data-pagefind-meta="{meta}" data-pagefind-sort="{sort}"'
    words = _parted(found)
    known = language if language == "en" else UNKNOWN
    return (
        f'<!DOCTYPE html><html lang="{known}"><body data-pagefind-body>'
        f'<i {told} data-pagefind-filter="{filters}"{attributes}></i>\n{words}</body></html>'
    )


def _parted(html: str) -> str:
    """HTML with a space on either side of each Chinese character that stands in its text."""
    return _TAG_OR_HAN.sub(_part, html)


def _part(found: re.Match[str]) -> str:
    text = found[0]
    if text[0] == "<":
        return text
    # Every other character is a space: by slices, for an archive has tens of millions of them.
    parted = array("I", _SPACE_CODE * (2 * len(text) + 1))
    parted[1::2] = array("I", text.encode(_UTF_32))
    return parted.tobytes().decode(_UTF_32)


def _narrow(text: str) -> str:
    return text.translate(_PLAIN) if _FULL_WIDTH.search(text) else text


def _once_more(html: str) -> str:
    """What traditional characters stand in, in simplified ones, for these are looked for."""
    again = folded(unescape(_TAG.sub("\n", _INLINE.sub("", html))))
    return f"<p>{SEPARATOR}</p><p>{escape(again)}</p>" if again else ""


def _named(given: dict[str, str], **names: str) -> str:
    """Which attribute holds what is known under a name: ``year[data-y], …``."""
    return ", ".join(f"{name}[data-{at}]" for name, at in names.items() if at in given)


def _words(words: str) -> str:
    return f"<p>{escape(words)}</p>" if words else ""


def _text(body: Body, text: str) -> str:
    """A body with the words of its pictures, galleries, films and sounds, and nothing to see."""
    shown = expand(body, text, Show(_nothing, _of_picture, _of_gallery, _of_media))
    return without_ids(_MARK.sub("", shown))


def _nothing(_picture: Picture) -> str:
    return ""


def _of_picture(picture: Picture) -> str:
    # In brackets, or in a result it would run into the text that follows.
    credit = f"（{picture.credit}）" if picture.credit else ""
    return _words((picture.caption or picture.alt) + credit)


def _of_gallery(inset: Inset) -> str:
    return "".join(_of_picture(photo.picture) for photo in inset.photos)


def _of_media(media: Media) -> str:
    said = filter(None, (media.title, media.caption, media.credit, *media.transcript))
    return "".join(map(_words, said))
