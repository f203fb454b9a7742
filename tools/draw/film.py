"""`python -m tools.draw.film [CONTENT_DIR]`: the film and the sound of the sample, by ffmpeg."""

from __future__ import annotations

import argparse
import math
import subprocess
import tempfile
import wave
from array import array
from dataclasses import replace
from pathlib import Path

from PIL import Image

from tools.draw.canvas import Canvas, falling
from tools.draw.hands import hand
from tools.draw.palette import CORAL, INK, NAVY, OCHRE, PAPER, RED, SKIN, SKY, TEAL, dark, light
from tools.draw.people import KNEEL, PRESS, VOLUNTEER, person
from tools.draw.shapes import pill
from tools.draw.things import manikin

FOLDER = "columns/first-aid/2019/cpr"
RATE = 22
"""Frames a second: twelve for each of 110 compressions a minute."""

FRAMES = 12
BEATS = 30
PAUSE = 4
"""Seconds for two breaths."""

HERTZ = 24_000
SIZES = ((854, 480, 40), (426, 240, 40))
"""Width, height and the quality that VP9 is asked for; a smaller number is better."""


def frame(press: float, beat: float, *, breath: bool = False) -> Image.Image:
    """One picture: how deep the chest is pressed, from 0 to 1, and how bright the beat is."""
    c = Canvas(854, 480, seed=FOLDER)
    c.rect(0, 0, c.w, 74, light(TEAL, 0.7))
    for k in range(3):
        c.rect(14 + k * 34, 10, 27, 34, PAPER)
        c.rect(15 + k * 34, 11, 25, 32, light(SKY, 0.2))
    c.rect(0, 72, c.w, 30, light(OCHRE, 0.55))
    c.rect(0, 70.4, c.w, 1.6, PAPER)
    mat = [(14, 95), (26, 83), (132, 83), (142, 95)]
    c.poly(mat, TEAL)
    c.shade(mat, dark(TEAL, 0.4), falling(90, 0.1, 0.7), 0.6)
    drop = press * 0.03
    pose = replace(
        PRESS,
        neck=(PRESS.neck[0], PRESS.neck[1] - drop),
        head=(PRESS.head[0], PRESS.head[1] - drop),
        hand=(PRESS.hand[0], PRESS.hand[1] - drop),
        hand_far=(PRESS.hand_far[0], PRESS.hand_far[1] - drop),
    )
    person(c, 52, 87, 62, KNEEL if breath else pose, VOLUNTEER)
    manikin(c, 74, 91, 62, 1, SKIN[1], NAVY)
    if not breath:
        hand(c, 67.5, 76.5 + press * 1.9, 3.4, 75, PAPER, SKIN[0], arm=1.2, thumb=False)
    _beat(c, press, beat)
    return c.finish()


def _beat(c: Canvas, press: float, beat: float) -> None:
    """Beside it: a disc that lights up with each beat, and how far down the chest goes."""
    c.disc(156, 24, 11, PAPER)
    c.disc(156, 24, 9, light(RED, 1 - beat) if beat else light(CORAL, 0.75))
    c.rect(154.6, 44, 2.8, 30, PAPER)
    c.poly(pill(154.6, 44, 2.8, 2 + press * 26), RED)
    for mark in (0, 1):
        c.line([(151, 45 + mark * 27), (161, 45 + mark * 27)], 0.7, INK)


def pictures(folder: Path) -> None:
    """Number the frames of the film: thirty compressions, then a pause."""
    down = [math.sin(math.pi * k / FRAMES) ** 2 for k in range(FRAMES)]
    beats = [frame(press, max(0.0, 1 - k / 5)) for k, press in enumerate(down)]
    for number in range(BEATS * FRAMES):
        beats[number % FRAMES].save(folder / f"{number:04}.png", compress_level=1)
    rest = frame(0, 0, breath=True)
    for number in range(PAUSE * RATE):
        rest.save(folder / f"{BEATS * FRAMES + number:04}.png", compress_level=1)


def ticks(file: Path, rounds: int) -> None:
    """Write the beat as sound: each tenth tick is higher, a low tone stands for a breath."""
    total = round((BEATS * 60 / 110 + PAUSE) * rounds * HERTZ)
    samples = array("h", bytes(2 * total))
    for turn in range(rounds):
        start = turn * (BEATS * 60 / 110 + PAUSE)
        for beat in range(BEATS):
            pitch = 1320 if beat % 10 == 9 else 880
            _tone(samples, start + beat * 60 / 110, pitch, 0.05)
        for breath in (0.5, 2.0):
            _tone(samples, start + BEATS * 60 / 110 + breath, 330, 1.0)
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(HERTZ)
        out.writeframes(samples.tobytes())


def _tone(samples: array[int], at: float, pitch: float, length: float) -> None:
    first, count = round(at * HERTZ), round(length * HERTZ)
    for k in range(min(count, len(samples) - first)):
        swell = min(1.0, k / 120) * (1 - k / count)
        samples[first + k] = round(14_000 * swell * math.sin(2 * math.pi * pitch * k / HERTZ))


def run(*words: str) -> None:
    """Call ffmpeg so that the same bytes come out on the same machine."""
    plain = ("-map_metadata", "-1", "-flags", "+bitexact", "-fflags", "+bitexact")
    *most, target = words
    subprocess.run(["ffmpeg", "-v", "error", "-y", *most, *plain, target], check=True)


def main() -> None:
    """Make the film in its sizes, and the sound."""
    parser = argparse.ArgumentParser(prog="python -m tools.draw.film", description=__doc__)
    parser.add_argument("content", nargs="?", type=Path, default=Path("content"))
    target = parser.parse_args().content / FOLDER
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pictures(folder)
        ticks(folder / "film.wav", 1)
        ticks(folder / "beat.wav", 2)
        # The middle of a beat says more than its beginning.
        poster = frame(0.6, 0.8)
        poster.save(target / "press-480.jpg", "JPEG", quality=82, optimize=True, progressive=True)
        for width, height, quality in SIZES:
            run(
                *("-framerate", str(RATE), "-i", str(folder / "%04d.png")),
                *("-i", str(folder / "film.wav"), "-vf", f"scale={width}:{height}"),
                *("-c:v", "libvpx-vp9", "-b:v", "0", "-crf", str(quality), "-pix_fmt", "yuv420p"),
                *("-deadline", "good", "-cpu-used", "2", "-threads", "1", "-g", "400"),
                *("-c:a", "libopus", "-b:a", "24k", "-shortest"),
                str(target / f"press-{height}.webm"),
            )
        sound = target / "beat.mp3"
        run("-i", str(folder / "beat.wav"), "-c:a", "libmp3lame", "-b:a", "32k", str(sound))
    for file in (*sorted(target.glob("*.webm")), sound):
        print(f"{file.stat().st_size / 1000:6.0f} kB  {file.relative_to(target.parents[3])}")


if __name__ == "__main__":
    main()
