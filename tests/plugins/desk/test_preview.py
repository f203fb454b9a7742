"""What an editor saves is on the page; what is wrong is said, and nothing goes down."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PIL import Image

from plugins.desk.overlay import findings, page_of
from plugins.edition.urls import url_of
from plugins.images import make
from plugins.images.tasks import Made
from tests.helpers.sites import ROOT, SITE_TOML, Site, small_site
from tests.plugins.edition import making
from tests.site.kit import article

from .previewing import Preview, previewed

A, PAGE = "columns/news/2026/a.md", "/columns/news/2026/a/"


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A site of two articles, of which the second links to the first."""
    link = "见[那篇](a.md)。"
    return small_site(tmp_path, {A: article("甲"), "columns/news/2026/b.md": article(body=link)})


@pytest.fixture
def preview(small: Site) -> Iterator[Preview]:
    """That site in preview, with a theme of its own."""
    theme = small.root / "theme"
    shutil.copytree(ROOT / "theme", theme)
    with previewed(small, theme) as made:
        yield made


def rules(preview: Preview, url: str, group: int = 0) -> list[str]:
    """The rules of what the panel of a page shows, in one of its groups."""
    shown: list[dict[str, Any]] = findings(preview.live.state, url)["groups"]
    return [str(row["rule"]) for row in shown[group]["rows"]] if shown else []


def test_what_is_saved_is_on_the_page(preview: Preview) -> None:
    """A body, a title that lists show, a new article, one that goes."""
    preview.save({A: article("甲", body="新的正文。")})
    assert "新的正文。" in preview.read(PAGE)
    preview.save({A: article("新的题目")})
    assert "新的题目" in preview.read("/columns/news/")
    preview.save({"columns/news/2026/c/index.md": article("丙")})
    assert preview.ask("/columns/news/2026/c/")[0] == 200
    preview.after((preview.site.content / A).unlink)
    assert preview.ask(PAGE)[0] == 404
    assert rules(preview, "/columns/news/2026/b/") == ["link-missing"]


def test_what_is_wrong_is_said_on_the_page_of_its_file(preview: Preview) -> None:
    """Also where the fault leaves the file out, so that its page is not there."""
    preview.save({A: article("甲", date="2026-02-30")})
    assert preview.ask(PAGE)[0] == 404
    told = findings(preview.live.state, PAGE)
    row = told["groups"][0]["rows"][0]
    assert (row["severity"], row["rule"]) == ("error", "date-invalid")
    assert row["place"] == f"{A}:3:7"
    assert "2026-02-30" in row["message"]
    assert told["groups"][0]["near"]
    assert not findings(preview.live.state, "/")["groups"][0]["near"]
    preview.save({A: article("甲")})
    assert findings(preview.live.state, PAGE)["groups"] == []


def test_a_site_that_cannot_be_put_together_stays_as_it_was(preview: Preview) -> None:
    """site.toml with a fault: the last edition is served, and follows when it is mended."""
    state = preview.save({"site.toml": "name = "})
    assert state.fault is not None
    assert "<h1>甲</h1>" in preview.read(PAGE)
    shown = findings(state, "/")["groups"]
    assert shown[0]["rows"][0]["message"].startswith("site.toml")
    assert rules(preview, "/", 1) == ["toml-invalid"]
    preview.save({A: article("其间")})
    state = preview.save({"site.toml": SITE_TOML.replace("试验周报", "改好的周报")})
    assert state.fault is None
    assert "改好的周报" in preview.read(PAGE)
    assert "<h1>其间</h1>" in preview.read(PAGE)


def test_a_site_that_was_never_sound_says_so(tmp_path: Path) -> None:
    """A page with the reason, without a traceback; it goes on when it is mended."""
    site = small_site(tmp_path, {"site.toml": "name = ", A: article("甲")})
    with previewed(site) as preview:
        status, text, _ = preview.ask("/")
        assert status == 503
        assert "site.toml" in text
        assert "Traceback" not in text
        preview.save({"site.toml": SITE_TOML})
        assert preview.ask(PAGE)[0] == 200


