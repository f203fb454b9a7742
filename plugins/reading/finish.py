"""What is done to the tree of a text: joined lines, headings, figures, the excerpt."""

import html
import re
import unicodedata
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, STX

from .words import cut, joins

EXCERPT = 120
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_NOT_WORD = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")
_SPACES = re.compile(r"\s+")
_LINE = re.compile(r"[ \t]*\n[ \t]*")
_OPAQUE = frozenset(("code", "pre", "img", "br"))
_BLOCKS = frozenset(
    "div p li ul ol dl dt dd td th tr table thead tbody blockquote hr h1 h2 h3 h4 h5 h6 pre".split()
)


class JoinLines(Treeprocessor):
    """Drops line breaks between Han, through inline markup too, but not in code.

    Runs when inline markup is resolved: before that ``**`` would stand between.
    """

    needed = True

    def run(self, root: etree.Element) -> None:
        """Go through all texts in reading order, remembering the last character seen."""
        if not self.needed:
            return
        last: tuple[etree.Element, bool] | None = None  # the text that may end in a line break
        before = ""
        for element, is_tail, text in _texts(root):
            if text is None:
                last, before = None, ""
                continue
            if last is not None:
                self._across(last, before, text)
            if "\n" in text:
                text = _LINE.sub(_keep_or_drop, text)
                if before and text[:1] == "\n" and text[1:2] and joins(before, text[1]):
                    text = text[1:]
                _set(element, is_tail, text)
            if not text:
                continue
            bare = HTML_PLACEHOLDER_RE.sub("", text)
            ends = bare.rstrip(" \t")
            if ends.endswith("\n"):
                last, before = (element, is_tail), ends[:-1].rstrip(" \t")[-1:] or before
            elif bare:
                last, before = None, bare[-1]

    @staticmethod
    def _across(last: tuple[etree.Element, bool], before: str, text: str) -> None:
        """Drop the line break at the end of one text where the next begins with Han."""
        after = HTML_PLACEHOLDER_RE.sub("", text).lstrip(" \t")[:1]
        if before and after and joins(before, after):
            element, is_tail = last
            old = (element.tail if is_tail else element.text) or ""
            _set(element, is_tail, old.rstrip(" \t\n"))


