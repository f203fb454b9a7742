"""The benchmark: the archive it makes, the agreement it checks, the document it writes."""

import datetime as dt
import json
from pathlib import Path

import pytest

from bench import agree, hugo
from bench.archive import write_archive
from bench.cases import Agreed, Bench, Size
from bench.changes import CHANGES, Changes
from bench.machine import Machine
from bench.measure import Case, Pair, Run
from bench.micro_figures import Micro, figures
from bench.newsroom import write_newsroom
from bench.photographs import Photographs, write_photographs
from bench.preview import Preview
from bench.report import RATIOS, Figures, Limit, document, verdict
from bench.search import Built, Searched
from bench.search_bytes import Fetched
from bench.search_quality import Quality
from bench.words import TITLES
from plugins.reading.pictures import measure
from tests.helpers.programs import missing
from tests.helpers.sites import lanmu

MACHINE = Machine(2, "Some CPU", 24.0, "Linux 6", "3.11.7", "0.168.0", dt.date(2026, 1, 2))

SEARCHED = Searched(
    Built(Run(60, 120, 2048.0), 45.0),
    Built(Run(6, 12, 100.0), 3.0),
    Built(Run(3, 6, 100.0), 2.5),
    Built(Run(0.4, 0.8, 100.0), 0.0),
    *(12_000, 80_000_000),
    (Fetched("a word", 280_000, 600_000),),
    Quality(20, 0.95, 1.0),
)


def texts(content: Path) -> dict[str, str]:
    """Every text of an archive by its path."""
    paths = sorted(content.rglob("*.md"))
    return {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in paths}


def archive(folder: Path, *, seed: int = 1, pictures: int = 0) -> Path:
    """An archive of 30 articles."""
    write_archive(folder, 30, seed, pictures)
    return folder


def run(seconds: float, memory: float = 100.0) -> Run:
    """A measured process."""
    return Run(seconds, seconds * 2, memory)


def case(name: str, *seconds: tuple[float, float]) -> Case:
    """A case of pairs of Hugo's and Lanmu's seconds."""
    return Case(name, tuple(Pair(run(theirs), run(ours)) for theirs, ours in seconds))


def test_the_archive_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    """Two archives of one seed are equal, of two seeds not; pictures change no body."""
    one = texts(archive(tmp_path / "one"))
    assert texts(archive(tmp_path / "two")) == one
    assert texts(archive(tmp_path / "other", seed=2)).keys() != one.keys()
    pictured = texts(archive(tmp_path / "pictured", pictures=2))
    assert {path: text.split("---\n")[2] for path, text in pictured.items()} == {
        path: text.split("---\n")[2] for path, text in one.items()
    }
    assert sum("lead_image:" in text for text in pictured.values()) == 3


def test_a_picture_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    """Bytes for bytes."""
    one = archive(tmp_path / "one", pictures=1) / "media/picture-01.jpg"
    two = archive(tmp_path / "two", pictures=1) / "media/picture-01.jpg"
    assert one.read_bytes() == two.read_bytes()


def test_photographs_are_the_same_and_none_twice(tmp_path: Path) -> None:
    """Two runs have the same photographs, no two of the same bytes, all of which are whole."""
    for name in ("one", "two"):
        write_photographs(tmp_path / name, 6, (400, 300))
    one, two = (
        [path.read_bytes() for path in sorted((tmp_path / name).iterdir())]
        for name in ("one", "two")
    )
    assert one == two
    assert len(set(one)) == 6
    for data in one:
        assert measure("a.jpg", data)[0].width == 400


def test_both_make_the_same_site(tmp_path: Path) -> None:
    """Hugo and Lanmu make the same pages with the same words of a small archive."""
    if hugo.program() is None:
        missing("hugo", "make test")
    bench = Bench(tmp_path / "bench", 30, 1, pictures=1)
    whole = bench.cold()
    agreed = bench.agreed()
    assert agreed.articles_compared == 30
    assert agreed.pages > 100
    # Lanmu has archives of feeds, which weigh much in so small an archive.
    assert 0.3 < agreed.hugo_bytes / agreed.lanmu_bytes < 1.25
    assert whole.lanmu.memory > 10
    assert whole.hugo.cpu > 0
    page = next(bench.hugo.output.glob("columns/*/*/a*/index.html"))
    page.write_text(page.read_text("utf-8").replace("。</p>", "！</p>"), "utf-8")
    with pytest.raises(agree.Disagreement, match="other words"):
        bench.agreed()
    page.write_text(page.read_text("utf-8").replace("！</p>", "。</p>"), "utf-8")
    bench.agreed()
    page.write_text(page.read_text("utf-8").replace('"headline":"', '"headline":"x', 1), "utf-8")
    with pytest.raises(agree.Disagreement, match="other linked data"):
        bench.agreed()
    page.unlink()
    with pytest.raises(agree.Disagreement, match="one output alone"):
        bench.agreed()


def test_other_files_are_noticed(tmp_path: Path) -> None:
    """A file more, or another byte, is a disagreement."""
    one, two = archive(tmp_path / "one"), archive(tmp_path / "two")
    assert agree.same_files(one, two) == len(agree.files(one))
    (two / "site.toml").write_bytes((one / "site.toml").read_bytes().replace(b"name", b"nane"))
    with pytest.raises(agree.Disagreement, match=r"differ: 1, as site\.toml"):
        agree.same_files(one, two)
    (two / "more.txt").touch()
    with pytest.raises(agree.Disagreement, match=r"more\.txt"):
        agree.same_files(one, two)


