"""After any edits, the edition is what putting it together anew would give."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition import site_specs, specs
from plugins.edition import sources as s
from plugins.edition.amend import Amender
from plugins.edition.assemble import Assembled, Assembly, Tools
from plugins.edition.media_files import MediaFile, MediaStock, TextFile
from plugins.edition.select import Clock
from plugins.images.plan import develop

from .making import (
    LEDGER,
    NOW,
    OLD,
    SHANGHAI,
    SITE,
    SLUG,
    almanac,
    article,
    closing,
    column,
    entry,
    frame,
    gallery,
    moment,
    names,
    page,
    photo,
    shown,
    tag,
    to,
    topic,
    unit,
)

PATHS = [
    *(f"columns/{name}.md" for name in ("news/2026/a", "news/2026/b", "aid/2025/c", "aid/2025/d")),
    "columns/news/2026/a/index.md",
    "columns/none/2026/a.md",
]
FILMS = MediaStock(
    {
        file.path: file
        for file in (
            MediaFile("media/f.mp4", "1" * 64, 9, "video", "video/mp4", 640, 360, 5),
            MediaFile("media/a.mp3", "2" * 64, 9, "audio", "audio/mpeg", seconds=5),
            MediaFile("media/bad.mp4", "3" * 64),
        )
    },
    {"media/f.vtt": TextFile("media/f.vtt", "4" * 64, "WEBVTT")},
    {"media/f.mp4": photo("posters/f.jpg")},
)
TARGETS = [*PATHS[:4], "pages/about.md", "media/m.jpg", "columns/news/_column.md"]
FILES: dict[str, s.PictureFile] = {
    file.path: file
    for file in (
        photo("media/m.jpg"),
        photo("media/broken.jpg", 0, 0),
        photo("galleries/g/p.jpg"),
        photo("columns/news/2026/a/q.jpg"),
        photo("columns/news/2026/a/r.jpg"),
        photo("media/f.jpg"),
    )
}
TEXTS = ["正文", "另一段", "第三段"]

POINTED = specs.PictureSpec(to("media/m.jpg"), specs.PictureNotes("图", focus=(10, 90)))
REFUSED = specs.PictureSpec(to("galleries/g/p.jpg"), specs.PictureNotes(consent="false"))

links = st.builds(to, st.sampled_from(TARGETS), st.sampled_from(["", "x", "y"]))
pictures = st.builds(to, st.sampled_from([*FILES, "media/gone.jpg"]))
lines = st.builds(
    specs.GalleryLine, st.sampled_from(["g", "h", "none", ""]), st.just(specs.Place(5, 1))
)
films = st.builds(
    specs.MediaSpec,
    st.sampled_from(["video", "audio"]),
    st.sampled_from([*FILMS.files, "media/gone.mp4"]).map(lambda path: (to(path),)),
    poster=st.none() | pictures.map(specs.PictureSpec),
)
texts = st.builds(
    specs.Text,
    key=st.sampled_from(TEXTS),
    links=st.lists(links, max_size=3).map(tuple),
    pictures=st.lists(pictures, max_size=1).map(tuple),
    media=st.lists(films, max_size=1).map(tuple),
    excerpt=st.sampled_from(TEXTS),
    ids=st.lists(st.sampled_from(["x", "y"]), max_size=2, unique=True).map(tuple),
    galleries=st.lists(lines, max_size=2).map(tuple),
)
# 重庆 and 重慶 are one name in pinyin; the last is a unit's short name.
words = st.sampled_from(["水", "火", "重庆", "重慶", "队"])
places = st.builds(specs.Place, st.integers(2, 3), st.just(1))
named = st.builds(specs.Name, words, places)
counts = st.none() | st.builds(specs.Count, st.integers(1, 3), places)
translations = st.builds(
    specs.TranslationSpec,
    st.sampled_from(["en", "fr"]),
    st.sampled_from([*map(to, TARGETS), specs.Reference("https://x.example/", "")]),
)
DATES = ["2025-03-01", "2026-01-31T09:30", "2026-01-31T09:30", "2026-02-01", "2027-01-01"]


def changed(path: str, plain: bool, ids: list[str], more: dict[str, Any]) -> s.ArticleSource:
    """An article with some of what an editor may write; ids of its own where it is plain."""
    made = article(path, **more)
    return made if plain else replace(made, id=ids[0])


articles = st.builds(
    changed,
    path=st.sampled_from(PATHS),
    plain=st.sampled_from([True, True, True, False]),
    ids=st.lists(st.sampled_from(["i", "j"]), min_size=1, max_size=1),
    more=st.fixed_dictionaries(
        {
            "text": texts,
            "tags": st.lists(named, max_size=2).map(tuple),
            "aliases": st.sampled_from(OLD),
            "series": st.sampled_from([None, specs.Name("水"), specs.Name("水")]),
            "part": st.just(specs.Count(1)) | counts,
            "related": st.lists(st.sampled_from(TARGETS).map(to), max_size=2).map(tuple),
        },
        optional={
            "title": st.sampled_from(["甲", "乙"]),
            "summary": st.sampled_from(["", "摘要"]),
            "date": st.sampled_from(DATES),
            "status": st.sampled_from(["published", "draft"]),
            "terms": st.sampled_from(["急救 救培", "献血", "急救"]),
            "corrections": st.just((specs.CorrectionSpec(moment("2026-03-01"), "改"),)),
            "unit": st.none() | named,
            "issue": counts,
            "video": st.none() | films,
            "language": st.sampled_from(["", "en"]),
            "translations": st.lists(translations, max_size=2).map(tuple),
            "lead": st.sampled_from([None, shown("media/m.jpg"), POINTED, REFUSED]),
            "updated": st.none() | st.just(moment("2026-03-01")),
        },
    ),
)
sidecars = st.builds(
    s.SidecarSource,
    st.just("media/m.jpg.toml"),
    st.builds(specs.PictureNotes, consent=st.sampled_from(["true", "false"])),
)
STILL: list[s.Source] = [
    replace(
        SITE,
        front=specs.FrontSpec(
            lead=specs.SlotSpec(PATHS[0]),
            leads=(
                specs.SlotSpec(PATHS[3], moment("2026-11-01"), moment("2027-02-01")),
                specs.SlotSpec(PATHS[2], end=moment("2026-11-30"), place=specs.Place(9, 1)),
            ),
            seconds=(specs.SlotSpec(PATHS[2], place=specs.Place(11, 1)),),
            pinned=(specs.SlotSpec(PATHS[1], end=moment("2030-01-01")),),
            notices=(specs.NoticeSpec("通知", to(PATHS[0], "x")),),
            topics=names("t", "u"),
            galleries=names("g"),
        ),
        sections=(specs.SectionSpec("all", "频道"),),
        official=True,
        share=site_specs.ShareSpec(image=shown("columns/news/2026/a/q.jpg")),
        rights=site_specs.RightsSpec(missing_alt="error", require_consent=True),
    ),
    LEDGER,
    column("news", numbered=True, section=specs.Name("all"), series=(specs.SeriesSpec("水", 2),)),
    column(
        "aid",
        text=specs.Text("开栏"),
        aliases=names("/columns/old/"),
        parent=specs.Name("news"),
        rhythm=specs.Rhythm("monthly"),
    ),
    column("past", ended=dt.date(2026, 1, 1)),
    tag("fire", "火"),
    unit("team", "救援队", "队"),
    almanac(),
]
others = st.lists(
    st.sampled_from(
        [
            topic("t", articles=(to(PATHS[0]), to(PATHS[3])), tags=(specs.Name("水"),)),
            topic("u", text=specs.Text("专题", links=(to(PATHS[2]),))),
            closing("past", text=specs.Text("结栏", links=(to(PATHS[1]),))),
            topic(
                "by-query",
                query=specs.QuerySpec(
                    columns=(specs.Name("news"), specs.Name("none")),
                    tags=(specs.Name("重庆"), specs.Name("火")),
                    until=dt.date(2026, 1, 31),
                ),
                started=dt.date(2026, 1, 1),
                headline=to(PATHS[1]),
                lead=shown("media/m.jpg"),
                timeline=(specs.EventSpec("1859", "1859", "事", to(PATHS[2], "x")),),
            ),
            topic(
                "by-date",
                articles=(to(PATHS[2]), to("galleries/g/index.md"), to("pages/about.md")),
                query=specs.QuerySpec(units=(specs.Name("队"),), since=dt.date(2026, 1, 1)),
                tags=(specs.Name("水"),),
                blocks=(specs.BlockSpec("headline"), specs.BlockSpec("gallery")),
            ),
            topic("all", query=specs.QuerySpec(since=dt.date(2026, 1, 31)), status="draft"),
            page("about", text=specs.Text("关于", links=(to(PATHS[3], "x"),))),
            gallery("g", unit=specs.Name("水"), downloads=True),
            gallery("h", photos=(shown("media/m.jpg"),)),
            entry(text=specs.Text("大事", links=(to(PATHS[1]),))),
            entry("1863-02-09", "told", articles=(to(PATHS[0]), to("gone.md"))),
            s.SidecarSource("media/m.jpg.toml", specs.PictureNotes("图", consent="false")),
            s.SidecarSource("galleries/g/P.jpg.toml", specs.PictureNotes("图", credit="丁")),
            entry("1863-02", "month", articles=(to(PATHS[2]),)),
        ]
    ),
    unique_by=lambda source: source.path,
)


def put(kept: dict[str, Any], changes: Mapping[str, Any]) -> None:
    """Take changes up into what is kept by path."""
    for path, value in changes.items():
        kept.pop(path, None)
        if value is not None:
            kept[path] = value


def assembly_of(
    sources: list[s.Source], files: Mapping[str, s.PictureFile] = FILES, *, drafts: bool
) -> Assembly:
    """An assembly of these sources, not yet finished."""
    site = next(source for source in sources if isinstance(source, s.SiteSource))
    clock = Clock(NOW, SHANGHAI, drafts=drafts)
    tools = Tools(partial(develop, ""), SLUG, FILMS)
    return Assembly(sources, files, site, frame(), clock, tools)


def plainly(made: Assembled) -> tuple[Any, ...]:
    """An assembly to compare with another: the order of findings does not count."""
    shown = (made.pictures, made.originals, made.media)
    return made.edition, sorted(made.findings), shown, made.held


def amender_of(
    sources: list[s.Source], files: Mapping[str, s.PictureFile] = FILES, *, drafts: bool
) -> Amender:
    """What follows the edits of these sources."""
    assembly = assembly_of(sources, files, drafts=drafts)
    return Amender(assembly, assembly.finish(), sources)


@settings(deadline=None, max_examples=300)
@given(
    first=st.lists(articles, min_size=1, max_size=6),
    more=others,
    edits=st.lists(
        st.tuples(
            st.lists(
                st.tuples(articles | sidecars, st.sampled_from([True, True, False])), max_size=2
            ),
            st.dictionaries(st.sampled_from(sorted(FILES)), st.booleans(), max_size=1),
        ),
        max_size=5,
    ),
    drafts=st.booleans(),
)
def test_an_amended_edition_is_a_whole_one(
    first: list[s.ArticleSource],
    more: list[s.Source],
    edits: list[tuple[list[tuple[s.Source, bool]], dict[str, bool]]],
    drafts: bool,
) -> None:
    """Whatever is written, added, taken away, in whatever order."""
    sources: dict[str, s.Source] = {source.path: source for source in (*STILL, *more, *first)}
    files = dict(FILES)
    amender = amender_of([*sources.values()], files, drafts=drafts)
    for written, taken in edits:
        changes = {source.path: source if stays else None for source, stays in written}
        pictures = {path: FILES[path] if there else None for path, there in taken.items()}
        put(sources, changes)
        put(files, pictures)
        amended = amender.amend(changes, pictures)
        whole = assembly_of([*sources.values()], files, drafts=drafts).finish()
        if amended is None:
            amender = amender_of([*sources.values()], files, drafts=drafts)
        else:
            assert plainly(amended) == plainly(whole)


def house(**more: Any) -> list[s.Source]:
    """A column with ten articles, of which the first links to the second."""
    made = [article(f"columns/news/2026/n{n}.md", f"2026-01-{n + 1:02}") for n in range(10)]
    made[0] = replace(made[0], text=specs.Text("文", links=(to(made[1].path),)), **more)
    return [SITE, column(), *made]


def test_a_body_or_a_title_asks_for_no_whole_assembly() -> None:
    """What editors do all day; of the other articles none is made anew."""
    sources = house()
    amender = amender_of(sources, drafts=True)
    before = {a.path: a for a in amender.assembled.edition.articles}
    old = sources[4]
    assert isinstance(old, s.ArticleSource)
    new = replace(old, title="新的题目", text=specs.Text("新的正文"))
    made = amender.amend({old.path: new})
    assert made is not None
    edition = made.edition
    others_made = {a.path for a in edition.articles if a is not before[a.path]}
    assert others_made == {old.path}
    for group in (edition.articles, edition.in_column["news"], edition.in_month[2026, 1]):
        assert [a.view.title for a in group if a.path == old.path] == ["新的题目"]


def test_an_article_comes_and_goes_without_a_whole_assembly() -> None:
    """A link to it is live as long as it is there."""
    sources = house()
    amender = amender_of(sources, drafts=True)
    second = sources[3]
    assert isinstance(second, s.ArticleSource)
    for there in (None, second, replace(second, date=moment("2026-05-05"))):
        made = amender.amend({second.path: there})
        assert made is not None
        linking = next(a for a in made.edition.articles if a.path.endswith("n0.md"))
        assert linking.body.links == (("",) if there is None else ("/columns/news/2026/n1/",))
        assert [f.rule for f in made.findings] == (["link-missing"] if there is None else [])
    assert amender.assembled.edition.articles[0].path == second.path


def test_a_part_leaves_its_series_without_a_whole_assembly() -> None:
    """What was found of two parts with one number goes with one of them."""
    part = {"series": specs.Name("讲座"), "part": specs.Count(1)}
    sources = house(**part)
    second = sources[3]
    assert isinstance(second, s.ArticleSource)
    amender = amender_of(sources, drafts=True)
    doubled = amender.amend({second.path: replace(second, **part)})
    assert doubled is not None
    assert [f.rule for f in doubled.findings] == ["part-twice"]
    assert len(doubled.edition.in_series["news", "讲座"]) == 2
    made = amender.amend({second.path: None, sources[2].path: None})
    assert made is not None
    assert (made.findings, made.edition.in_series) == ((), {})


def test_who_was_set_beside_another_comes_and_goes_too() -> None:
    """The editor's choice is of what is published."""
    first, stays, gone = (article(f"columns/news/2026/n{n}.md") for n in range(3))
    first = replace(first, related=(to(gone.path), to(stays.path)))
    amender = amender_of([SITE, column(), first, stays, gone], drafts=False)
    draft = replace(gone, status="draft")
    states: list[tuple[s.ArticleSource | None, int, list[str]]] = [
        (draft, 1, ["related-unpublished"]),
        (None, 1, ["related-missing"]),
        (gone, 2, []),
    ]
    for there, count, told in states:
        made = amender.amend({gone.path: there})
        assert made is not None
        linking = next(a for a in made.edition.articles if a.path == first.path)
        assert (len(linking.related), [f.rule for f in made.findings]) == (count, told)


