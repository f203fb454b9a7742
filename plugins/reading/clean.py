"""From any HTML to clean HTML: what an editor may write, and nothing else."""

import re

import nh3

from .decode import CONTROL

TAGS = frozenset(
    "p br hr h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr th td caption strong em b"
    " i u s del ins mark small sub sup code pre kbd samp var blockquote q cite abbr dfn span div"
    " figure figcaption img a ruby rt rp time details summary section aside".split()
)
CLASSES = frozenset(
    "admonition admonition-title note tip hint important warning caution attention danger"
    " key-figures footnote footnote-ref footnote-backref align-left align-center align-right"
    " credit".split()
)
# Of what ``blocks`` and ``gallery_lines`` make, each on its own elements.
OWN_CLASSES = {
    "div": {"gallery-line"},
    "dd": {"figure-value", "figure-source"},
    "figure": {"media-embed"},
    "ol": {"timeline-block"},
    "time": {"timeline-date"},
    "span": {"timeline-date", "timeline-text"},
}
SCHEMES = frozenset(("http", "https", "mailto", "tel"))

_EVERYWHERE = {"id", "lang", "dir", "title"}
_ATTRIBUTES = {
    "a": {"href", "hreflang"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope", "abbr"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "time": {"datetime"},
    "del": {"datetime"},
    "ins": {"datetime"},
}
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags={"script", "style", "iframe", "svg", "math", "template", "noscript"},
    attributes={"*": _EVERYWHERE, **_ATTRIBUTES},
    allowed_classes={tag: CLASSES | OWN_CLASSES.get(tag, set()) for tag in TAGS},
    url_schemes=set(SCHEMES),
    link_rel="noopener noreferrer",
)

MAX_DEPTH = 200
# A paragraph repeats the formatting elements left open before it; so many in all, no more.
MAX_COPIES = 20_000
MAX_TAG = 8_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)(>|\Z)?")
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_FLAT = frozenset(
    "p li dt dd tr td th option br hr img input meta link wbr area base col embed source track"
    " param rp rt".split()
)


# What most articles are, and what cleaning leaves as it is: a few elements, each of them
# closed, and texts without a sign of HTML, a control character or a space out of the ordinary.
_TEXT = (
    r"[\n !#-%'-;=?-~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218b"
    r"\u2190-\u22ff\u2460-\u27bf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60\uffe0-\uffe6]*+"
)
_INLINE = rf"{_TEXT}(?:<(?:strong>{_TEXT}</strong|em>{_TEXT}</em)>{_TEXT})*+"
_PLAIN = re.compile(
    rf"(?:<p>{_INLINE}</p>\n?|<ul>\n?(?:<li>{_INLINE}</li>\n?)++</ul>\n?"
    rf"|<h([2-6])(?: id=\"[-0-9a-z\u4e00-\u9fff]++\")?>{_INLINE}</h\1>\n?)++"
)


def is_plain(html: str) -> bool:
    """Whether ``check`` would let this HTML pass and ``clean`` give it back as it is.

    Tells so of some such texts, not of all.
    """
    return _PLAIN.fullmatch(html) is not None and "lanmu:" not in html


class TooDeep(Exception):
    """The HTML would keep the sanitiser busy without end."""


def check(html: str) -> None:
    """Refuse what takes the HTML parser more than linear time; it cannot be interrupted.

    Raises ``TooDeep`` for deep nesting, for many formatting elements left open, and for
    a tag of endless length.
    """
    depth = formatting = copies = 0
    for match in _TAG.finditer(html):
        closing, name, rest, end = match.groups()
        if len(rest) > MAX_TAG or (end is None and len(html) - match.start() > MAX_TAG):
            raise TooDeep
        name = name.lower()
        if name in _FORMATTING:
            formatting = max(0, formatting + (-1 if closing else 1))
        else:
            copies += formatting
        if name not in _FLAT:
            depth = max(0, depth + (-1 if closing else 1))
        if depth > MAX_DEPTH or copies > MAX_COPIES:
            raise TooDeep


def clean(html: str) -> str:
    """Make HTML clean and regular: attributes in double quotes, ``<`` and ``>`` escaped.

    Nothing in it says ``lanmu:`` but what comes after may.
    """
    html = _CLEANER.clean(html).replace(' class=""', "")
    # A numeric reference may have brought back what was taken out of the source.
    if CONTROL.search(html):
        html = CONTROL.sub("", html)
    return html.replace("lanmu:", "lanmu&#58;") if "lanmu:" in html else html
