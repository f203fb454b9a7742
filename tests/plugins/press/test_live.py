"""Pages rendered when they are asked for are what a build renders."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from plugins.press.live import Answer, Desk, PageFault, Pages
from plugins.press.page import Inputs, Route, page_type
from plugins.press.store import Store, TextLost, Texts
from plugins.press.templates import Renderer, RenderSetup, renderer

made: list[str] = []
listed: list[int] = []


@page_type("/p/{name}/", "/404.html", template="leaf.html")
class Leaf(Inputs, frozen=True):
    """A page with one word on it."""

    word: str

    @classmethod
    def routes(cls, subject: int) -> Iterator[Route]:
        """So many pages, their inputs made when they are asked for."""
        yield Route("/404.html", cls(word="lost"))
        for number in range(subject):
            listed.append(number)
            yield Route(f"/p/{number}/", partial(cls.of, number))

    @classmethod
    def of(cls, number: int) -> "Leaf":
        """The inputs of one page."""
        made.append(str(number))
        return cls(word=str(number))


def _lost(_inputs: "Lost", renderer: Renderer) -> bytes:
    return renderer.texts("0" * 64).encode()


@page_type("/lost.txt", render=_lost)
class Lost(Inputs, frozen=True):
    """A page whose text is not in the store."""

    @classmethod
    def routes(cls, _subject: int) -> Iterator[Route]:
        """The one page."""
        yield Route("/lost.txt", cls())


@pytest.fixture
def setup(tmp_path: Path) -> Iterator[RenderSetup]:
    """A theme of one template, and an empty store."""
    made.clear()
    listed.clear()
    renderer.cache_clear()
    (tmp_path / "leaf.html").write_text("<p>{{ word }}</p>")
    Store(tmp_path / "store.sqlite").close()
    yield RenderSetup(folders=(str(tmp_path),), store=str(tmp_path / "store.sqlite"))
    renderer.cache_clear()


@pytest.fixture
def desk(setup: RenderSetup) -> Iterator[Desk]:
    """A desk with a hundred pages."""
    desk = Desk()
    desk.lay(Pages([Leaf, Lost], 100, {"/static/a.css": b"a {}"}, setup))
    yield desk
    desk.close()


def test_a_page_is_made_when_it_is_asked_for_and_once(desk: Desk) -> None:
    """No other is made, none is listed beyond it, and it is kept."""
    assert desk.answer("/p/3/") == Answer(b"<p>3</p>", found=True)
    assert desk.answer("/p/3/") == Answer(b"<p>3</p>", found=True)
    assert made == ["3"]
    assert listed == [0, 1, 2, 3]


def test_static_files_are_pages_too(desk: Desk) -> None:
    """As they are in a build."""
    assert desk.answer("/static/a.css") == Answer(b"a {}", found=True)


@pytest.mark.parametrize("url", ["/p/100/", "/p/", "/", "/static/b.css", "/p/../", "/404.html"])
def test_what_is_not_there_is_the_page_for_it(desk: Desk, url: str) -> None:
    """The site's own; it is never found, also not by its name."""
    assert desk.answer(url) == Answer(b"<p>lost</p>", found=False)
    assert desk.has(url) == (url == "/404.html")


def test_without_pages_there_is_no_answer() -> None:
    """As long as nothing is laid."""
    desk = Desk()
    assert not desk.is_laid
    assert desk.answer("/") == Answer(b"", found=False)
    assert not desk.has("/")
    desk.close()


def test_many_askers_get_each_their_page(desk: Desk) -> None:
    """From as many threads as there are, more pages than are kept."""
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: desk.answer(f"/p/{n % 100}/").data, range(400)))
    assert answers == [f"<p>{n % 100}</p>".encode() for n in range(400)]


def test_new_pages_take_the_place_of_old_ones(desk: Desk, setup: RenderSetup) -> None:
    """And new templates, when it is said that there are some."""
    assert desk.answer("/p/3/").data == b"<p>3</p>"
    (Path(setup.folders[0]) / "leaf.html").write_text("<b>{{ word }}</b>")
    desk.renew()
    desk.lay(Pages([Leaf, Lost], 3, {}, setup))
    assert desk.answer("/p/2/").data == b"<b>2</b>"
    assert not desk.answer("/p/3/").found


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("<p>\n{{ nothing }}</p>", 2, "UndefinedError"),
        ("<p>\n\n{{ word </p>", 3, "TemplateSyntaxError"),
        ("{% include 'none.html' %}", 1, "TemplateNotFound"),
    ],
)
def test_a_fault_says_where_it_is(setup: RenderSetup, text: str, line: int, said: str) -> None:
    """The template and its line; the other pages are there."""
    template = Path(setup.folders[0]) / "leaf.html"
    template.write_text(text)
    pages = Pages([Leaf], 3, {"/static/a.css": b""}, setup)
    with pytest.raises(PageFault, match=said) as raised:
        pages.page("/p/1/")
    assert (raised.value.file, raised.value.line) == (str(template), line)
    assert pages.page("/static/a.css") == b""


def test_a_text_that_is_lost_is_told_apart(setup: RenderSetup, desk: Desk) -> None:
    """It is no fault of the page: what keeps the store can mend it."""
    with pytest.raises(TextLost):
        desk.answer("/lost.txt")
    store = Store(Path(setup.store))
    store.put(Texts.SPACE, [("1" * 64, b"x")])
    store.close()
    with pytest.raises(TextLost):
        desk.answer("/lost.txt")
