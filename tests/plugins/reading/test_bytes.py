"""Bytes that are UTF-8 are read alike, bytes that are not are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition import sources as s
from plugins.reading.decode import MAX_BYTES, guess_encoding

from .helpers import HEAD, PATH, body, read

PROSE = "急救车赶到之前的几分钟，往往只有身边的人能做些什么。这是我们的经验。\n"
TRADITIONAL = "這是我們國家的經驗，從現在開始學習急救。時間過去以後還會發現許多問題。\n"
TEXT = HEAD + "## 小题\n\n第一段\n第二行\n\n![图](a.jpg)\n"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_make_no_difference(newline: str) -> None:
    """A file from Windows or an old Mac reads as one with plain line feeds."""
    assert read(TEXT.replace("\n", newline)) == read(TEXT)


@given(st.text(alphabet=" \n#*[]()-`|:甲乙，a1", max_size=60))
def test_line_ends_make_no_difference_to_any_body(text: str) -> None:
    """The same holds for whatever the body is."""
    assert read((HEAD + text).replace("\n", "\r\n")) == read(HEAD + text)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    """Notepad's UTF-8 is UTF-8."""
    assert read(b"\xef\xbb\xbf" + TEXT.encode()) == read(TEXT)


@pytest.mark.parametrize(
    ("codec", "text", "name"),
    [
        ("gb18030", PROSE, "GBK"),
        ("gbk", PROSE, "GBK"),
        ("big5", TRADITIONAL, "Big5"),
        ("utf-16", PROSE, "UTF-16"),
        ("utf-16-le", PROSE, "UTF-16"),
        ("utf-16-be", PROSE, "UTF-16"),
        ("utf-32", PROSE, "UTF-32"),
    ],
)
def test_other_encodings_are_named(codec: str, text: str, name: str) -> None:
    """An editor who saved the wrong way is told which way that was."""
    result = read((HEAD.replace("题目", "x") + text).encode(codec))
    assert result.source is None
    (note,) = result.findings
    assert (note.rule, note.severity) == ("encoding", "error")
    assert dict(note.values)["encoding"] == name


def test_the_first_bad_byte_has_its_place() -> None:
    """Line and column of the first byte that is no UTF-8, in characters."""
    data = (HEAD + "第一行\n好").encode() + b"\xff\xfe"
    result = read(data)
    assert result.places("encoding") == [(7, 2)]
    assert dict(result.findings[0].values) == {"reason": "unknown"}
    assert guess_encoding(b"\xff\xfe\xfd") == ""


def test_control_characters_are_told_and_taken_out() -> None:
    """Each is named with its place in the file as the editor sees it."""
    result = read(HEAD.replace("题目", "题\x08目") + "甲\x07乙\u202e[丙](foo:y)\n")
    assert isinstance(result.source, s.ArticleSource)
    assert result.source.title == "题目"
    assert result.places("control-character") == [(3, 9), (6, 2), (6, 4)]
    assert "\x07" not in result.html
    # The place of what follows counts them, for the editor's cursor does.
    assert result.places("link-scheme") == [(6, 9)]


def test_a_control_character_cannot_come_back_as_a_reference() -> None:
    """``&#7;`` would break the feed as the character itself does."""
    html = body("a&#7;b&#x202e;c").html
    assert "\x07" not in html
    assert "\u202e" not in html


def test_a_file_that_is_too_large_is_not_read() -> None:
    """A text of more than 2 MiB is somebody's mistake."""
    assert read(b"a" * (MAX_BYTES + 1)).rules == ["file-too-large"]


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    """Whatever the bytes are, there is an answer; without a value it has an error."""
    for path in (PATH, "site.toml", "topics/t.md", "columns/a/_column.md"):
        result = read(data, path)
        assert (result.source is None) == any(n.severity == "error" for n in result.findings)


FRONT = st.text(alphabet="---\n:： \"'[]{}&*!|>%@`#,?\t甲标题日期titledate2021-07", max_size=120)


@given(FRONT, st.text(max_size=80))
def test_no_text_makes_it_raise(front_matter: str, text: str) -> None:
    """The same with texts that look like front matter."""
    data = f"---\n{front_matter}\n---\n{text}".encode(errors="surrogatepass")
    result = read(data)
    assert (result.source is None) == any(n.severity == "error" for n in result.findings)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(0 <= note.line <= lines for note in result.findings)
