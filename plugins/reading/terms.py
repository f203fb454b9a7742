"""The words that say what a text is about: what related articles are told by.

Chinese is written without spaces, so a word is any two Han characters that follow each
other (a character bigram, the usual unit of retrieval without a dictionary), and a Latin
word is itself. Which of them are frequent here is known when a text is read; which are
rare elsewhere the edition knows (``plugins.edition.related``): TF and IDF.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from operator import add

AT_MOST = 24
"""So many terms of a text are kept."""

LOOKED_AT = 300
"""Characters of a text that are looked at: news says first what it is about."""

TITLE = 3
"""As often as this a term of the title counts."""

# What a sentence is held together by parts words, and is none: particles, pronouns,
# conjunctions and figures that hardly ever stand inside of a noun. (十字, 三救三献 and 两会 do.)
_PARTS = (
    "的了是在和与及或也都就把被而但又很还则从到为以于之其这那哪么什怎"
    "吗呢吧啊它们他她我你您不没个些几每一二四五六七八九〇"
)
_COMMON = frozenset(
    "可能 可见 只有 只要 有人 有时 有多 自己 大家 别人 时候 时间 地方 东西 "
    "今天 已经 因此 如果 虽然 由此 同时 并且 所有 起来 出来 出去 下来 上来 过来 "
    "知道 用来 进行 开展 通过 根据 有关 本报 记者".split()
)
# Said by what is not Han: a set takes a quarter of the time of looking ahead each time.
_HAN = re.compile(
    f"[^\x00-\u3004\u3006\u3008-\u33ff\u4dc0-\u4dff\ua000-\U0001ffff\U000323b0-\U0010ffff{_PARTS}]+"
)
_WIDE = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_LATIN = re.compile(r"[a-z][a-z0-9]+")
_ENGLISH = frozenset(
    "an and are as at be been but by can com for from had has have he her his http https if in "
    "into is it its more no not of on or org our out she so than that the their them then there "
    "these they this to up was we were what when which who will with www you your".split()
)
_TAG = re.compile(r"<[^>]*>|&[a-zA-Z]+;|&#\w+;")


def terms_of(title: str, summary: str, html: str) -> str:
    """The most frequent terms of an article, parted by spaces, the most frequent first.

    ``html`` is the clean HTML of its body. Of two terms as frequent the first to be met goes
    before; those of the title are met first.
    """
    # Tags take up room: twice as much HTML holds the text that is looked at, or nearly.
    plain = _TAG.sub(" ", html[: 2 * LOOKED_AT])[:LOOKED_AT]
    counts = Counter(_terms("\n".join((*[title] * TITLE, summary, plain))))
    often = [term for term, count in counts.items() if count > 1 and _says(term)]
    often.sort(key=counts.__getitem__, reverse=True)
    once = (term for term, count in counts.items() if count == 1 and _says(term))
    return " ".join(islice(chain(often, once), AT_MOST))


def _says(term: str) -> bool:
    """Tell whether a term is one, and says anything."""
    return " " not in term and term not in _COMMON


def _terms(text: str) -> Iterator[str]:
    """Every term of a text, as often as it is there; and what has a space in it is none."""
    if _WIDE.search(text):
        # Full-width letters are letters.
        text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    han = " ".join(_HAN.findall(text))
    latin = [word for word in _LATIN.findall(text) if word not in _ENGLISH]
    return chain(map(add, han, han[1:]), latin)
