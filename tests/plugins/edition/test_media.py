"""Films and sounds in an edition: what pages show of them, and what is found missing."""

from functools import partial
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.edition import site_specs, specs
from plugins.edition import sources as s
from plugins.edition.assemble import Assembled, Tools, assemble
from plugins.edition.media import platform
from plugins.edition.media_cards import Media
from plugins.edition.media_files import MediaFile, MediaStock, TextFile, output_name
from plugins.edition.picture_notes import Words
from plugins.edition.resolve import Resolver
from plugins.edition.select import Clock
from plugins.images.plan import develop

from .making import NOW, SHANGHAI, SITE, SLUG, article, column, frame, photo, shown, to

FOLDER = "columns/news/2026/"
FILM = MediaFile(f"{FOLDER}f.mp4", "1" * 64, 900, "video", "video/mp4", 1280, 720, 65)
SMALL = MediaFile(f"{FOLDER}f-480.mp4", "2" * 64, 300, "video", "video/mp4", 640, 360, 65)
SOUND = MediaFile(f"{FOLDER}a.mp3", "3" * 64, 100, "audio", "audio/mpeg", seconds=0)
BAD = MediaFile(f"{FOLDER}bad.mp4", "4" * 64)
ALL = {file.path: file for file in (FILM, SMALL, SOUND, BAD)}


def text(name: str, words: str = "WEBVTT") -> TextFile:
    """Captions or a transcript beside the article."""
    return TextFile(FOLDER + name, f"{name:x<64}", words)


def made(
    spec: specs.MediaSpec,
    *texts: TextFile,
    pictures: tuple[s.PictureFile, ...] = (),
    posters: dict[str, s.PictureFile] | None = None,
    **more: Any,
) -> tuple[Media | None, list[str], Assembled]:
    """An article with one film: what is shown, which rules are broken, and the whole."""
    stock = MediaStock(
        ALL, {t.path: t for t in texts}, posters or {}, origin="https://news.example"
    )
    name: dict[str, Any] = {"video": spec} if spec.kind == "video" else {"audio": spec}
    known = {file.path: file for file in pictures}
    whole = assemble(
        [column(), article(**name, **more), SITE],
        known,
        SITE,
        frame("/weekly"),
        Clock(NOW, SHANGHAI, drafts=False),
        Tools(partial(develop, "/weekly"), SLUG, stock),
    )
    every = [m for a in whole.edition.articles for m in a.view.media]
    return next(iter(every), None), [f.rule for f in whole.findings], whole


def film(*files: MediaFile, **more: Any) -> specs.MediaSpec:
    """A film as front matter names it."""
    return specs.MediaSpec("video", tuple(to(file.path) for file in files or (FILM,)), **more)


def test_what_lies_beside_a_film_belongs_to_it() -> None:
    """Poster, captions in two languages, transcript: by name alone."""
    beside = (text("f.vtt"), text("f.en.vtt"), text("f.txt", "第一段。\n\n第二段。"), text("g.vtt"))
    poster = photo(f"{FOLDER}f.jpg")
    media, rules, whole = made(film(), *beside, pictures=(poster,))
    assert media is not None
    assert rules == []
    assert [(t.language, t.label) for t in media.tracks] == [
        ("en", "English"),
        ("zh-Hans", "简体中文"),
    ]
    assert media.transcript == ("第一段。", "第二段。")
    assert media.poster is not None
    assert (media.width, media.height, media.seconds, media.length) == (1280, 720, 65, "1:05")
    (source,) = media.sources
    assert (source.url, source.length) == (f"/weekly/media/{output_name(FILM)}", 900)
    assert media.address == f"https://news.example{source.url}"
    assert {file.path for file in whole.media} == {
        FILM.path,
        f"{FOLDER}f.vtt",
        f"{FOLDER}f.en.vtt",
    }
    assert {print_.file for print_ in whole.pictures} == {poster}


def test_sizes_stand_from_the_largest_down() -> None:
    """However the editor wrote them; what belongs to the first belongs to all."""
    media, _, _ = made(film(SMALL, FILM), text("f-480.vtt"))
    assert media is not None
    assert [source.height for source in media.sources] == [720, 360]
    assert len(media.tracks) == 1


@pytest.mark.parametrize("given", [True, False])
def test_a_frame_stands_where_there_is_no_picture(given: bool) -> None:
    """One that was named, or lies beside it, comes first."""
    taken = {FILM.path: photo("/cache/poster.jpg", 1280, 720, "cd" * 32)}
    own = shown("media/own.jpg") if given else None
    media, rules, whole = made(
        film(poster=own), text("f.vtt"), pictures=(photo("media/own.jpg"),), posters=taken
    )
    assert media is not None
    assert rules == []
    paths = [print_.file.path for print_ in whole.pictures]
    assert paths == (["media/own.jpg"] if given else ["/cache/poster.jpg"])


