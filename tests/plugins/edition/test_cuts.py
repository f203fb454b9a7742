"""Which parts of pictures an edition asks for, and around which point."""

from msgspec.structs import replace

from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.assemble import Assembled
from plugins.edition.prints import CROPS

from .making import article, assembled, column, gallery, photo, rules, shown, to, topic

PATH = "columns/news/2026/a.md"
FILE = photo("media/good.jpg")
Cuts = set[tuple[str, str, tuple[int, int] | None]]


def cuts_of(made: Assembled) -> Cuts:
    """Path, crop and set point of each part that is asked for."""
    return {(p.file.path, p.purpose, p.focus) for p in made.pictures if p.purpose in CROPS}


def pointed(target: str, focus: tuple[int, int]) -> specs.PictureSpec:
    """A picture that front matter names with a point."""
    spec = shown(target)
    return replace(spec, notes=replace(spec.notes, focus=focus))


def test_a_lead_is_cut_for_cards_and_for_links_to_its_page() -> None:
    """The card shows 3:2; what another site shows beside a link has the alt text with it."""
    made = assembled([column(), article(PATH, lead=shown(FILE.path))], [FILE])
    assert cuts_of(made) == {(FILE.path, "cover", None), (FILE.path, "share", None)}
    one = made.edition.articles[0]
    assert one.card.picture is not None
    assert (one.card.picture.width, one.card.picture.height) == (960, 640)
    assert one.share is not None
    shared = one.share.fallback
    assert (shared.width, shared.height, one.share.alt) == (1200, 630, "图")
    assert one.view.lead is not None
    assert one.view.lead.width > 960


def test_a_picture_within_a_text_is_not_cut() -> None:
    """No page shows a part of it."""
    text = specs.Text("正文", pictures=(to(FILE.path),))
    made = assembled([column(), article(PATH, text=text)], [FILE])
    assert made.pictures
    assert cuts_of(made) == set()


def test_what_is_not_published_is_not_cut() -> None:
    """A draft's picture leaves no part of itself."""
    draft = article(PATH, lead=shown(FILE.path), status="draft")
    assert assembled([column(), draft], [FILE]).pictures == ()
    assert assembled([column(), draft], [FILE], drafts=True).pictures


def test_a_missing_picture_is_told_once() -> None:
    """Of three uses of one spec one finding."""
    made = assembled([column(), article(PATH, lead=shown("media/gone.jpg"))])
    assert rules(made) == [("picture-missing", PATH)]
    assert cuts_of(made) == set()
    assert made.edition.articles[0].share is None


def test_a_text_s_point_counts_before_the_sidecar_s_and_that_before_a_guess() -> None:
    """Two articles may set two points for one picture."""
    guessed = replace(FILE, guess=(10, 10))
    sidecar = s.SidecarSource(f"{FILE.path}.toml", specs.PictureNotes(focus=(20, 20)))
    own = article(PATH, lead=pointed(FILE.path, (30, 30)))
    other = article("columns/news/2026/b.md", lead=shown(FILE.path))
    made = assembled([column(), own, other, sidecar], [guessed])
    assert {focus for _, _, focus in cuts_of(made)} == {(30, 30), (20, 20)}
    made = assembled([column(), other], [guessed])
    assert {focus for _, _, focus in cuts_of(made)} == {None}
    assert {each.point for each in made.pictures if each.purpose in CROPS} == {(10, 10)}


def test_who_says_no_is_not_cut_either() -> None:
    """Consent that is refused in a sidecar keeps every part of the picture back."""
    sidecar = s.SidecarSource(f"{FILE.path}.toml", specs.PictureNotes(consent="false"))
    made = assembled([column(), article(PATH, lead=shown(FILE.path)), sidecar], [FILE])
    assert cuts_of(made) == set()
    assert made.edition.articles[0].card.picture is None


def test_columns_topics_and_galleries_are_cut_too() -> None:
    """Hero and cover stand in lists; a gallery without a cover shows its first."""
    files = [photo(f"media/{name}.jpg") for name in "bh"]
    photos = [photo("galleries/g/2.jpg"), photo("galleries/g/1.jpg", 0, 0)]
    made = assembled(
        [
            column(banner=shown("media/b.jpg")),
            topic("t", lead=shown("media/h.jpg"), text=specs.Text("文")),
            gallery(),
        ],
        [*files, *photos],
    )
    assert {(path, crop) for path, crop, _ in cuts_of(made)} == {
        # A banner is a band in lists too: cut by the stylesheet, not here.
        ("media/b.jpg", "share"),
        *(
            (path, crop)
            for path in ("media/h.jpg", "galleries/g/2.jpg")
            for crop in ("cover", "share")
        ),
    }
    hung = made.edition.galleries[0]
    assert hung.share is not None
    assert hung.card.cover is not None
    assert made.edition.columns["news"].share is not None
    assert made.edition.topics[0].hero is not None
