"""Pages that give way to others."""

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from plugins.press.page import Route, output_path
from plugins.press.yielding import free
from tests.plugins.press.paper import Plain


def left(urls: list[str], others: list[str]) -> list[str]:
    """Which of some pages stay beside others."""
    routes = [Route(url, Plain(text=url)) for url in urls]
    return [route.url for route in free(routes, others)]


def test_a_page_gives_way_to_one_of_its_path() -> None:
    """By whatever name of that file; the first of two such stays."""
    others = ["/a/", "/b.html", "/c/d/e.xml"]
    assert left(["/a/", "/a/index.html", "/A/", "/B.HTML", "/x/", "/X/"], others) == ["/x/"]


def test_a_page_is_in_nobodys_way() -> None:
    """A file cannot be a folder: neither above another nor below it."""
    others = ["/a/", "/b.html", "/c/d/e.xml"]
    assert left(["/c", "/c/d", "/C/D", "/b.html/x/", "/c/d/", "/c/f/"], others) == [
        "/c/d/",
        "/c/f/",
    ]
    assert left(["/y.html", "/y.html/z/", "/w/z/", "/w"], []) == ["/y.html", "/w/z/"]


URLS = st.builds(
    lambda names, end: "/" + "".join(f"{name}/" for name in names) + end,
    st.lists(st.sampled_from(["a", "A", "b.html", "旧", "index.html"]), max_size=3),
    st.sampled_from(["", "a", "A", "b.html"]),
)


@given(st.lists(URLS, max_size=6), st.lists(st.sampled_from(["/", "/a/", "/b.html", "/旧/a/"])))
def test_what_stays_can_all_be_written(urls: list[str], others: list[str]) -> None:
    """On a system that does not tell letters' cases apart, too."""
    stays = left(urls, others)
    files = [output_path(url).casefold() for url in {*stays, *others}]
    assert len(files) == len({*stays, *others}) == len({*files})
    folders = {str(folder) for file in files for folder in PurePosixPath(file).parents}
    assert folders.isdisjoint(files)