def _keep_or_drop(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    if start > 0 and end < len(text) and joins(text[start - 1], text[end]):
        return ""
    return "\n"


def _set(element: etree.Element, is_tail: bool, text: str) -> None:
    # The text keeps its class: AtomicString is a mark for later steps.
    if is_tail:
        element.tail = type(element.tail)(text) if element.tail is not None else text
    else:
        element.text = type(element.text)(text) if element.text is not None else text


def _texts(root: etree.Element) -> Iterator[tuple[etree.Element, bool, str | None]]:
    """All texts in reading order; ``None`` where a block begins or ends, or something opaque."""
    stack: list[tuple[etree.Element, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        block = element.tag in _BLOCKS
        opaque = element.tag in _OPAQUE
        if not done:
            if block or opaque:
                yield element, False, None
            if element.text and not opaque:
                yield element, False, element.text
            stack.append((element, True))
            if not opaque:
                stack.extend((child, False) for child in reversed(element))
            continue
        if block or opaque:
            yield element, False, None
        if element.tail:
            yield element, True, element.tail


class Finish(Treeprocessor):
    """The last touch: headings get levels and ids, lone pictures become figures."""

    excerpt = ""

    def run(self, root: etree.Element) -> None:
        """Work on the finished tree; leaves the first paragraph's text in ``excerpt``."""
        self.excerpt = ""
        headings: list[etree.Element] = []
        ids: set[str] = set()
        pictures = False
        for element in root.iter():
            tag = element.tag
            if element.attrib and (own := element.get("id")):
                ids.add(own)
            if tag == "p":
                pictures = pictures or (len(element) > 0 and _only_pictures(element))
            elif tag in _HEADINGS:
                headings.append(element)
            elif tag in _CELLS:
                align = element.attrib.pop("align", "")
                if align:
                    element.set("class", f"align-{align}")
        lone = _lone_pictures(root) if pictures else []
        self._headings(headings, ids)
        self._excerpt(root)
        for block in root:
            # Whoever looks at the page's source finds a block on each line.
            block.tail = "\n"
        for parent, index in reversed(lone):
            figures = [_figure(picture) for picture in parent[index]]
            figures[-1].tail = parent[index].tail
            parent[index : index + 1] = figures

    def _headings(self, headings: list[etree.Element], ids: set[str]) -> None:
        """Make the top level h2, skip no level, and give each heading an id of its words."""
        top = min((int(h.tag[1]) for h in headings), default=0)
        level = 1
        for heading in headings:
            level = min(int(heading.tag[1]) - top + 2, level + 1, 6)
            heading.tag = f"h{level}"
            if not heading.get("id"):
                heading.set("id", _unique(slugify(self._plain(heading)) or "section", ids))

    def _excerpt(self, root: etree.Element) -> None:
        for element in root:
            if element.tag == "p":
                text = _SPACES.sub(" ", self._plain(element)).strip()
                if text:
                    self.excerpt = cut(text, EXCERPT)
                    return

    def _plain(self, element: etree.Element) -> str:
        """Give the words of an element, without footnote marks and raw tags."""
        if not len(element):
            return self._words(element.text or "")
        parts: list[str] = []
        skip: etree.Element | None = None
        for event, node in _walk(element):
            if skip is not None:
                if node is skip and event == "end":
                    skip = None
                    parts.append(node.tail or "")
            elif event == "start":
                if node.tag == "sup" and (node.get("id") or "").startswith("fnref"):
                    skip = node
                else:
                    parts.append(node.text or "")
            elif node is not element:
                parts.append(node.tail or "")
        return self._words("".join(parts))

    def _words(self, text: str) -> str:
        if STX in text:
            text = HTML_PLACEHOLDER_RE.sub(self._stashed, text)
        return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))

    def _stashed(self, match: re.Match[str]) -> str:
        blocks = self.md.htmlStash.rawHtmlBlocks
        number = int(match[1])
        raw = str(blocks[number]) if number < len(blocks) else ""
        return "" if raw.startswith("<") else raw


def _walk(element: etree.Element) -> Iterator[tuple[str, etree.Element]]:
    stack: list[tuple[str, etree.Element]] = [("start", element)]
    while stack:
        event, node = stack.pop()
        yield event, node
        if event == "start":
            stack.append(("end", node))
            stack.extend(("start", child) for child in reversed(node))


def slugify(text: str) -> str:
    """Make a fragment of a heading's words: letters of any script, figures, hyphens."""
    text = unicodedata.normalize("NFC", text)
    return _GAPS.sub("-", _NOT_WORD.sub("", text).strip().lower()).strip("-")


def _unique(slug: str, ids: set[str]) -> str:
    name, number = slug, 1
    while name in ids:
        number += 1
        name = f"{slug}-{number}"
    ids.add(name)
    return name


def _lone_pictures(root: etree.Element) -> list[tuple[etree.Element, int]]:
    """Find the paragraphs of pictures alone: each one's parent, and its place there."""
    return [
        (element, index)
        for element in root.iter()
        for index, child in enumerate(element)
        if child.tag == "p" and len(child) and _only_pictures(child)
    ]


def _only_pictures(paragraph: etree.Element) -> bool:
    if (paragraph.text or "").strip():
        return False
    return all(e.tag == "img" and not (e.tail or "").strip() for e in paragraph)


def _figure(picture: etree.Element) -> etree.Element:
    """Wrap a picture; its title becomes the caption, its ``credit`` stands beside."""
    figure = etree.Element("figure")
    caption = picture.attrib.pop("title", "") or ""
    credit = picture.attrib.pop("credit", "") or ""
    picture.tail = None
    figure.append(picture)
    if caption or credit:
        line = etree.SubElement(figure, "figcaption")
        line.text = f"{caption} " if caption and credit else caption
        if credit:
            etree.SubElement(line, "span", {"class": "credit"}).text = credit
    figure.tail = "\n"
    return figure
