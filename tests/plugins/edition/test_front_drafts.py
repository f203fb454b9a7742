"""What a check and a preview, which have drafts, say of the front page."""

from msgspec.structs import replace

from plugins.edition.sources import Source
from plugins.edition.specs import FrontSpec, Name, Place, SlotSpec

from .making import SITE, article, assembled, column, gallery, topic

A, B, C = (f"columns/news/2026/{name}.md" for name in "abc")


def test_a_check_that_has_drafts_says_what_a_build_says() -> None:
    """A preview shows them, and says that the published page will not."""
    sources: list[Source] = [column(), article(A), article(B, status="draft")]
    sources += [article(C, "2026-12-01T08:00"), topic("t", status="draft"), gallery("g")]
    sources.append(gallery("soon", "2027-01-01"))
    front = FrontSpec(
        lead=SlotSpec(B, place=Place(1, 1)),
        pinned=(SlotSpec(C, place=Place(4, 1)), SlotSpec(A, place=Place(7, 1))),
        topics=(Name("t", Place(10, 1)),),
        galleries=(Name("g", Place(11, 1)), Name("soon", Place(11, 6))),
    )
    build, check = (
        assembled(sources, drafts=drafts, site=replace(SITE, front=front))
        for drafts in (False, True)
    )
    told, same = (
        [(f.severity, f.rule, f.line) for f in each.findings if f.path == SITE.path]
        for each in (build, check)
    )
    assert same == told
    assert len(told) == 4
    assert check.edition.front.topics
    assert not build.edition.front.topics
