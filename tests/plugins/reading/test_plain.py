"""What is read without YAML and not sent through the sanitiser is what they would make of it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.reading.clean import check, clean, is_plain
from plugins.reading.markdown_set import House
from plugins.reading.nodes import read_yaml, split
from plugins.reading.notes import Notes
from plugins.reading.plain_front import plain_mapping

from .helpers import read
from .markdowns import TEXTS

KEYS = st.one_of(
    st.sampled_from(
        ["id", "title", "date", "标签", "tags", "_x", "null", "y", "1a", "-", "a b", "k:"]
    ),
    st.text("abA_1题", min_size=1, max_size=4),
)
VALUES = st.one_of(
    st.sampled_from(
        ["2021-07-15 23:30", "https://e.org/a.b/", "“甲”乙", "null", "~", "a: b", "a #b", "a:b",
         "- a", "[a, b]", "[a,b]", "[]", "[a, ]", "[a, b", "[a-1.2, 题]", "[a: b]", "{a: b}",
         "'a'", '"a"', "|", ">", "&a", "*a", "!a", "%a", "@a", "`a", "? a", "a ", "a  b", "a\tb",
         "a,b", "甲，乙", "：", "—", "[甲 乙]", "a ...", "--- a", "...", "a-", "-a", "1.5", "0x1",
         "a:", "a://b", ":a", "[-, a]", "[a:b]", "[a, [b]]", "a]", "\u2028", "a\u0085b",
         "\ufeffa", "a\x07"]
    ),
    st.text("ab1题，。“”—… :#-.,[]{}'\"/\t&*!|>%@`?~", max_size=8),
    st.text(max_size=4),
)  # fmt: skip
LINES = st.one_of(
    st.builds("{}: {}".format, KEYS, VALUES),
    st.builds("{}: {}".format, KEYS, VALUES),
    st.builds("{}{}{}".format, KEYS, st.sampled_from([":", " : ", ":  ", "：", ""]), VALUES),
    st.sampled_from(["", " ", "# x", "- a", "  a: b", "%YAML 1.1", "...", "\t"]),
)
PLAIN_LINES = st.builds(
    "{}: {}".format,
    st.from_regex(r"[A-Za-z_题][A-Za-z0-9_题]{0,9}", fullmatch=True),
    st.one_of(
        st.from_regex(r"[A-Za-z0-9题“][A-Za-z0-9题“” ./:-]{0,9}[A-Za-z0-9题。]", fullmatch=True),
        st.from_regex(r"\[[a1题](, [a1题][a1题.-]{0,3}[a1题]){0,3}\]", fullmatch=True),
    ),
)
FRONTS = st.lists(st.one_of(LINES, PLAIN_LINES, PLAIN_LINES), min_size=1, max_size=6).map("\n".join)
PLAIN_FRONTS = st.lists(PLAIN_LINES, min_size=1, max_size=6).map("\n".join)


@settings(max_examples=400)
@given(st.one_of(FRONTS, PLAIN_FRONTS), st.booleans())
@example(
    front="id: a48\ntitle: 是用\ndate: 2014-01-17 23:30\ntags: [标签23, 标签47]\nurl: https://e.org/a",
    ended=True,
)
@example(front="a: b\n\nc: d", ended=False)
def test_plain_front_matter_is_what_yaml_reads(front: str, ended: bool) -> None:
    """Keys, values and their places, where it is read without YAML at all."""
    front += "\n" if ended else ""
    plain = plain_mapping(front, 2)
    if plain is not None:
        assert read_yaml(front, 2) == plain
        # Nor is there a colon in it that would be taken for one of the forms editors type.
        found = split(f"---\n{front if ended else front + chr(10)}---\n", Notes("x.md"))
        assert found is not None
        assert found.front == plain


@pytest.mark.parametrize(
    "front",
    [
        "id: a48\ntitle: 是用“时”部——反三\ndate: 2014-01-17 23:30\ntags: [标签23, 标签47]\n",
        "标题: 甲，乙（丙）\nurl: https://e.org/a.b/c-d\n摘要: two words 三\n",
    ],
)
def test_the_front_matter_of_most_articles_is_plain(front: str) -> None:
    """The quick way is taken at all."""
    assert plain_mapping(front, 1) is not None


@pytest.mark.parametrize("piece", ["a-", "a.", "a:", "a/", "a ", "题", "-", "[a, ", "a:b "])
def test_front_matter_of_one_endless_line_ends(piece: str) -> None:
    """The expression goes over a line once: where it ends does not matter."""
    line = "k: " + piece * (60_000 // len(piece))
    assert plain_mapping(line + "\x00", 1) is None
    assert read(f"---\n{line}\x00\n---\n").source is None


HOUSE = House()
CHARACTERS = "".join(map(chr, range(0x20, 0x3400))) + "一鿿豈！＂＃～｡￠￦𠀀\n\t"
HTML = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>", "</p>", "<strong>", "</strong>", "<em>", "</em>", "<h2>", '<h2 id="甲-1">',
             "</h2>", "<ul>", "<li>", "</li>", "</ul>", "<ol>", "<br>", "<a href='x'>", "</a>",
             "\n", "甲", " ", '<h3 id="a b">', "</h3>", "&amp;", "&lt;", "lanmu:", ' class=""',
             "<p ", "\xa0", "\r"]
        ),
        st.text(CHARACTERS, max_size=5),
    ),
    max_size=12,
).map("".join)  # fmt: skip
FORMS = st.sampled_from(
    ["<p>{}</p>", "<h2>{}</h2>", '<h3 id="题-a">{}</h3>\n', "<ul>\n<li>{}</li>\n</ul>"]
)
MIXED = st.text(CHARACTERS, max_size=9).map("{0}<strong>{0}</strong><em>{0}</em>{0}".format)
WHOLE = st.lists(
    st.builds(lambda form, text: form.format(text), FORMS, MIXED), min_size=1, max_size=3
).map("".join)


@settings(max_examples=600)
@given(st.one_of(HTML, WHOLE, TEXTS.map(lambda text: HOUSE.convert(text)[0])))
@example('<p>甲</p>\n<ul><li>乙<strong>丙</strong></li></ul>\n<h2 id="丁">戊</h2>')
def test_plain_html_is_clean(html: str) -> None:
    """The sanitiser gives it back as it is, and its guard lets it pass."""
    if is_plain(html):
        check(html)
        assert clean(html) == html


def test_no_plain_character_is_changed_by_cleaning() -> None:
    """One by one, for the sanitiser has rules of its own for a few of them."""
    for code in {*range(0x3000), *range(0x3000, 0x20000, 7), *range(0xF900, 0x10000)}:
        html = f"<p>甲{chr(code)}乙</p>"
        assert not is_plain(html) or clean(html) == html, hex(code)


@pytest.mark.parametrize(
    "source",
    ["甲**乙**丙，AED 45。\n\n- 丁\n- *戊*\n\n## 己 a\n\n庚", "“甲”\n乙——丙…\n\nTwo words, 3 (4)."],
)
def test_what_most_articles_are_is_plain(source: str) -> None:
    """The sanitiser is not asked at all."""
    assert is_plain(HOUSE.convert(source)[0])
