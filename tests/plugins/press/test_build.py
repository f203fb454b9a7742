"""A run of the press: what is refused, what is rendered again, what stays."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.press import build
from plugins.press.build import File, Run
from plugins.press.page import Inputs, PressError, Route, page_type
from plugins.press.sink import MARK, checksum
from plugins.press.store import TextLost, Texts
from plugins.press.templates import Renderer
from plugins.press.work import Crew
from tests.helpers.sites import tree
from tests.plugins.press.paper import Desk, Frame, Note, key_of, plain


def by_key(inputs: "Told", renderer: Renderer) -> bytes:
    """The text of a key."""
    return renderer.texts(inputs.key).encode()


@page_type("/told/{name}.html", render=by_key)
class Told(Inputs, frozen=True):
    """A page made of a text of the store."""

    key: str


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A press to build with."""
    made = Desk(tmp_path)
    (made.templates / "note.html").write_text("{{ site.name }}: {{ title }} {{ text }}")
    yield made
    made.store.close()


def note(slug: str, title: str = "题", frame: str = "周报") -> Route:
    """A page by template."""
    return Route(f"/{slug}/", Note(site=Frame(frame), title=title))


def pages(desk: Desk) -> dict[str, bytes]:
    """The output's files, but for the mark."""
    return {path: data for path, data in tree(desk.output).items() if path != MARK}


def test_pages_and_files_are_built(desk: Desk) -> None:
    """Each at its path, and counted."""
    report = desk.build(note("a"), plain("/b.txt", "text"))
    assert pages(desk) == {"a/index.html": "周报: 题 ".encode(), "b.txt": b"TEXT"}
    assert (report.pages, report.rendered, report.written, report.removed) == (2, 2, 2, 0)


def test_a_second_build_renders_nothing(desk: Desk) -> None:
    """Nor does it write; a page that changed is rendered alone, one that goes is removed."""
    routes = [note("a"), note("b"), plain("/c.txt")]
    desk.build(*routes)
    report = desk.build(*routes)
    assert (report.pages, report.rendered, report.written, report.removed) == (3, 0, 0, 0)
    report = desk.build(note("a", "新"), note("b"))
    assert (report.pages, report.rendered, report.written, report.removed) == (2, 1, 1, 1)
    assert set(pages(desk)) == {"a/index.html", "b/index.html"}


SLUGS = st.sampled_from("abcdefgh")
SITES = st.sampled_from([Frame("周报"), Frame("日报", ("一",)), Frame("周报", ("一",))])
EDITIONS = st.dictionaries(SLUGS, st.tuples(SITES, st.sampled_from(["题", "新"])))


