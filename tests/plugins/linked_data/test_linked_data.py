"""What pages tell machines of themselves, and that it can stand in a page."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from msgspec.structs import replace

from plugins.edition.cards import (
    ArticleCard,
    ArticleView,
    Body,
    ColumnRef,
    Contact,
    Correction,
    Head,
    Link,
)
from plugins.edition.dates import When
from plugins.edition.gallery_cards import GalleryView, PhotoSection
from plugins.edition.media_cards import Media, MediaSource, Track
from plugins.edition.picture_cards import Inset, Photo
from plugins.edition.topic_cards import Event, OutsideCard, TopicBlock, TopicItem
from plugins.linked_data.articles import article_data
from plugins.linked_data.galleries import gallery_data, photo_data
from plugins.linked_data.pages import Trail, list_data, page_data, unit
from plugins.linked_data.site import front_data
from plugins.linked_data.topics import topic_data
from tests.plugins.edition.making import SHANGHAI, frame, picture

from .graphs import HOST, nodes

DATE = dt.datetime(2026, 1, 2, 9, 30, tzinfo=SHANGHAI)
RIGHTS = frame(license="https://licence.example/by", acquire=f"{HOST}/pages/reuse/")
COLUMN = ColumnRef("新闻", "/columns/news/")
BODY = Body("k")
HEAD = Head("题目", "/columns/news/2026/a/", "描述")
TRAIL: Trail = [(Markup("A&amp;B"), "/all/"), Link("频道", "/sections/s/")]

LARGE = MediaSource("/media/f-1.webm", "video/webm", 1280, 720, 900)
FILM = Media("video", "片", (LARGE,), picture(), seconds=3725, caption="说明")
SOUND = Media("audio", "", (MediaSource("/media/a.mp3", "audio/mpeg", 0, 0, 100),))
ELSEWHERE = Media("video", "别处", url="https://v.example/x", host="v.example")


def view(**more: Any) -> ArticleView:
    """An article with a picture above it."""
    made = ArticleView(
        title="题目",
        url="/columns/news/2026/a/",
        date=DATE,
        updated=None,
        trail=(),
        column=COLUMN,
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


def article(body: Body = BODY, **more: Any) -> dict[str, Any]:
    """The nodes of an article's page."""
    return nodes(article_data(HEAD, RIGHTS, view(**more), body, "首页"))


def photo(name: str, **more: Any) -> Photo:
    """A photograph of a gallery."""
    shown = picture(f"{name}.jpg", **more)
    return Photo(name, 1, shown, f"/galleries/g/photos/{name}/", "photo-1")


def test_an_article_tells_of_itself() -> None:
    """What it is, of whom, where: each node has its own address, and names the others by it."""
    made = article(updated=DATE + dt.timedelta(days=1), tags=(Link("急救", "/tags/t/"),))
    told, url = made["NewsArticle"], f"{HOST}/columns/news/2026/a/"
    assert (told["@id"], told["mainEntityOfPage"]) == (f"{url}#article", {"@id": url})
    assert (told["headline"], told["description"]) == ("题目", "描述")
    assert (told["articleSection"], told["keywords"]) == ("新闻", ["急救"])
    assert told["datePublished"] == "2026-01-02T09:30:00+08:00"
    assert told["dateModified"] == "2026-01-03T09:30:00+08:00"
    assert told["publisher"]["@id"] == f"{HOST}/#organization"
    assert told["publisher"]["name"] == RIGHTS.name
    assert told["publisher"]["logo"]["contentUrl"] == HOST + RIGHTS.assets.icon
    assert told["isPartOf"]["@id"] == f"{HOST}/columns/news/"
    page = made["WebPage"]
    assert (page["@id"], page["isPartOf"]) == (url, {"@id": f"{HOST}/#website"})
    assert page["breadcrumb"] == {"@id": made["BreadcrumbList"]["@id"]}


