"""What the films and sounds that editors name come to in this edition."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal
from urllib.parse import urlsplit

from .lengths import length_in_seconds, length_shown
from .media_cards import Media, MediaSource, Track
from .media_files import LANGUAGE_TAG, MediaFile, MediaStock, TextFile, output_name
from .picture_cards import Picture
from .sources import PictureFile, Source
from .specs import CaptionsSpec, MediaSpec, PictureSpec, Reference, Text

POSTERS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
"""Endings of a picture that stands beside a film under its name, in the order of choice."""

LANGUAGES = {
    "zh": "中文",
    "zh-hans": "简体中文",
    "zh-cn": "简体中文",
    "zh-hant": "繁體中文",
    "zh-tw": "繁體中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "ja": "日本語",
    "ko": "한국어",
    "es": "Español",
    "ar": "العربية",
    "bo": "བོད་སྐད་",
    "mn": "Монгол",
    "ug": "ئۇيغۇرچە",
}
"""The names of languages in themselves."""

PLATFORMS = {
    "bilibili.com": "哔哩哔哩",
    "b23.tv": "哔哩哔哩",
    "youku.com": "优酷",
    "v.qq.com": "腾讯视频",
    "iqiyi.com": "爱奇艺",
    "ixigua.com": "西瓜视频",
    "douyin.com": "抖音",
    "kuaishou.com": "快手",
    "channels.weixin.qq.com": "微信视频号",
    "tv.cctv.com": "央视网",
    "ximalaya.com": "喜马拉雅",
    "xiaoyuzhoufm.com": "小宇宙",
    "music.163.com": "网易云音乐",
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
}
"""What platforms call themselves, by their hosts; any other is called by its host."""

_PARAGRAPHS = re.compile(r"\n\s*\n|\n")

Say = Callable[[Literal["warning", "notice"], str, str, Reference], None]
"""Tells a finding: severity, rule, the file it is in, what is named there."""


class Screening:
    """Makes what pages show of films and sounds, and keeps which files are used for it.

    ``picture`` makes a picture that front matter names, ``shown`` one of a file.
    """

    def __init__(
        self,
        root: str,
        stock: MediaStock,
        pictures: Mapping[str, PictureFile],
        picture: Callable[[str, PictureSpec | None], Picture | None],
        shown: Callable[[PictureFile], Picture | None],
    ) -> None:
        self._root = root
        self._stock = stock
        self._pictures = pictures
        self._picture = picture
        self._shown = shown
        self.used: dict[str, MediaFile | TextFile] = {}
        self._beside: dict[str, list[tuple[str, str]]] = {}
        for path in sorted(stock.texts):
            if path.endswith(".vtt"):
                for stem, language in _stems(path):
                    self._beside.setdefault(stem, []).append((path, language))

    def has(self, path: str) -> bool:
        """Tell whether a file is a film or a sound."""
        return path in self._stock.files

    def address(self, path: str) -> str:
        """Where a file can be fetched; nothing where it cannot be used."""
        file = self._stock.files[path]
        return self._copy(file) if file.kind else ""

    def media(self, path: str, spec: MediaSpec | None, say: Say) -> Media | None:
        """What the file ``path`` names, or None where there is nothing to show."""
        if spec is None:
            return None
        return self._outside(path, spec, say) if spec.url else self._own(path, spec, say)

    def _outside(self, path: str, spec: MediaSpec, say: Say) -> Media:
        poster = self._picture(path, spec.poster)
        if poster is None and spec.poster is None and spec.kind == "video":
            say("warning", "poster-missing", path, Reference(spec.url, "", "", spec.place))
        seconds = length_in_seconds(spec.duration)
        return Media(
            kind=spec.kind,
            title=spec.title or spec.url,
            poster=poster,
            seconds=seconds,
            length=spec.duration,
            caption=spec.caption,
            credit=spec.credit,
            url=spec.url,
            host=platform(spec.url),
        )

    def _own(self, path: str, spec: MediaSpec, say: Say) -> Media | None:
        files = [file for file in self._files(path, spec, say) if file is not None]
        if not files:
            return None
        # The order in which the editor names them is for the first alone: it names the others.
        first = files[0]
        files.sort(key=lambda file: (-file.height, file.path))
        poster = self._poster(path, spec, first, say) if spec.kind == "video" else None
        tracks = tuple(self._tracks(path, spec, first, say))
        transcript = self._transcript(path, spec, first, say)
        named = spec.files[0]
        if spec.kind == "video" and not tracks:
            say("warning", "captions-missing", path, named)
        if spec.kind == "audio" and not transcript:
            say("notice", "transcript-missing", path, named)
        seconds = max(file.seconds for file in files) or length_in_seconds(spec.duration)
        if not seconds:
            say("notice", "duration-missing", path, named)
        width, height = _shape(files[0], poster)
        return Media(
            kind=spec.kind,
            title=spec.title,
            sources=tuple(
                MediaSource(self._copy(f), f.type, f.width, f.height, f.size) for f in files
            ),
            poster=poster,
            width=width if spec.kind == "video" else 0,
            height=height if spec.kind == "video" else 0,
            tracks=tracks,
            transcript=transcript,
            seconds=seconds,
            length=length_shown(seconds),
            address=self._stock.origin + self._copy(files[0]),
            caption=spec.caption,
            credit=spec.credit,
        )

    def _files(self, path: str, spec: MediaSpec, say: Say) -> Iterator[MediaFile | None]:
        for named in spec.files:
            file = self._stock.files.get(named.target)
            if file is None:
                say("warning", "media-missing", path, named)
            elif file.kind and file.kind != spec.kind:
                say("warning", "media-kind", path, named)
            # Of one that cannot be used it is told where it lies.
            elif file.kind:
                yield file

    def _copy(self, file: MediaFile | TextFile) -> str:
        self.used[file.path] = file
        return f"{self._root}/media/{output_name(file)}"

    def _poster(self, path: str, spec: MediaSpec, film: MediaFile, say: Say) -> Picture | None:
        if spec.poster is not None:
            return self._picture(path, spec.poster)
        stem = film.path.rpartition(".")[0]
        beside = (self._pictures.get(stem + suffix) for suffix in POSTERS)
        file = next((each for each in beside if each is not None and each.width), None)
        file = file or self._stock.posters.get(film.path)
        if file is None or not file.width:
            say("warning", "poster-missing", path, spec.files[0])
            return None
        return self._shown(file)

    def _tracks(self, path: str, spec: MediaSpec, film: MediaFile, say: Say) -> Iterator[Track]:
        specs = spec.captions
        if not specs:
            stem = film.path.rpartition(".")[0]
            specs = tuple(
                CaptionsSpec(Reference(vtt, vtt, "", spec.place), language)
                for vtt, language in self._beside.get(stem, ())
            )
        told: set[str] = set()
        for each in specs:
            file = self._stock.texts.get(each.file.target)
            if file is None or not each.file.target.endswith(".vtt"):
                say("warning", "captions-file-missing", path, each.file)
                continue
            language = each.language or _stems(file.path)[-1][1] or self._stock.language
            # Two tracks of one language cannot be told apart in a player's menu.
            if file.text and language.lower() not in told:
                told.add(language.lower())
                label = LANGUAGES.get(language.lower(), language)
                yield Track(self._copy(file), language, label)

    def _transcript(self, path: str, spec: MediaSpec, film: MediaFile, say: Say) -> tuple[str, ...]:
        text, named = spec.transcript, spec.transcript_file
        if named is not None:
            file = self._stock.texts.get(named.target)
            if file is None or not named.target.endswith(".txt"):
                say("warning", "transcript-file-missing", path, named)
            else:
                text = file.text
        elif not text:
            beside = self._stock.texts.get(film.path.rpartition(".")[0] + ".txt")
            text = beside.text if beside is not None else ""
        return tuple(filter(None, (each.strip() for each in _PARAGRAPHS.split(text))))


def _stems(path: str) -> tuple[tuple[str, str], ...]:
    """Which film a file of captions may be of by its name, and in which language.

    ``film.en.vtt`` is of ``film`` in English, or of a film called ``film.en``.
    """
    whole = path.rpartition(".")[0]
    stem, _, tag = whole.rpartition(".")
    if stem and "/" not in tag and LANGUAGE_TAG.fullmatch(tag):
        return (whole, ""), (stem, tag)
    return ((whole, ""),)


def _shape(film: MediaFile, poster: Picture | None) -> tuple[int, int]:
    """The room that a film takes, in pixels; 16:9 where nobody knows."""
    if film.width and film.height:
        return film.width, film.height
    return (poster.width, poster.height) if poster is not None else (1280, 720)


def platform(url: str) -> str:
    """What the site of an address is called."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    name = host
    while name:
        if name in PLATFORMS:
            return PLATFORMS[name]
        name = name.partition(".")[2]
    return host


def specs_of(source: Source) -> Iterator[MediaSpec]:
    """All films and sounds that a source names."""
    for spec in (getattr(source, "video", None), getattr(source, "audio", None)):
        if isinstance(spec, MediaSpec):
            yield spec
    text = getattr(source, "text", None)
    if isinstance(text, Text):
        yield from text.media


def pictures_named(source: Source) -> Iterator[str]:
    """The picture files that posters may come from, whether they are there or not."""
    for spec in specs_of(source):
        if spec.poster is not None:
            yield spec.poster.file.target
        for file in spec.files[:1]:
            stem = file.target.rpartition(".")[0]
            yield from (stem + suffix for suffix in POSTERS)
