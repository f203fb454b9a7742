"""Drafts and what waits for its time: not one trace in any byte of the output."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.desk.hooks import build
from plugins.newsroom.progress import silent
from tests.helpers.sites import NOW, ROOT, small_site
from tests.site.kit import Change, Quick, article, photo

Make = Callable[..., Quick]

# The word, in letters of both kinds, and as an address would have it.
WORDS = ("kanarie", "金丝雀", "jin-si-que")
OPEN = "columns/news/2026/open.md"
PUBLIC: dict[str, str | bytes] = {
    OPEN: article(
        "公开",
        "2026-11-01",
        "见[那篇](secret/index.md)，[又见](/topics/secret.md)，[再见](/pages/secret.md)，"
        "[影](/galleries/secret/index.md)，[日](/on-this-day/red/11-21-secret.md)，"
        "[草](draft.md)。",
        tags=["公开"],
        id="open",
    ),
    "on-this-day/red/_almanac.md": "---\nname: 红十字\n---\n",
    "on-this-day/red/11-21-known.md": "---\ntitle: 往事\ndate: 1950-11-21\n---\n往事。\n",
    "galleries/river/index.md": "---\ntitle: 影集\ndate: 2026-02-02\nid: work\n---\n",
    "galleries/river/one.jpg": photo("#123456"),
    "topics/all.md": "---\ntitle: 专题\ntags: [公开]\narticles: "
    "[columns/news/2026/secret/index.md, columns/news/2026/open.md]\n---\n",
}
FIELDS: dict[str, object] = {
    "tags": ["kanarie", "金丝雀", "公开"],
    "unit": "金丝雀 kanarie",
    "author": "金丝雀 kanarie",
    "editor": "金丝雀 kanarie",
    "source": {"name": "金丝雀", "url": "https://kanarie.example/"},
    "summary": "金丝雀 kanarie",
    "updated": "2026-11-01",
}
BODY = """\
金丝雀 kanarie [链接](https://kanarie.example) ![金丝雀](kanarie.jpg "金丝雀 kanarie")

## 金丝雀 {#kanarie}

[^kanarie]

[^kanarie]: 金丝雀
"""


def secret(date: str, **more: object) -> str:
    """An article that must not be seen, with the word in every field."""
    lead = {"src": "kanarie-2.jpg", "alt": "金丝雀", "caption": "金丝雀", "credit": "kanarie"}
    fields = {**FIELDS, "lead_image": lead, "id": f"kanarie-{date[:4]}", **more}
    return article("金丝雀 kanarie", date, BODY, **fields)


def plain(date: str = "", **more: object) -> str:
    """A page, topic, gallery or entry that must not be seen."""
    keys = {"status": "draft", "summary": "金丝雀", **more}
    return article("金丝雀 kanarie", date, BODY, **keys).replace('date: ""\n', "")


HIDDEN: dict[str, str | bytes] = {
    "columns/news/2026/secret/index.md": secret("2026-11-21 09:00"),
    "columns/news/2026/secret/kanarie.jpg": photo("#aa0000"),
    "columns/news/2026/secret/kanarie-2.jpg": photo("#bb0000"),
    "columns/news/2026/draft.md": secret("2020-01-01", status="草稿"),
    "columns/news/2026/kanarie.md": secret("2021-01-01", status="draft"),
    "columns/news/2026/kanarie.jpg": photo("#cc0000"),
    "columns/news/2026/kanarie-2.jpg": photo("#dd0000"),
    "pages/secret.md": plain(),
    "topics/secret.md": plain(tags=["公开", "kanarie"], lead_image="/media/kanarie.jpg"),
    "media/kanarie.jpg": photo("#ee0000"),
    "galleries/secret/index.md": plain("2020-01-01", id="kanarie", unit="金丝雀"),
    "galleries/secret/kanarie.jpg": photo("#ff0000"),
    "galleries/later/index.md": plain("2027-01-01", status="published", id="kanarie-later"),
    "galleries/later/kanarie.jpg": photo("#ff1100"),
    "on-this-day/red/11-21-secret.md": plain(
        "1960-11-21", tags=["kanarie"], sources=["金丝雀"], picture="/media/kanarie.jpg"
    ).replace('summary: "金丝雀"\n', ""),
}


def traces(made: Quick) -> list[str]:
    """Which of the words are in the output, in a name or in a file."""
    total = made.total.lower()
    return [word for word in WORDS if word in total]


@pytest.mark.parametrize("options", [(), ("--publish",)], ids=["local", "publish"])
def test_no_trace(site: Make, options: tuple[str, ...]) -> None:
    """The output is the very one that the site would have without these files."""
    without = site(PUBLIC, *options)
    made = site({**PUBLIC, **HIDDEN}, *options)
    assert made.exit_code == 0, made.last.findings
    assert made.last.summary["articles"] == {"in": 4, "out": 1, "held": 3, "left_out": []}
    assert traces(made) == []
    assert made.snapshot() == without.snapshot()


def test_no_trace_after_a_preview(site: Make) -> None:
    """A preview with the same cache leaves nothing for the next build to show."""
    made = site({**PUBLIC, **HIDDEN})
    before = made.snapshot()
    preview(made, made.root / "preview")
    made.build()
    assert made.snapshot() == before


def test_links_to_it_leave_their_words(site: Make) -> None:
    """A link to what is not published is no link, and its editor is told so."""
    made = site({**PUBLIC, **HIDDEN})
    page = made.read("/columns/news/2026/open/")
    assert "见那篇，又见，再见，影，日，草。" in page
    told = made.found("link-unpublished")
    assert [path for path, _, _ in told] == [OPEN] * 6, made.last.findings


def test_appears_at_its_minute(site: Make) -> None:
    """Not a minute early, at its minute everywhere."""
    made = site({**PUBLIC, **HIDDEN})
    before = made.snapshot()
    made.build(now="2026-11-21T08:59:59+08:00")
    assert Change.between(before, made.snapshot()) == Change(*[frozenset()] * 3)
    made.build(now="2026-11-21T01:00:00+00:00")
    assert made.last.summary["articles"]["out"] == 2
    for url in (
        "/",
        "/feed.xml",
        "/columns/news/2026/secret/",
        "/tags/kanarie/",
        "/sitemaps/2026.xml",
    ):
        assert "secret" in made.read(url), url
    assert made.snapshot() == made.clean(now="2026-11-21T09:00+08:00")
    made.build()
    assert made.snapshot() == before


def test_zone_of_the_site_counts(site: Make) -> None:
    """A day begins at midnight in the site's zone, wherever the build runs."""
    made = site(
        {"columns/news/2026/a.md": article("甲", "2026-11-22")}, now="2026-11-21T15:59:59+00:00"
    )
    assert made.last.summary["articles"]["held"] == 1
    made.build(now="2026-11-21T16:00:00+00:00")
    assert made.last.summary["articles"]["held"] == 0


def test_front_matter_of_site_may_name_it(site: Make) -> None:
    """Lead, pin and navigation that name what is not published leave no trace either."""
    named = (
        'name = "报"\nbase_url = "https://news.example"\n'
        '[[navigation]]\nlabel = "公开"\nto = "/columns/"\n'
        '[front]\nlead = "columns/news/2026/kanarie.md"\n'
        '[[front.pinned]]\narticle = "columns/news/2026/secret/index.md"\n'
    )
    made = site({**PUBLIC, **HIDDEN, "site.toml": named})
    assert made.exit_code == 0
    assert traces(made) == []


def test_withdrawing_removes_every_trace(site: Make) -> None:
    """What was published and becomes a draft is gone with its pictures, tags and unit."""
    name = "columns/news/2026/secret/index.md"
    made = site({**PUBLIC, **HIDDEN, name: secret("2026-11-01")})
    assert traces(made) != []
    made.edit({name: secret("2026-11-01", status="draft")})
    assert traces(made) == []
    assert made.snapshot() == made.clean()


def test_draft_does_not_push_out_what_is_published(site: Make) -> None:
    """A draft begun as a copy of a published article, id and date and all, changes nothing."""
    text = article("旧稿", "2026-05-05", id="same")
    without = site({"columns/news/2026/old.md": text})
    draft = article("新稿", "2026-05-05", id="same", status="draft")
    made = site({"columns/news/2026/old.md": text, "columns/news/2026/new.md": draft})
    assert made.snapshot() == without.snapshot()


def preview(made: Quick, output: Path) -> Path:
    """Build with drafts, as ``lanmu preview`` does."""
    lanmu = {"cache": str(made.cache), "now": NOW, "jobs": 1, "drafts": True, "address": "http://h"}
    paths = {"PATH": str(made.content), "OUTPUT_PATH": str(output)}
    build(ROOT / "pelicanconf.py", paths, lanmu, silent)
    return output


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a preview shows of it all."""
    made = Quick(small_site(tmp_path_factory.mktemp("previewed"), {**PUBLIC, **HIDDEN}).root)
    with contextlib.chdir(ROOT):
        return preview(made, made.root / "preview")


def test_preview_shows_it_with_a_banner(built: Path) -> None:
    """The preview holds drafts and later articles, and says on each what it is."""
    draft = (built / "columns/news/2026/kanarie/index.html").read_text("utf-8")
    later = (built / "columns/news/2026/secret/index.html").read_text("utf-8")
    shown = (built / "columns/news/2026/open/index.html").read_text("utf-8")
    for page, banner in ((draft, True), (later, True), (shown, False)):
        assert ('class="state-banner' in page) is banner
        assert ('name="robots" content="noindex"' in page) is banner
    for path in ("galleries/secret", "galleries/later"):
        assert 'class="state-banner' in (built / path / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("pages/secret", "state-banner"),
        ("topics/secret", "state-banner"),
        ("on-this-day/11-21", "state-"),
    ],
)
def test_preview_marks_every_kind(built: Path, path: str, mark: str) -> None:
    """A draft page, topic or entry is shown too, and says that it is a draft."""
    page = (built / path / "index.html").read_text("utf-8")
    assert "kanarie" in page
    assert f'class="{mark}' in page