def test_an_article_tells_what_was_put_right() -> None:
    """Each correction with its day; the latest is a change of the article."""
    day = dt.timedelta(days=1)
    put_right = (Correction(DATE + 3 * day, "又改"), Correction(DATE + day, "应为一百"))
    told = article(updated=DATE + 2 * day, corrections=put_right)["NewsArticle"]
    assert [each["@type"] for each in told["correction"]] == ["CorrectionComment"] * 2
    assert told["correction"][1]["text"] == "应为一百"
    assert told["correction"][1]["datePublished"] == "2026-01-03T09:30:00+08:00"
    assert told["dateModified"] == "2026-01-05T09:30:00+08:00"
    later = article(updated=DATE + 9 * day, corrections=put_right)["NewsArticle"]
    assert later["dateModified"] == "2026-01-11T09:30:00+08:00"
    assert "correction" not in article()["NewsArticle"]


def test_an_article_tells_its_own_language() -> None:
    """Where that is not the site's."""
    head = replace(HEAD, language="en")
    told = nodes(article_data(head, frame(), view(), BODY, "首页"))
    assert told["NewsArticle"]["inLanguage"] == "en"
    assert article()["NewsArticle"]["inLanguage"] == "zh-Hans"


def test_a_date_before_offsets_were_whole_minutes_can_be_told() -> None:
    """Local mean time has seconds, for which ISO 8601 has no place."""
    made = article(date=dt.datetime(1899, 1, 2, tzinfo=SHANGHAI))
    assert made["NewsArticle"]["datePublished"].endswith("+08:06")


def test_what_is_not_known_is_not_told() -> None:
    """An empty value would be a claim."""
    made = article(unit=None, lead=None)["NewsArticle"]
    assert not {"dateModified", "keywords", "author", "editor", "image", "video"} & set(made)
    shown = nodes(photo_data(HEAD, frame(), photo("q"), Link("图集", "/galleries/g/"), "首页", []))
    assert not {"creator", "license", "contentLocation"} & set(shown["ImageObject"])


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
    assert article(author=name)["NewsArticle"]["author"] == [{"@type": kind, "name": name}]


def test_those_who_wrote_it_are_named() -> None:
    """The authors, else the unit that sent it in, with its page."""
    signed = article(author="甲、乙", editor="丙")["NewsArticle"]
    assert [each["name"] for each in signed["author"]] == ["甲", "乙"]
    assert [each["name"] for each in signed["editor"]] == ["丙"]
    (sent,) = article()["NewsArticle"]["author"]
    assert (sent["name"], sent["url"]) == ("红十字会", f"{HOST}/units/x/")


def test_an_article_tells_of_each_picture_once() -> None:
    """Above it, in its text, of a gallery within it; one that is not there is not told of."""
    gone = picture("gone.jpg", missing="gone.jpg")
    body = Body(
        "k",
        pictures=(picture(), None, picture("q.jpg"), gone),
        galleries=(Inset((photo("r"),), 9), None),
    )
    told = article(body)["NewsArticle"]["image"]
    assert [each["contentUrl"].rsplit("/", 1)[1][:2] for each in told] == ["p-", "q-", "r-"]
    assert told[2]["url"] == f"{HOST}/galleries/g/photos/r/"


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
    (made,) = article(lead=shown)["NewsArticle"]["image"]
    assert made == {
        "@type": "ImageObject",
        "contentUrl": HOST + shown.webp[-1].url,
        "width": f"{shown.width} px",
        "height": f"{shown.height} px",
        "caption": "说明",
        "creditText": "张三、李四／新华社",
        "creator": [{"@type": "Person", "name": name} for name in ("张三", "李四")],
        "copyrightNotice": "版权所有",
        "license": "https://licence.example/by",
        "acquireLicensePage": f"{HOST}/pages/reuse/",
        "contentLocation": {"@type": "Place", "name": "杭州"},
        "dateCreated": "2021-05",
    }
    (own,) = article(lead=picture(license="https://own.example/"))["NewsArticle"]["image"]
    assert own["license"] == "https://own.example/"