def test_what_is_missing_is_told() -> None:
    """Each once, at the place where the film is named; the player stands all the same."""
    media, rules, whole = made(film())
    assert media is not None
    assert sorted(rules) == ["captions-missing", "poster-missing"]
    assert {(f.path, f.line) for f in whole.findings} == {(f"{FOLDER}a.md", 3)}
    sound = specs.MediaSpec("audio", (to(SOUND.path),))
    heard, rules, _ = made(sound)
    assert heard is not None
    assert sorted(rules) == ["duration-missing", "transcript-missing"]
    said, rules, _ = made(replace(sound, duration="3:05", transcript="话"))
    assert said is not None
    assert (said.seconds, said.length, rules) == (185, "3:05", [])


@pytest.mark.parametrize(
    ("spec", "rules"),
    [
        (specs.MediaSpec("video", (to("media/gone.mp4"),)), ["media-missing"]),
        (specs.MediaSpec("video", (to(SOUND.path),)), ["media-kind"]),
        (specs.MediaSpec("audio", (to(FILM.path),)), ["media-kind"]),
        # Of what is wrong in a file it is told where the file is.
        (specs.MediaSpec("video", (to(BAD.path),)), []),
    ],
)
def test_a_place_without_a_film_closes_up(spec: specs.MediaSpec, rules: list[str]) -> None:
    """Nothing of it is in the output."""
    media, told, whole = made(spec)
    assert (media, told, whole.media) == (None, rules, ())


def test_captions_that_are_named_must_be_there() -> None:
    """Of one language there are no two."""
    captions = tuple(
        specs.CaptionsSpec(to(FOLDER + name), language)
        for name, language in (("x.vtt", "zh-Hans"), ("y.vtt", "ZH-hans"), ("gone.vtt", "en"))
    )
    spec = film(captions=captions, transcript_file=to(f"{FOLDER}gone.txt"), poster=shown("p.jpg"))
    media, rules, _ = made(spec, text("x.vtt"), text("y.vtt"), pictures=(photo("p.jpg"),))
    assert media is not None
    assert len(media.tracks) == 1
    assert sorted(rules) == ["captions-file-missing", "transcript-file-missing"]


@pytest.mark.parametrize("more", [{"status": "draft"}, {"date": "2027-01-01"}])
def test_a_film_of_what_is_not_published_is_nowhere(more: dict[str, Any]) -> None:
    """Neither the file nor its captions nor its poster."""
    poster = photo(f"{FOLDER}f.jpg")
    _, rules, whole = made(film(), text("f.vtt"), pictures=(poster,), **more)
    assert (whole.media, whole.pictures, rules) == ((), (), ["column-empty"])


def test_a_poster_that_must_not_be_shown_is_not() -> None:
    """Consent counts for posters, too."""
    poster = photo(f"{FOLDER}f.jpg")
    refused = specs.PictureNotes(consent="false")
    spec = film(poster=specs.PictureSpec(to(poster.path), refused))
    media, _, whole = made(spec, text("f.vtt"), pictures=(poster,))
    assert media is not None
    assert (media.poster, whole.pictures) == (None, ())


def test_a_page_elsewhere_is_a_card() -> None:
    """With our own poster, which is asked for."""
    url = "https://www.bilibili.com/video/x"
    spec = specs.MediaSpec("video", url=url, place=specs.Place(4, 2), duration="3分20秒")
    media, rules, whole = made(spec)
    assert media is not None
    assert (media.title, media.host, media.seconds, media.sources) == (url, "哔哩哔哩", 200, ())
    assert (rules, whole.findings[0].line) == (["poster-missing"], 4)
    with_poster = replace(spec, poster=shown("p.jpg"), title="片")
    media, rules, _ = made(with_poster, pictures=(photo("p.jpg"),))
    assert media is not None
    assert (media.title, rules) == ("片", [])


def test_platforms_are_called_by_their_names() -> None:
    """Unknown ones by their hosts."""
    assert platform("https://v.qq.com/x") == "腾讯视频"
    assert platform("https://m.bilibili.com/x") == "哔哩哔哩"
    assert platform("https://www.video.example:8080/x") == "video.example"


def test_a_link_may_lead_to_a_file() -> None:
    """To fetch it; the copy is then in the output."""
    resolver = Resolver(
        "", {}, Words([], {}, site_specs.RightsSpec()), partial(develop, ""), MediaStock(ALL)
    )
    assert resolver.link("a.md", to(SOUND.path)) == f"/media/{output_name(SOUND)}"
    assert resolver.link("a.md", to(BAD.path)) == ""
    assert list(resolver.screening.used) == [SOUND.path]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/Film One.MP4", "film-one-"),
        ("a/急救.mp4", "media-"),
        ("a/" + "x" * 99 + ".mp4", "x" * 60 + "-"),
    ],
)
def test_a_copys_name_is_plain_and_tells_its_bytes(path: str, name: str) -> None:
    """As long as its bytes stay, so does its name."""
    assert output_name(MediaFile(path, "ab" * 32)) == f"{name}{'ab' * 6}.mp4"
