"""What machines are told of films and sounds, and how long they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.bodies import Show, expand
from plugins.edition.cards import Body, Head
from plugins.edition.lengths import length_in_seconds, length_iso, length_shown
from plugins.edition.media_cards import Media, MediaSource
from plugins.edition.media_data import enclosure, own, told

from .making import picture

LARGE = MediaSource("/media/f-1.webm", "video/webm", 1280, 720, 900)
SMALL = MediaSource("/media/f-2.webm", "video/webm", 640, 360, 300)
FILM = Media("video", "片</script>", (LARGE, SMALL), picture(), seconds=3725, caption="说明")
SOUND = Media("audio", "", (MediaSource("/media/a.mp3", "audio/mpeg", 0, 0, 100),))
ELSEWHERE = Media("video", "别处", url="https://v.example/x", host="v.example")
HEAD = Head("题目", "/a/", "描述")


def test_a_card_for_sharing_plays_a_film() -> None:
    """The first, before any sound; with its poster, where the page has no picture."""
    head = told(HEAD, (SOUND, FILM))
    assert (head.media, head.image) == (LARGE, None)
    assert told(HEAD, (FILM, SOUND)).image == FILM.poster


def test_a_page_without_any_is_as_it_was() -> None:
    """Nor is a page elsewhere ours to tell of."""
    assert own((None, ELSEWHERE)) == ()
    assert told(HEAD, own((ELSEWHERE,))) is HEAD


def test_a_feed_gets_one_file() -> None:
    """Sound before films, of a film the smallest."""
    assert enclosure(()) is None
    assert enclosure((FILM, SOUND)) == ("/media/a.mp3", 100, "audio/mpeg")
    assert enclosure((FILM,)) == ("/media/f-2.webm", 300, "video/webm")


def test_a_feed_has_links_where_pages_have_players() -> None:
    """What is not there leaves nothing."""
    html = '<p>甲</p><hr class="lanmu:media/0"><hr class="lanmu:media/1"><hr class="lanmu:media/2">'
    body = Body("k", media=(FILM, None, ELSEWHERE))
    made = expand(body, html, Show(str), lambda url: f"https://x{url}" if url[0] == "/" else url)
    assert made == (
        '<p>甲</p><p><a href="https://x/media/f-1.webm">▶ 片&lt;/script&gt;</a></p>'
        '<p><a href="https://v.example/x">▶ 别处</a></p>'
    )


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        *(("3:25", 205), ("1:02:03", 3723), ("3分25秒", 205), ("2小时", 7200), ("45s", 45)),
        *(("3：25", 205), ("90分钟", 5400), ("", 0), ("很长", 0), ("3:75", 0)),
    ],
)
def test_lengths_are_read_as_editors_write_them(written: str, seconds: int) -> None:
    """By the clock, in Chinese, in English."""
    assert length_in_seconds(written) == seconds


@given(st.integers(1, 99 * 3600))
def test_a_length_that_is_shown_can_be_read(seconds: int) -> None:
    """By readers and by machines."""
    assert length_in_seconds(length_shown(seconds)) == seconds
    parts = length_iso(seconds).removeprefix("PT").lower()
    assert length_in_seconds(parts) == seconds


def test_an_unknown_length_is_not_shown() -> None:
    """No film has no length."""
    assert (length_shown(0), length_iso(0)) == ("", "PT0S")
