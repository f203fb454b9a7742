"""What a sidecar says of its picture, and what is said of a sidecar that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition import sources as s
from plugins.edition.site_specs import RightsSpec
from plugins.edition.specs import PictureNotes, Place
from plugins.reading.keys import CONSENT_WORDS
from plugins.reading.picture_fields import parse_focus
from plugins.reading.reader import kind_of

from .helpers import Read, body, front, read

PATH = "media/practice.jpg.toml"
WHOLE = PictureNotes(
    alt="两人跪在模型旁",
    caption="每人练习五组",
    credit="本报摄影",
    place="杭州",
    date="2021-05-08",
    when="2021-05-08",
    consent="true",
    license="https://licence.example/by",
    focus=(40, 30),
)
ENGLISH = """alt = "两人跪在模型旁"
caption = "每人练习五组"
credit = "本报摄影"
place = "杭州"
date = 2021-05-08
consent = true
license = "https://licence.example/by"
focus = [40, 30]
"""
CHINESE = """替代文字 = "两人跪在模型旁"
说明= '每人练习五组'
"署名" = "本报摄影"
  拍摄地点 = "杭州"
日期 = "2021-05-08"
同意 = "同意"
许可 = "https://licence.example/by"
焦点 = "40% 30%"
"""


def notes(text: str | bytes) -> PictureNotes:
    """What a sidecar says, in which nothing is wrong."""
    made = read(text, PATH)
    assert made.findings == ()
    assert isinstance(made.source, s.SidecarSource)
    return made.source.notes


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["english", "chinese"])
def test_a_sidecar_is_read(text: str) -> None:
    """Under English and Chinese names; the latter without TOML's quotes too."""
    assert notes(text) == WHOLE


def test_front_matter_says_the_same() -> None:
    """The keys of a picture are those of its sidecar."""
    lines = ENGLISH.replace(" = ", ": ").replace("\n", "\n  ")
    made = front(f"title: x\ndate: 2021-01-01\nid: x\nlead_image:\n  src: a.jpg\n  {lines}")
    assert made.findings == ()
    assert isinstance(made.source, s.ArticleSource)
    assert made.source.lead is not None
    assert made.source.lead.notes == WHOLE


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("media/a.jpg.toml", True),
        ("columns/a/2021/x/图 1.JPEG.toml", True),
        ("a.png.toml", True),
        ("site.toml", False),
        ("media/site.toml", False),
        ("media/.jpg.toml", False),
        ("media/a.jpg.md", False),
    ],
)
def test_where_a_sidecar_is(path: str, is_one: bool) -> None:
    """Beside a picture anywhere, with its whole name."""
    assert (kind_of(path) is s.SidecarSource) is is_one


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ('alt = "a"\ncredit = \n', "toml-invalid", (2, 10)),
        ('说明 = "a" b\n', "toml-invalid", (1, 10)),
        ('alt = "a"\ncrdit = "b"\n', "key-unknown", (2, 1)),
        ('alt = "a"\n  摄 = "b"\n', "toml-invalid", (2, 3)),
        ("alt = [1]\n", "value-invalid", (1, 1)),
        ('alt = "a"\nfocus = "120% 4%"\n', "value-invalid", (2, 1)),
        ('alt = "a"\nlicense = "CC"\n', "value-invalid", (2, 1)),
        ("", "sidecar-empty", (0, 0)),
        ("# alt\n", "sidecar-empty", (0, 0)),
        (b'alt = "\xff"', "encoding", (1, 8)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(
    text: str | bytes, rule: str, place: tuple[int, int]
) -> None:
    """Line and column as the editor sees them."""
    assert read(text, PATH).places(rule) == [place]


def test_a_text_hands_over_what_it_says_of_a_picture() -> None:
    """Caption and credit beside the alt text; of an editor's own HTML the words alone."""
    made = body(
        '![甲](a.jpg "五组 <三> & 四"){credit="本报"}\n\n![乙](b.jpg)\n\n'
        '<figure><img src="c.jpg" alt="丙"><figcaption>说<b>明</b></figcaption></figure>\n'
    )
    assert isinstance(made.source, s.ArticleSource)
    got = [(r.alt, r.caption, r.credit) for r in made.source.text.pictures]
    assert got == [("甲", "五组 <三> & 四", "本报"), ("乙", "", ""), ("丙", "说明", "")]


SITE = """name = "x"
[pictures]
missing_alt = "error"
missing_credit = "off"
require_consent = true
license = "https://licence.example/by"
acquire = "pages/reuse.md"
"""


def test_the_chief_editor_sets_what_must_be_said() -> None:
    """In site.toml; what is wrong there is told in its line."""
    made = read(SITE, "site.toml")
    assert isinstance(made.source, s.SiteSource)
    assert made.findings == ()
    assert made.source.rights == RightsSpec(
        "error",
        "off",
        require_consent=True,
        license="https://licence.example/by",
        acquire="pages/reuse.md",
        acquire_place=Place(7, 1),
    )
    wrong = read(SITE.replace('"error"', '"grave"').replace("pages/", "../../"), "site.toml")
    assert wrong.source is None
    assert wrong.places("value-invalid") == [(3, 1), (7, 1)]


def consent(made: Read) -> str:
    """What is left of an answer."""
    assert isinstance(made.source, s.SidecarSource)
    return made.source.notes.consent


@pytest.mark.parametrize(
    "text",
    [
        "consent = false",
        'consent = "False"',
        '同意 = "不同意"',
        '同意 = "否"',
        'consent = "maybe"',
        "consent = [true]",
        "consnet = false",
        'consent = true\n同意 = "不同意"',
        '同意 = "同意"\nconsent = "?"',
    ],
)
def test_what_may_be_a_no_is_one(text: str) -> None:
    """A word that is not known, a key written wrong, two answers: none of them publishes."""
    assert consent(read(text, PATH)) == "false"


@pytest.mark.parametrize("text", ['content = "两人"', "consnet = true", 'concept = "x"'])
def test_what_is_no_answer_is_none(text: str) -> None:
    """A key that only looks like it hides no picture."""
    assert consent(read(text, PATH)) == ""


@pytest.mark.parametrize("word", sorted(CONSENT_WORDS))
def test_every_word_is_understood(word: str) -> None:
    """In English and in Chinese."""
    assert consent(read(f'consent = "{word}"', PATH)) == CONSENT_WORDS[word]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("30% 40%", (30, 40)),
        ("30%，40%", (30, 40)),
        ("30 40", (30, 40)),
        ("0 100", (0, 100)),
        ("左上", (33, 33)),
        ("上", (50, 33)),
        ("右", (67, 50)),
        ("中", (50, 50)),
        ("右下", (67, 67)),
        ("左右", None),
        ("中上", (50, 33)),
        ("101 5", None),
        ("", None),
        ("左上右", None),
        ("middle", None),
    ],
)
def test_a_focal_point(text: str, point: tuple[int, int] | None) -> None:
    """By numbers or by words."""
    assert parse_focus(text) == point


@given(st.text(max_size=80) | st.text("=\"'说明署名同意\n []{}#", max_size=80))
def test_no_text_makes_it_raise(text: str) -> None:
    """Something comes of it, or it is told why not."""
    made = read(text.encode("utf-8", "replace"), PATH)
    assert (made.source is None) == any(f.severity == "error" for f in made.findings)
