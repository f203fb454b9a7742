"""Films and sounds in a real browser: asked for, they play; unasked, nothing is fetched."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Visit

PAGE = "/columns/first-aid/2019/cpr/"
PLAYED = """async () => {
  const video = document.querySelector("video");
  video.muted = true;
  await video.play();
  if (!video.textTracks[0].cues) {
    await new Promise((done) => document.querySelector("track").addEventListener("load", done));
  }
  video.pause();
  const track = video.textTracks[0];
  return [Math.round(video.duration), video.videoWidth, track.mode, track.cues.length];
}"""


def test_a_film_plays_with_its_captions(visit: Callable[..., Visit]) -> None:
    """Its length and size are as the page says, and the captions are shown."""
    seen = visit(PAGE)
    fetched = [url for url in seen.requests if url.endswith((".webm", ".mp3"))]
    assert fetched == []
    assert seen.page.evaluate(PLAYED) == [20, 854, "showing", 5]
    assert seen.complaints == []


def test_a_narrow_screen_gets_the_small_film_and_no_page_shifts(
    visit: Callable[..., Visit],
) -> None:
    """The room is there before the poster is."""
    seen = visit(PAGE, width=360)
    assert seen.page.evaluate(PLAYED)[1] == 426
    shape = "(() => { const b = document.querySelector('video').getBoundingClientRect();"
    ratio = seen.page.evaluate(shape + " return b.width / b.height; })()")
    assert abs(ratio - 854 / 480) < 0.02


def test_player_and_transcript_are_reached_by_the_keyboard(visit: Callable[..., Visit]) -> None:
    """A transcript opens by Enter, without script."""
    seen = visit(PAGE)
    summary = seen.page.locator(".media-transcript summary")
    seen.page.locator(".media-audio audio").focus()
    expect(seen.page.locator(".media-audio audio")).to_be_focused()
    summary.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator(".media-transcript p").first).to_be_visible()