@settings(deadline=None, max_examples=20)
@given(st.lists(EDITIONS, min_size=2, max_size=4), st.booleans())
def test_builds_in_turn_end_as_one_clean_build(
    editions: list[dict[str, tuple[Frame, str]]], workers: bool
) -> None:
    """Whatever pages come, change and go: by workers' looks, or by the build's own."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if workers:
            patch.setattr(build, "ALONE", 0)
        turn, clean = Desk(Path(folder) / "turn"), Desk(Path(folder) / "clean")
        for desk in (turn, clean):
            (desk.templates / "note.html").write_text("{{ site.name }}{{ site.parts }}{{ title }}")
        made = [
            [Route(f"/{slug}/", Note(site=site, title=title)) for slug, (site, title) in e.items()]
            for e in editions
        ]
        for routes in made:
            turn.build(*routes)
        clean.build(*made[-1])
        assert pages(turn) == pages(clean)
        assert turn.build(*made[-1]).rendered == 0
        turn.store.close()
        clean.store.close()


def test_many_pages_are_looked_at_by_workers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """They find what one process finds."""
    monkeypatch.setattr(build, "ALONE", 0)
    routes = [note(f"n{number}") for number in range(30)]
    desk.build(*routes, jobs=2)
    assert desk.build(*routes, jobs=2).rendered == 0
    assert desk.build(note("n3", "新"), *routes[4:], jobs=2).rendered == 1
    assert "新".encode() in pages(desk)["n3/index.html"]


def test_other_code_renders_everything_and_writes_what_differs(desk: Desk) -> None:
    """A page that comes out as it was stays as it is."""
    desk.build(note("a"), plain("/b.txt"))
    desk.code = b"2"
    report = desk.build(note("a"), plain("/b.txt"))
    assert (report.rendered, report.written) == (2, 0)


def test_another_template_renders_its_pages_alone(tmp_path: Path) -> None:
    """A new build sees that the file changed."""
    first = Desk(tmp_path)
    (first.templates / "note.html").write_text("{{ title }}")
    first.build(note("a"), plain("/b.txt"))
    first.store.close()
    (first.templates / "note.html").write_text("<p>{{ title }}")
    second = Desk(tmp_path)
    report = second.build(note("a"), plain("/b.txt"))
    second.store.close()
    assert pages(second)["a/index.html"] == "<p>题".encode()
    assert (report.rendered, report.written) == (1, 1)


@pytest.mark.parametrize("name", ["catalogue", "options", "filters"])
def test_what_else_templates_are_rendered_with_counts(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    """Words of a catalogue, the language of dates, filters: with others the page is another."""
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\nmsgid "Hi"\nmsgstr "{}"\n'
    words = tmp_path / "words.po"
    words.write_text(po.format("one"))
    (desk.templates / "note.html").write_text('{{ _("Hi") }} {{ [5, 3]|pick }} {{ title }}')
    folders, store = desk.setup.folders, desk.setup.store
    before = {
        "folders": folders,
        "store": store,
        "filters": (("pick", "builtins:min"),),
        "options": (("language", "en"),),
        "catalogue": str(words),
    }
    after = dict(before)
    desk.setup = type(desk.setup)(**before)  # type: ignore[arg-type] # fields by name
    desk.build(note("a"))
    if name == "catalogue":
        # A person changes a word in the same file, and starts another build.
        words.write_text(po.format("two"))
    elif name == "options":
        after["options"] = (("language", "zh-Hans"),)
    else:
        after["filters"] = (("pick", "builtins:max"),)
    desk.setup = type(desk.setup)(**after)  # type: ignore[arg-type] # fields by name
    assert desk.build(note("a")).rendered == 1


def test_two_pages_with_one_path_are_refused(desk: Desk) -> None:
    """Before anything is written; the output is as it was."""
    desk.build(plain("/a.txt"))
    before = tree(desk.output)
    with pytest.raises(PressError, match=r"/b\.txt"):
        desk.build(plain("/b.txt", "x"), plain("/b.txt", "y"))
    assert tree(desk.output) == before


def test_two_paths_with_one_file_are_refused(desk: Desk) -> None:
    """``/told/`` and ``/told/index.html`` are one file: the second would replace the first."""
    with pytest.raises(PressError):
        desk.build(note("told"), Route("/told/index.html", Told(key="")))


def test_a_path_that_was_not_declared_is_refused(desk: Desk) -> None:
    """A page type has the paths that it says, and no other."""
    with pytest.raises(PressError, match="/a/b/"):
        desk.build(Route("/a/b/", Note(site=Frame("x"), title="y")))
    assert not desk.output.exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_fails_is_named_and_nothing_is_changed(desk: Desk, jobs: int) -> None:
    """The error says which page, and what was the matter; the old site stays."""
    desk.build(plain("/a.txt"))
    before = tree(desk.output)
    routes = [plain(f"/{number}.txt", f"{number}") for number in range(60)]
    with pytest.raises(PressError, match=r"/bad\.txt.*this text cannot be set"):
        desk.build(*routes, plain("/bad.txt", "fault"), jobs=jobs)
    assert tree(desk.output) == before
    assert desk.build(plain("/a.txt")).written == 0


def test_a_page_that_kills_its_worker_is_named(desk: Desk) -> None:
    """Of memory, say, or of a fault in a C library: the build ends with the page's address."""
    desk.build(plain("/a.txt"))
    before = tree(desk.output)
    routes = [plain(f"/{number}.txt", f"{number}") for number in range(60)]
    with pytest.raises(PressError, match=r"/bad\.txt"):
        desk.build(*routes, plain("/bad.txt", "death"), jobs=2)
    assert tree(desk.output) == before


