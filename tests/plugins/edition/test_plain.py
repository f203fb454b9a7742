"""The plain words of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.plain import plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>甲<strong>乙</strong>丙</p>\n<p>丁</p>", "甲乙丙\n丁"),
        ("<p>a &lt;b&gt; &amp; c&nbsp;&nbsp;d</p>", "a <b> & c d"),
        ("<p>一<br>二</p>", "一\n二"),
        ("<table><tr><th>甲</th><td>乙</td></tr><tr><td>丙</td></tr></table>", "甲 乙\n丙"),
        ('<p>文<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>。</p>', "文。"),
        ('<li>注 <a class="footnote-backref" href="#fnref:1">↩</a></li>', "注"),
        ('<p>水<sup>2</sup></p><figure><img alt="图" src="x"></figure>', "水2"),
    ],
)
def test_words_stay_and_marks_go(html: str, text: str) -> None:
    """A line to a block; no mark of a footnote, no picture."""
    assert plain(html) == text


@given(st.lists(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1), min_size=1))
def test_no_word_is_lost(words: list[str]) -> None:
    """Whatever its signs, escaped as HTML has them."""
    html = "".join(
        f"<p>{word.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</p>\n"
        for word in words
    )
    assert plain(html).split("\n") == words