def test_what_reaches_further_is_left_to_a_whole_assembly() -> None:
    """A second article of one id; a page that links to what is taken away; another kind."""
    sources = house()
    second = sources[3]
    assert isinstance(second, s.ArticleSource)
    twin = replace(second, id="columns/news/2026/n0.md")
    assert amender_of(sources, drafts=True).amend({second.path: twin}) is None
    linked = [*sources, page(text=specs.Text("关于", links=(to(second.path),)))]
    assert amender_of(linked, drafts=True).amend({second.path: None}) is None
    assert amender_of(sources, drafts=True).amend({"columns/news/_column.md": None}) is None


def test_a_gallery_of_an_articles_own_folder_follows_its_pictures() -> None:
    """One goes and comes again; the article is made anew, and nothing else is."""
    index, taken = "columns/news/2026/a/index.md", "columns/news/2026/a/q.jpg"
    told = specs.Text("文", galleries=(specs.GalleryLine("", specs.Place(5, 1)),))
    sources: list[s.Source] = [SITE, column(), article(index, text=told)]
    files = dict(FILES)
    amender = amender_of(sources, files, drafts=False)
    for there, count in ((False, 1), (True, 2)):
        put(files, {taken: FILES[taken] if there else None})
        made = amender.amend({}, {taken: FILES[taken] if there else None})
        assert made is not None
        (inset,) = made.edition.articles[0].body.galleries
        assert inset is not None
        assert inset.count == count
        assert plainly(made) == plainly(assembly_of(sources, files, drafts=False).finish())
