"""Pages of galleries, of their photographs, and their feed."""

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.edition import specs
from plugins.edition.model import PHOTOS, Edition
from plugins.galleries.cut import pages_of
from plugins.galleries.feed import GalleryFeed
from plugins.galleries.pages import GalleryPage, PhotoPage
from plugins.press.templates import Renderer, RenderSetup
from plugins.syndication.media import SPACE
from tests.plugins.edition.making import assembled, frame, gallery, photo, shown


def edition(*counts: int, over: str = "") -> Edition:
    """A gallery with sections of so many photographs."""
    files = [photo(f"galleries/g/{n}.jpg") for n in range(sum(counts))]
    listed = [shown(file.path, f"图说 {file.path}", "张三") for file in files]
    sections = []
    for number, count in enumerate(counts):
        taken, listed = listed[:count], listed[count:]
        sections.append(specs.PhotoSectionSpec(f"第{number}组", "一行", tuple(taken)))
    made = assembled([gallery(sections=tuple(sections))], files, over=frame(over))
    return made.edition


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 2 * PHOTOS + 1), min_size=1, max_size=3))
def test_each_photograph_stands_on_one_page(counts: list[int]) -> None:
    """In order, so many to a page; a section's line stands where it begins."""
    (made,) = edition(*counts).galleries
    pages = list(pages_of(made))
    assert len(pages) == made.pages
    flat = [[photo for section in page for photo in section.photos] for page in pages]
    assert [photo for page in flat for photo in page] == list(made.photos)
    assert all(len(page) == PHOTOS for page in flat[:-1])
    assert [s.title for page in pages for s in page if s.summary] == [
        section.title for section in made.sections
    ]
    for number, page in enumerate(flat, 1):
        suffix = f"page/{number}/" if number > 1 else ""
        assert {made.page_of(photo) for photo in page} == {made.url + suffix}


def test_addresses_stand_within_the_site() -> None:
    """In a folder too; the routes have no folder, the links do."""
    made = edition(PHOTOS + 1, over="/weekly")
    assert [route.url for route in GalleryPage.routes(made)] == [
        "/galleries/g/",
        "/galleries/g/page/2/",
    ]
    routes = {route.url: route for route in PhotoPage.routes(made)}
    assert len(routes) == PHOTOS + 1
    last = routes[f"/galleries/g/photos/{PHOTOS}/"].inputs
    assert isinstance(last, PhotoPage)
    assert last.up == "/weekly/galleries/g/page/2/"
    assert last.next is None
    assert last.previous is not None
    assert last.previous.url == f"/weekly/galleries/g/photos/{PHOTOS - 1}/"
    assert last.head.image == last.photo.picture


def test_the_feed_tells_each_pictures_files() -> None:
    """What Media RSS asks for; lengths where they are known."""
    made = edition(2)
    route, *_ = GalleryFeed.routes(made)
    root = ElementTree.fromstring(Renderer(RenderSetup((), "")).render(route.inputs))  # noqa: S314
    groups = list(root.iter(f"{{{SPACE}}}group"))
    assert len(groups) == 2
    contents = groups[0].findall(f"{{{SPACE}}}content")
    assert [each.get("type") for each in contents].count("image/jpeg") == 1
    assert [each.get("isDefault") for each in contents].count("true") == 1
    for each in contents:
        assert str(each.get("url")).startswith("https://news.example/images/")
        assert each.get("medium") == "image"
        assert int(each.get("width") or 0) > int(each.get("height") or 0) > 0
        assert each.get("fileSize") is None
    assert groups[0].findtext(f"{{{SPACE}}}credit") == "张三"
    assert groups[0].find(f"{{{SPACE}}}thumbnail") is not None


def test_a_feed_has_no_photograph_that_is_missing() -> None:
    """In the preview it has a page that says so, and no file to be named."""
    listed = tuple(shown(f"galleries/g/{name}.jpg") for name in ("gone", "a"))
    source = gallery(photos=listed)
    made = assembled([source], [photo("galleries/g/a.jpg")], drafts=True).edition
    assert len(list(PhotoPage.routes(made))) == len(listed)
    route, *_ = GalleryFeed.routes(made)
    inputs = route.inputs
    assert isinstance(inputs, GalleryFeed)
    assert [each.name for each in inputs.galleries[0].photos] == ["a"]


def test_without_galleries_there_is_no_feed() -> None:
    """And nobody is led to one."""
    assert list(GalleryFeed.routes(assembled([]).edition)) == []