def test_a_template_with_a_fault_says_where(preview: Preview) -> None:
    """File and line, on the pages it is for; the others are there."""
    template = preview.theme / "templates" / "article.html"
    sound = template.read_text(encoding="utf-8")
    preview.style("templates/article.html", sound + "\n{{ nothing_such }}\n{% block")
    status, text, _ = preview.ask(PAGE)
    assert status == 500
    line = sound.count("\n") + 3
    assert f"article.html:{line}" in text
    assert "Traceback" not in text
    assert preview.ask("/")[0] == 200
    preview.style("templates/article.html", sound)
    assert preview.ask(PAGE)[0] == 200


def test_a_style_has_a_new_name_when_it_changes(preview: Preview) -> None:
    """So that the open page changes its style sheet and nothing else."""

    def named(text: str) -> str:
        return next(word for word in text.split('"') if word.startswith("/static/site."))

    before = named(preview.read("/"))
    preview.style("static/base.css", "body { color: red }")
    after = named(preview.read("/"))
    assert after != before
    assert "body { color: red }" in preview.read(after)


def broken(_given: bytes) -> bytes:
    """Stand in for what makes renditions."""
    return msgspec.msgpack.encode(Made("columns/news/2026/m.gif", fault="it broke off"))


def test_a_picture_that_breaks_when_it_is_asked_for(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sound when it was looked at: the page goes on, says what is missing, and it is found."""
    file = io.BytesIO()
    Image.effect_noise((300, 200), 60).save(file, "GIF")
    preview.save({"columns/news/2026/m.gif": file.getvalue()})
    preview.save({A: article("甲", body="![图](m.gif)")})
    [name, *_] = [word for word in preview.read(PAGE).split('"') if word.endswith(".jpg")]
    monkeypatch.setattr(make, "WORK", f"{__name__}:broken")
    state = preview.after(lambda: preview.ask(name))
    assert [found.rule for found in state.findings if found.severity == "error"] == [
        "picture-unreadable"
    ]
    page = preview.read(PAGE)
    assert "/images/" not in page
    assert "缺图片：m.gif" in page


def test_a_picture_that_is_cut_is_found_when_it_is_saved(preview: Preview) -> None:
    """Sound at its head and its end; made good, it is there again."""
    file = io.BytesIO()
    Image.effect_noise((300, 200), 60).save(file, "GIF")
    half = file.getvalue()[: len(file.getvalue()) // 2]
    preview.save({A: article("甲", body="![图](m.gif)")})
    preview.save({"columns/news/2026/m.gif": half + bytes(len(half)) + b";"})
    assert "/images/" not in preview.read(PAGE)
    errors = [f.rule for f in preview.live.state.findings if f.severity == "error"]
    assert errors == ["picture-unreadable"]
    preview.save({"columns/news/2026/m.gif": file.getvalue()})
    assert "/images/" in preview.read(PAGE)
    assert not [found for found in preview.live.state.findings if found.severity == "error"]


def test_drafts_and_what_waits_are_marked(preview: Preview) -> None:
    """In preview, with a banner each."""
    preview.save({A: article("甲", status="draft")})
    assert "state-banner" in preview.read(PAGE)
    preview.save({A: article("甲", date="2099-01-02")})
    assert "state-banner" in preview.read(PAGE)


def test_a_build_beside_a_preview(preview: Preview) -> None:
    """The two have nothing in common but the content."""
    assert preview.site.build().exit_code == 0
    assert preview.site.path(PAGE).exists()
    preview.save({A: article("其后")})
    assert "<h1>其后</h1>" in preview.read(PAGE)


@pytest.mark.parametrize(
    "source",
    [
        making.article(),
        making.article("columns/news/2026/a/index.md"),
        making.column(),
        making.gallery(),
        making.page(),
        making.topic(),
        making.entry(),
        making.unit("team", "队"),
        making.tag("fire", "火"),
    ],
    ids=lambda source: source.path,
)
def test_the_page_of_a_file(source: Any) -> None:
    """Is where its source has its address."""
    assert page_of(source.path) == url_of(source)


def test_the_page_of_other_files() -> None:
    """A picture's is that of its folder, the settings' is the front page."""
    assert page_of("site.toml") == "/"
    assert page_of("columns/news/2026/a/p.jpg") == PAGE
    assert page_of("galleries/g/p.jpg") == "/galleries/g/"
    assert page_of("on-this-day/red-cross/_almanac.md") == "/on-this-day/"
