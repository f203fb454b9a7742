"""Lines like ``[video: film.mp4]`` in a text: an extension of Python-Markdown.

Such a line is a block of its own, with empty lines around it or without. What it names is
read when the text is clean (``media_fields.embedded``).
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from .media_fields import EMBED, MARK

# After fenced code (25), in which such a line is an example; before raw HTML (20).
PRIORITY = 24

_BEGINS = frozenset({"[", " "})


class FindEmbeds(Preprocessor):
    """Takes the lines out of a text; ``hold`` gives the sign that stands for an element."""

    def __init__(self, md: Markdown, hold: Callable[[etree.Element], str]) -> None:
        super().__init__(md)
        self._hold = hold

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with the signs; the very same list where there is none."""
        # Most texts have none: that is told by how their lines begin.
        begun = [line for line in lines if line[:1] in _BEGINS]
        if not any(EMBED.fullmatch(line) for line in begun):
            return lines
        made: list[str] = []
        for line in lines:
            if EMBED.fullmatch(line):
                element = etree.Element("figure", {"class": MARK})
                element.text = AtomicString(line.strip())
                made += ["", self._hold(element), ""]
            else:
                made.append(line)
        return made
