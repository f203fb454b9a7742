"""Captions: what is given to browsers, and what they would pass over in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.webvtt import read_text
from tests.helpers.media import VTT

TIME = "00:00:01.000 --> 00:00:02.000"


def told(data: bytes, path: str = "a.vtt") -> list[tuple[str, str, int]]:
    """Rule, reason and line of what is found in captions."""
    found = read_text(path, data)[1]
    return [(f.rule, dict(f.values).get("reason", ""), f.line) for f in found]


def test_good_captions_pass_as_they_are() -> None:
    """With settings, comments, styles and hours."""
    file, found = read_text("a.vtt", VTT.encode())
    assert (file.text, found) == (VTT, ())
    rich = (
        "WEBVTT 中文\n\nNOTE 说明 --> 说明\n\nSTYLE\n::cue { color: red }\n\n1\n"
        "01:00:01.000 --> 01:00:02.000 line:0 align:start\n字\n"
    )
    assert told(rich.encode()) == []


def test_line_ends_and_the_mark_of_utf8_are_made_plain() -> None:
    """The copy on the site is as browsers want it."""
    file, found = read_text("a.vtt", b"\xef\xbb\xbf" + VTT.replace("\n", "\r\n").encode())
    assert (file.text, found) == (VTT, ())


def test_gbk_is_turned_into_utf8_with_a_word() -> None:
    """Many programs write it; so may a transcript be."""
    for path, text in (("a.vtt", VTT), ("a.txt", "这是一段文字稿，说的是急救的方法。\n")):
        file, found = read_text(path, text.encode("gb18030"))
        assert file.text == text
        assert [f.rule for f in found] == ["captions-encoding"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "head"),
        (VTT.replace("WEBVTT", "WEB VTT"), "head"),
        (VTT.replace("WEBVTT", "WEBVTTX"), "head"),
        ("WEBVTT\n\n只有字\n", "empty"),
        (f"1\n{TIME.replace('.', ',')}\n字\n", "srt"),
    ],
)
def test_what_no_browser_reads_is_left_out(text: str, reason: str) -> None:
    """With the reason."""
    file, found = read_text("a.vtt", text.encode())
    assert file.text == ""
    assert [(f.rule, dict(f.values)["reason"], f.severity) for f in found] == [
        ("captions-invalid", reason, "error")
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("00:00:03,000 --> 00:00:04", ""),
        ("00:03 --> 00:04", ""),
        ("00:00:04.000 --> 00:00:03.000", "end"),
        ("00:00:00.500 --> 00:00:00.900", "order"),
    ],
)
def test_a_cue_with_wrong_times_is_told_with_its_line(line: str, reason: str) -> None:
    """The others stay."""
    text = f"WEBVTT\n\n{TIME}\n字\n\n{line}\n字\n"
    if "," in line:
        text = text.replace("03,000", "03:000")
    assert told(text.encode()) == [("captions-time", reason, 6)]
    assert read_text("a.vtt", text.encode())[0].text == text


def test_a_cue_right_under_the_head_is_none() -> None:
    """What stands there belongs to the head."""
    text = f"WEBVTT\n{TIME}\n字\n\n{TIME}\n字\n"
    assert told(text.encode()) == [("captions-time", "", 2)]


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    """Every text is UTF-8 with the head, or there is none."""
    file, _ = read_text("a.vtt", b"WEBVTT\n\n" + data)
    assert not file.text or file.text.startswith("WEBVTT\n")
