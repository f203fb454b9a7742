"""Films and sounds as editors name them: in front matter, and on a line of a text."""

import pytest

from plugins.edition import sources as s
from plugins.edition.specs import MediaSpec

from .helpers import body, front, read

HEAD = "id: a\ntitle: 题目\ndate: 2021-07-15\n"


def video(lines: str) -> MediaSpec:
    """The film of an article with this front matter."""
    made = front(HEAD + lines)
    assert made.findings == ()
    assert isinstance(made.source, s.ArticleSource)
    spec = made.source.video or made.source.audio
    assert spec is not None
    return spec


def test_a_name_is_enough() -> None:
    """Of a file beside the text, of one at the top, of several sizes, of another site."""
    assert [f.target for f in video("video: film.mp4").files] == ["columns/first-aid/2021/film.mp4"]
    assert [f.target for f in video("音频: /media/a.mp3").files] == ["media/a.mp3"]
    sizes = video("视频: [a-1080.mp4, a-480.mp4, a-480.mp4]")
    assert [f.written for f in sizes.files] == ["a-1080.mp4", "a-480.mp4"]
    assert video("video: https://v.example/x").url == "https://v.example/x"


def test_all_can_be_said_of_a_film() -> None:
    """In Chinese as in English."""
    spec = video(
        "影片: {标题: 片, 文件: a.mp4, 封面: {文件: p.jpg, 替代文字: 图}, 时长: 3分25秒,"
        " 字幕: [{文件: a.vtt, 语言: zh-Hans}, b.vtt], 文字稿: a.txt, 说明: 话, 署名: 谁}"
    )
    assert (spec.kind, spec.title, spec.duration) == ("video", "片", "3分25秒")
    assert (spec.caption, spec.credit) == ("话", "谁")
    assert spec.poster is not None
    assert [(c.file.written, c.language) for c in spec.captions] == [
        ("a.vtt", "zh-Hans"),
        ("b.vtt", ""),
    ]
    assert spec.transcript_file is not None
    assert (spec.transcript, spec.transcript_file.written) == ("", "a.txt")


def test_a_transcript_may_stand_in_front_matter() -> None:
    """With its paragraphs."""
    spec = video("audio:\n  src: a.mp3\n  transcript: |\n    第一段。\n\n    第二段。")
    assert spec.transcript.split("\n\n") == ["第一段。", "第二段。"]


@pytest.mark.parametrize(
    ("lines", "rule", "reason"),
    [
        ("video: ../../../../a.mp4", "media-missing", "outside"),
        ("video: ftp://v.example/a.mp4", "value-invalid", "media"),
        ("video: {title: 片}", "value-invalid", "media"),
        ("video: [{src: a.mp4}]", "value-invalid", "media"),
        ("video: {src: a.mp4, duration: 很长}", "value-invalid", "duration"),
        ("video: {src: a.mp4, captions: [{language: en}]}", "value-invalid", "captions"),
        (
            "video: {src: a.mp4, captions: {src: a.vtt, language: 中文}}",
            "value-invalid",
            "captions",
        ),
        ("video: {src: a.mp4, transcript: [a]}", "value-invalid", "text"),
        ("video: {src: a.mp4, zzz: 1}", "key-unknown", "plain"),
    ],
)
def test_what_cannot_be_read_is_told(lines: str, rule: str, reason: str) -> None:
    """The article itself stays."""
    made = front(HEAD + lines)
    assert [(f.rule, dict(f.values).get("reason", "")) for f in made.findings] == [(rule, reason)]
    assert made.findings[0].line >= 5
    assert made.source is not None


def embeds(text: str) -> tuple[tuple[MediaSpec, ...], str]:
    """The films of a text, and its HTML."""
    made = body(text)
    assert isinstance(made.source, s.ArticleSource)
    return made.source.text.media, made.html


@pytest.mark.parametrize(
    "line", ["[video: a.mp4]", "[Video：a.mp4]", "  [视频: a.mp4]  ", "[影片 : a.mp4]"]
)
def test_a_line_of_its_own_is_a_film(line: str) -> None:
    """With empty lines around it or without."""
    media, html = embeds(f"甲\n{line}\n乙")
    assert [(m.kind, m.files[0].target) for m in media] == [
        ("video", "columns/first-aid/2021/a.mp4")
    ]
    assert html.replace("\n", "") == '<p>甲</p><hr class="lanmu:media/0"><p>乙</p>'
    assert media[0].place.line == 7


def test_title_and_poster_stand_behind_bars() -> None:
    """Of a film on another site, too."""
    (own, other), _ = embeds(
        "[video: a_b_c.mp4 | 标 *题* | p.jpg]\n\n[录音：https://a.example/x ｜ 题]"
    )
    assert own.poster is not None
    assert (own.files[0].written, own.title) == ("a_b_c.mp4", "标 *题*")
    assert (own.poster.file.target, own.poster.again) == ("columns/first-aid/2021/p.jpg", True)
    assert (other.kind, other.url, other.title) == ("audio", "https://a.example/x", "题")


@pytest.mark.parametrize(
    "text", ["```\n[video: a.mp4]\n```", "    [video: a.mp4]", "说`[video: a.mp4]`。"]
)
def test_an_example_in_code_is_none(text: str) -> None:
    """It is shown as it is written."""
    media, html = embeds(text)
    assert media == ()
    assert "[video: a.mp4]" in html
    assert body(text).rules == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("看 [video: a.mp4] 吧", "media-not-alone"),
        ("- [video: a.mp4]", "media-not-alone"),
        ("[video: ../../../../../a.mp4]", "media-missing"),
        ("[video: https://]", "value-invalid"),
        ("[video: a.mp4 | 题 | ../../../../../p.jpg]", "picture-outside"),
    ],
)
def test_a_line_that_is_none_is_told(text: str, rule: str) -> None:
    """With its place."""
    made = body(text)
    assert made.rules == [rule]
    assert made.findings[0].line == 6


def test_raw_html_makes_no_player_of_its_own() -> None:
    """What stands for a film cannot be written by hand."""
    media, html = embeds('<hr class="lanmu:media/0">\n\n<video src="x.mp4"></video>')
    assert media == ()
    assert "lanmu:" not in html
    assert "<video" not in html


def test_the_largest_file_is_set_in_site_toml() -> None:
    """In units that everybody knows."""
    for written, most in (('"20 MB"', 20_000_000), ('"1.5g"', 1_500_000_000)):
        made = read(
            f'name = "周报"\nbase_url = "https://a.example"\n[media]\nlargest = {written}',
            "site.toml",
        )
        assert isinstance(made.source, s.SiteSource)
        assert (made.source.largest_media, made.findings) == (most, ())
    bad = read('name = "周报"\nbase_url = "https://a.example"\n[media]\nlargest = 5', "site.toml")
    assert bad.rules == ["value-invalid"]
