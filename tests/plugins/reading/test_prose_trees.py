"""The fast way's serializer: a tree is written as the stock serializer writes it."""

import xml.etree.ElementTree as etree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.serializers import to_html_string, to_xhtml_string
from markdown.util import AtomicString

from plugins.reading.prose_html import to_html, to_xhtml

from .markdowns import INLINE, WORDS

NAMES = st.sampled_from("div p br BR img li script h2 pre".split())
STRINGS = st.one_of(
    st.none(), INLINE, WORDS, INLINE.map(AtomicString), st.sampled_from(['"', "&#38;", "a"])
)
KEYS = st.sampled_from(["id", "title", "hidden", "a"])


def _grown(children: st.SearchStrategy[etree.Element]) -> st.SearchStrategy[etree.Element]:
    return st.builds(
        tree,
        NAMES,
        STRINGS,
        STRINGS,
        st.dictionaries(KEYS, STRINGS, max_size=2),
        st.lists(children),
    )


def tree(
    tag: str,
    text: str | None,
    tail: str | None,
    attributes: dict[str, str | None],
    children: list[etree.Element],
) -> etree.Element:
    """Put an element together."""
    element = etree.Element(tag)
    element.text, element.tail = text, tail
    for key, value in attributes.items():
        element.set(key, key if value == "a" else value)  # type: ignore[arg-type]
    element.extend(children)
    return element


@given(
    st.recursive(
        st.builds(tree, NAMES, STRINGS, STRINGS, st.just({}), st.just([])), _grown, max_leaves=5
    )
)
def test_trees_are_written_alike(root: etree.Element) -> None:
    """The serialisers are those of Python-Markdown."""
    assert to_html(root) == to_html_string(root)
    assert to_xhtml(root) == to_xhtml_string(root)


@pytest.mark.parametrize("tag", [etree.Comment, etree.QName("{urn:x}p"), None])
def test_odd_elements_are_written_alike(tag: object) -> None:
    """Comments, names with a namespace and elements without a name go to Python-Markdown."""
    root = etree.Element("div")
    etree.SubElement(root, "p").append(etree.Comment("甲 & 乙"))
    odd = etree.SubElement(root, "p")
    odd.tag = tag  # type: ignore[assignment]
    odd.text, odd.tail = "a<b", "c&d"
    assert to_html(root) == to_html_string(root)
    assert to_xhtml(root) == to_xhtml_string(root)
