"""Where old addresses lead, whatever editors write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.findings import Finding
from plugins.edition.old_paths import folded
from plugins.edition.redirects import Aliased, Redirects, redirects, target_of
from plugins.edition.specs import Name, Place

PRESENT = {
    *("/", "/columns/", "/columns/new/", "/columns/new/feed.xml", "/columns/other/"),
    *("/columns/new/2020/a/", "/columns/new/2021/b/", "/columns/other/2021/c/"),
    *("/galleries/g/", "/galleries/g/photos/one/"),
}


def thing(path: str, *aliases: str, moves: bool | None = None) -> Aliased:
    """Something at a path, with old addresses."""
    names = tuple(Name(alias, Place(number, 5)) for number, alias in enumerate(aliases, 3))
    below = path.count("/") == 3 if moves is None else moves
    return Aliased(f"{path.strip('/')}.md", path, names, below)


def sorted_out(*things: Aliased) -> tuple[Redirects, list[Finding]]:
    """What comes of them beside the pages above."""
    return redirects(things, set(PRESENT))


def rules(found: list[Finding]) -> list[str]:
    """The rules that were broken."""
    return [each.rule for each in found]


def test_an_article_has_lines_of_its_own() -> None:
    """One an address, and nothing below it moves."""
    made, found = sorted_out(thing("/columns/new/2020/a/", "/旧/a.html", "/2019/a/"))
    assert made.lines == (
        ("/2019/a/", "/columns/new/2020/a/"),
        ("/旧/a.html", "/columns/new/2020/a/"),
    )
    assert (made.moves, made.below, found) == ((), (), [])


def test_a_column_takes_all_below_it_along() -> None:
    """Pages and feeds, by one line of the maps; each is known by itself, too."""
    made, found = sorted_out(thing("/columns/new/", "/columns/old/"))
    assert made.lines == (("/columns/old/", "/columns/new/"),)
    assert made.moves == (("/columns/old/", "/columns/new/"),)
    assert dict(made.below) == {
        "/columns/old/2020/a/": "/columns/new/2020/a/",
        "/columns/old/2021/b/": "/columns/new/2021/b/",
        "/columns/old/feed.xml": "/columns/new/feed.xml",
    }
    assert found == []


def test_an_article_that_left_goes_before_its_column() -> None:
    """A chain, old/2019/c -> new/2019/c -> other/2021/c, is one step."""
    made, found = sorted_out(
        thing("/columns/new/", "/columns/old/", "/columns/older/"),
        thing("/columns/other/2021/c/", "/columns/new/2019/c/", "/columns/old/2020/a/"),
    )
    known = made.known
    for folder in ("new", "old", "older"):
        assert known[f"/columns/{folder}/2019/c/"] == "/columns/other/2021/c/"
    # By its own word, for this one name; the other name of the folder leads to what is there.
    assert known["/columns/old/2020/a/"] == "/columns/other/2021/c/"
    assert known["/columns/older/2020/a/"] == "/columns/new/2020/a/"
    assert found == []


def test_a_page_goes_before_an_old_address() -> None:
    """Whatever way its name is written; a feed beside a page does, too."""
    made, found = sorted_out(
        thing(
            "/columns/new/2020/a/",
            *("/columns/other/", "/Columns/NEW/", "/", "/columns/new/2020/a/"),
            *("/columns/new/atom.xml", "/gone/atom.xml"),
        )
    )
    assert made.lines == (("/gone/atom.xml", "/columns/new/2020/a/"),)
    assert rules(found) == ["alias-live"] * 3 + ["alias-own", "alias-live"]
    assert [(f.severity, f.line, f.column) for f in found[2:4]] == [
        ("warning", 5, 5),
        ("notice", 6, 5),
    ]


def test_the_first_of_two_has_an_address() -> None:
    """By its file; the other is told whose it is. The same thing may say it twice."""
    made, found = sorted_out(
        thing("/columns/other/2021/c/", "/old/"),
        thing("/columns/new/2020/a/", "/Old/", "/old/"),
    )
    assert made.lines == (("/Old/", "/columns/new/2020/a/"),)
    assert [(f.rule, f.path, dict(f.values)["other"]) for f in found] == [
        ("alias-twice", "columns/other/2021/c.md", "columns/new/2020/a.md")
    ]


def test_a_folder_with_pages_in_it_does_not_move() -> None:
    """Readers must not be led away from what is there."""
    made, found = sorted_out(thing("/columns/new/", "/galleries/g/photos/"))
    assert made.lines == (("/galleries/g/photos/", "/columns/new/"),)
    assert made.moves == ()
    assert rules(found) == ["alias-covers"]


def test_the_most_particular_folder_comes_first() -> None:
    """Servers take the first line that fits."""
    made, _ = sorted_out(
        thing("/columns/new/", "/old/"),
        thing("/columns/other/", "/old/2020/"),
        thing("/galleries/g/"),
    )
    assert made.moves == (("/old/2020/", "/columns/other/"), ("/old/", "/columns/new/"))
    # What lies below the inner one is the inner one's.
    assert dict(made.below) == {
        "/old/2020/2021/c/": "/columns/other/2021/c/",
        "/old/2021/b/": "/columns/new/2021/b/",
        "/old/feed.xml": "/columns/new/feed.xml",
    }


NAMES = st.lists(st.sampled_from(["old", "new", "Old", "columns", "2020", "a", "旧"]), max_size=4)
PATHS = st.builds(
    lambda names, end: "/" + "".join(f"{name}/" for name in names) + end,
    NAMES,
    st.sampled_from(["", "", "", "a.html", "feed.xml"]),
)
THINGS = st.lists(
    st.builds(
        lambda path, aliases: thing(path, *aliases),
        st.sampled_from(sorted(PRESENT - {"/", "/columns/", "/columns/new/feed.xml"})),
        st.lists(PATHS, max_size=3),
    ),
    max_size=5,
    unique_by=lambda each: each.path,
)


@given(THINGS, st.randoms())
def test_old_addresses_lead_to_pages_and_from_none(things: list[Aliased], chance: object) -> None:
    """No page is led away from, none leads to an old address; servers say what pages say."""
    made, found = redirects(things, set(PRESENT))
    shuffled = list(things)
    getattr(chance, "shuffle")(shuffled)  # noqa: B009 - Hypothesis's Random is not typed
    assert redirects(shuffled, set(PRESENT)) == (made, found)
    known = made.known
    assert {folded(path) for path in known}.isdisjoint(PRESENT)
    assert set(known.values()) <= PRESENT
    for path, target in known.items():
        assert target_of(path, dict(made.lines), made.moves) == target
    for path in PRESENT:
        assert target_of(path, dict(made.lines), made.moves) == ""
    claimed = {alias.text for each in things for alias in each.aliases}
    assert {path for path, _ in made.moves} <= claimed


@pytest.mark.parametrize("path", ["/columns/old/2019/gone/", "/columns/old/page/2/"])
def test_what_is_not_known_below_a_folder_leads_to_its_like(path: str) -> None:
    """Servers cannot tell whether that is there."""
    made, _ = sorted_out(thing("/columns/new/", "/columns/old/"))
    assert target_of(path, made.known, made.moves) == path.replace("old", "new")
    assert target_of("/elsewhere/", made.known, made.moves) == ""
