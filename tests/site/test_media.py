"""A whole site with films and sounds: what is in its output, and what must not be."""

import json
import re
from collections.abc import Callable

from lxml import etree

from tests.helpers.media import VTT, film, sound
from tests.site.kit import Quick, article, photo

Make = Callable[..., Quick]
FOLDER = "columns/news/2026/"
SECRET = film() + b"\0" * 8
"""Other bytes than those of the film that is shown: a name tells them apart."""


def files() -> dict[str, str | bytes]:
    """An article with a film and a sound, and others that must not be seen."""
    return {
        f"{FOLDER}a.md": article(
            "看",
            body="正文。\n\n[audio: talk.mp3 | 讲话]",
            id="a",
            video={"src": "film.webm", "title": "一部片"},
        ),
        f"{FOLDER}film.webm": film(),
        f"{FOLDER}film.vtt": VTT.encode("gb18030"),
        f"{FOLDER}film.jpg": photo("#123456"),
        f"{FOLDER}talk.mp3": sound(),
        f"{FOLDER}talk.txt": "讲话的文字。\n",
        f"{FOLDER}later.md": article("以后", "2027-03-01", "[video: secret.webm]", id="later"),
        f"{FOLDER}secret.webm": SECRET,
        f"{FOLDER}secret.vtt": VTT.replace("第一句", "机密"),
        f"{FOLDER}secret.jpg": photo("#654321"),
        f"{FOLDER}broken.webm": film()[:999],
    }


def test_a_film_and_a_sound_on_a_site(site: Make) -> None:
    """Player, copies, feed, sitemap, data for machines; nothing of what waits for its time."""
    made = site(files())
    assert made.found("media-unreadable") == [(f"{FOLDER}broken.webm", 0, 0)]
    assert made.found("captions-encoding") == [(f"{FOLDER}film.vtt", 0, 0)]
    tree = made.snapshot()
    media = sorted(name for name in tree if name.startswith("media/"))
    assert [re.sub("-[0-9a-f]{12}", "", name) for name in media] == [
        "media/film.vtt",
        "media/film.webm",
        "media/talk.mp3",
    ]
    assert tree[media[0]] == VTT.encode()
    assert (tree[media[1]], tree[media[2]]) == (film(), sound())
    assert not any("secret" in name for name in tree)
    assert b"secret" not in b"".join(tree.values())
    html = tree["columns/news/2026/a/index.html"].decode()
    assert "media-src 'self'" in html
    assert f'<source src="/{media[1]}" type="video/webm">' in html
    assert re.search(r'<video controls preload="none" playsinline width="426" height="240" p', html)
    assert f'<track kind="captions" src="/{media[0]}" srclang="zh-Hans"' in html
    assert "讲话的文字。" in html
    (data,) = [json.loads(each) for each in re.findall(r'ld\+json">(.*?)</script>', html)]
    kinds = {each["@type"] for each in data["@graph"]}
    assert {"VideoObject", "AudioObject"} <= kinds
    feed = etree.fromstring(tree["feed.xml"])
    (enclosure,) = feed.iter("enclosure")
    assert (enclosure.get("length"), enclosure.get("type")) == (str(len(sound())), "audio/mpeg")
    assert str(enclosure.get("url")).endswith(f"/{media[2]}")
    assert b"<video:duration>20</video:duration>" in tree["sitemaps/2026.xml"]


def test_a_film_goes_with_its_article(site: Make) -> None:
    """Nothing changed: nothing made. Withdrawn: gone. Its time has come: there."""
    made = site(files())
    before = made.snapshot()
    assert made.edit({}).changed == frozenset()
    gone = made.edit(remove=[f"{FOLDER}a.md"])
    assert {name for name in gone.removed if name.startswith("media/")} == {
        name for name in before if name.startswith("media/")
    }
    made.build(now="2027-03-02T08:00:00+08:00")
    assert any(name.startswith("media/secret-") for name in made.snapshot())
