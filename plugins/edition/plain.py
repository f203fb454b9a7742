"""The words of a text set in HTML, for calendars and programs that show no HTML."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        *("blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"),
    )
)
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r" ?\n[ \n]*")


def plain(html: str) -> str:
    """The words of ``html``, a line to each block; no picture, no footnote mark.

    It is for what the reader cleaned: well formed, and no script or style in it.
    """
    words = _Words()
    words.feed(html)
    words.close()
    return _LINES.sub("\n", _SPACES.sub(" ", "".join(words.parts))).strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The mark of a footnote and the way back from it are links, and no words of the text.
        if tag == "a" and (dict(attrs).get("class") or "").startswith("footnote-"):
            self._mark = tag
        elif tag == "br" or tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in {"td", "th"}:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._mark:
            self._mark = ""
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._mark:
            self.parts.append(data.replace("\n", " "))
