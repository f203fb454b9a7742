"""Whatever editors do, in whatever order: the site is what a clean build of it would be."""

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.helpers.sites import COLUMN, SITE_TOML
from tests.site.kit import Quick, article, column, photo

PLACES = [f"columns/{c}/{y}/{n}.md" for c in ("news", "aid") for y in (2025, 2026) for n in "abc"]
FOLDERS = {"columns/news/_column.md": COLUMN, "columns/aid/_column.md": column("急救")}
TITLES = ["甲", "乙", "丙<b>&", "Plain"]
DATES = ["2025-03-01", "2026-01-31", "2026-02-01 09:30", "2027-01-01", "2026-02-30"]
BODIES = [
    "正文。",
    "第一段。\n\n第二段。",
    "见[那篇](/columns/news/2026/a.md)与[图](/media/m.jpg)。",
    '![图](/media/m.jpg "图说")\n\n## 标题\n\n- 一\n- 二',
    "",
]
SITES = [
    SITE_TOML,
    SITE_TOML.replace("试验周报", "另一份报"),
    SITE_TOML + '[front]\nlead = "columns/news/2026/a.md"\ncolumns = ["aid"]\n',
    SITE_TOML + "[lists]\narticles_per_page = 5\nfeed_items = 1\n",
]

texts = st.builds(
    article,
    title=st.sampled_from(TITLES),
    date=st.sampled_from(DATES),
    body=st.sampled_from(BODIES),
    tags=st.lists(st.sampled_from(["水", "火", "AED"]), max_size=2),
    unit=st.sampled_from(["", "某队", "某站"]),
    status=st.sampled_from(["published", "published", "draft"]),
    id=st.sampled_from(["x", "y", "z", "w", "v"]),
    lead_image=st.sampled_from(["", "/media/m.jpg"]),
    summary=st.sampled_from(["", "", "提要", "<提要>"]),
    related=st.sampled_from([[], [], ["/columns/news/2026/a.md"], ["/columns/aid/2025/b.md"]]),
    aliases=st.sampled_from([[], [], ["/old/a.html"], ["/old/", "/columns/news/2026/b/"]]),
)
Edit = Callable[[dict[str, str | bytes]], None]


def put(name: str, text: str | bytes) -> Edit:
    """Write a file, new or not."""
    return lambda files: files.update({name: text})


def drop(name: str) -> Edit:
    """Delete a file, if it is there."""

    def edit(files: dict[str, str | bytes]) -> None:
        files.pop(name, None)

    return edit


def move(old: str, new: str) -> Edit:
    """Give a file another name, another year or another column."""

    def edit(files: dict[str, str | bytes]) -> None:
        if old in files:
            files[new] = files.pop(old)

    return edit


places = st.sampled_from(PLACES)
edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(put, places, texts),
    st.builds(put, places, texts),
    st.builds(drop, places),
    st.builds(move, places, places),
    st.builds(put, st.just("site.toml"), st.sampled_from(SITES)),
    st.builds(
        put, st.just("media/m.jpg"), st.sampled_from([photo("#111111"), photo("#eeeeee"), b"cut"])
    ),
    st.builds(
        put,
        st.just("columns/aid/_column.md"),
        st.just(column("救护", order=1, aliases=["/columns/old/"])),
    ),
    st.builds(drop, st.just("columns/aid/_column.md")),
    st.builds(put, st.just("units/team.md"), st.just("---\nname: 某队\nshort: 队\n---\n我队。\n")),
)


def lay_out(site: Quick, files: dict[str, str | bytes]) -> None:
    """Make the content folder just these files, leaving alone what is right already."""
    for path in site.content.rglob("*"):
        if path.is_file() and path.relative_to(site.content).as_posix() not in files:
            path.unlink()
    for name, value in files.items():
        data = value.encode() if isinstance(value, str) else value
        path = site.content / name
        if not path.is_file() or path.read_bytes() != data:
            site.write({name: data})


@settings(
    deadline=None,
    max_examples=6,
    # An example is small as it is; to shrink it would take minutes of building.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(start=st.dictionaries(places, texts, max_size=8), steps=st.lists(edits, max_size=4))
def test_incremental_equals_clean(tmp_path: Path, start: dict[str, str], steps: list[Edit]) -> None:
    """After any edits the output is byte for byte that of a build from nothing."""
    shutil.rmtree(tmp_path)
    made = Quick(tmp_path / "site")
    files: dict[str, str | bytes] = {"site.toml": SITE_TOML, **FOLDERS, **start}
    for step in [lambda _files: None, *steps]:
        step(files)
        lay_out(made, files)
        made.build()
        assert made.exit_code in {0, 1}, made.last.stderr
        articles = made.last.summary["articles"]
        whole = articles["out"] + articles["held"] + len(articles["left_out"])
        assert articles["in"] == whole == sum(name in PLACES for name in files)
    assert made.snapshot() == made.clean()
    before = made.snapshot()
    made.build()
    assert made.last.summary["rendered"] == 0
    assert made.snapshot() == before