def test_an_article_tells_of_its_films_and_sounds() -> None:
    """With what search engines ask for; of a page elsewhere nothing, of a file once."""
    body = Body("k", media=(None, FILM, SOUND, ELSEWHERE))
    made = article(body, media=(FILM,))
    film, sound, url = made["VideoObject"], made["AudioObject"], f"{HOST}/columns/news/2026/a/"
    assert made["NewsArticle"]["video"] == [{"@id": film["@id"]}] == [{"@id": f"{url}#media-1"}]
    assert made["NewsArticle"]["audio"] == [{"@id": sound["@id"]}]
    assert (film["name"], film["description"]) == ("片", "说明")
    assert film["contentUrl"] == f"{HOST}/media/f-1.webm"
    assert film["thumbnailUrl"].startswith(f"{HOST}/images/")
    assert (film["duration"], film["contentSize"]) == ("PT1H2M5S", "900")
    assert dt.datetime.fromisoformat(film["uploadDate"]) == DATE
    assert (sound["name"], sound["description"]) == ("题目", "描述")
    assert not {"duration", "width", "transcript", "accessibilityFeature"} & set(sound)
    rich = replace(
        FILM, tracks=(Track("/media/f.vtt", "en", "English"),), transcript=("一", "二"), credit="谁"
    )
    film = article(media=(rich,))["VideoObject"]
    assert (film["transcript"], film["creditText"]) == ("一\n二", "谁")
    assert film["accessibilityFeature"] == ["captions"]


def test_the_way_down_to_a_page() -> None:
    """From the front page on; the last is the page itself, which leads nowhere; words are text."""
    made = nodes(page_data(HEAD, frame("/weekly"), "题 &lt;1&gt;", "", Markup("首页"), TRAIL))
    steps = made["BreadcrumbList"]["itemListElement"]
    assert [each["position"] for each in steps] == [1, 2, 3, 4]
    assert [each["name"] for each in steps] == ["首页", "A&B", "频道", "题 &lt;1&gt;"]
    assert [each.get("item", {}).get("@id", "") for each in steps] == [
        f"{HOST}/weekly/",
        f"{HOST}/all/",
        f"{HOST}/sections/s/",
        "",
    ]
    marked = nodes(page_data(HEAD, frame(), Markup("题 &lt;1&gt;"), Markup("A&amp;B"), "首页", []))
    assert marked["WebPage"]["name"] == "题 <1>"
    assert marked["WebPage"]["description"] == "A&B"


def test_a_list_tells_what_is_in_it() -> None:
    """In its order, and whose list it is; an empty one tells of no list."""
    cards = [ArticleCard(f"/{n}/", f"题{n}", DATE, COLUMN) for n in (2, 1)]
    whose = unit("浙江省红十字会", "浙江红会", "https://unit.example/")
    made = nodes(list_data(HEAD, frame(), "单位", "", "首页", [], listed=cards, whose=whose))
    page = made["CollectionPage"]
    assert page["mainEntity"]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "题2", "url": f"{HOST}/2/"},
        {"@type": "ListItem", "position": 2, "name": "题1", "url": f"{HOST}/1/"},
    ]
    (about,) = page["about"]
    assert (about["@type"], about["alternateName"]) == ("Organization", "浙江红会")
    empty = nodes(list_data(HEAD, frame(), "空", "", "首页", []))["CollectionPage"]
    assert not {"mainEntity", "about"} & set(empty)
    assert unit("同", "同", "").alternate_name == ""


def test_the_front_page_tells_of_the_paper() -> None:
    """How to reach it, and how its site is searched: a template of an address."""
    site = frame(
        "/weekly", search=True, contact=Contact("编辑部", "某路8号", "desk@news.example", "010-1")
    )
    made = nodes(front_data(Head("", "/weekly/"), site))
    paper, web = made["NewsMediaOrganization"], made["WebSite"]
    assert (paper["@id"], web["@id"]) == (f"{HOST}/weekly/#organization", f"{HOST}/weekly/#website")
    assert web["publisher"] == {"@id": paper["@id"]}
    assert paper["address"] == "某路8号"
    assert paper["contactPoint"]["telephone"] == "010-1"
    assert paper["contactPoint"]["name"] == "编辑部"
    search = web["potentialAction"]
    assert search["target"]["urlTemplate"] == f"{HOST}/weekly/search/?q={{search_term_string}}"
    assert search["query-input"].endswith("=search_term_string")
    bare = nodes(front_data(Head("", "/"), frame()))
    assert "contactPoint" not in bare["NewsMediaOrganization"]
    # Search may be switched off.
    assert "potentialAction" not in bare["WebSite"]


