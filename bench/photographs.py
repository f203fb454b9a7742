"""Renditions of photographs, made by Lanmu, by Hugo and by eleventy-img: whole processes, in turns.

Each makes WebP of three widths and a small JPEG of every photograph, and nothing is kept from
one run to the next. Lanmu builds a site with one gallery, Hugo one with one page; eleventy-img,
which is sharp (libvips) behind a cache, makes the files alone.
"""

import json
import random
import shutil
import sys
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFilter

from . import hugo
from .builders import ROOT, Lanmu
from .measure import Run, measure, middle

PHOTOGRAPHS: Final = 36
DRAWN: Final = 4
"""So many are drawn; the others are copies with another comment, so that no byte is known."""
SIZE: Final = (4000, 3000)
WIDTHS: Final = (480, 960, 1600)
FALLBACK: Final = (480,)
SHAPES: Final = 900
SCRIPT: Final = Path(__file__).with_name("photographs.mjs")
ELEVENTY: Final = ROOT / "node_modules/@11ty/eleventy-img"


class Photographs(NamedTuple):
    """What each took for so many photographs; nothing of eleventy-img where it is missing."""

    number: int
    lanmu: Run
    hugo: Run
    eleventy: Run | None


def photographs(folder: Path, runs: int, count: int = PHOTOGRAPHS) -> Photographs:
    """Time all three on the same photographs; raises ``SystemExit`` where files are missing."""
    photos = folder / "content/galleries/photographs"
    # By another process: a program is said to need what this one needed before it began.
    measure([sys.executable, "-m", "bench.photographs", photos, str(count)], ROOT)
    lanmu = Lanmu(folder / "content", folder / "lanmu", "2026-01-02T08:00:00+08:00")
    _write_content(folder / "content")
    _write_hugo(photos, folder / "hugo")
    taken: dict[str, list[Run]] = {"lanmu": [], "hugo": [], "eleventy": []}
    for _ in range(runs):
        lanmu.forget()
        taken["lanmu"].append(lanmu.build())
        _expect(lanmu.output / "images", count)
        taken["hugo"].append(_hugo(folder / "hugo", count))
        if ELEVENTY.is_dir():
            taken["eleventy"].append(_eleventy(photos, folder / "eleventy", count))
    middles = {name: middle(found) for name, found in taken.items() if found}
    return Photographs(count, middles["lanmu"], middles["hugo"], middles.get("eleventy"))


def write_photographs(folder: Path, count: int, size: tuple[int, int] = SIZE) -> None:
    """Write JPEGs of 12 megapixels, the same for the same count, no two of the same bytes."""
    folder.mkdir(parents=True)
    for seed in range(min(DRAWN, count)):
        _draw(folder / f"p{seed:02}.jpg", seed, size)
    for number in range(DRAWN, count):
        data = (folder / f"p{number % DRAWN:02}.jpg").read_bytes()
        comment = f"{number}".encode()
        mark = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
        (folder / f"p{number:02}.jpg").write_bytes(data[:2] + mark + data[2:])


def _draw(path: Path, seed: int, size: tuple[int, int]) -> None:
    """Shapes over a soft ground, with grain: about what a photograph costs an encoder."""
    chance = random.Random(seed)
    width, height = size
    bicubic = Image.Resampling.BICUBIC
    ground = Image.frombytes("RGB", (16, 12), chance.randbytes(16 * 12 * 3))
    picture = ground.resize(size, bicubic)
    draw = ImageDraw.Draw(picture)
    for _ in range(SHAPES):
        left, top = chance.randrange(width), chance.randrange(height)
        right, low = left + chance.randrange(10, 500), top + chance.randrange(10, 400)
        colour = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
        shape = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        shape((left, top, right, low), fill=colour)
    picture = picture.filter(ImageFilter.GaussianBlur(2))
    coarse, fine = (
        Image.frombytes(
            "L", (width // by, height // by), chance.randbytes(width // by * (height // by))
        )
        for by in (4, 2)
    )
    grain = Image.blend(coarse.resize(size, bicubic), fine.resize(size, bicubic), 0.5)
    Image.blend(picture, grain.convert("RGB"), 0.1).save(path, quality=90)


def _write_content(content: Path) -> None:
    site = f"""name = "照片"
base_url = "https://news.example"

[pictures]
formats = ["webp", "jpeg"]
lead_formats = ["webp", "jpeg"]
widths = {list(WIDTHS)}
fallback_widths = {list(FALLBACK)}
"""
    (content / "site.toml").write_text(site, encoding="utf-8")
    text = "---\ntitle: 照片\ndate: 2026-01-01\n---\n"
    (content / "galleries/photographs/index.md").write_text(text, encoding="utf-8")


_LAYOUT = """{{ range resources.Match "photographs/*.jpg" }}{{ $photo := . }}
{{ range (slice "480x jpg" "480x webp q80" "960x webp q80" "1600x webp q80") }}
{{ with $photo.Resize . }}<img src="{{ .RelPermalink }}" width="{{ .Width }}" alt="">{{ end }}
{{ end }}{{ end }}
"""


def _write_hugo(photos: Path, site: Path) -> None:
    (site / "layouts").mkdir(parents=True)
    (site / "layouts/index.html").write_text(_LAYOUT, encoding="utf-8")
    kinds = '["taxonomy", "term", "RSS", "sitemap"]'
    (site / "hugo.toml").write_text(f"title = 'x'\ndisableKinds = {kinds}\n", encoding="utf-8")
    shutil.copytree(photos, site / "assets/photographs", ignore=shutil.ignore_patterns("*.md"))


def _hugo(site: Path, count: int) -> Run:
    for name in ("public", "resources", "cache"):
        shutil.rmtree(site / name, ignore_errors=True)
    program = hugo.program()
    if program is None:
        raise SystemExit("no hugo: install what requirements-dev.txt lists")
    cache = {"HUGO_CACHEDIR": str((site / "cache").absolute())}
    command: list[str | Path] = [
        program,
        "build",
        "--quiet",
        "--source",
        site.absolute(),
        "--noBuildLock",
    ]
    run = measure(command, ROOT, cache)
    _expect(site / "public", count)
    return run


def _eleventy(photos: Path, output: Path, count: int) -> Run:
    shutil.rmtree(output, ignore_errors=True)
    widths = (json.dumps(WIDTHS), json.dumps(FALLBACK))
    run = measure(["node", SCRIPT, photos.absolute(), output.absolute(), *widths], ROOT)
    _expect(output, count)
    return run


def _expect(output: Path, count: int) -> None:
    """All renditions must be there: no figure is bought with a missing picture.

    Lanmu makes a few more, for the gallery's card and for links to it; its time has them in it.
    """
    made = [path for path in output.rglob("*") if path.suffix in (".webp", ".jpg", ".jpeg")]
    wanted = count * (len(WIDTHS) + len(FALLBACK))
    if len(made) < wanted:
        raise SystemExit(f"{output}: {len(made)} renditions instead of {wanted}")


if __name__ == "__main__":
    write_photographs(Path(sys.argv[1]), int(sys.argv[2]))