def test_a_template_that_fails_is_named(desk: Desk) -> None:
    """A slip in a template names the page and the template."""
    (desk.templates / "note.html").write_text("{{ titel }}")
    with pytest.raises(PressError, match=r"/a/.*titel.*note\.html"):
        desk.build(note("a"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_lost_text_is_told(desk: Desk, jobs: int) -> None:
    """What a page needs is not in the store any more: the build is told, and can begin anew."""
    routes = [Route(f"/told/{number}.html", Told(key=f"{number}")) for number in range(60)]
    with pytest.raises(TextLost):
        desk.build(*routes, jobs=jobs)


def test_after_a_lost_text_the_next_try_finds_it(desk: Desk) -> None:
    """The store is thrown away and filled again in the same process, as the desk does."""
    desk.store.put(Texts.SPACE, [(key_of("text"), b"text")])
    desk.build(Route("/told/k.html", Told(key=key_of("text"))))
    desk.store.start_anew()
    desk.store.put(Texts.SPACE, [(key_of("new"), b"new")])
    desk.build(Route("/told/n.html", Told(key=key_of("new"))))
    assert pages(desk) == {"told/n.html": b"new"}


@pytest.mark.parametrize("count", [3, 100])
def test_one_worker_makes_what_many_make(tmp_path: Path, count: int) -> None:
    """The same bytes, the same report."""
    trees, reports = [], []
    for jobs in (1, 3):
        desk = Desk(tmp_path / str(jobs))
        (desk.templates / "note.html").write_text("{{ title }}")
        routes = [note(f"n{number}", f"{number}") for number in range(count)]
        reports.append(desk.build(*routes, jobs=jobs))
        trees.append(pages(desk))
        desk.store.close()
    assert trees[0] == trees[1]
    assert len(trees[0]) == count
    assert reports[0] == reports[1]


def test_progress_is_told_from_nothing_to_all(desk: Desk) -> None:
    """And how many there are does not change on the way."""
    told: list[tuple[int, int]] = []
    run = desk.run()
    crew = Crew(1)
    routes = [plain(f"/{number}.txt") for number in range(90)]
    run.pages(routes, crew, lambda done, of: told.append((done, of)))
    assert told[0] == (0, 90)
    assert told[-1] == (90, 90)
    assert told == sorted(told)


def with_file(desk: Desk, file: Path, total: bytes) -> Run:
    """A run with one ready file."""
    run = desk.run()
    run.files([File("/images/a.jpg", file, total)])
    return run


def test_ready_files_are_put_in_and_stay(desk: Desk, tmp_path: Path) -> None:
    """A picture is copied once; the output is no link into the cache."""
    file = tmp_path / "a.jpg"
    file.write_bytes(b"pixels")
    assert with_file(desk, file, checksum(b"pixels")).commit().written == 1
    assert pages(desk) == {"images/a.jpg": b"pixels"}
    (desk.output / "images" / "a.jpg").write_bytes(b"touched")
    assert file.read_bytes() == b"pixels"
    assert with_file(desk, file, checksum(b"pixels")).commit().written == 1
    assert with_file(desk, file, checksum(b"pixels")).commit().written == 0
    assert pages(desk) == {"images/a.jpg": b"pixels"}


def test_a_ready_file_that_is_damaged_is_not_published(desk: Desk, tmp_path: Path) -> None:
    """Its checksum is known: what is not what it says must not go out."""
    file = tmp_path / "a.jpg"
    file.write_bytes(b"pixe")
    with pytest.raises((PressError, OSError)):
        with_file(desk, file, checksum(b"pixels")).commit()


def test_what_is_remembered_lies_beside_the_output(desk: Desk, tmp_path: Path) -> None:
    """The whole may be moved, cache and output together, and nothing is made again."""
    desk.build(note("a"))
    desk.store.close()
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for name in ("cache", "output", "templates"):
        shutil.move(tmp_path / name, moved / name)
    again = Desk(moved)
    report = again.build(note("a"))
    again.store.close()
    assert (report.rendered, report.written) == (0, 0)


def test_without_its_memory_a_build_writes_what_it_must(desk: Desk) -> None:
    """A lost cache costs time, and the result is the same."""
    desk.build(note("a"), plain("/b.txt"))
    before = tree(desk.output)
    desk.store.start_anew()
    desk.build(note("a"), plain("/b.txt"))
    assert tree(desk.output) == before
