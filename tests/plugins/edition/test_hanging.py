"""Which photographs a gallery shows, in which order, under which addresses."""

import random
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.assemble import Assembled
from plugins.edition.hanging import SHOWN
from plugins.edition.model import Gallery
from plugins.edition.picture_cards import Inset

from .making import (
    almanac,
    article,
    assembled,
    column,
    entry,
    gallery,
    page,
    photo,
    rules,
    shown,
    to,
)

LINE = specs.GalleryLine("g", specs.Place(7, 1))
OWN = specs.GalleryLine("", specs.Place(9, 1))
INDEX = "columns/news/2026/a/index.md"


def hung(*names: str, **more: Any) -> Gallery:
    """The gallery ``g`` with these files in its folder."""
    sums = {name: sha256(name.encode()).hexdigest() for name in names}
    files = [photo(f"galleries/g/{name}", sha256=own) for name, own in sums.items()]
    made = assembled([gallery(**more)], files)
    return made.edition.galleries[0]


def text(*lines: specs.GalleryLine, **more: Any) -> specs.Text:
    """A text that asks for galleries."""
    return replace(specs.Text("正文", galleries=lines), **more)


def inset(made: Assembled) -> Inset:
    """The one gallery that the one article shows."""
    (found,) = made.edition.articles[0].body.galleries
    assert found is not None
    return found


def names(made: Gallery) -> list[str]:
    """The photographs' own names, as they are shown."""
    assert [each.number for each in made.photos] == list(range(1, len(made.photos) + 1))
    return [each.name for each in made.photos]


def test_a_folders_photographs_stand_by_name() -> None:
    """As people count: 2 before 10."""
    assert names(hung("p10.jpg", "p2.jpg", "P1.jpg")) == ["p1", "p2", "p10"]


def test_by_time_those_that_say_none_come_last() -> None:
    """Of two that were taken at one time the name decides."""
    files = [
        replace(photo(f"galleries/g/{name}.jpg"), taken=taken)
        for name, taken in (
            ("a", "2021-05-08T10:00:00"),
            ("b", ""),
            ("c", "2021-05-08T09:00:00"),
            ("d", "2021-05-08T09:00:00"),
            # As other cameras write it: 8:30 in the site's own zone.
            ("e", "2021-05-08T00:30:00+00:00"),
        )
    ]
    made = assembled([gallery(order="time")], files)
    assert names(made.edition.galleries[0]) == ["e", "c", "d", "a", "b"]


def test_one_that_is_missing_is_not_offered() -> None:
    """In the preview its place says so: there is no original to look at."""
    files = [photo("galleries/g/a.jpg"), photo("galleries/g/bad.jpg", 0, 0)]
    listed = tuple(shown(f"galleries/g/{name}.jpg") for name in ("gone", "bad", "a"))
    made = assembled([gallery(photos=listed, downloads=True)], files, drafts=True)
    photos = made.edition.galleries[0].photos
    assert [each.picture.missing for each in photos] == ["gone.jpg", "bad.jpg", ""]
    assert [each.original for each in photos] == ["", "", "/galleries/g/originals/a.jpg"]
    assert [each.file.path for each in made.originals] == ["galleries/g/a.jpg"]
    assert [f.rule for f in made.findings] == ["picture-missing"]


def test_what_is_listed_stands_as_listed_or_as_asked_for() -> None:
    """A section keeps its photographs together."""
    files = ("b.jpg", "a.jpg", "c.jpg")
    listed = tuple(shown(f"galleries/g/{name}") for name in files)
    parts = (
        specs.PhotoSectionSpec("晨", "一行", listed[:2]),
        specs.PhotoSectionSpec("夜", "", listed[2:]),
    )
    assert names(hung(*files, photos=listed)) == ["b", "a", "c"]
    assert names(hung(*files, photos=listed, order="name")) == ["a", "b", "c"]
    made = hung(*files, sections=parts, order="name")
    assert [(one.title, one.summary) for one in made.sections] == [("晨", "一行"), ("夜", "")]
    assert names(made) == ["a", "b", "c"]


def test_a_photograph_listed_twice_is_told_and_shown_once() -> None:
    """With its line; one that is not there is told as any picture."""
    listed = (shown("galleries/g/a.jpg"), shown("galleries/g/a.jpg"), shown("galleries/g/no.jpg"))
    made = assembled([gallery(photos=listed)], [photo("galleries/g/a.jpg")])
    assert [(f.rule, f.line) for f in made.findings] == [("photo-twice", 3), ("picture-missing", 3)]
    assert made.edition.galleries[0].card.count == 1


def test_an_empty_gallery_and_an_order_without_a_list_are_told() -> None:
    """Both stay."""
    made = assembled([gallery(order="listed")], [photo("galleries/other/a.jpg")])
    path = "galleries/g/index.md"
    assert sorted(rules(made)) == [("gallery-empty", path), ("order-unlisted", path)]
    assert made.edition.galleries[0].pages == 1


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["IMG_1.jpg", "img-1.png", "溪边.jpg", "溪邊.jpg", "a b.webp", "—.jpg"]),
        unique=True,
        min_size=1,
    ),
    st.randoms(),
)
def test_addresses_are_unique_and_know_no_order(files: list[str], chance: random.Random) -> None:
    """Each is ASCII, and stays when photographs change places."""
    listed = [shown(f"galleries/g/{name}") for name in files]
    first = hung(*files, photos=tuple(listed))
    chance.shuffle(listed)
    second = hung(*files, photos=tuple(listed))

    def by_picture(made: Gallery) -> dict[str, str]:
        return {each.picture.fallback.url: each.url for each in made.photos}

    assert by_picture(first) == by_picture(second)
    urls = [each.url for each in first.photos]
    assert len(set(urls)) == len(urls)
    assert all(url.isascii() and " " not in url for url in urls)


