"""Inline markup found by what it begins with: a text without it is not searched at all.

Does what ``markdown.treeprocessors.InlineProcessor`` does, step by step and in its order, for
patterns see one another's work; it leaves out the steps that cannot change anything.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from typing import NamedTuple

from markdown import inlinepatterns as stock
from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, AtomicString

from .triggers import Needles, needles_of

_STAR = "*"
# The emphasis that Python-Markdown sets up itself; what was made otherwise goes its way.
_USUAL = stock.Delimiter(_STAR, "strong,em", smart=False, double=False)

# What a placeholder is made of.
_HELD = INLINE_PLACEHOLDER_PREFIX + ETX + "0123456789"

Found = list[tuple[etree.Element, list[str]]]


class Step(NamedTuple):
    """A pattern in its place, and strings of which a text must hold one for it to match.

    Without needles it may match in any text. ``signs`` has a character of each needle.
    """

    number: int
    pattern: stock.InlineProcessor
    needles: tuple[str, ...]
    signs: frozenset[str]


class Inline:
    """All patterns in their order, and which of them a text needs."""

    def __init__(self, patterns: Iterable[stock.InlineProcessor]) -> None:
        """See what each of the patterns looks for."""
        steps: list[Step] = []
        for index, pattern in enumerate(patterns):
            needles = tuple(sorted(_needles(pattern) or ()))
            signs = frozenset(max(each, key=_rarity) for each in needles)
            steps.append(Step(index, pattern, needles, signs))
        self._steps = steps
        self._needed: dict[frozenset[str], tuple[Step, ...]] = {}
        # One character of each needle will do, and a class of characters is found soonest.
        signs = frozenset(_HELD[0]).union(*(step.signs for step in steps))
        self._signs = re.compile(f"[{''.join(re.escape(sign) for sign in sorted(signs))}]")
        self.touches = self._signs if all(step.needles for step in steps) else re.compile("")

    def needed(self, data: str) -> tuple[Step, ...]:
        """Give the patterns that may match in a text, or in what others make of it.

        Those put placeholders into it and nothing else.
        """
        signs = frozenset(self._signs.findall(data))
        steps = self._needed.get(signs)
        if steps is None:
            there = signs.union(_HELD)
            steps = tuple(s for s in self._steps if not s.needles or not s.signs.isdisjoint(there))
            self._needed[signs] = steps
        return steps


def inline_plan(patterns: Iterable[stock.Pattern]) -> Inline | None:
    """See what the patterns look for; ``None`` where one is of the old kind."""
    new = [each for each in patterns if isinstance(each, stock.InlineProcessor)]
    return Inline(new) if len(new) == len(list(patterns)) else None


def _rarity(character: str) -> int:
    """Tell letters, spaces and what placeholders hold from the characters rare in prose."""
    return 0 if character.isalnum() or character == " " or character in _HELD else 1


def _needles(pattern: stock.Pattern) -> Needles | None:
    # A pattern that finds its expression in a way of its own may find another each time.
    if getattr(pattern.getCompiledRegExp, "__func__", None) is not stock.Pattern.getCompiledRegExp:
        return None
    compiled = getattr(pattern, "compiled_re", None)
    return needles_of(compiled) if isinstance(compiled, re.Pattern) else None


class QuickInline(InlineProcessor):
    """Python-Markdown's inline step for texts of few signs; put in the place of its own."""

    plan: Inline | None = None

    def run(self, tree: etree.Element, ancestors: list[str] | None = None) -> etree.Element:
        """Resolve the inline markup of a tree; see ``InlineProcessor.run``."""
        if self.plan is None:
            return super().run(tree, ancestors)
        touched = self.plan.touches.search
        self.stashed_nodes = {}
        self.parent_map = {child: parent for parent in tree.iter() for child in parent}
        waiting: Found = [(tree, [*(ancestors or ()), tree.tag.lower()])]
        for element, parents in waiting:
            self.ancestors = parents
            if element is not tree:
                parents.append(element.tag.lower())
            found: list[tuple[etree.Element, Found]] = []
            # What a tail turns into comes next among the children, and its turn with it.
            for child in element:
                text, tail = child.text, child.tail
                if text and (touched(text) or type(text) is not str):
                    found.append((child, self._text(child, text)))
                    waiting += found[-1][1]
                if tail and (touched(tail) or type(tail) is not str):
                    self._tail(element, child, tail)
                if len(child):
                    self.parent_map[child] = element
                    waiting.append((child, self.ancestors[:]))
            for child, nodes in found:
                for index, (node, _) in enumerate(nodes):
                    child.insert(index, node)
        return tree

    def _text(self, child: etree.Element, text: str) -> Found:
        if isinstance(text, AtomicString):
            return []
        self.ancestors.append(child.tag.lower())
        child.text = None
        nodes = self._emphasis_alone(child, text)
        if nodes is None:
            nodes = self._filled(self._resolved(text, 0), child, is_text=True)
        for node, _ in nodes:
            self.parent_map[node] = child
        self.ancestors.pop()
        return nodes

    def _emphasis_alone(self, child: etree.Element, text: str) -> Found | None:
        """Resolve a text with plain pairs of stars and no other sign, without placeholders."""
        plan = self.plan
        if plan is None or plan.touches.search(text.replace(_STAR, "")):
            return None
        steps = plan.needed(_STAR)
        if len(steps) != 1:
            return None
        pairs = _pairs(steps[0].pattern, text)
        if pairs is None:
            return None
        run, parts = pairs
        child.text = parts[0] or None
        nodes: Found = []
        for inner, tail in zip(parts[1::2], parts[2::2], strict=True):
            node = _emphasis(run)
            node.text, node.tail = inner, tail or None
            # It counts, though nobody will look for it: the numbers of others depend on it.
            self._stashed(node)
            nodes.append((node, self.ancestors[:]))
        return nodes

    def _tail(self, element: etree.Element, child: etree.Element, tail: str) -> None:
        holder = etree.Element("d")
        resolved = self._resolved(tail, 0)
        child.tail = None
        nodes = self._filled(resolved, holder, is_text=False)
        if holder.tail:
            child.tail = holder.tail
        at = list(element).index(child) + 1
        for node, _ in reversed(nodes):
            self.parent_map[node] = element
            element.insert(at, node)

    def _resolved(self, data: str, first: int) -> str:
        """Put placeholders for what the patterns from ``first`` on find."""
        if (
            isinstance(data, AtomicString)
            or self.plan is None
            or not self.plan.touches.search(data)
        ):
            return data
        for number, pattern, needles, _ in self.plan.needed(data):
            if number < first or (needles and not _holds(data, needles)):
                continue
            pairs = _pairs(pattern, data)
            if pairs is not None:
                data = self._emphasised(*pairs, number)
                continue
            at: int | None = 0
            while at is not None:
                data, at = self._applied(pattern, data, number, at)
        return data

    def _applied(
        self, pattern: stock.InlineProcessor, data: str, index: int, at: int
    ) -> tuple[str, int | None]:
        """Put a placeholder for the next match from ``at``; then where to go on, if at all."""
        for tag in pattern.ANCESTOR_EXCLUDES:
            if tag.lower() in self.ancestors:
                return data, None
        for match in pattern.getCompiledRegExp().finditer(data, at):
            node, start, end = pattern.handleMatch(match, data)
            if start is not None and end is not None:
                break
        else:
            return data, None
        if node is None:
            return data, end
        if not isinstance(node, str) and not isinstance(node.text, AtomicString):
            for child in [node, *node]:
                if child.text:
                    self.ancestors.append(child.tag.lower())
                    child.text = self._resolved(child.text, index + 1)
                    self.ancestors.pop()
                if child.tail:
                    child.tail = self._resolved(child.tail, index)
        placeholder = self._stashed(node)
        return f"{data[:start]}{placeholder}{data[end:]}", start + len(placeholder)

    def _stashed(self, node: etree.Element | str) -> str:
        number = f"{len(self.stashed_nodes):04d}"
        self.stashed_nodes[number] = node
        return f"{INLINE_PLACEHOLDER_PREFIX}{number}{ETX}"

    def _emphasised(self, run: str, parts: list[str], index: int) -> str:
        """Put placeholders for the emphasis in a text that was split at ``run``."""
        for at in range(1, len(parts), 2):
            node = _emphasis(run)
            self.ancestors.append(node.tag)
            node.text = self._resolved(parts[at], index + 1)
            self.ancestors.pop()
            parts[at] = self._stashed(node)
        return "".join(parts)

    def _filled(self, data: str, parent: etree.Element, *, is_text: bool) -> Found:
        """Hang a text with placeholders on ``parent``; gives the elements to be put there."""
        found: Found = []
        at = 0
        while data:
            start = data.find(INLINE_PLACEHOLDER_PREFIX, at)
            if start < 0:
                rest = data[at:]
                rest = AtomicString(rest) if isinstance(data, AtomicString) else rest
                _add(rest, found, parent, is_text)
                break
            match = INLINE_PLACEHOLDER_RE.search(data, start)
            node = self.stashed_nodes.get(match[1]) if match else None
            if match is None or node is None:
                # Only looks like one of ours.
                end = start + len(INLINE_PLACEHOLDER_PREFIX)
                _add(data[at:end], found, parent, is_text)
                at = end
                continue
            _add(data[at:start], found, parent, is_text)
            at = match.end()
            if isinstance(node, str):
                _add(node, found, parent, is_text)
                continue
            for child in [node, *node]:
                if child.tail and INLINE_PLACEHOLDER_PREFIX in child.tail:
                    self._refilled(node, child, is_text=False)
                if child.text and INLINE_PLACEHOLDER_PREFIX in child.text:
                    self._refilled(child, child, is_text=True)
            found.append((node, self.ancestors[:]))
        return found

    def _refilled(self, parent: etree.Element, child: etree.Element, *, is_text: bool) -> None:
        """Put elements where the text or tail of ``child`` has placeholders."""
        if is_text:
            data, child.text = child.text or "", None
        else:
            data, child.tail = child.tail or "", None
        nodes = self._filled(data, child, is_text=is_text)
        at = 0 if is_text or parent is child else list(parent).index(child) + 1
        for node, _ in reversed(nodes):
            parent.insert(at, node)