def test_a_gallery_tells_of_its_photographs() -> None:
    """In their order, each with its own page; a further page is part of the gallery."""
    shown = GalleryView("图集", "/galleries/g/", DATE, "", None, Body(""), "published")
    gone = photo("gone", missing="gone.jpg")
    sections = (PhotoSection((photo("q"), gone)), PhotoSection((photo("p"), photo("q")), "二"))
    head = Head("图集", "/galleries/g/")
    made = nodes(gallery_data(head, RIGHTS, shown, sections, "首页", []))["ImageGallery"]
    assert (made["@id"], made["name"]) == (f"{HOST}/galleries/g/", "图集")
    assert [each["url"][-3:] for each in made["image"]] == ["/q/", "/p/"]
    assert "description" not in made
    assert made["isPartOf"] == {"@id": f"{HOST}/#website"}
    second = replace(head, url="/galleries/g/page/2/")
    made = nodes(gallery_data(second, RIGHTS, shown, sections, "首页", []))["ImageGallery"]
    assert made["url"] == f"{HOST}/galleries/g/page/2/"
    assert made["isPartOf"]["@id"] == f"{HOST}/galleries/g/"


def test_a_photograph_tells_of_itself() -> None:
    """Its page is about it; one that is missing is not told of."""
    head, up = Head("图集 1/2", "/galleries/g/photos/q/"), Link("图集", "/galleries/g/")
    made = nodes(photo_data(head, RIGHTS, photo("q"), up, "首页", []))
    image, page = made["ImageObject"], made["WebPage"]
    assert page["mainEntity"] == page["primaryImageOfPage"] == {"@id": image["@id"]}
    assert image["mainEntityOfPage"] == {"@id": page["@id"]}
    assert image["url"] == f"{HOST}/galleries/g/photos/q/"
    assert image["representativeOfPage"] is True
    assert image["isPartOf"]["name"] == "图集"
    gone = photo("gone", missing="gone.jpg")
    assert "ImageObject" not in nodes(photo_data(head, RIGHTS, gone, up, "首页", []))


def test_a_topic_tells_what_it_gathers() -> None:
    """Its list, events of its timelines whose dates are known, its films."""
    items = (
        TopicItem(article=ArticleCard("/a/", "甲", DATE, COLUMN)),
        TopicItem(outside=OutsideCard("https://other.example/", "外")),
    )
    events = (
        Event("2008年5月12日", When(2008, 5, 12), "地震", "/a/"),
        Event("约2008年", When(2008, circa=True), "不详"),
        Event("从前", None, "从前"),
    )
    blocks = (TopicBlock("timeline", events=events), TopicBlock("video", media=(FILM,)))
    body = Body("k", media=(FILM,))
    data = topic_data(HEAD, frame(), "专题", "", "首页", [], blocks=blocks, items=items, body=body)
    made = nodes(data)
    page, event = made["CollectionPage"], made["Event"]
    listed = [each["url"] for each in page["mainEntity"]["itemListElement"]]
    assert listed == [f"{HOST}/a/", "https://other.example/"]
    assert page["about"] == [{"@id": event["@id"]}]
    assert (event["name"], event["startDate"], event["url"]) == ("地震", "2008-05-12", f"{HOST}/a/")
    assert page["video"] == [{"@id": made["VideoObject"]["@id"]}]
    assert "uploadDate" not in made["VideoObject"]


@given(st.text(max_size=60) | st.just("</script><!--<script>&\u2028"))
def test_nothing_in_it_ends_the_script(title: str) -> None:
    """Whatever an editor writes comes back as it was, and is never markup."""
    text = article_data(HEAD, RIGHTS, view(title=title), Body(""), "首页")
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["@graph"][0]["headline"] == title
