"""What links and pictures of a text lead to in the edition."""

import pytest

from plugins.edition.model import Edition
from plugins.edition.prints import Print
from plugins.edition.resolve import SITE_PATHS
from plugins.edition.specs import FigureSpec, Reference, Text
from tests.plugins.edition.making import (
    almanac,
    article,
    assembled,
    column,
    edition_of,
    entry,
    frame,
    gallery,
    page,
    photo,
    rules,
    shown,
    tag,
    to,
    topic,
    unit,
)

PATH = "columns/news/2026/a.md"
TARGETS = {
    "columns/news/_column.md": "/columns/news/",
    "columns/news/2026/b.md": "/columns/news/2026/b/",
    "galleries/g/index.md": "/galleries/g/",
    "pages/about.md": "/pages/about/",
    "topics/t.md": "/topics/t/",
    "units/first.md": "/units/first/",
    "tags/cq.md": "/tags/cq/",
    "on-this-day/red-cross/02-09-e.md": "/on-this-day/02-09/",
}
REST = (
    column(),
    article("columns/news/2026/b.md", text=Text(ids=("one",))),
    gallery(),
    page(),
    topic(figures=(FigureSpec("1", "", "数"),)),
    unit("first", "一队"),
    tag("cq", "重庆"),
    almanac(),
    entry(),
)


def links(edition: Edition) -> tuple[str, ...]:
    """Where the links of the article under test lead."""
    return next(each.body.links for each in edition.articles if each.path == PATH)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("root", ["", "/weekly"])
def test_a_link_to_a_source_leads_to_its_page(target: str, root: str) -> None:
    """Every kind of source that has a page can be linked to, under the site's own folder too."""
    linking = article(PATH, text=Text(links=(to(target),)))
    made = assembled([*REST, linking], over=frame(root))
    assert links(made.edition) == (root + TARGETS[target],)
    assert made.findings == ()


@pytest.mark.parametrize("path", SITE_PATHS)
def test_pages_without_a_source_are_named_by_their_path(path: str) -> None:
    """The archive and its like have no file; a fragment after them stays."""
    reference = Reference(f"{path}#here", path.strip("/"), "here")
    made = assembled([*REST, article(PATH, text=Text(links=(reference,)))], over=frame("/weekly"))
    assert links(made.edition) == (f"/weekly{path}#here",)


def test_a_fragment_that_is_there_is_kept() -> None:
    """A link to a heading of another article leads to it."""
    linking = article(PATH, text=Text(links=(to("columns/news/2026/b.md", "one"),)))
    made = assembled([*REST, linking])
    assert links(made.edition) == ("/columns/news/2026/b/#one",)
    assert made.findings == ()


def test_a_fragment_that_is_not_there_is_a_finding() -> None:
    """The link still leads to the page; the editor is told where it stands."""
    linking = article(PATH, text=Text(links=(to("columns/news/2026/b.md", "two"),)))
    made = assembled([*REST, linking])
    assert links(made.edition)[0].startswith("/columns/news/2026/b/")
    assert rules(made) == [("fragment-missing", PATH)]
    assert (made.findings[0].line, made.findings[0].column) == (3, 1)


def test_a_link_to_nothing_is_a_warning_and_leads_nowhere() -> None:
    """Its words stay: an empty link says so."""
    made = assembled([*REST, article(PATH, text=Text(links=(to("columns/news/2026/no.md"),)))])
    assert links(made.edition) == ("",)
    assert rules(made) == [("link-missing", PATH)]
    assert ("target", "columns/news/2026/no.md") in made.findings[0].values


def test_a_link_out_of_the_content_leads_nowhere() -> None:
    """Reading has told of it already: no second finding."""
    made = assembled([*REST, article(PATH, text=Text(links=(Reference("../../x", ""),)))])
    assert links(made.edition) == ("",)
    assert made.findings == ()


def test_a_link_to_a_picture_leads_to_the_picture_as_published() -> None:
    """Not to the file in ``content/``, which may say where it was taken."""
    file = photo("media/flag.jpg")
    made = assembled([*REST, article(PATH, text=Text(links=(to(file.path),)))], [file])
    assert links(made.edition)[0].startswith("/images/flag-")
    assert Print(file) in made.pictures


def test_pictures_of_a_text_are_developed_or_missed() -> None:
    """One is there, one is missing, one cannot be read: a picture, a finding, nothing."""
    good, bad = photo("media/good.jpg"), photo("media/bad.jpg", 0, 0)
    text = Text(pictures=(to(good.path, alt="旗"), to("media/no.jpg"), to(bad.path)))
    made = assembled([*REST, article(PATH, text=text)], [good, bad])
    body = next(each.body for each in made.edition.articles if each.path == PATH)
    assert [picture is not None for picture in body.pictures] == [True, False, False]
    assert body.pictures[0] is not None
    assert body.pictures[0].alt == "旗"
    assert rules(made) == [("picture-missing", PATH)]
    assert Print(good) in made.pictures


def test_editors_see_where_a_picture_is_missing() -> None:
    """In the preview its place names the file; readers see nothing of it."""
    bad = photo("media/bad.jpg", 0, 0)
    text = Text(links=(to(bad.path),), pictures=(to("media/no.jpg", alt="旗"), to(bad.path)))
    made = assembled([column(), article(PATH, text=text)], [bad], drafts=True)
    body = next(each.body for each in made.edition.articles if each.path == PATH)
    assert [each.missing for each in body.pictures if each is not None] == ["no.jpg", "bad.jpg"]
    assert body.links == ("",)
    assert made.pictures == ()


def test_a_card_shows_the_picture_without_what_is_said_of_it() -> None:
    """Caption and alt text stay with the article: editing them reaches no list."""
    file = photo("media/good.jpg")
    source = article(PATH, lead=shown(file.path, "说明", "摄影"))
    made = assembled([column(), source], [file]).edition.articles[0]
    assert made.view.lead is not None
    assert (made.view.lead.caption, made.view.lead.credit, made.view.lead.alt) == (
        "说明",
        "摄影",
        "图",
    )
    card = made.card.picture
    assert card is not None
    assert (card.caption, card.credit, card.alt) == ("", "", "")


def test_only_pictures_that_are_shown_are_made() -> None:
    """A file that nothing published names is not put into the site."""
    made = assembled([column(), article(PATH)], [photo("media/unused.jpg")])
    assert made.pictures[1:] == ()


def test_a_body_keeps_its_cards() -> None:
    """The firewall: another text with the same first words changes no card."""
    one = edition_of(article(PATH, text=Text("one", excerpt="同样的开头")))
    two = edition_of(article(PATH, text=Text("two", excerpt="同样的开头")))
    assert one.articles[0].body != two.articles[0].body
    assert one.articles[0].card == two.articles[0].card
    assert one.articles[0].view == two.articles[0].view