def _add(text: str, found: Found, parent: etree.Element, is_text: bool) -> None:
    """Set a text down behind what was found last, or before all of it."""
    if not text:
        return
    if is_text and not found:
        parent.text = parent.text + text if parent.text else text
    else:
        before = found[-1][0] if found else parent
        before.tail = before.tail + text if before.tail else text


def _holds(text: str, needles: tuple[str, ...]) -> bool:
    for needle in needles:  # noqa: SIM110 - half the time of any(), ten times a text
        if needle in text:
            return True
    return False


def _pairs(pattern: stock.InlineProcessor, text: str) -> tuple[str, list[str]] | None:
    """Split a text at its stars where they are plain pairs, all ``*x*`` or all ``**x**``.

    A pair is plain where neither run has white space on its inner side: Python-Markdown
    then pairs these two and no others. Gives the run, and the texts without and with
    emphasis by turns. All else goes to the pattern itself, and so does what it was not
    made for.
    """
    if type(pattern) is not stock.DelimiterProcessor or pattern.ANCESTOR_EXCLUDES:
        return None
    busy = bool(pattern.regions or pattern.stack)
    for token, delimiter in pattern.delimiters.items():
        busy = busy or bool(delimiter.stack) or (token != _STAR and token in text)
    star = pattern.delimiters.get(_STAR)
    if busy or star is None or not _is_usual(star):
        return None
    run = _STAR * 2 if _STAR * 2 in text else _STAR
    parts = text.split(run)
    # Of longer runs, and of those of another length, something stays in or between the texts.
    if len(parts) % 2 == 0 or len(parts) == 1 or not all(parts[1:-1]) or _STAR in "".join(parts):
        return None
    for inner in parts[1::2]:
        if inner != inner.strip():
            return None
    return run, parts


def _emphasis(stars: str) -> etree.Element:
    strong, em = _USUAL.tags
    return etree.Element(strong if len(stars) == _USUAL.max_size else em)


def _is_usual(star: stock.Delimiter) -> bool:
    return (
        type(star) is stock.Delimiter
        and star.tags == _USUAL.tags
        and star.tag_count == _USUAL.tag_count
        and star.max_size == _USUAL.max_size
        and star.double == _USUAL.double
        and star.boundary.pattern == _USUAL.boundary.pattern
        and star.boundary.flags == _USUAL.boundary.flags
    )
