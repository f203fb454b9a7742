"""What is said of pictures: which place counts, who is kept back, what is missing."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition import site_specs, specs
from plugins.edition import sources as s
from plugins.edition.assemble import Assembled
from plugins.edition.findings import Finding
from plugins.edition.picture_cards import Picture
from plugins.edition.picture_notes import merged

from .making import SITE, article, assembled, column, gallery, photo, to, topic

PATH = "columns/news/2026/a.md"
FILE = "media/m.jpg"
SAID = {"alt": "图", "caption": "说明", "credit": "摄影", "consent": "true"}
FIELDS = [name for name in specs.PictureNotes.__struct_fields__ if name != "focus"]


def spec(target: str = FILE, **notes: Any) -> specs.PictureSpec:
    """A picture that front matter names."""
    return specs.PictureSpec(to(target), specs.PictureNotes(**notes))


def sidecar(target: str = FILE, **notes: Any) -> s.SidecarSource:
    """The sidecar of a picture."""
    return s.SidecarSource(f"{target}.toml", specs.PictureNotes(**notes))


def file(target: str = FILE, sha256: str = "ab" * 32, **notes: Any) -> s.PictureFile:
    """A picture that says something of itself."""
    made: s.PictureFile = photo(target, sha256=sha256)
    return replace(made, notes=specs.PictureNotes(**notes))


def made_of(*sources: s.Source, files: list[s.PictureFile], **rights: Any) -> Assembled:
    """What comes of these, with ``[pictures]`` as given."""
    site = replace(SITE, rights=site_specs.RightsSpec(**{"missing_credit": "off", **rights}))
    return assembled([column(), *sources], files, site=site)


def lead(made: Assembled) -> Picture:
    """The picture above the one article."""
    picture = made.edition.articles[0].view.lead
    assert picture is not None
    return picture


notes = st.builds(
    specs.PictureNotes,
    **{
        name: st.sampled_from(["", "甲", "乙"])
        for name in FIELDS
        if name not in ("consent", "when", "date")
    },
    date=st.sampled_from(["", "2021"]),
    focus=st.none() | st.just((30, 40)),
)


@given(notes, notes, notes)
def test_of_several_places_the_first_that_says_something_counts(
    one: specs.PictureNotes, two: specs.PictureNotes, three: specs.PictureNotes
) -> None:
    """Field by field, however they are put together; nothing adds nothing."""
    assert merged(merged(one, two), three) == merged(one, merged(two, three))
    assert merged(one, specs.PictureNotes()) == one == merged(specs.PictureNotes(), one)
    for name in (*FIELDS, "focus"):
        values = [getattr(each, name) for each in (one, two, three)]
        first = next(filter(None, values), values[-1])
        assert getattr(merged(one, merged(two, three)), name) == first


def test_a_date_keeps_its_form_for_machines() -> None:
    """Words without one do not get that of another date."""
    vague = specs.PictureNotes(date="那年春天")
    assert merged(vague, specs.PictureNotes(date="2021-05-08", when="2021-05-08")) == vague


def test_front_matter_then_sidecar_then_file() -> None:
    """Each says what the one before left open."""
    made = made_of(
        article(PATH, lead=spec(caption="甲")),
        sidecar(caption="乙", alt="乙"),
        files=[file(caption="丙", alt="丙", credit="丙", creator="丙", place="丙")],
    )
    shown = lead(made)
    assert (shown.caption, shown.alt, shown.credit) == ("甲", "乙", "丙")
    assert (shown.creator, shown.place) == ("丙", "丙")
    assert made.findings == ()


def test_a_text_says_it_too() -> None:
    """Its alt text, its caption and its credit; the rest comes from the sidecar."""
    picture = replace(to(FILE), alt="甲", caption="甲")
    made = made_of(
        article(PATH, text=specs.Text(pictures=(picture,))),
        sidecar(alt="乙", caption="乙", credit="乙", license="https://licence.example/"),
        files=[file()],
    )
    [shown] = made.edition.articles[0].body.pictures
    assert shown is not None
    assert (shown.alt, shown.caption, shown.credit) == ("甲", "甲", "乙")
    assert shown.license == "https://licence.example/"


def told(made: Assembled) -> list[tuple[str, str, int, str]]:
    """Findings, each once: rule, file, line, how grave."""
    return sorted({(f.rule, f.path, f.line, f.severity) for f in made.findings})


REFUSERS: list[s.Source] = [
    sidecar(consent="false"),
    s.SidecarSource("media/M.JPG.toml", specs.PictureNotes(consent="false")),
    sidecar("media/twin.jpg", consent="false"),
    article("columns/news/2026/b.md", status="draft", lead=spec(consent="false")),
    gallery("g", photos=(spec(consent="false"),)),
    gallery("g", cover=spec(consent="false")),
    topic(
        "t",
        video=specs.MediaSpec("video", url="https://v.example/", poster=spec(consent="false")),
    ),
]


@pytest.mark.parametrize("refuser", REFUSERS, ids=range(len(REFUSERS)))
def test_a_no_anywhere_counts_everywhere(refuser: s.Source) -> None:
    """Whoever says yes, whoever says no, under whichever name, draft or not."""
    sources: list[s.Source] = [
        article(PATH, lead=spec(**SAID), text=specs.Text(pictures=(to(FILE),), links=(to(FILE),))),
        gallery("h", photos=(spec(**SAID), spec("media/other.jpg", **SAID))),
    ]
    if refuser.path != f"{FILE}.toml":
        sources.append(sidecar(consent="true"))
    twin, other = file("media/twin.jpg"), file("media/other.jpg", sha256="cd" * 32)
    made = made_of(*sources, refuser, files=[file(), twin, other])
    shown = next(a for a in made.edition.articles if a.path == PATH)
    assert (shown.view.lead, shown.card.picture) == (None, None)
    assert (shown.body.pictures, shown.body.links) == ((None,), ("",))
    assert shown.body.silent == (0,)
    hung = next(g for g in made.edition.galleries if g.url.endswith("/h/"))
    assert (len(hung.photos), hung.card.count) == (1, 1)
    assert {shown.file for shown in made.pictures} == {other}
    assert {f.severity for f in made.findings if f.rule == "picture-withheld"} == {"notice"}
    assert ("picture-withheld", PATH, 3, "notice") in told(made)


@pytest.mark.parametrize("gravity", ["off", "notice", "warning", "error"])
def test_how_grave_a_missing_alt_text_is(gravity: str) -> None:
    """As the chief editor says; an error leaves out the picture, and not the article."""
    source = article(PATH, lead=spec(), text=specs.Text(pictures=(to(FILE),)))
    made = made_of(source, files=[file()], missing_alt=gravity)
    assert told(made) == ([] if gravity == "off" else [("alt-missing", PATH, 3, gravity)])
    [shown] = made.edition.articles
    left_out = gravity == "error"
    assert (shown.view.lead is None, shown.body.pictures == (None,)) == (left_out, left_out)
    assert {each.file for each in made.pictures} == (set() if left_out else {file()})


def test_a_missing_credit_is_told_once_for_a_picture() -> None:
    """Of those that are used; who is named as its creator is its credit too."""
    sources = [article(f"columns/news/2026/{n}.md", lead=spec(alt="图")) for n in "abc"]
    created = article("columns/news/2026/d.md", lead=spec("media/by.jpg", alt="图"))
    files = [file(), file("media/by.jpg", "cd" * 32, creator="丁"), file("media/no.jpg", "ef" * 32)]
    made = made_of(*sources, created, files=files, missing_credit="notice")
    assert told(made) == [("credit-missing", FILE, 0, "notice")]


def test_consent_is_asked_for_where_it_is_required() -> None:
    """Any answer will do; a "no" keeps the picture out in any case."""
    for answer, required in itertools.product(["", "true", "n/a"], [True, False]):
        source = article(PATH, lead=spec(alt="图", consent=answer))
        made = made_of(source, files=[file()], require_consent=required)
        asked = required and not answer
        assert told(made) == ([("consent-missing", FILE, 0, "warning")] if asked else [])


def test_a_cover_is_judged_with_the_others() -> None:
    """It is one of the photographs, and what it lacks is told there."""
    cover = replace(spec(), again=True)
    made = made_of(gallery("g", cover=cover, photos=(spec(),)), files=[file()])
    assert [f.rule for f in made.findings if f.path.startswith("galleries")] == ["alt-missing"]


def test_a_photograph_that_nobody_names_is_told_by_its_own_name() -> None:
    """A folder's pictures stand in no line of a text."""
    made = made_of(gallery("g"), files=[file("galleries/g/a.jpg")])
    assert ("alt-missing", "galleries/g/a.jpg", 0, "warning") in told(made)


def test_a_sidecar_without_its_picture_is_told() -> None:
    """Its name may be wrong, and what it says would be lost in silence."""
    made = made_of(article(PATH), sidecar("media/none.jpg", alt="图"), files=[file()])
    want = Finding(
        "media/none.jpg.toml", 0, 0, "sidecar-alone", "warning", (("picture", "media/none.jpg"),)
    )
    assert made.findings == (want,)
