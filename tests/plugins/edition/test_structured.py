"""What machines are told of pictures, and that it can stand in a page."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.cards import ArticleView, Body, ColumnRef, Link
from plugins.edition.gallery_cards import GalleryView, PhotoSection
from plugins.edition.picture_cards import Inset, Photo
from plugins.edition.structured import article_data, gallery_data, image_object, photo_data

from .making import SHANGHAI, frame, picture

DATE = dt.datetime(2026, 1, 2, 9, 30, tzinfo=SHANGHAI)
RIGHTS = frame(license="https://licence.example/by", acquire="https://news.example/pages/reuse/")


def article(**more: Any) -> ArticleView:
    """An article with a picture above it."""
    made = ArticleView(
        title="题目",
        url="/columns/news/2026/a/",
        date=DATE,
        updated=None,
        trail=(),
        column=ColumnRef("新闻", "/columns/news/"),
        issue=0,
        unit=Link("红十字会", "/units/x/"),
        author="",
        editor="",
        source=None,
        standfirst="",
        lead=picture(),
        tags=(),
        state="published",
    )
    return replace(made, **more)


def test_a_picture_that_is_missing_is_not_told_of() -> None:
    """In the preview it has a place in the page, and no address."""
    gone, there = picture(missing="gone.jpg"), picture()
    photos = [
        Photo(str(n), n, each, f"/galleries/g/photos/{n}/", f"photo-{n}")
        for n, each in enumerate((gone, there))
    ]
    body = Body("k", pictures=(gone,), galleries=(Inset(tuple(photos), 2),))
    told = json.loads(article_data(article(lead=gone), RIGHTS, body))
    assert [each["url"] for each in told["image"]] == ["https://news.example/galleries/g/photos/1/"]


def test_a_picture_tells_whose_it_is() -> None:
    """Address, size, words, credit, creators, rights, licence, and where to ask for more."""
    shown = picture(
        caption="说明",
        credit="张三、李四／新华社",
        creator="张三、李四",
        copyright="版权所有",
        place="杭州",
        date="2021年5月",
        when="2021-05",
    )
    made = image_object(shown, RIGHTS)
    assert made == {
        "@type": "ImageObject",
        "contentUrl": f"https://news.example{shown.webp[-1].url}",
        "width": shown.width,
        "height": shown.height,
        "caption": "说明",
        "creditText": "张三、李四／新华社",
        "creator": [{"@type": "Person", "name": name} for name in ("张三", "李四")],
        "copyrightNotice": "版权所有",
        "license": "https://licence.example/by",
        "acquireLicensePage": "https://news.example/pages/reuse/",
        "contentLocation": {"@type": "Place", "name": "杭州"},
        "dateCreated": "2021-05",
    }
    own = image_object(picture(license="https://licence.example/own"), RIGHTS)
    assert own["license"] == "https://licence.example/own"


def test_what_is_not_known_is_not_told() -> None:
    """An empty value would be a claim."""
    made = image_object(picture(), frame())
    assert set(made) == {"@type", "contentUrl", "width", "height", "caption"}


def test_an_article_tells_of_each_picture_once() -> None:
    """That above it, and those in its text; one that is not shown is not told of."""
    body = Body("k", (), (picture(), None, picture("q.jpg")))
    made = json.loads(article_data(article(), RIGHTS, body))
    assert (made["@context"], made["@type"]) == ("https://schema.org", "NewsArticle")
    assert [each["contentUrl"].rsplit("/", 1)[1][:2] for each in made["image"]] == ["p-", "q-"]
    assert made["datePublished"] == "2026-01-02T09:30:00+08:00"
    assert made["author"] == [{"@type": "Organization", "name": "红十字会"}]
    assert "dateModified" not in made
    signed = json.loads(article_data(article(author="甲、乙"), RIGHTS, body))
    assert [each["name"] for each in signed["author"]] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("张三", "Person"),
        ("Ada Lovelace", "Person"),
        ("本报编辑部", "Organization"),
        ("本报记者组", "Organization"),
        ("新华社", "Organization"),
        ("浙江省红十字会", "Organization"),
    ],
)
def test_a_desk_is_no_person(name: str, kind: str) -> None:
    """By the word that its name ends in."""
    made = json.loads(article_data(article(author=name), frame(), Body("")))
    assert made["author"] == [{"@type": kind, "name": name}]


def photo(name: str) -> Photo:
    """A photograph of a gallery."""
    return Photo(name, 1, picture(f"{name}.jpg"), f"/galleries/g/photos/{name}/", "photo-1")


def test_a_gallery_tells_of_its_photographs() -> None:
    """In their order, each with its own page."""
    view = GalleryView("图集", "/galleries/g/", DATE, "", None, Body(""), "published")
    sections = (PhotoSection((photo("q"),)), PhotoSection((photo("p"), photo("q")), "二"))
    made = json.loads(gallery_data(view, RIGHTS, sections))
    assert (made["@type"], made["name"]) == ("ImageGallery", "图集")
    assert [each["url"][-3:] for each in made["image"]] == ["/q/", "/p/"]
    assert "description" not in made


def test_a_photograph_tells_of_itself() -> None:
    """Its page is about it."""
    made = json.loads(photo_data(photo("q"), RIGHTS))
    assert (made["@type"], made["representativeOfPage"]) == ("ImageObject", True)
    assert made["url"] == "https://news.example/galleries/g/photos/q/"


def test_an_article_tells_of_a_gallery_within_it() -> None:
    """Of the photographs that it shows."""
    body = Body("k", galleries=(Inset((photo("q"),), 9), None))
    made = json.loads(article_data(article(lead=None), RIGHTS, body))
    assert [each["url"][-3:] for each in made["image"]] == ["/q/"]


@given(st.text(max_size=60) | st.just("</script><!--<script>&\u2028"))
def test_nothing_in_it_ends_the_script(title: str) -> None:
    """Whatever an editor writes comes back as it was, and is never markup."""
    text = article_data(article(title=title), RIGHTS, Body(""))
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text).get("headline", "") == title
