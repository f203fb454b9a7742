"""Galleries on a whole small site."""

import io
from collections.abc import Callable
from xml.etree import ElementTree

from PIL import Image

from tests.site.kit import ADDRESS, Quick, article, photo

EXIF = Image.Exif()
EXIF[0x010E] = "30.2741N"
FOLDER = "galleries/spring"
FILES: dict[str, str | bytes] = {
    f"{FOLDER}/index.md": "---\nid: s\ntitle: 春\ndate: 2026-01-02\ndownloads: true\n---\n文\n",
    f"{FOLDER}/1.jpg": photo("#335577", 90, 60, exif=EXIF.tobytes()),
    f"{FOLDER}/2.jpg": photo("#557733", 60, 90),
    "columns/news/2026/a/index.md": article(body="甲\n\n[gallery: spring]\n\n[gallery]\n", id="a"),
    "columns/news/2026/a/own.jpg": photo("#775533", 90, 60),
}
MEDIA = "{http://search.yahoo.com/mrss/}content"


def test_a_gallery_and_what_belongs_to_it(site: Callable[..., Quick]) -> None:
    """Pages, originals, a feed with true lengths; an edit of the text reaches none of them."""
    # A WebP that calls itself a JPEG is shown, and cannot be offered.
    file = io.BytesIO()
    Image.new("RGB", (90, 60), "#113355").save(file, "WEBP")
    made = site({**FILES, f"{FOLDER}/3.jpg": file.getvalue()}, "--publish")
    assert made.exit_code == 0, made.last.stdout
    assert len(made.found("original-format")) == 1
    originals = {p.name: p.read_bytes() for p in made.path("/galleries/spring/originals").iterdir()}
    assert set(originals) == {"1.jpg", "2.jpg"}
    assert b"30.2741N" not in originals["1.jpg"]
    for name in "123":
        page = made.read(f"/galleries/spring/photos/{name}/")
        assert (f"/originals/{name}.jpg" in page) is (name != "3")
    text = made.read("/columns/news/2026/a/")
    assert text.count('data-do="view"') == 2
    assert 'href="/galleries/spring/photos/2/"' in text
    feed = ElementTree.parse(made.path("/galleries/feed.xml"))  # noqa: S314 - our own
    contents = list(feed.iter(MEDIA))
    assert contents
    for each in contents:
        path = made.path(str(each.get("url")).removeprefix(ADDRESS))
        assert path.stat().st_size == int(str(each.get("fileSize")))
    before = made.snapshot()
    index = str(FILES[f"{FOLDER}/index.md"])
    made.rebuild({f"{FOLDER}/index.md": index.replace("文\n", "另一段\n")}, "--publish")
    after = made.snapshot()
    changed = {path for path in before if before[path] != after.get(path)}
    assert not any("/photos/" in path or "/originals/" in path for path in changed)
    made.rebuild({f"{FOLDER}/index.md": index.replace("downloads: true\n", "")}, "--publish")
    assert not made.path("/galleries/spring/originals").exists()