@pytest.mark.parametrize(
    ("name", "more"), [("nothing", 0), ("body", 0), ("title", 0), ("added", 1), ("withdrawn", 0)]
)
def test_a_change_is_one_text(tmp_path: Path, name: str, more: int) -> None:
    """Each change touches the text it names, and no other."""
    content = archive(tmp_path / "content")
    before = texts(content)
    changed = CHANGES[name](Changes(content))
    after = texts(content)
    assert len(after) == len(before) + more
    unlike = [path for path, text in after.items() if before.get(path) != text]
    assert unlike == ([] if changed is None else [changed.relative_to(content).as_posix()])
    assert any("status: draft" in text for text in after.values()) is (name == "withdrawn")


def test_a_newsroom_is_built_round_the_articles(tmp_path: Path) -> None:
    """Almanacs, topics, sections, series and slots are all there, and all of it is sound."""
    content = archive(tmp_path / "content")
    write_newsroom(content)
    places = ("--content", str(content), "--cache", str(tmp_path / "cache"))
    done = lanmu("check", "--format", "json", *places)
    assert done.exit_code == 0, done.stdout + done.stderr
    grave = {each["rule"] for each in done.findings if each["severity"] != "notice"}
    # The archive ended years ago.
    assert grave <= {"column-overdue", "column-empty"}
    assert len(list(content.glob("on-this-day/*/*-entry.md"))) == 2 * 366


def test_a_case_is_judged_by_the_median_of_its_pairs() -> None:
    """Each pair stands for itself: one slow moment of the machine decides nothing."""
    whole = case("cold", (10.0, 10.0), (10.0, 12.0), (1.0, 9.0))
    assert whole.ratio == pytest.approx(1.2)
    assert whole.hugo.seconds == pytest.approx(10.0)
    assert whole.lanmu.seconds == pytest.approx(10.0)


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.9, "met, and the aim"), (1.0, "met, and the aim"), (1.5, "met"), (3.0, "2.00")],
)
def test_a_missed_limit_is_said(value: float, said: str) -> None:
    """The words say what is met and by how much a limit is missed."""
    assert said in verdict(value, Limit(1.5, 1.0))
    assert ("missed" in verdict(value, Limit(1.5, 1.0))) is (value > 1.5)


def test_the_document_holds_every_figure() -> None:
    """Each case, size and number of edits has its row; the machine is named."""
    found = Figures(
        MACHINE,
        articles=10_000,
        runs=5,
        agreed=Agreed(12_711, 200, 240_100_000, 237_800_000),
        cases=tuple(case(name, (20.0, 1.0)) for name in (*RATIOS, "newsroom-day", "pictures")),
        preview=Preview(0.25, 0.3),
        photographs=Photographs(24, run(6), run(36), run(8)),
        searched=SEARCHED,
        sizes=(Size(1_000, run(2), run(3), run(1)), Size(100_000, None, run(700), run(4))),
        edits=((10, run(0.5)), (100, run(7))),
        micro=(Micro("write", 0.000_12),),
    )
    text = document(found)
    rows = {line.split(" | ")[0].strip("| "): line for line in text.splitlines() if "|" in line}
    for name in TITLES.values():
        assert name in rows
    assert rows[TITLES["cold"]].endswith(
        "| 20.00 s (40.00) | 1.00 s (2.00) | 0.05 x | 1.5 x | 1.0 x | met, and the aim |"
    )
    assert "**missed** by a factor of 2.00" in rows[TITLES["preview"]]
    assert "**missed** by a factor of 1.17" in rows["100,000 articles, cold"]
    assert "100 MiB" in rows["peak memory of the largest process, cold"]
    assert rows["1,000"].endswith("| 6.00 ms | 100 MiB | 1.00 s (2.00) |")
    assert "7.00 s (14.00)" in rows["100"]
    assert "120.0 µs" in rows["write"]
    assert "7.0 x as many as Hugo: 6.00 x, **missed** by a factor of 1.17" in rows["Hugo"]
    assert "1.2 x as many as eleventy-img: 1.33 x, met" in rows["eleventy-img"]
    assert "150 MiB a process: met" in rows["Lanmu"]
    assert "| 4.00 |" in rows["Lanmu"]
    assert rows["cold: the index, made beside the pages"].endswith(
        "| 45.0 s | 40: **missed** by a factor of 1.12 |"
    )
    assert "2048 MiB | 1024: **missed** by a factor of 2.00" in rows["cold: memory"]
    assert "**missed** by a factor of 1.20" in rows["one body edited: the whole build"]
    assert "| 2.5 s | 5: met" in rows["another body edited: the index, made beside the pages"]
    assert "| 0.0 s | 0.05: met" in rows["nothing changed: the index, made beside the pages"]
    assert "12,000 files, 80.0 MB" in rows["what is published"]
    assert "| 280 kB | 300000: met" in rows["a word, as a visit's first query"]
    assert "**missed** by a factor of 2.00" in rows["a word, as a later one"]
    assert "0.950, 1.000" in rows["20 queries: recall, precision"]
    for said in ("2026-01-02", "2 cores of Some CPU", "Hugo 0.168.0", "12,711 pages"):
        assert said in text


def test_a_preview_that_shows_nothing_is_missed() -> None:
    """No figure is no success."""
    text = document(Figures(MACHINE, 1_000, 1, preview=Preview(0.2, None)))
    assert "**missed**: no new page came" in text


def test_micro_figures_are_read_by_name() -> None:
    """Of what pytest-benchmark wrote down, the medians."""
    found = [{"name": "test_read_an_article", "stats": {"median": 0.5, "mean": 9}}]
    written = json.dumps({"benchmarks": found}).encode()
    assert figures(written) == (Micro("read an article", 0.5),)