def test_a_name_stays_when_another_photograph_comes() -> None:
    """It is the file's, not the number's."""
    before = {each.name: each.url for each in hung("b.jpg", "c.jpg").photos}
    after = {each.name: each.url for each in hung("a.jpg", "b.jpg", "c.jpg").photos}
    assert before.items() <= after.items()


def test_originals_are_offered_where_the_gallery_says_so() -> None:
    """Under the photograph's own name, with its words; what cannot be offered is told."""
    files = ("a.jpg", "B.JPEG", "c.webp", "d.png")
    made = assembled(
        [gallery(downloads=True, photos=(shown("galleries/g/a.jpg", "桥", "张三"),))],
        [photo("galleries/g/a.jpg")],
    )
    (one,) = made.originals
    assert one[:1] + one[2:] == ("/galleries/g/originals/a.jpg", "桥", "张三", "")
    made = assembled([gallery(downloads=True)], [photo(f"galleries/g/{name}") for name in files])
    assert [one.url.rpartition("/")[2] for one in made.originals] == ["a.jpg", "b.jpg", "d.png"]
    assert rules(made) == [("original-format", "galleries/g/index.md")]
    offered = [each.original.rpartition("/")[2] for each in made.edition.galleries[0].photos]
    assert offered == ["a.jpg", "b.jpg", "", "d.png"]
    assert assembled([gallery()], [photo("galleries/g/a.jpg")]).originals == ()


@pytest.mark.parametrize("state", [{"status": "draft"}, {"date": "2027-01-01"}])
def test_a_gallery_that_is_not_published_offers_and_shows_nothing(state: dict[str, str]) -> None:
    """Not even its picture is asked for."""
    sources: list[s.Source] = [column(), article(text=text(LINE))]
    sources.append(gallery(downloads=True, **state))
    made = assembled(sources, [photo("galleries/g/a.jpg")])
    assert made.edition.articles[0].body.galleries == (None,)
    assert (made.originals, made.pictures) == ((), ())
    assert [(f.rule, f.severity, f.line) for f in made.findings] == [
        ("gallery-unpublished", "notice", 7)
    ]


def test_an_article_shows_the_first_of_a_gallery_and_leads_to_the_rest() -> None:
    """Under ids that no heading can have."""
    files = [photo(f"galleries/g/{n}.jpg") for n in range(SHOWN + 3)]
    found = inset(assembled([column(), article(text=text(LINE)), gallery()], files))
    assert (found.title, found.url, found.count) == ("图集 g", "/galleries/g/", SHOWN + 3)
    assert len(found.photos) == SHOWN
    assert found.photos[0].anchor == "page--g-1"
    assert found.photos[0].url == "/galleries/g/photos/0/"


def test_an_article_shows_what_its_own_folder_holds_besides() -> None:
    """Neither the lead nor what the text shows, and nothing of deeper folders."""
    folder = "columns/news/2026/a/"
    files = [photo(folder + n) for n in ("lead.jpg", "in.jpg", "2.jpg", "10.jpg", "more/x.jpg")]
    told = text(OWN, pictures=(to(folder + "in.jpg"),))
    made = assembled(
        [column(), article(INDEX, lead=shown(folder + "lead.jpg"), text=told)],
        [*files, photo("columns/news/2026/b.jpg")],
    )
    found = inset(made)
    assert [each.name for each in found.photos] == ["2", "10"]
    assert (found.url, found.count) == ("", 2)
    assert [each.anchor for each in found.photos] == ["page--photo-1", "page--photo-2"]
    assert made.findings == ()


def found_in(sources: Sequence[s.Source]) -> list[tuple[str, int]]:
    """What is found in galleries of texts: the rule and the line."""
    made = assembled([column(), gallery(), *sources])
    return [(f.rule, f.line) for f in made.findings if f.rule.startswith("gallery")]


def test_what_cannot_be_shown_in_a_text_is_told_by_its_line() -> None:
    """Unknown, twice, in the wrong place, without a folder, with an empty one."""
    unknown = replace(LINE, name="gg")
    assert found_in([article(text=text(unknown))]) == [("gallery-missing", 7)]
    assert found_in([article(text=text(LINE, LINE))]) == [("gallery-twice", 7)]
    assert found_in([article(text=text(OWN))]) == [("gallery-folder", 9)]
    assert found_in([article(INDEX, text=text(OWN))]) == [("gallery-folder-empty", 9)]
    assert found_in([page(text=text(LINE))]) == []
    assert found_in([gallery("h", text=text(LINE))]) == [("gallery-misplaced", 7)]
    made = assembled([almanac(), entry(text=text(LINE))])
    assert "gallery-misplaced" in {f.rule for f in made.findings}
